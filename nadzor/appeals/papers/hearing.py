"""Papers of the hearing: the invitation, the record; the record of who saw the file.

Source: 29I.43-45, 77 (hearing; APPK 73, 74); 29I.44 (how the notice goes; APPK 66); 29I.78 (access; APPK 75).
"""

from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, Kind, Paper, To, declare_paper
from nadzor.papers.kit import field, fixed, head

_PLACE = Phrase("Орны", "Место", "Place")
INVITATION = declare_paper(
    Paper(
        "hearing_invitation",
        Phrase("Тыңдауға шақыру", "Уведомление о заслушивании", "Invitation to a hearing"),
        ("29I.43", "29I.44", "29I.77"),
        (
            fixed(
                "said",
                Phrase("Тыңдау туралы", "О заслушивании", "Of the hearing"),
                "29I.43",
                kk="Сізді {registered:де} тіркелген № {appeal} жолданым бойынша алдын ала шешім туралы ұстанымыңызды "
                "білдіруге "
                "шақырамыз.",
                ru="Приглашаем вас выразить позицию к предварительному решению по обращению № {appeal} от "
                "{registered}.",
            ),
            field("when", Phrase("Уақыты", "Время", "Time"), "29I.43", kind=Kind.LINE),
            field("where", _PLACE, "29I.43", kind=Kind.LINE),
            field("way", Phrase("Өткізу нысаны", "Форма", "Way"), "29I.43", kind=Kind.LINE),
            field(
                "act_day",
                Phrase("Акт қабылданатын күн", "Планируемая дата принятия акта", "Planned day of the act"),
                "29I.43",
                kind=Kind.DAY,
            ),
            field(
                "preliminary",
                Phrase("Алдын ала шешім", "Предварительное решение", "Preliminary decision"),
                "29I.43",
            ),
            fixed(
                "rights",
                Phrase("Құқықтарыңыз", "Ваши права", "Your rights"),
                *("29I.43", "29I.45"),
                kk="Алдын ала шешімді алған күннен бастап екі жұмыс күні ішінде қарсылық білдіруге немесе ауызша "
                "тыңдауды "
                "өтінуге құқылысыз. Келмеуіңіз немесе үндемеуіңіз шешім қабылдауға кедергі болмайды.",
                ru="В течение двух рабочих дней со дня получения предварительного решения вы вправе представить "
                "возражение или попросить об устном заслушивании. Неявка или молчание не препятствуют принятию "
                "решения.",
            ),
            head("day", "29I.43"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
RECORD_OF_HEARING = declare_paper(
    Paper(
        "hearing_record",
        Phrase("Тыңдау хаттамасы", "Протокол заслушивания", "Record of the hearing"),
        ("29I.45", "29I.77"),
        (
            head("day", "29I.45"),
            field("where", _PLACE, "29I.45", kind=Kind.LINE),
            field("began", Phrase("Басталды", "Начато", "Began"), "29I.45", kind=Kind.LINE),
            field("ended", Phrase("Аяқталды", "Окончено", "Ended"), "29I.45", kind=Kind.LINE),
            head("office", "29I.45"),
            field("official", Phrase("Лауазымды адам", "Должностное лицо", "Official"), "29I.45", kind=Kind.LINE),
            field("secretary", Phrase("Хатшы", "Секретарь", "Secretary"), "29I.45", kind=Kind.LINE),
            field("present", Phrase("Қатысушылар", "Участники", "Participants"), "29I.45", "29I.77", kind=Kind.LIST),
            field("question", Phrase("Қаралатын мәселе", "Рассматриваемый вопрос", "Question"), "29I.45"),
            field(
                "course",
                Phrase(
                    "Түсініктемелер, сұрақтар, жауаптар, сөздер",
                    "Объяснения, вопросы, ответы, выступления",
                    "Explanations, questions, answers, speeches",
                ),
                "29I.45",
            ),
            fixed(
                "remarks",
                Phrase("Ескертулер", "Замечания", "Remarks"),
                "29I.45",
                kk="Тыңдауға қатысушылар хаттамамен танысуға және танысқаннан кейін үш жұмыс күні ішінде ескерту "
                "беруге "
                "құқылы.",
                ru="Участники вправе ознакомиться с протоколом и в течение трёх рабочих дней после этого подать на "
                "него "
                "замечания.",
            ),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
        signs=(Phrase("Хатшы", "Секретарь", "Secretary"),),  # who presides signs the paper
    )
)
ACCESS_RECORD = declare_paper(
    Paper(
        "access_record",
        Phrase("Іспен танысу хаттамасы", "Протокол ознакомления с делом", "Record of access to the file"),
        ("29I.78",),
        (
            field("person", Phrase("Танысқан адам", "Ознакомлен", "Who saw it"), "29I.78", kind=Kind.LINE),
            field(
                "shown",
                Phrase("Көрсетілген құжаттар", "Предъявленные документы", "Documents shown"),
                "29I.78",
                kind=Kind.LIST,
            ),
            field(
                "copies",
                Phrase("Берілген көшірмелер", "Выданные копии", "Copies given"),
                "29I.78",
                kind=Kind.LIST,
                optional=True,
            ),
            field(
                "kept_back",
                Phrase("Көрсетілмеді", "Не показано", "Not shown"),
                "29I.78",
                optional=True,
            ),
            head("day", "29I.78"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
        signs=(Phrase("Танысқан адам", "Ознакомленное лицо", "Who saw it"),),
    )
)
