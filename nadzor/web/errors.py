"""What is said when a request cannot be served: pages for people, the one shape of errors for programs (api.md)."""

import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from nadzor.law.words import LANGUAGES, Lang, Phrase

log = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = 5
DATABASE_AWAY = Phrase(
    "Деректер базасы қазір қолжетімсіз. Ештеңе өзгерген жоқ; бірнеше секундтан кейін қайталаңыз.",
    "База данных сейчас недоступна. Ничего не изменилось; повторите через несколько секунд.",
    "The database is away. Nothing was changed; try again in a few seconds.",
)
BROKEN = Phrase(
    "Бағдарлама қатесі. Ештеңе өзгерген жоқ; әкімшіге хабарланды. Біраздан кейін қайталаңыз.",
    "Ошибка программы. Ничего не изменилось; администратору сообщено. Повторите позже.",
    "A fault of the program. Nothing was changed; the administrator has been told. Try again later.",
)
UNKNOWN_ADDRESS = Phrase(
    "Мұндай мекенжай жоқ. Мекенжайды тексеріңіз.", "Такого адреса нет. Проверьте его.", "No such address. Check it."
)


def language() -> Lang:
    """Return the language of the answer."""
    chosen = (get_language() or "ru")[:2]
    return next((lang for lang in LANGUAGES if lang == chosen), "ru")


def _for_a_program(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def as_json(status: int, code: str, message: Phrase, **fields: str) -> JsonResponse:
    """Return an error in the shape of the API."""
    said = {"code": code, "message": message.into(language()), "cites": [], "fields": fields}
    return JsonResponse({"error": said}, status=status, json_dumps_params={"ensure_ascii": False})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django's signature
    """The page's token is stale: nothing is lost, the page is asked to be opened anew."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """No such address, or nothing there for who asks."""
    if _for_a_program(request):
        return as_json(404, "not_found", UNKNOWN_ADDRESS)
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program; Django has written it to the log."""
    if _for_a_program(request):
        return as_json(500, "broken", BROKEN)
    return render(request, "500.html", status=500)


def database_away(request: HttpRequest) -> HttpResponse:
    """The database does not answer. The page needs none."""
    if _for_a_program(request):
        answer: HttpResponse = as_json(503, "database_away", DATABASE_AWAY)
    else:
        answer = render(request, "503.html", status=503)
    answer["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return answer
