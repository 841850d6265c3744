"""Other service that the length of service counts, and the special register of those liable for military service."""

import datetime as dt
from typing import Annotated

from nadzor import clock
from nadzor.casework.forms import Asked, Form
from nadzor.casework.structure import Ground, StructureStep, Written, offers
from nadzor.casework.structure.forms import Close, End, Line, OrderDay, OrderNumber, Since
from nadzor.casework.structure.posts import home_of, ordered, require_end
from nadzor.casework.structure.rules import (
    about,
    as_data,
    days_of,
    end_row,
    not_over,
    refused,
    require_days,
    require_order,
)
from nadzor.casework.structure.sight import Kind
from nadzor.law.service import REGISTER_CITES, SERVED, SERVICE_CITES, Served, days_counted, is_counted
from nadzor.law.words import Phrase
from nadzor.organs.models import MilitaryRegister, Person, Service

_NOT_OVER = Phrase(
    "Бұл қызмет әлі аяқталған жоқ. Өткен күнді көрсетіңіз.",
    "Эта служба ещё не закончилась. Укажите прошедший день.",
    "That service is not over yet. Give a past day.",
)
_ON_REGISTER = Phrase(
    "Бұл адам арнайы есепте бұрыннан тұр ({days}). Ештеңе өзгертілген жоқ.",
    "Этот человек уже состоит на специальном учёте ({days}). Ничего не изменено.",
    "This person stands on the special register already ({days}). Nothing was changed.",
)


class AddService(Form):
    """A period of other service."""

    kind: Annotated[
        Served,
        Asked(Phrase("Қызмет түрі", "Вид службы", "Kind of service"), widget="choice", choices=tuple(SERVED.items())),
    ]
    place: Annotated[Line, Asked(Phrase("Қайда және кім болып", "Где и кем", "Where and in which post"))]
    since: Since
    until: End
    included: Annotated[
        bool,
        Asked(
            Phrase("Өтілге қосу", "Включить в стаж", "Include in the length of service"),
            Phrase(
                "Қарулы Күштер, ішкі істер, ұлттық қауіпсіздік және сот органдары, мемлекеттік мекемелер белгісіз де "
                "есептеледі.",
                "Вооружённые силы, органы внутренних дел, национальной безопасности, судебные органы и государственные "
                "учреждения засчитываются и без отметки.",
                "The Armed Forces, internal affairs, national security and judicial bodies and state institutions "
                "count without it.",
            ),
            "flag",
        ),
    ] = False
    order_number: OrderNumber
    order_day: OrderDay


class Remove(Form):
    """A row entered by mistake goes."""

    order_number: OrderNumber
    order_day: OrderDay


class EnterRegister(Form):
    """The day from which somebody stands on the special register."""

    since: Since
    order_number: OrderNumber
    order_day: OrderDay


def counted_of(person: Person) -> int:
    """Return the days of other service that count for a person, each day once. Source: SYS.73-78."""
    rows = person.services.exclude(until=None)
    return days_counted(
        (row.since, row.until or row.since) for row in rows if is_counted(Served(row.kind), included=row.included)
    )


def _today() -> dt.date:
    return clock.today("Asia/Almaty")


def _add_service(ground: Ground, person: Person, form: AddService) -> Written:  # noqa: ARG001  # as all changes
    require_order(form)
    require_days(form)
    if form.until > _today():
        raise refused("until", _NOT_OVER)
    row = Service.objects.create(
        person=person, kind=form.kind, place=form.place, included=form.included, **ordered(form)
    )
    return Written(home_of(person), about(person), {"service": row.pk})


def _drop_service(ground: Ground, row: Service, form: Remove) -> Written:  # noqa: ARG001
    """A period entered by mistake goes; the entry keeps what it said."""
    require_order(form)
    was, person = as_data(row), row.person
    row.delete()
    return Written(home_of(person), about(person), {"was": was})


def _enter_register(ground: Ground, person: Person, form: EnterRegister) -> Written:  # noqa: ARG001
    require_order(form)
    there = person.military.filter(not_over(form.since)).first()
    if there is not None:
        raise refused("since", _ON_REGISTER, days=days_of(there))
    row = MilitaryRegister.objects.create(person=person, **ordered(form))
    return Written(home_of(person), about(person), {"military": row.pk})


def _leave_register(ground: Ground, row: MilitaryRegister, form: Close) -> Written:  # noqa: ARG001
    require_end(row, form)
    was, person = as_data(row), row.person
    return Written(home_of(person), about(person), {"was": was, "done": end_row(row, form.until)})


offers(
    StructureStep(
        "add_service",
        Phrase("Басқа қызметін жазу", "Записать другую службу", "Record other service"),
        Kind.PERSON,
        AddService,
        _add_service,
        cites=SERVICE_CITES,
    ),
    StructureStep(
        "drop_service",
        Phrase("Қате жазбаны алып тастау", "Убрать ошибочную запись", "Remove a wrong row"),
        Kind.SERVICE,
        Remove,
        _drop_service,
        final=True,
        cites=SERVICE_CITES,
    ),
    StructureStep(
        "enter_register",
        Phrase(
            "Әскери міндеттілердің арнайы есебіне қою", "Поставить на специальный учёт", "Enter in the special register"
        ),
        Kind.PERSON,
        EnterRegister,
        _enter_register,
        cites=REGISTER_CITES,
    ),
    StructureStep(
        "leave_register",
        Phrase("Арнайы есептен шығару", "Снять со специального учёта", "Take off the special register"),
        Kind.MILITARY,
        Close,
        _leave_register,
        final=True,
        cites=REGISTER_CITES,
    ),
)
