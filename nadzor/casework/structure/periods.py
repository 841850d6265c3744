"""Changes of acting periods, absences and works laid upon people."""

from django.db.models import Q

from nadzor.casework.structure import Ground, StructureStep, Written, offers
from nadzor.casework.structure.forms import Away, Close, LayWork, StandIn
from nadzor.casework.structure.posts import (
    body_in_reach,
    end_all,
    home_of,
    ordered,
    require_another,
    require_end,
    require_not_own,
    require_post,
)
from nadzor.casework.structure.rules import (
    about,
    days_of,
    overlapping,
    refused,
    require_days,
    require_order,
    require_within,
    unit_of,
)
from nadzor.casework.structure.sight import Kind, seen_people
from nadzor.law.words import Phrase
from nadzor.organs.models import Absence, Acting, Appointment, Body, Duty, Person, Unit, held_on
from nadzor.organs.seed_data import SINGLE

_ONESELF = Phrase(
    "Адам өзінің орнына міндет атқармайды. Басқа адамды таңдаңыз.",
    "Никто не исполняет обязанности за самого себя. Выберите другого человека.",
    "No one stands in for themselves. Choose another person.",
)
_NOT_STAFF = Phrase(
    "{day} күні бұл адам осы прокуратурада лауазым атқармайды. Алдымен оны осы прокуратураға тағайындаңыз немесе "
    "басқа адамды таңдаңыз.",
    "На {day} этот человек не занимает должности в этой прокуратуре. Сначала назначьте его сюда или выберите другого.",
    "On {day} this person holds no post in this office. Appoint the person here first or choose another one.",
)
_NOT_HOLDER = Phrase(
    "{day} күні бұл адам аталған лауазымды атқармайды. Лауазымды атқаратын адамды таңдаңыз немесе бос қалдырыңыз.",
    "На {day} этот человек не занимает названной должности. Выберите того, кто её занимает, или оставьте пустым.",
    "On {day} this person does not hold the post named. Choose who holds it, or leave it empty.",
)
_ACTS_ALREADY = Phrase(
    "Бұл күндері осы міндетті {name} атқарады ({days}). Алдымен сол мерзімді аяқтаңыз немесе басқа күндерді "
    "көрсетіңіз.",
    "В эти дни обязанности уже исполняет {name} ({days}). Сначала завершите тот период или укажите другие дни.",
    "On these days {name} acts in this post already ({days}). End that period first or give other days.",
)
_AWAY = Phrase(
    "{name} бұл күндері жұмыста болмайды ({days}). Басқа адамды немесе басқа күндерді көрсетіңіз.",
    "{name} в эти дни отсутствует ({days}). Выберите другого человека или другие дни.",
    "{name} is away on these days ({days}). Choose another person or other days.",
)
_AWAY_ALREADY = Phrase(
    "Бұл күндерге болмауы жазылған ({days}). Алдымен соны аяқтаңыз немесе басқа күндерді көрсетіңіз.",
    "На эти дни отсутствие уже записано ({days}). Сначала завершите его или укажите другие дни.",
    "An absence on these days is recorded already ({days}). End it first or give other days.",
)
_WORK_ALREADY = Phrase(
    "Бұл жұмыс осы адамға жүктелген ({days}). Басқа жұмысты немесе басқа күндерді көрсетіңіз.",
    "Эта работа уже возложена на этого человека ({days}). Укажите другую работу или другие дни.",
    "This work is laid upon this person already ({days}). Give another work or other days.",
)


def _stand_in(ground: Ground, body: Body, form: StandIn) -> Written:
    person = seen_people(ground.seen).filter(pk=form.person).first()
    unit = unit_of(body, form.unit)
    require_order(form, begins=True)
    require_days(form)
    require_post(body, unit, form)
    require_within(body, unit, form)
    if person is None or not person.appointments.filter(held_on(form.since), body=body).exists():
        raise refused("person", _NOT_STAFF, day=form.since)
    require_another(ground, person)
    holder = _holder(body, unit, form)
    own = person.appointments.filter(held_on(form.since), body=body, post=form.post)
    if unit is not None and form.post not in SINGLE:
        own = own.filter(unit=unit)
    if holder == person or ((form.post in SINGLE or holder is None) and own.exists()):
        raise refused("person", _ONESELF)
    away = person.absences.filter(overlapping(form.since, form.until)).first()
    if away is not None:
        raise refused("person", _AWAY, name=person.short_name, days=days_of(away))
    rows = Acting.objects.filter(overlapping(form.since, form.until), body=body, post=form.post)
    if form.post not in SINGLE:
        rows = rows.filter(Q(unit=unit, instead_of=holder) | Q(person=person, unit=unit))
    other = rows.select_related("person").first()
    if other is not None:
        raise refused("since", _ACTS_ALREADY, name=other.person.short_name, days=days_of(other))
    row = Acting.objects.create(person=person, body=body, unit=unit, post=form.post, instead_of=holder, **ordered(form))
    return Written(body, about(person), {"acting": row.pk, "body": body.code}, shown=f"body:{body.code}")


