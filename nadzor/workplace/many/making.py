"""Registering the papers of a batch: one after another, each by the step itself, so that a killed worker goes on.

Whoever begins writes its own token into the batch; a job that finds another one has been overtaken and stops. A key for
each row makes each paper registered once, whatever is sent twice or breaks off in between.
"""

import datetime as dt
import uuid
from dataclasses import replace

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, QuerySet

from nadzor import clock
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.act import Act
from nadzor.casework.models import Key
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Invalid, KeyReused, Refusal
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.models import Person
from nadzor.workplace import intake_form
from nadzor.workplace.lists import zone_of
from nadzor.workplace.many.checking import data_of, kept
from nadzor.workplace.many.models import PaperBatch, PaperRow

SILENCE = dt.timedelta(seconds=60)
"""A batch that nobody has touched for so long has lost its worker."""


def ready(batch: PaperBatch) -> "QuerySet[PaperRow]":
    """Return the rows against which nothing stands, in their order."""
    return batch.rows.filter(number="", wrong={}).order_by("place")


def begin(batch: PaperBatch) -> bool:
    """Queue the rows that are ready; false where there is none, or somebody was faster."""
    total = ready(batch).count()
    waits = PaperBatch.objects.filter(pk=batch.pk, state__in=("filling", "stopped"))
    kept_so = {"total": total, "done": 0, "left_out": 0, "touched_at": clock.now(), "run": None}
    return bool(total) and bool(waits.update(state=PaperBatch.State.QUEUED, **kept_so))


def register(pk: int) -> None:
    """Register what is ready; whatever cannot be, ends the run as stopped, to be begun again."""
    run = uuid.uuid4()
    ours = PaperBatch.objects.filter(pk=pk, state__in=("queued", "registering"))
    if not ours.update(run=run, state=PaperBatch.State.REGISTERING, touched_at=clock.now()):
        return
    batch = PaperBatch.objects.select_related("maker").get(pk=pk)
    try:
        actor = actor_now(batch.maker)
        for row in list(ready(batch).select_related("file")):
            if not _one(batch, row, replace(actor, key_space=batch.space)):
                return
    except (OperationalError, InterfaceError):  # the job is tried again
        raise
    except Exception:
        _ours(batch).update(state=PaperBatch.State.STOPPED, touched_at=clock.now())
        raise
    _ours(batch).update(state=PaperBatch.State.FILLING, touched_at=clock.now())


def actor_now(person: Person) -> Actor:
    """Who somebody is today: who has left since registers nothing any more."""
    found = actor_of(person, clock.today("Asia/Almaty"))
    return actor_of(person, clock.today(zone_of(found)))


def _ours(batch: PaperBatch) -> "QuerySet[PaperBatch]":
    return PaperBatch.objects.filter(pk=batch.pk, run=batch.run, state=PaperBatch.State.REGISTERING)


def _one(batch: PaperBatch, row: PaperRow, actor: Actor) -> bool:
    """Register a row, or keep why not. Returns false where the batch is no longer ours."""
    data, _wrong = data_of(batch, row)
    refused, key = 0, f"row-{row.pk}"
    try:
        row.number = perform(Act(APPEAL.name, "register", actor, data, key=key)).number
        row.said, row.file = {}, None  # the appeal has them now
    except KeyReused:  # registered by a run that broke off, and changed since
        before = Key.objects.get(space=batch.space, key=key)
        row.number, row.said, row.file = str(before.answer[0]["number"]), {}, None
    except Invalid as refusal:
        row.wrong = kept(intake_form.at_fields(refusal.fields) or {"": refusal.message})
        refused = 1
    except Refusal as refusal:
        row.wrong, refused = kept({"": refusal.message}), 1
    with transaction.atomic():
        still = _ours(batch).update(touched_at=clock.now(), done=F("done") + 1, left_out=F("left_out") + refused)
        row.save(update_fields=["number", "said", "file", "wrong"])  # also where overtaken: what is done is done
    return bool(still)
