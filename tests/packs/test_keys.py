"""Stolen, lost, missing and unauthorised keys, with every clock of the kiosk."""

import json
import shutil
from datetime import timedelta

import pytest
from fake_microphone import voice
from tuf.api.metadata import Targets

from kiosk.narration.recordings.consent import Consent, Consents, Use
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.packs.keys import read_signer
from kiosk.packs.problem import PackError
from kiosk.packs.repository import Repository
from tests.packs.conftest import CLOCKS, PASSPHRASE, Centre, delegate, write_lesson

OLD = ["goi-xe", "wifi-tinh"]
SPOILT = "Chữ ký của gói không đúng. Không nhận."


@pytest.fixture(params=CLOCKS)
def kiosk(request, taught) -> Centre:
    """A kiosk with content, whose clock is in 1970, in 2038 or right."""
    taught.now = CLOCKS[request.param]
    return taught


def refusal(kiosk: Centre, source) -> str:
    """The reason of a refusal; with a clock of 2038 all metadata are expired."""
    report = kiosk.sync(source)
    assert report.installed == 0
    assert report.problem
    assert "moi" not in kiosk.lessons()
    return SPOILT if kiosk.now == CLOCKS["2038"] else report.problem


def newer(publisher, *names: str) -> None:
    write_lesson(publisher.content, "moi", 260)
    publisher.publish(*(names or ("an", "binh")))


def takes(kiosk: Centre, source) -> bool:
    """Whether the newer pack is installed; a clock of 2038 is reported first, then set right."""
    report = kiosk.sync(source)
    if kiosk.now == CLOCKS["2038"]:
        assert "đồng hồ của máy sai" in report.problem
        assert kiosk.lessons() == OLD
        kiosk.now = CLOCKS["right"]
        report = kiosk.sync(source)
    return report.problem == "" and "moi" in kiosk.lessons()


def test_lessons_of_somebody_without_a_key(publisher, kiosk, tmp_path):
    """The stranger uses the same name with other keys."""
    stranger = type(publisher)(tmp_path / "la")
    stranger.begin()
    newer(stranger)
    for file in stranger.served.glob("metadata/1.*.json"):
        file.with_name(file.name.replace("1.", "2.", 1)).write_bytes(file.read_bytes())
    assert refusal(kiosk, stranger.served) == SPOILT


def test_one_signature_of_two_is_not_enough(publisher):
    publisher.draft()
    publisher.sign("an")
    publisher.sign("an")
    assert [(each.role, each.count) for each in publisher.repository.missing()] == [("targets", 1)]
    with pytest.raises(PackError, match="Còn thiếu chữ ký"):
        publisher.repository.publish(publisher.now)


@pytest.mark.parametrize("spoil", [lambda two: two[:1], lambda two: [two[0], two[0]]])
def test_metadata_with_too_few_signatures_is_refused(publisher, kiosk, spoil):
    newer(publisher)
    path = max(publisher.served.glob("metadata/*.targets.json"))
    fields = json.loads(path.read_bytes())
    fields["signatures"] = spoil(fields["signatures"])
    path.write_text(json.dumps(fields), encoding="utf-8")
    assert refusal(kiosk, publisher.served) in (
        SPOILT,
        "Gói hỏng hoặc không đúng của người phát hành. Không nhận.",
    )


def test_a_stolen_online_key_cannot_make_lessons(publisher, kiosk, tmp_path):
    thief = Repository(tmp_path / "trom")
    shutil.copytree(publisher.repository.folder, thief.folder)
    write_lesson(publisher.content, "moi", 270)
    thief.build(publisher.content, "targets", "0.1", publisher.now)
    drafts = dict(thief.drafts())
    version = drafts["targets"].signed.version
    place = thief.published / "metadata" / f"{version}.targets.json"
    place.write_bytes(drafts["targets"].to_bytes())
    shutil.copytree(thief.draft / "files", thief.published / "files", dirs_exist_ok=True)
    shutil.copytree(thief.draft / "targets", thief.published / "targets", dirs_exist_ok=True)
    thief._write_newest(drafts, publisher.now)
    assert refusal(kiosk, thief.published) == SPOILT


