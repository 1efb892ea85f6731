"""Vietnamese syllables, and foreign words rendered in them.

A speech engine may switch to English in mid-sentence at a word that is not a Vietnamese
syllable.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from kiosk.narration.reading.vi.letters import plain_letter, spelled

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]?"
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu "
    "iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay "
    "oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong op ot oong ooc "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un "
    "ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uynh uyên uyêt uyt uyu "
    "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
_CONSONANTS = "bcdđghjklmnpqrstvwxz"
_ACUTE, _DOT = "\u0301", "\u0323"
_RESPELLED = {"veo": "ve o", "g": "giê"}
_FILLERS = {
    "q": "cờ",
    "k": "cờ",
    "c": "cờ",
    "d": "đờ",
    "s": "xờ",
    "j": "giờ",
    "z": "dờ",
    "w": "quờ",
}
_FOREIGN = (
    ("ce", "xe"), ("ci", "xi"), ("f", "ph"), ("z", "d"), ("j", "gi"), ("w", "qu"), ("sh", "s"),
    ("ck", "c"), ("oo", "u"), ("ee", "i"), ("y", "i"),
)  # fmt: skip
_ENDINGS = {"b": "p", "d": "t", "g": "c", "f": "p", "v": "p", "l": "n", "r": "", "s": "t", "x": "t",
            "k": "c", "h": ""}  # fmt: skip


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether the word is one syllable in Vietnamese orthography."""
    bare, tone = _without_tone(word)
    at = _toned_letter(word)
    return any(at is None or at in _letters_for_tone(*cut) for cut in _cuts(bare, tone))


def _cuts(bare: str, tone: str) -> Iterator[tuple[str, str]]:
    """All valid splits of a word without its tone into onset and rhyme."""
    for onset in [*re.findall(f"^(?:{_ONSET})", bare), ""]:
        rhyme = bare[len(onset) :]
        if onset == "gi" and rhyme == "":
            yield "g", "i"
        if rhyme in rhymes() and _fit(onset, rhyme, tone):
            yield onset, rhyme
    if bare.startswith("gi") and bare[1:] in rhymes() and _fit("g", bare[1:], tone):
        yield "g", bare[1:]


def _toned_letter(word: str) -> int | None:
    """The index of the letter with the tone mark; None when there is none."""
    for at, letter in enumerate(unicodedata.normalize("NFC", word)):
        if _without_tone(letter)[1]:
            return at
    return None


def _letters_for_tone(onset: str, rhyme: str) -> tuple[int, ...]:
    """The indices of letters that may carry the tone mark, the preferred one first."""
    places: tuple[int, ...]
    vowels = [at for at, letter in enumerate(rhyme) if letter in _VOWELS]
    marked = [at for at in vowels if rhyme[at] in "ăâêôơư"]
    if marked:
        places = (marked[-1],)
    elif len(vowels) < len(rhyme):
        places = (vowels[-1],)
    elif rhyme in ("oa", "oe", "uy"):
        places = (1, 0)
    else:
        places = (len(vowels) // 3,)
    return tuple(len(onset) + place for place in places)


def _well_toned(word: str) -> str:
    """Moves the tone mark to its standard letter: quý for qúy."""
    bare, tone = _without_tone(word)
    at = _toned_letter(word)
    cut = next(_cuts(bare, tone), None)
    if at is None or cut is None or is_syllable(word):
        return word
    place = _letters_for_tone(*cut)[0] + 1
    return unicodedata.normalize("NFC", bare[:place] + tone + bare[place:])


@lru_cache(maxsize=4096)
def sayable(word: str) -> str:
    """The word in Vietnamese syllables: unchanged, or the closest approximation."""
    word = "".join(_vietnamese(letter) for letter in unicodedata.normalize("NFC", word.lower()))
    word = _well_toned(word)
    if word in _RESPELLED:
        return _RESPELLED[word]
    if is_syllable(word):
        return word
    if not any(_without_tone(letter)[0] in _VOWELS for letter in word):
        return spelled(word)
    foreign = re.sub(r"([^aeiou])\1", r"\1", word)
    for written, said in _FOREIGN:
        foreign = foreign.replace(written, said)
    return _cheapest(foreign)[1]


def _vietnamese(letter: str) -> str:
    return letter if _without_tone(letter)[0] in _VOWELS else plain_letter(letter)


@cache
def rhymes() -> frozenset[str]:
    """All rhymes, without tone marks."""
    return frozenset(_RHYMES.split())


def _without_tone(word: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", word)
    tone = "".join(mark for mark in marks if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES)), tone


def _fit(onset: str, rhyme: str, tone: str) -> bool:
    """Whether onset, rhyme and tone can combine; rhymes in -c, -ch, -p, -t need sắc or nặng."""
    if len(tone) > 1 or (rhyme.endswith(("c", "ch", "p", "t")) and tone not in (_ACUTE, _DOT)):
        return False
    if onset in ("g", "c", "ng") and rhyme[0] in "eêiy" and (onset, rhyme[:1]) != ("g", "i"):
        return False
    if onset in ("gh", "ngh") and rhyme[0] not in "eêiy":
        return False
    return (onset, rhyme) not in (("b", "uy"), ("b", "uya"), ("b", "uynh"), ("b", "uyên"))


@lru_cache(maxsize=1024)
def _cheapest(word: str) -> tuple[int, str]:
    """The lowest-cost split of a word into syllables, with its cost."""
    if not word:
        return 0, ""
    best = (10**6, "")
    for length in range(1, min(len(word), 7) + 1):
        cost, said = _piece(word[:length])
        rest_cost, rest = _cheapest(word[length:])
        best = min(best, (cost + rest_cost, f"{said} {rest}".strip()))
    return best


def _piece(piece: str) -> tuple[int, str]:
    if len(piece) == 1 and piece not in _VOWELS and not is_syllable(piece):
        return (5, _FILLERS.get(piece, f"{piece}ờ")) if piece in _CONSONANTS else (9, "")
    if is_syllable(piece):
        return 2, piece
    ended = piece[:-1] + _ENDINGS.get(piece[-1], piece[-1])
    for cost, shape in ((2, _sharp(piece)), (3, ended), (3, _sharp(ended))):
        if is_syllable(shape):
            return cost, shape
    return (3, spelled(piece)) if len(piece) == 1 else (10**6, "")


def _sharp(piece: str) -> str:
    """The piece with the tone sắc on its last vowel."""
    places = [place for place, letter in enumerate(piece) if letter in _VOWELS]
    if not places:
        return piece
    cut = places[-1] + 1
    return unicodedata.normalize("NFC", piece[:cut] + _ACUTE + piece[cut:])
