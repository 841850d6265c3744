"""The official complained of is called to be heard: the day set, told in writing, put off, called off, ended.

Source: 29I.77 (the higher body hears the official and the participant, under APPK 73). A participant is invited as in
any other appeal (29I.43); the official is no party, so the call is written to the body complained of. It ends by the
record of the hearing, or by the note that the official was told and did not come (`nadzor.complaints.hearing`).
"""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.telling import heads_in
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.contesting import complaint_of
from nadzor.complaints.forms import CallOffCall, CallOfficial, Hear, NotHeard, PutOffCall
from nadzor.complaints.models import Complaint, OfficialCalled
from nadzor.complaints.words import CALLED_OFF, OFFICIAL, PUT_OFF
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

POINTS = ("29I.77", "APPK.73")


def standing(complaint: int) -> OfficialCalled | None:
    """Return the call of the official that nothing has ended yet."""
    return OfficialCalled.objects.filter(complaint=complaint, ended="").first()


def of_body(case: Case, _data: Any) -> set[int]:
    """Return whom a call is told to: the heads of the body complained of, and who considers what is contested there."""
    row: Complaint = case.facts
    found = heads_in(row.body_id, case.happened_on)
    contested = row.contested
    if contested is not None and contested.body_id == row.body_id and contested.executor_id is not None:
        found.add(contested.executor_id)
    return found


def _meeting(_case: Case, data: CallOfficial) -> dict[str, Any]:
    return {"on": data.on.isoformat(), "hour": data.hour, "place": data.place}


def _stood(case: Case, _data: Any) -> dict[str, Any]:
    call = standing(case.row.pk)
    return {} if call is None else {"on": call.on.isoformat(), "hour": call.hour, "place": call.place}


TELL_CALLED = Notify("executor", "official_called", _meeting, of_body)
TELL_PUT_OFF = Notify("executor", "official_put_off", _meeting, of_body)
TELL_CALLED_OFF = Notify("executor", "official_called_off", _stood, of_body)


@dataclass(frozen=True)
class InTime:
    """A day that leaves time to come, and after which the complaint can still be decided."""

    def apply(self, case: Case, data: CallOfficial, change: Change) -> None:  # noqa: ARG002
        """Raise Invalid for today, for a day before it, for one after the term of the complaint."""
        term = case.parent.running(CONSIDERATION.name) if case.parent is not None else None
        last = None if term is None or term.due_day <= case.happened_on else term.due_day
        if data.on <= case.happened_on:
            raise invalid(on=_TOMORROW)
        if last is not None and data.on > last:
            raise invalid(on=with_day(_BY, last))


_TOMORROW = Phrase("Ертеңнен ерте емес.", "Не раньше завтрашнего дня.", "Not before tomorrow.")
_BY = Phrase(
    "Шағымды қарау мерзімінен кешіктірмей: {day}.",
    "Не позже срока рассмотрения жалобы: {day}.",
    "Not after the term of the complaint: {day}.",
)


@dataclass(frozen=True)
class KeepCall:
    """Keep for when the official is called, and by which paper."""

    def apply(self, case: Case, data: CallOfficial, change: Change) -> None:
        """Write the row."""
        said = {"on": data.on, "hour": data.hour, "place": data.place, "video": data.video}
        notice = change.entry_data["papers"][-1]["number"]
        kept = {"ended": "", "ended_on": None, "reason": ""}
        change.insert(OfficialCalled, complaint_id=case.row.pk, **said, told_on=case.happened_on, notice=notice, **kept)


@dataclass(frozen=True)
class EndCall:
    """End the call that stands, as what it is said to be; the entry says which it was."""

    ended: str

    def apply(self, case: Case, data: CallOffCall | PutOffCall, change: Change) -> None:
        """Write the end and the reason. Raises Invalid where none stands."""
        call = standing(case.row.pk)
        if call is None:
            raise invalid(reason=_NONE)
        end_call(case, call, self.ended, change, data.reason)


PUTTING_OFF, CALLING_OFF = EndCall(PUT_OFF), EndCall(CALLED_OFF)


def end_call(case: Case, call: OfficialCalled, ended: str, change: Change, reason: str = "") -> None:
    """End a call."""
    change.update(OfficialCalled, call.pk, ended=ended, ended_on=case.happened_on, reason=reason)
    change.entry_data["call"] = {"on": call.on.isoformat(), "notice": call.notice, "ended": ended}


@dataclass(frozen=True)
class DropCall:
    """With a matter that was opened by mistake the call that stands in it falls; the body complained of is told."""

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """End the call, where one stands."""
        call = standing(case.row.pk)
        if call is not None:
            TELL_CALLED_OFF.apply(case, data, change)
            end_call(case, call, CALLED_OFF, change, getattr(data, "reason", ""))


def _none_stands(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    call = standing(case.row.pk)
    return YES if call is None else no(with_day(_CALLED, call.on), *POINTS)


_CALLED = Phrase(
    "Лауазымды адам {day} күніне шақырылған. Тыңдауды ауыстырыңыз, болдырмаңыз немесе нәтижесін жазыңыз.",
    "Должностное лицо уже вызвано на {day}. Перенесите заслушивание, отмените его или запишите итог.",
    "The official is called for {day} already. Put the hearing off, call it off, or enter how it went.",
)
NOT_CALLED = Guard("official_not_called", _none_stands)


def _one_stands(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_NONE, *POINTS) if standing(case.row.pk) is None else YES


_NONE = Phrase(
    "Лауазымды адамды тыңдау белгіленбеген.",
    "Заслушивание должностного лица не назначено.",
    "No hearing of the official is set.",
)
IS_CALLED = Guard("official_called", _one_stands)


def _its_day(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not isinstance(form, Hear | NotHeard) or form.side != OFFICIAL:
        return YES
    call = standing(case.row.pk)
    return YES if call is None or call.on <= case.happened_on else no(with_day(_NOT_YET, call.on), *POINTS)


_NOT_YET = Phrase(
    "Лауазымды адам {day} күніне шақырылған: одан бұрын нәтиже жазылмайды. Алдымен тыңдауды болдырмаңыз.",
    "Должностное лицо вызвано на {day}: раньше итог не записывают. Сначала отмените это заслушивание.",
    "The official is called for {day}: nothing is entered before. Call that hearing off first.",
)
ON_ITS_DAY = Guard("call_on_its_day", _its_day)


def _no_call(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """A complaint that ends otherwise than by a decision leaves nobody called: the body is told in writing."""
    found = complaint_of(case)
    call = standing(found.pk) if found is not None else None
    return YES if call is None else no(with_day(_STANDS, call.on), *POINTS)


_STANDS = Phrase(
    "Лауазымды адам {day} күніне тыңдауға шақырылған: алдымен тыңдауды болдырмаңыз немесе нәтижесін жазыңыз.",
    "Должностное лицо вызвано на заслушивание {day}: сначала отмените его или запишите итог.",
    "The official is called to be heard on {day}: first call that off, or enter how it went.",
)
NOBODY_CALLED = Guard("nobody_called", _no_call)
