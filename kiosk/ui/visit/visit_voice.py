"""The spoken sentences and sounds of a visit."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from kiosk.domain import prompts
from kiosk.domain.control_words import CONTROL_WORDS
from kiosk.domain.line import Line
from kiosk.narration.sounds import Sound
from kiosk.player.lesson_run import is_right_answer
from kiosk.player.screen_key import screen_key_of
from kiosk.player.speech import is_new_speech, lines_of, lines_to_come
from kiosk.player.spoken_page import PageContent, said_again, said_at_first, said_between
from kiosk.player.visit import DisplayPreferences, Page, Visit
from kiosk.ui.sound.voice_output import VoiceOutput


class VisitVoice:
    """Speaks what is new in the visit, and prepares what may be spoken next."""

    def __init__(
        self,
        speaker: VoiceOutput,
        visit: Visit,
        offered: Callable[[], PageContent],
        name_languages: Callable[[tuple[Line, ...], tuple[Line, ...]], None],
    ) -> None:
        self._speaker = speaker
        self._offered = offered
        self._name_languages = name_languages
        self._touched = False
        self._use_preferences(visit.preferences)

    def touched(self) -> None:
        """Plays a click for a touch, before the sentence that it causes or alone."""
        self._touched = True
        QTimer.singleShot(0, self._click)

    def _click(self) -> None:
        if self._touched and not self._speaker.is_speaking:
            self._speaker.ring(Sound.TOUCH)
        self._touched = False

    def praise(self) -> None:
        """Plays the sound of a right touch, while its result is shown on the phone."""
        self._touched = False
        self._speaker.ring(Sound.RIGHT)

    def _sound_of(self, before: Visit, visit: Visit) -> Sound | None:
        """Returns the sound of the last touch; None when nothing was touched."""
        if not self._touched:
            return None
        self._touched = False
        return Sound.RIGHT if is_right_answer(before.run, visit.run) else Sound.TOUCH

    def tune(self, before: Visit, visit: Visit, language: str) -> None:
        """Applies the language and voice preferences of the visit."""
        self._speaker.use_language(language)
        if before.before_trial and not visit.before_trial:
            self._speaker.use_trial_clips({})
        if visit.preferences != before.preferences:
            self._use_preferences(visit.preferences)

    def _use_preferences(self, preferences: DisplayPreferences) -> None:
        self._speaker.set_preferences(slow=preferences.slow, volume=preferences.volume)

    def follow(self, before: Visit, visit: Visit) -> None:
        """Speaks what has changed; stops when the new page or step has nothing to say."""
        if is_new_speech(before, visit):
            sound = self._sound_of(before, visit)
            if _asks_for_language(visit):
                self.tell(visit)
            else:
                self._speaker.say(said_between(before, visit, self._offered()), sound=sound)
        elif screen_key_of(visit) != screen_key_of(before):
            self._speaker.stop()
        if _to_prepare(visit) != _to_prepare(before):
            self._speaker.prepare(lines_to_come(visit))

    def tell(self, visit: Visit) -> None:
        """Speaks the text of the page and its options."""
        lines = said_at_first(visit, self._offered())
        if _asks_for_language(visit):
            self._name_languages(lines, ())
        else:
            self._speaker.say(lines)

    def tell_again(self, visit: Visit) -> None:
        """Speaks the text of the page, its options and the buttons of the bar."""
        lines = said_again(visit, self._offered())
        if _asks_for_language(visit):
            heading = lines_of(visit)
            self._name_languages(heading, lines[len(heading) :])
        else:
            self._speaker.say(lines, rings=False)

    def ask_if_there(self) -> None:
        """Asks whether the learner is still there."""
        self._speaker.say([prompts.STILL_THERE, CONTROL_WORDS["still-here"]])


def _to_prepare(visit: Visit) -> tuple[object, ...]:
    """Returns a key that changes whenever other sentences, or another voice, may be needed."""
    return (*screen_key_of(visit), visit.language, visit.heard, visit.preferences.slow)


def _asks_for_language(visit: Visit) -> bool:
    """True when the languages are the options of the page, each spoken in its own voice."""
    return visit.page is Page.LANGUAGE and lines_of(visit) == (prompts.CHOOSE_LANGUAGE,)
