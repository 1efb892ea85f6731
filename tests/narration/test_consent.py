"""The speakers' consent: given aloud, applied to every export, and withdrawn completely."""

import csv
import io
from dataclasses import replace

import pytest
import soundfile
from made_recordings import tone

from kiosk.narration.recordings.consent import Consent, ConsentListError, Consents, Use
from kiosk.narration.recordings.corpus import COLUMNS, export_corpus
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings, SameSpeakerError
from kiosk.narration.recordings.take import Take, Verdict
from kiosk.narration.recordings.withdrawal import voices_in, withdraw
from kiosk.packs.contents import files_below
from kiosk.packs.problem import PackError

AT = "2026-11-29T10:00:00+07:00"
WORDING = "Tôi đồng ý."
BIA, HUE = "H'Bia", "H'Huê"


@pytest.fixture
def root(tmp_path):
    return tmp_path / "media" / "voice"


@pytest.fixture
def recordings(root):
    return Recordings(root, "rad")


@pytest.fixture
def consents(root):
    return Consents(root, "rad")


def speak(recordings, speaker, text, spoken=""):
    return recordings.keep(Take(text, speaker, AT, spoken=spoken), tone(duration_ms=900))


def allow(consents, speaker, use):
    return consents.give(Consent(speaker, "", use, AT, WORDING), tone(duration_ms=900))


def export(recordings, consents, folder, text_of=lambda take: take.spoken):
    return export_corpus(recordings, consents, folder, text_of)


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8")), dialect="excel-tab"))


def files_of(folder):
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_a_consent_is_kept_with_her_own_voice_and_the_words_put_to_her(consents):
    given = allow(consents, BIA, Use.ALL_KIOSKS)
    assert consents.of("h'bia") == given
    assert soundfile.info(consents.clip_of(given)).duration == pytest.approx(0.9)
    assert given.code
    assert given.wording == WORDING


def test_another_choice_takes_the_place_of_the_first_and_the_code_stays(consents):
    first = allow(consents, BIA, Use.THIS_KIOSK)
    second = allow(consents, BIA, Use.OPEN_CORPUS)
    assert consents.all == (second,)
    assert second.code == first.code


@pytest.mark.parametrize("content", ["", "[]", '{"consents": [{"use": "x"}]}', "[" * 5000])
def test_a_broken_list_gives_nothing_away_and_is_not_written_over(consents, content):
    given = allow(consents, BIA, Use.OPEN_CORPUS)
    path = consents.folder / "consents.json"
    path.write_text(content)
    with pytest.raises(ConsentListError):
        consents.of(BIA)
    with pytest.raises(ConsentListError):
        consents.give(given, tone())
    assert path.read_text() == content


def test_the_corpus_holds_only_what_was_given_to_everybody(recordings, consents, tmp_path):
    for number, (speaker, use) in enumerate(
        ((BIA, Use.OPEN_CORPUS), (HUE, Use.ALL_KIOSKS), ("Y Thịnh", Use.THIS_KIOSK), ("Ai", None))
    ):
        speak(recordings, speaker, f"Câu {number}", f"klei {number}")
        if use:
            allow(consents, speaker, use)
    consents.tell_dialect(BIA, " Ngành  Kpă ")
    done = export(recordings, consents, tmp_path / "kho")
    assert (done.clips, done.speakers, done.held_back) == (1, 1, 3)
    (row,) = rows(tmp_path / "kho" / "rad" / "other.tsv")
    assert tuple(row) == COLUMNS
    assert (row["sentence"], row["prompt_vi"], row["variant"]) == ("klei 0", "Câu 0", "Ngành Kpă")
    assert row["client_id"] == consents.of(BIA).code
    everything = b"".join(
        path.read_bytes() for path in (tmp_path / "kho").rglob("*") if path.is_file()
    )
    for name in (BIA, HUE, "Y Thịnh"):
        assert name.encode() not in everything
    assert soundfile.info(tmp_path / "kho" / "rad" / "clips" / row["path"]).format == "MP3"


def test_what_a_second_person_heard_and_wrote_down_is_validated(recordings, consents, tmp_path):
    allow(consents, BIA, Use.OPEN_CORPUS)
    for text, verdict in (("Một", Verdict.RIGHT), ("Hai", Verdict.NONE), ("Ba", Verdict.AGAIN)):
        take = speak(recordings, BIA, text, "sa")
        if verdict:
            recordings.judge(take, verdict, HUE)
    unwritten = recordings.judge(speak(recordings, BIA, "Bốn"), Verdict.RIGHT, HUE)
    done = export(recordings, consents, tmp_path / "kho")
    folder = tmp_path / "kho" / "rad"
    assert [(row["prompt_vi"], row["up_votes"]) for row in rows(folder / "validated.tsv")] == [
        ("Một", "1")
    ]
    assert [row["prompt_vi"] for row in rows(folder / "other.tsv")] == ["Hai", unwritten.text]
    assert len(rows(folder / "clip_durations.tsv")) == 3
    assert done.without_text == 1


