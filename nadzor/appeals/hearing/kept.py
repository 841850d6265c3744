"""Which hearing, or which ground for none, serves the act to come; what the act says of it.

Source: 29I.43, 45; APPK 73.
"""

import datetime as dt

from nadzor.appeals.hearing.forms import GROUNDS
from nadzor.appeals.hearing.models import Hearing, HearingOmitted
from nadzor.appeals.models import AnswerGiven
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text


def hearings_since(appeal: int) -> list[Hearing]:
    """Return the hearings begun after the last answer of an appeal, those annulled left out."""
    found = Hearing.objects.filter(proceeding__parent=appeal, version__gte=_since(appeal))
    return list(found.exclude(proceeding__state="annulled").order_by("pk"))


def omitted_since(appeal: int) -> HearingOmitted | None:
    """Return why no hearing precedes the act to come, if it was said; nothing that an earlier act has used up."""
    return HearingOmitted.objects.filter(appeal=appeal, version__gte=_since(appeal)).order_by("-pk").first()


def _since(appeal: int) -> int:
    given = AnswerGiven.objects.filter(appeal=appeal).order_by("-version").first()
    return given.version if given is not None else 0


def told_in_act(appeal: int, lang: Lang) -> str:
    """Return what the act says of the hearing: when the participant was heard, or why not; empty where nothing is."""
    held = hearings_since(appeal)
    if held:
        return " ".join(_of(each).into(lang) for each in held)
    none = omitted_since(appeal)
    if none is None:
        return ""
    said = _NONE.into(lang).format(ground=GROUNDS[none.ground].into(lang))
    return f"{said} {none.reasons.strip()}".strip()


def _of(row: Hearing) -> Phrase:
    if row.held_on is not None:
        return with_day(_HELD, row.held_on)
    if row.absent:
        return with_day(_ABSENT, row.on)
    if row.objected_on is not None:
        return with_day(_OBJECTED, row.objected_on)
    return with_day(_SILENT, row.received_on or row.on)


def with_day(said: Phrase, day: dt.date) -> Phrase:
    """Put a day into a sentence."""
    told = (text.format(day=day_text(day, lang)) for text, lang in zip(said, LANGUAGES, strict=True))
    return Phrase(*(text.replace("г..", "г.") for text in told))  # the day ends with a dot of its own


_HELD = Phrase(
    "Қатысушы {day} ауызша тыңдалды.", "Участник заслушан устно {day}.", "The participant was heard on {day}."
)
_OBJECTED = Phrase(
    "Қатысушы алдын ала шешімге {day} қарсылық білдірді.",
    "Участник возразил на предварительное решение {day}.",
    "The participant objected to the preliminary decision on {day}.",
)
_ABSENT = Phrase(
    "Қатысушы {day} белгіленген тыңдауға шақырылды, бірақ келмеді.",
    "Участник приглашён на заслушивание {day} и не явился.",
    "The participant was invited to be heard on {day} and did not come.",
)
_SILENT = Phrase(
    "Қатысушы алдын ала шешімді {day} алды, қарсылық білдірмеді.",
    "Участник получил предварительное решение {day} и не возразил.",
    "The participant received the preliminary decision on {day} and did not object.",
)
_NONE = Phrase(
    "Тыңдау өткізілмеді (Әкімшілік рәсімдік-процестік кодекстің 73-бабының 2-бөлігі): {ground}.",
    "Заслушивание не проводилось (Административный процедурно-процессуальный кодекс, статья 73, часть вторая): "
    "{ground}.",
    "No hearing was held (Administrative Procedural and Process-Related Code, article 73, part 2): {ground}.",
)
