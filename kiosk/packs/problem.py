"""Why a pack could not be made, signed, fetched or installed."""


class PackError(Exception):
    """A reason for the person at the screen.

    Attributes:
        text: the Vietnamese sentence with named places, which is also its message id.
        values: what stands in the named places.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values
