"""Problems worded for the editor's forms, without terms of the file format."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kiosk.content.problems import Problem
from kiosk.content.wording import described, filled, template_of
from kiosk.editor.forms import KEY, choice_words, field_titles, short_title, title_of

QUOTED_KEY = re.compile(r"'([a-z_]+)'")
WORD = re.compile(r"\[([a-z-]+)\]")
NAMED = ("name", "first", "second")
"""Facts that may be the name of a field."""
ABOUT_A_FIELD = frozenset(
    {"field_missing", "field_empty", "text_empty", "text_too_long", "two_kinds"}
)
"""Codes whose `name` is a field, besides those with the prefixes below."""
ABOUT_A_VALUE = ("must_be_", "number_too_", "list_too_", "value_refused")
MESSAGES: Mapping[str, str] = {
    "field_missing": "chưa điền ô '{name}'",
    "field_unknown": "có chỗ máy không hiểu: '{name}'",
    "field_empty": "ô '{name}' còn trống",
    "item_empty": "có dòng còn trống",
    "must_be_true_or_false": "'{name}' chỉ có thể là Có hoặc Không",
    "must_be_list": "'{name}' phải gồm nhiều mục",
    "must_be_fields": "'{name}' phải gồm nhiều ô",
    "note_unknown": "tờ giấy nhỏ không nhận '{text}'",
    "step_not_fields": "bước này chỉ có chữ: '{text}'",
    "element_not_fields": "mục này của màn hình chỉ có chữ: '{text}'",
    "screen_not_list": "màn hình '{name}' không có mục nào",
}
"""Messages for the editor that replace those about the file format."""
HINTS: Mapping[str, str] = {
    "file_empty": "chạm Thêm bước",
    "not_a_lesson": "mở tệp khác, hoặc làm bài mới",
    "field_unknown": "chạm Bỏ đi, hoặc hỏi người gửi tệp",
    "step_without_kind": "xóa bước này, rồi chạm Thêm bước",
    "element_without_kind": "xóa mục này, rồi chạm Thêm mục",
    "field_empty": "viết vào, hoặc chạm Bỏ đi",
    "item_empty": "viết vào, hoặc chạm Bỏ đi",
    "must_be_list": "xóa chỗ này, rồi thêm lại từng mục",
    "must_be_fields": "xóa chỗ này, rồi điền lại từng ô",
    "must_be_one_of": "chạm ô này, chọn lại",
    "no_steps": "chạm Thêm bước",
    "many_touches": "tách làm hai bài, điền ô «Bài dài chia nhiều phần» ở cả hai",
    "because_alike": "viết lời giải thích riêng cho mỗi câu trả lời, bác mới biết vì sao",
    "spoken_number": "sửa ô «Cách đọc» cho đúng số của câu",
    "series_part_twice": "đổi số phần ở một trong hai bài",
    "series_part_missing": "sửa số phần cho liền nhau, bắt đầu từ 1",
    "series_title_differs": "ghi tên chung của loạt bài giống nhau ở mọi phần",
    "wrong_missing": "điền ô «Lời nhắc khi bác chạm nhầm»: bác nhìn vào đâu",
    "answer_contradicted": "sửa lời giải thích, hoặc bật «Đúng» ở câu trả lời đúng",
    "no_choice_leads_on": "bật «Đúng» ở câu trả lời đúng",
    "no_sign_to_spot": "bật «Là dấu hiệu lừa» ở mẩu là dấu hiệu",
    "wifi_code_damaged": "mạng của trung tâm thì chỉ viết wifi",
    "step_not_fields": "xóa bước này, rồi chạm Thêm bước",
    "element_not_fields": "xóa mục này, rồi chạm Thêm mục",
    "screen_not_list": "xóa màn hình này, rồi chạm Thêm màn hình",
    "screen_unknown": "chọn màn hình khác cho bước này",
    "hotlines_not_listed": "nhờ người trông máy ghi vào danh sách kèm nguồn và ngày, hoặc bỏ đi",
    "fees_not_listed": "nhờ người trông máy ghi vào danh sách kèm nguồn và ngày, "
    "hoặc chỉ bác xem dòng Phí trên màn hình",
    "addresses_not_listed": "trang tưởng tượng thì dùng đuôi .example; "
    "trang thật thì nhờ người trông máy ghi vào danh sách kèm nguồn và ngày",
    "terms_not_listed": "nhờ người trông máy ghi vào danh sách kèm nguồn và ngày, "
    "hoặc chỉ bác hỏi ở quầy",
    "target_unknown": "chạm chỗ đúng trên điện thoại, rồi chạm Đây là chỗ chạm",
    "target_on_empty_screen": "chạm Thêm mục, rồi chạm Đây là chỗ chạm",
    "goto_nowhere": "chọn một bước khác ở ô nhảy tới",
    "trouble_unknown": "chọn điều khác, hoặc thêm điều này ở Đầu bài",
    "trouble_unused": "chọn điều này ở bước hay gặp, hoặc chạm Bỏ đi",
    "note_unknown": "viết wifi, hoặc thêm từng dòng của tờ giấy",
    "icon_missing": "chạm ô hình nhỏ, chọn hình khác",
    "picture_missing": "chạm ô hình, chọn hình khác hoặc Ảnh của tôi",
    "picture_file_missing": "chạm ô hình, chọn lại bằng Ảnh của tôi",
    "picture_outside": "chạm ô hình, chọn lại bằng Ảnh của tôi",
    "invented_app": "bỏ màn hình của bước này, và nói tới thứ có trên máy của bác",
    "nothing_to_say": "viết một câu, hoặc viết lời vào ô «Cách đọc»",
}
"""Hints for the editor that replace those about the file format."""


def message_for_trainer(problem: Problem) -> str:
    template = MESSAGES.get(problem.code, template_of(problem).message)
    template = template.replace("trường '{name}'", "ô '{name}'")
    template = QUOTED_KEY.sub(_named, template)
    if _names_a_field(problem):
        for fact in NAMED:
            template = template.replace(f"'{{{fact}}}'", f"«{{{fact}}}»")
    return filled(_in_words_of_forms(template), _renamed(problem))


def hint_for_trainer(problem: Problem) -> str:
    """How to fix the problem; empty when there is no hint."""
    near = template_of(problem).near if "near" in dict(problem.facts) else ""
    template = near or HINTS.get(problem.code, template_of(problem).hint)
    return filled(_in_words_of_forms(template), _renamed(problem)) if template else ""


def _in_words_of_forms(template: str) -> str:
    template = KEY.sub(_named, template)
    template = QUOTED_KEY.sub(_named, template)
    return WORD.sub(lambda found: f"«{choice_words().get(found[1], found[1])}»", template)


def _named(found: re.Match[str]) -> str:
    """Replaces a field name by its title in the form; unknown names stay."""
    title = field_titles().get(found[1])
    return f"«{title}»" if title else found[0]


def _names_a_field(problem: Problem) -> bool:
    return problem.code in ABOUT_A_FIELD or problem.code.startswith(ABOUT_A_VALUE)


def _renamed(problem: Problem) -> Problem:
    """Replaces field names in the facts by titles, and drops places visible in the editor."""
    facts = dict(problem.facts)
    if _names_a_field(problem):
        about = described(facts.get("about", ""))
        for fact in NAMED:
            if fact in facts:
                of_its_own = short_title(about) if fact == "name" and about else ""
                title = of_its_own or field_titles().get(facts[fact], facts[fact])
                facts[fact] = title
    if "near" in facts and problem.code in ("field_unknown", "must_be_one_of"):
        words = {**field_titles(), **choice_words()}
        facts["near"] = "|".join(words.get(each, each) for each in facts["near"].split("|"))
    if "about" in facts:
        facts["about"] = title_of(described(facts["about"]))
    if "where" in facts:
        sort, _, name = facts["where"].partition(":")
        seen = sort in ("step", "element")
        facts["where"] = f"{sort}:{'' if seen else field_titles().get(name, name)}"
    return replace(problem, facts=tuple(facts.items()))
