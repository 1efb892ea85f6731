"""The pack commands of publishers and staff."""

import json
import zipfile
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.pack import COMMAND as PACK
from kiosk.cli.sync import COMMAND as SYNC
from tests.packs.conftest import PASSPHRASE, write_lesson


@pytest.fixture
def pack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    runner = CliRunner()

    def run(*words: str, typed: str = "", command=PACK) -> Result:
        return runner.invoke(command, words, input=typed, catch_exceptions=False)

    return run


def begun(pack) -> None:
    for name in ("an", "binh", "chi"):
        pack("key", f"{name}.pem", "--name", f"Bác {name}", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    keys = [word for name in ("an", "binh", "chi") for word in ("--key", f"{name}.pub.json")]
    assert pack("init", "kho", *keys, "--title", "Tỉnh thử").exit_code == 0


def signed(pack, *names: str) -> str:
    text = ""
    for name in names:
        result = pack("sign", "kho", "--key", f"{name}.pem", typed=f"y\n{PASSPHRASE}\n")
        assert result.exit_code == 0, result.output
        text += result.output
    return text


def test_from_three_keys_to_a_kiosk_that_teaches(pack, tmp_path):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211)
    built = pack("build", "kho", "nd")
    assert "Bài mới: Bài goi-xe (số 211)." in built.output
    assert "Đã đủ chữ ký" in signed(pack, "an", "chi")
    assert pack("publish", "kho").exit_code == 0
    trust = pack("--trust", "kho/published/metadata/1.root.json", "kho/published", command=SYNC)
    assert "Tỉnh thử: gói số 1, 1 tệp" in trust.output
    assert "Không có gì mới." in pack("kho/published", command=SYNC).output


def test_who_signs_sees_each_sentence_that_changes(pack):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211, "Bác chạm vào Cài đặt.")
    write_lesson(Path("nd"), "cu", 212)
    pack("build", "kho", "nd")
    signed(pack, "an", "chi")
    pack("publish", "kho")
    write_lesson(Path("nd"), "goi-xe", 211, "Bác chạm vào Kết nối.")
    Path("nd/lessons/cu.yaml").unlink()
    pack("build", "kho", "nd")
    reported = signed(pack, "binh")
    assert "Bài đổi: Bài goi-xe." in reported
    assert "− Bác chạm vào Cài đặt." in reported
    assert "+ Bác chạm vào Kết nối." in reported
    assert "Bỏ bài: Bài cu." in reported
    assert "Còn thiếu 1 chữ ký" in reported


def test_who_is_at_another_computer_signs_a_small_file_that_is_sent(pack, tmp_path, monkeypatch):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211, "Bác chạm vào Cài đặt.")
    write_lesson(Path("nd"), "cu", 212)
    picture = Path("nd/media/pictures/cho-xa.svg")
    picture.parent.mkdir(parents=True)
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    pack("build", "kho", "nd")
    signed(pack, "an", "chi")
    pack("publish", "kho")
    write_lesson(Path("nd"), "goi-xe", 211, "Bác chạm vào Kết nối.")
    pack("build", "kho", "nd")
    signed(pack, "an")
    assert "--key" in pack("export", "kho", "gui.zip").output
    assert Path("gui.zip").stat().st_size < 20_000

    elsewhere = tmp_path / "may-cua-binh"
    elsewhere.mkdir()
    Path("gui.zip").rename(elsewhere / "gui.zip")
    Path("binh.pem").rename(elsewhere / "binh.pem")
    monkeypatch.chdir(elsewhere)
    result = pack("sign", "gui.zip", "--key", "binh.pem", typed=f"y\n{PASSPHRASE}\n")
    assert result.exit_code == 0, result.output
    assert "− Bác chạm vào Cài đặt." in result.output
    assert "+ Bác chạm vào Kết nối." in result.output
    assert "pack import" in result.output
    assert "pack publish" not in result.output

    monkeypatch.chdir(tmp_path)
    back = str(elsewhere / "gui.zip")
    assert "Nhận chữ ký của: Bác binh." in pack("import", "kho", back).output
    assert "không có chữ ký nào mới" in pack("import", "kho", back).output
    assert pack("publish", "kho").exit_code == 0
    trusted = ("--trust", "kho/published/metadata/1.root.json", "kho/published")
    assert "Tỉnh thử: gói số 2, 3 tệp" in pack(*trusted, command=SYNC).output


def test_signatures_of_another_draft_are_not_taken(pack):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211)
    pack("build", "kho", "nd")
    pack("export", "kho", "gui.zip")
    pack("sign", "gui.zip", "--key", "an.pem", typed=f"y\n{PASSPHRASE}\n")
    write_lesson(Path("nd"), "goi-xe", 211, "Câu khác.")
    pack("build", "kho", "nd")
    result = pack("import", "kho", "gui.zip")
    assert (result.exit_code, "Bản nháp đã đổi" in result.output) == (1, True)


