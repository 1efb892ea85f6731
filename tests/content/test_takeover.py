"""The offers of a stick, refusals, and the effects of importing and undoing."""

import os

import pytest
from recording import record
from stick import NOW, OTHER_PNG, PNG, KioskWithStick, lesson, png

from kiosk.narration.recordings.store import Recordings
from kiosk.usb_import.history import MAX_KEPT, kept, undo
from kiosk.usb_import.installer import take_over
from kiosk.usb_import.refusal import ImportNote, LessonRefusedError
from kiosk.usb_import.usb_lesson import UsbLessonState

SAID = "Bác chạm vào nút xanh."
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture
def place(tmp_path):
    return KioskWithStick(tmp_path)


def states(place):
    return {offer.name: offer.state for offer in place.look().offers}


def reason(place, name):
    """The code for which a lesson is refused."""
    offer = place.offer(name)
    assert not offer.can_be_taken
    (note,) = offer.notes
    return note.code


def undo_last(place):
    undo(place.folders, kept(place.folders)[0].name)


def test_new_changed_same_and_broken_are_told_apart(place):
    place.add_lesson("goi-video.yaml", lesson())
    place.add_lesson("noi-mang.yaml", lesson("Nối mạng", 11))
    place.put_on_stick("goi-video.yaml", lesson("Gọi cho cháu", 22, (SAID, "Bác cười.", "Xong.")))
    place.put_on_stick("bai/noi-mang.yaml", lesson("Nối mạng", 11))
    place.put_on_stick("moi.yaml", lesson(number=30))
    place.put_on_stick("hong.yaml", "title: Hỏng\nsteps: [\n")
    place.put_on_stick("config.yaml", "centre:\n  name: Khác\n")
    place.put_on_stick("danh-sach.yaml", "mua: [gạo, muối]\n")
    assert states(place) == {
        "moi": UsbLessonState.NEW,
        "goi-video": UsbLessonState.CHANGED,
        "noi-mang": UsbLessonState.SAME,
        "hong": UsbLessonState.BROKEN,
    }
    assert place.offer("hong").problems
    assert place.offer("goi-video").notes == (
        ImportNote("other_title", ("Gọi video", "Gọi cho cháu")),
        ImportNote("other_number", ("21", "22")),
        ImportNote("other_count", ("2", "3")),
        ImportNote("other_words", ("2", "2, 3")),
    )


def test_a_lesson_comes_with_its_picture_and_its_voice_and_goes_with_them(place):
    before = place.contents()
    place.put_on_stick("goi-video.yaml", lesson(picture="anh.png"))
    place.put_on_stick("anh.png", PNG)
    place.put_on_stick("khac.png", PNG)
    record(place.stick / "voice", "rad", SAID)
    record(place.stick / "voice", "rad", "Câu của bài khác.")
    record(place.stick / "voice", "xyz", SAID)
    plan = place.take("goi-video")
    assert plan.brought
    (voice,) = Recordings(place.folders.recordings, "rad").takes
    assert (voice.text, voice.speaker) == (SAID, "H'Bia")
    assert set(place.contents()) - set(before) == {
        "lessons/goi-video.yaml",
        "lessons/anh.png",
        f"media/voice/rad/{voice.file}",
    }
    assert states(place) == {"goi-video": UsbLessonState.SAME}
    undo_last(place)
    assert place.contents() == before
    assert Recordings(place.folders.recordings, "rad").takes == ()
    assert kept(place.folders) == ()


def test_voices_beside_the_folder_of_lessons_are_found(place):
    place.put_on_stick("lessons/goi-video.yaml", lesson())
    record(place.stick / "media" / "voice", "rad", SAID)
    (clip,) = place.offer("goi-video").clips
    assert clip.language == "rad"


def test_a_newer_recording_is_used_and_taken_back(place):
    place.add_lesson("goi-video.yaml", lesson())
    old = record(place.folders.recordings, "rad", SAID, speaker="Cũ")
    place.put_on_stick("goi-video.yaml", lesson())
    record(place.stick / "voice", "rad", SAID, speaker="Mới")
    place.take("goi-video")
    assert Recordings(place.folders.recordings, "rad").find(old.key).speaker == "Mới"
    undo_last(place)
    assert Recordings(place.folders.recordings, "rad").find(old.key).speaker == "Cũ"


def test_a_procedure_stays_where_it_is_and_a_new_one_comes_beside(place):
    there = place.add_lesson("procedures/khai-sinh.yaml", lesson(number=101))
    place.put_on_stick("khai-sinh.yaml", lesson("Khai sinh", 101))
    place.put_on_stick("procedures/ket-hon.yaml", lesson("Kết hôn", 102))
    assert place.offer("khai-sinh").target == there
    place.take("ket-hon")
    assert "lessons/procedures/ket-hon.yaml" in place.contents()