def _holder(body: Body, unit: Unit | None, form: StandIn) -> Person | None:
    """Return whose post it is, none for a vacant one. Raises Invalid for somebody who does not hold it."""
    if form.instead_of is None:
        return None
    held = Appointment.objects.filter(held_on(form.since), body=body, post=form.post, person=form.instead_of)
    if unit is not None:
        held = held.filter(unit=unit)
    row = held.select_related("person").first()
    if row is None:
        raise refused("instead_of", _NOT_HOLDER, day=form.since)
    return row.person


def _end_acting(ground: Ground, row: Acting, form: Close) -> Written:  # noqa: ARG001
    require_end(row, form)
    return Written(row.body, about(row.person), {"ended": end_all([row], form)}, shown=f"body:{row.body.code}")


def _away(ground: Ground, person: Person, form: Away) -> Written:  # noqa: ARG001
    require_order(form)
    require_days(form)
    other = person.absences.filter(overlapping(form.since, form.until)).first()
    if other is not None:
        raise refused("since", _AWAY_ALREADY, days=days_of(other))
    row = Absence.objects.create(person=person, kind=form.kind, **ordered(form))
    return Written(home_of(person), about(person), {"absence": row.pk})


def _end_absence(ground: Ground, row: Absence, form: Close) -> Written:  # noqa: ARG001
    require_end(row, form)
    return Written(home_of(row.person), about(row.person), {"ended": end_all([row], form)})


def _lay_work(ground: Ground, person: Person, form: LayWork) -> Written:
    require_another(ground, person)
    body = body_in_reach(ground, form.body)
    require_order(form, begins=True)
    require_days(form)
    require_within(body, None, form)
    if not person.appointments.filter(held_on(form.since), body=body).exists():
        raise refused("body", _NOT_STAFF, day=form.since)
    other = person.duties.filter(overlapping(form.since, form.until), body=body, role=form.role).first()
    if other is not None:
        raise refused("role", _WORK_ALREADY, days=days_of(other))
    row = Duty.objects.create(person=person, body=body, role=form.role, **ordered(form))
    return Written(body, about(person), {"duty": row.pk})


def _end_work(ground: Ground, row: Duty, form: Close) -> Written:
    require_end(row, form)
    require_not_own(ground, row)
    return Written(row.body, about(row.person), {"ended": end_all([row], form)})


offers(
    StructureStep(
        "stand_in",
        Phrase("Міндет атқару мерзімін жазу", "Оформить исполнение обязанностей", "Record an acting period"),
        Kind.BODY,
        StandIn,
        _stand_in,
    ),
    StructureStep(
        "end_acting",
        Phrase("Міндет атқаруды аяқтау", "Завершить исполнение обязанностей", "End the acting period"),
        Kind.ACTING,
        Close,
        _end_acting,
        final=True,
    ),
    StructureStep(
        "away",
        Phrase("Жұмыста болмауын жазу", "Записать отсутствие", "Record an absence"),
        Kind.PERSON,
        Away,
        _away,
    ),
    StructureStep(
        "end_absence",
        Phrase("Болмауын аяқтау", "Завершить отсутствие", "End the absence"),
        Kind.ABSENCE,
        Close,
        _end_absence,
    ),
    StructureStep(
        "lay_work",
        Phrase("Жұмыс жүктеу", "Возложить работу", "Lay a work upon the person"),
        Kind.PERSON,
        LayWork,
        _lay_work,
    ),
    StructureStep(
        "end_work",
        Phrase("Жұмысты алып тастау", "Снять работу", "End the work"),
        Kind.DUTY,
        Close,
        _end_work,
        final=True,
    ),
)
