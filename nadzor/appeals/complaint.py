"""What an applicant is told of complaining of an answer: until when, with whom, who considers it (29I.71.1).

The three months run from the day the applicant learns of the decision, which nobody here knows; nobody learns of an
answer before it was sent, so on the day reckoned from the sending a complaint is in time in any case.
"""

import datetime as dt

from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon
from nadzor.law.words import LANGUAGES, Phrase, day_text

COMPLAINT_CITES = ("29I.71.1",)
_SENT = Phrase("Жауап жолданды: {day}.", "Ответ отправлен: {day}.", "The answer was sent: {day}.")
_CONTEST = Phrase(
    "Онымен келіспесеңіз, шешім туралы білген күннен бастап үш айдан кешіктірмей шағым беруге құқылысыз. Шағым мына "
    "органға беріледі: {body}. Оны жоғары тұрған прокурор қарайды.",
    "Если вы не согласны, жалобу можно подать не позднее трёх месяцев со дня, когда вы узнали о решении. Куда подать: "
    "{body}. Рассмотрит её вышестоящий прокурор.",
    "If you disagree, you may complain within three months of learning of the decision. File it with: {body}. A higher "
    "prosecutor considers it.",
)


def surely_until(answered_on: dt.date) -> dt.date:
    """Return the day on which a complaint is in time whenever the applicant learnt of the answer. Source: 29I.71.1."""
    due = reckon(TERMS["29I.71.1"], answered_on).due
    return due.date() if isinstance(due, dt.datetime) else due


def complaint_told(answered_on: dt.date, body: Phrase) -> Phrase:
    """Return what the applicant is told of an answer of a day by a body: that it was sent, how to contest it."""
    contest = contest_told(body)
    sent = (_SENT.into(lang).format(day=day_text(answered_on, lang)).replace("..", ".") for lang in LANGUAGES)
    return Phrase(*(f"{first} {then}" for first, then in zip(sent, contest, strict=True)))


def contest_told(body: Phrase) -> Phrase:
    """Return how an answer of a body is contested: what stands in the answer itself, before anybody knows its day."""
    return Phrase(*(_CONTEST.into(lang).format(body=body.into(lang)) for lang in LANGUAGES))
