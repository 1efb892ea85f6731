"""A message that arrives on the drawn phone."""

from pydantic import Field

from kiosk.domain.model import Label, Model, Sentence


class Arrival(Model):
    """A text message: it drops in over any screen, goes up again, and can be looked up."""

    sender: Label = Field(alias="from", description="Ai nhắn. | Who sends it.")
    text: Sentence = Field(description="Lời nhắn. | What it says.")
