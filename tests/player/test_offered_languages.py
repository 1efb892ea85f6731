"""The languages offered to a learner, each for reading, listening or both."""

from kiosk.domain.line import Line
from kiosk.domain.settings import Languages, Settings
from kiosk.i18n.catalogue import Catalogue
from kiosk.i18n.languages import Language
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player import visit as visits
from kiosk.player.coverage import Coverage, coverage_of
from kiosk.player.offered_languages import chosen, offered, offered_languages_of
from kiosk.player.visit import Page

KNOWN = {
    code: Language(code=code, name=name, greeting=greeting)
    for code, name, greeting in (
        ("vi", "Tiếng Việt", "Xin chào"),
        ("en", "English", "Hello"),
        ("rad", "Klei Êđê", None),
    )
}
WANTED = Languages(offered=("vi", "en", "rad", "nowhere"), least_coverage=10)
NONE = Coverage(total=100, written=0, spoken=0)
HEARD = Coverage(total=100, written=1, spoken=60)
READ = Coverage(total=100, written=60, spoken=0)


def languages(**coverage):
    return offered_languages_of(WANTED, KNOWN, coverage)


def codes(**coverage):
    return [offered_language.code for offered_language in offered(languages(**coverage))]


def test_a_language_is_offered_from_the_share_that_the_centre_sets():
    assert codes(en=READ, rad=NONE) == ["vi", "en"]
    assert codes(en=READ, rad=Coverage(100, 9, 9)) == ["vi", "en"]
    assert codes(en=READ, rad=Coverage(100, 0, 10)) == ["vi", "en", "rad"]
    assert codes(en=NONE, rad=Coverage(100, 10, 0)) == ["vi", "rad"]


def test_a_folder_that_the_centre_does_not_name_follows_as_soon_as_there_is_enough_of_it():
    others = Languages(offered=("vi",), least_coverage=10)
    found = {"en": NONE, "rad": HEARD}
    assert [each.code for each in offered(offered_languages_of(others, KNOWN, found))] == [
        "vi",
        "rad",
    ]
    assert [each.code for each in offered_languages_of(others, KNOWN, {})] == ["vi", "en", "rad"]


def test_a_hidden_language_is_never_offered():
    without = WANTED.model_copy(update={"hidden": ("vi", "rad")})
    assert [each.code for each in offered_languages_of(without, KNOWN, {"rad": HEARD})] == ["en"]


def test_before_anybody_has_counted_those_that_can_greet_are_offered():
    assert codes() == ["vi", "en"]


def test_a_share_of_nothing_offers_whatever_the_centre_names():
    everything = offered_languages_of(
        WANTED.model_copy(update={"least_coverage": 0}), KNOWN, {"rad": NONE}
    )
    assert [offered_language.code for offered_language in offered(everything)] == [
        "vi",
        "en",
        "rad",
    ]


def test_there_is_always_one_to_choose():
    only = offered_languages_of(
        Languages(offered=("rad",), hidden=("vi", "en")), KNOWN, {"rad": NONE}
    )
    assert [offered_language.code for offered_language in offered(only)] == ["rad"]


def test_what_is_heard_but_not_written_is_heard_while_vietnamese_is_read():
    rad = languages(en=READ, rad=HEARD)[2]
    assert (rad.reads, rad.speaks) == (False, True)
    fresh = visits.begin(visits.new_visit(Settings()), 3)
    visit = visits.choose_language(fresh, "rad", reads=rad.reads)
    assert (visit.language, visit.voice_language, visit.heard) == ("vi", "rad", "rad")
    assert visit.page is Page.HOME
    assert chosen(visit, languages(en=READ, rad=HEARD)) == "rad"
    assert visits.choose_language(visit, "en").heard == "en"


def test_what_is_written_but_not_heard_is_both_chosen_and_stood_in_for():
    english = languages(en=READ, rad=NONE)[1]
    assert (english.reads, english.speaks) == (True, False)


def test_the_voice_is_chosen_apart_from_the_text():
    visit = visits.choose_voice(visits.choose_language(visits.new_visit(Settings()), "en"), "vi")
    assert (visit.language, visit.heard) == ("en", "vi")
    assert chosen(visit, languages(en=READ)) == "en"
    assert visits.choose_voice(visit, "en").voice_language == ""


def test_a_visit_goes_on_in_the_first_language_when_its_own_is_hidden():
    before, after = Settings(), Settings(languages=Languages(hidden=("vi", "rad")))
    visit = visits.choose_voice(visits.choose_language(visits.new_visit(before), "vi"), "rad")
    hidden = visits.with_settings(visit, before, after)
    assert (hidden.language, hidden.heard) == ("en", "en")
    assert visits.with_settings(visit, before, before) == visit


def test_a_visit_in_a_language_that_is_gone_goes_on_in_vietnamese():
    english = visits.choose_voice(visits.choose_language(visits.new_visit(Settings()), "en"), "rad")
    assert visits.without_lost_languages(english, {"vi", "en", "rad"}) == english
    assert visits.without_lost_languages(english, {"vi", "rad"}).language == "vi"
    assert visits.without_lost_languages(english, {"vi", "rad"}).heard == "rad"
    assert visits.without_lost_languages(english, {"vi"}).heard == "vi"


def test_sentences_are_counted_once_by_text_and_by_any_voice():
    lines = [Line("Bác chạm vào."), Line("bác chạm vào"), Line("Xong."), Line("")]
    abilities = (
        Ability("recordings", "1", None, {}, {"rad": {sentence_key("Xong."): "clip"}}),
        Ability("espeak", "1", None, {"en": ("en",)}),
        Ability("piper", "1", "broken", {"rad": ("voice",)}),
    )
    catalogues = {"en": Catalogue({"Bác chạm vào.": "Touch."}), "rad": Catalogue({})}
    assert coverage_of(lines, catalogues, abilities) == {
        "en": Coverage(total=2, written=1, spoken=1),
        "rad": Coverage(total=2, written=0, spoken=1),
    }


def test_whole_is_only_what_is_all_read_and_all_heard():
    assert Coverage(5, 5, 5).is_whole
    assert not Coverage(5, 5, 4).is_whole
