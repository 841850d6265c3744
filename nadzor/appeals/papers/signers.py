"""Who signs papers that no step of the main line issues yet: the head of the unit, who assigns a check.

Source: 29I.33.3, 52.3, 52.5, 64.2, 64.7 (the head of the unit); 66.1 (assignments to lower prosecutors).
"""

from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import Right
from nadzor.law.posts import Body
from nadzor.law.words import Phrase
from nadzor.organs.actor import UNIT_LEADERS, Actor


def _heads_unit(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """The head of the unit that considers the appeal, where it was passed to one."""
    unit = case.row.unit_id
    return unit is not None and any(
        held.post in UNIT_LEADERS and held.unit_id == unit for held in actor.posts_in(case.body.id)
    )


def _assigns_checks(actor: Actor, case: Case, form: Form | None) -> bool:
    """The leadership; in the Prosecutor General's Office the heads of units as well."""
    return actor.leads(case.body.id) or (case.body.kind is Body.GPO and _heads_unit(actor, case, form))


UNIT_HEAD = Right(
    "unit_head",
    Phrase("құрылымдық бөлімшенің басшысы", "руководитель структурного подразделения", "the head of the unit"),
    _heads_unit,
    ("29I.52.3", "29I.52.5", "29I.64.2", "29I.64.7"),
)
ASSIGNING_CHECKS = Right(
    "assigning_checks",
    Phrase(
        "прокуратураның басшылығы, Бас прокуратурада – құрылымдық бөлімшелердің басшылары да",
        "руководство прокуратуры, в Генеральной прокуратуре – и руководители структурных подразделений",
        "the leadership of the office; in the Prosecutor General’s Office the heads of units as well",
    ),
    _assigns_checks,
    ("29I.66.1", "29I.67"),
)
