"""What the steps of a hearing ask for. Source: APPK 66, 73, 74."""

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from nadzor.casework.forms import Asked, Form, Text, say, title, wrong
from nadzor.law.words import Phrase

WRITTEN, ORAL, VIDEO = "written", "oral", "video"
WAYS: dict[str, Phrase] = {
    WRITTEN: Phrase("жазбаша ұстаным", "письменная позиция", "a written position"),
    ORAL: Phrase("шақырып, ауызша", "устно, по приглашению", "by word of mouth, on invitation"),
    VIDEO: Phrase("бейнеконференция арқылы", "по видео-конференц-связи", "by videoconference"),
}
PROOFS: dict[str, Phrase] = {
    "letter": Phrase(
        "хабарламасы бар тапсырысты хат", "заказное письмо с уведомлением", "registered letter with advice"
    ),
    "phone": Phrase("телефонограмма", "телефонограмма", "phone message"),
    "telegram": Phrase("телеграмма", "телеграмма", "telegram"),
    "cabinet": Phrase(
        "электрондық үкімет кабинеті және SMS",
        "кабинет электронного правительства и SMS",
        "e-government cabinet and SMS",
    ),
    "sms": Phrase("SMS", "SMS", "SMS"),
    "email": Phrase("электрондық пошта", "электронная почта", "e-mail"),
    "portal": Phrase("осы портал", "этот портал", "this portal"),
    "by_hand": Phrase("қолхатпен", "под расписку", "by hand, with a receipt"),
}
"""Ways of a notice that fix it (APPK 66)."""
GROUNDS: dict[str, Phrase] = {
    "favourable": Phrase(
        "акт қолайлы және басқа адамдарға қатысы жоқ",
        "акт благоприятный и не затрагивает интересы других лиц",
        "the act is favourable and touches nobody else",
    ),
    "enforcement": Phrase("атқарушылық іс жүргізу", "исполнительное производство", "enforcement proceedings"),
    "short_term": Phrase(
        "заң бойынша мерзім бес жұмыс күнінен кем",
        "по закону срок меньше пяти рабочих дней",
        "the law gives less than five working days",
    ),
    "at_once": Phrase(
        "құқықтар мен мүдделерді қорғау үшін акт дереу қажет",
        "акт нужен немедленно для защиты прав и интересов",
        "the act is needed at once to protect rights or interests",
    ),
    "asked": Phrase("қатысушы өзі сұрады", "об этом просит сам участник", "the participant asks so"),
    "simplified": Phrase("оңайлатылған рәсім", "упрощённая процедура", "simplified procedure"),
    "automated": Phrase(
        "автоматты шешім", "автоматизированное решение без усмотрения", "an automated decision without discretion"
    ),
    "court_act": Phrase(
        "сот актісі тыйым салған", "судебный акт запрещает деятельность или право", "a court act forbids it"
    ),
    "no_reception": Phrase(
        "жеке қабылдауға жазудан бас тарту", "отказ в записи на личный приём", "a refused booking of a reception"
    ),
    "terminated": Phrase(
        "оңайлатылған рәсім тоқтатылды", "упрощённая процедура прекращена", "the simplified procedure is terminated"
    ),
}
"""When no hearing is held (APPK 73, part 2)."""
title({**WAYS, **PROOFS, **GROUNDS})

Day = Annotated[dt.date, Asked(Phrase("Күні", "День", "Day"), widget="day")]
PLACE = Phrase("Орны немесе сілтемесі", "Место или ссылка", "Place or link")
HOUR = Phrase("Уақыты", "Время", "Hour")
HOUR_HINT = Phrase("10:30 түрінде.", "Например, 10:30.", "Such as 10:30.")
BAD_HOUR = "hour"
say(BAD_HOUR, Phrase("Уақытты былай жазыңыз: 10:30.", "Запишите время так: 10:30.", "Write the hour as 10:30."))
_TYPED_HOUR = re.compile(r"([01]?\d|2[0-3])[:.\-]?([0-5]\d)", re.ASCII)


def hour_in(value: object) -> object:
    """Return an hour as it is kept, 09:30, from what people type: 9:30, 9.30, 0930. Raises an error for no hour."""
    if not isinstance(value, str) or not value.strip():
        return value
    found = _TYPED_HOUR.fullmatch(value.strip())
    if found is None:
        raise wrong(BAD_HOUR)
    return f"{int(found[1]):02}:{found[2]}"


