"""Vietnamese syllables while they are typed: onset, nucleus, coda, and the place of the tone."""

import re
import unicodedata
from dataclasses import dataclass

TONES = {
    "sac": "\u0301",
    "huyen": "\u0300",
    "hoi": "\u0309",
    "nga": "\u0303",
    "nang": "\u0323",
}
"""The combining marks of the five written tones, by the name of their key."""

TONE_WORDS = {"sac": "sắc", "huyen": "huyền", "hoi": "hỏi", "nga": "ngã", "nang": "nặng"}
"""The Vietnamese name of each tone."""

_VOWELS = "aăâeêioôơuưy"
_SHAPED = "ăâêôơư"
_WRITTEN_TOGETHER = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui "
    "uô uơ uy ưa ưi ươ ưu yê oai oao oay oeo uao uây uôi uya uyê uyu ươi ươu iêu yêu uêu"
)
_NUCLEI = frozenset(_WRITTEN_TOGETHER.split())
_SYLLABLE = re.compile(
    r"(?P<onset>qu|gi(?=[aăâeêioôơuưy])|(?!dd)[bcdđghklmnpqrstvxƀčñ]{0,3})"
    r"(?P<nucleus>[aăâeêioôơuưy]*)"
    r"(?P<coda>ch|ng|nh|[ckmnpt]?)"
)


@dataclass(frozen=True, slots=True)
class Syllable:
    """The parts of a syllable without its tone, in lower case."""

    onset: str
    nucleus: str
    coda: str

    def tone_place(self) -> int:
        """Returns the index of the letter that carries the tone: hòa, hoàn, khuỷu."""
        vowels = self.nucleus
        shaped = [at for at, letter in enumerate(vowels) if letter in _SHAPED]
        if shaped:
            at = shaped[-1]
        elif self.coda:
            at = len(vowels) - 1
        else:
            at = 1 if len(vowels) == 3 else 0
        return len(self.onset) + at


def split_tone(word: str) -> tuple[str, str]:
    """Returns the word without its tone, and the tone mark; the mark is empty for none."""
    bare, tone, base = "", "", ""
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES.values() and base.lower() in tuple("aeiouy"):
            tone = sign
            continue
        if not unicodedata.combining(sign):
            base = sign
        bare += sign
    return unicodedata.normalize("NFC", bare), tone


def parse(bare: str) -> Syllable | None:
    """Parses a toneless word, complete or not; None when it cannot become a syllable."""
    found = _SYLLABLE.fullmatch(bare.lower())
    if found is None:
        return None
    syllable = Syllable(found["onset"], found["nucleus"], found["coda"])
    if not syllable.nucleus:
        return None if syllable.coda else syllable
    return syllable if plain(syllable.nucleus) in _PLAIN_NUCLEI else None


def is_nucleus(vowels: str) -> bool:
    """True when these vowels, with their marks, occur together in Vietnamese."""
    return vowels in _NUCLEI


def plain(letters: str) -> str:
    """Returns the vowels without marks."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in letters)


_PLAIN_NUCLEI = frozenset(plain(vowels) for vowels in _NUCLEI)


def with_tone(bare: str, tone: str) -> str | None:
    """Returns a toneless word with this tone; None when the word cannot carry a tone."""
    syllable = parse(bare)
    if syllable is None or not syllable.nucleus:
        return None
    if not tone:
        return bare
    end = syllable.tone_place() + 1
    return unicodedata.normalize("NFC", bare[:end] + tone + bare[end:])


def retoned(word: str) -> str:
    """Returns the word with its tone on the right vowel after a letter was added: hòa, hoàn."""
    bare, tone = split_tone(word)
    return (with_tone(bare, tone) or word) if tone else word
