"""Terms of the Instruction on supervision of legality (102I) and of the Rules of analysis (102R), by their points.

Order 102/2021, in force for the period of R38. Terms that the procedural codes set ("statutory") are not rows here.
"""

from nadzor.law import events
from nadzor.law.terms import (
    Basis,
    Extension,
    Term,
    Unit,
    at_once,
    hours,
    table,
    working_days,
    working_days_before,
)
from nadzor.law.words import Phrase

# 102I.17.1-17.3: expert examination, information from abroad, obstacles; 17.4: the count goes on at resumption.
_SUSPENDED_17 = ("102I.17.4",)
_INSPECTION = ("102I.16.1", "102I.16.2")


def _calendar_days(norm: str, amount: int, event: Phrase, *cites: str) -> Term:
    """Row of a table: a ceiling in calendar days, whose end does not move (R3)."""
    return Term(norm, amount, Unit.CALENDAR_DAYS, event, cites=cites, readings=("R3",))


TERMS_102I = table(
    # Chapter 2. Legality inspections
    working_days("102I.10.7", 10, events.RECEIPT_OF_PETITION),
    _calendar_days("102I.10.8", 30, events.RECEIPT_OF_PETITION),
    at_once("102I.12.3", events.RECEIPT_OF_DATA),
    at_once("102I.14.1", events.START_OF_INSPECTION),
    at_once("102I.14.2", events.ARRIVAL_AT_OBJECT),
    at_once("102I.14.3", events.HANDING_OVER),
    Term(
        *("102I.16.1", 30, Unit.CALENDAR_DAYS, events.START_OF_INSPECTION),
        event_counts=True,
        suspended_by=_SUSPENDED_17,
        extension=Extension("102I.16.2", 30, Unit.CALENDAR_DAYS, Basis.FIRST_TERM),
        cites=("102I.13.7",),
        readings=("R3", "R19"),
    ),
    Term(
        *("102I.16.2", 30, Unit.CALENDAR_DAYS, events.END_OF_FIRST_TERM),
        suspended_by=_SUSPENDED_17,
        cites=("102I.16.1",),
        readings=("R3",),
    ),
    working_days_before("102I.16.3", 5, events.END_OF_INSPECTION_TERM, of=_INSPECTION),
    working_days_before("102I.16.7", 7, events.END_OF_INSPECTION_TERM, of=_INSPECTION),
    working_days("102I.18.2", 3, events.RULING),
    working_days("102I.23.2", 5, events.END_OF_INSPECTION),
    at_once("102I.23.3", events.HANDING_OVER),
    working_days("102I.23.4", 5, events.HANDING_OVER),
    # Chapter 3. Courts: civil and administrative cases
    at_once("102I.30.10", events.EVENT_IN_SUIT),
    at_once("102I.31.10", events.BREACH_FOUND),
    working_days("102I.32.21", 30, events.ENTRY_INTO_FORCE),
    working_days("102I.32.22", 20, events.ENTRY_INTO_FORCE),
    working_days("102I.36.3", 30, events.ENTRY_INTO_FORCE),
    working_days("102I.36.4", 30, events.RECEIPT_OF_CASE),
    working_days("102I.36.5", 10, events.ENTRY_INTO_FORCE),
    Term("102I.37.1", 1, Unit.MONTHS, events.FINAL_FORM, rolls=True, readings=("R3",)),
    at_once("102I.37.2", events.FILING),
    working_days("102I.37.8", 20, events.ENTRY_INTO_FORCE),
    working_days("102I.39.1", 5, events.RECEIPT_BY_EXECUTOR),
    _calendar_days("102I.39.2", 15, events.RECEIPT_IN_GPO),
    _calendar_days("102I.39.3", 15, events.RECEIPT_IN_GPO),
    _calendar_days("102I.39.4", 15, events.RECEIPT_IN_GPO),
    _calendar_days("102I.39.5", 15, events.RECEIPT_IN_GPO),
    working_days("102I.40.1", 30, events.RECEIPT_OF_PETITION),
    working_days("102I.40.2", 30, events.RECEIPT_IN_GPO),
    # Chapter 3. Courts: administrative offences
    hours("102I.46.6", 24, events.RECEIPT_OF_RULING),
    at_once("102I.47.1", events.BREACH_FOUND),
    Term("102I.52.3", 3, Unit.MONTHS, events.RULING, rolls=True, readings=("R3",)),
    working_days("102I.52.5", 30, events.RECEIPT_OF_PETITION),
    working_days("102I.52.6", 30, events.RECEIPT_IN_GPO),
    # Chapter 4. Acts of supervision, their check, the data bank
    working_days("102I.60.2", 10, events.RECEIPT_IN_GPO),
    working_days("102I.62.1", 5, events.FILING),
    working_days("102I.63.1", 5, events.RECEIPT_OF_ANSWER),
    working_days("102I.66.1", 5, events.FINAL_FORM),
    working_days("102I.66.2", 5, events.FINAL_FORM),
    working_days("102I.66.3", 10, events.RECEIPT_OF_ACT),
    working_days("102I.67", 3, events.ACT_OR_ANSWER),
)

TERMS_102R = table(
    # Chapter 2. Analysis
    _calendar_days("102R.13.2", 15, events.REQUEST),
    at_once("102R.13.3", events.REQUEST),
    Term(
        *("102R.16.1", 30, Unit.CALENDAR_DAYS, events.START_OF_ANALYSIS),
        extension=Extension("102R.16.2", 30, Unit.CALENDAR_DAYS, Basis.FIRST_TERM),
        readings=("R3",),
    ),
    _calendar_days("102R.16.2", 30, events.END_OF_FIRST_TERM, "102R.16.1"),
    working_days("102R.18.3", 5, events.HANDING_OVER),
    at_once("102R.21.7", events.SENDING),
    at_once("102R.22.6", events.SENDING),
    # Chapter 3. Assessment of acts
    _calendar_days("102R.25.2", 15, events.REQUEST),
    at_once("102R.25.3", events.REQUEST),
    at_once("102R.30.5", events.RULING),
)

TERMS: dict[str, Term] = {**TERMS_102I, **TERMS_102R}
