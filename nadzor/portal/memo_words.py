"""What the result of "Can a prosecutor help?" says: the grounds, what to write, the ways, the open door.

Grounds are cited by the order, not by the memo: the memo is no law, and its rows carry numbers of ours alone.
"""

from dataclasses import dataclass

from nadzor.law.memo import Do
from nadzor.law.o29.scope import Layer
from nadzor.law.words import Phrase
from nadzor.organs.models import ReferenceEntry
from nadzor.portal.memo_questions import Result

_SUB_POINT = Phrase(
    "№ 29 нұсқаулық, 4-тармақ, {n}) тармақша",
    "Инструкция № 29, п. 4, подпункт {n})",
    "Instruction No. 29, point 4, sub-point {n})",
)


@dataclass(frozen=True, slots=True)
class GroundWords:
    """A ground in plain words, its sub-point in the order, and what an appeal on it should say."""

    words: Phrase
    sub_point: int
    write: Phrase | None = None

    @property
    def cite(self) -> Phrase:
        """The sub-point as a reader cites it."""
        return Phrase(*(text.format(n=self.sub_point) for text in _SUB_POINT))


GROUND_WORDS: dict[str, GroundWords] = {
    "MEMO.2": GroundWords(
        Phrase(
            "құқықтарын өзі қорғай алмайтын адамды қорғау",
            "защита человека, который не может защищать свои права сам",
            "protection of a person who cannot defend their rights alone",
        ),
        1,
        Phrase(
            "Кімді қорғау керек екенін және ол неге өзі әрекет ете алмайтынын жазыңыз.",
            "Напишите, кого нужно защитить и почему этот человек не может действовать сам.",
            "Write who needs protection and why this person cannot act alone.",
        ),
    ),
    "MEMO.3": GroundWords(
        Phrase("кәмелетке толмағандарды қорғау", "защита несовершеннолетних", "protection of minors"),
        1,
        Phrase(
            "Баланың туған күнін немесе жасын жазыңыз.",
            "Напишите дату рождения или возраст ребёнка.",
            "Write the child's date of birth or age.",
        ),
    ),
    "MEMO.4": GroundWords(
        Phrase(
            "адамдардың белгісіз тобын қорғау",
            "защита неограниченного круга лиц",
            "protection of an indefinite circle of persons",
        ),
        1,
        Phrase(
            "Мәселе кімдерге қатысты екенін сипаттаңыз.",
            "Опишите, каких людей это касается.",
            "Describe which people it concerns.",
        ),
    ),
    "MEMO.5": GroundWords(
        Phrase(
            "өкілетті орган құқықтарды тиісінше қорғамайды",
            "уполномоченный орган не обеспечивает защиту должным образом",
            "the authorised body does not protect properly",
        ),
        2,
        Phrase(
            "Қай орган және нені орындамағанын жазыңыз. Келіспейтін жауапты – жоғары тұрған органның түпкілікті "
            "жауабын – қоса беріңіз.",
            "Напишите, какой это орган и в чём он не защитил. Приложите окончательный ответ вышестоящего органа, с "
            "которым вы не согласны.",
            "Write which body it is and in what it fails. Attach the final answer of the superior body with which you "
            "disagree.",
        ),
    ),
    "MEMO.6": GroundWords(
        Phrase(
            "мұндай өкілеттігі бар орган жоқ", "органа с такими полномочиями нет", "there is no body with such powers"
        ),
        2,
        Phrase(
            "Ондай орган жоқ деп неге есептейтініңізді жазыңыз.",
            "Напишите, почему вы считаете, что такого органа нет.",
            "Write why you think that there is no such body.",
        ),
    ),
    "MEMO.8": GroundWords(
        Phrase(
            "жеке кәсіпкерлік қызметіне араласу",
            "вмешательство в деятельность частного предпринимательства",
            "interference in private business",
        ),
        3,
        Phrase(
            "Кәсіпкерлік субъектісін, кім және қалай араласып жатқанын жазыңыз.",
            "Напишите, какое это предприятие, кто и как вмешивается.",
            "Write which business it is, who interferes and how.",
        ),
    ),
    "MEMO.10": GroundWords(
        Phrase(
            "конституциялық құрылысқа және ұлттық қауіпсіздікке қатердің алдын алу",
            "предупреждение угрозы конституционному строю и национальной безопасности",
            "prevention of a threat to the constitutional order and national security",
        ),
        4,
        Phrase("Қатердің қандай екенін жазыңыз.", "Напишите, в чём угроза.", "Write what the threat is."),
    ),
    "MEMO.11": GroundWords(
        Phrase(
            "жойылмаса, адамдардың өміріне және денсаулығына зиян келтіретін заң бұзушылық",
            "нарушение законности, которое, если его не устранить, повредит жизни и здоровью людей",
            "a breach of legality that harms human life and health if it is not removed",
        ),
        5,
        Phrase(
            "Заң қалай бұзылғанын және қандай зиян келуі мүмкін екенін жазыңыз.",
            "Напишите, в чём нарушение и какой вред возможен.",
            "Write what is breached and what harm may come.",
        ),
    ),
    "MEMO.12": GroundWords(
        Phrase(
            "Президенттің тапсырмасы (оны прокуратураның өзі белгілейді)",
            "поручение Президента (его отмечает сама прокуратура)",
            "an instruction of the President (the office records it itself)",
        ),
        6,
    ),
    "MEMO.13": GroundWords(
        Phrase(
            "Бас Прокурордың тапсырмасы (оны прокуратураның өзі белгілейді)",
            "поручение Генерального Прокурора (его отмечает сама прокуратура)",
            "an instruction of the Prosecutor General (the office records it itself)",
        ),
        7,
    ),
}

