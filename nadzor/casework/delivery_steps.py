"""Steps by which a case learns what came of its notices: sent, delivered, returned, or sent by another way.

Source: article 66 of the code on administrative procedures, to which 29I.44 refers: a due notice is one that is fixed,
with its way, address, moment and proof; a refusal to take it is noted on the notice.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from pydantic import Field

from nadzor import clock
from nadzor.casework import mail
from nadzor.casework.case import Case
from nadzor.casework.delivery import ALIVE, FAILED, Delivery, Outcome
from nadzor.casework.effects import made_by
from nadzor.casework.forms import Form, Text
from nadzor.casework.models import Notice, Party
from nadzor.casework.procedure import Right, Step
from nadzor.casework.refusals import DAY_AHEAD, invalid
from nadzor.casework.writing import Change
from nadzor.law.notice import tracking_number
from nadzor.law.words import Phrase
from nadzor.organs.models import Duty, held_on
from nadzor.organs.roles import Role

_AFTER: dict[str, frozenset[str]] = {
    Outcome.SENT: frozenset({Outcome.WAITING, Outcome.LISTED, Outcome.SENDING}),
    Outcome.DELIVERED: frozenset({Outcome.WAITING, Outcome.SENT}),
    Outcome.DECLINED: frozenset({Outcome.WAITING, Outcome.SENT}),
    Outcome.RETURNED: frozenset({Outcome.SENT}),
    Outcome.REFUSED: frozenset({Outcome.SENDING, Outcome.SENT}),
    Outcome.GAVE_UP: frozenset({Outcome.SENDING}),
}
"""What may follow what. A letter that was handed over, or came back, is at its end."""
_NO_SUCH = Phrase(
    "Бұл істе мұндай жеткізу жоқ. Тізімді қайта ашыңыз.",
    "В этом деле нет такой доставки. Откройте список заново.",
    "This case has no such delivery. Open the list anew.",
)
_NOT_NOW = Phrase(
    "Бұл жөнелтілім бойынша нәтиже енгізілген. Тізімді қайта ашыңыз.",
    "По этому отправлению результат уже внесён. Откройте список заново.",
    "The outcome of this item is entered already. Open the list anew.",
)
_WHY = Phrase(
    "Неге қайтарылғанын жазыңыз: хат иесі жоқ, сақтау мерзімі өтті.",
    "Напишите, почему вернулось: адресата нет, истёк срок хранения.",
    "Write why it came back: not there, not collected in time.",
)
_NOTE = Phrase(
    "Алудан бас тарту туралы белгіні хабарламадан көшіріп жазыңыз: кім және қандай сөзбен белгілегенін.",
    "Перепишите с уведомления отметку об отказе: кто её сделал и какими словами.",
    "Copy the note of the refusal from the notice: who made it and in which words.",
)
_NO_NUMBER = Phrase(
    "Пошта жөнелтілімінің нөмірі дұрыс емес. Түбіртектен қайта жазыңыз, мысалы RR123456785KZ.",
    "Номер почтового отправления неверен. Перепишите его с квитанции, например RR123456785KZ.",
    "The number of the postal item is wrong. Copy it from the slip, such as RR123456785KZ.",
)
_WHO = Phrase(
    "Кімге табыс етілгенін жазыңыз: тегі мен аты.",
    "Напишите, кому вручено: фамилию и имя.",
    "Write who took it: surname and name.",
)
_TAKEN = Phrase(
    "Бұл нөмір басқа хатқа енгізілген.",
    "Этот номер уже внесён для другого письма.",
    "This number is entered for another letter already.",
)
_NO_NOTICE = Phrase(
    "Бұл істе мұндай хабарлама жоқ. Тізімді қайта ашыңыз.",
    "В этом деле нет такого уведомления. Откройте список заново.",
    "This case has no such notice. Open the list anew.",
)
_ON_THE_WAY = Phrase(
    "Бұл хабарлама жолда немесе табыс етілген: қайта жіберудің қажеті жоқ.",
    "Это уведомление в пути или уже вручено: отправлять снова не нужно.",
    "This notice is on its way or delivered: it need not be sent again.",
)
_NO_ADDRESS = Phrase(
    "Жіберетін мекенжайды жазыңыз: өтініш берушінің деректерінде ол жоқ.",
    "Укажите адрес для отправки: в данных заявителя его нет.",
    "Give the address to send it to: the applicant’s data have none.",
)
_NO_MAIL = Phrase(
    "Электрондық мекенжай дұрыс емес. Тексеріп, қайта жазыңыз.",
    "Электронный адрес неверен. Проверьте и напишите снова.",
    "The e-mail address is wrong. Check it and write it again.",
)


class NoteDelivery(Form):
    """What came of a delivery. `by`: the courier, or who took it.

    `reason`: of a return, the note of a refusal to take it, or the server's answer.
    """

    delivery: int
    outcome: Literal["sent", "delivered", "declined", "returned", "refused", "gave_up"]
    day: dt.date | None = None
    tracking: Annotated[Text, Field(max_length=40)] = ""
    by: Annotated[Text, Field(max_length=200)] = ""
    reason: Annotated[Text, Field(max_length=500)] = ""


class SendOtherwise(Form):
    """Another way for a notice that could not be delivered. `by`, `day`: of a telephone message, which is made now."""

    notice: int
    way: Literal["email", "post", "courier", "by_hand", "phone"]
    address: Annotated[Text, Field(max_length=500)] = ""
    by: Annotated[Text, Field(max_length=200)] = ""
    day: dt.date | None = None


def _day(typed: dt.date | None, case: Case) -> dt.date:
    today = clock.today(case.body.zone)
    if typed is not None and typed > today:
        raise invalid(day=DAY_AHEAD)
    return typed or today


@dataclass(frozen=True)
class KeepOutcome:
    """Write what came of a delivery; one that carries its notice and failed becomes a task of the office."""

    def apply(self, case: Case, data: NoteDelivery, change: Change) -> None:
        """Change the delivery and the entry; tell who must choose another way. Raises Invalid."""
        row = Delivery.objects.filter(pk=data.delivery, notice__proceeding=case.row.pk).select_related("notice").first()
        if row is None:
            raise invalid(delivery=_NO_SUCH)
        if row.outcome not in _AFTER[data.outcome]:
            raise invalid(outcome=_NOT_NOW)
        day, tracking = _day(data.day, case), self._tracking(row, data)
        if data.outcome == "returned" and not data.reason:
            raise invalid(reason=_WHY)
        if data.outcome == "declined" and not data.reason:
            raise invalid(reason=_NOTE)
        by_courier = row.way in {"courier", "by_hand"}
        if not data.by and by_courier and data.outcome in {"sent", "delivered"}:
            raise invalid(by=_WHO)
        said = {"day": str(day), "by": data.by, "reason": data.reason, "entered_by": made_by(case)}
        proof = {**row.proof, data.outcome: {name: text for name, text in said.items() if text}}
        change.update(Delivery, row.pk, outcome=data.outcome, at=case.at, tracking=tracking, proof=proof)
        change.entry_data.update(notice=row.notice.template, way=row.way, attempt=row.attempt, day=str(day))
        if tracking:
            change.entry_data["tracking"] = tracking
        if data.outcome in FAILED and row.main and not others(row).exists():
            change.update(Notice, row.notice_id, failed_at=case.at)
            _tell(case, change)

    @staticmethod
    def _tracking(row: Delivery, data: NoteDelivery) -> str:
        """The number of the postal item: asked when a letter is handed to the post."""
        if row.way != "post" or data.outcome != "sent":
            return row.tracking
        number = tracking_number(data.tracking)
        if number is None:
            raise invalid(tracking=_NO_NUMBER)
        if Delivery.objects.filter(tracking=number).exclude(pk=row.pk).exists():
            raise invalid(tracking=_TAKEN)
        return number


def others(row: Delivery) -> QuerySet[Delivery]:
    """What carries the same notice to the other one, applicant or representative: who is told for both (R63)."""
    return Delivery.objects.filter(notice=row.notice_id, main=True, outcome__in=ALIVE).exclude(party=row.party_id)


def _tell(case: Case, change: Change) -> None:
    """Owe a notice to who considers the case and to the registrars of its office: somebody must choose another way."""
    charged = Duty.objects.filter(
        held_on(clock.today(case.body.zone)), body_id=case.row.body_id, role=Role.REGISTRAR
    ).values_list("person_id", flat=True)
    people = {*case.executors(), *charged, *([case.row.executor_id] if case.row.executor_id else [])}
    for person_id in sorted(people - {made_by(case)}):
        change.insert(
            Notice,
            proceeding_id=case.row.pk,
            to="staff",
            person_id=person_id,
            template="undelivered",
            data={"number": case.row.number},
            channel="inbox",
            made_at=case.at,
            delivered_at=None,
            delivered_by="",
        )


@dataclass(frozen=True)
class OtherWay:
    """Send a notice that could not be delivered by another way: the task is closed."""

    def apply(self, case: Case, data: SendOtherwise, change: Change) -> None:
        """Plan the delivery, or enter a telephone message as delivered. Raises Invalid."""
        notice = Notice.objects.filter(pk=data.notice, proceeding=case.row.pk, to="applicant").first()
        if notice is None:
            raise invalid(notice=_NO_NOTICE)
        before = Delivery.objects.filter(notice=notice).order_by("attempt")
        if notice.failed_at is None and before.filter(main=True, outcome__in=ALIVE).exists():
            raise invalid(notice=_ON_THE_WAY)
        day, now = _day(data.day, case), case.at
        if data.way == "phone" and not data.by:
            raise invalid(by=_WHO)
        said = {"day": str(day), "by": data.by, "entered_by": made_by(case)}
        done = data.way == "phone"
        change.insert(
            Delivery,
            notice_id=notice.pk,
            party_id=None,
            way=data.way,
            attempt=1 + max((each.attempt for each in before if each.way == data.way and not each.party_id), default=0),
            main=True,
            address=self._address(case, data),
            outcome=str(Outcome.DELIVERED if done else Outcome.WAITING),
            planned_at=now,
            next_at=now if data.way == "email" else None,
            at=now if done else None,
            message_id="",
            tracking="",
            proof={str(Outcome.DELIVERED): {name: text for name, text in said.items() if text}} if done else {},
            post_list_id=None,
        )
        change.update(Notice, notice.pk, failed_at=None)
        change.entry_data.update(notice=notice.template, way=data.way)

    @staticmethod
    def _address(case: Case, data: SendOtherwise) -> str:
        party = next((each for each in case.parties if isinstance(each, Party) and each.role == "applicant"), None)
        kept = {"email": "email", "phone": "phone"}.get(data.way, "postal_address")
        address = data.address or (str(getattr(party, kept)) if party is not None else "")
        if not address and data.way != "by_hand":
            raise invalid(address=_NO_ADDRESS)
        if data.way == "email" and not mail.is_address(address):
            raise invalid(address=_NO_MAIL)
        return address


_SETTLED = (
    f"UPDATE {Notice._meta.db_table} SET failed_at = NULL "  # noqa: S608, SLF001
    "WHERE proceeding_id = %s AND template = %s AND failed_at IS NOT NULL"
)


def settle(case: Case, template: str, change: Change) -> None:
    """Close the task of a notice whose matter is settled by what this step does."""
    change.execute(_SETTLED, case.row.pk, template)


DELIVERY_CITES = ("29I.44",)


def delivery_steps(states: frozenset[str], keeper: Right, sender: Right) -> tuple[Step, ...]:
    """Return the steps for a table whose applicants are told. `keeper` enters what came of it, `sender` sends anew.

    They are made on the pages of dispatch, which know the letter, so no page of a case offers them.
    """
    noting = Right(
        f"{keeper.name}_or_house",
        keeper.who,
        lambda actor, case, form: actor.is_house or keeper.test(actor, case, form),
        keeper.cites,
    )
    return (
        Step(
            "note_delivery",
            Phrase("Жеткізу нәтижесін жазу", "Записать итог доставки", "Enter what came of a delivery"),
            states,
            None,
            noting,
            needs=NoteDelivery,
            effects=(KeepOutcome(),),
            cites=DELIVERY_CITES,
            house=True,
        ),
        Step(
            "send_otherwise",
            Phrase("Басқа жолмен жіберу", "Отправить другим способом", "Send by another way"),
            states,
            None,
            sender,
            needs=SendOtherwise,
            effects=(OtherWay(),),
            cites=DELIVERY_CITES,
            house=True,
        ),
    )


def told_of(row: Delivery) -> dict[str, Any]:
    """What proves an attempt: the last thing that was entered, else the answer of the server."""
    return dict(row.proof.get(row.outcome) or ({"reason": row.proof["answer"]} if row.proof.get("answer") else {}))


__all__ = ["DELIVERY_CITES", "NoteDelivery", "SendOtherwise", "delivery_steps", "others", "settle", "told_of"]
