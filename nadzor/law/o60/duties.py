"""Standing duties of order 60/2002: yearly, half-yearly, quarterly and weekly checks and summaries, by their points."""

from nadzor.law.periods import Duty, Every
from nadzor.law.terms import table

DUTIES = table(
    Duty("60I.23", Every.YEAR),
    Duty("60I.36", Every.YEAR),
    Duty("60I.44", Every.YEAR),
    Duty("60I.45.2", Every.WEEK),
    Duty("60I.48.1", Every.YEAR),
    Duty("60I.50.1", Every.YEAR),
    Duty("60I.55", Every.YEAR),
    Duty("60I.65.1", Every.HALF_YEAR),
    Duty("60I.71.2", Every.HALF_YEAR),
    Duty("60I.78.1", Every.YEAR, times=2),
    Duty("60I.79.1", Every.HALF_YEAR),
    Duty("60I.79.2", Every.HALF_YEAR, next_month_day=10, readings=("R20",)),
    Duty("60I.90.3", Every.QUARTER),
    Duty("60I.94.1", Every.QUARTER),
)
