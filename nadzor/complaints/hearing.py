"""The hearing of both sides: the official complained of and the participant (29I.77; APPK 73, 98)."""

from dataclasses import dataclass

from nadzor.appeals.hearing.kept import hearings_since, omitted_since
from nadzor.casework.case import Case
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.forms import Hear, NotHeard
from nadzor.complaints.models import Heard
from nadzor.complaints.words import CHOOSE, SIDES


@dataclass(frozen=True)
class KeepHeard:
    """Keep that a side was heard."""

    def apply(self, case: Case, data: Hear, change: Change) -> None:
        """Write the row. Raises Invalid for an unknown side."""
        _keep(case, data.side, data.course, change, held=True)


@dataclass(frozen=True)
class KeepNotHeard:
    """Keep why a side is not heard."""

    def apply(self, case: Case, data: NotHeard, change: Change) -> None:
        """Write the row. Raises Invalid for an unknown side."""
        _keep(case, data.side, data.why, change, held=False)


def _keep(case: Case, side: str, words: str, change: Change, *, held: bool) -> None:
    if side not in SIDES:
        raise invalid(side=CHOOSE)
    change.insert(Heard, complaint_id=case.row.pk, side=side, on=case.happened_on, held=held, words=words)


def not_heard_yet(complaint: int, appeal: int) -> list[str]:
    """Return the sides that were neither heard nor excused.

    The participant may also be invited as in any other appeal, by notice and for a day (29I.43; APPK 73): such a
    hearing, or the ground for none, is his. Its own guard waits for its end and for the day told to him.
    """
    done = set(Heard.objects.filter(complaint=complaint).values_list("side", flat=True))
    if hearings_since(appeal) or omitted_since(appeal) is not None:
        done.add("participant")
    return [side for side in SIDES if side not in done]
