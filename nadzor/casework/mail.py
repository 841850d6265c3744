"""Letters by e-mail over a mail server: what a letter says, what the server answered, and what its answer means.

A letter says no more than that there is news under a number, and where to read it: mail passes through servers of
strangers. The code of the applicant never stands in it.
"""

import smtplib
import uuid
from dataclasses import dataclass
from email.utils import format_datetime, formataddr
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.core.validators import validate_email

from nadzor.casework.delivery import Delivery
from nadzor.casework.files import path_of
from nadzor.casework.models import Notice
from nadzor.casework.notice_kinds import KINDS
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.directory import directory

_SUBJECT = Phrase("№ {number} жолданым: {what}", "Обращение № {number}: {what}", "Appeal No. {number}: {what}")
_BODY = Phrase(
    "{office}.\n\n№ {number} жолданым бойынша: {what}.\n\n{rest}\n\n"
    "Бұл хатқа жауап берудің қажеті жоқ: оны бағдарлама жіберді. Сұрақтар бойынша анықтама телефоны: 115.\n",
    "{office}.\n\nПо обращению № {number}: {what}.\n\n{rest}\n\n"
    "Отвечать на это письмо не нужно: его отправила программа. Справки по телефону 115.\n",
    "{office}.\n\nOn the appeal No. {number}: {what}.\n\n{rest}\n\n"
    "There is no need to reply: a program has sent this letter. Questions: phone 115.\n",
)
_READ = Phrase(
    "Толығырақ: {url}\nБет талонда көрсетілген кодты сұрайды. Қауіпсіздік үшін код бұл хатта жазылмаған.",
    "Подробно: {url}\nСтраница спросит код из вашего талона. Ради безопасности в письме его нет.",
    "Read it at: {url}\nThe page asks for the code of your receipt. For safety the code is not in this letter.",
)
_ATTACHED = Phrase("Жауап осы хатқа қоса берілген.", "Ответ приложен к этому письму.", "The answer is attached.")
_TRIAL = Phrase(
    "Nadzor: пошта серверінің сынақ хаты",
    "Nadzor: пробное письмо почтового сервера",
    "Nadzor: a trial letter of the mail server",
)


class Away(Exception):  # noqa: N818  # a state of the server, not a fault of a letter
    """The server took no letter at all: it is away, hangs, or wants another password. No letter is to blame."""


class Refused(Exception):  # noqa: N818
    """The server refused this letter. `good`: for good; else for a while. The text is its answer."""

    def __init__(self, answer: str, *, good: bool) -> None:
        super().__init__(answer)
        self.good = good


class BrokenOff(Exception):  # noqa: N818
    """The line broke while a letter was on it: nobody knows whether it was accepted."""


class _Told:
    """Keeps what the server answered to the letter itself: its acceptance is the proof of the sending."""

    accepted = ""

    def data(self, msg: Any) -> tuple[int, bytes]:
        code, said = super().data(msg)  # type: ignore[misc]
        self.accepted = f"{code} {_text(said)}"
        return code, said


class _Plain(_Told, smtplib.SMTP):
    pass


class _Tls(_Told, smtplib.SMTP_SSL):
    pass


class Line(EmailBackend):
    """Django's backend over the settings, open for many letters, that tells what the server answered."""

    def __init__(self) -> None:
        super().__init__(fail_silently=False)

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """The connection that keeps the answers."""
        return _Tls if self.use_ssl else _Plain

    def send(self, letter: EmailMessage) -> str:
        """Send a letter and return the answer of the server. Raises Away, Refused, BrokenOff."""
        try:
            self.open()
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise Away(_why(error)) from error
        try:
            self.send_messages([letter])
        except smtplib.SMTPSenderRefused as error:  # our own address: every letter would be refused
            self._drop()
            raise Away(_why(error)) from error
        except smtplib.SMTPRecipientsRefused as error:
            self._drop()
            code, said = next(iter(error.recipients.values()))
            raise Refused(f"{code} {_text(said)}", good=code >= _GOOD) from error
        except smtplib.SMTPResponseException as error:
            self._drop()
            raise Refused(_why(error), good=error.smtp_code >= _GOOD) from error
        except smtplib.SMTPNotSupportedError as error:
            self._drop()
            raise Refused(_why(error), good=True) from error
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise BrokenOff(_why(error)) from error
        except UnicodeError as error:
            self._drop()
            raise Refused(_why(error), good=True) from error
        return str(getattr(self.connection, "accepted", ""))[:500]

    def _drop(self) -> None:
        """Let go of a line in an unknown state; what it says at the end is of no interest."""
        if self.connection is not None and self.connection.sock is not None:
            self.connection.close()
        self.connection = None


_GOOD = 500


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"[:500]
    return f"{type(error).__name__}: {error}"[:500]


def _text(said: Any) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else str(said)


def configured() -> bool:
    """Whether a mail server is named in the settings; without one letters wait."""
    return bool(settings.EMAIL_HOST)


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address that a letter may be sent to."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def new_message_id() -> str:
    """Return a Message-ID, kept before the letter is sent: by it a letter that came twice is known to be one."""
    return f"<{uuid.uuid4().hex}@{_host()}>"


def _host() -> str:
    return settings.MAIL_FROM.rpartition("@")[2].strip("> ") or "localhost"


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent and to whom."""

    message: EmailMessage
    carries: str  # the digest of the file that goes along


def letter_of(delivery: Delivery) -> Letter:
    """Return the letter of a delivery, in the language of the case. Raises OSError where its file cannot be read."""
    notice = delivery.notice
    kind, row = KINDS[notice.template], notice.proceeding
    lang, office = _language(notice), directory().bodies[row.body_id].name
    what = kind.title.into(lang)
    file = kind.carries(notice) if kind.carries is not None else None
    rest = _READ.into(lang).format(url=f"{settings.SITE_URL}/follow/")
    if file is not None:
        rest = f"{_ATTACHED.into(lang)}\n\n{rest}"
    message = EmailMessage(
        subject=_SUBJECT.into(lang).format(number=row.number, what=what),
        body=_BODY.into(lang).format(office=office.into(lang), number=row.number, what=what, rest=rest),
        from_email=formataddr((office.into(lang), settings.MAIL_FROM)),
        to=[delivery.address],
        headers={
            "Message-ID": delivery.message_id,
            "Date": format_datetime(delivery.planned_at),
            "Auto-Submitted": "auto-generated",
            "Content-Language": lang,
        },
    )
    if file is not None:
        message.attach(f"{row.number}.pdf", Path(path_of(file.sha256)).read_bytes(), "application/pdf")
    return Letter(message, file.sha256 if file is not None else "")


def _language(notice: Notice) -> Lang:
    related = PROCEDURES[notice.proceeding.procedure].facts
    facts = getattr(notice.proceeding, related, None) if related else None
    return next((lang for lang in LANGUAGES if lang == getattr(facts, "language", "")), "ru")


def trial(address: str) -> str:
    """Send a trial letter and return the answer of the server. Raises Away, Refused, BrokenOff."""
    line = Line()
    said = "\n".join(_TRIAL)
    letter = EmailMessage(_TRIAL.en, said, settings.MAIL_FROM, [address], headers={"Message-ID": new_message_id()})
    try:
        return line.send(letter)
    finally:
        line.close()
