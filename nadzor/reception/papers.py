"""The papers of booking: schedules, notices, lists, summaries, why somebody is not booked.

Source: 29R.3.4 (return), 3.5, 50 (assignments), 4-5 (schedules), 17, 22, 27, 37 (lists, summaries), 19-20, 25-26, 33-34
(who is not booked and why), 21, 35 (agreement of a unit), 23, 38 (materials, practice), 13 (recording).
"""

from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, SCHEDULE, Kind, Paper, To, declare_paper
from nadzor.papers.kit import field, fixed, head
from nadzor.reception.words import DAYS, LEADING, NAME, OFFICIAL, PLACE, POST, QUESTION, RECEIVING, RECEPTION, UNIT, WHO

SCHEDULE_OF_RECEPTION = declare_paper(
    Paper(
        "reception_schedule",
        Phrase("Жеке қабылдау кестесі", "График личного приёма", "Schedule of personal reception"),
        ("29R.4", "29R.5", "29R.15", "29R.28"),
        (
            field("period", Phrase("Кезеңі", "Период", "Period"), "29R.5", kind=Kind.LINE),
            field(
                "officials",
                Phrase("Қабылдау күндері", "Дни приёма", "Who receives, and when"),
                *("29R.5", "29R.15", "29R.28"),
                kind=Kind.TABLE,
                columns=(NAME, POST, DAYS, PLACE),
            ),
            fixed(
                "daily",
                Phrase("Күнделікті қабылдау", "Ежедневный приём", "Daily reception"),
                *("29R.4", "29R.3.2"),
                kk="Уәкілетті қызметкерлер күн сайын қабылдайды. Жазылу: Call-орталық 115, egov.kz.",
                ru="Уполномоченные работники принимают ежедневно. Запись: Call-центр 115, egov.kz.",
            ),
            head("approver", "29R.4"),
        ),
        RECEIVING,
        To.PUBLIC,
        SCHEDULE,
        approved=LEADING,
    )
)
RETURN = declare_paper(
    Paper(
        "reception_return",
        Phrase("Қабылдау туралы өтінішті қайтару", "Возврат обращения о приёме", "Return of a request for reception"),
        ("29R.3.4",),
        (
            fixed(
                "said",
                Phrase("Қайтару туралы", "О возврате", "Of the return"),
                "29R.3.4",
                kk="Жеке қабылдау туралы {registered:де} тіркелген № {appeal} жолданымыңыз қараусыз қайтарылады: онда "
                "мәселенің "
                "мәні баяндалмаған, бұл Әкімшілік рәсімдік-процестік кодекстің 63-бабының талаптарына сай емес.",
                ru="Ваше обращение о личном приёме № {appeal} от {registered} возвращается без рассмотрения: в нём не "
                "изложена суть вопроса, что не отвечает требованиям статьи 63 Административного "
                "процедурно-процессуального кодекса.",
            ),
            field("reason", Phrase("Не жетіспейді", "Чего не хватает", "What is missing"), "29R.3.4"),
            fixed(
                "again",
                Phrase("Қайта жүгіну", "Новое обращение", "Filing again"),
                "29R.3.4",
                kk="Мәселенің мәнін баяндап, қайта жүгінуге құқылысыз.",
                ru="Вы вправе обратиться снова, изложив суть вопроса.",
            ),
            head("day", "29R.3.4"),
        ),
        RECEIVING,
    )
)
ASSIGNMENT = declare_paper(
    Paper(
        "reception_assignment",
        Phrase(
            "Қабылдауды ұйымдастыру тапсырмасы", "Поручение об организации приёма", "Assignment to organise a reception"
        ),
        ("29R.3.5", "29R.50"),
        (
            head("addressee", "29R.3.5"),
            field("person", WHO, "29R.3.5", "29R.50", kind=Kind.LINE),
            field("question", QUESTION, "29R.3.5"),
            field("due", Phrase("Мерзімі", "Срок", "Term"), "29R.50", kind=Kind.DAY),
            head("day", "29R.3.5"),
        ),
        LEADING,
        To.OUTSIDE,
    )
)
BOOKING = declare_paper(
    Paper(
        "booking_notice",
        Phrase("Қабылдауға жазылғаны туралы хабарлама", "Уведомление о записи на приём", "Notice of booking"),
        ("29R.3.1", "29R.3.2", "29R.10.1", "29R.10.2"),
        (
            field("official", OFFICIAL, "29R.3.1", kind=Kind.LINE),
            field("when", Phrase("Күні мен уақыты", "Дата и время", "Day and hour"), "29R.3.2", kind=Kind.LINE),
            field("where", PLACE, "29R.3.2", kind=Kind.LINE),
            fixed(
                "documents",
                Phrase("Өзіңізбен бірге", "С собой", "To bring"),
                *("29R.10.1", "29R.10.2"),
                kk="Жеке басты куәландыратын құжатты, ал өкілге – өкілеттікті растайтын құжатты ала келіңіз.",
                ru="При себе иметь документ, удостоверяющий личность, представителю – документ о полномочиях.",
            ),
            fixed(
                "recording",
                Phrase("Жазып алу", "Запись", "Recording"),
                "29R.13.2",
                kk="Қабылдау кезінде аудио-, бейнежазба жүргізілуі мүмкін, бұл туралы қабылдау басталғанға дейін "
                "ескертіледі.",
                ru="На приёме может вестись аудио-, видеозапись, о чём предупреждают до его начала.",
            ),
        ),
        RECEIVING,
        by_itself=True,
    )
)
NOT_BOOKED = declare_paper(
    Paper(
        "booking_explanation",
        Phrase(
            "Жазылмау себебін түсіндіру", "Разъяснение об отказе в записи на приём", "Explanation of a refused booking"
        ),
        ("29R.20", "29R.26", "29R.34"),
        (
            field(
                "official",
                OFFICIAL,
                *("29R.20", "29R.26", "29R.34"),
                kind=Kind.LINE,
                kk="Жеке қабылдауға жазу жүргізілмейді. Қабылдайтын лауазымды адам: {official}.",
                ru="Запись на личный приём не осуществляется. Принимающее должностное лицо: {official}.",
            ),
            field(
                "ground",
                Phrase("Негізі", "Основание", "Ground"),
                *("29R.19", "29R.25", "29R.33"),
            ),
            field(
                "norms",
                Phrase("Заңнама нормалары", "Нормы законодательства", "Legislation"),
                "29R.20",
                "29R.26",
                "29R.34",
            ),
            field(
                "instead",
                Phrase("Қайда жүгінуге болады", "Куда можно обратиться", "Where to turn instead"),
                "29R.20",
                "29R.24",
                "29R.29.1",
            ),
            head("day", "29R.20"),
            head("signatory", "29R.20", "29R.26", "29R.34"),
        ),
        RECEIVING,
    )
)
AGREEMENT = declare_paper(
    Paper(
        "booking_agreement",
        Phrase("Жазылуды келісу", "Согласование записи на приём", "Agreement to a booking"),
        ("29R.21", "29R.35"),
        (
            field("person", WHO, "29R.21", "29R.35", kind=Kind.LINE),
            field("official", OFFICIAL, "29R.21", "29R.35", kind=Kind.LINE),
            field("question", QUESTION, "29R.21"),
            field("arguments", Phrase("Жаңа уәждер", "Новые доводы", "New arguments"), "29R.35", optional=True),
            field(
                "agreed",
                Phrase("Бөлімшенің келісімі", "Согласие подразделения", "Agreement of the unit"),
                "29R.21",
                "29R.35",
            ),
            head("day", "29R.21"),
            head("signatory", "29R.21", "29R.35"),
        ),
        UNIT,
        To.INSIDE,
        RECORD,
    )
)
LIST_OF_BOOKED = declare_paper(
    Paper(
        "booking_list",
        Phrase("Қабылдауға жазылғандар тізімі", "Список записанных на приём", "List of those booked"),
        ("29R.22.1", "29R.27", "29R.37"),
        (
            field("official", OFFICIAL, "29R.22.1", "29R.27", "29R.37", kind=Kind.LINE),
            field("on", RECEPTION, "29R.22.1", kind=Kind.DAY),
            field(
                "people",
                Phrase("Жазылғандар", "Записаны", "Booked"),
                *("29R.22.1", "29R.27", "29R.37"),
                kind=Kind.TABLE,
                columns=(
                    Phrase("Уақыты", "Время", "Time"),
                    NAME,
                    QUESTION,
                    Phrase("Бөлімше", "Подразделение", "Unit"),
                ),
            ),
            field(
                "summaries",
                Phrase("Анықтамаларды беру мерзімі", "Срок представления справок", "Summaries are due"),
                *("29R.22.2", "29R.27", "29R.37"),
                kind=Kind.DAY,
            ),
        ),
        RECEIVING,
        To.INSIDE,
        SCHEDULE,
    )
)
SUMMARY = declare_paper(
    Paper(
        "booking_summary",
        Phrase("Өтініш берушінің мәселесі бойынша анықтама", "Справка по вопросу заявителя", "Summary for a reception"),
        ("29R.17.2", "29R.22.2", "29R.37"),
        (
            field("person", WHO, "29R.17.2", kind=Kind.LINE),
            field("on", RECEPTION, "29R.22.2", kind=Kind.DAY),
            field("question", QUESTION, "29R.17.2"),
            field("done", Phrase("Не істелді", "Что сделано", "What was done"), "29R.17.2"),
            field(
                "files",
                Phrase("Қадағалау іс жүргізулері", "Надзорные производства", "Supervisory files"),
                "29R.38",
                kind=Kind.LIST,
                optional=True,
            ),
            head("day", "29R.22.2"),
            head("signatory", "29R.17.2"),
        ),
        UNIT,
        To.INSIDE,
        RECORD,
    )
)
PRACTICE = declare_paper(
    Paper(
        "reception_practice",
        Phrase("Қабылдау практикасын талдау", "Анализ практики приёма", "Analysis of reception practice"),
        ("29R.23", "29R.38"),
        (
            field("period", Phrase("Кезеңі", "Период", "Period"), "29R.23", kind=Kind.LINE),
            field("received", Phrase("Қабылданғандар саны", "Принято", "Persons received"), "29R.23", kind=Kind.LINE),
            field("questions", Phrase("Мәселелер", "Вопросы", "Questions"), "29R.23", "29R.38"),
            field("proposals", Phrase("Ұсыныстар", "Предложения", "Proposals"), "29R.23", "29R.38"),
        ),
        UNIT,
        To.INSIDE,
        RECORD,
    )
)
