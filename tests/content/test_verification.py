"""The facts that a lesson states, who verified them, and for how long that is valid."""

from datetime import date, timedelta

import pytest
from making import explain, lesson

from kiosk.content.facts import Fact, FactList, Facts, read_facts
from kiosk.content.statements import digest, says, statements
from kiosk.content.verification import (
    FILE,
    UNVERIFIED,
    Standing,
    VerificationEntry,
    keep_entry,
    read_entries,
    verification_of,
)
from kiosk.domain.lesson import Checked, Procedure, Verified
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library

DAY = date(2026, 11, 29)


def facts(fee="2.000 đồng"):
    fee = Fact(value=fee, means="Phí một trang", source="Thông tư 226", on=DAY)
    number = Fact(value="113", means="Công an", source="phunutoday.vn", on=DAY)
    return Facts(FactList(fees=(fee,), hotlines=(number,)))


def taught(*, fee="2.000 đồng", **head):
    return lesson(explain(f"Phí {fee} một trang."), **head)


def entry_of(made, *, on=DAY, differing=(), listed=None):
    by = Verified(by="Chị Hoa", on=on)
    return VerificationEntry(
        verified=by, digest=digest(made, listed or facts()), differing=differing
    )


def standing(made, entry, today=DAY, listed=None):
    return verification_of(made, listed or facts(), {made.id: entry}, today).standing


@pytest.mark.parametrize(
    ("text", "value", "is_said"),
    [
        ("Bác gọi 113.", "113", True),
        ("Bác gọi 1130.", "113", False),
        ("Phí 2000 đồng", "2.000 đồng", True),
        ("Phí 12.000 đồng", "2.000 đồng", False),
        ("vào dichvucong.gov.vn nhé", "dichvucong.gov.vn", True),
        ("Đủ 118 tuổi", "18 tuổi", False),
    ],
)
def test_a_value_is_said_whole_or_not_at_all(text, value, is_said):
    assert says(text, value) is is_said


def test_what_a_lesson_states_has_its_source_and_the_rest_of_the_list_is_left_out():
    made = taught(
        procedure=Procedure(papers=("Căn cước",), days="3 ngày làm việc"),
        checked=Checked(on=DAY, sources=("Luật Hộ tịch",)),
    )
    messages = [(each.value, each.source) for each in statements(made, facts())]
    assert messages[0] == ("2.000 đồng", "Thông tư 226")
    assert ("Căn cước", "Luật Hộ tịch") in messages
    assert ("3 ngày làm việc", "Luật Hộ tịch") in messages
    assert "113" not in [value for value, _ in messages]


def test_every_shipped_lesson_has_something_to_look_at_and_every_fact_a_source():
    library = load_library(Folders())
    listed = read_facts(CHECKOUT / "lessons")
    for made in library.lessons.values():
        items = statements(made, listed)
        assert items, made.id
        assert all(each.source and each.value for each in items), made.id


def test_nobody_has_looked_until_somebody_has():
    made = taught()
    assert verification_of(made, facts(), {}, DAY) == UNVERIFIED
    assert standing(made, entry_of(made)) is Standing.VERIFIED


def test_it_holds_for_180_days():
    made = taught()
    entry = entry_of(made)
    assert standing(made, entry, DAY + timedelta(days=180)) is Standing.VERIFIED
    assert standing(made, entry, DAY + timedelta(days=181)) is Standing.OLD


def test_a_fact_or_a_label_that_was_changed_since_has_to_be_looked_at_again():
    made = taught()
    entry = entry_of(made)
    assert standing(taught(fee="3.000 đồng"), entry, listed=facts("3.000 đồng")) is Standing.CHANGED
    assert standing(made, entry, listed=facts("3.000 đồng")) is Standing.CHANGED


def test_another_wording_changes_nothing():
    made = taught()
    entry = entry_of(made)
    reworded = made.model_copy(update={"steps": (*made.steps, explain("Bác xem lại nhé."))})
    assert standing(reworded, entry) is Standing.VERIFIED


FEE = "Phí một trang: 2.000 đồng"


def test_what_is_not_so_any_more_is_told_even_if_the_rest_is_right():
    made = taught()
    found = verification_of(made, facts(), {made.id: entry_of(made, differing=(FEE,))}, DAY)
    assert found.standing is Standing.DIFFERS
    assert found.differing == (FEE,)


def test_a_change_elsewhere_does_not_close_what_is_not_so_any_more():
    made = taught()
    entry = entry_of(made, differing=(FEE,))
    asked = made.head.model_copy(update={"procedure": Procedure(papers=("Căn cước",))})
    changed = made.model_copy(update={"head": asked})
    assert digest(changed, facts()) != entry.digest
    found = verification_of(changed, facts(), {made.id: entry}, DAY)
    assert (found.standing, found.differing) == (Standing.DIFFERS, (FEE,))


def test_what_was_mended_is_named_until_somebody_looks_again():
    made, listed = taught(fee="3.000 đồng"), facts("3.000 đồng")
    entry = entry_of(taught(), differing=(FEE,))
    found = verification_of(made, listed, {made.id: entry}, DAY)
    assert (found.standing, found.differing) == (Standing.MENDED, (FEE,))
    assert standing(made, entry_of(made, listed=listed), listed=listed) is Standing.VERIFIED


def test_a_lesson_may_bring_it_along():
    verified = Verified(by="Tổ số của xã", on=DAY)
    made = taught(checked=Checked(on=DAY, sources=("a",), verified=verified))
    assert verification_of(made, facts(), {}, DAY).standing is Standing.VERIFIED


def test_what_is_kept_is_read_again_and_the_first_folder_counts(tmp_path):
    made = taught()
    entry, older = entry_of(made), entry_of(made, on=date(2026, 1, 1))
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    keep_entry(own, "mot", entry)
    keep_entry(own, "hai", older)
    keep_entry(shipped, "mot", older)
    assert read_entries(own, shipped) == {"mot": entry, "hai": older}


@pytest.mark.parametrize("damage", ["", "mot: [", "- a", "mot: {verified: 3}", "\x00\x01"])
def test_a_broken_file_is_nothing_known_and_is_put_aside_when_somebody_looks(tmp_path, damage):
    made = taught()
    path = tmp_path / FILE
    path.write_text(damage, encoding="utf-8")
    assert read_entries(tmp_path) == {}
    keep_entry(tmp_path, "mot", entry_of(made))
    assert set(read_entries(tmp_path)) == {"mot"}
    assert [each.read_text("utf-8") for each in tmp_path.glob(f"{FILE}.odd*")] == [damage]
