"""The hearing of both sides: the official complained of and the participant (29I.77; APPK 73, 98)."""

import datetime as dt
from dataclasses import dataclass

from nadzor.appeals.hearing.kept import hearings_since, omitted_since
from nadzor.appeals.hearing.rules import notice_by
from nadzor.casework.case import Case
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.calling import end_call, standing
from nadzor.complaints.forms import Hear, NotHeard
from nadzor.complaints.models import Heard, OfficialCalled
from nadzor.complaints.words import ABSENT, CHOOSE, HELD, OFFICIAL, SIDES


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
    call = standing(case.row.pk) if side == OFFICIAL else None
    if call is not None:
        end_call(case, call, HELD if held else ABSENT, change)
    said = {"side": side, "on": case.happened_on, "held": held, "words": words}
    change.insert(Heard, complaint_id=case.row.pk, **said, call_id=None if call is None else call.pk)


def not_heard_yet(complaint: int, appeal: int) -> list[str]:
    """Return the sides that were neither heard nor excused; an official who is called is awaited all the same.

    The participant may also be invited as in any other appeal, by notice and for a day (29I.43; APPK 73): such a
    hearing, or the ground for none, is his. Its own guard waits for its end and for the day told to him.
    """
    done = set(Heard.objects.filter(complaint=complaint).values_list("side", flat=True))
    if hearings_since(appeal) or omitted_since(appeal) is not None:
        done.add("participant")
    if standing(complaint) is not None:
        done.discard(OFFICIAL)
    return [side for side in SIDES if side not in done]


def told_late(complaint: int, act_day: dt.date) -> OfficialCalled | None:
    """Return the call that an official did not follow and that was told too late for a decision on a day.

    He is heard under APPK 73 (29I.77): three working days pass between the notice and the act. Who came, or was heard
    otherwise, was in time.
    """
    last = Heard.objects.filter(complaint=complaint, side=OFFICIAL).select_related("call").order_by("-pk").first()
    if last is None or last.held or last.call is None:
        return None
    return last.call if notice_by(act_day) < last.call.told_on else None
