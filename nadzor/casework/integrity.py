"""Questions that must have no answer: an open child of a closed case, a term that runs on, a file without bytes.

Each fault says where it is and how to cure it. Rooms add their own questions with `asks`.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from nadzor import clock
from nadzor.casework.files import path_of
from nadzor.casework.models import Assignment, Entry, Notice, Proceeding, StoredFile, Tally, Term
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be. `where`: the case, file or cell; `what` and `cure` are sentences."""

    check: str
    where: str
    what: Phrase
    cure: Phrase


Check = Callable[[], Iterable[Fault]]
CHECKS: list[Check] = []


def asks(check: Check) -> Check:
    """Add a question to those of the house."""
    if check not in CHECKS:
        CHECKS.append(check)
    return check


def faults() -> Iterator[Fault]:
    """Ask everything."""
    for check in CHECKS:
        yield from check()


def unknown_states() -> list[tuple[str, str]]:
    """The (procedure, state) pairs of the database that no table knows or maps."""
    held = Proceeding.objects.order_by("procedure", "state").values_list("procedure", "state").distinct()
    return [(name, state) for name, state in held if not _known(name, state)]


def _known(name: str, state: str) -> bool:
    procedure = PROCEDURES.get(name)
    return procedure is not None and (state in procedure.state_of or state in procedure.mapped)


