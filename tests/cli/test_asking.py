"""The administrator's first password: typed at a terminal that a test plays, or read of a file."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.hashers import check_password

from tests.cli.test_house import Terminal
from tests.postgres import temporary_folder

GOOD = "Үлгі тыныш кеш 2026"
OTHER = "another made-up phrase"


@pytest.fixture(scope="module")
def house() -> Iterator[Terminal]:
    """A database prepared up to the question: each test begins without accounts."""
    folder = temporary_folder()
    terminal = Terminal(folder)
    yield terminal
    terminal.cluster.stop()
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def _nobody(house: Terminal) -> None:
    if house.sql("SELECT to_regclass('accounts_account') IS NOT NULL") == "t":
        house.sql("DELETE FROM accounts_account; DELETE FROM organs_duty; DELETE FROM organs_appointment")
        house.sql("DELETE FROM organs_person")


class Typist:
    """`nadzor prepare` of an empty house in a terminal of its own, and somebody at its keyboard."""

    def __init__(self, house: Terminal, **environment: str) -> None:
        self.master, slave = pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "nadzor", "prepare"],
            env=house.environment(NADZOR_DEMO="0", **environment),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: os.close(os.open(os.ttyname(0), os.O_RDWR)),  # noqa: PLW1509  # its terminal
        )
        os.close(slave)
        self.seen = ""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            try:
                self.seen += os.read(self.master, 4096).decode()
            except OSError:  # nobody holds the other end any more
                return

    def until(self, words: str, times: int = 1) -> None:
        deadline = time.monotonic() + 60
        while self.seen.count(words) < times or self.echoes():
            assert time.monotonic() < deadline, self.seen
            assert self.program.poll() is None, self.seen
            time.sleep(0.02)

    def types(self, line: str) -> None:
        os.write(self.master, f"{line}\n".encode())

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)

    def ends(self) -> int:
        code = self.program.wait(60)
        deadline = time.monotonic() + 5
        while "\n" not in self.seen[-3:] and time.monotonic() < deadline:
            time.sleep(0.02)
        return code


def test_a_password_is_typed_twice_and_never_shown(house: Terminal) -> None:
    typist = Typist(house)
    typist.until("A new password for the administrator “admin”")
    typist.types("12345")
    typist.until("The password does not do: The password is too short")
    typist.until("A new password", 2)
    typist.types(GOOD)
    typist.until("Type it again")
    typist.types(OTHER)
    typist.until("The two passwords differ")
    typist.until("A new password", 3)
    typist.types(GOOD)
    typist.until("Type it again", 2)
    typist.types(GOOD)
    assert typist.ends() == 0, typist.seen
    assert [word for word in ("12345", GOOD, OTHER) if word in typist.seen] == []
    assert typist.echoes()
    assert check_password(GOOD, house.sql("SELECT password FROM accounts_account WHERE login = 'admin'"))
    assert house.run("prepare", NADZOR_DEMO="0").returncode == 0  # asked once


@pytest.mark.parametrize(
    ("lang", "asks", "why"),
    [
        ("kk", "әкімшісінің жаңа құпиясөзі", "Құпиясөз тым қысқа"),
        ("ru", "Новый пароль администратора", "Пароль слишком короткий"),
    ],
)
def test_the_terminal_asks_and_refuses_in_its_language(house: Terminal, lang: str, asks: str, why: str) -> None:
    typist = Typist(house, NADZOR_LANG=lang)
    typist.until(asks)
    typist.types("73915028461")
    typist.until(why)
    typist.until(asks, 2)
    typist.types("\x04")
    assert typist.ends() == 1
    assert typist.echoes()


@pytest.mark.parametrize("how", ["Ctrl-C", "Ctrl-D", "SIGTERM"])
def test_a_question_broken_off_leaves_no_account_and_a_terminal_that_shows(house: Terminal, how: str) -> None:
    typist = Typist(house)
    typist.until("A new password")
    if how == "SIGTERM":
        typist.program.send_signal(signal.SIGTERM)
    else:
        os.write(typist.master, b"\x03" if how == "Ctrl-C" else b"\x04")
    assert typist.ends() == 1, typist.seen
    assert "No password was given and no administrator made" in typist.seen
    assert "Traceback" not in typist.seen
    assert typist.echoes()
    assert house.sql("SELECT count(*) FROM accounts_account") == "0"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read: No such file"),
        (b"", "The password does not do: "),
        (b"short\n", "too short"),
        (b"administrator", "Many people use"),
        (b"\xff\xfe", "cannot be read: UTF-8"),
        (b"x" * 1001, "cannot be read: > 1000"),
        (f"{GOOD}\n".encode(), ""),
    ],
)
def test_a_password_of_a_file(house: Terminal, tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "password"
    if content is not None:
        path.write_bytes(content)
    done = house.run("prepare", NADZOR_DEMO="0", NADZOR_ADMIN_PASSWORD_FILE=str(path))
    accounts = house.sql("SELECT count(*) FROM accounts_account")
    assert (done.returncode, told in done.stderr, accounts) == ((1, True, "0") if told else (0, True, "1")), done.stderr
    if not told:
        assert check_password(GOOD, house.sql("SELECT password FROM accounts_account"))


def test_without_a_terminal_and_a_file_it_is_said_what_to_do(house: Terminal) -> None:
    done = house.run("prepare", NADZOR_DEMO="0")
    assert (done.returncode, "start in a terminal, or name a file" in done.stderr) == (1, True)
    assert house.sql("SELECT count(*) FROM accounts_account") == "0"
