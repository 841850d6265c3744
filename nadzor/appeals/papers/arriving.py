"""Papers of the first days: who considers it, what it lacks, its return, its transfer to another unit.

Source: 29I.23-26, APPK 64 (registration, its coupon); 29I.25 (what is lacking, a reasonable time, the return that bars
no new appeal); 29I.28.10-28.12 (petitions for a cassation protest); 29I.34.2 (transfer between units).
"""

from nadzor.appeals.rights import ASSIGNING, EXECUTOR_OR_KEEPER, EXECUTOR_OR_LEADER, REGISTRAR
from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, Kind, Paper, To, declare_paper
from nadzor.papers.kit import REASONS, field, fixed, head

REGISTRATION = declare_paper(
    Paper(
        "registration_notice",
        Phrase("Тіркеу туралы хабарлама", "Уведомление о регистрации", "Notice of registration"),
        ("29I.23.1", "29I.24"),
        (
            fixed(
                "said",
                Phrase("Тіркелгені туралы", "О регистрации", "Of the registration"),
                "29I.23.1",
                kk="Сіздің жолданымыңыз {registered} тіркелді, нөмірі {appeal}. Оны {office} қабылдады.",
                ru="Ваше обращение зарегистрировано {registered} под номером {appeal}. Его приняла {office}.",
            ),
            field(
                "due",
                Phrase("Қарау мерзімі", "Срок рассмотрения", "Term of consideration"),
                "29I.51",
                kind=Kind.DAY,
                kk="Жолданымды қараудың соңғы күні – {due}.",
                ru="Последний день рассмотрения – {due}.",
                optional=True,
            ),
            field(
                "follow",
                Phrase("Бақылау беті", "Страница отслеживания", "Page for following"),
                "29I.23.1",
                kind=Kind.LINE,
                kk="Қаралу барысын мына мекенжайдан өз кодыңызбен біле аласыз: {follow}",
                ru="Ход рассмотрения можно узнать по своему коду по адресу: {follow}",
            ),
            head("day", "29I.24"),
        ),
        REGISTRAR,
        by_itself=True,
    )
)
EXECUTOR_NAMED = declare_paper(
    Paper(
        "executor_notice",
        Phrase("Орындаушы туралы хабарлама", "Уведомление об исполнителе", "Notice of the executor"),
        ("29I.26.2",),
        (
            field(
                "unit",
                Phrase("Қарайтын бөлімше", "Кто рассматривает", "Who considers"),
                "29I.26.2",
                kind=Kind.LINE,
                kk="Сіздің {appeal} жолданымыңыз қарауға берілді: {unit}.",
                ru="Ваше обращение № {appeal} передано на рассмотрение: {unit}.",
            ),
            field(
                "due",
                Phrase("Қарау мерзімі", "Срок рассмотрения", "Term of consideration"),
                "29I.50",
                kind=Kind.DAY,
                kk="Жолданымды қараудың соңғы күні – {due}.",
                ru="Последний день рассмотрения – {due}.",
                optional=True,
            ),
            fixed(
                "rights",
                Phrase("Өтініш берушінің құқықтары", "Права заявителя", "Rights of the applicant"),
                "29I.63.1",
                kk="Сіз уәждеріңізді айтуға, материалдар ұсынуға немесе оларды сұратуды өтінуге құқылысыз.",
                ru="Вы вправе излагать доводы, представлять материалы или просить об их истребовании.",
            ),
        ),
        ASSIGNING,
        by_itself=True,
    )
)
REQUEST_TO_CURE = declare_paper(
    Paper(
        "request_to_cure",
        Phrase("Кемшіліктерді жою туралы хабарлама", "Уведомление об устранении недостатков", "Request to mend"),
        ("29I.25.1",),
        (
            field(
                "missing",
                Phrase("Сақталмаған талаптар", "Несоблюдённые требования", "Requirements not met"),
                "29I.25.1",
                kind=Kind.LIST,
                kk="Сіздің {appeal} жолданымыңыз Әкімшілік рәсімдік-процестік кодекстің 63-бабының талаптарына сай "
                "емес. Мыналар жоқ немесе толық емес:",
                ru="Ваше обращение № {appeal} не соответствует требованиям статьи 63 Административного "
                "процедурно-процессуального кодекса. Отсутствует или неполно указано следующее:",
            ),
            field("words", Phrase("Түсіндірме", "Пояснение", "Explanation"), "29I.25.1", optional=True),
            field(
                "due",
                Phrase("Жою мерзімі", "Срок устранения", "To be mended by"),
                "29I.25.1",
                kind=Kind.DAY,
                kk="Жолданымды сәйкес келтіру мерзімі – {due} (осы күнді қоса).",
                ru="Срок для приведения обращения в соответствие – по {due} включительно.",
            ),
            fixed(
                "otherwise",
                Phrase("Жойылмаса", "Последствия", "What follows"),
                *("29I.25.2", "29I.25.3"),
                kk="Осы мерзімде кемшіліктер жойылмаса, жолданым сізге қайтарылады. Қайтару жаңадан жүгінуге кедергі "
                "болмайды.",
                ru="Если недостатки не будут устранены в этот срок, обращение будет вам возвращено. Возврат не "
                "препятствует новому обращению.",
            ),
            head("day", "29I.25.1"),
        ),
        EXECUTOR_OR_KEEPER,
    )
)
RETURN = declare_paper(
    Paper(
        "return_letter",
        Phrase("Жолданымды қайтару", "Возврат обращения", "Return of the appeal"),
        ("29I.25.2",),
        (
            fixed(
                "said",
                Phrase("Қайтару туралы", "О возврате", "Of the return"),
                "29I.25.2",
                kk="{registered} тіркелген {appeal} жолданымыңыз қайтарылады: берілген мерзімде ол Әкімшілік "
                "рәсімдік-процестік кодекстің 63-бабының талаптарына сәйкес келтірілмеді.",
                ru="Ваше обращение № {appeal}, зарегистрированное {registered}, возвращается: в предоставленный срок "
                "оно не приведено в соответствие с требованиями статьи 63 Административного "
                "процедурно-процессуального кодекса.",
            ),
            field("reason", Phrase("Қайтару себебі", "Причина возврата", "Reason of the return"), "29I.25.2"),
            fixed(
                "again",
                Phrase("Қайта жүгіну", "Новое обращение", "Filing again"),
                "29I.25.3",
                kk="Жолданымды қайтару жаңадан жүгінуге кедергі болмайды.",
                ru="Возврат обращения не препятствует новому обращению.",
            ),
            fixed(
                "contest",
                Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"),
                "29I.71.1",
                kk="Қайтаруға ол туралы білген күннен бастап үш ай ішінде {office} арқылы жоғары тұрған прокурорға "
                "шағым жасауға болады.",
                ru="Возврат можно обжаловать вышестоящему прокурору в течение трёх месяцев со дня, когда вы о нём "
                "узнали; жалоба подаётся сюда: {office}.",
            ),
            head("day", "29I.25.2"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
RETURN_OF_PETITION = declare_paper(
    Paper(
        "petition_return",
        Phrase(
            "Өтінішхатты қараусыз қайтару", "Возврат ходатайства без рассмотрения", "Return of a petition, unconsidered"
        ),
        ("29I.28.10", "29I.28.11"),
        (
            field(
                "act",
                Phrase("Сот актісі", "Судебный акт", "Court act"),
                "29I.28.10",
                kind=Kind.LINE,
                kk="Мына сот актісіне кассациялық наразылық келтіру туралы өтінішхатыңыз Қылмыстық-процестік кодекстің "
                "486 және 489-баптарының негізінде қараусыз қайтарылады: {act}.",
                ru="Ходатайство о внесении кассационного протеста на судебный акт ({act}) возвращается без "
                "рассмотрения на основании статей 486 и 489 Уголовно-процессуального кодекса.",
            ),
            field(
                "defects",
                Phrase("Кемшіліктері", "Недостатки", "Defects"),
                "29I.28.10",
                kind=Kind.LIST,
                kk="Өтінішхат Қылмыстық-процестік кодекстің 488-бабының мына талаптарына сай емес:",
                ru="Ходатайство не отвечает следующим требованиям статьи 488 Уголовно-процессуального кодекса:",
            ),
            fixed(
                "ways",
                Phrase("Әрі қарай жүгіну жолдары", "Что можно сделать дальше", "The ways that are open"),
                "29I.28.11",
                kk="Кемшіліктер жойылғаннан кейін сіз Бас прокуратураға қайта жүгінуге немесе сот актілерін "
                "кассациялық тәртіппен қайта қарау үшін тікелей Жоғарғы Сотқа жүгінуге құқылысыз.",
                ru="После устранения недостатков вы вправе вновь обратиться в Генеральную прокуратуру либо обратиться "
                "непосредственно в Верховный Суд для пересмотра судебных актов в кассационном порядке.",
            ),
            head("day", "29I.28.10"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
RETURN_OF_LATE_PETITION = declare_paper(
    Paper(
        "late_petition_return",
        Phrase(
            "Мерзімі өткен өтінішхатты қайтару",
            "Возврат ходатайства, поданного с пропуском срока",
            "Return of a petition that came too late",
        ),
        ("29I.28.12",),
        (
            field(
                "act",
                Phrase("Сот актісі", "Судебный акт", "Court act"),
                "29I.28.12",
                kind=Kind.LINE,
                kk="Мына сот актісі бойынша өтінішхатыңыз қараусыз қайтарылады: {act}.",
                ru="Ваше ходатайство по судебному акту ({act}) возвращается без рассмотрения.",
            ),
            field(
                "in_force",
                Phrase("Заңды күшіне енген күні", "Вступил в законную силу", "In legal force since"),
                "29I.28.12",
                kind=Kind.DAY,
            ),
            field(
                "term_end",
                Phrase(
                    "Наразылық келтіру мерзімі аяқталды", "Срок внесения протеста истёк", "Term of the protest ended"
                ),
                "29I.28.12",
                kind=Kind.DAY,
            ),
            field(
                "law", Phrase("Заңнаманы түсіндіру", "Разъяснение законодательства", "The law explained"), "29I.28.12"
            ),
            head("day", "29I.28.12"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
TRANSFER_MEMO = declare_paper(
    Paper(
        "transfer_memo",
        Phrase("Басқа бөлімшеге беру туралы баянат", "Рапорт о передаче в другое подразделение", "Memo of transfer"),
        ("29I.34.1", "29I.34.2"),
        (
            field(
                "unit",
                Phrase("Қай бөлімшеге", "В какое подразделение", "To which unit"),
                "29I.34.1",
                kind=Kind.LINE,
                kk="{appeal} жолданымды мына бөлімшеге беруді сұраймын: {unit}.",
                ru="Прошу передать обращение № {appeal} в подразделение: {unit}.",
            ),
            field(
                "received",
                Phrase("Қараушыға келіп түскен күн", "Поступило рассматривающему", "Reached the official on"),
                "29I.34.2",
                kind=Kind.DAY,
            ),
            field("reasons", REASONS, "29I.34.2"),
            head("day", "29I.34.2"),
            head("addressee", "29I.34.2"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
    )
)
