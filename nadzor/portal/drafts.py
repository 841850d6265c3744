"""Drafts: made, found by what a browser holds, saved, taken up elsewhere, dropped after thirty days."""

import datetime as dt
import uuid
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from nadzor import clock
from nadzor.casework.files import BATCHES, DRAFTS
from nadzor.casework.models import StoredFile
from nadzor.casework.opening import new_track_code, read_track_code
from nadzor.portal.models import Draft

KEPT = dt.timedelta(days=30)
_FILE_IS_FRESH = dt.timedelta(days=1)
_COOKIE, _SENT_COOKIE = "drafts", "filed"
_SALT = "nadzor.portal.drafts"
_PATH = "/file/"
_MOST = 5  # drafts that one browser holds


class Spaced(Protocol):
    """What files wait for: a draft, an appeal that is added to."""

    @property
    def space(self) -> str:
        """The space of its files."""


def held(request: HttpRequest) -> list[uuid.UUID]:
    """Return the drafts that this browser may open, newest first: those in work, then those it has sent."""
    return [*_read(request, _COOKIE), *_read(request, _SENT_COOKIE)]


def _read(request: HttpRequest, name: str) -> list[uuid.UUID]:
    said = request.get_signed_cookie(name, default="", salt=_SALT, max_age=KEPT)
    return [uuid.UUID(part) for part in str(said).split("-") if part]


def _write(answer: HttpResponse, name: str, refs: list[uuid.UUID], age: dt.timedelta | None) -> None:
    if not refs:
        answer.delete_cookie(name, path=_PATH, samesite="Lax")
        return
    answer.set_signed_cookie(
        name,
        "-".join(ref.hex for ref in refs[:_MOST]),
        salt=_SALT,
        max_age=age,
        path=_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def hold(request: HttpRequest, answer: HttpResponse, ref: uuid.UUID) -> None:
    """Let this browser open a draft for thirty days more."""
    _write(answer, _COOKIE, [ref, *(each for each in _read(request, _COOKIE) if each != ref)], KEPT)


def hold_receipt(request: HttpRequest, answer: HttpResponse, ref: uuid.UUID) -> None:
    """Let this browser open the receipt of a draft that was sent until it is closed, and the draft no longer."""
    _write(answer, _COOKIE, [each for each in _read(request, _COOKIE) if each != ref], KEPT)
    _write(answer, _SENT_COOKIE, [ref, *(each for each in _read(request, _SENT_COOKIE) if each != ref)], None)


def let_go(answer: HttpResponse) -> None:
    """Let this browser open no draft and no receipt any more."""
    for name in (_COOKIE, _SENT_COOKIE):
        _write(answer, name, [], None)


def made() -> Draft:
    """Begin a draft."""
    now = clock.now()
    return Draft.objects.create(code=new_track_code(), made_at=now, saved_at=now)


def find(ref: uuid.UUID) -> Draft | None:
    """Return a draft that is not older than thirty days."""
    return Draft.objects.filter(ref=ref, saved_at__gt=clock.now() - KEPT).first()


def by_code(typed: str) -> Draft | None:
    """Return the unsent draft of a code as somebody types it."""
    code = read_track_code(typed)
    return Draft.objects.filter(code=code, saved_at__gt=clock.now() - KEPT).first() if len(code) <= 20 else None


def save(draft: Draft, said: dict[str, Any]) -> bool:
    """Keep what was typed in a step beside what was typed in the others. Returns whether the draft was unsent yet."""
    with transaction.atomic():
        row = Draft.objects.select_for_update().get(pk=draft.pk)
        if row.number:
            return False
        row.said, row.saved_at, row.sending_at = {**row.said, **said}, clock.now(), None
        row.save(update_fields=["said", "saved_at", "sending_at"])
    draft.said, draft.saved_at, draft.sending_at = row.said, row.saved_at, None
    return True


def files_of(draft: Spaced) -> list[StoredFile]:
    """Return the files of an unsent draft in the order in which they came."""
    return list(StoredFile.objects.filter(space=draft.space, proceeding__isnull=True).order_by("pk"))


def forget_old() -> int:
    """Drop drafts older than thirty days, and files whose draft is no more; return how many drafts."""
    limit = clock.now() - KEPT
    dropped = Draft.objects.filter(saved_at__lte=limit).delete()[0]
    alive = [draft.space for draft in Draft.objects.filter(number="").only("ref")]
    orphans = StoredFile.objects.filter(space__startswith=DRAFTS, proceeding__isnull=True)
    orphans = orphans.exclude(space__startswith=BATCHES)  # of the staff, kept with their batch
    orphans.filter(made_at__lt=clock.now() - _FILE_IS_FRESH).exclude(space__in=alive).delete()
    return dropped
