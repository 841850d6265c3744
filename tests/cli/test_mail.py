"""`nadzor mail try ADDRESS`: what the server says, in a sentence, and the exit status."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import override_settings

from nadzor.cli import cli, mail
from tests.casework.mailbox import free_port, mail_server, named


@pytest.fixture(autouse=True)
def _set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own Django and no database: a trial letter asks it nothing."""
    monkeypatch.setattr(mail, "setup", lambda: None)
    monkeypatch.setenv("NADZOR_LANG", "en")


def tried(address: str = "probe@example.org") -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["mail", "try", address])
    return done.exit_code, done.output


def test_a_letter_that_is_taken() -> None:
    with mail_server() as box:
        assert tried() == (0, "The server took the letter: 250 OK queued as 42. Look into probe@example.org.\n")
    (letter,) = box.letters
    assert (letter["To"], letter["From"]) == ("probe@example.org", "prokuratura@example.kz")


@pytest.mark.parametrize(
    ("behaves", "says"),
    [
        ({"rcpt": "550 No such user"}, "The server refused this letter: 550 No such user. Try another address."),
        ({"data": "451 Later"}, "The server refused this letter: 451 Later"),
        ({"hang_up": True}, "The line broke during the sending"),
    ],
)
def test_a_letter_that_is_not_taken(behaves: dict[str, Any], says: str) -> None:
    with mail_server() as box:
        for name, value in behaves.items():
            setattr(box, name, value)
        status, said = tried()
    assert (status, says in said) == (1, True), said


@contextmanager
def away() -> Iterator[int]:
    port = free_port()
    with override_settings(**named(port)):
        yield port


def test_a_server_that_is_away() -> None:
    with away() as port:
        status, said = tried()
    assert (status, f"The server 127.0.0.1:{port} takes no letters: ConnectionRefusedError" in said) == (1, True), said


def test_no_server_and_no_address() -> None:
    assert tried()[0] == 1
    assert "No mail server is named" in tried()[1]
    with mail_server():
        assert "nobody is no e-mail address" in tried("nobody")[1]
