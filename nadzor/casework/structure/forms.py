"""What changes of the structure need: typed forms with the labels of their fields."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from nadzor.casework.forms import Asked, Form, Text
from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level, Post
from nadzor.law.words import OWN_NAMES, Phrase
from nadzor.organs.models import Absence
from nadzor.organs.roles import Role
from nadzor.organs.seed_records import Sphere

ABSENCES = {
    Absence.Kind.LEAVE: Phrase("демалыс", "отпуск", "leave"),
    Absence.Kind.ILLNESS: Phrase("ауыру", "болезнь", "illness"),
    Absence.Kind.JOURNEY: Phrase("іссапар", "командировка", "a business trip"),
    Absence.Kind.STUDY: Phrase("оқу", "учёба", "study"),
}
SPHERES = {
    Sphere.TERRITORIAL: Phrase("аумақтық", "территориальная", "territorial"),
    Sphere.MILITARY: Phrase("әскери", "военная", "military"),
    Sphere.ENVIRONMENTAL: Phrase("табиғат қорғау", "природоохранная", "environmental"),
    Sphere.TRANSPORT: Phrase("көлік", "транспортная", "transport"),
    Sphere.SPECIAL_OBJECTS: Phrase(
        "ерекше маңызды объектілер", "особо важные объекты", "objects of special importance"
    ),
    Sphere.CORRECTIONAL: Phrase("түзеу мекемелері", "исправительные учреждения", "correctional institutions"),
}
KINDS = {
    BodyKind.GPO: Phrase("Бас прокуратура", "Генеральная прокуратура", "General Prosecutor's Office"),
    BodyKind.COMMITTEE: Phrase(
        "Құқықтық статистика комитеті", "Комитет по правовой статистике", "Committee on Legal Statistics"
    ),
    BodyKind.ASSET_RECOVERY: Phrase(
        "Активтерді қайтару комитеті", "Комитет по возврату активов", "Asset Recovery Committee"
    ),
    BodyKind.ACADEMY: Phrase("Академия", "Академия", "Academy"),
    BodyKind.INSTITUTION: Phrase("прокуратура мекемесі", "учреждение прокуратуры", "institution"),
    BodyKind.MILITARY: Phrase(
        "Бас әскери прокуратура", "Главная военная прокуратура", "Chief Military Prosecutor's Office"
    ),
    BodyKind.TRANSPORT: Phrase(
        "Бас көлік прокуратурасы", "Главная транспортная прокуратура", "Chief Transport Prosecutor's Office"
    ),
    BodyKind.OBLAST: Phrase(
        "облыс және оған теңестірілген прокуратура",
        "областная и приравненная прокуратура",
        "oblast office and its equals",
    ),
    BodyKind.DISTRICT: Phrase(
        "аудан және оған теңестірілген прокуратура",
        "районная и приравненная прокуратура",
        "district office and its equals",
    ),
    BodyKind.COMMITTEE_TERRITORIAL: Phrase(
        "Комитеттің аумақтық органы", "территориальный орган Комитета", "territorial body of the Committee"
    ),
}
LEVELS = {
    Level.GPO: Phrase("Орталық деңгей", "Центральный уровень", "Central level"),
    Level.OBLAST: Phrase("Облыс деңгейі", "Областной уровень", "Oblast level"),
    Level.DISTRICT: Phrase("Аудан деңгейі", "Районный уровень", "District level"),
}
_LANGUAGES = tuple((each, Phrase(name, name, name)) for each, name in OWN_NAMES)
_FIRST = Phrase("Осы күннен бастап, осы күнді қоса", "Первый день, включительно", "First day, inclusive")
_LAST = Phrase("Осы күнге дейін, осы күнді қоса", "Последний день, включительно", "Last day, inclusive")
_UNKNOWN_END = Phrase(
    "Соңғы күні әлі белгісіз болса, бос қалдырыңыз.",
    "Если последний день пока неизвестен, оставьте пустым.",
    "Leave it empty while the last day is not known.",
)

_ORDER = Phrase("Бұйрықтың нөмірі", "Номер приказа", "Number of the order")
_ORDER_DAY = Phrase("Бұйрықтың күні", "Дата приказа", "Day of the order")
Line = Annotated[Text, Field(min_length=1, max_length=300)]
OrderNumber = Annotated[Text, Field(min_length=1, max_length=40), Asked(_ORDER)]
OrderDay = Annotated[dt.date, Asked(_ORDER_DAY, widget="day")]
Since = Annotated[dt.date, Asked(_FIRST, widget="day")]
Until = Annotated[dt.date | None, Asked(_LAST, _UNKNOWN_END, "day")]
End = Annotated[dt.date, Asked(_LAST, widget="day")]
NameKk = Annotated[Line, Asked(Phrase("Қазақша атауы", "Название на казахском", "Name in Kazakh"))]
NameRu = Annotated[Line, Asked(Phrase("Орысша атауы", "Название на русском", "Name in Russian"))]
NameEn = Annotated[Line, Asked(Phrase("Ағылшынша атауы", "Название на английском", "Name in English"))]
Zone = Annotated[Text, Field(max_length=40), Asked(Phrase("Уақыт белдеуі", "Часовой пояс", "Time zone"))]
Address = Annotated[Text, Field(max_length=300), Asked(Phrase("Мекенжайы", "Адрес", "Address"))]
InCity = Annotated[
    bool, Asked(Phrase("Бұл – қаланың прокуратурасы", "Это прокуратура города", "An office of a city"), widget="flag")
]
UnitField = Annotated[int | None, Asked(Phrase("Бөлімшесі", "Подразделение", "Unit"), widget="unit")]
PostField = Annotated[Post, Asked(Phrase("Лауазымы", "Должность", "Post"), widget="post")]
Presidential = Annotated[
    bool,
    Asked(
        Phrase("Бұл – Президенттің актісі", "Это акт Президента", "It is an act of the President"),
        Phrase(
            "Бас Прокурор мен Бас әскери прокурорды Президент тағайындайды: бұйрықтың орнына оның актісін жазыңыз.",
            "Генерального Прокурора и Главного военного прокурора назначает Президент: вместо приказа укажите его акт.",
            "The President appoints the Prosecutor General and the Chief Military Prosecutor: give the act instead of "
            "an order.",
        ),
        "flag",
    ),
]
PersonField = Annotated[int, Asked(Phrase("Кім", "Кто", "Who"), widget="staff")]


class CreateBody(Form):
    """A new body below another."""

    kind: Annotated[BodyKind, Asked(Phrase("Түрі", "Вид", "Kind"), widget="kind")]
    sphere: Annotated[
        Sphere, Asked(Phrase("Саласы", "Сфера", "Sphere"), widget="choice", choices=tuple(SPHERES.items()))
    ]
    code: Annotated[
        Text,
        Field(min_length=1, max_length=40),
        Asked(
            Phrase("Коды", "Код", "Code"),
            Phrase(
                "Алты цифр және латынша сөз: 751110-district. Кейін өзгертілмейді.",
                "Шесть цифр и слово латиницей: 751110-district. Потом не меняется.",
                "Six digits and a word in Latin letters: 751110-district. It is never changed later.",
            ),
        ),
    ]
    kk: NameKk
    ru: NameRu
    en: NameEn
    city: InCity = False
    zone: Zone = "Asia/Almaty"
    address: Address = ""
    since: Since
    order_number: OrderNumber
    order_day: OrderDay


class ChangeBody(Form):
    """Another name, place or superior of a body."""

    kk: NameKk
    ru: NameRu
    en: NameEn
    parent: Annotated[
        Text, Asked(Phrase("Жоғары тұрған прокуратура", "Вышестоящая прокуратура", "Office above"), widget="parent")
    ] = ""
    city: InCity = False
    zone: Zone = "Asia/Almaty"
    address: Address = ""


class Close(Form):
    """The last day of a body, unit, territory, post, acting period, absence, work; of a service, today or earlier."""

    until: End
    order_number: OrderNumber
    order_day: OrderDay


class CreateUnit(Form):
    """A new unit of a body."""

    code: Annotated[
        Text,
        Field(min_length=1, max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
        Asked(
            Phrase("Коды", "Код", "Code"),
            Phrase(
                "Бөлімшенің жұмысы, кіші латын әріптері мен дефис: public-interests. Бағыттау осы код бойынша жүреді.",
                "Работа подразделения малыми латинскими буквами с дефисом: public-interests. По коду идёт маршрут.",
                "The work of the unit in small Latin letters and hyphens: public-interests. Routing goes by the code.",
            ),
        ),
    ]
    kk: NameKk
    ru: NameRu
    en: NameEn
    since: Since
    order_number: OrderNumber
    order_day: OrderDay


class ChangeUnit(Form):
    """Another name of a unit."""

    kk: NameKk
    ru: NameRu
    en: NameEn


class AddTerritory(Form):
    """A territory where a body acts."""

    kato: Annotated[
        Text,
        Field(min_length=1, max_length=9),
        Asked(
            Phrase("ӘАОЖ кодының басы", "Начало кода КАТО", "Beginning of the KATO code"),
            Phrase("Екіден тоғызға дейін цифр.", "От двух до девяти цифр.", "Two to nine digits."),
        ),
    ]
    since: Since
    order_number: OrderNumber
    order_day: OrderDay


_Name = Annotated[Text, Field(max_length=100)]
Surname = Annotated[Text, Field(min_length=1, max_length=100), Asked(Phrase("Тегі", "Фамилия", "Surname"))]
GivenName = Annotated[_Name, Asked(Phrase("Аты", "Имя", "Name"))]
Patronymic = Annotated[_Name, Asked(Phrase("Әкесінің аты", "Отчество", "Patronymic"))]
Email = Annotated[
    Text,
    Field(max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$"),
    Asked(Phrase("Электрондық пошта", "Электронная почта", "E-mail")),
]
Works = Annotated[
    tuple[Role, ...],
    Asked(Phrase("Қосымша жұмыстары", "Работы сверх должности", "Works beside the post"), widget="works"),
]


class AddPerson(Form):
    """A new member of staff: the person, the account, the first post, the works laid upon them by the same order."""

    surname: Surname
    given_name: GivenName = ""
    patronymic: Patronymic = ""
    email: Email = ""
    login: Annotated[
        Text,
        Field(min_length=3, max_length=60),
        Asked(
            Phrase("Логині", "Логин", "Login"),
            Phrase(
                "Кіші латын әріптері, цифрлар, нүктелер: almaty.registrar2.",
                "Малые латинские буквы, цифры и точки: almaty.registrar2.",
                "Small Latin letters, digits and points: almaty.registrar2.",
            ),
        ),
    ]
    language: Annotated[
        Literal["kk", "ru", "en"], Asked(Phrase("Тілі", "Язык", "Language"), widget="choice", choices=_LANGUAGES)
    ]
    post: PostField
    unit: UnitField = None
    roles: Works = ()
    since: Since
    order_number: OrderNumber
    order_day: OrderDay
    presidential: Presidential = False


class ChangePerson(Form):
    """Another name or address of a person."""

    surname: Surname
    given_name: GivenName = ""
    patronymic: Patronymic = ""
    email: Email = ""


class Appoint(Form):
    """A post for a person."""

    body: Annotated[Text, Asked(Phrase("Прокуратура", "Прокуратура", "Office"), widget="place")]
    post: PostField
    unit: UnitField = None
    since: Since
    until: Until = None
    order_number: OrderNumber
    order_day: OrderDay
    presidential: Presidential = False


class StandIn(Form):
    """An acting period: who, for which post, instead of whom."""

    person: Annotated[
        int, Asked(Phrase("Міндетін кім атқарады", "Кто исполняет обязанности", "Who acts"), widget="staff")
    ]
    post: Annotated[
        Post,
        Asked(
            Phrase("Қай лауазымның міндетін", "Обязанности по какой должности", "Duties of which post"), widget="post"
        ),
    ]
    unit: UnitField = None
    instead_of: Annotated[
        int | None,
        Asked(
            Phrase("Кімнің орнына", "За кого", "Instead of whom"),
            Phrase(
                "Лауазым бос болса, бос қалдырыңыз.",
                "Если должность вакантна, оставьте пустым.",
                "Leave it empty where the post has no holder.",
            ),
            "staff",
        ),
    ] = None
    since: Since
    until: Until = None
    order_number: OrderNumber
    order_day: OrderDay


class Away(Form):
    """An absence."""

    kind: Annotated[
        Absence.Kind, Asked(Phrase("Себебі", "Причина", "Reason"), widget="choice", choices=tuple(ABSENCES.items()))
    ]
    since: Since
    until: Until = None
    order_number: Annotated[
        Text,
        Field(min_length=1, max_length=40),
        Asked(
            Phrase("Бұйрықтың немесе құжаттың нөмірі", "Номер приказа или документа", "Number of the order or paper"),
            Phrase(
                "Ауырғанда – еңбекке жарамсыздық парағы.",
                "При болезни – лист нетрудоспособности.",
                "In illness, the sick-leave sheet.",
            ),
        ),
    ]
    order_day: Annotated[dt.date, Asked(Phrase("Құжаттың күні", "Дата документа", "Day of the paper"), widget="day")]


class LayWork(Form):
    """A work laid upon a person beside the post."""

    body: Annotated[Text, Asked(Phrase("Прокуратура", "Прокуратура", "Office"), widget="office")]
    role: Annotated[Role, Asked(Phrase("Жұмыс", "Работа", "Work"), widget="work")]
    since: Since
    until: Until = None
    order_number: OrderNumber
    order_day: OrderDay


class RenewAccess(Form):
    """A new temporary password; a closed account is opened again."""

    reason: Annotated[Line, Asked(Phrase("Не үшін", "Для чего", "What for"))]
