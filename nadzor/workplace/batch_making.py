"""Making the letters of a batch: a dozen at a time, each written before its row, so that a killed worker goes on.

Whoever begins writes its own token into the batch; a job that finds another token, or another state, has been overtaken
or cancelled: it stops and enters nothing. Nothing is made twice, and a cancelled batch leaves no file.
"""

import datetime as dt
import json
import logging
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, QuerySet

from nadzor import clock
from nadzor.casework.access import visible
from nadzor.casework.looks import Way, looked
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.papers.presses import Presses
from nadzor.papers.typesetting import ROOT
from nadzor.workplace.batch_keeping import PDF, ZIP, drop, folder_of, letter_path
from nadzor.workplace.batch_kinds import NOT_MADE, Letter, letters_of, title_of
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from nadzor.workplace.lists import zone_of

_log = logging.getLogger(__name__)
AT_ONCE = 12
"""Letters between two looks at whether the batch was cancelled: a fraction of a second."""
SILENCE = dt.timedelta(seconds=60)
"""A batch that nobody has touched for so long has lost its worker."""
_POLL = 0.2  # seconds


class _OvertakenError(Exception):
    """The batch is no longer ours: cancelled, swept, or begun anew by another job."""


def waits_for_another(pk: int) -> bool:
    """Whether another batch is being made: one at a time, so that the other jobs keep their worker."""
    busy = LetterBatch.objects.filter(state__in=("setting", "joining"), touched_at__gt=clock.now() - SILENCE)
    return busy.exclude(pk=pk).exists()


def make(pk: int) -> None:
    """Make what is not made yet of a batch; whatever cannot be, ends it as stopped, to be begun again."""
    run = uuid.uuid4()
    ours = LetterBatch.objects.filter(pk=pk, state__in=("queued", "setting", "joining"))
    if not ours.update(run=run, state=LetterBatch.State.SETTING, touched_at=clock.now()):
        return
    batch = LetterBatch.objects.select_related("maker").get(pk=pk)
    try:
        _set(batch)
        _join(batch)
    except _OvertakenError:
        if not LetterBatch.objects.filter(pk=pk).exclude(state=LetterBatch.State.CANCELLED).exists():
            drop(batch.public_id)
    except (OperationalError, InterfaceError):  # the job is tried again
        raise
    except Exception:
        _ours(batch).update(state=LetterBatch.State.STOPPED, touched_at=clock.now())
        raise


def _ours(batch: LetterBatch) -> QuerySet[LetterBatch]:
    return LetterBatch.objects.filter(pk=batch.pk, run=batch.run, state__in=("setting", "joining"))


def _touch(batch: LetterBatch, **change: object) -> None:
    """Note how far it is. Raises _OvertakenError where the batch is no longer ours."""
    if not _ours(batch).update(touched_at=clock.now(), **change):
        raise _OvertakenError


def _actor(batch: LetterBatch) -> Actor:
    """The maker as of today: who has left since sees nothing any more."""
    found = actor_of(batch.maker, clock.today("Asia/Almaty"))
    return actor_of(batch.maker, clock.today(zone_of(found)))


def _set(batch: LetterBatch) -> None:
    folder_of(batch.public_id).mkdir(mode=0o700, parents=True, exist_ok=True)
    actor = _actor(batch)
    with Presses() as presses:
        while waiting := list(batch.letters.filter(done=False).order_by("place")[:AT_ONCE]):
            cases = [each.proceeding_id for each in waiting]
            rows = visible(actor).filter(pk__in=cases).select_related("appeal", "executor")
            seen = {row.pk: row for row in rows}
            found = letters_of(batch, actor, seen, cases)
            _written(batch, waiting, _pressed(presses, found), actor)


def _pressed(presses: Presses, found: Sequence[Letter | Phrase]) -> list[tuple[str, bytes | Phrase]]:
    """Return the name and the bytes of each letter, or why it has none."""
    orders = [each.order for each in found if isinstance(each, Letter) and each.order is not None]
    made = iter(presses.set_all(orders) if orders else ())
    told: list[tuple[str, bytes | Phrase]] = []
    for each in found:
        if isinstance(each, Phrase):
            told.append(("", each))
            continue
        pdf = each.ready if each.order is None else next(made)
        if isinstance(pdf, bytes):
            told.append((each.name, pdf))
        else:
            _log.error("letter_not_set %s: %s", each.name, pdf)
            told.append(("", NOT_MADE))
    return told


def _written(
    batch: LetterBatch, letters: Sequence[BatchLetter], told: Sequence[tuple[str, bytes | Phrase]], actor: Actor
) -> None:
    """Write the files, then in one transaction what became of each, and that the cases were printed."""
    for letter, (name, pdf) in zip(letters, told, strict=True):
        letter.done, letter.name = True, name
        if isinstance(pdf, bytes):
            try:
                letter_path(batch, letter).write_bytes(pdf)
            except FileNotFoundError:  # cancelled meanwhile: the folder is gone
                raise _OvertakenError from None
        else:
            letter.reason = dict(zip(LANGUAGES, (pdf.into(lang) for lang in LANGUAGES), strict=True))
    left_out = sum(each.reason is not None for each in letters)
    with transaction.atomic():
        _touch(batch, done=F("done") + len(letters), left_out=F("left_out") + left_out)
        BatchLetter.objects.bulk_update(letters, ["done", "name", "reason"])
        printed = [each.proceeding_id for each in letters if each.reason is None]
        what = title_of(batch.kind).ru
        looked(printed, Way.PRINT, by=actor, address=batch.address, what=what)


def _join(batch: LetterBatch) -> None:
    """Join the letters in a process of their own; a cancel ends it."""
    _touch(batch, state=LetterBatch.State.JOINING)
    folder = folder_of(batch.public_id)
    made = list(batch.letters.filter(reason__isnull=True).order_by("place"))
    if made:
        paths = [letter_path(batch, each) for each in made]
        order = {
            "letters": [[str(path), each.name] for path, each in zip(paths, made, strict=True)],
            "pdf": str(folder / PDF),
            "zip": str(folder / ZIP),
            "two_sided": batch.two_sided,
        }
        _joined(batch, order)
    _touch(batch, state=LetterBatch.State.DONE, ended_at=clock.now())
    for each in made:
        letter_path(batch, each).unlink(missing_ok=True)


def _joined(batch: LetterBatch, order: dict[str, object]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "nadzor.papers.joining"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT.parent,
        text=True,
    )
    try:
        if process.stdin is None or process.stderr is None:
            raise OSError(batch.pk)
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        while process.poll() is None:
            _touch(batch)
            time.sleep(_POLL)
        if process.returncode:
            raise RuntimeError(process.stderr.read()[-2000:])
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stderr):
            if pipe is not None:
                pipe.close()
