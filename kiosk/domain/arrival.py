"""A text message that arrives on the simulated phone."""

from pydantic import Field

from kiosk.domain.model import Label, Model, Sentence


class Arrival(Model):
    """A text message: a banner over any screen, later readable in the notification shade."""

    sender: Label = Field(alias="from", description="Ai nhắn. | Who sends it.")
    text: Sentence = Field(description="Lời nhắn. | What it says.")
