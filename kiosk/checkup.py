"""Checks the machine and reports the results with advice, for `kiosk doctor` and staff."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.near import near_matches
from kiosk.content.wording import sentence
from kiosk.domain.settings import ALL_OTHERS, DEFAULT_PRINTER, Settings
from kiosk.folders import Folders, folders_from_environment
from kiosk.handout.printing import PrintError, ready_printer
from kiosk.i18n.languages import find_languages
from kiosk.i18n.staff_texts import staff_table
from kiosk.library.library import Library, load_library
from kiosk.loudspeaker import NO_DEVICE, loudness
from kiosk.narration.health import VoiceCheck
from kiosk.player.asking import RunningState
from kiosk.processor import lacking_processor_flags
from kiosk.runtime_folder import MAX_SOCKET_BYTES, socket_address
from kiosk.settings.file import read_settings
from kiosk.staff.pin import PinFile

MIN_FREE_MB = 500
NICE = 10

TEXTS = {
    "running": "Ki-ốt đang chạy",
    "running_ok": "Đang hiện ở màn hình {screen}, bản {version}.",
    "running_none": "Ki-ốt chưa chạy, hoặc không trả lời. Bật: systemctl start tutorial-kiosk",
    "running_mute": "Ki-ốt đang chạy nhưng không có tiếng: {why}",
    "running_pin": "Ki-ốt đang chạy chưa có mã PIN. Đặt ngay ở trang cán bộ, hoặc gõ: kiosk pin",
    "running_wifi": "Ki-ốt đang hiện mã của mạng {name}.",
    "processor": "Bộ xử lý",
    "processor_ok": "Bộ xử lý đủ dùng.",
    "processor_old": "Bộ xử lý thiếu {flags} (cần x86-64-v2, máy từ khoảng năm 2009). "
    "Phần hình của ki-ốt không chạy được trên máy này: đổi máy khác.",
    "display": "Màn hình",
    "display_ok": "Có màn hình ({name}).",
    "display_bad": "Không thấy màn hình. Chạy trong phiên đồ họa, hoặc xem docs/deploy.md.",
    "font": "Phông chữ",
    "font_ok": "Có phông Andika.",
    "font_bad": "Thiếu phông Andika, đang dùng {name}. Cài: apt install fonts-sil-andika",
    "sound": "Loa",
    "sound_ok": "Loa: {name}.",
    "sound_bad": "Không thấy loa. Cắm loa, rồi xem máy chủ âm thanh (PulseAudio, PipeWire).",
    "sound_muted": "Loa {name} đang tắt tiếng. Bật lại: pactl set-sink-mute @DEFAULT_SINK@ 0",
    "sound_low": "Loa {name} đang để âm lượng {percent}%, không ai nghe rõ. Vặn lên: "
    "pactl set-sink-volume @DEFAULT_SINK@ 80%",
    "sound_lib": "Phần âm thanh không nạp được: {why}. Cài: apt install libpulse0",
    "microphone": "Micrô",
    "microphone_ok": "Micrô: {name}.",
    "microphone_bad": "Không có micrô. Chỉ cần khi thu giọng người bản ngữ.",
    "disk": "Chỗ trống",
    "disk_ok": "Còn {free} MB ở {folder}.",
    "disk_bad": "Chỉ còn {free} MB ở {folder}; cần ít nhất {least} MB.",
    "state": "Thư mục ghi nhớ",
    "state_ok": "Ghi được vào {folder}.",
    "state_bad": "Không ghi được vào {folder} ({why}). Ki-ốt vẫn dạy, nhưng không nhớ số liệu, "
    "mã PIN và cài đặt. Xem quyền của thư mục và ổ đĩa.",
    "socket": "Lệnh kiosk open",
    "socket_ok": "Ki-ốt nhận lệnh ở {address}.",
    "socket_long": "Đường dẫn {address} dài {size} byte, hệ thống chỉ nhận {most}. "
    "Đặt XDG_RUNTIME_DIR ngắn hơn.",
    "socket_bad": "Không có chỗ cho ki-ốt nhận lệnh ({why}). Xem quyền của /run/user và /tmp.",
    "config": "Cài đặt",
    "config_ok": "config.yaml không có lỗi.",
    "config_name": "Cài đặt {field} ghi “{name}”, mà ở máy này không có.{near}",
    "config_near": " Có phải {near}?",
    "wifi": "Mạng Wi-Fi",
    "wifi_ok": "Mã QR mở mạng {name}.",
    "wifi_sample": "Mạng trong config.yaml còn là mạng mẫu {name}. Sửa thành mạng khách thật.",
    "wifi_none": "Chưa ghi mạng Wi-Fi của trung tâm trong config.yaml.",
    "wifi_refused": "Phần wifi trong cài đặt có lỗi, nên máy không hiện mã Wi-Fi. "
    "Sửa chỗ lỗi ở mục Cài đặt.",
    "printer": "Máy in",
    "printer_ok": "Máy in {name} sẵn sàng.",
    "printer_default": "mặc định",
    "printer_none": "Chưa chọn máy in. Cuối bài không có nút in.",
    "printer_NO_SERVICE": "Máy chưa có dịch vụ in, hoặc dịch vụ in chưa chạy. "
    "Cài: apt install cups cups-client",
    "printer_NO_PRINTER": "Không thấy máy in {name}. Gõ `lpstat -e` để xem có máy in nào, "
    "rồi chọn lại ở mục Máy in và giấy.",
    "printer_STOPPED": "Máy in {name} đang tắt hoặc bị tạm dừng. Bật máy in, rồi gõ: "
    "cupsenable {name}",
    "printer_NO_PAPER": "Máy in {name} hết giấy. Cho thêm giấy.",
    "printer_COVER_OPEN": "Nắp máy in {name} đang mở. Đóng nắp.",
    "printer_JAM": "Máy in {name} kẹt giấy. Gỡ giấy ra.",
    "printer_NO_INK": "Máy in {name} hết mực, hoặc chưa có hộp mực.",
    "printer_TRAY": "Máy in {name} thiếu khay giấy, hoặc khay ra đã đầy.",
    "printer_HELD": "Máy in {name} đang giữ các tờ in lại. Cho in tiếp: cupsenable {name}",
    "printer_ALERT": "Máy in {name} báo lỗi. Gõ `lpstat -l -p {name}` để xem lỗi gì.",
    "printer_TOO_LONG": "Dịch vụ in không trả lời. Khởi động lại: systemctl restart cups",
    "lessons": "Bài học",
    "lessons_ok": "Có {count} bài, không bài nào hỏng.",
    "pin": "Mã PIN",
    "pin_ok": "Đã đặt mã PIN cho cán bộ.",
    "pin_bad": "Chưa đặt mã PIN. Đặt ngay: vào trang cán bộ trên màn hình, hoặc gõ: kiosk pin",
}


class Checkup:
    """All checks of the machine, reported in a language of the staff."""

    def __init__(self, folders: Folders, language: str) -> None:
        self._folders = folders
        self._language = language
        self._texts = staff_table(TEXTS, language)

    def settings(self) -> Iterator[VoiceCheck]:
        """Checks settings, PIN, Wi-Fi, disk, printer and lessons; the fast checks come first."""
        settings, problems = read_settings(self._folders.config, self._folders.local_configs)
        for problem in problems:
            yield VoiceCheck(self._texts["config"], not problem.is_error, self._words_of(problem))
        if not problems:
            yield self._passed("config")
        yield self._wifi(settings)
        yield self._pin()
        yield self._state()
        yield self._socket()
        yield from self._disk()
        yield self._printer(settings.handout.printer)
        library = load_library(self._folders)
        yield from self._lessons(library)
        yield from self._names(settings, library)

    def running(self, state: RunningState | None) -> Iterator[VoiceCheck]:
        """Results reported by the running kiosk."""
        if state is None:
            yield self._finding("running", "running_none", ok=True)
            return
        yield self._passed("running", screen=state.screen, version=state.version)
        if state.voice_problem:
            yield self._failed("running", "running_mute", why=state.voice_problem)
        if not state.has_pin:
            yield self._failed("running", "running_pin")
        if state.wifi:
            yield self._finding("running", "running_wifi", ok=True, name=state.wifi)

    def processor(self) -> VoiceCheck:
        """Whether the processor can run Qt."""
        lacking = lacking_processor_flags()
        if lacking:
            return self._failed("processor", "processor_old", flags=", ".join(lacking))
        return self._passed("processor")

    def machine(self) -> Iterator[VoiceCheck]:
        """Checks display, font, loudspeaker and microphone; needs a Qt application."""
        yield self._display()
        yield self._font()
        yield from self._sound()

    def _words_of(self, problem: object) -> str:
        return sentence(problem, self._language)  # type: ignore[arg-type]

    def _passed(self, what: str, **facts: object) -> VoiceCheck:
        return self._finding(what, f"{what}_ok", ok=True, **facts)

    def _failed(self, what: str, words: str, **facts: object) -> VoiceCheck:
        return self._finding(what, words, ok=False, **facts)

    def _finding(self, what: str, words: str, *, ok: bool, **facts: object) -> VoiceCheck:
        return VoiceCheck(self._texts[what], ok, self._texts[words].format(**facts))

    def _wifi(self, settings: Settings) -> VoiceCheck:
        if "wifi" in settings.refused:
            return self._failed("wifi", "wifi_refused")
        if settings.wifi is None:
            return self._failed("wifi", "wifi_none")
        if settings.wifi.is_sample:
            return self._failed("wifi", "wifi_sample", name=settings.wifi.name)
        return self._passed("wifi", name=settings.wifi.name)

    def _printer(self, chosen: str | None) -> VoiceCheck:
        if chosen is None:
            return self._finding("printer", "printer_none", ok=True)
        try:
            name = ready_printer(None if chosen == DEFAULT_PRINTER else chosen)
        except PrintError as why:
            default = self._texts["printer_default"]
            name = why.printer or (default if chosen == DEFAULT_PRINTER else chosen)
            return self._failed("printer", f"printer_{why.trouble.name}", name=name)
        return self._passed("printer", name=name)

    def _names(self, settings: Settings, library: Library) -> Iterator[VoiceCheck]:
        """Lessons and languages named in the settings that do not exist."""
        lessons = {*library.lessons, *(broken.path.stem for broken in library.broken)}
        languages = {ALL_OTHERS, *find_languages(*self._folders.translation_folders)}
        for section, field, known in (
            ("lessons", "hidden", lessons),
            ("lessons", "unused", lessons),
            ("languages", "first_lessons", lessons),
            ("languages", "offered", languages),
            ("languages", "hidden", languages),
        ):
            for name in getattr(getattr(settings, section), field):
                if name not in known:
                    near = " / ".join(near_matches(name, known - {ALL_OTHERS}))
                    guess = self._texts["config_near"].format(near=near) if near else ""
                    facts = {"field": f"{section}.{field}", "name": name, "near": guess}
                    yield self._failed("config", "config_name", **facts)

    def _lessons(self, library: Library) -> Iterator[VoiceCheck]:
        for broken in library.broken:
            yield VoiceCheck(
                self._texts["lessons"], ok=False, sentence=self._words_of(broken.worst)
            )
        if not library.broken:
            yield self._passed("lessons", count=len(library.lessons))

    def _pin(self) -> VoiceCheck:
        try:
            record = PinFile(self._folders.pin).read()
        except (OSError, ValueError) as why:
            return VoiceCheck(self._texts["pin"], ok=False, sentence=str(why))
        return self._passed("pin") if record else self._failed("pin", "pin_bad")

    def _state(self) -> VoiceCheck:
        folder = self._folders.state
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as why:
            return self._failed("state", "state_bad", folder=folder, why=why.strerror)
        return self._passed("state", folder=folder)

    def _socket(self) -> VoiceCheck:
        try:
            address = socket_address(self._folders.state)
        except OSError as why:
            return self._failed("socket", "socket_bad", why=why.strerror or why)
        size = len(os.fsencode(address))
        if sys.platform != "win32" and size > MAX_SOCKET_BYTES:
            facts = {"address": address, "size": size, "most": MAX_SOCKET_BYTES}
            return self._failed("socket", "socket_long", **facts)
        return self._passed("socket", address=address)

    def _disk(self) -> Iterator[VoiceCheck]:
        """Free space on each disk that the kiosk writes to."""
        disks: dict[int, Path] = {}
        for folder in (self._folders.cache, self._folders.state):
            there = next(each for each in (folder, *folder.parents) if each.exists())
            disks.setdefault(there.stat().st_dev, there)
        for folder in disks.values():
            free_mb = shutil.disk_usage(folder).free // 1_000_000
            facts = {"free": free_mb, "folder": folder, "least": MIN_FREE_MB}
            enough = free_mb >= MIN_FREE_MB
            yield (
                self._passed("disk", **facts)
                if enough
                else self._failed("disk", "disk_bad", **facts)
            )

    def _display(self) -> VoiceCheck:
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
        if sys.platform == "linux" and not name:
            return self._failed("display", "display_bad")
        return self._passed("display", name=name or sys.platform)

    def _font(self) -> VoiceCheck:
        from kiosk.ui.window.fonts import WANTED, find_letters  # noqa: PLC0415 - loads Qt

        family = find_letters().family
        return (
            self._passed("font")
            if family == WANTED
            else self._failed("font", "font_bad", name=family)
        )

    def _sound(self) -> Iterator[VoiceCheck]:
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - may be missing
        except ImportError as why:
            yield self._failed("sound", "sound_lib", why=why)
            return
        speaker = QMediaDevices.defaultAudioOutput()
        nowhere = speaker.isNull() or bytes(speaker.id().data()) == NO_DEVICE
        yield self._speaker("" if nowhere else speaker.description())
        microphone = QMediaDevices.defaultAudioInput()
        words = "microphone_bad" if microphone.isNull() else "microphone_ok"
        yield self._finding("microphone", words, ok=True, name=microphone.description())

    def _speaker(self, name: str) -> VoiceCheck:
        found = loudness()
        if not name:
            return self._failed("sound", "sound_bad")
        if found and not found.is_heard:
            words = "sound_muted" if found.muted else "sound_low"
            return self._failed("sound", words, name=name, percent=found.percent)
        return self._passed("sound", name=name)


def of_the_running(state: RunningState | None, language: str) -> Iterator[VoiceCheck]:
    """Checks the processor, and reports the state of the running kiosk."""
    checkup = Checkup(folders_from_environment(), language)
    yield checkup.processor()
    yield from checkup.running(state)


def findings(folders: Folders, language: str) -> Iterator[VoiceCheck]:
    """Runs all checks, the slow ones last."""
    checkup = Checkup(folders, language)
    yield from checkup.settings()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - loads Qt

    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.narration import health  # noqa: PLC0415
    from kiosk.ui.sound.centre_voice import voice_settings  # noqa: PLC0415
    from kiosk.ui.window.application import application  # noqa: PLC0415

    qInstallMessageHandler(lambda *_: None)  # Qt's messages are replaced by the checks' own texts
    application()
    yield from checkup.machine()
    settings = settings_of(folders)
    voice = voice_settings(settings, folders)
    texts = staff_table(health.TEXTS, language)
    yield from health.voice_report(voice, texts, settings.languages.offered)


def main(language: str, *places: str) -> None:
    """Called by the running kiosk: prints a line of JSON for each result.

    `places`: the folders of shipped files, state, cache and the centre's own content; the settings.
    """
    home, state, cache, site, config = map(Path, places)
    if hasattr(os, "nice"):
        os.nice(NICE)
    folders = Folders(home, state, cache, config, site=site)
    for finding in findings(folders, language):
        print(json.dumps(finding._asdict()), flush=True)  # noqa: T201 - to the kiosk


if __name__ == "__main__":
    main(*sys.argv[1:])
