"""Silence counts as refusal: the house itself makes the fact at the end of the term (29I.83, R23).

On the day after the last one of the twenty working days (29I.79, R1) the complaint counts as refused from the day on
which its term ended; the applicant is told, with the way to court (29I.71.6). It is decided all the same, late. A
complaint whose term was moved by an inspection is not silent before the new day: the term of the appeal is asked.
"""

import datetime as dt
import logging
from dataclasses import dataclass

from nadzor import clock
from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.states import ANSWERED, CLOSED, REGISTERED, SIGNED, UNDER_REVIEW
from nadzor.appeals.statistics import Whose
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.models import Entry, Proceeding, Term
from nadzor.casework.perform import perform
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import Refusal
from nadzor.casework.writing import Change
from nadzor.complaints.contesting import complaint_of
from nadzor.complaints.models import Complaint
from nadzor.complaints.words import TABLE
from nadzor.law.facts import Kind, Outcome
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE, Actor

_log = logging.getLogger(__name__)
_NORM = "29I.79"
SILENT = "deem_refused"
_FORMER = "complaint_outcome"
_SENT_BACK = "complaint_sent_back"
_AT_ONCE = 500


def _term_over(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    term = case.running(CONSIDERATION.name)
    if term is None or term.norm != _NORM or term.due_day >= case.happened_on:
        return no(_STILL_TIME, "29I.83")
    return no(_ALREADY, "29I.83") if _was_silent(case.row.pk) else YES


def _was_silent(appeal: int) -> bool:
    return Entry.objects.filter(proceeding=appeal, step=SILENT).exists()


_STILL_TIME = Phrase(
    "Шағымды қарау мерзімі өткен жоқ.",
    "Срок рассмотрения жалобы не истёк.",
    "The term of the complaint is not over.",
)
_ALREADY = Phrase(
    "Мерзімнің өткені жазылған.", "Истечение срока уже записано.", "That the term is over is entered already."
)
TERM_OVER = Guard("term_over", _term_over)


@dataclass(frozen=True)
class KeepSilence:
    """Keep the day from which the complaint counts as refused."""

    def apply(self, case: Case, data: Form, change: Change) -> None:  # noqa: ARG002
        """Write the day into the entry, and into the matter where there is one."""
        term = case.running(CONSIDERATION.name)
        if term is None:
            return
        change.entry_data["deemed_refused_on"] = term.due_day.isoformat()
        found = complaint_of(case)
        if found is not None:
            change.update(Complaint, found.pk, silent_on=term.due_day)


def silent_ones() -> list[str]:
    """Return the numbers of complaints whose term is over without a decision, each to be told once."""
    said = Entry.objects.filter(step=SILENT, proceeding__procedure="appeal").values("proceeding")
    over = Term.objects.filter(
        clock=CONSIDERATION.name, norm=_NORM, state=Term.State.RUNNING, due_at__lt=clock.now()
    ).values("proceeding")
    rows = Proceeding.objects.filter(
        pk__in=over, procedure="appeal", kind=Kind.COMPLAINT, state__in=(REGISTERED, UNDER_REVIEW, SIGNED)
    ).exclude(pk__in=said)
    return list(rows.order_by("pk").values_list("number", flat=True)[:_AT_ONCE])


def deem_refused() -> list[str]:
    """Make the fact for each complaint whose term is over; return their numbers. May run twice."""
    return [number for number in silent_ones() if _made(Act("appeal", SILENT, HOUSE, {}, on=(number,)))]


def _made(act: Act) -> bool:
    try:
        perform(act)
    except Refusal as refusal:  # decided meanwhile, or the day is not over in the zone of its office
        _log.info("%s %s: %s", act.step, act.on[0], refusal)
        return False
    return True


def tell_contested() -> list[str]:
    """Enter into each contested proceeding how the complaint about it has ended; return their numbers."""
    rows = Complaint.objects.filter(told=False, contested__isnull=False).exclude(outcome="")
    told = []
    for row in rows.select_related("contested", "proceeding__parent").order_by("pk")[:_AT_ONCE]:
        contested, parent = row.contested, row.proceeding.parent
        if contested is None or parent is None:
            continue
        back = row.outcome == Outcome.SEND_DOWN and contested.state in {ANSWERED, CLOSED}
        data = {"complaint": parent.number, "outcome": row.outcome}
        if _made(Act("appeal", _SENT_BACK if back else _FORMER, HOUSE, data, on=(contested.number,))):
            told.append(contested.number)
    return told


def _is_of_it(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    said = getattr(form, "complaint", None)
    rows = Complaint.objects.filter(contested=case.row.pk, told=False, proceeding__procedure=TABLE).exclude(outcome="")
    if said is None or rows.filter(proceeding__parent__number=said, outcome=getattr(form, "outcome", "")).exists():
        return YES
    return no(_NOT_OF_IT, "29I.82.2")


_NOT_OF_IT = Phrase(
    "Бұл іске қатысты мұндай шешілген шағым жоқ немесе ол жазылған.",
    "По этому делу нет такой решённой жалобы, или она уже записана.",
    "There is no such decided complaint about this case, or it is entered already.",
)
OF_IT = Guard("of_it", _is_of_it)


@dataclass(frozen=True)
class KeepTold:
    """Keep that the contested proceeding has learnt of the outcome."""

    def apply(self, case: Case, data: Form, change: Change) -> None:
        """Mark the complaint."""
        said = getattr(data, "complaint", "")
        row = Complaint.objects.filter(contested=case.row.pk, proceeding__parent__number=said).latest("pk")
        change.update(Complaint, row.pk, told=True)
        change.entry_data.update(complaint=said, outcome=row.outcome)


def counted(whose: Whose | None, since: dt.date, until: dt.date) -> int:
    """Return how many complaints counted as refused by silence in a period, of those one counts; none: of all.

    The day that counts is the one on which the term ended (29I.83), as the journal has it.
    """
    rows = Entry.objects.filter(step=SILENT, proceeding__procedure="appeal")
    rows = rows.filter(data__deemed_refused_on__gte=since.isoformat(), data__deemed_refused_on__lte=until.isoformat())
    if whose is None:
        return rows.count()
    seen = Proceeding.objects.all() if whose.sight.everything else Proceeding.objects.filter(whose.sight.condition())
    for name, value in (("body", whose.office), ("unit", whose.unit)):
        if value is not None:
            seen = seen.filter(**{name: value})
    return rows.filter(proceeding__in=seen.values("pk")).count()
