"""Papers by which an appeal, or what it shows, goes to another body.

Source: 29I.27.5, 31, 32 (covering letter, notice at the same time, who signs); 42.2, 57.2 (at once, where an anonymous
appeal tells of a crime or a threat); 28.2, 29.1 (telling a sender of the outcome); 46.4-46.5 (materials with signs of
a crime); 66, 67 (assignments to lower prosecutors).
"""

from nadzor.appeals.forwarding import FORWARDING_SIGNATORY
from nadzor.appeals.papers.signers import ASSIGNING_CHECKS
from nadzor.appeals.rights import EXECUTOR_OR_LEADER, SIGNATORY
from nadzor.law.words import Phrase
from nadzor.papers.declared import Kind, Paper, To, declare_paper
from nadzor.papers.kit import SUBSTANCE, field, fixed, head

_ENCLOSED = Phrase("Қосымша", "Приложение", "Enclosed")
FORWARDING_LETTER = declare_paper(
    Paper(
        "forwarding_letter",
        Phrase("Ілеспе хат", "Сопроводительное письмо", "Covering letter"),
        ("29I.31.1", "29I.27.5", "29I.32"),
        (
            head("addressee", "29I.31.1"),
            fixed(
                "said",
                Phrase("Жіберу туралы", "О направлении", "Of the forwarding"),
                "29I.31.1",
                kk="Құзыретіңіз бойынша қарау үшін {registered:де} тіркелген № {appeal} жолданым жіберіледі. Өтініш "
                "беруші: {applicant}.",
                ru="Направляется для рассмотрения по компетенции обращение № {appeal} от {registered}. Заявитель: "
                "{applicant}.",
            ),
            field("reason", Phrase("Жіберу негізі", "Основание направления", "Ground of the forwarding"), "29I.31.1"),
            fixed(
                "answer",
                Phrase("Өтініш берушіге жауап", "Ответ заявителю", "Answer to the applicant"),
                "29I.31.1",
                kk="Қарау нәтижесі туралы өтініш берушіге заңда белгіленген мерзімде хабарлауды сұраймыз.",
                ru="О результатах рассмотрения просим сообщить заявителю в установленный законом срок.",
            ),
            field("enclosed", _ENCLOSED, "29I.31.1", kind=Kind.LINE),
            head("day", "29I.31.1"),
            head("signatory", "29I.31.4", "29I.31.5", "29I.31.6", "29I.31.7", "29I.31.8", "29I.31.9", "29I.32"),
        ),
        FORWARDING_SIGNATORY,
        To.OUTSIDE,
    )
)
FORWARDING_NOTICE = declare_paper(
    Paper(
        "forwarding_notice",
        Phrase("Жіберу туралы хабарлама", "Уведомление о направлении", "Notice of forwarding"),
        ("29I.31.2", "29I.27.5"),
        (
            field(
                "to",
                Phrase("Қайда жіберілді", "Куда направлено", "Where it went"),
                "29I.31.2",
                kind=Kind.LINE,
                kk="{registered:де} тіркелген № {appeal} жолданымыңыз құзыреті бойынша жіберілді: {to}.",
                ru="Ваше обращение № {appeal} от {registered} направлено по компетенции: {to}.",
            ),
            field("reason", Phrase("Жіберу негізі", "Основание направления", "Ground of the forwarding"), "29I.31.2"),
            fixed(
                "term",
                Phrase("Қарау мерзімі", "Срок рассмотрения", "Term of consideration"),
                "29I.51",
                kk="Қарау мерзімі жолданым сол органға келіп түскен күннен кейінгі күннен есептеледі. Қарау нәтижесі "
                "туралы сізге сол орган хабарлайды.",
                ru="Срок рассмотрения исчисляется со дня, следующего за днём поступления обращения в указанный орган. "
                "О "
                "результатах рассмотрения вам сообщит этот орган.",
            ),
            head("day", "29I.31.2"),
        ),
        FORWARDING_SIGNATORY,
    )
)
REDIRECT_LETTER = declare_paper(
    Paper(
        "redirect_letter",
        Phrase(
            "Дереу қайта жіберу туралы хат", "Письмо о немедленном перенаправлении", "Letter of redirection at once"
        ),
        ("29I.42.2", "29I.57.2"),
        (
            head("addressee", "29I.42.2"),
            fixed(
                "said",
                Phrase("Қайта жіберу туралы", "О перенаправлении", "Of the redirection"),
                *("29I.42.2", "29I.57.2"),
                kk="{registered:де} тіркелген № {appeal} анонимдік жолданым құзыретіңіз бойынша қарау үшін дереу "
                "жіберіледі.",
                ru="Анонимное обращение № {appeal} от {registered} немедленно перенаправляется для рассмотрения по "
                "компетенции.",
            ),
            field(
                "signs",
                Phrase(
                    "Дайындалып жатқан немесе жасалған қылмыстық құқық бұзушылық не ұлттық қауіпсіздікке қатер туралы "
                    "мәліметтер",
                    "Сведения о готовящемся или совершённом уголовном правонарушении либо об угрозе национальной "
                    "безопасности",
                    "What tells of a crime or a threat",
                ),
                *("29I.42.2", "29I.57.2"),
            ),
            field("enclosed", _ENCLOSED, "29I.42.2", kind=Kind.LINE),
            head("day", "29I.42.2"),
        ),
        FORWARDING_SIGNATORY,
        To.OUTSIDE,
    )
)
OUTCOME_TO_SENDER = declare_paper(
    Paper(
        "outcome_to_sender",
        Phrase("Қарау нәтижесі туралы ақпарат", "Информация о результатах рассмотрения", "Information on the outcome"),
        ("29I.28.2", "29I.29.1"),
        (
            head("addressee", "29I.28.2", "29I.29.1"),
            fixed(
                "said",
                Phrase("Жолданым туралы", "Об обращении", "Of the appeal"),
                *("29I.28.2", "29I.29.1"),
                kk="Сіз жіберген, {registered:де} тіркелген № {appeal} жолданым қаралды. Өтініш беруші: {applicant}.",
                ru="Направленное вами обращение № {appeal} от {registered} рассмотрено. Заявитель: {applicant}.",
            ),
            field("outcome", Phrase("Нәтижесі", "Результаты", "Outcome"), "29I.28.2", "29I.29.1"),
            head("day", "29I.28.2"),
        ),
        SIGNATORY,
        To.OUTSIDE,
    )
)
CRIME_MATERIALS = declare_paper(
    Paper(
        "crime_materials",
        Phrase("Материалдарды беру туралы хат", "Письмо о передаче материалов", "Letter that passes materials"),
        ("29I.46.4", "29I.46.5"),
        (
            head("addressee", "29I.46.4"),
            fixed(
                "said",
                Phrase("Беру туралы", "О передаче", "Of the passing"),
                "29I.46.4",
                kk="№ {appeal} жолданым бойынша қылмыстық құқық бұзушылық белгілері бар материалдар шешім қабылдау "
                "үшін "
                "беріледі.",
                ru="По обращению № {appeal} передаются материалы, содержащие признаки уголовного правонарушения, для "
                "принятия решения.",
            ),
            field(
                "signs", Phrase("Анықталған мән-жайлар", "Установленные обстоятельства", "What was found"), "29I.46.4"
            ),
            field("enclosed", _ENCLOSED, "29I.46.4", kind=Kind.LINE),
            head("day", "29I.46.4"),
        ),
        EXECUTOR_OR_LEADER,
        To.OUTSIDE,
    )
)
_DEMANDED = Phrase("Қоса ұсынылады", "Вместе с информацией представить", "To be sent with the information")
ASSIGNMENT = declare_paper(
    Paper(
        "assignment",
        Phrase("Тексеру туралы тапсырма", "Поручение о проверке доводов", "Assignment to check"),
        ("29I.66.1", "29I.66.2", "29I.66.3"),
        (
            head("addressee", "29I.66.1"),
            field("substance", SUBSTANCE, "29I.66.1"),
            field(
                "circumstances",
                Phrase(
                    "Тексерілетін нақты мән-жайлар", "Конкретные обстоятельства, подлежащие проверке", "What to check"
                ),
                "29I.66.1",
                kind=Kind.LIST,
            ),
            field(
                "due",
                Phrase("Орындау мерзімі", "Срок исполнения", "Term of execution"),
                *("29I.66.1", "29I.66.3"),
                kind=Kind.DAY,
                kk="Орындау мерзімі – {due}.",
                ru="Срок исполнения – {due}.",
            ),
            fixed(
                "demanded",
                _DEMANDED,
                "29I.66.2",
                kk="Ақпаратпен бірге тексеру материалдарын, прокурорлық қадағалау актілерінің көшірмелерін және өзге "
                "де құжаттарды ұсыныңыз.",
                ru="Вместе с информацией представьте материалы проверки, копии актов прокурорского надзора и иные "
                "документы.",
            ),
            head("day", "29I.66.1"),
            head("signatory", "29I.66.1"),
        ),
        ASSIGNING_CHECKS,
        To.OUTSIDE,
    )
)
ADDITIONAL_ASSIGNMENT = declare_paper(
    Paper(
        "additional_assignment",
        Phrase("Қосымша тексеру туралы тапсырма", "Поручение о дополнительной проверке", "Assignment to check further"),
        ("29I.67",),
        (
            head("addressee", "29I.67"),
            field(
                "first",
                Phrase("Бастапқы тапсырма", "Первоначальное поручение", "First assignment"),
                "29I.67",
                kind=Kind.LINE,
                kk="Қосымша тексеру жүргізу қажет. Бастапқы тапсырма: {first}.",
                ru="Необходимо провести дополнительную проверку. Первоначальное поручение: {first}.",
            ),
            field("remarks", Phrase("Ескертулер", "Замечания", "Remarks"), "29I.67", kind=Kind.LIST),
            field(
                "questions",
                Phrase("Тексерілетін нақты мәселелер", "Конкретные вопросы, подлежащие проверке", "Questions to check"),
                "29I.67",
                kind=Kind.LIST,
            ),
            field(
                "due",
                Phrase("Орындау мерзімі", "Срок исполнения", "Term of execution"),
                "29I.67",
                kind=Kind.DAY,
                kk="Орындау мерзімі – {due}.",
                ru="Срок исполнения – {due}.",
            ),
            head("day", "29I.67"),
        ),
        ASSIGNING_CHECKS,
        To.OUTSIDE,
    )
)
