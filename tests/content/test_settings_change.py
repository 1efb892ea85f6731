"""A change of settings keeps the file readable and its other content, and can be undone."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.settings.change import UnreadableOverlayError, changed, sections_of
from kiosk.settings.file import read_settings
from kiosk.settings.store import KEPT_BEFORE, SettingsStore

COMMENTED = """\
# Máy ở sảnh.
voice:
  volume: 2        # bác Hai bảo nhỏ thôi
  engines: [espeak]

# Chữ to cho dễ đọc.
display:
    text_size: large
"""


class Plug(BaseException):
    """Stands for a power cut."""


@pytest.fixture
def config(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("centre:\n  name: Trung tâm\n  hotline: '0262'\nvoice:\n  volume: 5\n")
    return path


@pytest.fixture
def local(tmp_path):
    return tmp_path / "config.local.yaml"


@pytest.fixture
def store(config, local, tmp_path):
    return SettingsStore(config, (local,))


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class TestText:
    def test_a_field_is_changed_in_its_place_and_the_comments_stay(self):
        after = changed(COMMENTED, {"voice": {"volume": 4}})
        assert after == COMMENTED.replace("volume: 2 ", "volume: 4 ")

    def test_a_new_field_stands_in_its_section(self):
        after = changed(COMMENTED, {"display": {"contrast": "high"}})
        assert after == COMMENTED.replace("display:\n", "display:\n    contrast: high\n")

    def test_a_new_section_stands_at_the_end(self):
        after = changed(COMMENTED, {"centre": {"name": "Xã: Mẫu #1"}})
        assert after == COMMENTED + 'centre:\n  name: "Xã: Mẫu #1"\n'

    def test_a_list_is_one_line(self):
        after = changed(COMMENTED, {"voice": {"engines": ("piper", "espeak")}})
        assert "  engines: [piper, espeak]\n" in after

    def test_a_field_that_is_taken_out_leaves_the_others(self):
        after = changed(COMMENTED, {"voice": {"volume": None}})
        assert sections_of(after) == {
            "voice": {"engines": ["espeak"]},
            "display": {"text_size": "large"},
        }

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "# nichts\n",
            "voice:\n",
            "voice: {volume: 2, engines: [espeak]}\n",
            "voice:\n  engines:\n    - espeak\n    - piper\n  volume: 2\n",
            "voice:\n  volume:\n",
            "voice:\n  volume: 2",
            "\ufeffvoice:\r\n  volume: 2\r\n",
            "voice:\n  voices:\n    vi: vi+f3\n",
        ],
    )
    def test_however_it_was_written(self, text):
        before = sections_of(text)
        after = sections_of(changed(text, {"voice": {"volume": 3}}))
        assert after["voice"].pop("volume") == "3"
        before.setdefault("voice", {}).pop("volume", None)
        assert after == before

    @pytest.mark.parametrize("text", ["voice: 3\n", "- a\n", "voice:\n\tvolume: 3\n", "a: [\n"])
    def test_what_cannot_be_read_is_not_touched(self, text):
        with pytest.raises(UnreadableOverlayError):
            changed(text, {"voice": {"volume": 3}})


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=30,
).filter(lambda text: normalize("NFC", text).strip() == text != "")
CHANGES = st.one_of(
    st.builds(lambda it: {"voice": {"volume": it}}, st.integers(1, 5)),
    st.builds(lambda it: {"display": {"text_size": it}}, st.sampled_from(["normal", "largest"])),
    st.builds(lambda it: {"display": {"contrast": it}}, st.sampled_from(["warm", "high"])),
    st.builds(lambda it: {"centre": {"name": it}}, NAMES),
    st.builds(lambda it: {"centre": {"hotline": it}}, NAMES | st.just("")),
    st.builds(lambda it: {"staff": {"call_note": it}}, NAMES | st.just("")),
    st.builds(
        lambda name, word: {"wifi": {"name": name, "password": word}},
        NAMES,
        st.just("") | st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8),
    ),
    st.builds(
        lambda it: {"languages": {"offered": tuple(it), "hidden": tuple(it[1:])}},
        st.lists(st.sampled_from(["vi", "en", "rad", "jra"]), min_size=1, unique=True),
    ),
)


def flat(of: Settings):
    return {
        (section, field): value
        for section, fields in of.model_dump(mode="json").items()
        for field, value in (fields or {}).items()
    }


@settings(max_examples=80, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=5), st.sampled_from(["", COMMENTED]))
def test_after_any_change_the_settings_are_sound_and_all_others_kept(changes, text):
    with tempfile.TemporaryDirectory() as folder:
        config, local = Path(folder) / "config.yaml", Path(folder) / "config.local.yaml"
        config.write_text("centre:\n  name: Xã Mẫu\n  hotline: '0262'\n", encoding="utf-8")
        if text:
            local.write_text(text, encoding="utf-8")
        store = SettingsStore(config, (local,))
        for change in changes:
            before = flat(store.now().settings)
            outcome = store.change(change)
            if outcome.refused:  # a Wi-Fi name or password is too long
                assert flat(read_settings(config)[0]) == before
                continue
            after = flat(outcome.settings)
            assert read_settings(config) == (outcome.settings, ())
            asked = {
                (section, field): value
                for section, fields in change.items()
                for field, value in fields.items()
            }
            for place, value in asked.items():
                wanted = list(value) if isinstance(value, tuple) else value
                assert (after.pop(place) or type(wanted)()) == wanted
                before.pop(place, None)
            after = {place: value for place, value in after.items() if place[0] != "wifi"}
            assert after == {place: value for place, value in before.items() if place[0] != "wifi"}


class TestStore:
    def test_what_was_set_is_in_force(self, store, config):
        outcome = store.change({"voice": {"volume": 1}})
        assert outcome.settings.voice.volume == 1
        assert read_settings(config)[0] == outcome.settings

    def test_an_empty_hotline_is_none_although_the_centre_has_one(self, store):
        assert store.change({"centre": {"hotline": ""}}).settings.centre.hotline is None

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"wifi": {"name": "KHACH", "password": "ngan"}}, "wifi_password_too_short"),
            ({"centre": {"name": ""}}, "text_empty"),
            ({"centre": {"name": "a" * 81}}, "text_too_long"),
            ({"voice": {"volume": 9}}, "number_too_big"),
            ({"languages": {"offered": ()}}, "list_too_short"),
        ],
    )
    def test_what_would_be_wrong_is_refused_and_nothing_is_written(
        self, store, config, change, code, tmp_path
    ):
        before, seen = read_settings(config)[0], files_in(tmp_path)
        outcome = store.change(change)
        assert [problem.code for problem in outcome.refused] == [code]
        assert outcome.settings == before
        assert files_in(tmp_path) == seen

    def test_a_mistake_that_was_there_before_stops_nothing(self, store, local):
        local.write_text("voice:\n  volume: 20\n", encoding="utf-8")
        outcome = store.change({"display": {"contrast": "high"}})
        assert not outcome.refused
        assert outcome.settings.display.contrast == "high"
        assert "volume: 20" in local.read_text(encoding="utf-8")

    def test_step_by_step_everything_can_be_taken_back(self, store, local):
        assert not store.now().may_undo
        for volume in (4, 3, 2):
            store.change({"voice": {"volume": volume}})
        for volume in (3, 4, 5):
            assert store.now().may_undo
            assert store.undo().settings.voice.volume == volume
        assert not store.now().may_undo
        assert store.undo().settings.voice.volume == 5
        assert sections_of(local.read_text(encoding="utf-8")) == {}

    def test_setting_what_is_set_already_is_no_step(self, store):
        store.change({"voice": {"volume": 2}})
        store.change({"voice": {"volume": 2}})
        assert store.undo().settings.voice.volume == 5

    def test_only_so_many_steps_are_kept(self, store, tmp_path):
        for at in range(KEPT_BEFORE + 7):
            store.change({"centre": {"name": f"Xã {at}"}})
        assert len(list(tmp_path.glob("*.before-*"))) == KEPT_BEFORE
        assert store.undo().settings.centre.name == f"Xã {KEPT_BEFORE + 5}"

    @pytest.mark.parametrize("broken", [b"voice:\n\tvolume: 3\n", b"\xff\xfe\x00v", b"- a\n"])
    def test_a_broken_local_part_is_set_aside_and_nothing_of_it_lost(
        self, store, local, tmp_path, broken
    ):
        local.write_bytes(broken)
        outcome = store.change({"voice": {"volume": 1}})
        assert outcome.settings.voice.volume == 1
        assert outcome.set_aside.read_bytes() == broken
        local.write_bytes(broken)
        again = store.change({"voice": {"volume": 2}})
        assert again.set_aside != outcome.set_aside

    def test_a_kiosk_whose_home_cannot_be_written_keeps_them_with_its_state(self, config, tmp_path):
        beside, state = tmp_path / "config.local.yaml", tmp_path / "state" / "config.local.yaml"
        beside.write_text("voice:\n  volume: 3\n", encoding="utf-8")
        state.parent.mkdir()
        state.write_text("display:\n  contrast: high\n", encoding="utf-8")
        store = SettingsStore(config, (beside, state))
        assert store.now().settings.voice.volume == 3
        assert store.change({"voice": {"volume": 1}}).settings.voice.volume == 1
        assert "volume: 3" in beside.read_text(encoding="utf-8")

    def test_where_the_settings_cannot_be_written_the_state_takes_the_local_part(
        self, config, tmp_path, monkeypatch
    ):
        folders = Folders(home=tmp_path, state=tmp_path / "state")
        assert folders.local_configs == (tmp_path / "config.local.yaml",)
        monkeypatch.setattr("os.access", lambda *_: False)
        store = SettingsStore(folders.config, folders.local_configs)
        store.change({"voice": {"volume": 2}})
        monkeypatch.undo()
        assert (tmp_path / "state" / "config.local.yaml").exists()
        assert not (tmp_path / "config.local.yaml").exists()
        settings, problems = read_settings(folders.config, folders.local_configs)
        assert (settings.voice.volume, problems) == (2, ())

    @pytest.mark.parametrize("at", range(8))
    def test_the_plug_may_be_pulled_at_any_moment(
        self, store, config, local, monkeypatch, at, tmp_path
    ):
        store.change({"voice": {"volume": 1}, "display": {"contrast": "high"}})
        before = store.now().settings
        moments = iter(range(100))

        def pulling(whole):
            def do(*given, **more):
                if next(moments) == at:
                    raise Plug
                return whole(*given, **more)

            return do

        with monkeypatch.context() as patch:
            for name in ("replace", "write_text", "unlink"):
                patch.setattr(Path, name, pulling(getattr(Path, name)))
            patch.setattr("os.fsync", pulling(os.fsync))
            with suppress(Plug):
                store.change({"voice": {"volume": 4}})
        now, problems = read_settings(config)
        assert problems == ()
        assert now.voice.volume in (1, 4)
        assert now.model_copy(update={"voice": before.voice}) == before
        again = SettingsStore(config, (local,))
        assert again.change({"voice": {"volume": 5}}).settings.voice.volume == 5
        again.undo()
        assert read_settings(config)[1] == ()

    def test_a_full_disk_leaves_everything_as_it_was(self, store, config, monkeypatch):
        store.change({"voice": {"volume": 1}})
        before = read_settings(config)

        def full(_descriptor):
            raise OSError("No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            store.change({"voice": {"volume": 4}})
        assert read_settings(config) == before


class TestOnePageOfSeveral:
    def test_its_last_change_is_taken_back_and_the_others_stay(self, store):
        store.change({"voice": {"volume": 2, "slow": True}})
        store.change({"centre": {"name": "Xã Một"}})
        store.change({"languages": {"offered": ("en", "vi")}})
        store.change({"centre": {"name": "Xã Hai"}})

        taken_back = store.undo(("voice",))

        settings = taken_back.settings
        assert (settings.voice.volume, settings.voice.slow) == (
            store_defaults(store).voice.volume,
            store_defaults(store).voice.slow,
        )
        assert settings.centre.name == "Xã Hai"
        assert settings.languages.offered == ("en", "vi")
        assert not taken_back.may_undo
        assert store.undo(("centre",)).settings.centre.name == "Xã Một"
        assert store.undo(("languages",)).settings.languages.offered != ("en", "vi")
        assert store.now(("centre",)).may_undo
        assert store.undo(("centre",)).settings.centre.name == store_defaults(store).centre.name
        assert not store.now().may_undo

    def test_what_was_true_before_is_true_again(self, store):
        store.change({"voice": {"slow": True, "volume": 3}})
        store.change({"voice": {"slow": False, "volume": 5}})
        store.change({"centre": {"name": "Xã Một"}})
        settings = store.undo(("voice",)).settings
        assert (settings.voice.slow, settings.voice.volume) == (True, 3)
        assert settings.centre.name == "Xã Một"


def store_defaults(store):
    return read_settings(store._config, ())[0]
