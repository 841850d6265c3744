"""Terms of the Administrative Procedural and Process-Related Code that 29I.21 calls in where the order is silent.

The code is not a catalogue of ours: only the articles that a table counts by or cites are named here.
"""

from nadzor.law import events
from nadzor.law.terms import table, working_days

# APPK 64 (7): what was not mended, is identical or insulting is returned within three working days (R27, R33).
# APPK 75 (called in by 29I.78): the file is shown within three working days of the request.
# APPK 82: a slip is corrected within three working days, the corrected copy is sent within three working days.
# APPK 73: the participant objects within two working days from receiving the preliminary decision (R36).
# APPK 74: the record is made and signed within two working days, remarks are given within three after it was read.
TERMS = table(
    working_days("APPK.64.7.1", 3, events.TIME_TO_MEND_OVER, readings=("R27",)),
    working_days("APPK.64.7.2", 3, events.REGISTRATION_OF_COMPLAINT, readings=("R33",)),
    working_days("APPK.73.3", 2, events.PRELIMINARY_DECISION, readings=("R36",)),
    working_days("APPK.74.2", 2, events.HEARING),
    working_days("APPK.74.4", 3, events.RECORD_READ),
    working_days("APPK.75", 3, events.REQUEST_FOR_ACCESS),
    working_days("APPK.82.1", 3, events.SLIP_FOUND),
    working_days("APPK.82.2", 3, events.CORRECTION),
)
# APPK 93 (2): what a complaint says; 96: it suspends the act that it contests.
# APPK 64 (9): withdrawal until the decision; 70 (1), 88 (1): circumstances that end a procedure.
ARTICLES: frozenset[str] = frozenset(
    {
        "APPK.64.9",
        "APPK.66",
        "APPK.70.1",
        "APPK.73",
        "APPK.74",
        "APPK.82",
        "APPK.83",
        "APPK.88.1",
        "APPK.93.2",
        "APPK.96",
        *TERMS,
    }
)
"""Addresses of the code that a table may cite."""
