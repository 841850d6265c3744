"""Requests for materials: who may sign them, what is called for, and whether they went in time.

Source: 29I.62.1 (the official who considers the appeal), 62.2 (to the leadership of central and oblast state bodies
only who is authorised: a power laid upon people by an order, kept in the structure), 62.3 (cases are called for by
the codes), 62.4 (three working days from the day the appeal reached the official).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from nadzor import clock
from nadzor.appeals.bans.private import Relates
from nadzor.appeals.beside import Called
from nadzor.appeals.contested import ASKED as CONTESTED
from nadzor.appeals.contested import is_contested
from nadzor.appeals.rights import EXECUTOR
from nadzor.casework.case import Case
from nadzor.casework.effects import Start
from nadzor.casework.forms import Asked, Form, Text, title
from nadzor.casework.models import Assignment
from nadzor.casework.procedure import Clock, Right
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Duty, held_on
from nadzor.organs.roles import Role

ASKING = Clock(
    "asking",
    Phrase("Материалдарды сұрату", "Истребование материалов", "Calling for materials"),
    ("29I.62.4",),
)
OTHERS, OBLAST, CENTRAL = "others", "oblast", "central"
ADDRESSED: dict[str, Phrase] = {
    OTHERS: Phrase(
        "басқа органға немесе төмен тұрған прокуратураға",
        "иному органу или нижестоящей прокуратуре",
        "another body or a lower prosecutor’s office",
    ),
    OBLAST: Phrase(
        "облыстық мемлекеттік органның басшылығына",
        "руководству областного государственного органа",
        "the leadership of an oblast state body",
    ),
    CENTRAL: Phrase(
        "орталық мемлекеттік органның басшылығына",
        "руководству центрального государственного органа",
        "the leadership of a central state body",
    ),
}
MATERIALS_ONLY = "materials"
CALLED_FOR: dict[str, Phrase] = {
    MATERIALS_ONLY: Phrase(
        "тексеру материалдары, ақпарат", "проверочные материалы, информация", "check materials, information"
    ),
    "civil": Phrase("азаматтық іс (АПК бойынша)", "гражданское дело (по ГПК)", "a civil case (by the GPK)"),
    "criminal": Phrase("қылмыстық іс (ҚПК бойынша)", "уголовное дело (по УПК)", "a criminal case (by the UPK)"),
    "offence": Phrase(
        "әкімшілік құқық бұзушылық туралы іс (ӘҚБтК бойынша)",
        "дело об административном правонарушении (по КоАП)",
        "a case on an administrative offence (by the KoAP)",
    ),
    "administrative": Phrase(
        "әкімшілік іс (ӘРПК бойынша)", "административное дело (по АППК)", "an administrative case (by the APPK)"
    ),
}
"""What is called for, with the code that sets the order of calling for it (29I.62.3)."""

title({**ADDRESSED, **CALLED_FOR})


class AskForMaterials(Form):
    """A request for materials beside the appeal (29I.62): to whom, for what, until when."""

    addressed: Annotated[
        Literal["others", "oblast", "central"],
        Asked(
            Phrase("Сұрау кімге жолданады", "Кому адресован запрос", "To whom the request is addressed"),
            Phrase(
                "Орталық және облыстық мемлекеттік органдардың басшылығына уәкілетті лауазымды адам ғана жолдайды.",
                "Руководству центральных и областных государственных органов направляет только уполномоченный.",
                "To the leadership of central and oblast state bodies only an authorised official sends it.",
            ),
            widget="choice",
            choices=tuple(ADDRESSED.items()),
        ),
    ] = "others"
    calls_for: Annotated[
        Literal["materials", "civil", "criminal", "offence", "administrative"],
        Asked(
            Phrase("Не сұратылады", "Что истребуется", "What is called for"),
            Phrase(
                "Істерді сұрату тәртібін кодекстер белгілейді.",
                "Порядок истребования дел устанавливают кодексы.",
                "The order of calling for cases is set by the codes.",
            ),
            widget="choice",
            choices=tuple(CALLED_FOR.items()),
        ),
    ] = "materials"

    addressee: Annotated[
        Text,
        Asked(
            Phrase("Кімге", "Кому", "To whom"),
            Phrase("Органның толық атауы.", "Полное наименование органа.", "The full name of the body."),
        ),
        Field(min_length=1, max_length=300),
    ]
    asked: Annotated[
        Text,
        Asked(Phrase("Не сұралады", "Что запрашивается", "What is asked for"), widget="text"),
        Field(min_length=1, max_length=20_000),
    ]
    due: Annotated[dt.date, Asked(Phrase("Жауап беру күні", "Ответить до", "Answer by"), widget="day")]
    contested: Annotated[bool, CONTESTED] = False
    consent: Annotated[
        bool,
        Asked(
            Phrase(
                "Өтініш беруші өз деректерін беруге келіскен",
                "Заявитель согласен на передачу его данных",
                "The applicant consents to the disclosure of his data",
            ),
            Phrase(
                "Мәтінде оның ЖСН, мекенжайы немесе байланысы болса ғана керек (61-тармақ).",
                "Нужно, только если в тексте есть его ИИН, адрес или контакты (п. 61).",
                "Needed only where the text holds the IIN, address or contacts (point 61).",
            ),
            widget="flag",
        ),
    ] = False
    relates: Relates = ""

    def cites(self) -> list[str]:
        """The points that the choices add."""
        found = ["29I.62.2"] if self.addressed != OTHERS else []
        return [*found, *(["29I.62.3"] if self.calls_for != MATERIALS_ONLY else [])]


POWER_OF = {CENTRAL: Role.SIGNS_TO_CENTRAL, OBLAST: Role.SIGNS_TO_OBLAST}


def _requests(actor: Actor, case: Case, form: Form | None) -> bool:
    """Ask without a form: who considers the appeal, and who holds either power."""
    power = POWER_OF.get(getattr(form, "addressed", ""))
    if power is not None:
        return actor.has_role(power, case.body.id)
    if form is None and any(actor.has_role(each, case.body.id) for each in POWER_OF.values()):
        return True
    return EXECUTOR.test(actor, case, form)


def _who_requests(case: Case, form: Form | None) -> Phrase:
    power = POWER_OF.get(getattr(form, "addressed", ""))
    if power is None:
        return EXECUTOR.who
    rows = Duty.objects.filter(held_on(clock.today(case.body.zone)), body_id=case.body.id, role=power)
    people = [row.person.full_name for row in rows.select_related("person").order_by("person__sort_key", "pk")]
    if not people:
        return _NOBODY
    return Phrase(*(f"{_POWERED.into(lang)}: {', '.join(people)}" for lang in LANGUAGES))


_POWERED = Phrase(
    "мұндай сұрауларға қол қоюға уәкілетті лауазымды адамдар",
    "должностные лица, уполномоченные подписывать такие запросы",
    "the officials authorised to sign such requests",
)
_NOBODY = Phrase(
    "мұндай сұрауларға қол қоюға уәкілетті лауазымды адам; бұл өкілеттік әзірге ешкімге берілмеген, оны әкімші "
    "бұйрық бойынша «Құрылым» бетінде береді",
    "должностное лицо, уполномоченное подписывать такие запросы; сейчас это не возложено ни на кого, по приказу это "
    "вносит администратор на странице «Структура»",
    "an official authorised to sign such requests; nobody is at present, an administrator enters it by an order on the "
    "page “Structure”",
)
REQUESTER = Right(
    "requester",
    Phrase(
        "жолданымды тікелей қарайтын лауазымды адам; орталық және облыстық мемлекеттік органдардың басшылығына – "
        "уәкілетті лауазымды адам",
        "должностное лицо, непосредственно рассматривающее обращение; руководству центральных и областных "
        "государственных органов – уполномоченное должностное лицо",
        "the official who directly considers the appeal; to the leadership of central and oblast state bodies, an "
        "authorised official",
    ),
    _requests,
    ("29I.62.1", "29I.62.2"),
    _who_requests,
)


def reached_on(case: Case) -> dt.date:
    """Return the day on which an appeal reached the official who considers it now: the asker, else the executor."""
    asker = case.act.actor.person_id if case.act is not None else None
    now = [row for row in case.assignments if row.until is None]
    own = [row for row in now if row.person_id == asker] or [row for row in now if row.role == Assignment.Role.EXECUTOR]
    if not own:
        return case.happened_on
    return min(row.since for row in own).astimezone(ZoneInfo(case.body.zone)).date()


@dataclass(frozen=True)
class AskedInTime:
    """Measure the first request of an appeal against the three working days; later ones ask for what came to light."""

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Write the term with how it ended."""
        if not any(term.clock == ASKING.name for term in case.terms):
            Start(ASKING, since=lambda asked, _data: reached_on(asked), done=True).apply(case, data, change)


@dataclass(frozen=True)
class KeepCalled:
    """Keep beside a request to whom it is addressed, which case it calls for, whose conclusions it will bring."""

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Write the row of the child matter."""
        contested = data.contested or is_contested(case, data.addressee)
        change.insert(
            Called, request_id=case.row.pk, addressed=data.addressed, calls_for=data.calls_for, contested=contested
        )
        change.entry_data |= {"addressed": data.addressed, "calls_for": data.calls_for, "contested": contested}
