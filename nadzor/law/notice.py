"""Ways by which a participant is told: what proves each, and from which moment the notice counts.

Source: article 66 of the code on administrative procedures (29I.44 refers to it; 29I.31.2 asks for a notice). The
article names the ways and sets no order among them: any way that fixes the notice is a due one. Our order is: the
e-mail address of a participant who has signed that notice to it is enough, since it is there at once; the registered
letter where nobody has signed so, or it failed; whatever else an official chooses (R62). The page of the applicant on
the portal shows every notice too, but the article counts a cabinet only together with a text message to a telephone, so
the page alone ends no duty to tell.
"""

import datetime as dt
import re
from dataclasses import dataclass

from nadzor.law.calendar import Calendar, current
from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Way:
    """A way. `counts`: the outcome from whose moment the participant is told, none where the way alone is not due."""

    title: Phrase
    proof: Phrase
    counts: str


WAYS: dict[str, Way] = {
    "portal": Way(
        Phrase("порталдағы бет", "страница на портале", "page on the portal"),
        Phrase("көрсетілген уақыты", "время показа", "when it was shown"),
        "",
    ),
    "email": Way(
        Phrase("электрондық пошта", "электронная почта", "e-mail"),
        Phrase(
            "адресат серверінің қабылдағаны туралы жауабы",
            "ответ сервера о принятии письма",
            "the answer of the mail server that it accepted the letter",
        ),
        "sent",
    ),
    "post": Way(
        Phrase("тапсырыс хат", "заказное письмо", "registered letter"),
        Phrase(
            "почта жөнелтілімінің нөмірі мен табыс етілгені туралы хабарлама",
            "номер почтового отправления и уведомление о вручении",
            "the number of the postal item and the advice of delivery",
        ),
        "delivered",
    ),
    "courier": Way(
        Phrase("курьер", "курьер", "courier"),
        Phrase("қолхат", "расписка", "the signed receipt"),
        "delivered",
    ),
    "by_hand": Way(
        Phrase("қолма-қол", "нарочно", "by hand"), Phrase("қолхат", "расписка", "the signed receipt"), "delivered"
    ),
    "phone": Way(
        Phrase("телефонограмма", "телефонограмма", "telephone message"),
        Phrase("кім қабылдады және қашан", "кто и когда принял", "who took it and when"),
        "delivered",
    ),
}
"""The ways of article 66 that the house can take, with the proof of each."""


def counts(way: str, outcome: str) -> bool:
    """Whether the participant is told, once an attempt by a way has come to an outcome (sent, delivered).

    From that moment an act works against him (article 83). What was delivered was sent before.
    """
    from_ = WAYS[way].counts
    return bool(from_) and outcome in {from_, "delivered"}


ANEW = 3
"""Working days within which a notice that could not be delivered goes by another way (R65)."""


def anew_by(known_on: dt.date, calendar: Calendar | None = None) -> dt.date:
    """Return the last day for sending anew what could not be delivered. Raises CalendarUnknown.

    `known_on`: the day on which the office learned of it.
    """
    return (calendar or current()).add(known_on, ANEW)


_S10 = re.compile(r"[A-Z]{2}(\d{8})(\d)[A-Z]{2}")
_NUMBER = re.compile(r"[A-Z0-9]{8,30}")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def tracking_number(typed: str) -> str | None:
    """Return the number of a postal item in its canonical form; none for what is no number.

    A number of thirteen signs of the Universal Postal Union (S10) carries a check digit, which must be right: a slip of
    one digit would prove the delivery of a stranger's letter.
    """
    number = re.sub(r"[\s-]", "", typed).upper()
    found = _S10.fullmatch(number)
    if found is None:
        return number if _NUMBER.fullmatch(number) else None
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(found[1], _WEIGHTS, strict=True)) % 11
    check = {10: 0, 11: 5}.get(rest, rest)
    return number if check == int(found[2]) else None
