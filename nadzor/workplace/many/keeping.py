"""How papers of a batch come in and go: rows of a table, files with their rows, batches that nobody touched."""

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from nadzor import clock
from nadzor.casework import files
from nadzor.casework.files import BATCHES
from nadzor.casework.filetypes import REFUSED_TYPE, Said, is_taken
from nadzor.casework.models import StoredFile
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.workplace.many.checking import check
from nadzor.workplace.many.models import PaperBatch, PaperRow
from nadzor.workplace.many.reading import FILE, MOST, TOO_MANY

KEPT = dt.timedelta(days=30)
"""How long a batch waits that nobody touches."""
_HEAD = 16  # the bytes by which a program is known
_PLACE = re.compile(r"0*(\d{1,4})(?:\D.*)?")
_MOST_FILES = 2 * MOST
NOT_TAKEN = Phrase(
    "Файл қабылданбады: {name}. Себебі: {why}",
    "Файл не принят: {name}. Причина: {why}",
    "File not taken: {name}. {why}",
)
_TOO_LARGE = Phrase(
    "ол 25 МБ-тан үлкен. Оны бөліңіз немесе кішірейтіңіз.",
    "он больше 25 МБ. Разделите или уменьшите его.",
    "It is larger than 25 MB. Split it or make it smaller.",
)
_EMPTY = Phrase("ол бос. Басқасын таңдаңыз.", "он пуст. Выберите другой.", "It is empty. Choose another one.")
_TOO_MANY_FILES = Phrase(
    "бұл топтамада файл тым көп.", "в этом пакете уже слишком много файлов.", "This batch has too many files already."
)


def add_rows(batch: PaperBatch, found: Sequence[dict[str, str]]) -> list[Phrase]:
    """Add rows behind those that are there, up to the most; return what was not taken."""
    with transaction.atomic():
        locked = PaperBatch.objects.select_for_update().get(pk=batch.pk)
        free = max(0, MOST - locked.rows.count())
        last = locked.rows.aggregate(last=Max("place"))["last"] or 0
        rows = [
            PaperRow(batch=locked, place=last + place, said=dict(said))
            for place, said in enumerate(found[:free], start=1)
        ]
        PaperRow.objects.bulk_create(rows, batch_size=200)
    match(batch)
    check(batch, batch.rows.filter(pk__in=[each.pk for each in rows]).select_related("file"))
    left = len(found) - free
    if left <= 0:
        return []
    return [Phrase(*(TOO_MANY.into(lang).format(most=MOST, left=left) for lang in LANGUAGES))]


def take(batch: PaperBatch, uploads: Iterable["UploadedFile[bytes]"]) -> list[Phrase]:
    """Keep files and give them to their rows; return a sentence for each that is not taken."""
    refused = []
    count = StoredFile.objects.filter(space=batch.space).count()
    for each in uploads:
        name, size = files.name_to_save(each.name or ""), each.size or 0
        head = each.read(_HEAD)
        each.seek(0)
        why = _EMPTY if not size else _TOO_LARGE if size > files.LARGEST else None
        if why is None and not is_taken(Said(name, each.content_type or "", head)):
            why = REFUSED_TYPE
        if why is None and count >= _MOST_FILES:
            why = _TOO_MANY_FILES
        if why is not None:
            refused.append(Phrase(*(NOT_TAKEN.into(lang).format(name=name, why=why.into(lang)) for lang in LANGUAGES)))
            continue
        files.store(each.chunks(), name=name, content_type=each.content_type or "", space=batch.space)
        count += 1
    match(batch)
    return refused


def free_files(batch: PaperBatch) -> list[StoredFile]:
    """Return the files of a batch that no row has yet."""
    taken = batch.rows.filter(file__isnull=False).values("file")
    waiting = StoredFile.objects.filter(space=batch.space, proceeding__isnull=True)
    return list(waiting.exclude(pk__in=taken).order_by("name", "pk"))


def match(batch: PaperBatch) -> None:
    """Give free files to rows without one: by the name that the row says, else by a number that the name begins with.

    A file "012.pdf" or "12 жалоба.pdf" is that of row 12, where its row names none.
    """
    free = free_files(batch)
    if not free:
        return
    rows = list(batch.rows.filter(file__isnull=True, number="").order_by("place"))
    by_name = {each.name.casefold(): each for each in reversed(free)}
    by_place: dict[int, StoredFile] = {}
    for each in free:
        found = _PLACE.fullmatch(each.name)
        if found is not None:
            by_place.setdefault(int(found[1]), each)
    given: set[int] = set()
    changed = []
    for row in rows:
        named = str(row.said.get(FILE, "")).casefold()
        file = by_name.get(named) if named else by_place.get(row.place)
        if file is not None and file.pk not in given:
            given.add(file.pk)
            row.file = file
            changed.append(row)
    PaperRow.objects.bulk_update(changed, ["file"], batch_size=200)


def drop(batch: PaperBatch) -> None:
    """Drop a batch with the files that no appeal has taken."""
    StoredFile.objects.filter(space=batch.space, proceeding__isnull=True).delete()
    batch.delete()


def sweep() -> int:
    """Drop batches that nobody touched for thirty days, and files whose batch is gone; return how many batches."""
    old = list(PaperBatch.objects.filter(touched_at__lt=clock.now() - KEPT))
    for batch in old:
        drop(batch)
    alive = [f"{BATCHES}{pk}" for pk in PaperBatch.objects.values_list("pk", flat=True)]
    orphans = StoredFile.objects.filter(space__startswith=BATCHES, proceeding__isnull=True)
    orphans.exclude(space__in=alive).delete()
    return len(old)


def file_in(batch: PaperBatch, text: str) -> StoredFile | None:
    """Return a file of a batch by its id as a form has it; none for anything else."""
    try:
        wanted = uuid.UUID(text)
    except ValueError:
        return None
    return StoredFile.objects.filter(public_id=wanted, space=batch.space, proceeding__isnull=True).first()
