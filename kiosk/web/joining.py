"""Joins ES modules into scripts, each module in a function of its own.

On a slow network each file costs a way there and back, and small files pack badly.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_IMPORT = re.compile(r'^import\s+(?:\{([^}]*)\}\s+from\s+)?"([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_TOLD = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
"""What is told to whoever reads a module; nobody's phone needs it."""
_FIRST = "// Joined from the modules in kiosk/web/site/js and kiosk/phone.\n"


def joined(modules: Mapping[str, str], entries: Iterable[str]) -> Iterator[str]:
    """A script for each entry: the module and all that it needs, those first that others need.

    What an earlier script holds a later one uses and does not hold again.
    """
    done: set[str] = set()

    def taken(place: str) -> Iterator[str]:
        if place in done:
            return
        done.add(place)
        for _, other in _IMPORT.findall(modules[place]):
            yield from taken(_resolved(place, other))
        yield _as_function(place, modules[place])

    for entry in entries:
        yield f'{_FIRST}"use strict";\n{"".join(taken(entry))}'


def _as_function(place: str, text: str) -> str:
    def import_of(found: re.Match[str]) -> str:
        names = re.sub(r"\s+as\s+", ": ", (found[1] or "").strip())
        return f"const {{ {names} }} = {_variable(_resolved(place, found[2]))};\n"

    exported = ", ".join(_EXPORT.findall(text))
    content = _TOLD.sub("", text)
    content = _EXPORT.sub("", _IMPORT.sub(import_of, content)).replace("export {};\n", "")
    return f"const {_variable(place)} = (() => {{\n{content}\nreturn {{ {exported} }};\n}})();\n"


def _resolved(place: str, other: str) -> str:
    parts = [*place.split("/")[:-1]]
    for each in other.split("/"):
        if each == "..":
            parts.pop()
        elif each != ".":
            parts.append(each)
    return "/".join(parts)


def _variable(place: str) -> str:
    return "m_" + re.sub(r"\W", "_", place.removesuffix(".js"))
