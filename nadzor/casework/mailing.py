"""Sending e-mails: claimed one by one, tried again after growing pauses, told of when they cannot be delivered.

Each letter is sent at least once, and known as one. Between the acceptance by a server and our mark a worker may die;
no protocol closes that gap (SMTP itself may double a letter whose acceptance got lost). To send at most once would mean
that after such a death somebody is not told of a thing the law wants him told, and nobody knows of it; a letter that
comes twice harms nobody. So the Message-ID is kept before the first attempt and stays the same for all of them, with
the same day and the same bytes: mail programs show such letters as one, and whoever asks can see that they are one.
"""

import datetime as dt
import time
from typing import Any

from django.db import transaction
from django.db.models import Q

from nadzor import clock
from nadzor.casework import mail
from nadzor.casework.act import Act
from nadzor.casework.delivery import Delivery, MailServer, Outcome
from nadzor.casework.delivery_steps import others
from nadzor.casework.models import Notice
from nadzor.casework.notice_kinds import KINDS
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Refusal
from nadzor.organs.actor import HOUSE

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
PAUSES = (MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY, DAY, DAY)
"""After each refusal for a while, how long to wait. Together almost five days: RFC 5321 (4.5.4.1) wants four or
five of a sender. After the last one a letter is dead, and somebody must choose another way."""
SERVER_PAUSES = (MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE)
"""The same for a server that answers nobody: the last one for as long as it is away. No letter dies of that."""
BROKEN = 10 * MINUTE
"""A letter that has been on the line for so long has lost its worker."""
AT_WORK = 25
"""Seconds after which the job makes room for others; what is left is sent by the next one."""


def send() -> int:
    """Send the letters whose time has come; return how many the server took. Nothing without a server."""
    server = MailServer.objects.filter(pk=1).first()
    if not mail.configured() or (server is not None and server.next_at is not None and server.next_at > clock.now()):
        return 0
    taken, line, until = 0, mail.Line(), time.monotonic() + AT_WORK
    try:
        while time.monotonic() < until and (letter := _claimed()) is not None:
            try:
                answer = line.send(mail.letter_of(letter).message)
            except mail.Away as fault:
                _away(letter, str(fault))
                break
            except mail.BrokenOff as fault:
                _again(letter, Outcome.BROKEN_OFF, str(fault))
            except mail.Refused as fault:
                _refused(letter, str(fault), good=fault.good)
            except OSError as fault:  # the file of the answer
                _refused(letter, f"{type(fault).__name__}: {fault}", good=False)
            else:
                _accepted(letter, answer)
                taken += 1
    finally:
        line.close()
    return taken


def due_now() -> Q:
    """What may be claimed now: what waits and whose time has come, what a dead worker left on the line."""
    now = clock.now()
    waits = Q(outcome=Outcome.WAITING, next_at__lte=now)
    return Q(way="email") & (waits | Q(outcome=Outcome.SENDING, at__lt=now - BROKEN))


def _claimed() -> Delivery | None:
    """Claim the letter that has waited longest: its Message-ID is on the disk before it goes out."""
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",)).filter(due_now())
        row = rows.select_related("notice__proceeding").order_by("next_at", "pk").first()
        if row is None:
            return None
        if row.outcome == Outcome.SENDING:  # its worker died: nobody knows whether it was accepted
            row = _next_attempt(row, Outcome.BROKEN_OFF, "", pause=dt.timedelta(0))
        row.outcome, row.at = Outcome.SENDING, clock.now()
        row.message_id = row.message_id or mail.new_message_id()
        row.save(update_fields=["outcome", "at", "message_id"])
    return row


def _next_attempt(row: Delivery, outcome: Outcome, answer: str, *, pause: dt.timedelta) -> Delivery:
    now = clock.now()
    Delivery.objects.filter(pk=row.pk).update(outcome=outcome, at=now, proof={"answer": answer} if answer else {})
    return Delivery.objects.create(
        notice=row.notice,
        party_id=row.party_id,
        way=row.way,
        attempt=row.attempt + 1,
        main=row.main,
        address=row.address,
        planned_at=row.planned_at,  # the letter keeps its day, as it keeps its Message-ID
        next_at=now + pause,
        message_id=row.message_id,
    )


def _again(row: Delivery, outcome: Outcome, answer: str) -> None:
    """Try it again after the next pause; after the last one it is a dead letter."""
    if row.attempt > len(PAUSES):
        failed(row, Outcome.GAVE_UP, answer)
        return
    with transaction.atomic():
        _next_attempt(row, outcome, answer, pause=PAUSES[row.attempt - 1])


def _refused(row: Delivery, answer: str, *, good: bool) -> None:
    _answers()
    if good:
        failed(row, Outcome.REFUSED, answer)
    else:
        _again(row, Outcome.DEFERRED, answer)


def _accepted(row: Delivery, answer: str) -> None:
    """Mark it as sent with the server's answer; where the law hangs something on it, by a step of the case.

    The step marks it in its own transaction: a deadlock with another step is tried again there, and no mark is lost.
    """
    _answers(took=True)
    kind = KINDS[row.notice.template]
    step = kind.accepted or ("note_delivery" if kind.points and row.main else "")
    if not step or not _step(row, step, Outcome.SENT, answer=answer):
        mark(row, Outcome.SENT, {"answer": answer})


def failed(row: Delivery, outcome: Outcome, answer: str) -> None:
    """Enter that a letter cannot be delivered. One that carries the notice becomes a task, by a step of the case."""
    if not row.main or not _step(row, "note_delivery", outcome, answer=answer):
        mark(row, outcome, {"answer": answer})


def mark(row: Delivery, outcome: Outcome, proof: dict[str, Any]) -> None:
    """Write what came of an attempt."""
    Delivery.objects.filter(pk=row.pk).update(outcome=outcome, at=clock.now(), proof=proof)
    if outcome in {Outcome.REFUSED, Outcome.GAVE_UP} and row.main and not others(row).exists():
        Notice.objects.filter(pk=row.notice_id).update(failed_at=clock.now())


def _step(row: Delivery, name: str, outcome: Outcome, *, answer: str) -> bool:
    """Make a step of the case with what came of an attempt; False where its state takes none any more."""
    case = row.notice.proceeding
    said = {"delivery": row.pk, "outcome": str(outcome), "reason": answer[:500]}
    for step in dict.fromkeys((name, "note_delivery")):
        try:
            perform(Act(case.procedure, step, HOUSE, said, on=(case.number,)))
        except Refusal:
            continue
        return True
    return False


def _away(row: Delivery, fault: str) -> None:
    """The server takes nothing: the letter waits as before, and all of them until the next pause is over."""
    with transaction.atomic():
        Delivery.objects.filter(pk=row.pk).update(outcome=Outcome.WAITING, at=None)
        server, _ = MailServer.objects.select_for_update().get_or_create(pk=1)
        now = clock.now()
        server.away_since = server.away_since or now
        server.next_at = now + SERVER_PAUSES[min(server.failures, len(SERVER_PAUSES) - 1)]
        server.failures += 1
        server.fault = fault
        server.save()


def _answers(*, took: bool = False) -> None:
    """The server answers: what was wrong with it is over."""
    clear = {"away_since": None, "failures": 0, "next_at": None, "fault": ""}
    now: dict[str, Any] = {"told_at": clock.now()} if took else {}
    if not MailServer.objects.filter(pk=1).update(**clear, **now):
        MailServer.objects.get_or_create(pk=1, defaults=now)
