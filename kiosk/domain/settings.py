"""Settings of a centre: the contents of `config.yaml`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from kiosk.domain.record import ChangedBefore, CheckedAfter, Limits, Record, described
from kiosk.domain.texts import Label, Sentence


class TextSize(StrEnum):
    """Size of the letters."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Contrast(StrEnum):
    """Colour scheme."""

    WARM = "warm"
    HIGH = "high"


class Renderer(StrEnum):
    """What renders the screen."""

    SOFTWARE = "software"
    GPU = "gpu"


class Section(Record):
    """A section of the settings.

    A rejected value falls back to its default, unless that default would assert what the centre
    never configured (an open network, a shown language, leaving the kiosk). `when_refused` lists
    such fields with the values used instead; `left_out_when_refused` drops the whole section.
    """

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {}
    """By field name: the field values that apply when that field is rejected."""
    left_out_when_refused: ClassVar[bool] = False
    """Whether one invalid field makes the whole section unusable."""


def _none_if_empty(text: object) -> object:
    return text or None


class Centre(Section):
    """Name and telephone number of the centre."""

    name: Label = described(description="Tên trung tâm, hiện ở màn hình chờ. | The centre's name.")
    hotline: Annotated[Label | None, ChangedBefore(_none_if_empty)] = described(
        default=None, description="Số điện thoại để bác hỏi thêm. | A number to ask at."
    )

    @property
    def is_sample(self) -> bool:
        """Whether the name is still the one shipped with the program."""
        return self.name.endswith(SAMPLE_CENTRE)


class Display(Section):
    """The screen, and how the learner sees it."""

    diagonal_in: Annotated[float, Limits(ge=7, le=100)] = described(
        default=21.5, description="Đường chéo màn hình, inch. | Screen diagonal in inches."
    )
    viewing_distance_mm: Annotated[int, Limits(ge=300, le=1500)] = described(
        default=500, description="Mắt cách màn hình bao nhiêu mm. | Viewing distance."
    )
    text_size: TextSize = described(
        default=TextSize.NORMAL, description="Cỡ chữ lúc đầu: normal, large, largest. | Text size."
    )
    motion: bool = described(
        default=True,
        description="Lúc đầu hình có chuyển động? Tắt thì mọi thứ đứng yên. "
        "| Whether things move at first.",
    )
    contrast: Contrast = described(
        default=Contrast.WARM, description="Màu lúc đầu: warm (ấm) hoặc high (rõ nét). | Colours."
    )
    renderer: Renderer = described(
        default=Renderer.SOFTWARE,
        description="Ai vẽ màn hình: software chạy được trên mọi máy, gpu nhanh hơn nếu máy có. "
        "| Who draws: software works everywhere, gpu is faster where there is one.",
    )


ALL_OTHERS = "*"
"""Wildcard in `hidden`: every language that is not listed in `offered`."""


class Languages(Section):
    """Which languages are offered."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "hidden": {"hidden": (ALL_OTHERS,)},
    }

    offered: Annotated[tuple[str, ...], Limits(min_length=1)] = described(
        default=("vi", "en"), description="Thứ tự trên màn hình. | Their order on the screen."
    )
    hidden: tuple[str, ...] = described(
        default=(),
        description="Thứ tiếng không hiện cho bác chọn. Thư mục nào khác trong translations mà đủ "
        "câu thì hiện sau những tiếng ở trên. | Languages that learners never see; every other "
        "folder follows those above as soon as there is enough of it.",
    )
    least_coverage: Annotated[int, Limits(ge=0, le=100)] = described(
        default=5,
        description="Có chữ hoặc tiếng cho bao nhiêu phần trăm số câu thì mới hiện cho bác chọn. "
        "| From how many per cent of all sentences on, written or spoken, learners see a language.",
    )
    first_lessons: Annotated[tuple[str, ...], Limits(max_length=10)] = described(
        default=("noi-wifi", "lua-dao"),
        description="Bài nào thu trước trong một thứ tiếng mới (tên tệp, không có .yaml). "
        "| The lessons that are recorded first in a new language.",
    )
    show_unreviewed: bool = described(
        default=False,
        description="Có cho hiện câu dịch chưa được người bản ngữ duyệt không. "
        "| Whether translations that nobody has confirmed are shown.",
    )

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes that are not hidden: those in `offered` first, then the others by code."""
        there = set(codes) - set(self.hidden)
        first = [code for code in self.offered if code in there]
        others = [] if ALL_OTHERS in self.hidden else sorted(there)
        return tuple(dict.fromkeys((*first, *others)))


