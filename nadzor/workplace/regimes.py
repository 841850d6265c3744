"""Beside the choice of the regime: each law, its own term where one is known, what this system does not govern."""

from dataclasses import dataclass

from nadzor.appeals.clocks import consideration_norm
from nadzor.casework.case import Case
from nadzor.casework.procedure import Step
from nadzor.casework.reckonings import counted, end_of_term
from nadzor.law.calendar import CalendarUnknown, current
from nadzor.law.citations import LawRefusal
from nadzor.law.explain import amount_text
from nadzor.law.o29.regimes import GOVERNED, Governed, own_term
from nadzor.law.tables import TERMS
from nadzor.law.words import LANGUAGES, Phrase, day_text

_STEP = "choose_regime"
_OF_KIND = Phrase("түрінің мерзімі", "срок вида", "the term of its kind")
_NEVER = Phrase("мұнда енгізілмейді", "сюда не вносят", "not entered here")


@dataclass(frozen=True, slots=True)
class Line:
    """A law: its name, its points, the term of this appeal by it, what is not done here."""

    by: Phrase
    cites: tuple[str, ...]
    term: Phrase
    not_here: Phrase


def regimes_beside(case: Case, step: Step) -> list[Line]:
    """Return the laws that may govern an appeal, for the page where one is chosen; nothing for other steps."""
    if step.name != _STEP:
        return []
    return [Line(told.by, told.cites, _term(case, each), told.not_here) for each, told in GOVERNED.items()]


def _term(case: Case, field: Governed) -> Phrase:
    if field is Governed.STATE_SECRETS:
        return _NEVER
    known = own_term(field, case.row.kind)
    if known is None:
        amount = TERMS[consideration_norm(case.row.kind)]
        return Phrase(*(f"{_OF_KIND.into(lang)}: {amount_text(amount, lang)}" for lang in LANGUAGES))
    try:
        _, due, _ = counted(known.norm, case.row.registered_on, current())
    except (CalendarUnknown, LawRefusal):
        return Phrase(*(amount_text(known.term, lang) for lang in LANGUAGES))
    day, _ = end_of_term(due, case.body.zone)
    readings = ", ".join(known.term.readings)
    return Phrase(*(f"{amount_text(known.term, lang)}: {day_text(day, lang)} ({readings})" for lang in LANGUAGES))
