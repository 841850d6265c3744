"""What has no author is not considered: redirected at once where it tells of a crime or a threat, else left.

Source: 29I.2.11 with R13 (who has named himself and not signed is asked to mend it first), 42.1 (the ban), 42.2 and
57.2 (redirected at once), 42.3 (three working days, a reasoned conclusion, approved by the head or a deputy; R12).
"""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field

from nadzor.appeals.ends.approved import ANONYMOUS_CONCLUSION, approved_first
from nadzor.appeals.ends.conditions import FLAG, IS_NAMELESS
from nadzor.appeals.forwarding import (
    FORWARDING_SIGNATORY,
    NOT_TO_THE_ACCUSED,
    Forward,
    SendOn,
    name_of,
    office_of,
    told,
)
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.appeals.sealed_onward import SOMEBODY_THERE
from nadzor.appeals.states import FORWARDED, REGISTERED, UNCONSIDERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.forms import Asked, Text
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN
from nadzor.casework.models import StoredFile
from nadzor.casework.procedure import Clock, Step
from nadzor.law.o29.ending import is_simplified
from nadzor.law.words import Phrase
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue, without_papers

ANONYMOUS = Clock(
    "anonymous",
    Phrase("Анонимдік жолданым бойынша шешім", "Решение по анонимному обращению", "Decision on the anonymous appeal"),
    ("29I.42.3",),
)
REDIRECTING = Clock(
    "redirecting",
    Phrase("Дереу қайта жіберу", "Немедленное перенаправление", "Redirection at once"),
    ("29I.42.2", "29I.57.2"),
)
_SIGNS = Asked(
    Phrase(
        "Қылмыстық құқық бұзушылық не қауіпсіздікке қатер туралы мәліметтер",
        "Сведения об уголовном правонарушении либо об угрозе безопасности",
        "What tells of a crime or of a threat to security",
    ),
    widget="text",
)


class Redirect(Forward):
    """Where an anonymous appeal goes at once, and what in it tells of a crime or a threat (29I.42.2)."""

    signs: Annotated[Text, _SIGNS, Field(min_length=1, max_length=5000)]


_APPROVED = approved_first(
    ANONYMOUS_CONCLUSION,
    Phrase(
        "Жолданым басшы немесе оның орынбасары бекіткен дәлелді қорытынды бойынша ғана қараусыз қалдырылады.",
        "Без рассмотрения обращение оставляют только по мотивированному заключению, утверждённому руководителем или "
        "его заместителем.",
        "An appeal is left without consideration only on a reasoned conclusion that the head or a deputy has approved.",
    ),
)


def registered_nameless(case: Case, _data: Any) -> bool:
    """Whether an appeal that is being registered is anonymous."""
    said = case.opening.facts if case.opening is not None else {}
    return FLAG in said.get("flags", ())


def _norm_of_redirection(case: Case, _data: Any) -> str:
    return "29I.57.2" if is_simplified(case.row.kind) else "29I.42.2"


def _arrival(case: Case, _data: Any) -> Any:
    """The day it arrived; one that came after the working day is registered, and redirected, on the next."""
    came = case.row.received_at.astimezone(ZoneInfo(case.body.zone)).date()
    return max(came, case.row.registered_on)


_ENCLOSED = Phrase(
    "Жолданым, қоса берілген файлдар саны: {count}",
    "Обращение, приложенных файлов: {count}",
    "The appeal, files enclosed: {count}",
)


def _letter(case: Case, data: Redirect, lang: Language) -> dict[str, Any]:
    count = without_papers(StoredFile.objects.filter(proceeding=case.row.pk)).count()
    return {"signs": data.signs, "enclosed": _ENCLOSED.into(lang).format(count=count)}


def _receiver(case: Case, data: Redirect, lang: Language) -> tuple[str, str]:
    office = office_of(case, data)
    return name_of(case, data).into(lang), office.address if office is not None else ""


_FROM = frozenset({REGISTERED, UNDER_REVIEW})
STARTS_FOR_NAMELESS = Start(ANONYMOUS, since=lambda case, _data: case.row.registered_on, when=registered_nameless)
"""For the step of registration."""
ANONYMOUS_STEPS = (
    Step(
        "redirect_anonymous",
        Phrase("Дереу қайта жіберу", "Немедленно перенаправить", "Redirect at once"),
        _FROM,
        FORWARDED,
        FORWARDING_SIGNATORY,
        needs=Redirect,
        guards=(IS_NAMELESS, NO_OPEN_CHILDREN, NOT_TO_THE_ACCUSED, SOMEBODY_THERE),
        effects=(
            CallOff(),
            Start(REDIRECTING, norm=_norm_of_redirection, since=_arrival, done=True),
            Issue("redirect_letter", _letter, _receiver),
            Notify("applicant", "redirected", told),
            SendOn(),
        ),
        cites=("29I.42.2", "29I.57.2"),
        final=True,
    ),
    Step(
        "leave_anonymous",
        Phrase("Қараусыз қалдыру", "Оставить без рассмотрения", "Leave without consideration"),
        _FROM,
        UNCONSIDERED,
        EXECUTOR_OR_LEADER,
        guards=(IS_NAMELESS, _APPROVED, NO_OPEN_CHILDREN, DISINTERESTED),
        effects=(Stop(ANONYMOUS), CallOff(), Notify("applicant", "left_anonymous")),
        cites=("29I.42.1", "29I.42.3"),
        final=True,
    ),
)
__all__ = ["ANONYMOUS", "ANONYMOUS_STEPS", "REDIRECTING", "STARTS_FOR_NAMELESS"]
