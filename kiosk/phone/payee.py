"""The payee and the amount of a payment."""

from typing import ClassVar

from pydantic import Field, computed_field

from kiosk.domain.model import Label, Sentence
from kiosk.domain.screen import Element


class Payee(Element):
    """The confirmation of a bank: an invented payee at an invented bank, and the amount."""

    key: ClassVar[str] = "payee"
    touchable: ClassVar[bool] = False

    payee: Label = Field(description="Tên người nhận. | Who gets the money.")
    bank: Label = Field("Ngân hàng Mẫu", description="Ngân hàng nhận. | The payee's bank.")
    amount: int | None = Field(
        None, ge=1, le=999_999_999, description="Số tiền, đồng. | The sum in đồng."
    )
    in_words: Sentence | None = Field(
        None, alias="words", description="Số tiền bằng chữ. | The sum in words."
    )

    @computed_field  # type: ignore[prop-decorator]
    @property
    def sum_shown(self) -> str:
        """The amount in đồng, with dots between groups of three digits; empty for none."""
        return "" if self.amount is None else f"{self.amount:,} đ".replace(",", ".")

    @property
    def words(self) -> tuple[str, ...]:
        """The payee, bank and amount."""
        return tuple(
            word for word in (self.payee, self.bank, self.sum_shown, self.in_words) if word
        )


ELEMENT = Payee
