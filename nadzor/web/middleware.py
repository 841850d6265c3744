"""What stands around every request."""

import base64
import hashlib
import logging
import re
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.views import redirect_to_login
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from nadzor import clock
from nadzor.casework.files import LARGEST_TOGETHER
from nadzor.portal.doing import brings_materials
from nadzor.portal.uploads import brings_files
from nadzor.web.errors import NO_LENGTH, database_away, no_fault_of_ours, too_large
from nadzor.workplace import step_files

log = logging.getLogger(__name__)


def _styles_written_in() -> str:
    """Name the styles of the pages that stand alone, each by its digest, as a policy lists them."""
    pages = (Path(__file__).parent / "templates" / name for name in ("500.html", "503.html"))
    blocks = {block for page in pages for block in re.findall(r"<style>(.*?)</style>", page.read_text("utf-8"), re.S)}
    digests = sorted(base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' {_styles_written_in()}; img-src 'self' data:; "
    "font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""For a browser: scripts, styles, letters and requests of this host alone; written into a page is only the style of
the two pages that must stand without any other file."""


class OwnHostOnly:
    """Tells the browser to load nothing from another host: pages work offline and tell nobody of a look."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the policy."""
        answer = self.get_response(request)
        answer.headers.setdefault("Content-Security-Policy", POLICY)
        return answer


_TEXTS = ("text/", "application/json", "image/svg+xml")


class Compressed(GZipMiddleware):
    """Sends texts compressed: a list of fifty cases is a tenth as large. Files of people and papers go as they are.

    Random bytes in the head of each answer hide how well it was compressed, so that its length tells no secret
    of the page (the attack called BREACH); Django adds them.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress an answer that is a text, where the browser takes it so."""
        if response.streaming or not response.get("Content-Type", "").startswith(_TEXTS):
            return response
        return super().process_response(request, response)


class DatabaseAway:
    """Turns what a view lost its database by, or found no space by, into a sentence; `errors.broken` does the rest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view, none where it is a fault of the program."""
        return no_fault_of_ours(request, exception)


LARGEST_BODY = 5 * 1_048_576
"""Bytes of a request, unless its address takes more."""
_INTAKE = "/work/intake/"
_MANY = "/work/intake/many/"
_LARGEST_INTAKE = LARGEST_TOGETHER + 1_048_576  # the files of one appeal, and the form around them
_CAPPED_BY_VIEW = frozenset({"/api/v1/appeals", "/api/v1/attachments"})
"""They ask who calls and how long the body is before they read it; nothing checks CSRF there."""


_BRING_FILES = (brings_files, brings_materials, step_files.brings_files)


class WithinSize:
    """Refuses a body that is too large before anything reads it: files of a form would be written to the disk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or 413. A signed-out visitor's large intake is asked to sign in, as a small one is.

        Files of a draft on the portal are read where the browser holds the draft, those for an appeal where it follows
        one, those of a step from somebody signed in.
        """
        said = str(request.META.get("CONTENT_LENGTH") or "")
        if not said and request.META.get("HTTP_TRANSFER_ENCODING"):
            return too_large(request, NO_LENGTH)
        length = int(said) if said.isascii() and said.isdigit() else 0  # Django reads no byte of an unreadable length
        if length <= LARGEST_BODY or request.path_info in _CAPPED_BY_VIEW:
            return self.get_response(request)
        if length > _LARGEST_INTAKE:
            return too_large(request)
        try:
            intake = request.path_info == _INTAKE or request.path_info.startswith(_MANY)
            expected = not intake and any(brings(request) for brings in _BRING_FILES)
            known = expected or request.user.is_authenticated
        except (OperationalError, InterfaceError):
            return database_away(request)
        if not intake and not expected:
            return too_large(request)
        return self.get_response(request) if known else redirect_to_login(request.path_info)


_KEPT_AT = "kept_at"
_KEEP_AGAIN = 3600


class KeepsSession:
    """Begins the hours of a session anew while somebody signed in works: at most once an hour.

    Saving at every request would write a row for each page, and two requests at once would undo each other's changes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; a session that the answer did not need is not read for this."""
        answer = self.get_response(request)
        session = request.session
        if answer.status_code < 500 and session.accessed and SESSION_KEY in session:
            now = int(clock.now().timestamp())
            if not 0 <= now - session.get(_KEPT_AT, 0) < _KEEP_AGAIN:
                session[_KEPT_AT] = now
        return answer
