"""What the steps of chapter 4 need. Each field says which item of the order it is (29I.71-84)."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from nadzor.appeals.drafting_forms import Vouching
from nadzor.appeals.hearing.forms import AppointOral
from nadzor.casework.forms import Asked, Form, Text
from nadzor.complaints.words import BASES, GROUNDS, MEASURES, RETURN_GROUNDS, SENDING_BACK, SIDES, WHAT
from nadzor.law.words import Phrase

_Long = Annotated[Text, Field(min_length=1, max_length=20_000)]
_Reasons = Annotated[_Long, Asked(Phrase("Дәлелдер", "Обоснование", "Reasons"), widget="text")]
_Decision = Annotated[_Long, Asked(Phrase("Шешім", "Решение", "Decision"), widget="text")]
_Measure = Annotated[
    Text,
    Asked(Phrase("Шара", "Мера", "Measure"), widget="choice", choices=tuple(MEASURES.items())),
    Field(min_length=1),
]
_DAY = Asked(Phrase("Күні", "Дата", "Day"), widget="day")


class Contest(Form):
    """The very act, decision, action or inaction that is contested, whose it is, when it was learnt of (29I.71.1)."""

    what: Annotated[
        Text,
        Asked(
            Phrase("Не шағымдалады", "Что обжалуется", "What is contested"),
            widget="choice",
            choices=tuple(WHAT.items()),
        ),
        Field(min_length=1),
    ]
    content: Annotated[
        _Long,
        Asked(
            Phrase("Қысқаша мазмұны", "Краткое содержание", "Its content in short"),
            Phrase(
                "Шағым жасалған акт, әрекет, әрекетсіздік.",
                "Обжалуемых акта, действия, бездействия.",
                "Of the act, action or inaction.",
            ),
            widget="text",
        ),
    ]
    office: Annotated[
        Text,
        Asked(Phrase("Кімнің актісі", "Чей это акт", "Whose act it is"), widget="office"),
        Field(min_length=1),
    ]
    official: Annotated[
        Text,
        Asked(Phrase("Лауазымды адам", "Должностное лицо", "Official")),
        Field(max_length=300),
    ] = ""
    contested: Annotated[
        Text,
        Asked(
            Phrase("Жолданымның нөмірі", "Номер обращения", "Number of the appeal"),
            Phrase(
                "Шешім қай жолданым бойынша қабылданса, соның нөмірі.",
                "По которому принято обжалуемое решение.",
                "In which the contested decision was taken.",
            ),
        ),
        Field(max_length=40),
    ] = ""
    learnt_on: Annotated[
        dt.date | None,
        Asked(Phrase("Қашан білді", "Когда узнал", "When it was learnt of"), widget="day"),
    ] = None
    filed_on: Annotated[
        dt.date | None,
        Asked(
            Phrase("Шағым берілген күн", "Когда подана", "When it was filed"),
            Phrase("Бос болса: түскен күні.", "Если пусто: день поступления.", "Empty: the day it came."),
            widget="day",
        ),
    ] = None
    way_not_named: Annotated[
        bool,
        Asked(
            Phrase(
                "Актіде шағымдану тәртібі көрсетілмеген",
                "В акте не указан порядок обжалования",
                "The act does not name the way of complaint",
            ),
            widget="flag",
        ),
    ] = False
    real_address: Annotated[
        Text,
        Asked(
            Phrase("Нақты тұратын жері", "Место фактического проживания", "Address of actual residence"),
            Phrase(
                "Заңды тұлғаның орналасқан жері. АППК-нің 93-бабы.",
                "Для юридического лица – место нахождения. Статья 93 АППК.",
                "The seat of a legal entity. Article 93 of the code.",
            ),
        ),
        Field(max_length=500),
    ] = ""
    missed_because: Annotated[
        Text,
        Asked(
            Phrase("Мерзімді өткізу себебі", "Причина пропуска срока", "Why the term was missed"),
            Phrase(
                "Шағым берушінің мерзімді қалпына келтіру өтініші болса.",
                "Если заявитель просит восстановить срок.",
                "Where the complainant asks to restore the term.",
            ),
            widget="text",
        ),
        Field(max_length=20_000),
    ] = ""


class SendUp(Form):
    """To which higher office, with which explanations and papers (29I.71.4)."""

    office: Annotated[
        Text,
        Asked(Phrase("Жоғары тұрған прокуратура", "Вышестоящая прокуратура", "Higher office"), widget="office"),
        Field(min_length=1),
    ]
    explanations: Annotated[_Long, Asked(Phrase("Түсініктемелер", "Пояснения", "Explanations"), widget="text")]
    enclosed: Annotated[
        _Long,
        Asked(
            Phrase("Қоса жіберіледі", "Прилагается", "Enclosed"),
            Phrase(
                "Шағым және әкімшілік іс; әр жолға бір құжат.",
                "Жалоба и административное дело; по документу в строке.",
                "The complaint and the case; a paper a line.",
            ),
            widget="text",
        ),
    ]


class CorrectSelf(Form):
    """The favourable act or action, and that it satisfies the complaint wholly (29I.71.5)."""

    act: Annotated[_Long, Asked(Phrase("Не істелді", "Что сделано", "What was done"), widget="text")]
    wholly: Annotated[
        bool,
        Asked(
            Phrase(
                "Шағымның талаптары толық қанағаттандырылды",
                "Требования жалобы удовлетворены полностью",
                "The demands of the complaint are satisfied wholly",
            ),
            widget="flag",
        ),
    ] = False


class AskRestoration(Form):
    """Why the term was missed, as the complainant says (29I.71.2)."""

    reason: Annotated[_Long, Asked(Phrase("Себебі", "Причина", "Reason"), widget="text")]


class Restore(Form):
    """Whether the term is restored, and why (29I.71.2)."""

    restored: Annotated[
        bool, Asked(Phrase("Мерзім қалпына келтірілсін", "Восстановить срок", "Restore the term"), widget="flag")
    ] = False
    reasons: _Reasons


class Hear(Form):
    """Who was heard, when, where, what was said (29I.77; APPK 73, 74)."""

    side: Annotated[
        Text,
        Asked(Phrase("Кім тыңдалды", "Кто заслушан", "Who was heard"), widget="choice", choices=tuple(SIDES.items())),
        Field(min_length=1),
    ]
    where: Annotated[Text, Asked(Phrase("Орны", "Место", "Place")), Field(min_length=1, max_length=300)]
    began: Annotated[Text, Asked(Phrase("Басталды", "Начато", "Began")), Field(min_length=1, max_length=40)]
    ended: Annotated[Text, Asked(Phrase("Аяқталды", "Окончено", "Ended")), Field(min_length=1, max_length=40)]
    official: Annotated[
        Text,
        Asked(Phrase("Тыңдауды өткізген адам", "Кто проводил", "Who held it")),
        Field(min_length=1, max_length=300),
    ]
    secretary: Annotated[Text, Asked(Phrase("Хатшы", "Секретарь", "Secretary")), Field(min_length=1, max_length=300)]
    present: Annotated[
        _Long,
        Asked(
            Phrase("Қатысушылар", "Участники", "Participants"),
            Phrase("Әр жолға бір адам.", "По одному в строке.", "One a line."),
            widget="text",
        ),
    ]
    course: Annotated[_Long, Asked(Phrase("Не айтылды", "Что сказано", "What was said"), widget="text")]


_REASON = Asked(Phrase("Себебі", "Причина", "Reason"), widget="text")


class CallOfficial(AppointOral):
    """When and where the official complained of is heard, or by which link (29I.77; APPK 73)."""


class PutOffCall(CallOfficial):
    """The new day, hour and place, and why the hearing of the official is put off."""

    reason: Annotated[Text, _REASON, Field(min_length=1, max_length=2000)]


class CallOffCall(Form):
    """Why the official is not heard on the day that was set."""

    reason: Annotated[Text, _REASON, Field(min_length=1, max_length=2000)]


class NotHeard(Form):
    """Why a side is not heard (29I.77; APPK 73)."""

    side: Annotated[
        Text,
        Asked(
            Phrase("Кім тыңдалмады", "Кто не заслушан", "Who is not heard"),
            widget="choice",
            choices=tuple(SIDES.items()),
        ),
        Field(min_length=1),
    ]
    why: Annotated[_Long, Asked(Phrase("Себебі", "Причина", "Reason"), widget="text")]


class KeepInForce(Form):
    """Why a complaint does not suspend the act that it contests (APPK 96)."""

    why: Annotated[_Long, Asked(Phrase("Неге тоқтатылмайды", "Почему не приостановлен", "Why not"), widget="text")]


class GoneBack(Form):
    """By which row the three working days of a return run here, and from which day (APPK 64, part 7)."""

    norm: Text
    since: dt.date


class WithdrawComplaint(Form):
    """On which day the complainant withdrew it in writing, and that the withdrawal is accepted (29I.73, 74)."""

    on: Annotated[dt.date, _DAY]


class ReturnComplaint(Form):
    """Why a complaint goes back (29I.73; APPK 94, 64)."""

    ground: Annotated[
        Text,
        Asked(Phrase("Негізі", "Основание", "Ground"), widget="choice", choices=tuple(RETURN_GROUNDS.items())),
        Field(min_length=1),
    ]
    reason: Annotated[_Long, Asked(Phrase("Себебі", "Причина", "Reason"), widget="text")]


class LeaveComplaint(Vouching):
    """The ground on which a complaint is left, with the earlier decision, court act or claim it rests on (29I.74).

    The questions of point 61 that are confirmed, as of any decision that ends the matter.
    """

    ground: Annotated[
        Text,
        Asked(Phrase("Негізі", "Основание", "Ground"), widget="choice", choices=tuple(GROUNDS.items())),
        Field(min_length=1),
    ]
    earlier: Annotated[
        Text,
        Asked(
            Phrase("Бұрынғы шағымның нөмірі", "Номер прежней жалобы", "Number of the earlier complaint"),
            Phrase(
                "Бірінші және үшінші негіз үшін.",
                "Для первого и третьего основания.",
                "For the first and third ground.",
            ),
        ),
        Field(max_length=40),
    ] = ""
    court: Annotated[
        Text,
        Asked(
            Phrase("Сот актісі немесе талап", "Судебный акт или иск", "Court act or claim"),
            Phrase("Сот, күні, нөмірі.", "Суд, дата, номер.", "Court, day, number."),
        ),
        Field(max_length=500),
    ] = ""
    reasons: _Reasons


class Executed(Form):
    """What was done in execution of the decision, and when (29I.82.2)."""

    on: Annotated[dt.date, _DAY]
    words: Annotated[_Long, Asked(Phrase("Не істелді", "Что сделано", "What was done"), widget="text")]


class TakeMeasure(Form):
    """What a higher prosecutor does with an act of a lower one, on a complaint or of his own motion (29I.80.2)."""

    measure: _Measure
    basis: Annotated[
        Text,
        Asked(Phrase("Негізі", "Основание", "Basis"), widget="choice", choices=tuple(BASES.items())),
        Field(min_length=1),
    ]
    office: Annotated[
        Text,
        Asked(Phrase("Кімнің актісі", "Чей акт", "Whose act"), widget="office"),
        Field(min_length=1),
    ]
    act: Annotated[
        Text,
        Asked(Phrase("Төмен тұрған прокурордың актісі", "Акт нижестоящего прокурора", "Act of the lower prosecutor")),
        Field(min_length=1, max_length=500),
    ]
    decision: _Decision
    reasons: _Reasons


class ActHere(Form):
    """What a higher prosecutor does of his own motion with an act in the case of a lower office (29I.80.2)."""

    measure: _Measure
    paper: Annotated[
        Text,
        Asked(
            Phrase("Осы істегі акт", "Акт из этого дела", "Act of this case"),
            Phrase(
                "Тізімде болмаса, төменде жазыңыз.", "Если его нет в списке, напишите ниже.", "Else write it below."
            ),
            widget="signed_paper",
        ),
    ] = ""
    act: Annotated[
        Text,
        Asked(
            Phrase("Басқа акт", "Другой акт", "Another act"),
            Phrase("Не, күні, нөмірі.", "Что это, дата, номер.", "What it is, day, number."),
        ),
        Field(max_length=500),
    ] = ""
    decision: _Decision
    reasons: _Reasons


class ActAnew(ActHere):
    """The same where the decision falls and the case goes back to be considered anew."""

    measure: Annotated[
        Text,
        Asked(Phrase("Шара", "Мера", "Measure"), widget="choice", choices=tuple(SENDING_BACK.items())),
        Field(min_length=1),
    ]


class Told(Form):
    """Which complaint about a decision taken here has ended, and how."""

    complaint: Text
    outcome: Text