class VoiceSettings(Section):
    """Speech settings."""

    engines: Annotated[tuple[str, ...], Limits(min_length=1)] = described(
        default=("recordings", "piper", "supertonic", "espeak", "pyttsx3"),
        description="Các máy đọc, theo thứ tự ưu tiên. | Speech engines in order.",
    )
    voices: dict[str, str] = described(
        default_factory=dict, description="Giọng của từng ngôn ngữ. | The voice of each language."
    )
    words_per_minute: Annotated[int, Limits(ge=80, le=300)] = described(
        default=125, description="Tốc độ đọc. | Speaking rate."
    )
    rates: dict[str, Annotated[int, Limits(ge=80, le=300)]] = described(
        default_factory=dict,
        description="Tốc độ đọc riêng của từng ngôn ngữ. | The rate of each language.",
    )
    slow: bool = described(default=False, description="Lúc đầu đọc chậm? | Slow speech at first.")
    volume: Annotated[int, Limits(ge=1, le=5)] = described(
        default=4, description="Âm lượng lúc đầu, 1 đến 5. | Volume."
    )
    cache_mb: Annotated[int, Limits(ge=10, le=20000)] = described(
        default=600, description="Chỗ cho tiếng đọc sẵn, MB. | Room for rendered speech."
    )


class Idle(Section):
    """Times without a touch after which the kiosk warns, then ends the visit."""

    warn_after_s: Annotated[int, Limits(ge=60, le=1800)] = described(
        default=180, description="Bao nhiêu giây không ai chạm thì hỏi. | Seconds to warn."
    )
    own_phone_warn_after_s: Annotated[int, Limits(ge=60, le=3600)] = described(
        default=600,
        description="Như trên, khi bác đang làm trên máy của mình. "
        "| The same, while the learner works on her own phone.",
    )
    wipe_after_s: Annotated[int, Limits(ge=20, le=300)] = described(
        default=45, description="Hỏi xong, chờ bao nhiêu giây thì xóa. | Seconds to wipe."
    )


class Paper(StrEnum):
    """Paper size of the handout."""

    A4 = "a4"
    A5 = "a5"
    RECEIPT = "receipt"
    """An 80 mm receipt roll."""


DEFAULT_PRINTER = "default"
PRINTER_NAME = re.compile(r"[^-\s/?'\"#][^\s/?'\"#]{0,126}")
"""Printer names that CUPS accepts (lpadmin, -p)."""
NO_NAMES = frozenset({"off", "on", "no", "yes", "none", "false", "true", "không", "khong", "có"})
"""Words entered to mean no printer or any printer; as a printer name they would never print."""


def _a_printer(name: str | None) -> str | None:
    if name and (name.lower() in NO_NAMES or not PRINTER_NAME.fullmatch(name)):
        raise ValueError("printer_name_strange")
    return name


def _an_address(address: str | None) -> str | None:
    place = "{number}" in (address or "")
    if address and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", address):
        raise ValueError("web_address_strange")
    return f"{address.partition('#')[0]}#{{number}}" if address and not place else address


class Handout(Section):
    """The printed sheet that learners take home."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {"paper": {"printer": None}}

    printer: Annotated[Label | None, CheckedAfter(_a_printer), ChangedBefore(_none_if_empty)] = (
        described(
            default=None,
            description="Máy in: tên trong CUPS, hoặc default; bỏ trống là không có. "
            "| The printer's name in CUPS, or default; empty for none.",
        )
    )
    paper: Paper = described(
        default=Paper.A4,
        description="Cỡ giấy: a4, a5, receipt (cuộn 80 mm). | The size of the paper.",
    )
    web_address: Annotated[
        str | None, Limits(max_length=200), CheckedAfter(_an_address), ChangedBefore(_none_if_empty)
    ] = described(
        default=None,
        description="Trang để học lại ở nhà; {number} là số của bài, không ghi thì ở cuối, sau #. "
        "| A page to learn at home; {number} stands for the lesson's number, else it follows #.",
    )


SAMPLE_CENTRE = "Mẫu"
"""Last word of the centre's name in the shipped settings."""
SAMPLE_NETWORK = "HOC-THU-KIOT"
"""Network name in the shipped settings; no network of that name exists."""
MAX_NETWORK_NAME = 32
MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH = 8, 63
NETWORK_KEY = re.compile(r"[0-9A-Fa-f]{64}")


def _fits_into_a_beacon(name: str) -> str:
    if len(name.encode("utf-8", "replace")) > MAX_NETWORK_NAME:
        raise ValueError("wifi_name_too_long")
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in name):
        raise ValueError("wifi_name_letters")
    return name


def _can_be_typed(password: str) -> str:
    if any(not " " <= letter <= "~" for letter in password):
        raise ValueError("wifi_password_letters")
    if password and len(password) < MIN_PASSWORD_LENGTH:
        raise ValueError("wifi_password_too_short")
    if len(password) > MAX_PASSWORD_LENGTH and not NETWORK_KEY.fullmatch(password):
        raise ValueError("wifi_password_too_long")
    return password


