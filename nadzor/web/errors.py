"""What is said when a request cannot be served: pages for people, the one shape of errors for programs (api.md)."""

import errno
import logging
import sys

from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views import defaults

from nadzor.api.reading import TOO_LARGE
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.workplace.sent_again import is_from_here, sent_with
from nadzor.workplace.sent_words import shown

log = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = 5
# whether a step that was on its way is kept cannot be told: the answer of the database was lost
DATABASE_AWAY = Phrase(
    "Деректер базасы қазір қолжетімсіз. Бірнеше секундтан кейін қайталаңыз: қадам не толық сақталды, не жасалмады.",
    "База данных сейчас недоступна. Повторите через несколько секунд: шаг либо сохранён целиком, либо не сделан.",
    "The database is away. Try again in a few seconds: a step is kept whole or not made at all.",
)
NO_SPACE = Phrase(
    "Серверде бос орын қалмаған. Ештеңе өзгерген жоқ, тіркелгеннің бәрі сақталған. Әкімшіге хабарлаңыз.",
    "На сервере не осталось места. Ничего не изменилось, всё зарегистрированное сохранено. Сообщите администратору.",
    "The server has no space left. Nothing was changed, all that was registered is kept. Tell the administrator.",
)
BROKEN = Phrase(
    "Бағдарлама қатесі. Ештеңе өзгерген жоқ; әкімшіге хабарланды. Біраздан кейін қайталаңыз.",
    "Ошибка программы. Ничего не изменилось; администратору сообщено. Повторите позже.",
    "A fault of the program. Nothing was changed; the administrator has been told. Try again later.",
)
NO_LENGTH = Phrase(
    "Дененің ұзындығын айтыңыз (Content-Length): бөліктеп жіберілген дене қабылданбайды.",
    "Укажите длину тела (Content-Length): тело, посланное частями (chunked), не принимается.",
    "Tell the length of the body (Content-Length): a chunked body is not taken.",
)
UNREADABLE = Phrase(
    "Сұрау қабылданбады: хост атауын, тақырыптарды және денесін тексеріңіз.",
    "Запрос не принят: проверьте имя хоста, заголовки и тело.",
    "The request is not taken: check the name of the host, the headers and the body.",
)
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_SPACE_STATE = "53100"  # disk_full
_LOST = ("08", "57P", "53300", "40001", "40P01")
"""How the states begin that the next try may not meet: a connection that broke or was refused, a server that goes down,
two steps that crossed too often. A program limit (54000) is no lost database: it would fail each time."""
_WORKPLACE = "/work/"
_OF_PASSWORDS = frozenset({"/work/sign-in/", "/work/password/"})
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
    """The page's token is stale: what was typed is shown to be copied, the page is asked to be opened anew.

    Only where the browser says that a page of ours sent it, and with no button: another site must put no words here.
    """
    kept = request.path_info.startswith(_WORKPLACE) and request.path_info not in _OF_PASSWORDS and is_from_here(request)
    return render(request, "403_csrf.html", {"typed": shown(sent_with(request)) if kept else []}, status=403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that Django refuses before any view: a name of the host that is not ours, too many fields."""
    if _for_a_program(request):
        return as_json(400, "unreadable", UNREADABLE)
    return defaults.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """No such address, or nothing there for who asks."""
    if _for_a_program(request):
        return as_json(404, "not_found", UNKNOWN_ADDRESS)
    return render(request, "404.html", status=404)


def no_fault_of_ours(request: HttpRequest, exception: BaseException | None) -> HttpResponse | None:
    """Answer where the database is lost, the disk full or what was sent cannot be stored; none for anything else."""
    full = isinstance(exception, OSError) and exception.errno in _NO_SPACE
    state = getattr(getattr(exception, "__cause__", None), "sqlstate", None)
    if full or state == _NO_SPACE_STATE:
        log.error("no_space", extra={"fault": type(exception).__name__})
        return no_space(request)
    if isinstance(exception, DataError):  # an unseen NUL, too large a number
        log.warning("unstorable", extra={"fault": type(exception).__name__})
        return unreadable(request, exception)
    if isinstance(exception, OperationalError | InterfaceError) and (state is None or state.startswith(_LOST)):
        log.error("database_away", extra={"fault": type(exception).__name__})
        return database_away(request)
    return None


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program; Django has written it to the log. What middleware raises comes here too."""
    told = no_fault_of_ours(request, sys.exception())
    if told is not None:
        return told
    if _for_a_program(request):
        return as_json(500, "broken", BROKEN)
    return render(request, "500.html", status=500)


def too_large(request: HttpRequest, said: Phrase = TOO_LARGE) -> HttpResponse:
    """More than this address takes, or nobody knows how much; nothing of it was read."""
    if _for_a_program(request):
        return as_json(413, "too_large", said)
    return render(request, "413.html", status=413)


def database_away(request: HttpRequest) -> HttpResponse:
    """The database does not answer. The page needs none."""
    return _for_now(request, "database_away", DATABASE_AWAY)


def no_space(request: HttpRequest) -> HttpResponse:
    """The disk of the database or of the files is full."""
    return _for_now(request, "no_space", NO_SPACE)


def _for_now(request: HttpRequest, code: str, message: Phrase) -> HttpResponse:
    to_program = _for_a_program(request)
    answer = as_json(503, code, message) if to_program else render(request, "503.html", status=503)
    answer["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return answer
