"""`nadzor mail try ADDRESS`: whether the mail server takes letters."""

import click

from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import Phrase
from nadzor.supervisor.words import say

_NONE = Phrase(
    "Пошта сервері көрсетілмеген: NADZOR_MAIL_HOST пен NADZOR_MAIL_FROM қойыңыз (docs/running.md).",
    "Почтовый сервер не назван: задайте NADZOR_MAIL_HOST и NADZOR_MAIL_FROM (docs/running.md).",
    "No mail server is named: set NADZOR_MAIL_HOST and NADZOR_MAIL_FROM (docs/running.md).",
)
_BAD = Phrase(
    "{address} – электрондық мекенжай емес.", "{address} – не электронный адрес.", "{address} is no e-mail address."
)
_TAKEN = Phrase(
    "Сервер хатты қабылдады: {answer}. {address} жәшігін қараңыз.",
    "Сервер принял письмо: {answer}. Посмотрите ящик {address}.",
    "The server took the letter: {answer}. Look into {address}.",
)
_AWAY = Phrase(
    "{host}:{port} сервері хат қабылдамайды: {answer}. Мекенжайын, портын, қорғау түрін, логині мен құпиясөзін "
    "тексеріңіз.",
    "Сервер {host}:{port} не принимает писем: {answer}. Проверьте адрес, порт, вид защиты, логин и пароль.",
    "The server {host}:{port} takes no letters: {answer}. Check its address, port, security, login and password.",
)
_REFUSED = Phrase(
    "Сервер бұл хаттан бас тартты: {answer}. Басқа мекенжаймен байқап көріңіз.",
    "Сервер отказался от этого письма: {answer}. Попробуйте другой адрес.",
    "The server refused this letter: {answer}. Try another address.",
)
_BROKEN = Phrase(
    "Хат жіберілгенде байланыс үзілді: {answer}. Қабылданған-қабылданбағаны белгісіз; жәшікті қарап, қайталаңыз.",
    "Связь оборвалась во время отправки: {answer}. Принято ли письмо, неизвестно; посмотрите ящик и повторите.",
    "The line broke during the sending: {answer}. Nobody knows whether it was taken; look into the box and try again.",
)


@cli.group("mail")
def mail_group() -> None:
    """Look after the mail server."""


@mail_group.command("try")
@click.argument("address")
def try_command(address: str) -> None:
    """Send a trial letter to ADDRESS and tell what the server says. The exit status is 1 if it is not taken."""
    setup()
    from django.conf import settings  # noqa: PLC0415

    from nadzor.casework import mail  # noqa: PLC0415

    if not mail.configured():
        refuse(_NONE)
    if not mail.is_address(address):
        refuse(filled(_BAD, address=address))
    try:
        answer = mail.trial(address)
    except mail.Away as fault:
        refuse(filled(_AWAY, host=settings.EMAIL_HOST, port=settings.EMAIL_PORT, answer=fault))
    except mail.Refused as fault:
        refuse(filled(_REFUSED, answer=fault))
    except mail.BrokenOff as fault:
        refuse(filled(_BROKEN, answer=fault))
    say(filled(_TAKEN, answer=answer, address=address))
