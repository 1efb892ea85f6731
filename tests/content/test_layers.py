"""Content is layered: the centre's own overrides the pack, which overrides the shipped content."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.inspection import inspect_all
from kiosk.content.facts import read_facts
from kiosk.content.media import media_in
from kiosk.folders import IN_USE, Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import find_languages
from kiosk.i18n.po_editor import Passage, confirm, passages, translate
from kiosk.i18n.review import Signature
from kiosk.i18n.text import SourceText
from kiosk.library.indexing import Indexer
from kiosk.library.library import Library, load_library
from kiosk.narration.reading import Reader
from kiosk.narration.utterance import Utterance
from kiosk.narration.voice_folders import VoiceFolders
from kiosk.search.other_words import read_other_words

LESSON = "title: {title}\nnumber: {number}\ngoal: b\nsteps:\n  - say: c\n"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PO = f'{HEAD}# reviewer: A\nmsgid "Tiếp tục"\n'
FACT = "hotlines:\n  - {{value: '{value}', means: Tổng đài., source: Sở., on: 2026-11-01}}\n"
SOURCE = "Tiếp tục"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(
        home=tmp_path / "shipped",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        site=tmp_path / "state" / "site",
    )


def put(home: Path, name: str, text: str) -> Path:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_lesson(home: Path, name: str, number: int, title: str) -> Path:
    return put(home, f"lessons/{name}.yaml", LESSON.format(title=title, number=number))


def pack_of(folders: Folders) -> Path:
    return folders.packs / IN_USE


def libraries(folders: Folders) -> tuple[Library, Library]:
    """The library as commands read it, and as the running kiosk does."""
    indexer = Indexer(folders)
    return load_library(folders), indexer.library(indexer.refresh(indexer.load()).index)


def titles(library: Library) -> dict[int, str]:
    return {head.number: head.title for head in library.heads.values()}


class TestLessons:
    def test_an_id_of_the_centre_stands_before_that_of_the_pack_and_the_shipped_one(self, folders):
        for home, title in (
            (folders.home, "có sẵn"),
            (pack_of(folders), "của tỉnh"),
            (folders.own, "của xã"),
        ):
            put_lesson(home, "noi-wifi", 7, title)
        put_lesson(folders.home, "goi-xe", 8, "có sẵn")
        put_lesson(pack_of(folders), "goi-xe", 9, "của tỉnh")
        for library in libraries(folders):
            assert titles(library) == {7: "của xã", 9: "của tỉnh"}
            assert library.broken == ()
            assert library.problems == ()

    def test_a_number_keeps_with_the_centre_and_the_other_one_is_told(self, folders):
        put_lesson(folders.home, "a-co-san", 7, "có sẵn")
        lost = put_lesson(pack_of(folders), "a-cua-tinh", 7, "của tỉnh")
        own = put_lesson(folders.own, "z-cua-xa", 7, "của xã")
        for library in libraries(folders):
            assert titles(library) == {7: "của xã"}
            assert {each.path.stem for each in library.broken} == {"a-co-san", "a-cua-tinh"}
            (reported,) = (each.worst for each in library.broken if each.path == lost)
            assert reported.code == "number_twice"
            assert own.name in dict(reported.facts)["other"]
        assert lost.exists()

    def test_what_is_spoilt_gives_way_to_what_it_stood_for(self, folders):
        put_lesson(folders.home, "noi-wifi", 7, "có sẵn")
        put(folders.own, "lessons/noi-wifi.yaml", "title: [")
        for library in libraries(folders):
            assert titles(library) == {7: "có sẵn"}
            assert [each.path for each in library.broken] == [
                folders.own / "lessons" / "noi-wifi.yaml"
            ]

    def test_lint_finds_no_clash_between_a_lesson_and_the_one_it_stands_for(self, folders):
        put(folders.home, "config.yaml", "")
        for home in (folders.home, folders.own):
            put_lesson(home, "noi-wifi", 7, "bài")
        assert not [each for each in inspect_all(folders).problems if each.is_error]

    def test_the_index_is_kept_from_one_start_to_the_next(self, folders):
        for number, home in enumerate(folders.homes, start=1):
            put_lesson(home, f"bai-{number}", number, "bài")
        indexer = Indexer(folders)
        before = indexer.refresh(indexer.load()).index
        again = Indexer(folders)
        loaded = again.load()
        assert loaded.entries == before.entries
        assert again.refresh(loaded).index is loaded


def test_facts_of_the_pack_replace_those_that_mean_the_same(folders):
    put(folders.home, "lessons/_facts.yaml", FACT.format(value="1000"))
    put(pack_of(folders), "lessons/_facts.yaml", FACT.format(value="2000"))
    facts = read_facts(*folders.lesson_folders)
    assert facts.knows("hotlines", "2000")
    assert not facts.knows("hotlines", "1000")


def test_other_words_are_those_of_all_homes(folders):
    put(folders.home, "lessons/_tu-goi.yaml", "mạng: wifi\nnhắn: tin\n")
    put(folders.own, "lessons/_tu-goi.yaml", "mạng: sóng\n")
    assert read_other_words(*folders.lesson_folders) == {
        ("mang",): (("song",),),
        ("nhan",): (("tin",),),
    }


def test_icons_and_pictures_are_those_of_all_homes(folders):
    for home, name in zip(folders.homes, ("cua-xa", "cua-tinh", "co-san"), strict=True):
        put(home, f"media/icons/{name}.svg", "<svg/>")
        put(home, f"media/pictures/{name}.svg", "<svg/>")
    media = media_in(folders)
    assert media.icons == media.pictures == {"cua-xa", "cua-tinh", "co-san"}


class TestTexts:
    @pytest.fixture
    def languages(self, folders: Folders) -> Folders:
        put(folders.home, "translations/en/language.yaml", "name: English\n")
        put(folders.home, "translations/en/kiosk.po", f'{PO}msgstr "Next"\n')
        return folders

    def shown(self, folders: Folders) -> str | None:
        return read_catalogue(*folders.language_folders("en")).text(SOURCE)

    def passage(self, folders: Folders) -> Passage:
        return passages([SourceText(SOURCE, ())], *folders.language_folders("en"))[0]

    def write(self, folders: Folders, words: str, review: Signature) -> Passage:
        own, *below = folders.language_folders("en")
        return translate(own, self.passage(folders), words, review, *below)

    @pytest.fixture
    def review(self) -> Signature:
        return Signature("H'Linh", date(2026, 11, 29))

    def test_languages_of_all_homes_are_there(self, languages):
        put(languages.own, "translations/ede/language.yaml", "name: Ê Đê\n")
        assert set(find_languages(*languages.translation_folders)) == {"en", "ede"}

    def test_a_text_of_the_pack_stands_before_the_shipped_one(self, languages):
        put(pack_of(languages), "translations/en/kiosk.po", f'{PO}msgstr "Go on"\n')
        assert self.shown(languages) == "Go on"

    def test_what_is_translated_here_is_written_to_the_centres_own(self, languages, review):
        shipped = languages.home / "translations" / "en" / "kiosk.po"
        before = shipped.read_bytes()
        own, *below = languages.language_folders("en")
        written = self.write(languages, "Continue", review)
        assert self.shown(languages) == "Next", "it waits for a second person"
        confirm(own, written, Signature("Y Thịnh", review.on), *below)
        assert self.shown(languages) == "Continue"
        assert shipped.read_bytes() == before
        assert (languages.translations / "en" / "lessons.po").exists()

    def test_what_is_taken_away_here_is_shown_no_more(self, languages, review):
        assert self.write(languages, "", review).unsure
        assert self.shown(languages) is None
        assert self.passage(languages).wanting

    def test_words_are_said_as_the_centre_has_them(self, languages):
        for home, said in ((languages.home, "vi xê"), (languages.own, "vê cờ")):
            put(home, "translations/vi/pronunciation.yaml", f"VC: {said}\n")
        reader = Reader(*languages.translation_folders)
        words = reader.words(Utterance("VC", "vi"))
        assert " ".join(word.text for word in words) == "vê cờ"


def test_engines_look_into_all_homes(folders):
    searched = VoiceFolders(
        folders.neural_voices, folders.recordings, fallback_homes=folders.homes[1:]
    )
    assert searched.recording_folders == folders.recording_folders
    assert searched.neural_voice_folders == folders.neural_voice_folders
