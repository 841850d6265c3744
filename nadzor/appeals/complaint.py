"""What an applicant is told of complaining of an answer: until when, with whom, who considers it (29I.71.1).

The three months run from the day the applicant learns of the decision, which nobody here knows; nobody learns of an
answer before it was sent, so on the day reckoned from the sending a complaint is in time in any case.
"""

import datetime as dt

from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon
from nadzor.law.words import LANGUAGES, Phrase, day_text

COMPLAINT_CITES = ("29I.71.1",)
_COMPLAINT = Phrase(
    "Жауап жолданды: {day}. Онымен келіспесеңіз, шешім туралы білген күннен бастап үш айдан кешіктірмей шағым беруге "
    "құқылысыз. Шағым мына органға беріледі: {body}. Оны жоғары тұрған прокурор қарайды.",
    "Ответ отправлен: {day}. Если вы не согласны, жалобу можно подать не позднее трёх месяцев со дня, когда вы узнали "
    "о решении. Куда подать: {body}. Рассмотрит её вышестоящий прокурор.",
    "The answer was sent: {day}. If you disagree, you may complain within three months of learning of the decision. "
    "File it with: {body}. A higher prosecutor considers it.",
)


def surely_until(answered_on: dt.date) -> dt.date:
    """Return the day on which a complaint is in time whenever the applicant learnt of the answer. Source: 29I.71.1."""
    due = reckon(TERMS["29I.71.1"], answered_on).due
    return due.date() if isinstance(due, dt.datetime) else due


def complaint_told(answered_on: dt.date, body: Phrase) -> Phrase:
    """Return the sentence for an answer of a day by a body."""
    return Phrase(
        *(_COMPLAINT.into(lang).format(day=day_text(answered_on, lang), body=body.into(lang)) for lang in LANGUAGES)
    )
