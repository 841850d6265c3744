"""Whether the house stands: alive, ready, and a few numbers for Prometheus."""

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.api.errors import answer, refused
from nadzor.casework.delivery import Delivery, MailServer, Outcome
from nadzor.casework.models import Notice, Register, Tally
from nadzor.law.words import Phrase

log = logging.getLogger(__name__)
_ZONE = "Asia/Almaty"
_NOT_READY = Phrase(
    "Бағдарлама әлі дайын емес: бір бөлігі жауап бермейді. Бірнеше секундтан кейін қайталаңыз.",
    "Программа не готова: одна из частей не отвечает. Повторите через несколько секунд.",
    "The program is not ready: a part of it does not answer. Try again in a few seconds.",
)
_AWAY: dict[str, Phrase] = {
    "database": Phrase("Деректер базасы жауап бермейді.", "База данных не отвечает.", "The database does not answer."),
    "queue": Phrase("Тапсырмалар кезегі оқылмайды.", "Очередь заданий не читается.", "The queue cannot be read."),
    "storage": Phrase(
        "Файл қоймасына жазылмайды.", "В хранилище файлов нельзя писать.", "The storage of files cannot be written."
    ),
}
_JOBS = "SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status ORDER BY status"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Alive: the process answers. Asks nothing else."""
    return answer({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Ready: the database answers, the queue can be read, the storage can be written. Else 503 and what is amiss."""
    parts = {"database": _holds(_database), "queue": _holds(_queue), "storage": _holds(_storage)}
    away = {name: _AWAY[name] for name, holds in parts.items() if not holds}
    if not away:
        return answer({"status": "ok", **dict.fromkeys(parts, "ok")})
    response = refused(503, "not_ready" if parts["database"] else "database_away", _NOT_READY, fields=away)
    response["Retry-After"] = "5"
    return response


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """A few counters in the text format of Prometheus, for the addresses that the settings name; 404 for others."""
    if address_of(request) not in settings.METRICS_FROM:
        return HttpResponseNotFound()
    return HttpResponse("".join(_lines()), content_type="text/plain; version=0.0.4; charset=utf-8")


def _holds(check: Callable[[], None]) -> bool:
    try:
        check()
    except (DatabaseError, InterfaceError, OSError) as error:
        log.warning("not_ready", extra={"check": check.__name__, "fault": type(error).__name__})
        return False
    return True


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _queue() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM procrastinate_jobs LIMIT 1")


def _storage() -> None:
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=root) as file:
        file.write(b"ready")
        file.flush()


def _lines() -> list[str]:
    opened = Tally.objects.values_list("procedure").annotate(total=Sum("count")).order_by("procedure")
    late = Tally.objects.filter(due_day__lt=clock.today(_ZONE))
    overdue = late.values_list("procedure").annotate(total=Sum("count")).order_by("procedure")
    with connection.cursor() as cursor:
        cursor.execute(_JOBS)
        jobs = cursor.fetchall()
    entries = Register.objects.aggregate(total=Sum("last_seq"))["total"] or 0
    waiting = Notice.objects.filter(delivered_at__isnull=True).count()
    letters = Delivery.objects.filter(way="email", outcome__in=(Outcome.WAITING, Outcome.SENDING)).count()
    tasks = Notice.objects.filter(failed_at__isnull=False).count()
    away = MailServer.objects.filter(away_since__isnull=False).count()
    return [
        *_family("nadzor_proceedings_open", "gauge", "Open proceedings.", "procedure", list(opened)),
        *_family("nadzor_proceedings_overdue", "gauge", "Open ones whose term has passed.", "procedure", list(overdue)),
        *_family("nadzor_jobs", "gauge", "Jobs of the queue.", "status", jobs),
        *_family("nadzor_entries_total", "counter", "Entries of all journals.", "", [("", entries)]),
        *_family("nadzor_notices_waiting", "gauge", "Notices not delivered yet.", "", [("", waiting)]),
        *_family("nadzor_emails_waiting", "gauge", "E-mails that wait for the mail server.", "", [("", letters)]),
        *_family("nadzor_notices_undelivered", "gauge", "Notices that need another way.", "", [("", tasks)]),
        *_family("nadzor_mail_server_away", "gauge", "1 while the mail server takes nothing.", "", [("", away)]),
    ]


def _family(name: str, kind: str, told: str, label: str, rows: list[tuple[str, int]]) -> list[str]:
    head = [f"# HELP {name} {told}\n", f"# TYPE {name} {kind}\n"]
    return [*head, *(f'{name}{{{label}="{each}"}} {value}\n' if label else f"{name} {value}\n" for each, value in rows)]