def test_who_stole_the_online_key_and_ran_ahead_is_left_behind(publisher, kiosk, tmp_path):
    """Versions that are far too high do not block updates after the key is replaced."""
    thief = Repository(tmp_path / "trom")
    shutil.copytree(publisher.repository.folder, thief.folder)
    for _ in range(4):
        thief.refresh(publisher.now)
    kiosk.sync(thief.published)
    assert kiosk.lessons() == OLD
    publisher.repository.renew_online_key(publisher.now)
    publisher.sign("an", "chi")
    publisher.repository.publish(publisher.now)
    newer(publisher)
    assert takes(kiosk, publisher.served)
    assert kiosk.sync(thief.published).installed == 0
    assert "moi" in kiosk.lessons()


def test_keys_are_replaced_while_a_kiosk_was_away_and_lost_ones_are_trusted_no_more(
    publisher, kiosk
):
    """Each of the first three owners loses the key in turn."""
    pairs = (("binh", "chi"), ("chi", "dung"), ("dung", "giang"))
    for lost, name, pair in zip(publisher.owners, ("dung", "giang", "hoa"), pairs, strict=True):
        new = publisher.key(name)
        publisher.repository.rotate(lost.short_id, new, publisher.now)
        publisher.sign(*pair)
        publisher.repository.publish(publisher.now)
    newer(publisher, "dung", "hoa")
    assert takes(kiosk, publisher.served)
    publisher.draft()
    with pytest.raises(PackError, match="không ký được gì"):
        publisher.sign("an")


def test_what_only_lost_keys_have_signed_is_refused(publisher, kiosk):
    """Two lost keys are used for publishing after they were replaced."""
    for lost, name, pair in (
        (publisher.owners[0], "dung", ("binh", "chi")),
        (publisher.owners[1], "giang", ("chi", "dung")),
    ):
        publisher.repository.rotate(lost.short_id, publisher.key(name), publisher.now)
        publisher.sign(*pair)
        publisher.repository.publish(publisher.now)
    newer(publisher, "chi", "dung")
    path = publisher.repository.newest_file("targets")
    reported = publisher.repository.newest("targets")
    reported.signatures.clear()
    for name in ("an", "binh"):
        reported.sign(read_signer(publisher.folder / f"{name}.pem", PASSPHRASE), append=True)
    path.write_bytes(reported.to_bytes())
    assert refusal(kiosk, publisher.served) == SPOILT


# Communes


@pytest.mark.parametrize(
    ("name", "number", "why"),
    [
        ("moi", 299, "ngoài dải 300–309"),
        ("wifi-tinh", 301, "là của Tỉnh thử"),
        ("co-san", 301, "là bài có sẵn của ki-ốt"),
    ],
)
def test_a_commune_keeps_to_what_is_its_own(publisher, kiosk, tmp_path, name, number, why):
    write_lesson(kiosk.shipped, "co-san", 9)
    delegate(publisher)
    write_lesson(tmp_path / "xa", name, number)
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    refused = kiosk.sync(publisher.served).refused
    if kiosk.now != CLOCKS["2038"]:
        assert [who for who, _ in refused] == ["Xã Ea Kao"]
        assert why in refused[0][1]
    assert kiosk.lessons() == OLD


def test_a_commune_brings_nothing_but_lessons_and_their_voices(publisher, kiosk, tmp_path):
    delegate(publisher)
    write_lesson(tmp_path / "xa", "moi", 305)
    words = tmp_path / "xa" / "translations" / "rad" / "ui.po"
    words.parent.mkdir(parents=True)
    words.write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    refused = kiosk.sync(publisher.served).refused
    if kiosk.now != CLOCKS["2038"]:
        assert "không được thay tệp translations/rad/ui.po" in refused[0][1]
    assert kiosk.lessons() == OLD


def test_a_commune_brings_no_voice_for_the_sentences_of_others(publisher, kiosk, tmp_path):
    delegate(publisher)
    write_lesson(tmp_path / "xa", "moi", 305)
    voices, at = tmp_path / "xa" / "media" / "voice", "2026-11-20T08:00:00+07:00"
    Recordings(voices, "vi").keep(Take("Bác gọi cán bộ nhé.", "Mai", at), voice())
    Consents(voices, "vi").give(Consent("Mai", "", Use.ALL_KIOSKS, at, "Tôi đồng ý."), voice())
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    refused = kiosk.sync(publisher.served).refused
    if kiosk.now != CLOCKS["2038"]:
        assert "câu của bài khác" in refused[0][1]
    assert kiosk.lessons() == OLD


