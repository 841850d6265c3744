"""What the pages of dispatch have in common: whose letters are shown, an attempt in words, an outcome entered."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.delivery import ALIVE, FAILED, Delivery, Outcome
from nadzor.casework.delivery_steps import told_of
from nadzor.casework.models import Notice, Proceeding
from nadzor.casework.notice_kinds import KINDS
from nadzor.casework.perform import perform
from nadzor.casework.procedure import Tone
from nadzor.casework.refusals import Refusal
from nadzor.casework.showing import applicant_told
from nadzor.law.notice import WAYS, counts
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.roles import Role
from nadzor.workplace.staff import StaffRequest

OUTCOMES: dict[str, tuple[Tone, Phrase]] = {
    Outcome.WAITING: (Tone.WAIT, Phrase("күтуде", "ждёт отправки", "waits")),
    Outcome.SENDING: (Tone.WORK, Phrase("жіберілуде", "отправляется", "being sent")),
    Outcome.BROKEN_OFF: (
        Tone.WAIT,
        Phrase("байланыс үзілді, қайталанды", "связь оборвалась, повторено", "the line broke, tried again"),
    ),
    Outcome.DEFERRED: (
        Tone.WAIT,
        Phrase(
            "уақытша қабылданбады, қайталанады", "временный отказ, будет повтор", "refused for a while, tried again"
        ),
    ),
    Outcome.LISTED: (Tone.WORK, Phrase("почта тізімінде", "в списке для почты", "on a list for the post")),
    Outcome.SENT: (Tone.MOVED, Phrase("жіберілді", "отправлено", "sent")),
    Outcome.DELIVERED: (Tone.DONE, Phrase("табыс етілді", "вручено", "delivered")),
    Outcome.DECLINED: (
        Tone.DONE,
        Phrase("алудан бас тартты, белгіленді", "отказался получить, отмечено", "would not take it, noted"),
    ),
    Outcome.RETURNED: (Tone.ENDED, Phrase("қайтарылды", "вернулось", "returned")),
    Outcome.REFUSED: (Tone.ENDED, Phrase("сервер қабылдамады", "сервер отказал", "refused by the server")),
    Outcome.GAVE_UP: (Tone.ENDED, Phrase("жеткізілмеді", "не доставлено", "could not be delivered")),
}
_SHOWN = Phrase("көрсетілді", "показано", "shown")
_TRACKING = Phrase("пошта жөнелтілімі {number}", "почтовое отправление {number}", "postal item {number}")
_FOR = Phrase("{name} (өкіл)", "{name} (представитель)", "{name} (representative)")
_LIST = Phrase("{number} тізім", "список № {number}", "list No. {number}")
NOT_YOURS = Phrase(
    "Хаттарды осы прокуратураның тіркеушісі мен басшылығы жөнелтеді.",
    "Письма отправляют регистратор и руководство этой прокуратуры.",
    "Letters are dispatched by the registrar and the leadership of the office.",
)


def kept_office(actor: Actor) -> int | None:
    """Return the office whose letters somebody dispatches: the registrar's, else the one led; none for others."""
    registered = [body for role, body in sorted(actor.roles) if role is Role.REGISTRAR]
    led = [held.body_id for held in actor.holdings if actor.leads(held.body_id)]
    return next(iter([*registered, *led]), None)


def of_office(body: int, *ways: str) -> QuerySet[Delivery]:
    """Return the deliveries of an office by some ways, with what is shown of them."""
    rows = Delivery.objects.filter(notice__proceeding__body=body, way__in=ways)
    return rows.select_related("notice__proceeding", "post_list", "party")


def whom(row: Delivery) -> Phrase:
    """Return to whom a delivery goes: the applicant, or the representative by name."""
    if row.party is not None:
        return Phrase(*(_FOR.into(lang).format(name=row.party.full_name) for lang in LANGUAGES))
    told = applicant_told(row.notice.proceeding.applicant)
    return Phrase(told, told, told) if isinstance(told, str) else told


