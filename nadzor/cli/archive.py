"""One archive of everything: a dump of the database, the files, and a manifest that tells what must be inside.

A tar with `manifest.json`, `database.dump` (the custom format of pg_dump), `files/…` and `law/calendar/…` as they lie
in the data folder. Counts and heads of the manifest are read in the snapshot that is dumped. Needs Django.

Left out: the site's key with the sessions it signs, and the passwords of the database. The secrets of applications and
of recovery codes are in it, closed with that key. So who holds an archive can read everything in it and enter nowhere;
a restored house makes a key of its own: everybody signs in anew, and applications are set up anew.
"""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from psycopg.conninfo import make_conninfo
from psycopg.pq import Conninfo

from nadzor import clock
from nadzor.casework import acts, journal, yearfiles
from nadzor.casework.files import path_of
from nadzor.casework.models import Entry, Proceeding, Register, StoredFile
from nadzor.embedded.binaries import programs
from nadzor.law.words import Phrase

FORMAT = 1
_FILE = re.compile(r"files/[0-9a-f]{2}/([0-9a-f]{64})")
_YEAR = re.compile(r"law/calendar/(earlier/\d{4}-\d{4}-\d{2}-\d{2}|\d{4})\.toml")
_FAILED = Phrase("{what} орындалмады: {why}", "Не удалось: {what}: {why}", "{what} failed: {why}")
_MISSING = Phrase(
    "Файл табылмады: {why}. «nadzor check» нені түзету керегін айтады.",
    "Нет файла: {why}. Что исправить, скажет «nadzor check».",
    "A file is missing: {why}. “nadzor check” tells what to mend.",
)
_NO_FOLDER = Phrase(
    "Мұндай қалта жоқ: {why}. Алдымен оны жасаңыз.",
    "Такой папки нет: {why}. Сначала создайте её.",
    "There is no folder {why}. Make it first.",
)
_NOT_OURS = Phrase(
    "Бұл біздің сақтық көшірме емес немесе бүлінген: {why}.",
    "Это не наша резервная копия, или она повреждена: {why}.",
    "This is not one of our backups, or it is damaged: {why}.",
)
_DIFFERS = Phrase(
    "Қалпына келгені көшірмеге сәйкес емес: {why}. Бұл қалтаны пайдаланбаңыз.",
    "Восстановленное не сходится с копией: {why}. Не пользуйтесь этой папкой.",
    "What was restored differs from the backup: {why}. Do not use this folder.",
)


class ArchiveRefusal(Exception):  # noqa: N818  # a refusal with its ground
    """The archive was not written, or not restored. `phrase` says why."""

    def __init__(self, phrase: Phrase, **values: object) -> None:
        self.phrase = Phrase(*(text.format(**values) for text in phrase))
        super().__init__(self.phrase.en)


