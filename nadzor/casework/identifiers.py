"""The national identifiers of people (IIN) and organisations (BIN): read as typed, checked, no ground to refuse."""

import re

_FIRST = tuple(range(1, 12))
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_PUNCTUATION = re.compile(r"[\s\u00a0-]")


def read(text: str) -> str:
    """Return a number as it is kept: spaces and hyphens dropped, all else as given."""
    return _PUNCTUATION.sub("", text)


def check_digit(first_eleven: str) -> int | None:
    """Return the twelfth digit; none where no number may be issued, since both passes give ten."""
    for weights in (_FIRST, _SECOND):
        remainder = sum(int(digit) * weight for digit, weight in zip(first_eleven, weights, strict=True)) % 11
        if remainder < 10:
            return remainder
    return None


def is_valid(number: str) -> bool:
    """Whether twelve digits carry their check digit. A row of noughts satisfies the formula and is refused."""
    twelve = len(number) == 12 and number.isascii() and number.isdigit() and number != "0" * 12
    return twelve and check_digit(number[:11]) == int(number[11])


def is_bin(number: str) -> bool:
    """Whether a number has the form of an organisation's: its fifth digit is 4, 5 or 6."""
    return len(number) == 12 and number[4] in "456"
