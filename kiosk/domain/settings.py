"""What a centre sets for its kiosk: the contents of `config.yaml`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from kiosk.domain.model import EMPTY_IS_NONE, Label, Model, Sentence


class TextSize(StrEnum):
    """How large the letters are."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Contrast(StrEnum):
    """Which colours are used."""

    WARM = "warm"
    HIGH = "high"


class Renderer(StrEnum):
    """Who draws the screen."""

    SOFTWARE = "software"
    GPU = "gpu"


class Section(Model):
    """A section of the settings.

    A value that is refused falls back to its default, unless the default would say something that
    the centre never said (an open network, a language shown, a way out). Such fields are named in
    `when_refused`, with what holds instead; `left_out_when_refused` drops the whole section.
    """

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {}
    """By field: the fields, with their values, that hold while what is written there is refused."""
    left_out_when_refused: ClassVar[bool] = False
    """Whether one wrong field makes the other fields of the section useless."""


class Centre(Section):
    """Who the kiosk belongs to."""

    name: Label = Field(description="Tên trung tâm, hiện ở màn hình chờ. | The centre's name.")
    hotline: Annotated[Label | None, EMPTY_IS_NONE] = Field(
        None, description="Số điện thoại để bác hỏi thêm. | A number to ask at."
    )

    @property
    def is_sample(self) -> bool:
        """Whether nobody has written the centre's own name yet."""
        return self.name.endswith(SAMPLE_CENTRE)


class Display(Section):
    """The screen and the person before it."""

    diagonal_in: float = Field(
        21.5, ge=7, le=100, description="Đường chéo màn hình, inch. | Screen diagonal in inches."
    )
    viewing_distance_mm: int = Field(
        500, ge=300, le=1500, description="Mắt cách màn hình bao nhiêu mm. | Viewing distance."
    )
    text_size: TextSize = Field(
        TextSize.NORMAL, description="Cỡ chữ lúc đầu: normal, large, largest. | Text size."
    )
    motion: bool = Field(
        default=True,
        description="Lúc đầu hình có chuyển động? Tắt thì mọi thứ đứng yên. "
        "| Whether things move at first.",
    )
    contrast: Contrast = Field(
        Contrast.WARM, description="Màu lúc đầu: warm (ấm) hoặc high (rõ nét). | Colours."
    )
    renderer: Renderer = Field(
        Renderer.SOFTWARE,
        description="Ai vẽ màn hình: software chạy được trên mọi máy, gpu nhanh hơn nếu máy có. "
        "| Who draws: software works everywhere, gpu is faster where there is one.",
    )


ALL_OTHERS = "*"
"""Among the hidden languages: every one that is not offered by name."""


class Languages(Section):
    """The languages that are offered."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "hidden": {"hidden": (ALL_OTHERS,)},
    }

    offered: tuple[str, ...] = Field(
        ("vi", "en"), min_length=1, description="Thứ tự trên màn hình. | Their order on the screen."
    )
    hidden: tuple[str, ...] = Field(
        (),
        description="Thứ tiếng không hiện cho bác chọn. Thư mục nào khác trong translations mà đủ "
        "câu thì hiện sau những tiếng ở trên. | Languages that learners never see; every other "
        "folder follows those above as soon as there is enough of it.",
    )
    least_coverage: int = Field(
        5,
        ge=0,
        le=100,
        description="Có chữ hoặc tiếng cho bao nhiêu phần trăm số câu thì mới hiện cho bác chọn. "
        "| From how many per cent of all sentences on, written or spoken, learners see a language.",
    )
    first_lessons: tuple[str, ...] = Field(
        ("noi-wifi", "lua-dao"),
        max_length=10,
        description="Bài nào thu trước trong một thứ tiếng mới (tên tệp, không có .yaml). "
        "| The lessons that are recorded first in a new language.",
    )
    show_unreviewed: bool = Field(
        default=False,
        description="Có cho hiện câu dịch chưa được người bản ngữ duyệt không. "
        "| Whether translations that nobody has confirmed are shown.",
    )

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Those that are not hidden: first as the centre names them, then by their codes."""
        there = set(codes) - set(self.hidden)
        first = [code for code in self.offered if code in there]
        others = [] if ALL_OTHERS in self.hidden else sorted(there)
        return tuple(dict.fromkeys((*first, *others)))


