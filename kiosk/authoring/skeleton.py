"""The template of a new lesson: playable, with comments on what to write."""

from collections.abc import Iterable, Sequence

from kiosk.authoring.examples import example_data, example_part
from kiosk.authoring.schema import MODELINE
from kiosk.steps import step_kinds

FIRST_NUMBER = 11
HEAD = """\
# Bài học. Sửa chữ sau dấu hai chấm, lưu lại, rồi gõ:
#   kiosk preview {path}    bài hiện bên cạnh, lưu là thấy ngay, sai thì chỉ chỗ sửa
# Câu nào có dấu hai chấm thì đặt cả câu trong dấu nháy: 'như thế này'.

title: {title}
number: {number}                       # số để gõ hoặc quét mở bài, không bài nào khác dùng
icon: {icon}                       # hình nhỏ trên ô, xem media/icons
minutes: {minutes}                       # học mất mấy phút
goal: {goal}
remember:                        # tối đa ba điều nhớ, in trên tờ giấy mang về
  - Làm chậm, không sao cả.
  - Chưa rõ thì hỏi cán bộ.
# checked:                       # ai chịu trách nhiệm dữ kiện, kiểm lại ngày nào
#   on: "2026-11-20"
#   sources: [Tên nguồn]
"""
MIN_MINUTES = 2
ICON = "info"
GOAL = "Bác tự làm được một việc trên điện thoại."
SCREENS = "# Màn hình điện thoại mô phỏng; bên dưới mỗi tên là các mục, từ trên xuống.\nscreens:"
STEPS = "# Các bước, theo thứ tự. Mỗi bước nói một điều, làm một việc.\nsteps:"


def free_number(taken: Iterable[int]) -> int:
    """The lowest free number, from 11."""
    used = set(taken)
    number = FIRST_NUMBER
    while number in used:
        number += 1
    return number


def lesson_skeleton(
    path: str, title: str, number: int, kinds: Sequence[str], icon: str = ICON
) -> str:
    """The text of a new lesson with one step of each of the kinds.

    Raises:
        KeyError: there is no such kind.
    """
    head = HEAD.format(
        path=path,
        title=_quoted(title),
        number=number,
        icon=icon,
        minutes=max(MIN_MINUTES, len(kinds) // 2),
        goal=GOAL,
    )
    parts = [f"{MODELINE}\n{head}"]
    if screens := _screens(kinds):
        parts.append(f"{SCREENS}\n{screens}\n")
    steps = "\n\n".join(example_part(kind, "steps") for kind in kinds)
    parts.append(f"{STEPS}\n{steps}\n")
    return "\n".join(parts)


def all_kinds() -> tuple[str, ...]:
    """The names of all kinds of steps."""
    return tuple(step_kinds())


def _screens(kinds: Sequence[str]) -> str:
    """The screens of the kinds' examples, without duplicates."""
    once = [kind for kind in dict.fromkeys(kinds) if example_data(kind).get("screens")]
    return "\n".join(example_part(kind, "screens") for kind in once)


def _quoted(title: str) -> str:
    """The title as a YAML scalar, quoted if necessary."""
    title = " ".join(title.split())
    plain = title[:1].isalpha() and not any(sign in title for sign in ":#'\"")
    doubled = title.replace("'", "''")
    return title if plain else f"'{doubled}'"