HEADS: dict[Result, Phrase] = {
    Result.YES: Phrase(
        "Иә, прокуратура мұны қарай алады",
        "Да, прокуратура может это рассмотреть",
        "Yes, a prosecutor can consider this",
    ),
    Result.NO: Phrase(
        "Жоқ, мұны прокуратура емес, басқа орган қарайды",
        "Нет, это рассматривает не прокуратура, а другой орган",
        "No, this is for another body, not the prosecutor",
    ),
    Result.OPEN: Phrase(
        "Бұл жауаптар бойынша нақты айту мүмкін емес",
        "По этим ответам точно сказать нельзя",
        "These answers do not settle it",
    ),
    Result.EXEMPT: Phrase(
        "Мұндай мәселені бұл тексеру шешпейді",
        "Такой вопрос эта проверка не решает",
        "This check does not settle such a matter",
    ),
}
FIRST: dict[Result, Phrase] = {
    Result.YES: Phrase(
        "Жауаптарыңызға қарағанда, заңда көзделген негіз бар. Оны прокуратура жолданымды қабылдағанда анықтайды.",
        "Судя по вашим ответам, есть основание, названное в законе. Его установит прокуратура при приёме обращения.",
        "From your answers, there is a ground that the law names. The office establishes it when it receives the "
        "appeal.",
    ),
    Result.NO: Phrase(
        "Жауаптарыңызға қарағанда, заңда көзделген негіздердің ешқайсысы жоқ.",
        "Судя по вашим ответам, ни одного из оснований, которые называет закон, нет.",
        "From your answers, none of the grounds that the law names is there.",
    ),
    Result.OPEN: Phrase(
        "Бәрі төмендегі сұрақтарға байланысты. Негізді прокуратура жолданымды қабылдағанда өзі анықтайды.",
        "Всё зависит от вопросов ниже. Основание установит сама прокуратура при приёме обращения.",
        "It depends on the questions below. The office itself establishes the ground when it receives the appeal.",
    ),
    Result.EXEMPT: Phrase(
        "Егер жолданымды қарау тәртібін басқа заң белгілесе, жеті негіз тексерілмейді: кім қарайтынын сол заң айтады.",
        "Если порядок для обращения задаёт другой закон, семь оснований не проверяются: кто рассматривает, говорит тот "
        "закон.",
        "Where another law sets how the appeal is handled, the seven grounds are not asked for: that law says who "
        "considers it.",
    ),
}
FIRST_CITES: dict[Result, tuple[str, ...]] = {
    Result.YES: ("29I.4.1",),
    Result.NO: ("29I.4.1",),
    Result.OPEN: ("29I.4.1",),
    Result.EXEMPT: ("29I.5",),
}
WAYS: dict[Do, Phrase] = {
    Do.APPLY_TO_BODY: Phrase(
        "Алдымен осы мәселені шешуге өкілетті органға жүгініңіз.",
        "Сначала обратитесь в орган, у которого есть полномочия по этому вопросу.",
        "First apply to the body that has the power to settle this.",
    ),
    Do.ATTACH_FINAL_ANSWER: Phrase(
        "Жоғары тұрған органнан түпкілікті жауап алыңыз. Онымен келіспесеңіз, оны жолданымға қоса беріңіз: сонда "
        "прокуратура мәселені қарай алады.",
        "Получите окончательный ответ вышестоящего органа. Если вы с ним не согласны, приложите его к обращению: тогда "
        "прокуратура может его рассмотреть.",
        "Get the final answer of the superior body. If you disagree with it, attach it to your appeal: then a "
        "prosecutor can consider it.",
    ),
    Do.HIGHER_BODY_OR_COURT: Phrase(
        "Органның шешіміне жоғары тұрған органға, жоғары тұрған лауазымды адамға немесе сотқа шағым беруге құқылысыз.",
        "Решение органа вы вправе обжаловать в вышестоящий орган, вышестоящему должностному лицу или в суд.",
        "You have the right to complain of the body's decision to its superior body, to the superior official or to a "
        "court.",
    ),
}
WAY_SOURCE = Phrase(
    "Азаматтарға арналған жадынама (ол заң емес, заңды қарапайым тілмен түсіндіреді)",
    "памятка гражданам (она не закон, а пересказывает его)",
    "the memo for citizens (it is not law itself, it retells the law)",
)
NO_GUIDE = Phrase(
    "Қай мәселені қай орган қарайтыны туралы анықтамалық бұл сайтта әзірге жоқ, сондықтан органды атай алмаймыз. "
    "115 нөмірінен сұраңыз.",
    "Справочника о том, какой орган что рассматривает, на этом сайте пока нет, поэтому назвать орган мы не можем. "
    "Спросите по номеру 115.",
    "This site holds no guide yet to which body considers what, so it cannot name the body. Ask by phone: 115.",
)
# What governs a matter of another law, in order (29I.6, 29I.21, 29I.21-1).
LAYERS: dict[Layer, Phrase] = {
    Layer.OWN_LAW: Phrase("осы мәселе туралы заң", "закон об этом вопросе", "the law on this matter"),
    Layer.TREATIES: Phrase(
        "ратификацияланған халықаралық шарттар",
        "ратифицированные международные договоры",
        "ratified international treaties",
    ),
    Layer.APPK: Phrase(
        "Әкімшілік рәсімдік-процестік кодекс",
        "Административный процедурно-процессуальный кодекс",
        "the Administrative Procedural and Process-Related Code",
    ),
    Layer.INSTRUCTION: Phrase("№ 29 нұсқаулық", "Инструкция № 29", "Instruction No. 29"),
    Layer.INSTRUCTION_FIRST: Phrase(
        "№ 29 нұсқаулық, активтерді қайтару туралы Заңның ерекшеліктерімен",
        "Инструкция № 29, с особенностями Закона о возврате активов",
        "Instruction No. 29, with the particularities of the asset recovery law",
    ),
}
LAYERS_HEAD = Phrase(
    "Не қолданылады. Алдыңғысы үнсіз қалған жерде келесісі қолданылады:",
    "Что применяется. Где предыдущее молчит, действует следующее:",
    "What applies. Where one is silent, the next one holds:",
)
COMPLAINT_LIMITS = Phrase(
    "Шағым да Конституциялық заңның 24 және 25-баптарындағы негіздермен және шектерде қаралады.",
    "Жалобу тоже рассматривают на основаниях и в пределах статей 24 и 25 Конституционного закона.",
    "A complaint, too, is considered on the grounds and within the limits of articles 24 and 25 of the Constitutional "
    "Law.",
)
DETAILED = {1: ReferenceEntry.Kind.PERSONS, 2: ReferenceEntry.Kind.BODIES}  # sub-points that another act details
DETAILS_CITES = ("29I.4.2",)
DETAILS = Phrase(
    "Бұл негізге қандай адамдар мен мән-жайлар жататынын Бас Прокурордың жеке актісі нақтылайды.",
    "Какие лица и обстоятельства сюда относятся, подробно говорит отдельный акт Генерального Прокурора.",
    "Which persons and circumstances belong here is detailed by a separate act of the Prosecutor General.",
)
DOOR: dict[Result, Phrase] = {
    Result.NO: Phrase(
        "Жолданымды бізге де беруге болады, оны қабылдаудан бас тартылмайды. Ол үш жұмыс күнінен кешіктірілмей сол "
        "органға жолданады және бұл туралы сізге сол кезде хабарланады.",
        "Обращение можно подать и нам, в приёме не откажут. Не позднее трёх рабочих дней его направят в тот орган и "
        "одновременно сообщат вам.",
        "You may still file it here, and it will not be turned away. Within three working days it is sent to that "
        "body, and you are told at the same time.",
    ),
    Result.OPEN: Phrase(
        "Жолданым беріңіз: оны қабылдаудан бас тартылмайды. Ол басқа органның құзыретінде болса, үш жұмыс күнінен "
        "кешіктірілмей сол органға жолданады және бұл туралы сізге сол кезде хабарланады.",
        "Подайте обращение: в приёме не откажут. Если оно для другого органа, не позднее трёх рабочих дней его "
        "направят туда и одновременно сообщат вам.",
        "File the appeal: it will not be turned away. If it is for another body, within three working days it is sent "
        "there, and you are told at the same time.",
    ),
    Result.EXEMPT: Phrase(
        "Жолданым беруге болады. Ол басқа органның құзыретінде болса, үш жұмыс күнінен кешіктірілмей сол органға "
        "жолданады және бұл туралы сізге сол кезде хабарланады.",
        "Обращение можно подать. Если оно для другого органа, не позднее трёх рабочих дней его направят туда и "
        "одновременно сообщат вам.",
        "You may file an appeal. If it is for another body, within three working days it is sent there, and you are "
        "told at the same time.",
    ),
}
DOOR_CITES = ("29I.31.1",)
DOOR_ARTICLE = Phrase("ӘРПК 64-бабы", "ст. 64 АППК", "article 64 of the APPK")
IF_NONE = Phrase(
    "Егер олардың ешқайсысы расталмаса:", "Если ничего из этого не подтвердится:", "If none of it turns out to be so:"
)
UNANSWERED = Phrase(
    "Бір жауапты таңдаңыз. Бұған дейінгі жауаптарыңыз сақталды.",
    "Выберите один ответ. Прежние ответы сохранены.",
    "Choose one answer. What you answered before is kept.",
)
