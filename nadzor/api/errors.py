"""The one shape of errors (api.md): a stable code, a sentence for a person, the points, the fields."""

import logging
from collections.abc import Mapping
from typing import Any

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from nadzor.casework.refusals import INVALID, NOT_FOUND, Refusal
from nadzor.law.words import LANGUAGES, Lang, Phrase

log = logging.getLogger(__name__)
STATUS = {
    "no_right": 403,
    "not_found": 404,
    "wrong_state": 409,
    "forbidden_by_law": 409,
    "taken": 409,
    "changed_meanwhile": 409,
    "key_reused": 409,
    "too_large": 413,
    "invalid": 422,
}
NO_TOKEN = Phrase(
    "Белгі (токен) жоқ, қате немесе қайтарып алынған. «Authorization: Bearer …» тақырыбын жіберіңіз.",
    "Нет токена, он неверен или отозван. Пришлите заголовок «Authorization: Bearer …».",
    "There is no token, or it is wrong or revoked. Send the header “Authorization: Bearer …”.",
)
UNREADABLE = Phrase(
    "Сұрау оқылмайды: денесі UTF-8 кодындағы JSON болуы керек.",
    "Запрос не читается: тело должно быть JSON в UTF-8.",
    "The request cannot be read: its body must be JSON in UTF-8.",
)
WRONG_METHOD = Phrase(
    "Бұл мекенжай мұндай әдісті қабылдамайды. Рұқсат етілгені: {allowed}.",
    "Этот адрес не принимает такой метод. Можно: {allowed}.",
    "This address does not take this method. It takes: {allowed}.",
)
_DOES_NOT_FIT = Phrase("Мән дұрыс емес, тексеріңіз.", "Значение не подходит, проверьте.", "It does not fit, check it.")


class ApiError(Exception):
    """An error of the interface itself, with its status. `retry_after`: seconds."""

    def __init__(  # the parts of the one shape
        self,
        status: int,
        code: str,
        message: Phrase,
        *cites: str,
        fields: Mapping[str, Phrase] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.cites = status, code, message, cites
        self.fields = dict(fields or {})
        self.retry_after = retry_after


def unfit(field: str, message: Phrase = _DOES_NOT_FIT) -> ApiError:
    """Return the refusal of one value: 422 `invalid`."""
    return ApiError(422, "invalid", INVALID, fields={field: message})


def language() -> Lang:
    """Return the language that the client asked for: Accept-Language, else Russian."""
    chosen = (get_language() or "ru")[:2]
    return next((lang for lang in LANGUAGES if lang == chosen), "ru")


def answer(data: Any, status: int = 200) -> JsonResponse:  # whatever JSON holds
    """Return an answer as JSON in UTF-8."""
    return JsonResponse(data, status=status, safe=False, json_dumps_params={"ensure_ascii": False})


def refused(
    status: int, code: str, message: Phrase, cites: Any = (), fields: Mapping[str, Phrase] | None = None
) -> JsonResponse:
    """Return an error in its one shape."""
    lang = language()
    said = {name: text.into(lang) for name, text in (fields or {}).items()}
    return answer(
        {"error": {"code": code, "message": message.into(lang), "cites": list(cites), "fields": said}}, status
    )


def install(api: NinjaAPI) -> None:
    """Let every error of an interface take the one shape. A fault of the program goes on to Django."""
    handlers: dict[type[Exception], Any] = {
        Refusal: _of_kernel,
        ApiError: _of_interface,
        AuthenticationError: _no_token,
        HttpError: lambda _request, error: refused(error.status_code, "unreadable", UNREADABLE),
        Http404: lambda _request, _error: refused(404, "not_found", NOT_FOUND),
        ValidationError: _of_parameters,
        DataError: _of_database,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _of_kernel(request: HttpRequest, error: Refusal) -> HttpResponse:  # noqa: ARG001  # ninja's signature
    return refused(STATUS.get(error.code, 409), error.code, error.message, error.cites, error.fields)


def _of_interface(request: HttpRequest, error: ApiError) -> HttpResponse:  # noqa: ARG001
    said = refused(error.status, error.code, error.message, error.cites, error.fields)
    if error.retry_after is not None:
        said["Retry-After"] = str(error.retry_after)
    return said


def _no_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001
    said = refused(401, "no_token", NO_TOKEN)
    said["WWW-Authenticate"] = "Bearer"
    return said


def _of_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    fields = {str(each["loc"][-1]): _DOES_NOT_FIT for each in error.errors}
    return refused(422, "invalid", INVALID, fields=fields)


def _of_database(request: HttpRequest, error: DataError) -> HttpResponse:
    """A number too large, a character that no text of a database may hold: what was given does not fit."""
    log.warning("value_refused_by_database", extra={"path": request.path, "fault": str(error.__cause__)})
    return refused(422, "invalid", INVALID)
