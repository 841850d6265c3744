"""What the lecture on the system of the prosecutor's offices states in figures. It is no law (rank `no_law`)."""

from nadzor.law import events
from nadzor.law.terms import Term, Unit, table

# SYS.58: the figure is the Constitution's in the lecture's time; whether an edition of 2026 keeps it is not held here.
TERMS = table(Term("SYS.58", 5, Unit.YEARS, events.APPOINTMENT))
