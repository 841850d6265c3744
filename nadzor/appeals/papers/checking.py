"""Papers of the check: requests, the co-executor's part, the visit with its memo, plan and summary, specialists.

Source: 29I.62 (requests); 60.2 (explanations); 33.3 (co-executors); 64 (checks with a visit); 65 (specialists);
12.2 (materials of an interpellation).
"""

from nadzor.appeals.papers.signers import PLAN_APPROVER, UNIT_HEAD, VISIT_DECIDER
from nadzor.appeals.requests import REQUESTER
from nadzor.appeals.rights import CO_EXECUTOR, EXECUTOR, EXECUTOR_OR_LEADER
from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, Kind, Paper, To, declare_paper
from nadzor.papers.kit import REASONS, SUBSTANCE, field, fixed, head

_UNTIL = Phrase("Жауап беру күні", "Ответить до", "Answer by")
REQUEST_FOR_MATERIALS = declare_paper(
    Paper(
        "request_for_materials",
        Phrase("Материалдарды сұрату", "Запрос материалов", "Request for materials"),
        ("29I.62.1", "29I.62.2", "29I.62.4", "29I.60.2"),
        (
            head("addressee", "29I.62.1", "29I.62.2"),
            field(
                "kind",
                Phrase("Не сұратылады", "Что истребуется", "What is called for"),
                *("29I.62.1", "29I.62.3"),
                kind=Kind.LINE,
                kk="{registered:де} тіркелген № {appeal} жолданымды қарауға байланысты мыналарды ұсыныңыз: {kind}.",
                ru="В связи с рассмотрением обращения № {appeal} от {registered} просим представить: {kind}.",
            ),
            field("asked", Phrase("Сұрау мәні", "Предмет запроса", "What is asked for"), "29I.62.1"),
            field(
                "due",
                _UNTIL,
                "29I.62.1",
                kind=Kind.DAY,
                kk="Жауапты {due:ге} дейін (осы күнді қоса) жіберіңіз.",
                ru="Ответ направьте по {due} включительно.",
            ),
            head("day", "29I.62.4"),
            head("signatory", "29I.62.1", "29I.62.2"),
        ),
        REQUESTER,
        To.OUTSIDE,
    )
)
REQUEST_FOR_EXPLANATION = declare_paper(
    Paper(
        "request_for_explanation",
        Phrase("Түсініктеме беруді сұрау", "Запрос объяснения", "Request for an explanation"),
        ("29I.60.2",),
        (
            head("addressee", "29I.60.2"),
            fixed(
                "said",
                Phrase("Түсініктеме туралы", "Об объяснении", "Of the explanation"),
                "29I.60.2",
                kk="№ {appeal} жолданымды қарауға байланысты мына мәселелер бойынша түсініктеме беруіңізді сұраймыз.",
                ru="В связи с рассмотрением обращения № {appeal} просим дать объяснение по следующим вопросам.",
            ),
            field("questions", Phrase("Мәселелер", "Вопросы", "Questions"), "29I.60.2", kind=Kind.LIST),
            field(
                "due",
                _UNTIL,
                "29I.60.2",
                kind=Kind.DAY,
                kk="Түсініктемені {due:ге} дейін (осы күнді қоса) ұсыныңыз.",
                ru="Объяснение представьте по {due} включительно.",
            ),
            head("day", "29I.60.2"),
        ),
        EXECUTOR,
        To.OUTSIDE,
    )
)
EXPLANATION = declare_paper(
    Paper(
        "explanation",
        Phrase("Түсініктеме", "Объяснение", "Explanation"),
        ("29I.60.2",),
        (
            field("person", Phrase("Түсініктеме берген", "Объяснение дал", "Given by"), "29I.60.2", kind=Kind.LINE),
            field(
                "post", Phrase("Лауазымы, жұмыс орны", "Должность, место работы", "Post"), "29I.60.2", kind=Kind.LINE
            ),
            field("text", Phrase("Түсініктеменің мәні", "Суть объяснения", "What was explained"), "29I.60.2"),
            head("day", "29I.60.2"),
            head("signatory", "29I.60.2"),
        ),
        EXECUTOR,
        To.INSIDE,
        RECORD,
        signs=(Phrase("Түсініктеме берген адам", "Лицо, давшее объяснение", "Who gave it"),),
    )
)
CO_EXECUTOR_PART = declare_paper(
    Paper(
        "co_executor_information",
        Phrase("Қосалқы орындаушының ақпараты", "Информация соисполнителя", "Information of a co-executor"),
        ("29I.33.3",),
        (
            head("appeal", "29I.33.3"),
            field("text", Phrase("Толық ақпарат", "Исчерпывающая информация", "The information"), "29I.33.3"),
            head("day", "29I.33.3"),
            head("signatory", "29I.33.3"),
        ),
        CO_EXECUTOR,
        To.INSIDE,
        RECORD,
    )
)
INTERPELLATION = declare_paper(
    Paper(
        "interpellation_memo",
        Phrase(
            "Депутаттық сауал бойынша баянат", "Рапорт по депутатскому запросу", "Memo on a deputy’s interpellation"
        ),
        ("29I.12.2",),
        (
            head("addressee", "29I.12.2"),
            field("substance", SUBSTANCE, "29I.12.2"),
            field(
                "checked",
                Phrase("Тексеру материалдары", "Материалы проверки", "Check materials"),
                "29I.12.2",
                kind=Kind.LIST,
            ),
            field(
                "draft",
                Phrase(
                    "Жауаптың немесе Парламентте сөйлейтін сөздің жобасы",
                    "Проект ответа или выступления в Парламенте",
                    "Draft of the answer or of the speech in Parliament",
                ),
                "29I.12.2",
            ),
            field(
                "due",
                Phrase("Сауалдың мерзімі", "Срок запроса", "Term of the interpellation"),
                "29I.12.1",
                kind=Kind.DAY,
            ),
            head("day", "29I.12.2"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
    )
)
VISIT_MEMO = declare_paper(
    Paper(
        "visit_memo",
        Phrase("Шығып тексеру туралы баянат", "Рапорт о проверке с выездом", "Memo on a check with a visit"),
        ("29I.64.1", "29I.64.2", "29I.64.3", "29I.64.7"),
        (
            head("addressee", "29I.64.2", "29I.64.7"),
            field(
                "where",
                Phrase("Қайда шығу ұсынылады", "Куда предлагается выезд", "Where to"),
                "29I.64.2",
                kind=Kind.LINE,
            ),
            field("reasons", REASONS, "29I.64.2"),
            field(
                "studied",
                Phrase(
                    "Зерделенген бұрынғы тексерістер", "Изученные материалы прежних проверок", "Earlier checks studied"
                ),
                "29I.64.2",
            ),
            field(
                "agreed",
                Phrase("Жетекшілік ететін орынбасар келіскен", "Согласовано с курирующим заместителем", "Agreed with"),
                *("29I.64.3", "29I.64.7"),
                kind=Kind.LINE,
            ),
            head("day", "29I.64.2"),
        ),
        UNIT_HEAD,
        To.INSIDE,
        RECORD,
    )
)
VISIT_DECISION = declare_paper(
    Paper(
        "visit_decision",
        Phrase("Шығып тексеру туралы шешім", "Решение о проверке с выездом", "Decision on a check with a visit"),
        ("29I.64.2", "29I.64.7"),
        (
            field(
                "where",
                Phrase("Қайда шығу", "Место выезда", "Where to"),
                *("29I.64.2", "29I.64.7"),
                kind=Kind.LINE,
                kk="№ {appeal} жолданым бойынша шығып тексеру жүргізілсін: {where}.",
                ru="По обращению № {appeal} провести проверку с выездом: {where}.",
            ),
            field("reasons", REASONS, "29I.64.2"),
            field("who", Phrase("Кімге тапсырылды", "Кому поручено", "Who goes"), "29I.64.2", kind=Kind.LIST),
            field(
                "specialists", Phrase("Мамандар", "Специалисты", "Specialists"), "29I.65", kind=Kind.LIST, optional=True
            ),
            head("day", "29I.64.2"),
            head("signatory", "29I.64.2", "29I.64.7"),
        ),
        VISIT_DECIDER,
        To.INSIDE,
        RECORD,
    )
)
CHECK_PLAN = declare_paper(
    Paper(
        "check_plan",
        Phrase("Тексеру жоспары", "План проверки", "Plan of the check"),
        ("29I.64.4", "29I.64.5"),
        (
            field(
                "name",
                Phrase("Тексерудің атауы", "Наименование проверки", "Name of the check"),
                "29I.64.5",
                kind=Kind.LINE,
            ),
            field("since", Phrase("Басталуы", "Начало", "Begins"), "29I.64.5", kind=Kind.DAY),
            field("until", Phrase("Аяқталуы", "Окончание", "Ends"), "29I.64.5", kind=Kind.DAY),
            field(
                "questions",
                Phrase("Тексерілетін мәселелер", "Перечень вопросов, подлежащих проверке", "Questions to be checked"),
                "29I.64.5",
                kind=Kind.LIST,
            ),
            field(
                "people",
                Phrase("Тартылатын лауазымды адамдар", "Привлекаемые должностные лица", "Officials involved"),
                "29I.64.5",
                kind=Kind.TABLE,
                columns=(
                    Phrase("Тегі, аты-жөні", "Фамилия, инициалы", "Name"),
                    Phrase("Лауазымы", "Должность", "Post"),
                    Phrase("Мәселелері", "Вопросы", "Questions"),
                ),
            ),
            head("approver", "29I.64.4"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
        approved=PLAN_APPROVER,
    )
)
CHECK_SUMMARY = declare_paper(
    Paper(
        "check_summary",
        Phrase("Тексеру нәтижелері туралы анықтама", "Справка о результатах проверки", "Summary of the check"),
        ("29I.64.6",),
        (
            field(
                "measures",
                Phrase("Жүргізілген іс-шаралар", "Проведённые мероприятия", "Measures"),
                "29I.64.6",
                kind=Kind.LIST,
            ),
            field(
                "consequences",
                Phrase(
                    "Ықтимал әлеуметтік салдары", "Возможные социальные последствия", "Possible social consequences"
                ),
                "29I.64.6",
            ),
            field(
                "acts",
                Phrase("Прокурорлық қадағалау актілері", "Акты прокурорского надзора", "Acts of supervision"),
                "29I.64.6",
                kind=Kind.LIST,
            ),
            field(
                "arguments",
                Phrase(
                    "Уәждерді қарау немесе оларды шешу ұсыныстары",
                    "Рассмотрение доводов заявителей либо предложения по их разрешению",
                    "How the arguments were considered, or proposals",
                ),
                "29I.64.6",
            ),
            head("day", "29I.64.6"),
        ),
        EXECUTOR_OR_LEADER,
        To.INSIDE,
        RECORD,
    )
)
SPECIALIST = declare_paper(
    Paper(
        "specialist_request",
        Phrase("Маман бөлуді сұрау", "Запрос о привлечении специалиста", "Request for a specialist"),
        ("29I.65",),
        (
            head("addressee", "29I.65"),
            field(
                "skill",
                Phrase("Қандай маман", "Какой специалист", "What specialist"),
                "29I.65",
                kind=Kind.LINE,
                kk="№ {appeal} жолданым бойынша тексеруге мына маманды бөлуді сұраймыз: {skill}.",
                ru="Для проверки по обращению № {appeal} просим выделить специалиста: {skill}.",
            ),
            field("questions", Phrase("Мәселелер", "Вопросы", "Questions"), "29I.65", kind=Kind.LIST),
            head("day", "29I.65"),
        ),
        EXECUTOR_OR_LEADER,
        To.OUTSIDE,
    )
)
