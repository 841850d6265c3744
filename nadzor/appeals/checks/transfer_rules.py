"""What a transfer between units asks, and what forbids one: no other unit, no head there, too late.

Source: 29I.34.1 (who agrees), 34.2 (memo within three working days).
"""

from typing import Annotated, Literal

from pydantic import Field

from nadzor import clock
from nadzor.appeals.forms import Assign
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.requests import reached_on
from nadzor.appeals.rights import NOT_COMPLAINED_OF
from nadzor.appeals.telling import head_of_unit
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text, title
from nadzor.casework.kernel_steps import Reassign
from nadzor.casework.people import PRESENT, place_of
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.law.calendar import current
from nadzor.law.tables import TERMS
from nadzor.law.terms import bare
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Unit, held_on

AGREED, INSTRUCTED = "agreed", "instructed"
GROUNDS: dict[str, Phrase] = {
    AGREED: Phrase(
        "екі бөлімшенің басшылары келісті",
        "согласовано руководителями подразделений",
        "agreed by the heads of the units",
    ),
    INSTRUCTED: Phrase(
        "прокуратура басшылығының тапсырмасы", "указание руководства прокуратуры", "instruction of the leadership"
    ),
}
title(GROUNDS)


_UNIT = Asked(Phrase("Бөлімше", "Подразделение", "Unit"), widget="unit")
_REASONS = Asked(Phrase("Негіздеме", "Обоснование", "Reasons"), widget="text")


class AskTransfer(Form):
    """Which unit is asked to take the appeal, and why."""

    unit: Annotated[int, _UNIT]
    reasons: Annotated[Text, _REASONS, Field(min_length=1, max_length=5000)]


class TransferUnit(Form):
    """To which unit, by whose agreement or instruction, and why."""

    unit: Annotated[int, _UNIT]
    ground: Annotated[
        Literal["agreed", "instructed"],
        Asked(Phrase("Негізі", "Основание", "Ground"), widget="choice", choices=tuple(GROUNDS.items())),
    ]
    reasons: Annotated[Text, _REASONS, Field(min_length=1, max_length=5000)]


def head_of_other(case: Case, unit: int) -> int:
    """Return who heads another unit of the office. Raises Invalid for this unit, one elsewhere, one without a head."""
    day = clock.today(case.body.zone)
    if unit == case.row.unit_id or not Unit.objects.filter(held_on(day), pk=unit, body_id=case.row.body_id).exists():
        raise invalid(unit=_OTHER)
    head = head_of_unit(unit, day)
    if head is None:
        raise invalid(unit=_HEADLESS)
    return head


_OTHER = Phrase(
    "Осы прокуратураның басқа бөлімшесін таңдаңыз.",
    "Выберите другое подразделение этой прокуратуры.",
    "Choose another unit of this office.",
)
_HEADLESS = Phrase(
    "Бұл бөлімшеде қазір басшы жоқ: келісетін ешкім жоқ.",
    "В этом подразделении сейчас нет руководителя: согласовать не с кем.",
    "This unit has no head now: nobody can agree.",
)


def _in_time(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """The memo is drawn up within three working days since the appeal reached who considers it (29I.34.2)."""
    last = bare(TERMS["29I.34.2"], current())(reached_on(case))
    return YES if case.happened_on <= last else no(with_day(_TOO_LATE, last), "29I.34.2")


_TOO_LATE = Phrase(
    "Беру мерзімі {day} күні өтті: баянат үш жұмыс күні ішінде рәсімделеді. Енді басқа бөлімше бірлесіп орындаушы "
    "бола алады.",
    "Срок передачи истёк {day}: рапорт оформляют в течение трёх рабочих дней. Другое подразделение ещё может быть "
    "соисполнителем.",
    "The term of a transfer ended on {day}: its memo is drawn up within three working days. The other unit may still "
    "be a co-executor.",
)
IN_TIME = Guard("transfer_in_time", _in_time)


def head_may(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """What forbids naming a person forbids it for the head of the unit too."""
    if not isinstance(form, TransferUnit | AskTransfer):
        return YES
    people = Assign(executor=head_of_other(case, form.unit))
    verdicts = (guard.test(case, actor, people) for guard in (PRESENT, NOT_COMPLAINED_OF, NO_INTEREST))
    return next((verdict for verdict in verdicts if not verdict.allowed), YES)


HEAD_MAY = Guard("head_may", head_may)


def _by_memo(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """Another executor of the same unit; into another unit only the leadership names one without a memo."""
    if not isinstance(form, Reassign) or case.row.unit_id is None or actor.leads(case.body.id):
        return YES
    moves = place_of(form.executor, case, "executor") != case.row.unit_id
    return no(_BY_MEMO, "29I.34.1", "29I.34.2") if moves else YES


_BY_MEMO = Phrase(
    "Басқа бөлімшеге беру баянатпен рәсімделеді: «Басқа бөлімшеге беру» қадамын жасаңыз. Баянатсыз орындаушыны басқа "
    "бөлімшеден прокуратураның басшылығы ғана атайды.",
    "Передачу в другое подразделение оформляют рапортом: сделайте шаг «Передать в другое подразделение». Без рапорта "
    "исполнителя из другого подразделения называет только руководство прокуратуры.",
    "A transfer to another unit is drawn up as a memo: make the step “Transfer to another unit”. Without a memo only "
    "the leadership of the office names an executor of another unit.",
)
BY_MEMO = Guard("transfer_by_memo", _by_memo)
