"""How many slips of the finger lie between two words."""

from functools import lru_cache

FAR = 9
"""More slips than anybody forgives."""
_A = ord("a")
_OTHERS = 26


def forgiven(word: str) -> int:
    """How many slips a word of that length may hold."""
    if len(word) < 3:
        return 0
    return 1 if len(word) < 7 else 2


@lru_cache(20_000)
def signs_of(word: str) -> int:
    """Which letters a word has, as bits: words with very different letters need no comparing."""
    bits = 0
    for letter in word:
        at = ord(letter) - _A
        bits |= 1 << (at if 0 <= at < _OTHERS else _OTHERS)
    return bits


def slips_between(typed: str, meant: str, most: int) -> int:
    """Letters missed, added, mistaken or swapped between two words; FAR if more than `most`."""
    if abs(len(typed) - len(meant)) > most:
        return FAR
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for at, letter in enumerate(typed, start=1):
        before, last, row = row, before, [at]
        for to, other in enumerate(meant, start=1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == meant[to - 2] and typed[at - 2] == other:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return FAR
    return row[-1] if row[-1] <= most else FAR
