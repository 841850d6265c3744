"""Who may be given an appeal where it lies: never below the level that considers it, nor in the wrong unit.

Source: 29I.27.3, 27.4, 28, 29, 30, 61.2 (never to officials without power to consider it). Reading: R75.
"""

from collections.abc import Iterable

from nadzor import clock
from nadzor.appeals.forwarding import CONSIDERS, routed
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.people import named
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.law.facts import Kind
from nadzor.law.o29.destinations import Why, too_low, wrong_unit
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Appointment, held_on

_APPEALS = "appeals"


def _level(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """An office below the level that considers an appeal gives it to nobody: it is sent up.

    A petition is looked through where it came: what is wrong with it is returned from there (29I.28.10, 28.12).
    """
    found = routed(case)
    if found is None or case.row.kind == Kind.PETITION or not too_low(found, case.body.kind):
        return YES
    who = CONSIDERS[found.considers]
    told = Phrase(*(_NOT_HERE.into(lang).format(who=who.into(lang)) for lang in LANGUAGES))
    return no(told, *found.cites, "29I.61.2")


_NOT_HERE = Phrase(
    "Бұл прокуратураның мұндай жолданымды қарауға өкілеттігі жоқ. Оны қарайтын: {who}. «Құзыреті бойынша жіберу» "
    "қадамын жасаңыз.",
    "У этой прокуратуры нет полномочий рассматривать такое обращение. Его рассматривает {who}. Сделайте шаг «Направить "
    "по компетенции».",
    "This office has no power to consider such an appeal. Who considers it: {who}. Make the step “Forward by "
    "competence”.",
)
RIGHT_LEVEL = Guard("right_level", _level)


def _unit(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    units = set(_units_of(case, form))
    found = routed(case) if units else None
    if found is None:
        return YES
    for unit in units:
        card = case.directory.units.get(unit)
        wrong = wrong_unit(found, case.body.kind, appeals_unit=card is not None and card.code == _APPEALS)
        if card is not None and wrong is not None:
            return no(_WRONG_UNIT[wrong.why], *wrong.cites)
    return YES


def _units_of(case: Case, form: Form | None) -> Iterable[int]:
    """The unit that a form names: itself, the first of several, which answers (29I.33.2), or that of the executor."""
    told = getattr(form, "unit", None) or getattr(form, "first", None)
    if told is not None:
        return [told]
    people = named(form)[:1]
    today = clock.today(case.body.zone)
    rows = Appointment.objects.filter(held_on(today), body_id=case.body.id, person__in=people, unit__isnull=False)
    return list(rows.values_list("unit", flat=True))


_WRONG_UNIT: dict[str, Phrase] = {
    Why.OTHER_UNIT: Phrase(
        "Мұндай жолданымды Бас прокуратураның салалық бөлімшесі қарайды, жолданымдар бөлімшесі емес.",
        "Такое обращение рассматривает отраслевое подразделение Генеральной прокуратуры, а не подразделение по "
        "обращениям.",
        "Such an appeal is considered by a unit of the General Prosecutor’s Office, not by the Appeals Unit.",
    ),
    Why.APPEALS_UNIT: Phrase(
        "Мұндай жолданымды жолданымдар бөлімшесі қарайды.",
        "Такое обращение рассматривает подразделение по обращениям.",
        "Such an appeal is considered by the Appeals Unit.",
    ),
}
RIGHT_UNIT = Guard("right_unit", _unit)
PLACES: tuple[Guard, ...] = (RIGHT_LEVEL, RIGHT_UNIT)
__all__ = ["PLACES", "RIGHT_LEVEL", "RIGHT_UNIT"]