def test_each_of_several_can_be_taken_back_the_latest_first(place):
    place.add_lesson("goi-video.yaml", lesson("Một"))
    for title in ("Hai", "Ba"):
        place.put_on_stick("goi-video.yaml", lesson(title))
        place.take("goi-video")
    later, earlier = kept(place.folders)
    with pytest.raises(LessonRefusedError) as refused:
        undo(place.folders, earlier.name)
    assert refused.value.note.code == "changed_since"
    undo(place.folders, later.name)
    undo(place.folders, earlier.name)
    assert place.contents()["lessons/goi-video.yaml"].decode() == lesson("Một")


def test_only_the_last_twenty_are_kept(place):
    for number in range(MAX_KEPT + 2):
        place.put_on_stick("goi-video.yaml", lesson(f"Bài {number}"))
        place.take("goi-video")
    titles = [each.plan.title for each in kept(place.folders)]
    assert titles == [f"Bài {number}" for number in range(MAX_KEPT + 1, 1, -1)]


def test_what_was_looked_at_is_what_is_taken(place):
    place.put_on_stick("goi-video.yaml", lesson("Đã xem"))
    offer = place.offer("goi-video")
    place.put_on_stick("goi-video.yaml", lesson("Tráo rồi"))
    take_over(offer, place.stick, place.kiosk, NOW)
    assert "Đã xem" in place.contents()["lessons/goi-video.yaml"].decode()


def test_a_picture_of_another_lesson_is_not_replaced(place):
    place.add_lesson("noi-mang.yaml", lesson("Nối mạng", 11, picture="anh.png"))
    place.add_lesson("anh.png", PNG)
    place.put_on_stick("goi-video.yaml", lesson(picture="anh.png"))
    place.put_on_stick("anh.png", OTHER_PNG)
    before = place.contents()
    with pytest.raises(LessonRefusedError) as refused:
        place.take("goi-video")
    assert refused.value.note == ImportNote("picture_taken", ("anh.png", "noi-mang.yaml"))
    assert place.contents() == before


def test_a_number_that_came_meanwhile_is_not_taken_twice(place):
    place.put_on_stick("goi-video.yaml", lesson())
    offer = place.offer("goi-video")
    place.add_lesson("khac.yaml", lesson("Khác", 21))
    with pytest.raises(LessonRefusedError) as refused:
        take_over(offer, place.stick, place.kiosk, NOW)
    assert refused.value.note == ImportNote("number_taken", ("21", "Khác"))


def test_a_voice_that_is_no_sound_refuses_the_whole_lesson(place):
    place.put_on_stick("goi-video.yaml", lesson())
    take = record(place.stick / "voice", "rad", SAID)
    (place.stick / "voice" / "rad" / take.file).write_bytes(b"not a sound")
    before = place.contents()
    with pytest.raises(LessonRefusedError) as refused:
        place.take("goi-video")
    assert refused.value.note.code == "no_sound"
    assert place.contents() == before


def a_link(place):
    secret = place.stick.parent.parent / "secret.yaml"
    secret.write_text(lesson("Bí mật"), encoding="utf-8")
    (place.stick / "bai.yaml").symlink_to(secret)


def a_link_to_a_picture(place):
    place.put_on_stick("bai.yaml", lesson(picture="anh.png"))
    outside = place.stick.parent.parent / "outside.png"
    outside.write_bytes(PNG)
    (place.stick / "anh.png").symlink_to(outside)


def a_pipe(place):
    os.mkfifo(place.stick / "bai.yaml")


def a_device(place):
    os.mknod(place.stick / "bai.yaml", 0o600 | 0o020000, os.makedev(1, 5))


def a_huge_lesson(place):
    place.put_on_stick("bai.yaml", lesson() + "#" * 300_000)


def a_huge_picture(place):
    place.put_on_stick("bai.yaml", lesson(picture="anh.png"))
    place.put_on_stick("anh.png", PNG + b"\0" * 40_000_001)


def a_number_that_is_taken(place):
    place.add_lesson("noi-mang.yaml", lesson("Nối mạng", 21))
    place.put_on_stick("bai.yaml", lesson())


def a_name_of_windows(place):
    place.put_on_stick("aux.yaml", lesson())


def a_name_that_cannot_be_seen(place):
    place.put_on_stick("bài\u202e\x07.yaml", lesson())


def the_same_name_twice(place):
    place.put_on_stick("bai.yaml", lesson())
    place.put_on_stick("khac/bai.yaml", lesson("Khác"))


def two_with_one_number(place):
    place.put_on_stick("bai.yaml", lesson())
    place.put_on_stick("khac.yaml", lesson("Khác"))


def a_picture(name, content):
    def bring(place):
        place.put_on_stick("bai.yaml", lesson(picture=name))
        place.put_on_stick(name, content)

    return bring


def a_link_to_a_voice(place):
    place.put_on_stick("bai.yaml", lesson())
    take = record(place.stick / "voice", "rad", SAID)
    clip = place.stick / "voice" / "rad" / take.file
    clip.rename(place.stick.parent.parent / "outside.flac")
    clip.symlink_to(place.stick.parent.parent / "outside.flac")
    (place.stick / "voice" / "rad" / "index.json").unlink()


