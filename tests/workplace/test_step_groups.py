"""The steps of an appeal are offered by subject: each in one place, none forgotten."""

from collections import Counter

from nadzor.casework.procedure import PROCEDURES
from nadzor.workplace.step_groups import AT_HAND, STEP_GROUPS, grouped


def test_every_step_that_is_offered_has_one_place() -> None:
    offered = {step.name for step in PROCEDURES["appeal"].steps if not step.house and step.opens is None}
    placed = Counter([*AT_HAND, *(name for group in STEP_GROUPS for name in group.steps)])
    assert set(placed) == offered
    assert not [name for name, times in placed.items() if times > 1]


def test_a_group_without_steps_is_not_shown_and_what_has_no_group_comes_last() -> None:
    names = ("annul", "receive", "ask_extension", "correct")
    shown = grouped({"name": name} for name in names)
    assert [(group["title"].en, [step["name"] for step in group["steps"]]) for group in shown] == [
        ("Term and control", ["ask_extension"]),
        ("Corrections", ["correct", "annul"]),
        ("Other", ["receive"]),
    ]
    alone = grouped([{"name": "receive"}])
    assert [(group["title"], len(group["steps"])) for group in alone] == [(None, 1)]
