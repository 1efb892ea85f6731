"""Translation of the texts in QML and in lessons, from gettext catalogues."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTranslator

from kiosk.i18n.catalogue import EMPTY, Catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.qt.overrides import answered_always


def _untranslated() -> str | None:
    return None


class Translator(QTranslator):
    """Translates `qsTr` texts and the sentences of lessons."""

    def __init__(self, read: Callable[[str], Catalogue], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._catalogues: dict[str, Catalogue] = {SOURCE: EMPTY}
        self._language = SOURCE

    @property
    def shown_language(self) -> str:
        return self._language

    def use_language(self, language: str) -> None:
        """Sets the language of all following translations."""
        self._language = language

    def forget(self, language: str) -> None:
        """Drops a language's catalogue, which is read again when it is needed."""
        if language != SOURCE:
            self._catalogues.pop(language, None)

    def take(self, catalogues: Mapping[str, Catalogue]) -> frozenset[str]:
        """Replaces all catalogues; returns the languages whose texts have changed."""
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
        """Returns a Vietnamese sentence in a language; None when it is not translated."""
        if language == SOURCE:
            return source
        if language not in self._catalogues:
            self._catalogues[language] = self._read(language)
        return self._catalogues[language].text(source)

    def known_text_in(self, language: str, source: str) -> str | None:
        """Like `text_in`, but also None when the language's catalogue has not been read."""
        if language != SOURCE and language not in self._catalogues:
            return None
        return self.text_in(language, source)

    def shown(self, source: str) -> str:
        """Returns a Vietnamese sentence in the current language, else in Vietnamese."""
        return self.text_in(self._language, source) or source

    # Called by Qt.

    def isEmpty(self) -> bool:
        """Always False, so that Qt calls `translate`."""
        return False

    @answered_always(_untranslated)
    def translate(
        self,
        context: str | None,  # noqa: ARG002 - Qt's signature
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        number: int = -1,  # noqa: ARG002
    ) -> str | None:
        """Returns the text for `qsTr`; None makes Qt show the source."""
        return self.text_in(self._language, source)
