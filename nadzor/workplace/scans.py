"""Scans of the paper that is being registered: how many pages each has, and the page that shows one.

Only who uploaded a file sees it here, until it belongs to a case; from then on it is a file of that case.
"""

import re
import struct
import uuid
import zlib
from dataclasses import dataclass

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from nadzor.casework import files
from nadzor.casework.models import StoredFile
from nadzor.workplace.staff import StaffRequest, for_staff

SHOWN = {"image/png": "picture", "image/jpeg": "picture", "image/gif": "picture", "application/pdf": "paper"}
_MOST_READ = 32 * 1024 * 1024
_MOST_UNPACKED = 8 * 1024 * 1024
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_COUNT = re.compile(
    rb"/Type\s*/Pages\b(?:(?!endobj).){0,4000}?/Count\s+(\d{1,6})"
    rb"|/Count\s+(\d{1,6})(?:(?!endobj).){0,4000}?/Type\s*/Pages\b",
    re.S,
)
_PACKED = re.compile(rb"/ObjStm(?:(?!endobj).){0,400}?stream\r?\n(.*?)endstream", re.S)


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that waits for its case. `pages`: none where they cannot be told; `shown`: picture, paper or nothing."""

    file: StoredFile
    pages: int | None
    shown: str


def scan_of(file: StoredFile) -> Scan:
    """Return a file with what the intake shows of it. One that is not there any more has no pages."""
    kind = files.type_to_send(file)
    shown = SHOWN.get(kind, "")
    try:
        content = files.path_of(file.sha256).read_bytes()[:_MOST_READ]
    except OSError:
        return Scan(file, None, "")
    if kind == "application/pdf":
        return Scan(file, pages_of_pdf(content), shown)
    if kind == "image/tiff":
        return Scan(file, pages_of_tiff(content), shown)
    return Scan(file, 1 if shown else None, shown)


def pages_of_pdf(content: bytes) -> int | None:
    """Return how many pages a PDF says it has, none where that cannot be read (an encrypted or a broken one)."""
    parts = [content]
    for packed in _PACKED.finditer(content):
        try:
            parts.append(zlib.decompressobj().decompress(packed[1], _MOST_UNPACKED))
        except zlib.error:
            continue
    counts = [int(found[1] or found[2]) for part in parts for found in _COUNT.finditer(part)]
    pages = sum(len(_PAGE.findall(part)) for part in parts)
    return max(counts, default=0) or pages or None


def pages_of_tiff(content: bytes) -> int | None:
    """Return how many pictures a TIFF holds: the length of the chain of its directories; none for a broken one."""
    order = {b"II": "<", b"MM": ">"}.get(content[:2])
    if order is None:
        return None
    seen: set[int] = set()
    try:
        place = struct.unpack_from(f"{order}I", content, 4)[0]
        while place and place not in seen:
            entries = struct.unpack_from(f"{order}H", content, place)[0]
            seen.add(place)
            place = struct.unpack_from(f"{order}I", content, place + 2 + 12 * entries)[0]
    except struct.error:
        pass
    return len(seen) or None


@for_staff
@require_safe
def scan(request: StaffRequest, file: uuid.UUID) -> HttpResponseBase:
    """Show a picture or a paper that who asks has uploaded and not yet registered; anything else is not there."""
    row = StoredFile.objects.filter(public_id=file, space=request.actor.key_space, proceeding__isnull=True).first()
    if row is None or files.type_to_send(row) not in SHOWN:
        raise Http404
    try:
        content = files.path_of(row.sha256).open("rb")
    except OSError:
        raise Http404 from None
    answer = FileResponse(content, filename=files.name_to_save(row.name), content_type=files.type_to_send(row))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return answer
