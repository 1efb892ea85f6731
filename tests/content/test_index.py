"""The index of lessons equals a full reading, but only changed files are read."""

import random
import sqlite3
from dataclasses import replace

import pytest
from stick import PNG

from kiosk.folders import CHECKOUT, Folders
from kiosk.library import indexing
from kiosk.library.index import LessonIndex
from kiosk.library.indexing import Indexer
from kiosk.library.library import load_library

GOOD = "title: {title}\nnumber: {number}\ngoal: b\nsteps:\n  - say: {say}\n"
BAD = "title: x\nnumber: {number}\nsteps:\n  - say:\n"
DRAWN = "title: x\nnumber: {number}\ngoal: b\nsteps:\n  - say: c\n    picture: {picture}\n"


@pytest.fixture
def folders(tmp_path):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    (home / "media" / "icons").mkdir(parents=True)
    (home / "media" / "icons" / "info.svg").write_text("<svg/>", encoding="utf-8")
    (home / "media" / "pictures").mkdir()
    return Folders(home=home, state=tmp_path / "state", cache=tmp_path / "cache")


@pytest.fixture
def put(folders):
    def put(name, text=GOOD, **words):
        path = folders.lessons / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**{"title": "a", "say": "c", **words}), encoding="utf-8")
        return path

    return put


@pytest.fixture
def read_files(monkeypatch):
    """The names of the files read, in order."""
    names = []
    real = indexing.read_text

    def noting(path):
        names.append(path.name)
        return real(path)

    monkeypatch.setattr(indexing, "read_text", noting)
    return names


def fresh(folders):
    """The library of a kiosk that has just been started."""
    indexer = Indexer(folders)
    index = indexer.refresh(indexer.load()).index
    return indexer.library(index)


def same(library, folders):
    whole = load_library(folders)
    assert library.problems == whole.problems
    assert library.broken == whole.broken
    assert {name: library.lessons.get(name) for name in whole.lessons} == dict(whole.lessons)
    kept = set(library.heads) - set(whole.lessons)
    assert kept <= {broken.path.stem for broken in whole.broken}
    return kept


def test_it_knows_the_shipped_lessons_as_reading_them_does(tmp_path):
    folders = Folders(home=CHECKOUT, state=tmp_path, cache=tmp_path)
    library = fresh(folders)
    assert same(library, folders) == set()
    again = fresh(folders)
    assert list(again.heads.items()) == list(library.heads.items())
    assert again.by_number[11] is again.find("11") is again.lessons["noi-wifi"]


def test_only_what_has_changed_is_read(folders, put, read_files):
    put("a.yaml", number=1)
    put("b.yaml", number=2)
    assert len(fresh(folders).heads) == 2
    read_files.clear()
    put("b.yaml", number=2, title="anders")
    put("c.yaml", number=3)
    library = fresh(folders)
    assert read_files == ["b.yaml", "c.yaml"]
    assert library.heads["b"].title == "anders"
    (folders.lessons / "a.yaml").unlink()
    read_files.clear()
    assert list(fresh(folders).heads) == ["b", "c"]
    assert read_files == []


def test_opening_a_lesson_reads_no_file_and_twice_is_once(folders, put, monkeypatch):
    put("a.yaml", number=1)
    library = fresh(folders)
    monkeypatch.setattr(indexing, "read_lesson", None)
    assert library.find("1") is library.find("a")
    assert library.find("a").steps[0].line.text == "c"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_in_the_folder_it_is_the_same_as_reading_all(folders, put, seed):
    """Random creation, change, damage, repair, renaming and removal; numbers that clash."""
    chance = random.Random(seed)
    names = ["a.yaml", "b.yaml", "p/a.yaml", "p/c.yaml", "d.yaml", "Ê.yaml", "_x.yaml"]
    drawing = folders.shipped_pictures / "hinh.svg"
    indexer = Indexer(folders)
    index = indexer.load()
    for _ in range(12):
        for _ in range(chance.randint(0, 3)):
            name, number = chance.choice(names), chance.randint(1, 4)
            text = chance.choice([GOOD, GOOD, BAD, DRAWN])
            path = folders.lessons / name
            match chance.randint(0, 5):
                case 0:
                    path.unlink(missing_ok=True)
                case 1 if path.exists():
                    path.rename(path.with_name(f"{number}{path.name}"))
                case 2 if drawing.exists():
                    drawing.unlink()
                case 2:
                    drawing.write_text("<svg/>", encoding="utf-8")
                case _:
                    put(name, text, number=number, picture=chance.choice(["hinh", "hinh-1.png"]))
        index = indexer.refresh(index).index
        library = indexer.library(index)
        kept = same(library, folders)
        restarted = fresh(folders)
        assert same(restarted, folders) == kept
        assert restarted.heads == library.heads
        numbers = [head.number for head in library.heads.values()]
        assert numbers == sorted(set(numbers))
        assert all(library.lessons[name].head == head for name, head in library.heads.items())


