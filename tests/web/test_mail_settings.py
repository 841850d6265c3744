"""The mail server in the environment: what stands, and what stops the start with a sentence."""

from pathlib import Path

import pytest

from nadzor.web.mail import Mail, WrongMail, mail_settings

NAMED = {"NADZOR_MAIL_HOST": "mail.example.kz", "NADZOR_MAIL_FROM": "prokuratura@example.kz"}


def test_without_a_server_nothing_is_asked() -> None:
    assert mail_settings({"NADZOR_MAIL_FROM": "no address"}) == Mail()


@pytest.mark.parametrize(
    ("more", "port", "starttls", "tls"),
    [
        ({}, 587, True, False),
        ({"NADZOR_MAIL_SECURITY": "tls"}, 465, False, True),
        ({"NADZOR_MAIL_SECURITY": "none"}, 25, False, False),
        ({"NADZOR_MAIL_SECURITY": "none", "NADZOR_MAIL_PORT": "1025"}, 1025, False, False),
    ],
)
def test_the_port_goes_with_the_security(more: dict[str, str], port: int, starttls: bool, tls: bool) -> None:
    found = mail_settings({**NAMED, **more})
    assert (found.host, found.port, found.starttls, found.tls) == ("mail.example.kz", port, starttls, tls)
    assert (found.sender, found.timeout) == ("prokuratura@example.kz", 20)


def test_the_password_stands_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("a long phrase\n", encoding="utf-8")
    found = mail_settings(
        {**NAMED, "NADZOR_MAIL_USER": "nadzor", "NADZOR_MAIL_PASSWORD_FILE": str(tmp_path / "password")}
    )
    assert (found.user, found.password) == ("nadzor", "a long phrase")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"NADZOR_MAIL_SECURITY": "ssl"}, "write starttls, tls or none"),
        ({"NADZOR_MAIL_PORT": "0"}, "NADZOR_MAIL_PORT"),
        ({"NADZOR_MAIL_PORT": "99999"}, "up to 65535"),
        ({"NADZOR_MAIL_TIMEOUT": "soon"}, "NADZOR_MAIL_TIMEOUT"),
        ({"NADZOR_MAIL_FROM": ""}, "NADZOR_MAIL_FROM"),
        ({"NADZOR_MAIL_PASSWORD_FILE": "/nowhere/password"}, "/nowhere/password cannot be read"),
    ],
)
def test_what_cannot_stand_is_told(more: dict[str, str], says: str) -> None:
    with pytest.raises(WrongMail, match=says) as wrong:
        mail_settings({**NAMED, **more})
    assert all(wrong.value.phrase)


def test_a_password_never_travels_open(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("a long phrase", encoding="utf-8")
    more = {"NADZOR_MAIL_SECURITY": "none", "NADZOR_MAIL_PASSWORD_FILE": str(tmp_path / "password")}
    with pytest.raises(WrongMail, match="travel open"):
        mail_settings({**NAMED, **more})
