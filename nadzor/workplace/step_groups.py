"""What the steps beside the main line of an appeal are about: a page offers them by subject, like a menu.

Which step may be made, and why not, is the table's matter; only the order of the offer stands here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class StepGroup:
    """A subject and the steps of the appeal's table that belong to it, as they are offered."""

    title: Phrase
    steps: tuple[str, ...]


AT_HAND = ("note", "reassign")
"""Done so often that they are offered outside any group."""

STEP_GROUPS: tuple[StepGroup, ...] = (
    StepGroup(
        Phrase("Жауап және жөнелту", "Ответ и отправка", "Answer and dispatch"),
        (
            *("draft_answer", "answer", "dispatch", "send_by_email", "close", "give_part"),
            *("write_interim_reply", "sign_paper", "send_paper", "correct_slip", "sign_slip", "send_slip"),
        ),
    ),
    StepGroup(
        Phrase("Материалдар және тексеру", "Материалы и проверка", "Materials and checks"),
        (
            *("ask_for_materials", "take_explanation", "add_materials", "record_breach", "instruct"),
            *(
                "order_inspection",
                "prolong_inspection",
                "end_inspection",
                "write_visit_memo",
                "write_visit_decision",
                "write_check_plan",
            ),
            *("begin_visit", "write_specialist_request", "write_check_summary"),
        ),
    ),
    StepGroup(
        Phrase("Тыңдау және таныстыру", "Заслушивание и ознакомление", "Hearing and access"),
        ("offer_hearing", "omit_hearing", "ask_access"),
    ),
    StepGroup(
        Phrase("Мерзім және бақылау", "Срок и контроль", "Term and control"),
        (
            *("ask_extension", "extend_term", "refuse_extension", "take_under_control", "release_from_control"),
            *("write_control_memo", "submit_to_general", "undo_timed"),
        ),
    ),
    StepGroup(
        Phrase("Кімге және қайда", "Кому и куда", "To whom and where"),
        (
            "assign",
            "pass_to_unit",
            "report",
            "assign_units",
            "forward_part",
            "ask_transfer",
            "transfer",
            "forward",
            "take_up",
        ),
    ),
    StepGroup(
        Phrase("Жолданым туралы", "Что это за обращение", "What the appeal is"),
        (
            *(
                "sort",
                "consider_as_message",
                "mark_facts",
                "choose_regime",
                "mark_assets",
                "ask_to_cure",
                "return_uncured",
            ),
            *("draw_protocol", "pass_crime", "note_registered", "enter_in_book"),
        ),
    ),
    StepGroup(
        Phrase("Жауапсыз аяқтау", "Окончание без ответа", "Ends without an answer"),
        (
            *("withdraw_appeal", "write_termination_decision", "terminate", "join", "answer_duplicate"),
            *("write_end_conclusion", "end_correspondence", "attach_to_file", "write_anonymous_conclusion"),
            *("leave_anonymous", "redirect_anonymous", "return_petition", "return_late_petition"),
        ),
    ),
    StepGroup(
        Phrase("Шағымдану", "Обжалование", "Contesting"),
        (
            *("contest", "send_complaint_up", "correct_self", "restore_term", "return_complaint", "leave_complaint"),
            *("tell_left", "write_complaint_decision", "decide_complaint", "higher_measure"),
            *("measure_from_above", "return_from_above"),
        ),
    ),
    StepGroup(
        Phrase("Мүдделілік және қорғау", "Заинтересованность и защита", "Interest and protection"),
        (
            *("declare_interest", "record_interest", "lift_interest", "report_harm", "end_harm"),
            *("seal", "name_readers", "unseal"),
        ),
    ),
    StepGroup(
        Phrase("Түзету", "Исправления", "Corrections"),
        ("correct", "reopen", "annul"),
    ),
)
_REST = Phrase("Басқасы", "Прочее", "Other")


def grouped(steps: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the groups that hold something, each `title` and `steps` in its order. `steps`: each with a `name`."""
    left = {step["name"]: step for step in steps}
    found: list[dict[str, Any]] = []
    for group in STEP_GROUPS:
        held = [left.pop(name) for name in group.steps if name in left]
        if held:
            found.append({"title": group.title, "steps": held})
    if left:  # of other tables
        found.append({"title": _REST if found else None, "steps": list(left.values())})
    return found
