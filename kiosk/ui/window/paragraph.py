"""The line spacing of the sentences."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtQuick import QQuickTextDocument

from kiosk.qt.properties import qml_singleton

LINE_HEIGHT_PERCENT = 86.0
"""Of the line height of the font. Vietnamese marks of two levels do not reach the line above."""


@qml_singleton
class Paragraph(QObject):
    """Sets the text of a `TextEdit`, which has no property for the height of its lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._format = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        self._format.setLineHeight(LINE_HEIGHT_PERCENT, proportional)

    @Slot(QQuickTextDocument, str)
    def show(self, text_document: QQuickTextDocument, words: str) -> None:
        """Replaces the text, with closer lines; it is laid out once."""
        document = text_document.textDocument()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        cursor.setBlockFormat(self._format)
        cursor.endEditBlock()
