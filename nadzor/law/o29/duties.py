"""Standing duties of the Rules of reception (29R), in the order of their points."""

import datetime as dt

from nadzor.law.periods import Duty, Every
from nadzor.law.readings import DEFAULT
from nadzor.law.terms import table

# The end of the working day is that of R2.
WORKING_HOURS = (dt.time(9, 0), dt.time.fromisoformat(DEFAULT.value("R2")))

DUTIES = table(
    Duty("29R.3.2", Every.WORKING_DAY, hours=WORKING_HOURS),
    Duty("29R.4", Every.WORKING_DAY, hours=WORKING_HOURS),
    Duty("29R.15", Every.MONTH, readings=("R10",)),  # each of them: the Prosecutor General and every deputy
    Duty("29R.28", Every.WEEK, readings=("R10",)),
    Duty("29R.39", Every.WORKING_DAY),
    Duty("29R.40.2", Every.WEEK),
    Duty("29R.43", Every.WORKING_DAY),
)