@pytest.mark.parametrize("name", ["draft/files/../../x", "/etc/x", "online.pem", "draft/x.json"])
def test_a_file_to_sign_brings_nothing_else(pack, name):
    begun(pack)
    with zipfile.ZipFile("gui.zip", "w") as archive:
        archive.writestr(name, b"{}")
    result = pack("sign", "gui.zip", "--key", "an.pem", typed=f"y\n{PASSPHRASE}\n")
    assert (result.exit_code, "không phải là tệp để ký" in result.output) == (1, True)


def test_who_signs_reads_what_is_signed_and_nothing_that_was_put_in_its_place(pack):
    """The draft shows a harmless lesson in place of the one to be signed."""
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211, "Câu bị giấu.")
    pack("build", "kho", "nd")
    hidden = max(Path("kho/draft/files").glob("*/*"), key=lambda path: path.stat().st_size)
    hidden.write_bytes(zlib.compress(b"title: x"))
    result = pack("sign", "kho", "--key", "an.pem", typed=f"y\n{PASSPHRASE}\n")
    assert (result.exit_code, "tệp không đúng" in result.output) == (1, True)


def test_who_signs_sees_who_may_publish_and_who_no_more(pack):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211)
    pack("build", "kho", "nd")
    signed(pack, "an", "chi")
    pack("publish", "kho")
    pack("key", "xa.pem", "--name", "Cô Xá", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    trainer = ("--key", "xa.pub.json", "--title", "Xã Ea Kao", "--numbers", "300-309")
    given = pack("delegate", "kho", "ea-kao", *trainer).output
    assert "Giao cho Xã Ea Kao dải số 300–309. Khóa: Cô Xá (" in given
    signed(pack, "an", "chi", "xa")
    pack("publish", "kho")
    write_lesson(Path("nd-xa"), "cho-xa", 301)
    pack("build", "kho", "nd-xa", "--role", "ea-kao")
    signed(pack, "xa")
    pack("publish", "kho")
    assert "Thu lại phần của Xã Ea Kao: 1 bài thôi dạy" in pack("revoke", "kho", "ea-kao").output
    unknown = pack("revoke", "kho", "krong-no")
    assert (unknown.exit_code, "không có phần krong-no" in unknown.output) == (1, True)
    signed(pack, "an", "chi")
    pack("publish", "kho")
    pack("key", "dung.pem", "--name", "Bác Dung", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    reported = pack("rotate", "kho", "--remove", number_of("chi"), "--add", "dung.pub.json").output
    assert "Thôi cho ký: Bác chi" in reported
    assert "Được ký: Bác Dung" in reported


def number_of(name: str) -> str:
    return json.loads(Path(f"{name}.pub.json").read_text("utf-8"))["keyid"][:12]


def test_a_lesson_with_an_error_is_not_packed(pack):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211)
    Path("nd/lessons/hong.yaml").write_text("title: Hỏng\n", encoding="utf-8")
    result = pack("build", "kho", "nd")
    assert result.exit_code == 1
    assert "hong.yaml" in result.output


def test_what_kiosks_would_refuse_is_told_when_it_is_built(pack):
    begun(pack)
    write_lesson(Path("nd"), "goi-xe", 211)
    write_lesson(Path("nd"), "khac", 211)
    assert "cùng số 211: goi-xe và khac" in pack("build", "kho", "nd").output
    Path("nd/lessons/khac.yaml").unlink()
    assert pack("build", "kho", "nd").exit_code == 0
    trainer = ("--key", "an.pub.json", "--title", "Xã Ea Kao", "--numbers", "300-309")
    assert pack("delegate", "kho", "ea-kao", *trainer).exit_code == 0
    signed(pack, "an", "chi")
    assert pack("publish", "kho").exit_code == 0
    for name, number, why in (("cho-xa", 299, "ngoài dải 300–309"), ("goi-xe", 301, "là của Tỉnh")):
        write_lesson(Path(f"xa-{name}"), name, number)
        result = pack("build", "kho", f"xa-{name}", "--role", "ea-kao")
        assert result.exit_code == 1
        assert why in result.output


def test_a_wrong_passphrase_is_told(pack):
    begun(pack)
    result = pack("sign", "kho", "--key", "an.pem", "--yes", typed="sai rồi nhé\n")
    assert result.exit_code == 1
    assert "sai câu mật khẩu" in result.output


def test_a_private_key_is_for_its_owner_alone(pack):
    begun(pack)
    assert Path("an.pem").stat().st_mode & 0o077 == 0
    assert b"ENCRYPTED" in Path("an.pem").read_bytes()


def test_sync_without_a_source_says_where_to_write_it(pack):
    result = pack(command=SYNC)
    assert result.exit_code == 1
    assert "packs: source" in result.output


def test_going_back_without_a_pack_is_told(pack):
    result = pack("--back", command=SYNC)
    assert result.exit_code == 1
    assert "Chưa có gói nào để lùi lại." in result.output
