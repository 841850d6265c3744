"""Handing on what came by telephone, in the same step as its registration.

Source: 29I.23.3: without delay to the Appeals Unit in the General Prosecutor's Office, and in lower offices to the
employees charged with this work.
"""

from dataclasses import dataclass

from nadzor.appeals.forms import Register
from nadzor.casework.case import Case
from nadzor.casework.models import Notice
from nadzor.casework.writing import Change
from nadzor.law.o29.registration import Channel
from nadzor.law.posts import Body
from nadzor.organs.models import Duty, held_on
from nadzor.organs.roles import Role

APPEALS_UNIT = "appeals"


@dataclass(frozen=True)
class HandOn:
    """Give an appeal of the Call-centre to those who pass appeals on, and tell them."""

    def apply(self, case: Case, data: Register, change: Change) -> None:
        """Put it into the Appeals Unit of the GPO; owe a notice to each charged employee; enter to whom it went."""
        if data.channel is not Channel.CALL_CENTRE:
            return
        unit = appeals_unit(case) if case.body.kind is Body.GPO else None
        if unit is not None:
            case.row.unit_id = unit
        charged = Duty.objects.filter(held_on(case.happened_on), body_id=case.row.body_id, role=Role.REGISTRAR)
        people = sorted(set(charged.values_list("person_id", flat=True)))
        for person_id in people:
            change.insert(
                Notice,
                proceeding_id=case.row.pk,
                to="staff",
                person_id=person_id,
                template="handed_on",
                data={"number": case.row.number, "point": "29I.23.3"},
                channel="inbox",
                made_at=case.at,
                delivered_at=None,
                delivered_by="",
            )
        change.entry_data["handed_on"] = {
            "unit": APPEALS_UNIT if unit is not None else None,
            "people": people,
            "at": case.at.isoformat(),
        }


def appeals_unit(case: Case) -> int | None:
    """Return the unit of an office that works with appeals."""
    units = case.directory.units.values()
    return next((unit.id for unit in units if unit.body_id == case.row.body_id and unit.code == APPEALS_UNIT), None)
