"""What was typed into a form whose sending came too late, so that it is not lost: after the session, after the page.

A session that has ended: the sign-in form carries the fields on, and afterwards a page shows them with one button that
sends them where they were meant to go. A stale page: the fields are shown to be copied, and nothing is sent from there,
since nobody can tell whose page it was.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from nadzor.casework.forms import clean
from nadzor.law.words import Phrase

MOST_FIELDS = 300
LONGEST = 500_000  # letters: a text and demands of the greatest length, and the fields around them
_SECRET = frozenset({"csrfmiddlewaretoken", "username", "code", "key_answer"})
WHY_SIGN_IN = Phrase(
    "Сеанс аяқталды, бірақ жазғаныңыз сақталды. Кіріңіз, сонда оны бір батырмамен қайта жібере аласыз.",
    "Сеанс завершён, но введённое сохранено. Войдите, и его можно будет отправить одной кнопкой.",
    "The session has ended, but what you entered is kept. Sign in, and one button sends it again.",
)
FILES_AGAIN = Phrase(
    "Файлдар сақталмады: оларды қайта таңдау керек.",
    "Файлы не сохранились: их надо выбрать снова.",
    "The files were not kept: they have to be chosen again.",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Fields of a form, in order. `files`: files came with it; those are not kept."""

    fields: tuple[tuple[str, str], ...]
    files: bool

    def __bool__(self) -> bool:
        """Whether anything was kept."""
        return bool(self.fields)

    def packed(self) -> str:
        """Return it as one hidden field carries it."""
        return json.dumps({"fields": self.fields, "files": self.files}, ensure_ascii=False) if self else ""


NOTHING = Sent((), files=False)


def sent_with(request: HttpRequest) -> Sent:
    """Return what a request posted, without secrets; nothing where it is more than a form of ours holds."""
    posted: MultiValueDict[str, str] = request.POST
    fields = [(name, value) for name, values in posted.lists() for value in values]
    return _within(fields, files=bool(request.FILES))


def unpacked(text: str) -> Sent:
    """Return what `packed` gave; nothing for anything else."""
    try:
        told = json.loads(text)
        fields = [(name, value) for name, value in told["fields"]]
        files = told["files"] is True
    except (ValueError, TypeError, KeyError, RecursionError):
        return NOTHING
    if not all(isinstance(part, str) for pair in fields for part in pair):
        return NOTHING
    return _within(fields, files=files)


def _within(fields: Iterable[tuple[str, str]], *, files: bool) -> Sent:
    # In rows of fields ("arguments.facts") the empty ones keep the others in their places.
    kept = tuple(
        (str(clean(name)), str(clean(value)))
        for name, value in fields
        if name not in _SECRET and "password" not in name and (value or "." in name)
    )
    if len(kept) > MOST_FIELDS or sum(len(name) + len(value) for name, value in kept) > LONGEST:
        return NOTHING
    return Sent(kept, files)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of ours sent this, and not a page of somebody else."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    came = request.headers.get("Origin") or request.headers.get("Referer") or ""
    parts = urlsplit(came)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