class VoiceSettings(Section):
    """How the kiosk speaks."""

    engines: tuple[str, ...] = Field(
        ("recordings", "piper", "supertonic", "espeak", "pyttsx3"),
        min_length=1,
        description="Các máy đọc, theo thứ tự ưu tiên. | Speech engines in order.",
    )
    voices: dict[str, str] = Field(
        default_factory=dict,
        description="Giọng của từng ngôn ngữ. | The voice of each language.",
    )
    words_per_minute: int = Field(125, ge=80, le=300, description="Tốc độ đọc. | Speaking rate.")
    rates: dict[str, Annotated[int, Field(ge=80, le=300)]] = Field(
        default_factory=dict,
        description="Tốc độ đọc riêng của từng ngôn ngữ. | The rate of each language.",
    )
    slow: bool = Field(default=False, description="Lúc đầu đọc chậm? | Slow speech at first.")
    volume: int = Field(4, ge=1, le=5, description="Âm lượng lúc đầu, 1 đến 5. | Volume.")
    cache_mb: int = Field(
        600, ge=10, le=20000, description="Chỗ cho tiếng đọc sẵn, MB. | Room for rendered speech."
    )


class Idle(Section):
    """When the kiosk believes that nobody is there any more."""

    warn_after_s: int = Field(
        180, ge=60, le=1800, description="Bao nhiêu giây không ai chạm thì hỏi. | Seconds to warn."
    )
    own_phone_warn_after_s: int = Field(
        600,
        ge=60,
        le=3600,
        description="Như trên, khi bác đang làm trên máy của mình. "
        "| The same, while the learner works on her own phone.",
    )
    wipe_after_s: int = Field(
        45, ge=20, le=300, description="Hỏi xong, chờ bao nhiêu giây thì xóa. | Seconds to wipe."
    )


class Paper(StrEnum):
    """What a sheet to take home is printed on."""

    A4 = "a4"
    A5 = "a5"
    RECEIPT = "receipt"
    """A roll of 80 mm, as in a till."""


DEFAULT_PRINTER = "default"
PRINTER_NAME = re.compile(r"[^-\s/?'\"#][^\s/?'\"#]{0,126}")
"""As CUPS takes them (lpadmin, -p)."""
NO_NAMES = frozenset({"off", "on", "no", "yes", "none", "false", "true", "không", "khong", "có"})
"""What people write who want none, or any: as a name it would be a printer that never prints."""


class Handout(Section):
    """The sheet to take home."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {"paper": {"printer": None}}

    printer: Annotated[Label | None, EMPTY_IS_NONE] = Field(
        None,
        description="Máy in: tên trong CUPS, hoặc default; bỏ trống là không có. "
        "| The printer's name in CUPS, or default; empty for none.",
    )
    paper: Paper = Field(
        Paper.A4, description="Cỡ giấy: a4, a5, receipt (cuộn 80 mm). | The size of the paper."
    )
    web_address: Annotated[str | None, EMPTY_IS_NONE] = Field(
        None,
        max_length=200,
        description="Trang để học lại ở nhà; {number} là số của bài, không ghi thì ở cuối, sau #. "
        "| A page to learn at home; {number} stands for the lesson's number, else it follows #.",
    )

    @field_validator("printer")
    @classmethod
    def _a_name(cls, name: str | None) -> str | None:
        if name and (name.lower() in NO_NAMES or not PRINTER_NAME.fullmatch(name)):
            raise ValueError("printer_name_strange")
        return name

    @field_validator("web_address")
    @classmethod
    def _an_address(cls, address: str | None) -> str | None:
        place = "{number}" in (address or "")
        if address and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", address):
            raise ValueError("web_address_strange")
        return f"{address.partition('#')[0]}#{{number}}" if address and not place else address


SAMPLE_CENTRE = "Mẫu"
"""The last word of the name with which the settings are shipped."""
SAMPLE_NETWORK = "HOC-THU-KIOT"
"""The network with which the settings are shipped: there is none of that name."""
LARGEST_NETWORK_NAME = 32
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 63
NETWORK_KEY = re.compile(r"[0-9A-Fa-f]{64}")


class Wifi(Section):
    """The centre's network for guests.

    IEEE 802.11: a name of 32 bytes at most; WPA2: a password of 8 to 63 printable ASCII letters,
    or a key of 64 hexadecimal digits.
    """

    left_out_when_refused: ClassVar[bool] = True

    name: str = Field(min_length=1, max_length=32, description="Tên mạng khách. | Its name.")
    password: str = Field(
        "", max_length=64, description="Mật khẩu; mạng mở thì bỏ dòng này. | Its password."
    )
    hidden: bool = Field(default=False, description="Mạng ẩn? | Whether it is hidden.")

    @property
    def security(self) -> Literal["WPA", "nopass"]:
        """How the network is protected, in the words of a Wi-Fi QR code."""
        return "WPA" if self.password else "nopass"

    @property
    def is_sample(self) -> bool:
        """Whether nobody has written the centre's own network yet."""
        return self.name == SAMPLE_NETWORK

    @field_validator("name")
    @classmethod
    def _fits_into_a_beacon(cls, name: str) -> str:
        if len(name.encode("utf-8", "replace")) > LARGEST_NETWORK_NAME:
            raise ValueError("wifi_name_too_long")
        if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in name):
            raise ValueError("wifi_name_letters")
        return name

    @field_validator("password")
    @classmethod
    def _can_be_typed(cls, password: str) -> str:
        if any(not " " <= letter <= "~" for letter in password):
            raise ValueError("wifi_password_letters")
        if password and len(password) < SHORTEST_PASSWORD:
            raise ValueError("wifi_password_too_short")
        if len(password) > LONGEST_PASSWORD and not NETWORK_KEY.fullmatch(password):
            raise ValueError("wifi_password_too_long")
        return password


