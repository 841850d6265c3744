"""What a complaint contests, and until when it could be filed: lateness is a mark, never a refusal (29I.71.1, 71.3)."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.forms import Form
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.forms import Contest
from nadzor.complaints.models import Complaint
from nadzor.complaints.states import AT_BODY, CONSIDERED
from nadzor.complaints.words import CHOOSE, NOT_YET, TABLE, WHAT
from nadzor.law.facts import Kind
from nadzor.law.readings import DEFAULT
from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

_SIX_MONTHS = "six_months_without_way_of_complaint"


def last_day(learnt_on: dt.date, *, way_named: bool = True) -> dt.date:
    """Return the last day on which a complaint is in time (29I.71.1).

    Three months; six for an act that does not name the way of complaint, as the reading says of that day (R34).
    """
    term = TERMS["29I.71.1"]
    if not way_named and DEFAULT.value("R34", learnt_on) == _SIX_MONTHS:
        term = replace(term, amount=6)
    due = reckon(term, learnt_on).due
    return due.date() if isinstance(due, dt.datetime) else due


def complaint_of(appeal: Case) -> Complaint | None:
    """Return what chapter 4 adds to a complaint: its open matter, else the last one."""
    rows = [each for each in appeal.children if each.procedure == TABLE and each.state != "annulled"]
    rows.sort(key=lambda each: (each.open, each.pk))
    return Complaint.objects.select_related("proceeding", "body").get(pk=rows[-1].pk) if rows else None


def opened(form: Contest, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    """Return the opening of a complaint matter. Raises Invalid for an unknown office, appeal or day to come."""
    parent = parent_of(ground, "what")
    if form.what not in WHAT:
        raise invalid(what=CHOOSE)
    office = ground.known.by_code.get(form.office)
    if office is None:
        raise invalid(office=CHOOSE)
    contested = _contested(form, parent)
    received = parent.row.received_at.astimezone(ZoneInfo(parent.body.zone)).date()
    filed = form.filed_on or received
    for name, day in (("filed_on", filed), ("learnt_on", form.learnt_on)):
        if day is not None and day > parent.happened_on:
            raise invalid(**{name: NOT_YET})
    last = last_day(form.learnt_on, way_named=not form.way_not_named) if form.learnt_on is not None else None
    late = last is not None and filed > last
    facts = {
        **_NOTHING_YET,
        "what": form.what,
        "contested_id": contested,
        "body_id": office.id,
        "official": form.official,
        "content": form.content,
        "way_not_named": form.way_not_named,
        "learnt_on": form.learnt_on,
        "filed_on": filed,
        "last_day": last,
        "late": late,
        "real_address": form.real_address,
    }
    if late and form.missed_because:
        facts |= {"restoration": "asked", "restoration_reason": form.missed_because}
    entry = {
        "what": form.what,
        "office": form.office,
        "contested": form.contested,
        "filed": filed.isoformat(),
        "last_day": last.isoformat() if last is not None else None,
        "late": late,
    }
    return child_of(parent, Complaint, facts, entry, subject=form.content, words=f"{form.content} {form.official}")


_NOTHING_YET: dict[str, Any] = {
    **dict.fromkeys(
        (
            *("restoration", "restoration_reason", "explanations", "outcome", "ground", "decision", "breaches"),
            *("execution", "in_force_why"),
        ),
        "",
    ),
    **dict.fromkeys(("withdrawn_on", "decided_on", "execute_by", "executed_on", "silent_on")),
    "told": False,
}


def _contested(form: Contest, parent: Case) -> int | None:
    if not form.contested:
        return None
    found = Proceeding.objects.filter(number=form.contested, procedure="appeal").exclude(pk=parent.row.pk).first()
    if found is None:
        raise invalid(contested=_NO_APPEAL)
    return found.pk


_NO_APPEAL = Phrase(
    "Мұндай нөмірлі басқа жолданым жоқ. Нөмірін тексеріңіз немесе бос қалдырыңыз.",
    "Другого обращения с таким номером нет. Проверьте номер или оставьте пустым.",
    "There is no other appeal with this number. Check the number or leave it empty.",
)


def lacks_of(row: Complaint) -> list[str]:
    """Return what article 93, part 2, asks of a complaint and nobody has found in it, as the cure list calls it."""
    parent = row.proceeding.parent
    if parent is None:
        return []
    missing = [each for each in parent.appeal.missing if each != "officials"]  # it is named by its matter
    return [*missing, *(["complaint_address"] if not row.real_address else [])]


def suspended_since(row: Complaint) -> dt.date | None:
    """Return since when a complaint suspends the act that it contests; none where it does not (APPK 96).

    From the day it was filed until it is decided; an action or an inaction has nothing to be suspended.
    """
    stands = row.proceeding.state in {AT_BODY, CONSIDERED}
    return row.filed_on if stands and row.what in _SUSPENDED and not row.in_force_why else None


_SUSPENDED = frozenset({"act", "decision"})


def is_here(case: Case, _data: Any) -> bool:
    """Whether a complaint matter stands in the body complained of: then three days run there (29I.71.4)."""
    return case.opening is not None and case.opening.facts["body_id"] == case.body.id


def received_on(case: Case, _data: Any) -> dt.date:
    """Return the day the complaint came: the three days of the body complained of run from it (29I.71.4, R1)."""
    return case.row.registered_on if case.parent is None else case.parent.row.registered_on


@dataclass(frozen=True)
class AtHigher:
    """In a body that is not the one complained of the matter is considered at once."""

    def apply(self, case: Case, data: Contest, change: Change) -> None:  # noqa: ARG002
        """Set the state."""
        if not is_here(case, data):
            case.row.state = CONSIDERED


@dataclass(frozen=True)
class OpenComplaint:
    """Open the matter of a complaint."""

    def apply(self, case: Case, data: Contest, change: Change) -> None:
        """Open the child."""
        child = open_child(case, TABLE, data.model_dump(), change)
        change.entry_data["complaint"] = child.row.number


def _a_complaint(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if case.row.kind == Kind.COMPLAINT else no(_NO_COMPLAINT, "29I.70")


_NO_COMPLAINT = Phrase(
    "Бұл – прокурордың шешіміне, әрекетіне шағым емес: 4-тарау қолданылмайды.",
    "Это не жалоба на решение, действие прокурора: глава 4 не применяется.",
    "This is no complaint against a prosecutor: chapter 4 does not apply.",
)
A_COMPLAINT = Guard("a_complaint", _a_complaint)


def _not_twice(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_TWICE, "29I.71.1") if complaint_of(case) is not None else YES


_TWICE = Phrase(
    "Не шағымдалғаны жазылған. Қатесін іс жүргізуден табасыз.",
    "Что обжалуется, уже записано: смотрите производство по жалобе.",
    "What is contested is entered already: see the complaint matter.",
)
NOT_TWICE = Guard("not_twice", _not_twice)
