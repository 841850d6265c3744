"""Where the files of a batch lie and for how long: prints, not papers of a case, so they stand in no backup."""

import datetime as dt
import shutil
import uuid
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from nadzor import clock
from nadzor.casework.erasing import ALSO
from nadzor.workplace.batch_models import BatchLetter, LetterBatch

KEPT = dt.timedelta(days=7)
"""How long a batch can be downloaded; it can be made anew from the cases afterwards."""
PDF, ZIP = "letters.pdf", "letters.zip"


def folder_of(public_id: uuid.UUID) -> Path:
    """Return the folder of a batch."""
    return Path(settings.DATA) / "batches" / str(public_id)


def letter_path(batch: LetterBatch, letter: BatchLetter) -> Path:
    """Return where a letter lies until the letters are joined."""
    return folder_of(batch.public_id) / f"{letter.place:06}.pdf"


def drop(public_id: uuid.UUID) -> None:
    """Drop all files of a batch."""
    shutil.rmtree(folder_of(public_id), ignore_errors=True)


def drop_with(cases: Collection[int], numbers: Collection[str]) -> None:  # noqa: ARG001  # as all that erase
    """Drop the batches that hold a letter of one of the cases: their files say what an act has erased."""
    for pk, public_id in (
        LetterBatch.objects.filter(letters__proceeding__in=cases).distinct().values_list("pk", "public_id")
    ):
        LetterBatch.objects.filter(pk=pk).delete()
        drop(public_id)


ALSO.append(drop_with)


def sweep() -> int:
    """Drop batches that are too old, and folders of which no batch is known; return how many batches."""
    before = clock.now() - KEPT
    old = LetterBatch.objects.filter(Q(ended_at__lt=before) | Q(ended_at__isnull=True, made_at__lt=before))
    gone = list(old.values_list("pk", "public_id"))
    for pk, public_id in gone:
        LetterBatch.objects.filter(pk=pk).delete()
        drop(public_id)
    root = Path(settings.DATA) / "batches"
    known = {str(each) for each in LetterBatch.objects.values_list("public_id", flat=True)}
    for path in root.iterdir() if root.is_dir() else ():
        with suppress(OSError):  # another worker was faster
            if path.name not in known and path.stat().st_mtime < before.timestamp():
                shutil.rmtree(path, ignore_errors=True)
    return len(gone)
