"""Transfer of an appeal to another unit: agreed by the heads of both, or instructed by the leadership.

Source: 29I.34.1 (who agrees), 34.2 (memo within three working days), 34.3 (to which unit it is credited).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nadzor import clock
from nadzor.appeals.checks.models import Transfer, TransferRequest
from nadzor.appeals.checks.transfer_asked import NO_OPEN_ASKING
from nadzor.appeals.checks.transfer_rules import (
    AGREED,
    GROUNDS,
    HEAD_MAY,
    IN_TIME,
    INSTRUCTED,
    TransferUnit,
    head_of_other,
)
from nadzor.appeals.papers.signers import TRANSFERS
from nadzor.appeals.requests import reached_on
from nadzor.appeals.routing.places import RIGHT_UNIT
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.appeals.telling import NotifyStaff, head_of_unit
from nadzor.casework.case import Case
from nadzor.casework.effects import Start, name_people
from nadzor.casework.forms import Form
from nadzor.casework.models import Proceeding
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.models import Person
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

TRANSFERRING = Clock(
    "transferring",
    Phrase("Басқа бөлімшеге беру", "Передача в другое подразделение", "Transfer to another unit"),
    ("29I.34.2",),
)


def _agreed(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """Both heads agree, or the leadership instructs."""
    if not isinstance(form, TransferUnit):
        return YES
    if form.ground == INSTRUCTED:
        return YES if actor.leads(case.body.id) else no(_NOT_LEADING, "29I.34.1")
    return YES if _agreement(case, form.unit) is not None else no(_NO_AGREEMENT, "29I.34.1")


def _agreement(case: Case, unit: int) -> TransferRequest | None:
    """The agreement of the head of a unit that has moved nothing yet."""
    found = TransferRequest.objects.filter(proceeding__parent=case.row.pk, proceeding__state="agreed", used=False)
    return found.filter(to_unit=unit).select_related("agreed_by").order_by("-pk").first()


_NOT_LEADING = Phrase(
    "Нұсқауды прокуратураның басшылығы ғана береді. Екінші бөлімшенің басшысымен келісіңіз.",
    "Указание даёт только руководство прокуратуры. Согласуйте передачу с руководителем другого подразделения.",
    "Only the leadership instructs. Agree the transfer with the head of the other unit.",
)
_NO_AGREEMENT = Phrase(
    "Екінші бөлімше басшысының келісімі немесе басшылықтың нұсқауы керек.",
    "Нужно согласие руководителя другого подразделения или указание руководства прокуратуры.",
    "The agreement of the head of the other unit is needed, or an instruction of the leadership.",
)


@dataclass(frozen=True)
class Move:
    """Put the appeal into the other unit; its head considers it, or names who does."""

    def apply(self, case: Case, data: TransferUnit, change: Change) -> None:
        """Write the transfer, the unit and the executor."""
        head = head_of_other(case, data.unit)
        agreed = _agreement(case, data.unit) if data.ground == AGREED else None
        if agreed is not None:
            change.update(TransferRequest, agreed.pk, used=True)
        by = agreed.agreed_by_id if agreed is not None else None
        change.insert(
            Transfer,
            appeal_id=case.row.pk,
            from_unit_id=case.row.unit_id,
            to_unit_id=data.unit,
            ground=data.ground,
            agreed_id=by,
            reasons=data.reasons,
            moved_on=case.happened_on,
        )
        case.row.unit_id = data.unit
        if case.row.state == UNDER_REVIEW:
            name_people(case, head, tuple(each for each in case.co_executors() if each != head), change)
        change.entry_data["agreed_by"] = by


def _memo(case: Case, data: TransferUnit, lang: Language) -> dict[str, Any]:
    unit = case.directory.units[data.unit]
    agreed = _agreement(case, data.unit) if data.ground == AGREED else None
    named = [GROUNDS[data.ground].into(lang)]
    if agreed is not None and agreed.agreed_by is not None and agreed.agreed_on is not None:
        named += [agreed.agreed_by.short_name, day_text(agreed.agreed_on, lang)]
    return {
        "unit": unit.name.into(lang),
        "agreed": ", ".join(named),
        "received": reached_on(case),
        "reasons": data.reasons,
    }


def _to_head(case: Case, data: TransferUnit, _lang: Language) -> tuple[str, str]:
    return Person.objects.get(pk=_head_of(case, data)).full_name, ""


def _head_of(case: Case, data: TransferUnit) -> int:
    return head_of_unit(data.unit, clock.today(case.body.zone)) or 0


def _told(case: Case, data: TransferUnit) -> Iterable[int]:
    return [_head_of(case, data)]


TRANSFER = Step(
    "transfer",
    Phrase("Басқа бөлімшеге беру", "Передать в другое подразделение", "Transfer to another unit"),
    frozenset({REGISTERED, UNDER_REVIEW}),
    None,
    TRANSFERS,
    needs=TransferUnit,
    guards=(NO_OPEN_ASKING, Guard("transfer_agreed", _agreed), HEAD_MAY, RIGHT_UNIT, IN_TIME),
    effects=(
        Start(TRANSFERRING, since=lambda case, _data: reached_on(case), done=True),
        Issue("transfer_memo", _memo, _to_head),
        Move(),
        NotifyStaff("transferred", _told),
    ),
    cites=("29I.34.1", "29I.34.2"),
    aside=True,
)


def credited_unit(appeal: int) -> int | None:
    """Return the unit that prepared the final answer: the appeal counts as considered by it (29I.34.3)."""
    draft = Proceeding.objects.filter(parent=appeal, procedure="answer_draft", state="signed").order_by("-pk").first()
    return None if draft is None else draft.unit_id


CREDITED = "29I.34.3"
