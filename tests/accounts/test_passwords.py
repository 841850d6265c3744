"""What a password must be, as a table; and that every sentence stands in three languages."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from nadzor.accounts import passwords
from nadzor.accounts.models import Account
from tests.house import House

pytestmark = pytest.mark.django_db
SHORT, LONG, COMMON, ONESELF, ROW = "too_short", "too_long", "common", "oneself", "one_row"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", SHORT),
        ("k3#Vq9!zT2m", SHORT),  # eleven, whatever they are
        ("тихий вечер", SHORT),
        ("тихий вечер у", None),
        ("correct horse battery", None),
        ("жылы жаңбыр жауды", None),
        ("k3#Vq9!zT2mW", None),
        ("тихий вечер у реки" * 14, None),
        ("тихий вечер у реки" * 15, LONG),
        ("password1234", COMMON),
        ("Password2026!", COMMON),
        ("парольпароль1", COMMON),
        ("Құпиясөз2026!", COMMON),
        ("Kazakhstan2026", COMMON),
        ("Прокуратура-75", COMMON),
        ("qwertyuiop12", COMMON),
        ("footballfootball", COMMON),  # a word of the list twice
        ("прокуратура у тихой реки", None),  # a weak word in a phrase is no harm
        ("aaaaaaaaaaaa", ROW),
        ("abababababab", ROW),
        ("abcdabcdabcd", ROW),
        ("123456789012", ROW),
        ("960101500101", ROW),  # an IIN
        ("87771234567890", ROW),  # a telephone
        ("abcdefghijklm", ROW),
        ("йцукенгшщзхъ", ROW),
        ("фывапролджэй", ROW),
        ("ролджэячсмит", ROW),
        ("almaty.head-12", ONESELF),
        ("я Almaty.Head сам", ONESELF),
    ],
)
def test_a_password_is_taken_or_refused(house: House, password: str, code: str | None) -> None:
    account = Account(login="almaty.head", person=house.people["almaty.head"])
    try:
        validate_password(password, account)
        said = []
    except ValidationError as error:
        said = [each.code for each in error.error_list]
    assert (code is None and not said) or code in said, said


def test_the_names_of_its_owner_are_no_password(house: House) -> None:
    person = house.people["almaty.executor1"]
    account = Account(login="almaty.executor1", person=person)
    for part in (person.surname, person.given_name):
        if len(part) >= 4:
            with pytest.raises(ValidationError):
                passwords.NotOneself().validate(f"тихая {part.upper()} река", account)
    passwords.NotOneself().validate("тихая ночная река", account)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("password", ["short", "password1234", "123456789012", "x" * 300])
def test_sentences_speak_the_language_of_the_page(language: str, password: str) -> None:
    told = {getattr(phrase, language) for phrase in vars(passwords).values() if hasattr(phrase, "into")}
    with override(language), pytest.raises(ValidationError) as refused:
        validate_password(password)
    assert set(refused.value.messages) <= told
