"""The papers whose shape is their own: the answer, the receipt, the protocol of an oral appeal.

Source: 29I.85, 86, 47.1 (the answer); 29I.23-24, APPK 64 (the receipt); 29I.37-40 (the protocol).
"""

from nadzor.appeals.letter import TEMPLATE, answer_shape
from nadzor.appeals.protocol import protocol_shape
from nadzor.appeals.receipt import receipt_shape
from nadzor.appeals.rights import REGISTRAR, SIGNATORY
from nadzor.law.words import Phrase
from nadzor.papers.declared import Kind, Paper, To, declare_paper
from nadzor.papers.kit import CONTEST, NORMS, field, head
from nadzor.papers.sheets import SHEET

ANSWER = declare_paper(
    Paper(
        "answer",
        Phrase("Шешім (жауап)", "Решение (ответ)", "Decision (answer)"),
        ("29I.85", "29I.86", "29I.47.1", "29I.69", "29I.33.2", "29R.53.2"),
        (
            head("office", "29I.47.1"),
            head("number", "29I.47.1"),
            head("day", "29I.47.1"),
            head("addressee", "29I.85"),
            field("kind", Phrase("Түрі", "Вид обращения", "Kind"), "29I.85", kind=Kind.LINE, optional=True),
            field("decision", Phrase("Шешім", "Решение", "Decision"), "29I.46.1", "29I.69", kind=Kind.LINE),
            field("text", Phrase("Негізді мәтін", "Обоснованный текст", "Reasoned text"), "29I.85"),
            field(
                "arguments",
                Phrase(
                    "Уәждерді растайтын немесе теріске шығаратын фактілер",
                    "Факты, подтверждающие или опровергающие доводы",
                    "Facts that confirm or refute the arguments",
                ),
                "29I.85",
                kind=Kind.TABLE,
                columns=(
                    Phrase("Уәж", "Довод", "Argument"),
                    Phrase("Нәтиже", "Итог", "Finding"),
                    Phrase("Фактілер", "Факты", "Facts"),
                ),
            ),
            field(
                "heard",
                Phrase("Тыңдау және ұстанымды бағалау", "Заслушивание и оценка позиции", "Hearing and the position"),
                *("29I.43", "29I.45"),
                optional=True,
            ),
            field("norms", NORMS, "29I.85"),
            field("act", Phrase("Енгізілген акт", "Внесённый акт", "Act brought"), "29I.86", optional=True),
            field(
                "results",
                Phrase("Нәтижесін қалай білуге болады", "Как узнать о результатах", "How to learn of its results"),
                "29I.86",
                optional=True,
            ),
            field("contest", CONTEST, "29I.85"),
            head("signatory", "29I.88.8"),
        ),
        SIGNATORY,
        template=TEMPLATE,
        shape=answer_shape,
    )
)
RECEIPT = declare_paper(
    Paper(
        "receipt",
        Phrase("Жолданымды қабылдау туралы анықтама", "Справка о приёме обращения", "Receipt of an appeal"),
        ("29I.23.1", "29I.24"),
        (
            head("appeal", "29I.23.1"),
            head("office", "29I.23.1"),
            head("applicant", "29I.23.1"),
            field("code", Phrase("Бақылау коды", "Код отслеживания", "Code"), "29I.23.1", kind=Kind.LINE),
            field("state", Phrase("Күйі", "Состояние", "State"), "29I.23.1", kind=Kind.LINE),
            field("arrived", Phrase("Келіп түсті", "Поступило", "Arrived"), "29I.24", kind=Kind.LINE),
            field("accepted_by", Phrase("Қабылдаған", "Принял", "Accepted by"), "29I.23.1", kind=Kind.LINE),
            field("next", Phrase("Әрі қарай не болады", "Что дальше", "What is next"), "29I.23.1"),
            field(
                "terms",
                Phrase("Мерзімдер", "Сроки", "Terms"),
                "29I.51",
                kind=Kind.TABLE,
                columns=(Phrase("Мерзім", "Срок", "Term"), Phrase("Күні", "День", "Day")),
            ),
            field("as_of", Phrase("Қай күнге", "По состоянию на", "As of"), "29I.23.1", kind=Kind.LINE),
        ),
        REGISTRAR,
        template=SHEET,
        by_itself=True,
        shape=receipt_shape,
    )
)
PROTOCOL = declare_paper(
    Paper(
        "oral_protocol",
        Phrase("Ауызша жолданым хаттамасы", "Протокол устного обращения", "Protocol of an oral appeal"),
        ("29I.37", "29I.38", "29I.39", "29I.40.1", "29I.40.2"),
        (
            head("number", "29I.37"),
            head("appeal", "29I.37"),
            field("drawn", Phrase("Толтырылған уақыты", "Составлен", "Written down on"), "29I.37", kind=Kind.LINE),
            field("receiver", Phrase("Қабылдаған қызметкер", "Принял", "Received by"), "29I.37", kind=Kind.LINE),
            field("to", Phrase("Кімге", "Кому", "To"), "29I.38", "29I.39", kind=Kind.LINE),
            field("who", Phrase("Өтініш беруші", "Заявитель", "Applicant"), "29I.39", kind=Kind.LINE),
            field("iin", Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"), "29I.39", kind=Kind.LINE),
            field("postal_address", Phrase("Мекенжайы", "Адрес", "Address"), "29I.39", kind=Kind.LINE),
            field("phone", Phrase("Телефоны", "Телефон", "Telephone"), "29I.39", kind=Kind.LINE),
            field("representative", Phrase("Өкілі", "Представитель", "By"), "29I.40.3", kind=Kind.LINE, optional=True),
            field("said", Phrase("Мәні мен уәждері", "Суть и мотивы", "What was said, and why"), "29I.40.1"),
            field("asked", Phrase("Талаптары", "Требования", "What is asked for"), "29I.40.1"),
            field("officials", Phrase("Кімнің әрекеті", "О чьих действиях", "Whose actions"), "29I.40.1"),
        ),
        REGISTRAR,
        To.INSIDE,
        "papers/typst/protocol.typ",
        signs=(
            Phrase("Өтініш берушінің қолы", "Подпись заявителя", "Signature of the applicant"),
            Phrase("Қызметкердің қолы", "Подпись работника", "Signature of the employee"),
        ),
        shape=protocol_shape,
    )
)