class Staff(Section):
    """For the people at the counter."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "leave_allowed": {"leave_allowed": False},
    }

    leave_allowed: bool = Field(
        default=True, description="Cán bộ được thoát ra màn hình máy. | Staff may leave the kiosk."
    )
    language: Label = Field(
        "vi", description="Tiếng của trang cán bộ. | The language of the staff's pages."
    )
    call_note: Annotated[Sentence | None, EMPTY_IS_NONE] = Field(
        None, description="Lời hiện khi bác gọi cán bộ. | What is shown when staff are called."
    )
    call_command: tuple[Sentence, ...] = Field(
        (),
        max_length=20,
        description="Chương trình chạy khi bác gọi cán bộ, rồi từng tham số. "
        "| A program that is run when staff are called, then its arguments.",
    )

    @field_validator("call_command", mode="before")
    @classmethod
    def _nothing_if_empty(cls, command: object) -> object:
        return command or ()


class Lessons(Section):
    """Which of the lessons that lie here are offered."""

    hidden: tuple[str, ...] = Field(
        (),
        description="Bài không hiện ở trang đầu (tên tệp, không có .yaml); số bài vẫn mở được. "
        "| Lessons without a tile; their numbers still open them.",
    )
    unused: tuple[str, ...] = Field(
        (),
        description="Bài thôi dạy ở máy này, không mở được bằng cách nào. "
        "| Lessons that are not taught here.",
    )

    @field_validator("hidden", "unused", mode="before")
    @classmethod
    def _one_is_a_list_of_one(cls, names: object) -> object:
        return [each.strip() for each in names.split(",")] if isinstance(names, str) else names


class Packs(Section):
    """Where signed packs of lessons come from, and where figures go."""

    when_refused: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "unsigned_sticks": {"unsigned_sticks": False}
    }

    source: Annotated[str | None, EMPTY_IS_NONE] = Field(
        None,
        max_length=300,
        description="Nơi lấy gói bài có chữ ký: địa chỉ https, hoặc thư mục. "
        "| Where signed packs are fetched: an https address or a folder.",
    )
    unsigned_sticks: bool = Field(
        default=True,
        description="Được lấy bài không có chữ ký từ USB? "
        "| Whether lessons without a signature may come from a stick.",
    )
    figures: Annotated[str | None, EMPTY_IS_NONE] = Field(
        None,
        max_length=300,
        description="Nơi gửi số liệu đã gộp: địa chỉ https, hoặc thư mục. "
        "| Where the summed-up figures are sent: an https address or a folder.",
    )


class Settings(Model):
    """Everything that a centre sets."""

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
    """Sections of which something was refused that has no harmless default."""
