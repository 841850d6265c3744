"""A mail server for tests: a real SMTP server in a thread that takes, refuses, hangs up or hangs, as it is told."""

import asyncio
import email
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings


class Mailbox:
    """What came, and how to behave: `rcpt` and `data` are the answers to a recipient and to a letter."""

    def __init__(self) -> None:
        self.letters: list[Message] = []
        self.rcpt = "250 OK"
        self.data = "250 OK queued as 42"
        self.hang = False
        self.hang_up = False

    async def handle_RCPT(  # noqa: N802  # the name is aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.hang:
            await asyncio.sleep(3)  # the sender waits for one second
        if self.data.startswith("250"):
            content = envelope.content
            self.letters.append(email.message_from_bytes(content if isinstance(content, bytes) else b""))
        if self.hang_up:  # taken, and the line is gone before the answer
            transport: Any = server.transport
            transport.abort()
        return self.data

    @property
    def ids(self) -> list[str]:
        return [str(each["Message-ID"]) for each in self.letters]


@contextmanager
def mail_server(**changes: Any) -> Iterator[Mailbox]:
    """Run a mail server that the settings name."""
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        with override_settings(**named(controller.port, **changes)):
            yield box
    finally:
        controller.stop(no_assert=True)


def named(port: int, **changes: Any) -> dict[str, Any]:
    """The settings of a mail server at a port of this machine."""
    return {
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
        "EMAIL_USE_TLS": False,
        "EMAIL_USE_SSL": False,
        "EMAIL_TIMEOUT": 1,
        "MAIL_FROM": "prokuratura@example.kz",
        **changes,
    }


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def silent_server() -> Iterator[int]:
    """A port that takes a line and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(5)
        yield int(listening.getsockname()[1])
