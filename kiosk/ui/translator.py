"""Gives QML its texts in the chosen language, from gettext catalogues."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTranslator

from kiosk.i18n.catalogue import EMPTY, Catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.qt.overrides import answered_always


def _untranslated() -> str | None:
    return None


class Translator(QTranslator):
    """Serves `qsTr` and the lessons' own sentences."""

    def __init__(self, read: Callable[[str], Catalogue], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._catalogues: dict[str, Catalogue] = {SOURCE: EMPTY}
        self._language = SOURCE

    @property
    def shown_language(self) -> str:
        return self._language

    def use_language(self, language: str) -> None:
        """Translate into this language from now on."""
        self._language = language

    def forget(self, language: str) -> None:
        """Read a language's texts anew when they are next asked for."""
        if language != SOURCE:
            self._catalogues.pop(language, None)

    def take(self, catalogues: Mapping[str, Catalogue]) -> frozenset[str]:
        """Texts that were read elsewhere; returns the languages whose texts are others now."""
        other = {
            code
            for code, catalogue in catalogues.items()
            if code != SOURCE and not catalogue.is_like(self._catalogues.get(code, EMPTY))
        }
        lost = self._catalogues.keys() - catalogues.keys() - {SOURCE}
        for code in lost:
            del self._catalogues[code]
        self._catalogues.update({code: catalogues[code] for code in catalogues.keys() - {SOURCE}})
        return frozenset(other | lost)

    def text_in(self, language: str, source: str) -> str | None:
        """A Vietnamese sentence in a language; None where it has no translation."""
        if language == SOURCE:
            return source
        if language not in self._catalogues:
            self._catalogues[language] = self._read(language)
        return self._catalogues[language].text(source)

    def known_text_in(self, language: str, source: str) -> str | None:
        """As `text_in`, but None also where the language's texts were not read yet."""
        if language != SOURCE and language not in self._catalogues:
            return None
        return self.text_in(language, source)

    def shown(self, source: str) -> str:
        """A Vietnamese sentence as it is to be shown."""
        return self.text_in(self._language, source) or source

    # What Qt calls.

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return False

    @answered_always(_untranslated)
    def translate(
        self,
        context: str | None,  # noqa: ARG002 - Qt's signature
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        number: int = -1,  # noqa: ARG002
    ) -> str | None:
        """The text for `qsTr`; None lets Qt show the source."""
        return self.text_in(self._language, source)
