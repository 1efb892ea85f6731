"""What is said of a visit, and when."""

from collections.abc import Iterable

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.player.place import place_of
from kiosk.player.speech import is_news, lines_of, lines_to_come
from kiosk.player.visit import Comfort, Visit
from kiosk.ui.speaker import Speaker


class VisitVoice:
    """Says what is new, and has ready what may come next."""

    def __init__(self, speaker: Speaker, visit: Visit) -> None:
        self._speaker = speaker
        self._use_comfort(visit.comfort)

    def tune(self, before: Visit, visit: Visit) -> None:
        """Speak the visit's language, as the person likes it."""
        self._speaker.use_language(visit.heard)
        if visit.comfort != before.comfort:
            self._use_comfort(visit.comfort)

    def _use_comfort(self, comfort: Comfort) -> None:
        self._speaker.set_comfort(slow=comfort.slow, volume=comfort.volume)

    def follow(self, before: Visit, visit: Visit) -> None:
        """Say what a touch has brought; fall silent where it leads to something silent."""
        if is_news(before, visit):
            self.tell(visit)
        elif place_of(visit) != place_of(before):
            self._speaker.stop()
        if _to_prepare(visit) != _to_prepare(before):
            self._speaker.prepare(lines_to_come(visit))

    def tell(self, visit: Visit) -> None:
        """Say what the page tells."""
        self._speaker.say(lines_of(visit))

    def tell_again(self, visit: Visit, titles: Iterable[str]) -> None:
        """Say once more what the page tells, and the titles that stand there."""
        self._speaker.say([*lines_of(visit), *map(Line, titles)], rings=False)

    def ask_if_there(self) -> None:
        """Ask whether somebody is still there."""
        self._speaker.say([prompts.STILL_THERE])


def _to_prepare(visit: Visit) -> tuple[object, ...]:
    """Another one whenever other words, or words in another voice, may come."""
    return (*place_of(visit), visit.language, visit.heard, visit.comfort.slow)