class Wifi(Section):
    """The centre's guest network.

    IEEE 802.11: a name of at most 32 bytes; WPA2: a password of 8 to 63 printable ASCII
    characters, or a key of 64 hexadecimal digits.
    """

    left_out_when_refused: ClassVar[bool] = True

    name: Annotated[str, Limits(min_length=1, max_length=32), CheckedAfter(_fits_into_a_beacon)] = (
        described(description="Tên mạng khách. | Its name.")
    )
    password: Annotated[str, Limits(max_length=64), CheckedAfter(_can_be_typed)] = described(
        default="", description="Mật khẩu; mạng mở thì bỏ dòng này. | Its password."
    )
    hidden: bool = described(default=False, description="Mạng ẩn? | Whether it is hidden.")

    @property
    def security(self) -> Literal["WPA", "nopass"]:
        """The protection of the network, as the `T:` value of a Wi-Fi QR code."""
        return "WPA" if self.password else "nopass"

    @property
    def is_sample(self) -> bool:
        """Whether the network is still the one shipped with the program."""
        return self.name == SAMPLE_NETWORK


def _nothing_if_empty(command: object) -> object:
    return command or ()


class Staff(Section):
    """Settings for staff."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "leave_allowed": {"leave_allowed": False},
    }

    leave_allowed: bool = described(
        default=True, description="Cán bộ được thoát ra màn hình máy. | Staff may leave the kiosk."
    )
    language: Label = described(
        default="vi", description="Tiếng của trang cán bộ. | The language of the staff's pages."
    )
    call_note: Annotated[Sentence | None, ChangedBefore(_none_if_empty)] = described(
        default=None,
        description="Lời hiện khi bác gọi cán bộ. | What is shown when staff are called.",
    )
    call_command: Annotated[
        tuple[Sentence, ...], Limits(max_length=20), ChangedBefore(_nothing_if_empty)
    ] = described(
        default=(),
        description="Chương trình chạy khi bác gọi cán bộ, rồi từng tham số. "
        "| A program that is run when staff are called, then its arguments.",
    )


def _one_is_a_list_of_one(names: object) -> object:
    return [each.strip() for each in names.split(",")] if isinstance(names, str) else names


class Lessons(Section):
    """Which of the installed lessons are offered."""

    hidden: Annotated[tuple[str, ...], ChangedBefore(_one_is_a_list_of_one)] = described(
        default=(),
        description="Bài không hiện ở trang đầu (tên tệp, không có .yaml); số bài vẫn mở được. "
        "| Lessons without a tile; their numbers still open them.",
    )
    unused: Annotated[tuple[str, ...], ChangedBefore(_one_is_a_list_of_one)] = described(
        default=(),
        description="Bài thôi dạy ở máy này, không mở được bằng cách nào. "
        "| Lessons that are not taught here.",
    )


class Packs(Section):
    """Source of signed lesson packs, and destination of the statistics."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "unsigned_sticks": {"unsigned_sticks": False}
    }

    source: Annotated[str | None, Limits(max_length=300), ChangedBefore(_none_if_empty)] = (
        described(
            default=None,
            description="Nơi lấy gói bài có chữ ký: địa chỉ https, hoặc thư mục. "
            "| Where signed packs are fetched: an https address or a folder.",
        )
    )
    unsigned_sticks: bool = described(
        default=True,
        description="Được lấy bài không có chữ ký từ USB? "
        "| Whether lessons without a signature may come from a stick.",
    )
    figures: Annotated[str | None, Limits(max_length=300), ChangedBefore(_none_if_empty)] = (
        described(
            default=None,
            description="Nơi gửi số liệu đã gộp: địa chỉ https, hoặc thư mục. "
            "| Where the summed-up figures are sent: an https address or a folder.",
        )
    )


class Settings(Record):
    """All settings of a centre."""

    centre: Centre = Centre(name="Trung tâm phục vụ hành chính công")
    display: Display = Display()
    languages: Languages = Languages()
    voice: VoiceSettings = VoiceSettings()
    idle: Idle = Idle()
    wifi: Wifi | None = None
    handout: Handout = Handout()
    staff: Staff = Staff()
    packs: Packs = Packs()
    lessons: Lessons = Lessons()
    refused: tuple[str, ...] = ()
    """Names of sections in which a value was rejected that has no harmless default."""

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> Self:
        """Restores `wifi` separately, because its default None does not show its type."""
        wifi = Wifi.restored(kept["wifi"]) if kept["wifi"] else None
        return super().restored({**kept, "wifi": wifi})
