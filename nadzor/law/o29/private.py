"""What a text that goes to others would disclose of an applicant, and what it asks about a person (29I.61.5, 61.6).

Numbers, addresses and contacts are found as they are written; of questions about a person only words that nearly always
lie outside an appeal are known here, and who asks may say how they bear on it.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

_DIGITS = re.compile(r"\d")
_RUN = re.compile(r"[\d\s()+-]{10,}")
_FEWEST = 7  # digits of a telephone number that is told whole
_LAST = 10  # digits of one without the code of the country
_ADDRESS = 12  # letters of an address that could not stand in a text by chance
# Beginnings of words, folded: origin, belief, kin, health, past, membership, who an author is.
_ABOUT_A_PERSON = re.compile(
    r"\b(национальност|вероисповедан|религиозн|родственник|родственн\w+ связ|судимост|диагноз|состояни\w+ здоров"
    r"|партийн|беременн|усыновлен|биометри|паспортн|личност\w+ (заявител|автор)|установить (автор|личност)"
    r"|улты\b|этникалык|дини|туыстар|соттылы|денсаулыг|диагнозы|жеке басын|авторын аныкта)",
)


class Datum(StrEnum):
    """What of a person stands in a text."""

    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


def disclosed(text: str, *, numbers: Iterable[str], phones: Iterable[str], addresses: Iterable[str]) -> list[Datum]:
    """Return which data of the applicant a folded text gives away. `addresses`: postal and e-mail ones, folded.

    Source: 29I.61.5.
    """
    found: list[Datum] = []
    runs = ["".join(_DIGITS.findall(run)) for run in _RUN.findall(text)]
    if any(number and any(number in run for run in runs) for number in numbers):
        found.append(Datum.NUMBER)
    told = ["".join(_DIGITS.findall(phone))[-_LAST:] for phone in phones]
    if any(len(phone) >= _FEWEST and any(phone in run for run in runs) for phone in told):
        found.append(Datum.PHONE)
    for each in addresses:
        if "@" in each and each in text:
            found.append(Datum.EMAIL)
        elif "@" not in each and len(each) >= _ADDRESS and each in text:
            found.append(Datum.ADDRESS)
    return list(dict.fromkeys(found))


def about_a_person(text: str) -> str:
    """Return the first words of a folded text that ask who a person is; empty where none do. Source: 29I.61.6."""
    found = _ABOUT_A_PERSON.search(text)
    return found[0] if found else ""
