"""Terms of the Instruction on supervision in the socio-economic sphere (60I), by its points.

Order 60/2002, in force for the period of R39. Terms are those of the newest wording; earlier ones are not held.
"""

from nadzor.law import events
from nadzor.law.terms import Basis, Extension, Term, Unit, hours, table

TERMS = table(
    Term(
        *("60I.6.2", 1, Unit.MONTHS, events.START_OF_INSPECTION),
        extension=Extension("60I.6.3", 1, Unit.MONTHS, Basis.FIRST_TERM, readings=("R40",)),
        readings=("R3", "R40"),
    ),
    Term("60I.20.3", 2, Unit.CALENDAR_DAYS, events.NOTICE, readings=("R3",)),
    hours("60I.26.6", 72, events.REQUEST_FOR_AGREEMENT),
    hours("60I.26.7", 24, events.REQUEST_FOR_AGREEMENT),
    hours("60I.54", 24, events.FULL_DOCUMENTS),
    hours("60I.81.2", 24, events.EMERGENCY),
    hours("60I.86", 24, events.DECLARATION),
    hours("60I.91.3", 24, events.FINDING),
)