def test_a_spoilt_lesson_is_taught_as_it_was_even_after_a_restart(folders, put):
    put("a.yaml", number=1, say="cu")
    fresh(folders)
    put("a.yaml", BAD, number=1)
    for _ in range(2):
        library = fresh(folders)
        assert library.find("1").steps[0].line.text == "cu"
        assert [broken.path.name for broken in library.broken] == ["a.yaml"]
    put("a.yaml", BAD + "x:\n", number=2)
    assert fresh(folders).find("1").steps[0].line.text == "cu"
    put("a.yaml", number=1, say="moi")
    library = fresh(folders)
    assert library.find("1").steps[0].line.text == "moi"
    assert library.broken == ()


def test_a_lesson_that_takes_a_taken_number_is_taught_under_its_old_one(folders, put):
    put("a.yaml", number=1)
    put("b.yaml", number=2, say="cu")
    fresh(folders)
    put("b.yaml", number=1, say="moi")
    library = fresh(folders)
    assert (library.find("1").id, library.find("2").id) == ("a", "b")
    assert library.find("2").steps[0].line.text == "cu"
    (folders.lessons / "a.yaml").unlink()
    library = fresh(folders)
    assert library.find("1").steps[0].line.text == "moi"
    assert library.find("2") is None


def test_a_last_good_lesson_makes_way_for_a_sound_one(folders, put):
    put("b.yaml", number=1)
    fresh(folders)
    put("b.yaml", BAD, number=1)
    put("c.yaml", number=1)
    assert fresh(folders).find("1").id == "c"


def test_a_removed_lesson_is_not_taught_any_more(folders, put):
    put("a.yaml", number=1).unlink()
    path = put("b.yaml", number=2)
    fresh(folders)
    put("b.yaml", BAD, number=2)
    fresh(folders)
    path.unlink()
    assert not fresh(folders).heads


def test_a_picture_that_comes_mends_the_lesson(folders, put, read_files):
    put("a.yaml", DRAWN, number=1, picture="hinh.png")
    put("b.yaml", DRAWN, number=2, picture="hinh")
    put("c.yaml", number=3)
    assert list(fresh(folders).heads) == ["c"]
    (folders.lessons / "hinh.png").write_bytes(PNG)
    (folders.shipped_pictures / "hinh.svg").write_text("<svg/>", encoding="utf-8")
    read_files.clear()
    assert list(fresh(folders).heads) == ["a", "b", "c"]
    assert read_files == ["a.yaml", "b.yaml"]


@pytest.fixture
def index_file(folders, put):
    put("a.yaml", number=1)
    fresh(folders)
    (path,) = folders.cache.glob("lessons-*.db")
    return path


def spoil_table(path):
    with sqlite3.connect(path) as base:
        base.execute("DROP TABLE entry")
    base.close()


def spoil_rows(path):
    with sqlite3.connect(path) as base:
        base.execute("UPDATE entry SET head = '{}', problems = 'x'")
    base.close()


def other_version(path):
    with sqlite3.connect(path) as base:
        base.execute("UPDATE about SET made_for = 'x'")
    base.close()


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_table,
        spoil_rows,
        other_version,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"not a data base" * 999),
        lambda path: path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 9000),
        lambda path: path.unlink(),
    ],
)
def test_an_index_that_cannot_be_used_is_made_anew(folders, index_file, read_files, spoil):
    spoil(index_file)
    assert fresh(folders).find("1").id == "a"
    assert read_files == ["a.yaml"]
    read_files.clear()
    assert fresh(folders).find("1").id == "a"
    assert read_files == []


def test_a_lost_text_is_read_from_the_file(folders, index_file):
    with sqlite3.connect(index_file) as base:
        base.execute("UPDATE wording SET now = x'00'")
    base.close()
    assert fresh(folders).find("1").steps[0].line.text == "c"


def test_without_a_place_to_write_everything_goes_on(folders, put):
    put("a.yaml", number=1)
    folders.cache.write_text("a file where the folder should be", encoding="utf-8")
    indexer = Indexer(folders)
    index = indexer.refresh(indexer.load()).index
    assert indexer.library(index).find("1").id == "a"
    put("a.yaml", BAD, number=1)
    library = indexer.library(indexer.refresh(index).index)
    assert library.heads == {}


def test_many_files_are_left_for_another_process(folders, put):
    for number in range(1, 6):
        put(f"l{number}.yaml", number=number)
    indexer = Indexer(folders)
    found = indexer.refresh(LessonIndex(), at_most=4)
    assert (found.unread, dict(found.index.entries)) == (5, {})
    *_, last = indexer.in_batches(LessonIndex())
    assert indexer.refresh(last, at_most=0).unread == 0
    assert len(indexer.library(last).heads) == 5


def test_batches_grow(folders, put, monkeypatch):
    monkeypatch.setattr(indexing, "FIRST_BATCH", 2)
    for number in range(1, 10):
        put(f"l{number}.yaml", number=number)
    counts = [len(index.entries) for index in Indexer(folders).in_batches(LessonIndex())]
    assert counts == [2, 6, 9]


def test_two_homes_share_a_cache_without_quarrel(folders, put, tmp_path):
    put("a.yaml", number=1)
    other = replace(folders, home=tmp_path / "other")
    other.lessons.mkdir(parents=True)
    assert fresh(folders).find("1")
    assert not fresh(other).heads
    assert fresh(folders).find("1")
