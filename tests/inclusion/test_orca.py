"""A shipped lesson can be completed with the keyboard, with only Orca's speech as information."""

from one_lesson_home import small_home
from orca_session import orca_beside_the_kiosk
from real_display import real_display

from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.library.library import load_library
from kiosk.player.lesson_run import LessonRun, begin, touch

LESSON = "nhan-hang"
TO_THE_LESSON = (
    "Bác chạm vào màn hình để bắt đầu.",
    "Tiếng Việt. Xin chào bác! push button",
    "93. Nhận hàng, trả hàng.",
    "Xem máy làm",
    "2. Cùng làm push button",
)
ON_THE_PHONE = {"decline": "Cúp máy"}
"""What the phone's own buttons are called."""
TICKED = "Hàng bị vỡ, lỗi check box"


def called(run: LessonRun) -> tuple[str, ...]:
    """The names that Orca may use for the next target."""
    target, step = run.expected, run.step
    option = step.spoken_option(target) if step else None
    words = [*run.screen.words_of(target)] if run.screen else []
    if target == NEXT:
        name = "Tiếp tục"
    elif target in ON_THE_PHONE:
        name = ON_THE_PHONE[target]
    else:
        name = option.text if option else words[0]
    return (f"{name} push button", f"{name} check box")


def test_a_shipped_lesson_is_gone_through_with_orca_reading(tmp_path):
    beside, home = tmp_path / "orca", small_home(tmp_path, LESSON)
    beside.mkdir()
    lesson = load_library(Folders(home=home)).find(LESSON)
    messages = []
    with (
        real_display(tmp_path, with_window_manager=False) as display,
        orca_beside_the_kiosk(display, beside, home) as orca,
    ):
        orca.wait_for_the_window()
        for name in TO_THE_LESSON:
            orca.go_to(name)
            orca.take()
        run = begin(lesson, Way.TOGETHER)
        while not run.over:
            messages += orca.go_to(run.newest_line.text) + orca.go_to(called(run))
            orca.take()
            run = touch(run, run.expected)
        orca.go_to(begin(lesson, Way.ALONE).newest_line.text)
    assert messages.index(f"{TICKED} checked.") > messages.index(f"{TICKED} not checked.")
