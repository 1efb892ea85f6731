"""The data of this kiosk for the commands of `kiosk voice`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.cli._console import stop
from kiosk.cli._installed import kiosk_folders
from kiosk.content.spoken import SpokenPart, spoken_parts
from kiosk.i18n.catalogue import EMPTY, Catalogue, read_catalogue
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.library.library import load_library
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.utterance import utterance_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.cli._words import Say
    from kiosk.domain.lesson import Lesson
    from kiosk.domain.line import Line
    from kiosk.domain.settings import Settings
    from kiosk.folders import Folders
    from kiosk.i18n.languages import Language
    from kiosk.narration.settings import NarrationSettings
    from kiosk.narration.utterance import Utterance


@dataclass(frozen=True)
class VoiceContext:
    """The folders, settings, languages and lessons of a kiosk."""

    folders: Folders
    settings: Settings
    voice: NarrationSettings
    found: Mapping[str, Language]
    parts: tuple[SpokenPart, ...]
    lessons: tuple[Lesson, ...]

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The names of all languages by code, the offered ones first."""
        offered = self.settings.languages.offered
        codes = dict.fromkeys((*(code for code in offered if code in self.found), *self.found))
        return {code: self.found[code].name for code in codes}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """All sentences of the kiosk, without duplicates."""
        texts = (line.text for part in self.parts for line in part.lines)
        return tuple({sentence_key(text): text for text in texts if text}.values())

    def wordings(self, key: str) -> tuple[str, ...]:
        """The texts with this sentence key, which sound the same."""
        return self._wordings.get(key, ())

    @cached_property
    def _wordings(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for part in self.parts:
            for line in filter(None, part.lines):
                found.setdefault(sentence_key(line.text), {})[line.text] = None
        return {key: tuple(texts) for key, texts in found.items()}

    def catalogue(self, language: str) -> Catalogue:
        """The translations shown to learners in a language."""
        if language == SOURCE:
            return EMPTY
        unreviewed = self.settings.languages.show_unreviewed
        return read_catalogue(*self.folders.language_folders(language), unreviewed=unreviewed)

    def utterances(self, part: SpokenPart, language: str) -> Iterator[tuple[Line, Utterance]]:
        catalogue = self.catalogue_of[language]
        for line in part.lines:
            if line:
                text = catalogue.text(line.text)
                if line.text == self.greeting_in(SOURCE):
                    text = self.greeting_in(language)
                yield line, utterance_of(line, language, text)

    def greeting_in(self, language: str) -> str:
        """The kiosk's greeting in a language; empty if the language does not exist."""
        return (self.found[language].greeting or "") if language in self.found else ""

    @cached_property
    def catalogue_of(self) -> Mapping[str, Catalogue]:
        """The translations shown to learners, by language."""
        return {code: self.catalogue(code) for code in self.languages}


def voice_context_with(code: str, say: Say) -> VoiceContext:
    """This kiosk; exits with a message if it has no language with this code."""
    kiosk = voice_context(say("itself"), kiosk_folders())
    if code not in kiosk.languages:
        stop(say("unknown_language", code=code, known=", ".join(kiosk.languages)))
    return kiosk


def voice_context(itself: str, folders: Folders) -> VoiceContext:
    """The kiosk with these folders; `itself` is the title of its own lines."""
    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.ui.sound.centre_voice import voice_settings  # noqa: PLC0415

    settings = settings_of(folders)
    lessons = tuple(load_library(folders).lessons.values())
    found = find_languages(*folders.translation_folders)
    greeting = (found[SOURCE].greeting or "") if SOURCE in found else ""
    parts = spoken_parts(lessons, itself, greeting)
    return VoiceContext(folders, settings, voice_settings(settings, folders), found, parts, lessons)