_PROCEEDINGS, _TERMS, _ASSIGNMENTS, _TALLY, _ENTRIES = (
    model._meta.db_table  # noqa: SLF001
    for model in (Proceeding, Term, Assignment, Tally, Entry)
)
_NEVER = "DATE '9999-12-31'"
_SOONEST = (
    f"SELECT coalesce(min(t.due_day), {_NEVER}) FROM {_TERMS} AS t "  # noqa: S608
    "WHERE t.proceeding_id = p.id AND t.state = 'running'"
)
_TRUTH = (
    "SELECT body_id, coalesce(unit_id, 0) AS unit_key, procedure, next_due AS due_day, count(*)::int AS count "  # noqa: S608
    f"FROM {_PROCEEDINGS} WHERE open GROUP BY 1, 2, 3, 4"
)
_BY_STEP = Phrase(
    "Істі ашып, тиісті қадамды жасаңыз; журналдан не болғанын қараңыз.",
    "Откройте дело и сделайте недостающий шаг; что произошло, видно в журнале дела.",
    "Open the case and make the missing step; the case's journal shows what happened.",
)
_MEND = Phrase(
    "«nadzor check --mend» командасы қайта есептейді.",
    "Команда «nadzor check --mend» пересчитает.",
    "The command “nadzor check --mend” counts it anew.",
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question in SQL: its first column says where; the rest fill the sentence."""

    name: str
    sql: str
    what: Phrase
    cure: Phrase

    def __call__(self) -> Iterator[Fault]:
        for where, *rest in _rows(self.sql):
            yield Fault(self.name, str(where), Phrase(*(text.format(*rest) for text in self.what)), self.cure)


def _rows(sql: str, *params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return list(cursor.fetchall())


_QUESTIONS = (
    _Asked(
        "running_term",
        f"SELECT p.number, t.clock FROM {_TERMS} AS t JOIN {_PROCEEDINGS} AS p ON p.id = t.proceeding_id "  # noqa: S608
        "WHERE t.state = 'running' AND NOT p.open ORDER BY t.id",
        Phrase(
            "жабық істе мерзім жүріп тұр: {0}", "в закрытом деле идёт срок: {0}", "a term runs in a closed case: {0}"
        ),
        _BY_STEP,
    ),
    _Asked(
        "next_due",
        f"SELECT p.number, p.next_due, ({_SOONEST}) FROM {_PROCEEDINGS} AS p "  # noqa: S608
        f"WHERE p.next_due <> ({_SOONEST}) ORDER BY p.id",
        Phrase(
            "ең жақын күн {0} деп тұр, ал мерзімдер бойынша {1}",
            "ближайший день указан {0}, а по срокам {1}",
            "the next day says {0}, its terms say {1}",
        ),
        _MEND,
    ),
    _Asked(
        "tally",
        "SELECT concat_ws('/', b.code, coalesce(f.unit_key, h.unit_key), coalesce(f.procedure, h.procedure), "  # noqa: S608
        "coalesce(f.due_day, h.due_day)), coalesce(h.count, 0), coalesce(f.count, 0) "
        f"FROM ({_TRUTH}) AS f FULL JOIN (SELECT * FROM {_TALLY} WHERE count <> 0) AS h "
        "ON (f.body_id, f.unit_key, f.procedure, f.due_day) = (h.body_id, h.unit_key, h.procedure, h.due_day) "
        "JOIN organs_body AS b ON b.id = coalesce(f.body_id, h.body_id) "
        "WHERE coalesce(f.count, 0) <> coalesce(h.count, 0) ORDER BY 1",
        Phrase("санақта {0}, шынында {1}", "в счёте {0}, на деле {1}", "the tally says {0}, there are {1}"),
        _MEND,
    ),
    _Asked(
        "executor",
        f"SELECT p.number FROM {_PROCEEDINGS} AS p WHERE p.executor_id IS NOT NULL AND p.open AND NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM {_ASSIGNMENTS} AS a WHERE a.proceeding_id = p.id AND a.person_id = p.executor_id "
        "AND a.role = 'executor' AND a.until IS NULL) ORDER BY p.id",
        Phrase("орындаушының тағайындалуы жоқ", "исполнитель назван, но не назначен", "the executor has no assignment"),
        Phrase(
            "Істі қайта тағайындаңыз («reassign» қадамы).",
            "Передайте дело заново (шаг «reassign»).",
            "Assign the case anew (the step “reassign”).",
        ),
    ),
)
_JOURNAL = _Asked(
    "journal",
    f"SELECT p.number, e.to_state, e.proceeding_version FROM {_PROCEEDINGS} AS p LEFT JOIN LATERAL (SELECT to_state, "  # noqa: S608
    f"proceeding_version FROM {_ENTRIES} WHERE proceeding_id = p.id ORDER BY proceeding_version DESC LIMIT 1) AS e "
    "ON true WHERE (e.to_state, e.proceeding_version) IS DISTINCT FROM (p.state, p.version) ORDER BY p.id",
    Phrase(
        "журнал бойынша күйі {0}, нұсқасы {1}; істе басқаша",
        "по журналу состояние {0}, версия {1}; в деле иначе",
        "the journal says state {0}, version {1}; the case says otherwise",
    ),
    Phrase(
        "Істі сақтық көшірмеден салыстырып, қауіпсіздік қызметіне хабарлаңыз.",
        "Сверьте дело с резервной копией и сообщите службе безопасности.",
        "Compare the case with a backup and tell the security officer.",
    ),
)
CHECKS.extend((*_QUESTIONS, _JOURNAL))
_ORPHANS = (
    f"SELECT c.number, p.number FROM {_PROCEEDINGS} AS c JOIN {_PROCEEDINGS} AS p ON p.id = c.parent_id "  # noqa: S608
    "WHERE c.open AND NOT p.open AND c.procedure <> ALL(%s) ORDER BY c.id"
)
_PARENT_CLOSED = Phrase(
    "негізгі іс {0} жабық, бұл ашық", "главное дело {0} закрыто, это открыто", "its parent {0} is closed"
)


@asks
def _open_children() -> Iterator[Fault]:
    lasting = [name for name, procedure in PROCEDURES.items() if procedure.lasts]
    for number, parent in _rows(_ORPHANS, lasting):
        told = Phrase(*(text.format(parent) for text in _PARENT_CLOSED))
        yield Fault("open_child", number, told, _BY_STEP)


@asks
def _states() -> Iterator[Fault]:
    for name, state in unknown_states():
        yield Fault(
            "state",
            f"{name}/{state}",
            Phrase("бұл күйді кесте білмейді", "такого состояния нет в таблице", "no table knows this state"),
            Phrase(
                "Мәліметтерді жазған бағдарлама нұсқасын орнатыңыз немесе күйді «mapped» ішінде атаңыз.",
                "Поставьте версию программы, которая писала данные, или назовите состояние в «mapped» таблицы.",
                "Install the version that wrote the data, or name the state in “mapped” of the table.",
            ),
        )


@asks
def _files() -> Iterator[Fault]:
    for digest, name in StoredFile.objects.order_by("sha256", "pk").distinct("sha256").values_list("sha256", "name"):
        what = _wrong_with(path_of(digest), digest)
        if what is not None:
            yield Fault(
                "file",
                f"{name} ({digest})",
                what,
                Phrase(
                    "Файлды сақтық көшірмеден қайтарыңыз («nadzor restore»).",
                    "Верните файл из резервной копии («nadzor restore» в пустую папку, затем скопируйте его).",
                    "Bring the file back from a backup (“nadzor restore” into an empty folder, then copy it).",
                ),
            )


def _wrong_with(path: Path, digest: str) -> Phrase | None:
    try:
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return Phrase("файл жоқ немесе оқылмайды", "файла нет или он не читается", "the file is missing or unreadable")
    return None if same else Phrase("файл өзгертілген", "файл изменён", "the file was changed")


@asks
def _notices() -> Iterator[Fault]:
    before = clock.now() - dt.timedelta(days=1)
    late = Notice.objects.filter(delivered_at__isnull=True, made_at__lt=before).select_related("proceeding")
    for row in late.order_by("pk"):
        yield Fault(
            "notice",
            f"{row.proceeding.number}/{row.template}",
            Phrase(
                "хабарлама бір тәуліктен бері жеткізілмеген",
                "уведомление не доставлено больше суток",
                "a notice has waited for more than a day",
            ),
            Phrase(
                "«nadzor worker» жұмыс істеп тұрғанын тексеріңіз.",
                "Проверьте, работает ли «nadzor worker».",
                "Check that “nadzor worker” runs.",
            ),
        )


def mend() -> None:
    """Count anew what is only derived: the next due day of each case, the tally."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {_PROCEEDINGS}, {_TALLY} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(f"UPDATE {_PROCEEDINGS} AS p SET next_due = ({_SOONEST}) WHERE p.next_due <> ({_SOONEST})")  # noqa: S608
        cursor.execute(f"DELETE FROM {_TALLY}")  # noqa: S608
        cursor.execute(f"INSERT INTO {_TALLY} (body_id, unit_key, procedure, due_day, count) {_TRUTH}")
