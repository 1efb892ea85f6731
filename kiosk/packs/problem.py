"""The error of building, signing, downloading or installing a pack."""


class PackError(Exception):
    """An error with a message for the user.

    Attributes:
        text: the Vietnamese sentence with named placeholders, which is also the message id.
        values: the values of the placeholders.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values
