"""What a browser sent, made safe to use: texts without what cannot be seen, the key of a form, what is confirmed."""

from django.http import HttpRequest, QueryDict

from nadzor.casework.forms import clean
from nadzor.law.o29.bans import QUESTIONS

_LONGEST_KEY = 200  # what a row of keys takes; those of our pages have 32


def key_in(posted: QueryDict) -> str:
    """Return the key that a form was sent with, empty where it has none."""
    return posted.get("key", "")[:_LONGEST_KEY]


def confirmed_in(posted: QueryDict) -> list[str]:
    """Return the questions of point 61 that were ticked, never more than there are."""
    return [str(name) for name in posted.getlist("vouched")[: len(QUESTIONS)]]


def cleaned(said: QueryDict) -> QueryDict:
    """Return what was sent with every text cleaned as the forms of steps clean theirs (no NUL, composed letters)."""
    found = QueryDict(mutable=True)
    for name, values in said.lists():
        found.setlist(str(clean(name)), [str(clean(value)) for value in values])
    found._mutable = False  # noqa: SLF001  # as Django closes the one it reads itself
    return found


def clean_texts(request: HttpRequest) -> None:
    """Clean what a request asks and posts, before its view reads it."""
    request.GET = cleaned(request.GET)  # type: ignore[assignment]
    if request.method == "POST":
        request.POST = cleaned(request.POST)  # type: ignore[assignment]
