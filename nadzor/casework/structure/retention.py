"""How long an office keeps closed cases of a kind: set by its order, with what it rests on, from a day on.

No order in hand gives a term of keeping, so the office answers for it; a new term ends the one before.
"""

import datetime as dt
from typing import Annotated

from pydantic import Field

from nadzor import clock
from nadzor.casework.forms import Asked, Form
from nadzor.casework.kept import Retention
from nadzor.casework.structure import Ground, StructureStep, Written, offers
from nadzor.casework.structure.forms import Line, OrderDay, OrderNumber, Since
from nadzor.casework.structure.rules import as_data, refused, require_order
from nadzor.casework.structure.sight import Kind
from nadzor.law.facts import Kind as Appeals
from nadzor.law.words import Phrase
from nadzor.organs.models import Body

KINDS: dict[str, Phrase] = {
    "": Phrase("барлық істер", "все дела", "all cases"),
    Appeals.APPLICATION: Phrase("өтініш", "заявление", "application"),
    Appeals.COMPLAINT: Phrase("шағым", "жалоба", "complaint"),
    Appeals.MESSAGE: Phrase("хабар", "сообщение", "message"),
    Appeals.PROPOSAL: Phrase("ұсыныс", "предложение", "proposal"),
    Appeals.FEEDBACK: Phrase("үн қосу", "отклик", "feedback"),
    Appeals.REQUEST: Phrase("сұрау салу", "запрос", "request for information"),
    Appeals.PETITION: Phrase("өтінішхат", "ходатайство о принесении протеста", "petition for a protest"),
    Appeals.INTERPELLATION: Phrase("депутаттық сауал", "депутатский запрос", "deputy’s interpellation"),
    Appeals.DEPUTY_APPEAL: Phrase("депутаттың өтініші", "обращение депутата", "deputy’s appeal"),
}
ALL = "all"
_BEFORE = Phrase(
    "Бұл түр үшін кейінірек басталатын мерзім бар. Одан кейінгі күнді көрсетіңіз.",
    "Для этого вида есть срок, который начинается не раньше. Укажите более поздний день.",
    "This kind has a term that begins no earlier. Give a later day.",
)
_PAST = Phrase(
    "Мерзім бүгіннен немесе кейінірек басталады.",
    "Срок начинает действовать сегодня или позже.",
    "A term begins today or later.",
)


class SetRetention(Form):
    """A term of keeping."""

    kind: Annotated[
        str,
        Asked(
            Phrase("Істің түрі", "Вид дела", "Kind of case"),
            widget="choice",
            choices=tuple((str(kind) or ALL, title) for kind, title in KINDS.items()),
        ),
        Field(pattern="|".join([ALL, *(str(kind) for kind in KINDS if kind)])),
    ] = ALL
    years: Annotated[
        int,
        Asked(
            Phrase("Неше жыл сақталады", "Сколько лет хранится", "Years of keeping"),
            Phrase(
                "Іс жабылған жылдың соңынан бастап.",
                "Считая от конца года, в котором дело закончено.",
                "From the end of the year in which the case was closed.",
            ),
            widget="number",
        ),
        Field(ge=1, le=100),
    ]
    ground: Annotated[
        Line,
        Asked(
            Phrase("Негізі", "Основание", "Ground"),
            Phrase(
                "Істер номенклатурасының бабы немесе мерзім алынған акт.",
                "Статья номенклатуры дел или акт, откуда взят срок.",
                "The item of the list of files, or the act the term is taken from.",
            ),
        ),
    ]
    since: Since
    order_number: OrderNumber
    order_day: OrderDay


def _set(ground: Ground, body: Body, form: SetRetention) -> Written:  # noqa: ARG001  # as all changes
    require_order(form, begins=True)
    if form.since < clock.today(body.zone):
        raise refused("since", _PAST)
    kind = "" if form.kind == ALL else form.kind
    standing = Retention.objects.filter(body=body, kind=kind, until__isnull=True).first()
    was = None
    if standing is not None:
        if standing.since >= form.since:
            raise refused("since", _BEFORE)
        was = as_data(standing)
        Retention.objects.filter(pk=standing.pk).update(until=form.since - dt.timedelta(days=1))
    row = Retention.objects.create(
        body=body,
        kind=kind,
        years=form.years,
        ground=form.ground,
        since=form.since,
        order_number=form.order_number,
        order_day=form.order_day,
    )
    return Written(body, f"body:{body.code}", {"retention": row.pk, **({"was": was} if was else {})})


offers(
    StructureStep(
        "set_retention",
        Phrase("Сақтау мерзімін белгілеу", "Установить срок хранения", "Set a term of keeping"),
        Kind.BODY,
        SetRetention,
        _set,
    ),
)
