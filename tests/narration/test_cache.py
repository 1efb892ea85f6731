"""The cache of clips on disk survives power cuts, full disks and years of use."""

import os

import pytest

from kiosk.narration.cache import ClipCache, default_folder
from kiosk.narration.request import Request
from kiosk.narration.utterance import Clip, SpokenWord

CLIP = Clip(bytes(range(256)) * 8, 22050, (0, 12, 30))


def test_a_clip_comes_back_as_it_was(tmp_path):
    cache = ClipCache(tmp_path / "new" / "folder")
    cache.put("a", CLIP)
    assert cache.get("a") == CLIP
    assert cache.has("a")


def test_a_missing_clip_is_none(tmp_path):
    assert ClipCache(tmp_path).get("a") is None
    assert not ClipCache(tmp_path).has("a")


@pytest.mark.parametrize("ending", [".wav", ".json"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-9] + b"x" * 9,
        lambda content: b"\0" * len(content),
    ],
)
def test_a_damaged_clip_counts_as_missing_and_can_be_replaced(tmp_path, ending, damage):
    cache = ClipCache(tmp_path)
    cache.put("a", CLIP)
    file = tmp_path / f"a{ending}"
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("a") is None
    cache.put("a", CLIP)
    assert cache.get("a") == CLIP


def test_half_a_clip_is_no_clip(tmp_path):
    cache = ClipCache(tmp_path)
    cache.put("a", CLIP)
    (tmp_path / "a.json").unlink()
    assert cache.get("a") is None


def test_what_was_not_heard_for_longest_goes_first(tmp_path):
    cache = ClipCache(tmp_path, limit_bytes=3 * 2300)
    for age_s, key in enumerate(["newest", "middle", "oldest"]):
        cache.put(key, CLIP)
        os.utime(tmp_path / f"{key}.json", (1000 - age_s, 1000 - age_s))
    cache.get("oldest")
    cache.put("one more", CLIP)
    assert [key for key in ("newest", "middle", "oldest", "one more") if cache.has(key)] == [
        "oldest",
        "one more",
    ]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 3 * 2300


def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        ClipCache(tmp_path).put("a", CLIP)
    assert list(tmp_path.iterdir()) == []


def test_the_default_folder_is_the_users_cache(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert str(default_folder()) == "/somewhere/tutorial-kiosk/voice"


def test_any_other_sound_has_another_key():
    word = SpokenWord(0, 0, "chào")
    base = ("espeak", "1.51", "vi", "vi", 125, (word,))
    others = [
        ("other", "1.51", "vi", "vi", 125, (word,)),
        ("espeak", "1.52", "vi", "vi", 125, (word,)),
        ("espeak", "1.51", "vi+f3", "vi", 125, (word,)),
        ("espeak", "1.51", "vi", "en", 125, (word,)),
        ("espeak", "1.51", "vi", "vi", 95, (word,)),
        ("espeak", "1.51", "vi", "vi", 125, (SpokenWord(0, 0, "chào."),)),
        ("espeak", "1.51", "vi", "vi", 125, (SpokenWord(0, 1, "chào"),)),
    ]
    keys = {Request(*fields).key for fields in [base, *others]}
    assert len(keys) == len(others) + 1
    assert Request(*base).key == Request(*base).key
