"""The papers of the reception itself and of what follows from it.

Source: 29R.44 (queue), 49 (time and place), 53 (answers, reasons explained in person), 54 (control).
"""

from nadzor.law.words import Phrase
from nadzor.papers.declared import LETTER, RECORD, SCHEDULE, Kind, Paper, To, declare_paper
from nadzor.papers.kit import REASONS, field, fixed, head
from nadzor.reception.words import LEADING, NAME, OFFICIAL, PLACE, RECEIVING, UNIT, WHO

TIME_AND_PLACE = declare_paper(
    Paper(
        "reception_time",
        Phrase(
            "Қабылдау уақыты мен орнын келісу", "Согласование времени и места приёма", "Time and place of a reception"
        ),
        ("29R.49",),
        (
            field("person", WHO, "29R.49", kind=Kind.LINE),
            field("official", OFFICIAL, "29R.49", kind=Kind.LINE),
            field("when", Phrase("Күні мен уақыты", "Дата и время", "Day and hour"), "29R.49", kind=Kind.LINE),
            field("where", PLACE, "29R.49", kind=Kind.LINE),
            head("day", "29R.49"),
        ),
        RECEIVING,
        To.APPLICANT,
        LETTER,
    )
)
TICKET = declare_paper(
    Paper(
        "queue_ticket",
        Phrase("Кезек талоны", "Талон электронной очереди", "Queue ticket"),
        ("29R.44", "29R.9.1"),
        (
            field(
                "place", Phrase("Кезектегі нөмір", "Номер в очереди", "Number in the queue"), "29R.44", kind=Kind.LINE
            ),
            field("at", Phrase("Берілген уақыты", "Выдан", "Given at"), "29R.44", kind=Kind.LINE),
            field(
                "window",
                Phrase("Терезе немесе кабинет", "Окно или кабинет", "Window or room"),
                "29R.44",
                kind=Kind.LINE,
            ),
            fixed(
                "turn",
                Phrase("Кезек", "Очередь", "The turn"),
                *("29R.9.1", "29R.9.2"),
                kk="Қабылдау кезек тәртібімен жүргізіледі. Кезектен тыс қабылданатын адамдар тізімі залда ілінген.",
                ru="Приём ведётся в порядке очереди. Перечень лиц, принимаемых вне очереди, вывешен в зале.",
            ),
        ),
        RECEIVING,
        To.PUBLIC,
        RECORD,
        by_itself=True,
    )
)
INVITATION = declare_paper(
    Paper(
        "refusal_invitation",
        Phrase("Түсіндіруге шақыру", "Приглашение для разъяснения причин отказа", "Invitation to hear the reasons"),
        ("29R.53.4",),
        (
            fixed(
                "said",
                Phrase("Шақыру туралы", "О приглашении", "Of the invitation"),
                "29R.53.4",
                kk="Жеке қабылдаудағы {registered:де} тіркелген № {appeal} жолданымыңызды қанағаттандырудан бас тарту "
                "себептерін "
                "жеке түсіндіру үшін шақырамыз.",
                ru="Приглашаем вас для личного разъяснения причин отказа в удовлетворении обращения № {appeal} от "
                "{registered}, поданного на личном приёме.",
            ),
            field("when", Phrase("Күні мен уақыты", "Дата и время", "Day and hour"), "29R.53.4", kind=Kind.LINE),
            field("where", PLACE, "29R.53.4", kind=Kind.LINE),
            field("mode", Phrase("Өткізу нысаны", "Форма", "Way"), "29R.53.4", kind=Kind.LINE),
            head("day", "29R.53.4"),
        ),
        LEADING,
    )
)
EXPLAINED = declare_paper(
    Paper(
        "refusal_explained",
        Phrase(
            "Бас тарту себептерін түсіндіру хаттамасы",
            "Протокол разъяснения причин отказа",
            "Record of the explanation",
        ),
        ("29R.53.4",),
        (
            field("person", WHO, "29R.53.4", kind=Kind.LINE),
            field("mode", Phrase("Өткізу нысаны", "Форма", "Way"), "29R.53.4", kind=Kind.LINE),
            field("reasons", Phrase("Түсіндірілген себептер", "Разъяснённые причины", "Reasons explained"), "29R.53.4"),
            head("day", "29R.53.4"),
        ),
        LEADING,
        To.INSIDE,
        RECORD,
        signs=(Phrase("Өтініш беруші", "Заявитель", "Applicant"),),  # who explained signs the paper
    )
)
DECISION_NOTICE = declare_paper(
    Paper(
        "reception_notice",
        Phrase("Шешім туралы хабарлама", "Уведомление о решении", "Notice of the decision"),
        ("29R.53.5",),
        (
            field("decision", Phrase("Шешім", "Решение", "Decision"), "29R.53.5", "29R.53.2"),
            field("reasons", REASONS, "29R.53.2", "29R.53.4"),
            field(
                "way", Phrase("Жеткізу тәсілі", "Способ уведомления", "Way of the notice"), "29R.53.5", kind=Kind.LINE
            ),
            head("day", "29R.53.5"),
            head("address", "29R.53.5"),
        ),
        LEADING,
    )
)
REPORT = declare_paper(
    Paper(
        "reception_report",
        Phrase("Қабылдаған адамға баянат", "Рапорт принимавшему должностному лицу", "Report to who received"),
        ("29R.53.3",),
        (
            head("addressee", "29R.53.3"),
            fixed(
                "said",
                Phrase("Жауап туралы", "Об ответе", "Of the answer"),
                "29R.53.3",
                kk="Жеке қабылдаудағы {registered:де} тіркелген № {appeal} жолданым қанағаттандырылды.",
                ru="Обращение № {appeal} от {registered}, поданное на личном приёме, удовлетворено.",
            ),
            field("answer", Phrase("Жауап", "Ответ", "Answer"), "29R.53.3"),
            head("day", "29R.53.3"),
            head("signatory", "29R.53.3"),
        ),
        UNIT,
        To.INSIDE,
        RECORD,
    )
)
CONTROL_LIST = declare_paper(
    Paper(
        "reception_control_list",
        Phrase("Қабылдаудағы жолданымдарды бақылау тізімі", "Контрольный список обращений с приёма", "Control list"),
        ("29R.54.1", "29R.54.2"),
        (
            field("on", Phrase("Қай күнге", "По состоянию на", "As of"), "29R.54.1", kind=Kind.DAY),
            field(
                "appeals",
                Phrase("Бақылаудағы жолданымдар", "На контроле", "Under control"),
                *("29R.54.1", "29R.54.2"),
                kind=Kind.TABLE,
                columns=(
                    Phrase("Нөмірі", "Номер", "Number"),
                    NAME,
                    OFFICIAL,
                    Phrase("Мерзімі", "Срок", "Term"),
                    Phrase("Бақылаудан алу", "Снятие с контроля", "Released"),
                ),
            ),
        ),
        RECEIVING,
        To.INSIDE,
        SCHEDULE,
    )
)
