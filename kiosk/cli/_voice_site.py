"""What the commands of `kiosk voice` need to know of this kiosk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.content.library import load_library
from kiosk.content.spoken import Part, spoken_parts
from kiosk.folders import Folders, folders_from_environment
from kiosk.i18n.catalogue import EMPTY, Catalogue, read_catalogue
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.utterance import utterance_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.domain.line import Line
    from kiosk.domain.settings import Settings
    from kiosk.i18n.languages import Language
    from kiosk.narration.settings import VoiceSettings
    from kiosk.narration.utterance import Utterance


@dataclass(frozen=True)
class Site:
    """The kiosk of this machine, as the command line sees it."""

    folders: Folders
    settings: Settings
    voice: VoiceSettings
    found: Mapping[str, Language]
    parts: tuple[Part, ...]

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The name of every language, those that are offered first."""
        offered = self.settings.languages.offered
        codes = dict.fromkeys((*(code for code in offered if code in self.found), *self.found))
        return {code: self.found[code].name for code in codes}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Everything the kiosk may say, each sentence once."""
        texts = (line.text for part in self.parts for line in part.lines)
        return tuple({sentence_key(text): text for text in texts if text}.values())

    def wordings(self, key: str) -> tuple[str, ...]:
        """The texts that are this sentence to somebody who hears them."""
        return self._wordings.get(key, ())

    @cached_property
    def _wordings(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for part in self.parts:
            for line in filter(None, part.lines):
                found.setdefault(sentence_key(line.text), {})[line.text] = None
        return {key: tuple(texts) for key, texts in found.items()}

    def catalogue(self, language: str) -> Catalogue:
        """The translations that are shown to learners."""
        if language == SOURCE:
            return EMPTY
        unreviewed = self.settings.languages.show_unreviewed
        return read_catalogue(self.folders.translations / language, unreviewed=unreviewed)

    def utterances(self, part: Part, language: str) -> Iterator[tuple[Line, Utterance]]:
        """The lines of a part as they are spoken in a language."""
        catalogue = self.catalogue_of[language]
        for line in part.lines:
            if line:
                text = catalogue.text(line.text)
                if line.text == self.greeting_in(SOURCE):
                    text = self.greeting_in(language)
                yield line, utterance_of(line, language, text)

    def greeting_in(self, language: str) -> str:
        """How the kiosk greets; empty where the language is not there."""
        return (self.found[language].greeting or "") if language in self.found else ""

    @cached_property
    def catalogue_of(self) -> Mapping[str, Catalogue]:
        """The translations of each language."""
        return {code: self.catalogue(code) for code in self.languages}


def site(itself: str) -> Site:
    """This kiosk; `itself` is what its own lines are called."""
    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.ui.centre_voice import voice_settings  # noqa: PLC0415

    folders = folders_from_environment()
    settings = settings_of(folders)
    lessons = load_library(folders).lessons.values()
    found = find_languages(folders.translations)
    greeting = (found[SOURCE].greeting or "") if SOURCE in found else ""
    parts = spoken_parts(lessons, itself, greeting)
    return Site(folders, settings, voice_settings(settings, folders), found, parts)