def test_of_two_people_without_a_name_one_is_withdrawn_and_the_other_stays(recordings, root):
    later = "2026-11-30T09:00:00+07:00"
    for text, at in (("Một", AT), ("Hai", AT), ("Ba", later), ("Một", later)):
        recordings.keep(Take(text, "", at), tone(duration_ms=900))
    assert [(voice.speaker, voice.is_named, voice.clips) for voice in voices_in(root, "rad")] == [
        (later, False, 2),
        (AT, False, 2),
    ]
    gone = withdraw(root, "rad", AT, root / "cache")
    assert len(gone.clips) == 2
    recordings.refresh()
    assert {take.recorded_at for take in recordings.all_takes} == {later}


def test_withdrawing_takes_every_clip_out_and_leaves_only_her_code(recordings, consents, tmp_path):
    for text in ("Một", "Một", "Hai"):  # a replaced earlier take is deleted, too
        speak(recordings, BIA, text)
    stays = speak(recordings, HUE, "Ba")
    given = allow(consents, BIA, Use.OPEN_CORPUS)
    assert consents.withdraw("h'bia", AT) == 3
    recordings.refresh()
    assert recordings.takes == (stays,)
    assert files_of(recordings.folder) - {".lock"} == {stays.file, "index.json", "consents.json"}
    assert consents.of(BIA) is None
    assert BIA not in (consents.folder / "consents.json").read_text("utf-8")
    export(recordings, consents, tmp_path / "kho")
    assert rows(tmp_path / "kho" / "rad" / "withdrawn.tsv") == [{"client_id": given.code}]


def test_nobody_judges_her_own_recording(recordings):
    take = speak(recordings, BIA, "Một")
    with pytest.raises(SameSpeakerError):
        recordings.judge(take, Verdict.RIGHT, "h'BIA")
    assert recordings.takes == (take,)


def test_what_is_to_be_spoken_again_is_heard_no_more_and_missing(recordings):
    speak(recordings, BIA, "Một")
    take = speak(recordings, BIA, "Một")
    recordings.judge(take, Verdict.AGAIN, HUE)
    again = Recordings(recordings.folder.parent, "rad")
    assert again.find(sentence_key("Một")) is None
    assert again.path_of(take).exists(), "it can be listened to still"
    spoken = speak(again, BIA, "Một")
    assert again.find(sentence_key("Một")) == spoken


def test_a_verdict_lasts(recordings):
    take = speak(recordings, BIA, "Một")
    judged = recordings.judge(take, Verdict.RIGHT, HUE)
    assert judged == replace(take, verdict=Verdict.RIGHT, listener=HUE)
    assert Recordings(recordings.folder.parent, "rad").takes == (judged,)


def test_a_voice_for_this_kiosk_alone_is_not_packed(recordings, consents, root, tmp_path):
    speak(recordings, BIA, "Một")
    allow(consents, BIA, Use.THIS_KIOSK)
    with pytest.raises(PackError, match=BIA):
        list(files_below(tmp_path))
    allow(consents, BIA, Use.ALL_KIOSKS)
    packed = {file.path for file, _ in files_below(tmp_path)}
    assert any(path.endswith(".flac") for path in packed)
    assert not any("consent" in path for path in packed)


def test_a_voice_that_nobody_has_asked_is_not_packed(recordings, consents, tmp_path):
    speak(recordings, BIA, "Một")
    speak(recordings, HUE, "Hai")
    allow(consents, BIA, Use.ALL_KIOSKS)
    with pytest.raises(PackError) as refused:
        list(files_below(tmp_path))
    assert refused.value.values["names"] == f"{HUE} (rad)"
    allow(consents, HUE, Use.OPEN_CORPUS)
    assert any(file.path.endswith(".flac") for file, _ in files_below(tmp_path))


def test_a_voice_without_a_name_is_not_packed(recordings, tmp_path):
    speak(recordings, "", "Một")
    with pytest.raises(PackError, match=f"{AT} \\(rad\\)".replace("+", "\\+")):
        list(files_below(tmp_path))


def test_a_voice_whose_speaker_has_taken_her_consent_back_is_not_packed(
    recordings, consents, tmp_path
):
    given = allow(consents, BIA, Use.ALL_KIOSKS)
    consents.give_back(replace(given, speaker="", withdrawn_at=AT), b"")
    speak(recordings, BIA, "Một")
    with pytest.raises(PackError, match=BIA):
        list(files_below(tmp_path))