def test_a_communes_key_signs_nothing_of_the_province(publisher, kiosk):
    delegate(publisher)
    newer(publisher)
    path = publisher.repository.newest_file("targets")
    reported = publisher.repository.newest("targets")
    reported.signatures.clear()
    reported.sign(read_signer(publisher.folder / "xa.pem", PASSPHRASE))
    path.write_bytes(reported.to_bytes())
    assert refusal(kiosk, publisher.served) == SPOILT


def test_a_commune_cannot_speak_for_the_province_in_its_own_metadata(publisher, kiosk, tmp_path):
    """The kiosk never reads the province's manifest from the commune's own metadata."""
    delegate(publisher)
    write_lesson(tmp_path / "xa", "cho-xa", 305)
    publisher.draft("ea-kao", tmp_path / "xa")
    reported = dict(publisher.repository.drafts())["ea-kao"]
    (own,) = reported.signed.targets.values()
    reported.signed.targets["manifest.json"] = own
    publisher.repository.save_draft("ea-kao", reported)
    publisher.sign("xa")
    publisher.repository.publish(publisher.now)
    before = kiosk.store.current().part(Targets.type).manifest
    kiosk.sync(publisher.served)
    assert kiosk.store.current().part(Targets.type).manifest == before


def test_what_came_from_a_commune_goes_when_it_may_publish_no_more(publisher, kiosk, tmp_path):
    delegate(publisher)
    write_lesson(tmp_path / "xa", "moi", 305)
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    assert takes(kiosk, publisher.served)
    publisher.repository.revoke("ea-kao", publisher.now)
    publisher.sign("an", "binh")
    publisher.repository.publish(publisher.now)
    assert kiosk.sync(publisher.served).problem == ""
    assert kiosk.lessons() == OLD
    assert kiosk.store.current().gone == ("Xã Ea Kao",)
    assert kiosk.sync(publisher.served).installed == 0


def test_a_commune_that_was_the_only_publisher_can_be_taken_back_too(publisher, taught, tmp_path):
    """The province's own pack is empty."""
    province = type(publisher)(tmp_path / "tinh-khac")
    owners = tuple(province.key(name) for name in ("an", "binh", "chi"))
    province.repository.begin(owners, 2, "Tỉnh khác", province.now)
    province.sign("an", "binh")
    province.repository.publish(province.now)
    delegate(province)
    write_lesson(tmp_path / "xa", "moi", 305)
    province.publish("xa", role="ea-kao", content=tmp_path / "xa")
    taught.store.trust(province.repository.newest_file("root").read_bytes())
    assert taught.sync(province.served).problem == ""
    assert "moi" in taught.lessons()
    province.repository.revoke("ea-kao", province.now)
    province.sign("an", "binh")
    province.repository.publish(province.now)
    taught.sync(province.served)
    assert taught.lessons() == []


def test_a_commune_gets_another_key_and_the_lost_one_signs_no_more(publisher, taught, tmp_path):
    delegate(publisher)
    write_lesson(tmp_path / "xa", "cho-xa", 305)
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    new, numbers = publisher.key("xa-moi"), range(300, 310)
    publisher.repository.delegate("ea-kao", "Xã Ea Kao", (new,), numbers, publisher.now)
    publisher.sign("an", "binh", "xa-moi")
    publisher.repository.publish(publisher.now)
    assert taught.sync(publisher.served).refused == ()
    assert "cho-xa" in taught.lessons()
    write_lesson(tmp_path / "xa", "moi", 306)
    publisher.draft("ea-kao", tmp_path / "xa")
    with pytest.raises(PackError, match="không ký được gì"):
        publisher.sign("xa")
    publisher.sign("xa-moi")
    publisher.repository.publish(publisher.now)
    assert taught.sync(publisher.served).refused == ()
    assert "moi" in taught.lessons()


def test_when_the_province_takes_a_communes_name_the_commune_gives_way(publisher, taught, tmp_path):
    delegate(publisher)
    write_lesson(tmp_path / "xa", "cho", 305, "Câu của xã.")
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    assert taught.sync(publisher.served).problem == ""
    write_lesson(publisher.content, "cho", 220, "Câu của tỉnh.")
    publisher.publish("an", "binh")
    report = taught.sync(publisher.served)
    assert "là của Tỉnh thử" in report.refused[0][1]
    assert "Câu của tỉnh." in taught.text("cho")


def test_a_promise_to_be_newest_is_kept_for_over_a_year(publisher, taught):
    taught.now = publisher.now + timedelta(days=390)
    newer(publisher)
    assert takes(taught, publisher.served)
