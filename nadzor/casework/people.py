"""People who may be named to consider a case: they hold a post in its body today and are not away."""

import datetime as dt
import re

from nadzor import clock
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict
from nadzor.casework.refusals import invalid
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.folding import folded
from nadzor.organs.models import Absence, Appointment, Person, held_on

_NOT_HERE = Phrase(
    "Бұл адам осы прокуратурада лауазым атқармайды. Тізімнен таңдаңыз.",
    "Этот человек не занимает должности в этой прокуратуре. Выберите из списка.",
    "This person holds no post in this office. Choose from the list.",
)
_AWAY = Phrase(
    "{name} {day} күніне дейін жұмыста болмайды. Басқа орындаушыны таңдаңыз.",
    "{name} отсутствует до {day}. Выберите другого исполнителя.",
    "{name} is away until {day}. Choose another executor.",
)
_AWAY_OPEN = Phrase(
    "{name} қазір жұмыста жоқ. Басқа орындаушыны таңдаңыз.",
    "{name} сейчас отсутствует. Выберите другого исполнителя.",
    "{name} is away now. Choose another executor.",
)


def candidates(body_id: int, day: dt.date) -> list[Appointment]:
    """Return appointments in a body on a day, in the order of names: who may be offered as an executor."""
    return list(
        Appointment.objects.filter(held_on(day), body_id=body_id)
        .exclude(person__absences__in=Absence.objects.filter(held_on(day)))
        .select_related("person", "unit")
        .order_by("person__sort_key", "pk")
    )


def place_of(person_id: int, case: Case, field: str) -> int | None:
    """Return the unit of a person in the body of a case. Raises Invalid where the person holds no post there."""
    day = clock.today(case.body.zone)
    found = Appointment.objects.filter(held_on(day), body_id=case.row.body_id, person_id=person_id).first()
    if found is None:
        raise invalid(**{field: _NOT_HERE})
    return found.unit_id


def named(form: Form | None) -> list[int]:
    """People whom a form names to consider a case."""
    executor = getattr(form, "executor", None)
    return [*([executor] if executor is not None else []), *getattr(form, "co_executors", ())]


def _present(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    day = clock.today(case.body.zone)
    for person_id in named(form):
        field = "executor" if person_id == getattr(form, "executor", None) else "co_executors"
        place_of(person_id, case, field)
        away = Absence.objects.filter(held_on(day), person_id=person_id).select_related("person").first()
        if away is not None:
            raise invalid(**{field: _told_away(away)})
    return YES


def _told_away(away: Absence) -> Phrase:
    name = away.person.short_name
    if away.until is None:
        return Phrase(*(text.format(name=name) for text in _AWAY_OPEN))
    days = (day_text(away.until, lang) for lang in LANGUAGES)
    return Phrase(*(text.format(name=name, day=day) for text, day in zip(_AWAY, days, strict=True)))


PRESENT = Guard("present", _present)


def same_person(person: Person, said: str) -> bool:
    """Whether a name in an appeal may be this person: the surname stands in it, and a name given does not differ."""
    words, surname = _WORD.findall(folded(said)), _WORD.findall(folded(person.surname))
    at = next((at for at in range(len(words)) if surname and words[at : at + len(surname)] == surname), None)
    if at is None:
        return False
    beside = [*words[max(at - 2, 0) : at], *words[at + len(surname) : at + len(surname) + 2]]
    names = [word for word in beside if word not in _NOT_NAMES]
    return not names or folded(person.given_name)[:1] in {word[0] for word in names}


_WORD = re.compile(r"\w+")
# What people write beside a surname that is no name: posts and places, folded.
_NOT_NAMES = frozenset(
    folded(
        "прокурор прокурора помощник помощника старший заместитель заместителя зам начальник начальника следователь "
        "следователя судья руководитель руководителя управления отдела департамента района города области господин "
        "господина г гражданин полиции аким акима инспектор инспектора майор капитан лейтенант полковник советник "
        "аға көмекшісі орынбасары бастығы тергеуші судьясы басшысы бөлім басқарма аудан қала облыс мырза инспекторы"
    ).split()
)