HOSTILE = [
    (a_link, "bai", "link"),
    (a_link_to_a_picture, "bai", "link"),
    (a_link_to_a_voice, "bai", "link"),
    (a_pipe, "bai", "not_plain"),
    (a_device, "bai", "not_plain"),
    (a_huge_lesson, "bai", "too_big"),
    (a_huge_picture, "bai", "too_big"),
    (a_number_that_is_taken, "bai", "number_taken"),
    (a_name_of_windows, "aux", "name_reserved"),
    (a_name_that_cannot_be_seen, "bài??", "name_odd"),
    (the_same_name_twice, "bai", "twice"),
    (two_with_one_number, "bai", "number_twice"),
    (a_picture("a.png", b"MZ\x90 a program"), "bai", "picture_unknown"),
    (a_picture("a.png", png(60_000, 60_000)), "bai", "picture_wide"),
    (a_picture("a.jpg", b"\xff\xd8\xff\xe0\0\2"), "bai", "picture_unknown"),
    (a_picture("a.webp", b"RIFF\0\0\0\0WEBPVP8 "), "bai", "picture_cut"),
    (a_picture("a.svg", "<html/>"), "bai", "picture_unknown"),
    (a_picture("a.svg", SVG.format("<script>x()</script>")), "bai", "picture_active"),
    (a_picture("a.svg", SVG.format('<rect onclick="x()"/>')), "bai", "picture_active"),
    (a_picture("a.svg", SVG.format('<image href="/etc/passwd"/>')), "bai", "picture_leads_out"),
    (
        a_picture("a.svg", SVG.format('<use href="http://x.example/a.svg"/>')),
        "bai",
        "picture_leads_out",
    ),
    (a_picture("a.svg", SVG.format("<style>@import 'x.css'</style>")), "bai", "picture_leads_out"),
    (
        a_picture("a.svg", '<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG.format("&a;")),
        "bai",
        "picture_active",
    ),
]


@pytest.mark.parametrize(
    ("bring", "name", "code"),
    HOSTILE,
    ids=[f"{code}-{at}" for at, (_, _, code) in enumerate(HOSTILE)],
)
def test_what_is_hostile_or_odd_is_refused_with_a_reason(place, bring, name, code):
    bring(place)
    before = place.contents()
    assert reason(place, name) == code
    with pytest.raises(LessonRefusedError):
        place.take(name)
    assert place.contents() == before


def test_a_picture_that_only_draws_is_taken(place):
    a_picture(
        "a.svg", SVG.format('<g id="a"><rect width="5" height="5"/></g><use href="#a" x="9"/>')
    )(place)
    assert place.offer("bai").state is UsbLessonState.NEW


@pytest.mark.parametrize("name", ["../ngoai.png", "/etc/anh.png", "hinh/anh.png"])
def test_a_picture_elsewhere_makes_the_lesson_a_broken_one(place, name):
    place.put_on_stick("lessons/bai.yaml", lesson(picture=name))
    place.put_on_stick("ngoai.png", PNG)
    assert place.offer("bai").state is UsbLessonState.BROKEN


def test_a_folder_that_is_a_link_is_not_gone_into(place):
    outside = place.stick.parent.parent / "outside"
    (outside / "rad").mkdir(parents=True)
    (outside / "bai.yaml").write_text(lesson(), encoding="utf-8")
    (place.stick / "bai").symlink_to(outside, target_is_directory=True)
    place.put_on_stick("goi-video.yaml", lesson())
    (place.stick / "voice").symlink_to(outside, target_is_directory=True)
    assert states(place) == {"goi-video": UsbLessonState.NEW}
    assert place.offer("goi-video").clips == ()


def test_nothing_is_written_on_the_stick(place):
    place.put_on_stick("goi-video.yaml", lesson(picture="anh.png"))
    place.put_on_stick("anh.png", PNG)
    record(place.stick / "voice", "rad", SAID)
    before = {path: path.stat().st_mtime_ns for path in place.stick.rglob("*")}
    place.take("goi-video")
    assert {path: path.stat().st_mtime_ns for path in place.stick.rglob("*")} == before


def test_a_stick_with_too_many_files_is_only_begun(place):
    for number in range(501):
        place.put_on_stick(f"b{number}.yaml", "mua: gạo\n")
    assert place.look().notes == (ImportNote("too_many", ("500",)),)


def test_a_drawing_nested_without_end_ends_nothing(place):
    deep = "<g>" * 300_000 + "</g>" * 300_000
    a_picture("a.svg", SVG.format(deep))(place)
    assert reason(place, "bai") == "picture_heavy"


def test_a_plan_that_the_disk_has_spoilt_stops_nobody(place, caplog):
    spoilt = place.folders.replaced / "000001"
    spoilt.mkdir(parents=True)
    (spoilt / "towards").write_text("new", encoding="utf-8")
    (spoilt / "plan.json").write_text("{", encoding="utf-8")
    place.put_on_stick("goi-video.yaml", lesson())
    place.take("goi-video")
    assert "cannot be understood" in caplog.text
    assert "lessons/goi-video.yaml" in place.contents()


def test_a_stick_that_is_gone_offers_nothing(place):
    place.stick.rmdir()
    assert place.look().offers == ()