def write(target: Path) -> Path:
    """Write an archive into a folder, or as a file; return its path. It appears whole or not at all."""
    if target.is_dir():
        target = target / f"nadzor-{clock.now():%Y%m%d-%H%M%S}.tar"
    if not target.parent.is_dir():
        raise ArchiveRefusal(_NO_FOLDER, why=target.parent)
    draft = target.with_name(f"{target.name}.part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            dump = Path(folder) / "database.dump"
            manifest = _dump(dump)
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
            with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w") as archive:
                _add(archive, "manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False).encode())
                archive.add(dump, "database.dump")
                for digest in manifest["files"]:
                    archive.add(path_of(digest), f"files/{digest[:2]}/{digest}")
                for path in yearfiles.paths(settings.DATA):
                    archive.add(path, str(path.relative_to(settings.DATA)))
                archive.close()
                file.flush()
                os.fsync(file.fileno())
        draft.replace(target)
    except FileNotFoundError as error:
        draft.unlink(missing_ok=True)
        raise ArchiveRefusal(_MISSING, why=error.filename) from error
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ArchiveRefusal(_FAILED, what=target, why=error.strerror or error) from error
    return target


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mtime = len(content), int(clock.now().timestamp())
    archive.addfile(info, io.BytesIO(content))


def _dump(dump: Path) -> dict[str, Any]:
    """Dump the database and count what is in it, in one snapshot."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        files = sorted(set(StoredFile.objects.values_list("sha256", flat=True)))
        manifest = {
            "format": FORMAT,
            "made_at": clock.now().isoformat(),
            "counts": _counts(),
            "heads": _heads(),
            "files": files,
        }
        ours = ("--no-owner", "--no-privileges", "--exclude-table-data=django_session")
        _run("pg_dump", "--format=custom", *ours, f"--snapshot={snapshot}", f"--file={dump}")
    return manifest


def _counts() -> dict[str, int]:
    return {
        "entries": Entry.objects.count(),
        "proceedings": Proceeding.objects.count(),
        "files": StoredFile.objects.values("sha256").distinct().count(),
    }


def _heads() -> dict[str, list[Any]]:
    rows = Register.objects.select_related("body")
    return {journal.name_of(row): [row.last_seq, row.last_number, bytes(row.head).hex()] for row in rows}


def _address(told: dict[str, Any]) -> tuple[dict[str, str], str]:
    """Return the environment and the rest of the address by which libpq reaches the very server that Django uses.

    All that DATABASE_URL says is carried over (sslmode, sslrootcert, target_session_attrs and the rest), by libpq's own
    list. A secret that libpq takes from no variable (sslpassword) is left out: others would see it among the processes.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    rest = {}
    for option in Conninfo.get_defaults():
        name, value = option.keyword.decode(), told.get(option.keyword.decode())
        if value in {None, ""}:
            continue
        if option.envvar and name != "dbname":
            environment[option.envvar.decode()] = str(value)
        elif option.dispchar != b"*":
            rest[name] = str(value)
    return environment, make_conninfo(**rest)


def _run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on our database; the password goes by the environment, where others cannot see it."""
    environment, address = _address(connection.get_connection_params())
    command = [str(programs().root / "bin" / program), "--no-password", f"--dbname={address}", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise ArchiveRefusal(_FAILED, what=program, why=(done.stderr.strip().splitlines() or ["?"])[-1])


def read(file: Path) -> dict[str, int]:
    """Restore an archive into the empty database and folder of the settings; return its counts.

    Raises ArchiveRefusal where it is damaged or what was restored differs from what the manifest tells.
    """
    try:
        with tarfile.open(file) as archive, tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
            manifest = json.loads(_member(archive, "manifest.json").read())
            if manifest["format"] != FORMAT:
                raise ArchiveRefusal(_NOT_OURS, why=f"format {manifest['format']}")
            dump = Path(folder) / "database.dump"
            with dump.open("wb") as out:
                shutil.copyfileobj(_member(archive, "database.dump"), out)
            restored = {_restore_file(archive, member) for member in archive if member.name.startswith("files/")}
            for member in (each for each in archive if each.name.startswith("law/")):
                _restore_year(archive, member)
            connection.close()
            quiet = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
            _run("pg_restore", *quiet, str(dump))
    except (tarfile.TarError, KeyError, ValueError) as error:
        raise ArchiveRefusal(_NOT_OURS, why=error) from error
    except OSError as error:
        raise ArchiveRefusal(_FAILED, what=file, why=error.strerror or error) from error
    _compare(manifest, restored)
    return dict(manifest["counts"])


def bring_acts(source: Path, data: Path) -> int:
    """Copy the notes of acts of destruction into a restored data folder; return how many there are.

    They are applied when the program starts: the tables of an older version are brought up to date first.
    """
    target = data / acts.FOLDER
    target.mkdir(exist_ok=True)
    notes = sorted(source.glob("*.json"))
    for note in notes:
        shutil.copyfile(note, target / note.name)
    return len(notes)


def _member(archive: tarfile.TarFile, name: str) -> Any:
    found = archive.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found


def _restore_year(archive: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    """Write a year of the calendar. A name that is none of ours is a refusal."""
    source = archive.extractfile(member) if member.isreg() else None
    if _YEAR.fullmatch(member.name) is None or source is None:
        raise ArchiveRefusal(_NOT_OURS, why=member.name)
    target = Path(settings.DATA) / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read())


def _restore_file(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    """Write one file under the digest of its own bytes. A name that is none of ours, or lies, is a refusal."""
    named = _FILE.fullmatch(member.name)
    source = archive.extractfile(member) if member.isreg() else None
    if named is None or source is None:
        raise ArchiveRefusal(_NOT_OURS, why=member.name)
    target = path_of(named[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("wb") as out:
        while chunk := source.read(1 << 20):
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != named[1]:
        raise ArchiveRefusal(_NOT_OURS, why=member.name)
    return named[1]


def _compare(manifest: dict[str, Any], restored: set[str]) -> None:
    if _counts() != manifest["counts"]:
        raise ArchiveRefusal(_DIFFERS, why=f"{_counts()} ≠ {manifest['counts']}")
    if _heads() != manifest["heads"]:
        raise ArchiveRefusal(_DIFFERS, why="heads")
    lost = sorted(set(manifest["files"]) - restored)
    if lost:
        raise ArchiveRefusal(_DIFFERS, why=lost[0])
    for register in journal.verify():
        for finding in register.findings:
            if finding.fault:
                raise ArchiveRefusal(_DIFFERS, why=f"{finding.register}: {finding.told.en}")
