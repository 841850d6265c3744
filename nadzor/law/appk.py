"""Terms of the Administrative Procedural and Process-Related Code that 29I.21 calls in where the order is silent.

The code is not a catalogue of ours: only the articles that a table counts by or cites are named here.
"""

from nadzor.law import events
from nadzor.law.terms import table, working_days

# APPK 82: a slip is corrected within three working days, the corrected copy is sent within three working days.
TERMS = table(
    working_days("APPK.82.1", 3, events.SLIP_FOUND),
    working_days("APPK.82.2", 3, events.CORRECTION),
)
ARTICLES: frozenset[str] = frozenset({"APPK.82", *TERMS})
"""Addresses of the code that a table may cite."""