OneHour = Annotated[str, BeforeValidator(hour_in), Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Hour = Annotated[str, Asked(HOUR, HOUR_HINT), BeforeValidator(hour_in), Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]


def _text(label: Phrase, hint: Phrase | None = None) -> Asked:
    return Asked(label, hint, widget="text")


class OfferHearing(Form):
    """Invite to state a position on the preliminary decision (APPK 73, part 1)."""

    way: Annotated[
        Literal["written", "oral", "video"],
        Asked(Phrase("Нысаны", "Форма", "Way"), widget="choice", choices=tuple(WAYS.items())),
    ]
    on: Annotated[
        dt.date,
        Asked(
            Phrase("Тыңдау күні", "День заслушивания", "Day of the hearing"),
            Phrase(
                "Жазбаша болса, ұстаным күтілетін күн.",
                "Для письменной позиции – до какого дня её ждут.",
                "For a written position, until when it is awaited.",
            ),
            widget="day",
        ),
    ]
    hour: Hour = ""
    place: Annotated[Text, Asked(PLACE), Field(max_length=300)] = ""
    act_day: Annotated[
        dt.date,
        Asked(
            Phrase("Акт қабылданатын күн", "Планируемый день принятия акта", "Planned day of the act"),
            Phrase(
                "Хабарлама одан кемінде үш жұмыс күні бұрын жіберіледі.",
                "Уведомляют не позднее чем за три рабочих дня до него.",
                "The notice goes at least three working days before.",
            ),
            widget="day",
        ),
    ]
    preliminary: Annotated[
        Text,
        _text(Phrase("Алдын ала шешім", "Предварительное решение", "Preliminary decision")),
        Field(min_length=1, max_length=20_000),
    ]


class OmitHearing(Form):
    """Why no hearing is held (APPK 73, part 2)."""

    ground: Annotated[
        Literal[
            "favourable",
            "enforcement",
            "short_term",
            "at_once",
            "asked",
            "simplified",
            "automated",
            "court_act",
            "no_reception",
            "terminated",
        ],
        Asked(
            Phrase("Неге тыңдау өткізілмейді", "Почему заслушивание не проводится", "Why no hearing is held"),
            widget="choice",
            choices=tuple(GROUNDS.items()),
        ),
    ]
    reasons: Annotated[
        Text,
        _text(
            Phrase("Негіздеме", "Обоснование", "Reasons"),
            Phrase(
                "Акт дереу қажет болса, міндетті: олар актіде көрсетіледі.",
                "Обязательно, если акт нужен немедленно: причины указывают в акте.",
                "Needed where the act is needed at once: the act states them.",
            ),
        ),
        Field(max_length=5000),
    ] = ""


class Received(Form):
    """When and by which way the preliminary decision reached the participant."""

    received_on: Day
    told_by: Annotated[
        Literal["letter", "phone", "telegram", "cabinet", "sms", "email", "portal", "by_hand"],
        Asked(
            Phrase("Қандай жолмен", "Каким способом", "By which way"), widget="choice", choices=tuple(PROOFS.items())
        ),
    ]


class Objection(Form):
    """What the participant says of the preliminary decision."""

    text: Annotated[
        Text,
        _text(Phrase("Қатысушының ұстанымы", "Позиция участника", "Position of the participant")),
        Field(min_length=1, max_length=50_000),
    ]
    came_on: Day


class AskOral(Form):
    """A request for an oral hearing, and when it came (APPK 73)."""

    came_on: Day
    text: Annotated[Text, _text(Phrase("Өтінішхат", "Ходатайство", "Request")), Field(max_length=5000)] = ""


class AppointOral(Form):
    """When and where the oral hearing will be that was asked for."""

    on: Annotated[dt.date, Asked(Phrase("Тыңдау күні", "День заслушивания", "Day of the hearing"), widget="day")]
    hour: Annotated[OneHour, Asked(HOUR, HOUR_HINT)]
    place: Annotated[Text, Asked(PLACE), Field(min_length=1, max_length=300)]
    video: Annotated[
        bool, Asked(Phrase("Бейнеконференция", "По видео-конференц-связи", "By videoconference"), widget="flag")
    ] = False


class DrawRecord(Form):
    """The record of an oral hearing (APPK 74)."""

    where: Annotated[Text, Asked(PLACE), Field(min_length=1, max_length=300)]
    began: Annotated[OneHour, Asked(Phrase("Басталды", "Начато", "Began"), HOUR_HINT)]
    ended: Annotated[OneHour, Asked(Phrase("Аяқталды", "Окончено", "Ended"), HOUR_HINT)]
    official: Annotated[
        Text,
        Asked(Phrase("Төрағалық еткен", "Председательствующий", "Who presided")),
        Field(min_length=1, max_length=300),
    ]
    secretary: Annotated[Text, Asked(Phrase("Хатшы", "Секретарь", "Secretary")), Field(min_length=1, max_length=300)]
    present: Annotated[
        Text,
        _text(
            Phrase("Қатысушылар", "Участники", "Participants"),
            Phrase("Әр жолда біреуден.", "По одному на строке.", "One a line."),
        ),
        Field(min_length=1, max_length=5000),
    ]
    question: Annotated[
        Text,
        _text(Phrase("Қаралатын мәселе", "Рассматриваемый вопрос", "Question")),
        Field(min_length=1, max_length=5000),
    ]
    course: Annotated[
        Text,
        _text(
            Phrase(
                "Түсініктемелер, сұрақтар, жауаптар, сөздер",
                "Объяснения, вопросы, ответы, выступления",
                "Explanations, questions, answers, speeches",
            )
        ),
        Field(min_length=1, max_length=50_000),
    ]


class ReadRecord(Form):
    """When the participant has read the record."""

    read_on: Day


class Remarks(Form):
    """Remarks on the record."""

    text: Annotated[
        Text,
        _text(Phrase("Ескертулер", "Замечания", "Remarks")),
        Field(min_length=1, max_length=20_000),
    ]
    came_on: Day


class DecideRemarks(Form):
    """What who presided has decided on the remarks (APPK 74)."""

    decision: Annotated[
        Text,
        _text(Phrase("Ескертулер бойынша шешім", "Решение по замечаниям", "Decision on the remarks")),
        Field(min_length=1, max_length=5000),
    ]
