"""Bundles ES modules into classic scripts, with each module wrapped in a function.

Fewer files save round trips on a slow network, and compress better.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_IMPORT = re.compile(r'^import\s+(?:\{([^}]*)\}\s+from\s+)?"([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_TOLD = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
"""JSDoc comments, which are removed."""
_FIRST = "// Joined from the modules in kiosk/web/site/js and kiosk/phone.\n"


def joined(modules: Mapping[str, str], entries: Iterable[str]) -> Iterator[str]:
    """A script for each entry point, with its dependencies in order.

    Modules contained in an earlier script are not repeated in a later one.
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
