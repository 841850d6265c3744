"""Terms of the Instruction on considering appeals and of the Rules of reception, in the order of their points.

Order 29/2023, annexes 1 (29I) and 2 (29R). Terms without an amount ("set by the official", "as the main submission")
are not rows here: the step that sets them asks the official for a day.
"""

from nadzor.law import events
from nadzor.law.terms import (
    Basis,
    Extension,
    Term,
    Unit,
    at_once,
    table,
    working_days,
    working_days_before,
)

# 29I.52.1: a reasoned decision of the head or a deputy, "not more than up to two months".
_EXTENDED_52 = Extension("29I.52.1", 2, Unit.MONTHS, Basis.R4, rolls=True, readings=("R4", "R44"))
_EXTENDED_52_SIMPLIFIED = Extension("29I.52.1", 2, Unit.MONTHS, Basis.R4, rolls=True, readings=("R4", "R5", "R44"))

# Terms of consideration: what is owed "before the end of the term" hangs on one of them.
_CONSIDERATION = ("29I.12.1", "29I.50", "29I.52.1", "29I.54", "29I.79")

# 29I.50: a procedure on an application.
_APPLICATION = Term(
    *("29I.50", 15, Unit.WORKING_DAYS, events.REGISTRATION),
    extension=_EXTENDED_52,
    cites=("29I.68.2",),
    readings=("R1",),
)

TERMS_29I = table(
    # Chapter 1. General provisions
    Term("29I.12.1", 1, Unit.MONTHS, events.ARRIVAL, readings=("R3",)),
    working_days_before("29I.12.2", 3, events.END_OF_TERM, "29I.12.1", of=("29I.12.1",)),
    # Chapter 2. Intake, passing on, forwarding
    Term("29I.23.1", 0, Unit.AT_ONCE, events.ARRIVAL, rolls=True, rolls_by=("29I.24",)),
    at_once("29I.23.2", events.CALL),
    working_days("29I.24", 1, events.ARRIVAL_OFF_DUTY),
    at_once("29I.26.1", events.ARRIVAL),
    at_once("29I.26.2", events.ARRIVAL, "29I.26.1"),
    working_days("29I.27.5", 3, events.RECEIPT_IN_GPO),
    working_days("29I.28.10", 3, events.RECEIPT_OF_PETITION),
    working_days("29I.28.12", 3, events.RECEIPT_OF_PETITION),
    working_days("29I.31.1", 3, events.ARRIVAL),
    at_once("29I.31.2", events.FORWARDING),
    Term("29I.33.3", 5, Unit.CALENDAR_DAYS, events.END_OF_TERM, back=True, of=_CONSIDERATION, readings=("R3",)),
    working_days("29I.34.2", 3, events.RECEIPT_BY_OFFICIAL),
    Term(
        *("29I.35.2", 10, Unit.CALENDAR_DAYS, events.REGISTRATION),
        rolls=True,
        rolls_by=("29I.68.2",),
        readings=("R3", "R12"),
    ),
    at_once("29I.42.2", events.ARRIVAL),
    working_days("29I.42.3", 3, events.REGISTRATION, readings=("R12",)),
    working_days_before("29I.43", 3, events.ADOPTION),
    # Chapter 2. Terms of the procedure
    _APPLICATION,
    Term(
        *("29I.52.1", 2, Unit.MONTHS, events.EXTENSION_BASIS),
        rolls=True,
        rolls_by=("29I.68.2",),
        extension=_EXTENDED_52,
        extends=_APPLICATION,
        readings=("R4", "R44"),
    ),
    working_days("29I.52.2", 3, events.EXTENSION),
    working_days("29I.52.4", 3, events.DECISION),
    working_days_before("29I.52.5", 1, events.END_OF_TERM, of=_CONSIDERATION, readings=("R11",)),
    working_days("29I.52.7", 10, events.END_OF_INSPECTION),
    # Chapter 3. Simplified procedure
    Term(
        *("29I.54", 15, Unit.WORKING_DAYS, events.REGISTRATION),
        extension=_EXTENDED_52_SIMPLIFIED,
        cites=("29I.50", "29I.68.2"),
        readings=("R1",),
    ),
    at_once("29I.57.2", events.ARRIVAL),
    working_days("29I.58.2", 3, events.DECISION),
    working_days("29I.58.4", 3, events.ATTACHMENT),
    working_days("29I.62.4", 3, events.RECEIPT_BY_OFFICIAL),
    at_once("29I.63.2", events.BREACH_FOUND),
    # Chapter 4. Complaint
    Term("29I.71.1", 3, Unit.MONTHS, events.KNOWLEDGE, rolls=True, rolls_by=("29I.68.2",), readings=("R3",)),
    working_days("29I.71.4", 3, events.RECEIPT_OF_COMPLAINT),
    working_days("29I.71.5", 3, events.RECEIPT_OF_COMPLAINT, "29I.71.4"),
    working_days("29I.75", 3, events.DECISION, "29I.74"),
    Term(
        *("29I.79", 20, Unit.WORKING_DAYS, events.REGISTRATION),
        cites=("29I.68.2",),
        not_extended_by="R5",
        readings=("R1",),
    ),
    working_days("29I.83", 20, events.REGISTRATION, "29I.79", "29I.68.2", readings=("R1", "R23")),
)

TERMS_29R = table(
    # Chapter 1. General provisions
    at_once("29R.8", events.VISIT),
    # Chapter 2. Reception in the General Prosecutor's Office
    working_days_before("29R.17.2", 3, events.END_OF_BOOKING_TERM, of=("29I.50", "29I.54")),
    working_days_before("29R.18", 5, events.RECEPTION, readings=("R31",)),
    working_days_before("29R.22.2", 3, events.RECEPTION),
    working_days_before("29R.27", 1, events.RECEPTION, readings=("R11",)),
    # Chapter 3. Reception in agencies, institutions, military, transport and oblast offices
    working_days_before("29R.36", 1, events.RECEPTION, readings=("R31",)),
)

TERMS: dict[str, Term] = {**TERMS_29I, **TERMS_29R}
