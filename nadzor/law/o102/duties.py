"""Standing duties of order 102/2021: yearly, half-yearly, quarterly analyses and their reports, by their points."""

from nadzor.law.periods import Duty, Every
from nadzor.law.terms import table

_R20 = ("R20",)


def _reported(norm: str, every: Every, day: int) -> Duty:
    """Row of the table: by that day of the month after the period."""
    return Duty(norm, every, next_month_day=day, readings=_R20)


DUTIES = table(
    # Instruction (102I)
    Duty("102I.46.7", Every.HALF_YEAR),
    _reported("102I.46.8", Every.HALF_YEAR, 15),
    Duty("102I.64.3", Every.QUARTER),
    _reported("102I.64.4", Every.QUARTER, 5),
    _reported("102I.70.1", Every.HALF_YEAR, 7),
    _reported("102I.70.2", Every.HALF_YEAR, 7),
    # Rules (102R): entrepreneurs
    Duty("102R.5.1", Every.QUARTER),
    _reported("102R.5.2", Every.QUARTER, 5),
    # budget, procurement, taxes, environment
    Duty("102R.6.1", Every.HALF_YEAR),
    Duty("102R.6.2", Every.HALF_YEAR),
    Duty("102R.6.3", Every.HALF_YEAR),
    Duty("102R.6.4", Every.HALF_YEAR),
    _reported("102R.6.5", Every.HALF_YEAR, 5),
    # children: analysed yearly, reported by the 30th of the last month of each quarter
    Duty("102R.7.1", Every.YEAR),
    Duty("102R.7.2", Every.YEAR),
    Duty("102R.7.3", Every.YEAR),
    Duty("102R.7.4", Every.QUARTER, last_month_day=30, readings=_R20),
    # military security: analysed yearly, reported by 25 June and 25 December
    Duty("102R.8.1", Every.YEAR),
    Duty("102R.8.2", Every.YEAR),
    Duty("102R.8.3", Every.YEAR),
    Duty("102R.8.4", Every.YEAR),
    Duty("102R.8.5", Every.YEAR),
    Duty("102R.8.6", Every.YEAR),
    Duty("102R.8.7", Every.YEAR),
    Duty("102R.8.8", Every.YEAR),
    Duty("102R.8.9", Every.YEAR),
    Duty("102R.8.10", Every.YEAR),
    Duty("102R.8.11", Every.HALF_YEAR, last_month_day=25, readings=_R20),
    # transport
    Duty("102R.9.1", Every.YEAR),
    Duty("102R.9.2", Every.YEAR),
    Duty("102R.9.3", Every.YEAR),
    Duty("102R.9.4", Every.YEAR),
    Duty("102R.9.5", Every.HALF_YEAR, last_month_day=25, readings=_R20),
    Duty("102R.20.2", Every.MONTH),
)