def what(notice: Notice) -> Phrase | str:
    """What a notice tells, in words."""
    kind = KINDS.get(notice.template)
    return kind.title if kind is not None else notice.template


def log_of(row: Proceeding) -> list[dict[str, Any]]:
    """Return who was told what of a case, by which way, when, with which proof: the newest first."""
    found = Delivery.objects.filter(notice__proceeding=row).select_related("notice__proceeding", "post_list", "party")
    return [line(each) for each in found.order_by("-notice_id", "-pk")]


def line(row: Delivery) -> dict[str, Any]:
    """Return an attempt in words."""
    tone, word = OUTCOMES[row.outcome]
    if row.way == "portal":
        word = _SHOWN
    told = counts(row.way, row.outcome)
    return {
        "delivery": row,
        "what": what(row.notice),
        "whom": whom(row),
        "to_representative": row.party_id is not None,
        "way": WAYS[row.way].title,
        "address": row.address,
        "at": row.at,
        "planned": row.planned_at,
        "next": row.next_at if row.outcome == Outcome.WAITING and row.attempt > 1 else None,
        "tone": str(tone),
        "word": word,
        "proof": proof(row),
        "attempt": row.attempt,
        "told_on": told_on(row) if told else None,
        "awaited": WAYS[row.way].proof if row.way != "portal" and not told and row.outcome in ALIVE else None,
        "failed": row.outcome in FAILED and row.main,
    }


def told_on(row: Delivery) -> dt.date | None:
    """Return the day from which the notice counts: the one that was entered, else that of the attempt."""
    day = told_of(row).get("day")
    if day:
        return dt.date.fromisoformat(day)
    return None if row.at is None else row.at.astimezone(ZoneInfo(directory().bodies[_body(row)].zone)).date()


def _body(row: Delivery) -> int:
    return row.notice.proceeding.body_id


def proof(row: Delivery) -> Phrase:
    """Return what proves an attempt: the number of the item, the day, who took it, what the server answered."""
    said = told_of(row)
    told = []
    for lang in LANGUAGES:
        parts = []
        if row.post_list is not None:
            parts.append(_LIST.into(lang).format(number=f"{row.post_list.number}/{row.post_list.year}"))
        if row.tracking:
            parts.append(_TRACKING.into(lang).format(number=row.tracking))
        if said.get("day") and row.way != "email":
            parts.append(day_text(dt.date.fromisoformat(said["day"]), lang))
        parts += [str(said[name]) for name in ("by", "reason") if said.get(name)]
        told.append("; ".join(parts))
    return Phrase(*told)


def entered(request: StaffRequest, row: Delivery, key: str, **said: Any) -> Refusal | None:
    """Enter what came of a delivery by the step of its case; return the refusal, none where it is done."""
    case = row.notice.proceeding
    data = {"delivery": row.pk, **{name: value for name, value in said.items() if value not in {None, ""}}}
    try:
        perform(Act(case.procedure, "note_delivery", request.actor, data, on=(case.number,), key=key or None))
    except Refusal as refusal:
        return refusal
    return None


def sentence(refusal: Refusal) -> Phrase:
    """Return the sentence of a refusal: that of its first field, where one is wrong."""
    return next(iter(refusal.fields.values()), refusal.message)


def day_in(text: str) -> dt.date | None:
    """Read a typed day; none for an empty one. Raises ValueError."""
    if not text.strip():
        return None
    try:
        found: dt.date = forms.DateField().clean(text.strip())
    except ValidationError as error:
        raise ValueError(text) from error
    return found


def tasks(actor: Actor) -> QuerySet[Notice]:
    """Return the notices that could not be delivered, of the cases that somebody sees, the oldest first."""
    rows = Notice.objects.filter(failed_at__isnull=False, proceeding__in=visible(actor).order_by())
    return rows.select_related("proceeding").order_by("failed_at", "pk")
