"""Files: kept under their SHA-256, fsynced before their row, adopted by a proceeding, orphans swept."""

import datetime as dt
import hashlib
import os
import re
import tempfile
import unicodedata
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from nadzor import clock
from nadzor.casework.filetypes import TYPES
from nadzor.casework.models import StoredFile
from nadzor.casework.refusals import TooLarge, invalid
from nadzor.casework.writing import Change
from nadzor.disk import fsync_folder
from nadzor.law.words import Phrase

LARGEST = 25 * 1024 * 1024
MOST_FILES = 20
LARGEST_TOGETHER = 100 * 1024 * 1024
_ORPHAN_AFTER = dt.timedelta(days=2)
DRAFTS = "draft:"
"""How spaces begin whose files wait longer than two days: those of drafts, which are dropped with their draft."""
BATCHES = f"{DRAFTS}m"
"""How spaces of papers that are registered together begin: their files go with their batch."""
UNKNOWN_FILE = Phrase(
    "Мұндай файл жүктелмеген немесе ол басқа іске қосылған: {id}. Файлды қайта жүктеңіз.",
    "Такой файл не загружен или уже принадлежит другому делу: {id}. Загрузите файл снова.",
    "No such file was uploaded, or it belongs to another case: {id}. Upload the file again.",
)
TOO_MANY_TOGETHER = Phrase(
    "Бір жолданымға 20 файлға және барлығы 100 МБ-қа дейін қоса беруге болады.",
    "К одному обращению можно приложить до 20 файлов, вместе до 100 МБ.",
    "One appeal takes up to 20 files, together up to 100 MB.",
)


def path_of(sha256: str) -> Path:
    """Return where a file lies."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def is_whole(sha256: str) -> bool:
    """Whether the bytes of a file are there and are those of its digest."""
    try:
        with path_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def name_to_save(name: str) -> str:
    """Return a name under which a file may be saved: without folders and without signs that no name may hold."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join("_" if unicodedata.category(letter) in {"Cc", "Cf"} else letter for letter in last)
    return seen.strip(". ") or "file"


def type_to_send(file: StoredFile) -> str:
    """Return the type to send a file as: its own where it is one that is taken, else bytes without meaning."""
    said = file.content_type.partition(";")[0].strip().lower()
    family, _, kind = said.partition("/")
    return said if kind in TYPES.get(family, frozenset()) else "application/octet-stream"


def store(chunks: Iterable[bytes], *, name: str, content_type: str, space: str) -> StoredFile:
    """Write a file and its row. The bytes are on the disk before the row is. Raises OSError for a full disk."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=root, prefix="incoming-", delete=False) as file:
        made = Path(file.name)
        try:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            made.unlink(missing_ok=True)
            raise
    final = path_of(digest.hexdigest())
    if not final.parent.is_dir():
        final.parent.mkdir(exist_ok=True)
        fsync_folder(root)
    made.replace(final)
    fsync_folder(final.parent)
    return StoredFile.objects.create(
        public_id=uuid.uuid4(),
        sha256=digest.hexdigest(),
        name=name[:255],
        content_type=content_type[:100],
        size=size,
        space=space,
        made_at=clock.now(),
    )


def adopt(public_ids: Iterable[str], space: str, proceeding_id: int, change: Change) -> None:
    """Give uploaded files to a proceeding. Raises Invalid for a file that is not the uploader's own or not free."""
    wanted = {_read_id(each): each for each in public_ids}
    known = [public_id for public_id in wanted if public_id is not None]
    free = StoredFile.objects.filter(public_id__in=known, space=space, proceeding__isnull=True)
    rows = list(free.select_for_update().order_by("pk"))  # nobody else takes them, and no sweep
    found = {row.public_id for row in rows}
    for public_id, given in wanted.items():
        if public_id not in found:
            raise invalid(attachments=Phrase(*(text.format(id=given) for text in UNKNOWN_FILE)))
    if len(rows) > MOST_FILES or sum(row.size for row in rows) > LARGEST_TOGETHER:
        raise TooLarge(TOO_MANY_TOGETHER, fields={"attachments": TOO_MANY_TOGETHER})
    for row in rows:
        change.update(StoredFile, row.pk, proceeding_id=proceeding_id)
    change.entry_data["files"] = sorted(row.sha256 for row in rows)


def copy(file: StoredFile, proceeding_id: int, change: Change) -> None:
    """Let a file belong to a further proceeding; its bytes are kept once."""
    kept = {name: getattr(file, name) for name in ("sha256", "name", "content_type", "size", "space", "made_at")}
    change.insert(StoredFile, public_id=uuid.uuid4(), proceeding_id=proceeding_id, **kept)


def _read_id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def sweep() -> int:
    """Drop uploads that no proceeding took within two days, and bytes without a row; return how many rows.

    Files of drafts wait for their draft.
    """
    old = StoredFile.objects.filter(proceeding__isnull=True, made_at__lt=clock.now() - _ORPHAN_AFTER)
    dropped = old.exclude(space__startswith=DRAFTS).delete()[0]
    kept = set(StoredFile.objects.values_list("sha256", flat=True))
    before = (clock.now() - _ORPHAN_AFTER).timestamp()
    root = Path(settings.MEDIA_ROOT)
    for path in root.rglob("*") if root.is_dir() else ():
        if path.is_file() and path.name not in kept and path.stat().st_mtime < before:
            path.unlink()
    return dropped
