"""The rows of a hearing: object to the preliminary decision, ask to be heard aloud, remarks on the record.

Who objects on the portal has read the preliminary decision there: that it was received is noted by the same press.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.applicant.doings import Doing, child_in, offer
from nadzor.appeals.applicant.table import last_day
from nadzor.appeals.hearing.models import Hearing
from nadzor.appeals.hearing.table import HEARING, INVITED, POSITION, READ
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Proceeding
from nadzor.law.words import LANGUAGES, Phrase, day_text

_LONGEST = 20_000


def _asked(label: Phrase, hint: Phrase | None = None) -> Asked:
    return Asked(label, hint, widget="text")


class Objects(Form):
    """What the applicant says of the preliminary decision."""

    text: Annotated[
        Text,
        _asked(
            Phrase("Қарсылығыңыз", "Ваше возражение", "Your objection"),
            Phrase(
                "Алдын ала шешімнің немен келіспейсіз және неге.",
                "С чем в предварительном решении вы не согласны и почему.",
                "What of the preliminary decision you disagree with, and why.",
            ),
        ),
        Field(min_length=1, max_length=_LONGEST),
    ]


class AsksToBeHeard(Form):
    """Why the applicant wants to be heard aloud."""

    text: Annotated[
        Text,
        _asked(
            Phrase("Не айтқыңыз келеді", "Что вы хотите сказать", "What you want to say"),
            Phrase("Қысқаша.", "Кратко.", "In short."),
        ),
        Field(max_length=5000),
    ] = ""


class RemarksOnRecord(Form):
    """What is wrong with the record of the hearing."""

    text: Annotated[
        Text,
        _asked(Phrase("Хаттамаға ескертуіңіз", "Ваши замечания на протокол", "Your remarks on the record")),
        Field(min_length=1, max_length=_LONGEST),
    ]


def _today(case: Case, said: Mapping[str, Any]) -> dict[str, Any]:
    return {**said, "came_on": case.happened_on.isoformat()}


def _received(case: Case) -> dict[str, Any]:
    return {"received_on": case.happened_on.isoformat(), "told_by": "portal"}


def _invitation(_case: Case, row: Proceeding) -> Phrase:
    """When, where, on what: the preliminary decision in its own words."""
    kept = Hearing.objects.get(pk=row.pk)
    told = []
    for lang in LANGUAGES:
        when = day_text(kept.on, lang) + (f", {kept.hour}" if kept.hour else "")
        where = kept.place or _IN_WRITING.into(lang)
        told.append(_INVITED.into(lang).format(time=when, place=where, said=kept.preliminary))
    return Phrase(*told)


_IN_WRITING = Phrase("жазбаша", "письменно", "in writing")
_INVITED = Phrase(
    "Сізді тыңдауға шақырамыз. Уақыты: {time}. Орны: {place}. Алдын ала шешімге қарсылықты оны алған күннен бастап екі "
    "жұмыс күнінен кешіктірмей беруге болады. Алдын ала шешім: {said}",
    "Приглашаем вас на заслушивание. Время: {time}. Место: {place}. Возражение на предварительное решение можно подать "
    "не позднее двух рабочих дней со дня его получения. Предварительное решение: {said}",
    "You are invited to a hearing. Time: {time}. Place: {place}. You may object to the preliminary decision within two "
    "working days of receiving it. Preliminary decision: {said}",
)
_waits = child_in(HEARING.name, INVITED, POSITION)


def _until(case: Case, row: Proceeding) -> dt.date | None:
    return last_day(case, row)


offer(
    Doing(
        name="object",
        title=Phrase("Қарсылық беру", "Подать возражение", "Object"),
        told=Phrase(
            "Алдын ала шешімге қарсылық беріңіз.",
            "Подайте возражение на предварительное решение.",
            "Object to the preliminary decision.",
        ),
        told_of=_invitation,
        procedure=HEARING.name,
        step="object",
        on=_waits,
        asks=Objects,
        said=_today,
        before="received",
        before_said=_received,
        until=_until,
        leads=True,
        done=Phrase("Қарсылығыңыз қабылданды.", "Ваше возражение принято.", "Your objection was taken."),
    ),
    Doing(
        name="oral",
        title=Phrase("Ауызша тыңдауды сұрау", "Попросить устное заслушивание", "Ask to be heard aloud"),
        told=Phrase(
            "Жазбаша қарсылықтың орнына сізді ауызша тыңдауды сұрауға болады; күні мен орнын хабарлаймыз.",
            "Вместо письменного возражения можно попросить выслушать вас устно; день и место вам сообщат.",
            "Instead of a written objection you may ask to be heard aloud; the day and the place will be told.",
        ),
        procedure=HEARING.name,
        step="ask_oral",
        on=_waits,
        asks=AsksToBeHeard,
        said=_today,
        before="received",
        before_said=_received,
        until=_until,
        done=Phrase("Өтінішіңіз қабылданды.", "Ваша просьба принята.", "Your request was taken."),
    ),
    Doing(
        name="remark",
        title=Phrase("Хаттамаға ескерту беру", "Подать замечания на протокол", "Remarks on the record"),
        told=Phrase(
            "Тыңдау хаттамасымен танысқаннан кейін оған ескерту беруге болады.",
            "После ознакомления с протоколом заслушивания на него можно подать замечания.",
            "Having read the record of the hearing, you may make remarks on it.",
        ),
        procedure=HEARING.name,
        step="remark",
        on=child_in(HEARING.name, READ),
        asks=RemarksOnRecord,
        said=_today,
        until=_until,
        leads=True,
        done=Phrase("Ескертуіңіз қабылданды.", "Ваши замечания приняты.", "Your remarks were taken."),
    ),
)
