"""What came in: bodies, keys, versions and addresses, checked before anything is done with them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from nadzor.api.errors import UNREADABLE, ApiError, unfit
from nadzor.casework.refusals import NOT_FOUND
from nadzor.law.ask import finite, refuse_constant
from nadzor.law.words import Phrase

LONGEST_KEY = 200
DEEPEST = 50
_KEY = re.compile(r"[\x20-\x7e]{1,200}")
_NUMBER = re.compile(r"[\w.\-]{1,60}")
_VERSION = re.compile(r'(?:W/)?"?([0-9]{1,9})"?')
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
TOO_LARGE = Phrase(
    "Сұрау тым үлкен. Үлкен файлды бөлек жүктеңіз: POST /api/v1/attachments.",
    "Запрос слишком велик. Большой файл загрузите отдельно: POST /api/v1/attachments.",
    "The request is too large. Upload a large file apart: POST /api/v1/attachments.",
)
_NOT_AN_OBJECT = Phrase(
    "Сұраудың денесі JSON нысаны болуы керек.",
    "Тело запроса должно быть объектом JSON.",
    "The body must be a JSON object.",
)
_KEY_SHAPE = Phrase(
    "Кілт – 1-ден 200-ге дейін латын таңбасы.",
    "Ключ – от 1 до 200 латинских знаков.",
    "The key is 1 to 200 ASCII characters.",
)
_VERSION_SHAPE = Phrase(
    "Нұсқаның нөмірін беріңіз: «If-Match: 3».",
    "Дайте номер версии: «If-Match: 3».",
    "Give the number of the version: “If-Match: 3”.",
)
_UNKEPT_LETTERS = Phrase(
    "Мәтінде сақтауға болмайтын таңба бар (нөл немесе жұптың жартысы).",
    "В тексте есть знак, который нельзя хранить (нулевой или половина пары).",
    "The text has a character that cannot be kept (a null or half of a pair).",
)


def length_of(request: HttpRequest) -> int:
    """Return the length of the body in bytes, as the request says it."""
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isascii() and said.isdigit() else 0


def json_of(request: HttpRequest, most: int | None = None) -> Any:  # whatever JSON holds
    """Read the body. Raises ApiError 400 for what is no JSON, 413 for too much, 422 for letters that cannot be kept.

    `most`: how many bytes are taken (default: as many as of any request, DATA_UPLOAD_MAX_MEMORY_SIZE).
    """
    if most is not None and length_of(request) > most:
        raise ApiError(413, "too_large", TOO_LARGE)
    try:
        body = request.body if most is None else request.read()
        said = json.loads(body.decode("utf-8-sig"), parse_constant=refuse_constant, parse_float=finite)
    except RequestDataTooBig:
        raise ApiError(413, "too_large", TOO_LARGE) from None
    except (ValueError, RecursionError, UnreadablePostError):
        raise ApiError(400, "unreadable", UNREADABLE) from None
    for place in _unkept(said, ()):
        raise unfit(".".join(place) or "form", _UNKEPT_LETTERS)
    return said


def object_of(request: HttpRequest, most: int | None = None) -> dict[str, Any]:
    """Read the body as a JSON object; an empty body is an empty one. Raises ApiError as `json_of`, 422 for a list."""
    if request.META.get("CONTENT_LENGTH") in {None, "", "0"}:
        return {}
    said = json_of(request, most)
    if not isinstance(said, dict):
        raise unfit("form", _NOT_AN_OBJECT)
    return said


def key_of(request: HttpRequest) -> str | None:
    """Return the idempotency key, none where there is none. Raises ApiError 422 for one that is too long."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not _KEY.fullmatch(key):
        raise unfit("Idempotency-Key", _KEY_SHAPE)
    return key


def version_of(request: HttpRequest) -> int | None:
    """Return the version of If-Match, none where any is meant. Raises ApiError 422 for what is no version."""
    said = request.headers.get("If-Match")
    if said is None or said.strip() == "*":
        return None
    match = _VERSION.fullmatch(said.strip())
    if match is None:
        raise unfit("If-Match", _VERSION_SHAPE)
    return int(match[1])


def number_of(text: str) -> str:
    """Return a number as it came. Raises ApiError 404 for what no number looks like."""
    if not _NUMBER.fullmatch(text):
        raise ApiError(404, "not_found", NOT_FOUND)
    return text


def _unkept(said: Any, place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Places of texts that cannot be kept, or that lie too deep to be looked at."""
    if isinstance(said, str):
        if _UNKEPT.search(said):
            yield place
    elif len(place) > DEEPEST:
        yield place[:3]
    elif isinstance(said, dict):
        for name, value in said.items():
            if _UNKEPT.search(name):
                yield (*place, "?")
            yield from _unkept(value, (*place, name))
    elif isinstance(said, list):
        for at, value in enumerate(said):
            yield from _unkept(value, (*place, str(at)))
