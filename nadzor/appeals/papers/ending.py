"""Papers that end an appeal beside its answer: conclusions, terminations, the notice that correspondence is ended.

Source: 29I.35.2 (a duplicate after the answer); 42.3 (anonymous); 48, 57.1 (termination), 58 (end of correspondence),
59 (complaint against it); 47.1 (written form).
"""

from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER, SIGNATORY, SIGNS_TERMINATION
from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, Kind, Paper, To, declare_paper
from nadzor.papers.kit import CONTEST, NORMS, REASONS, SUBSTANCE, field, fixed, head

_CONTEST_KK = (
    "Шешімге ол туралы білген күннен бастап үш ай ішінде жоғары тұрған прокурорға шағым жасауға болады. Шағым шешім "
    "қабылдаған органға беріледі: {office}."
)
_CONTEST_RU = (
    "Решение может быть обжаловано вышестоящему прокурору в течение трёх месяцев со дня, когда вам стало о нём "
    "известно. "
    "Жалоба подаётся в орган, принявший решение: {office}."
)
ANSWER_ON_DUPLICATE = declare_paper(
    Paper(
        "duplicate_answer",
        Phrase("Телнұсқа бойынша жауап", "Ответ на дубликат обращения", "Answer on a duplicate"),
        ("29I.35.2",),
        (
            field("before_day", Phrase("Жауап күні", "Дата ответа", "Day of the answer"), "29I.35.2", kind=Kind.DAY),
            field(
                "before_number",
                Phrase("Шығыс нөмірі", "Исходящий номер ответа", "Outgoing number"),
                "29I.35.2",
                kind=Kind.LINE,
                kk="{registered:де} тіркелген № {appeal} жолданымыңыз бұрын қаралған жолданымның телнұсқасы болып "
                "табылады. Оған жауап сізге {before_day:де} № {before_number} шығыс нөмірімен жіберілген.",
                ru="Ваше обращение № {appeal} от {registered} является дубликатом ранее рассмотренного "
                "обращения. Ответ на него направлен вам {before_day} за исходящим № {before_number}.",
            ),
            field(
                "decision",
                Phrase("Қабылданған шешімнің мәні", "Суть принятого решения", "Substance of the decision"),
                "29I.35.2",
            ),
            fixed(
                "copy",
                Phrase("Қосымша", "Приложение", "Enclosed"),
                "29I.35.2",
                kk="Қосымша: {before_day:дегі} № {before_number} жауаптың көшірмесі.",
                ru="Приложение: копия ответа от {before_day} № {before_number}.",
            ),
            head("day", "29I.35.2"),
        ),
        SIGNATORY,
    )
)
ANONYMOUS_CONCLUSION = declare_paper(
    Paper(
        "anonymous_conclusion",
        Phrase(
            "Анонимдік жолданымды қараусыз қалдыру туралы қорытынды",
            "Заключение об оставлении анонимного обращения без рассмотрения",
            "Conclusion to leave an anonymous appeal without consideration",
        ),
        ("29I.42.3",),
        (
            head("appeal", "29I.42.3"),
            field("substance", SUBSTANCE, "29I.42.3"),
            field("reasons", REASONS, "29I.42.3"),
            field("conclusion", Phrase("Қорытынды", "Вывод", "Conclusion"), "29I.42.3"),
            head("approver", "29I.42.3"),
            head("signatory", "29I.42.3"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
        approved=LEADER,
    )
)
TERMINATION = declare_paper(
    Paper(
        "termination_decision",
        Phrase(
            "Рәсімді тоқтату туралы шешім", "Решение о прекращении процедуры", "Decision to terminate the procedure"
        ),
        ("29I.48", "29I.57.1", "29I.47.1", "29I.59"),
        (
            field(
                "ground",
                Phrase("Тоқтату негізі", "Основание прекращения", "Ground of the termination"),
                *("29I.48", "29I.57.1"),
                kk="{registered:де} тіркелген № {appeal} жолданым бойынша рәсім тоқтатылады. Негізі: {ground}.",
                ru="Процедура по обращению № {appeal} от {registered} прекращается. Основание: {ground}.",
                chosen=True,
            ),
            field("reasons", REASONS, "29I.48", "29I.57.1"),
            field("norms", NORMS, "29I.85"),
            fixed("contest", CONTEST, *("29I.59", "29I.85"), kk=_CONTEST_KK, ru=_CONTEST_RU, headed=True),
            head("day", "29I.57.1"),
            head("signatory", "29I.57.1"),
        ),
        SIGNS_TERMINATION,
    )
)
END_CONCLUSION = declare_paper(
    Paper(
        "end_conclusion",
        Phrase(
            "Хат алмасуды тоқтату туралы қорытынды",
            "Заключение о прекращении переписки",
            "Conclusion to end correspondence",
        ),
        ("29I.58.1",),
        (
            head("applicant", "29I.58.1"),
            field(
                "earlier",
                Phrase("Бұрынғы жолданымдар мен жауаптар", "Прежние обращения и ответы", "Earlier appeals and answers"),
                "29I.58.1",
                kind=Kind.TABLE,
                columns=(
                    Phrase("Жолданым", "Обращение", "Appeal"),
                    Phrase("Күні", "Дата", "Date"),
                    Phrase("Жауап", "Ответ", "Answer"),
                ),
            ),
            field("reasons", REASONS, "29I.58.1"),
            field("conclusion", Phrase("Қорытынды", "Вывод", "Conclusion"), "29I.58.1"),
            head("approver", "29I.58.1"),
            head("signatory", "29I.58.1"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
        approved=LEADER,
    )
)
END_NOTICE = declare_paper(
    Paper(
        "end_notice",
        Phrase(
            "Хат алмасудың тоқтатылғаны туралы хабарлама",
            "Уведомление о прекращении переписки",
            "Notice that correspondence is ended",
        ),
        ("29I.58.2", "29I.59"),
        (
            field(
                "decided",
                Phrase("Шешім күні", "Дата решения", "Day of the decision"),
                "29I.58.2",
                kind=Kind.DAY,
                kk="{decided:де} қабылданған шешіммен мына мәселе бойынша сізбен хат алмасу тоқтатылды: {matter}.",
                ru="Решением от {decided} переписка с вами прекращена по вопросу: {matter}.",
            ),
            field("matter", Phrase("Мәселе", "Вопрос", "Matter"), "29I.58.2", kind=Kind.LINE),
            fixed(
                "later",
                Phrase("Кейінгі жолданымдар", "Последующие обращения", "Later ones"),
                "29I.58.2",
                kk="Бұдан кейінгі ұқсас хабарлар, ұсыныстар, үн қосулар мен сұрау салулар қараусыз қалдырылады.",
                ru="Последующие аналогичные сообщения, предложения, отклики и запросы будут оставлены без "
                "рассмотрения.",
            ),
            field("reasons", REASONS, "29I.58.1"),
            fixed("contest", CONTEST, "29I.59", kk=_CONTEST_KK, ru=_CONTEST_RU, headed=True),
            head("day", "29I.58.2"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
ATTACHMENT_NOTICE = declare_paper(
    Paper(
        "attachment_notice",
        Phrase(
            "Іс жүргізуге қосылғаны туралы хабарлама",
            "Уведомление о приобщении к надзорному производству",
            "Notice of attachment",
        ),
        ("29I.58.3", "29I.58.4"),
        (
            field(
                "file",
                Phrase("Қадағалау іс жүргізуі", "Надзорное производство", "Supervisory file"),
                "29I.58.3",
                kind=Kind.LINE,
                kk="{registered:де} тіркелген № {appeal} жолданымыңыз {attached:де} қадағалау іс жүргізуіне "
                "қосылды: {file}. Хат алмасу тоқтатылғандықтан, ол қараусыз қалдырылады.",
                ru="Ваше обращение № {appeal} от {registered} приобщено {attached} к надзорному "
                "производству {file}. Оно оставлено без рассмотрения, поскольку переписка прекращена.",
            ),
            field("attached", Phrase("Қосылған күні", "Дата приобщения", "Attached on"), "29I.58.4", kind=Kind.DAY),
            head("day", "29I.58.4"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
