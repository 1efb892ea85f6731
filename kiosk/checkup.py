"""Looks the machine over: what is well, what is not, and what to do about it."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.library import load_library
from kiosk.content.settings_file import read_settings
from kiosk.content.wording import sentence
from kiosk.domain.settings import DEFAULT_PRINTER, Settings
from kiosk.folders import Folders
from kiosk.handout.printing import PrintError, ready_printer
from kiosk.narration.health import Finding
from kiosk.staff.pin import PinFile

LEAST_FREE_MB = 500
NICE = 10
SAMPLE_NETWORK = "HOC-THU-KIOT"

TEXTS = {
    "vi": {
        "display": "Màn hình",
        "display_ok": "Có màn hình ({name}).",
        "display_bad": "Không thấy màn hình. Chạy trong phiên đồ họa, hoặc xem docs/deploy.md.",
        "font": "Phông chữ",
        "font_ok": "Có phông Andika.",
        "font_bad": "Thiếu phông Andika, đang dùng {name}. Cài: apt install fonts-sil-andika",
        "sound": "Loa",
        "sound_ok": "Loa: {name}.",
        "sound_bad": "Không thấy loa. Cắm loa, rồi xem máy chủ âm thanh (PulseAudio, PipeWire).",
        "sound_lib": "Phần âm thanh không nạp được: {why}. Cài: apt install libpulse0",
        "microphone": "Micrô",
        "microphone_ok": "Micrô: {name}.",
        "microphone_bad": "Không có micrô. Chỉ cần khi thu giọng người bản ngữ.",
        "disk": "Chỗ trống",
        "disk_ok": "Còn {free} MB ở {folder}.",
        "disk_bad": "Chỉ còn {free} MB ở {folder}; cần ít nhất {least} MB.",
        "config": "Cài đặt",
        "config_ok": "config.yaml không có lỗi.",
        "wifi": "Mạng Wi-Fi",
        "wifi_ok": "Mã QR mở mạng {name}.",
        "wifi_sample": "Mạng trong config.yaml còn là mạng mẫu {name}. Sửa thành mạng khách thật.",
        "wifi_none": "Chưa ghi mạng Wi-Fi của trung tâm trong config.yaml.",
        "printer": "Máy in",
        "printer_ok": "Máy in {name} sẵn sàng.",
        "printer_default": "mặc định",
        "printer_none": "Chưa chọn máy in. Bác vẫn chụp được mã của bài ở cuối bài.",
        "printer_NO_SERVICE": "Máy chưa có dịch vụ in, hoặc dịch vụ in chưa chạy. "
        "Cài: apt install cups cups-client",
        "printer_NO_PRINTER": "Không thấy máy in {name}. Gõ `lpstat -e` để xem có máy in nào, "
        "rồi chọn lại ở mục Máy in và giấy.",
        "printer_STOPPED": "Máy in {name} đang tắt hoặc bị tạm dừng. Bật máy in, rồi gõ: "
        "cupsenable {name}",
        "printer_NO_PAPER": "Máy in {name} hết giấy. Cho thêm giấy.",
        "printer_TOO_LONG": "Dịch vụ in không trả lời. Khởi động lại: systemctl restart cups",
        "lessons": "Bài học",
        "lessons_ok": "Có {count} bài, không bài nào hỏng.",
        "pin": "Mã PIN",
        "pin_ok": "Đã đặt mã PIN cho cán bộ.",
        "pin_bad": "Chưa đặt mã PIN, cán bộ chưa thoát được ki-ốt. Đặt: kiosk pin",
    },
    "en": {
        "display": "Display",
        "display_ok": "There is a display ({name}).",
        "display_bad": "No display. Run in a graphical session, or install as docs/deploy.md says.",
        "font": "Letters",
        "font_ok": "The font Andika is there.",
        "font_bad": "Andika is missing, {name} stands in. Install: apt install fonts-sil-andika",
        "sound": "Loudspeaker",
        "sound_ok": "Loudspeaker: {name}.",
        "sound_bad": "No loudspeaker. Plug one in, then look at the sound server.",
        "sound_lib": "Sound cannot be loaded: {why}. Install: apt install libpulse0",
        "microphone": "Microphone",
        "microphone_ok": "Microphone: {name}.",
        "microphone_bad": "No microphone. It is only needed to record native speakers.",
        "disk": "Room on disk",
        "disk_ok": "{free} MB free at {folder}.",
        "disk_bad": "Only {free} MB free at {folder}; at least {least} MB are needed.",
        "config": "Settings",
        "config_ok": "config.yaml has no mistakes.",
        "wifi": "Wi-Fi network",
        "wifi_ok": "The QR code opens the network {name}.",
        "wifi_sample": "config.yaml still names the sample network {name}. Write the real one.",
        "wifi_none": "config.yaml names no Wi-Fi network of the centre.",
        "printer": "Printer",
        "printer_ok": "The printer {name} is ready.",
        "printer_default": "by default",
        "printer_none": "No printer is chosen. A lesson's code can still be photographed.",
        "printer_NO_SERVICE": "There is no printer service, or it does not run. "
        "Install: apt install cups cups-client",
        "printer_NO_PRINTER": "There is no printer {name}. `lpstat -e` names those there are; "
        "choose one in the staff's room for printing.",
        "printer_STOPPED": "The printer {name} is off or was stopped. Switch it on, then: "
        "cupsenable {name}",
        "printer_NO_PAPER": "The printer {name} is out of paper. Add some.",
        "printer_TOO_LONG": "The printer service does not answer: systemctl restart cups",
        "lessons": "Lessons",
        "lessons_ok": "{count} lessons, none is broken.",
        "pin": "PIN",
        "pin_ok": "A PIN for staff is set.",
        "pin_bad": "No PIN is set, so staff cannot leave the kiosk. Set one: kiosk pin",
    },
}


class Checkup:
    """One look at the machine, told in a language of the staff."""

    def __init__(self, folders: Folders, language: str) -> None:
        self._folders = folders
        self._language = language
        self._texts = TEXTS[language]

    def settings(self) -> Iterator[Finding]:
        """Settings, Wi-Fi, printer, lessons, PIN, disk."""
        settings, problems = read_settings(self._folders.config, self._folders.local_configs)
        for problem in problems:
            yield Finding(self._texts["config"], not problem.is_error, self._words_of(problem))
        if not problems:
            yield self._well("config")
        yield self._wifi(settings)
        yield self._printer(settings.handout.printer)
        yield from self._lessons()
        yield self._pin()
        yield self._disk()

    def machine(self) -> Iterator[Finding]:
        """Display, letters, loudspeaker, microphone. Needs a Qt application."""
        yield self._display()
        yield self._font()
        yield from self._sound()

    def _words_of(self, problem: object) -> str:
        return sentence(problem, self._language)  # type: ignore[arg-type]

    def _well(self, what: str, **facts: object) -> Finding:
        return self._finding(what, f"{what}_ok", ok=True, **facts)

    def _ill(self, what: str, words: str, **facts: object) -> Finding:
        return self._finding(what, words, ok=False, **facts)

    def _finding(self, what: str, words: str, *, ok: bool, **facts: object) -> Finding:
        return Finding(self._texts[what], ok, self._texts[words].format(**facts))

    def _wifi(self, settings: Settings) -> Finding:
        if settings.wifi is None:
            return self._ill("wifi", "wifi_none")
        if settings.wifi.name == SAMPLE_NETWORK:
            return self._ill("wifi", "wifi_sample", name=settings.wifi.name)
        return self._well("wifi", name=settings.wifi.name)

    def _printer(self, chosen: str | None) -> Finding:
        if chosen is None:
            return self._finding("printer", "printer_none", ok=True)
        try:
            name = ready_printer(None if chosen == DEFAULT_PRINTER else chosen)
        except PrintError as why:
            default = self._texts["printer_default"]
            name = why.printer or (default if chosen == DEFAULT_PRINTER else chosen)
            return self._ill("printer", f"printer_{why.trouble.name}", name=name)
        return self._well("printer", name=name)

    def _lessons(self) -> Iterator[Finding]:
        library = load_library(self._folders)
        for broken in library.broken:
            yield Finding(self._texts["lessons"], ok=False, sentence=self._words_of(broken.worst))
        if not library.broken:
            yield self._well("lessons", count=len(library.lessons))

    def _pin(self) -> Finding:
        try:
            record = PinFile(self._folders.pin).read()
        except (OSError, ValueError) as why:
            return Finding(self._texts["pin"], ok=False, sentence=str(why))
        return self._well("pin") if record else self._ill("pin", "pin_bad")

    def _disk(self) -> Finding:
        folder = self._folders.cache
        while not folder.exists():
            folder = folder.parent
        facts = {
            "free": shutil.disk_usage(folder).free // 1_000_000,
            "folder": folder,
            "least": LEAST_FREE_MB,
        }
        enough = facts["free"] >= LEAST_FREE_MB
        return self._well("disk", **facts) if enough else self._ill("disk", "disk_bad", **facts)

    def _display(self) -> Finding:
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
        if sys.platform == "linux" and not name:
            return self._ill("display", "display_bad")
        return self._well("display", name=name or sys.platform)

    def _font(self) -> Finding:
        from kiosk.ui.fonts import WANTED, find_letters  # noqa: PLC0415 - loads Qt

        family = find_letters().family
        return (
            self._well("font") if family == WANTED else self._ill("font", "font_bad", name=family)
        )

    def _sound(self) -> Iterator[Finding]:
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - may be missing
        except ImportError as why:
            yield self._ill("sound", "sound_lib", why=why)
            return
        speaker = QMediaDevices.defaultAudioOutput()
        known = not speaker.isNull()
        yield (
            self._well("sound", name=speaker.description())
            if known
            else self._ill("sound", "sound_bad")
        )
        microphone = QMediaDevices.defaultAudioInput()
        words = "microphone_bad" if microphone.isNull() else "microphone_ok"
        yield self._finding("microphone", words, ok=True, name=microphone.description())


def findings(folders: Folders, language: str) -> Iterator[Finding]:
    """Everything that is looked at, one after the other."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - loads Qt

    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.narration.health import voice_report  # noqa: PLC0415
    from kiosk.ui.application import application  # noqa: PLC0415
    from kiosk.ui.centre_voice import voice_settings  # noqa: PLC0415

    qInstallMessageHandler(lambda *_: None)  # what Qt has to say is said here, in plain words
    application()
    checkup = Checkup(folders, language)
    yield from checkup.machine()
    settings = settings_of(folders)
    voice = voice_settings(settings, folders)
    yield from voice_report(voice, language, settings.languages.offered)
    yield from checkup.settings()


def main(home: str, state: str, cache: str, config: str, language: str) -> None:
    """For the running kiosk: a line of JSON for each finding."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    folders = Folders(Path(home), Path(state), Path(cache), Path(config))
    for finding in findings(folders, language):
        print(json.dumps(finding._asdict()), flush=True)  # noqa: T201 - to the kiosk


if __name__ == "__main__":
    main(*sys.argv[1:])
