"""Point 2 of the Instruction: its nineteen terms, in the order of the point; and what point 1 calls the offices."""

from nadzor.law.definitions import Definition
from nadzor.law.words import Phrase

DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        "application",
        Phrase("өтініш", "заявление", "application"),
        Phrase(
            "Жолданымның бір түрі: әкімшілік рәсімге қатысушы өзінің немесе басқа адамдардың құқықтарын, бостандықтары "
            "мен заңды мүдделерін іске асыруға жәрдемдесуді сұрайды.",
            "Вид обращения: участник административной процедуры просит помочь реализовать его права, свободы и "
            "законные интересы или права, свободы и интересы других лиц.",
            "A form of appeal: a participant of an administrative procedure asks for help in exercising their own "
            "rights, freedoms and lawful interests or those of others.",
        ),
        ("29I.2.1",),
    ),
    Definition(
        "applicant",
        Phrase("өтініш беруші", "заявитель", "applicant"),
        Phrase(
            "Әкімшілік рәсім жүргізілуі үшін әкімшілік органға немесе лауазымды адамға жолданым берген адам. Сондай-ақ "
            "әкімшілік актінің адресаты: өзіне қатысты акт қабылданатын немесе әрекет (әрекетсіздік) жасалатын адам.",
            "Лицо, которое подало обращение в административный орган или должностному лицу, чтобы началась "
            "административная процедура. А также адресат акта: лицо, о котором принимают акт или в отношении которого "
            "совершают действие (бездействие).",
            "The person who filed an appeal with an administrative body or an official so that an administrative "
            "procedure is carried out. Also the addressee of an act: the person about whom the act is adopted or the "
            "action (inaction) is performed.",
        ),
        ("29I.2.2",),
    ),
    Definition(
        "administrative_act",
        Phrase("әкімшілік акт", "административный акт", "administrative act"),
        Phrase(
            "Әкімшілік органның немесе лауазымды адамның жария-құқықтық қатынастардағы шешімі: белгілі бір адамның "
            "немесе жеке айқындалған адамдар тобының заңдарда белгіленген құқықтары мен міндеттерін іске асырады.",
            "Решение административного органа или должностного лица в публично-правовых отношениях, которое реализует "
            "установленные законами права и обязанности определённого лица или индивидуально определённого круга лиц.",
            "A decision of an administrative body or an official in public-law relations that gives effect to the "
            "statutory rights and duties of a given person or of an individually defined circle of persons.",
        ),
        ("29I.2.3",),
    ),
    Definition(
        "administrative_body",
        Phrase("әкімшілік орган", "административный орган", "administrative body"),
        Phrase(
            "Заң бойынша әкімшілік акт қабылдауға немесе әкімшілік әрекет (әрекетсіздік) жасауға өкілеттігі бар "
            "мемлекеттік орган, жергілікті өзін-өзі басқару органы, мемлекеттік заңды тұлға немесе өзге ұйым.",
            "Государственный орган, орган местного самоуправления, государственное юридическое лицо или иная "
            "организация, которых законы наделили полномочиями принимать административные акты и совершать "
            "административные действия (бездействие).",
            "A state body, a body of local self-government, a state legal entity or another organisation that statutes "
            "empower to adopt administrative acts or to perform administrative actions (inaction).",
        ),
        ("29I.2.4",),
    ),
    Definition(
        "gpo_unit",
        Phrase(
            "Бас прокуратураның құрылымдық бөлімшесі",
            "структурное подразделение Генеральной прокуратуры",
            "structural unit of the General Prosecutor's Office",
        ),
        Phrase(
            "Президенттің 2017 жылғы 13 қазандағы № 563 Жарлығымен бекітілген Бас прокуратура құрылымында көзделген "
            "бөлімше.",
            "Подразделение, которое есть в структуре Генеральной прокуратуры, утверждённой Указом Президента "
            "от 13 октября 2017 года № 563.",
            "A unit foreseen in the structure of the General Prosecutor's Office that Presidential Decree No. 563 of "
            "13 October 2017 approved.",
        ),
        ("29I.2.5",),
    ),
    Definition(
        "primary",
        Phrase("бастапқы жолданым", "первичное обращение", "primary submission"),
        Phrase(
            "Осы прокуратура органы бұрын қарамаған мәселе бойынша жолданым, хабар, сұрау салу, үн қосу немесе ұсыныс.",
            "Обращение, сообщение, запрос, отклик или предложение по вопросу, который именно этот орган прокуратуры "
            "раньше не рассматривал.",
            "An appeal, message, request, feedback or proposal on a question that this very office has not considered "
            "before.",
        ),
        ("29I.2.6",),
    ),
    Definition(
        "deputy_appeal",
        Phrase("депутаттың жолданымы", "обращение депутата (депутатское обращение)", "deputy's appeal"),
        Phrase(
            "Парламент Палаталары депутатының немесе лауазымды адамының депутаттық сауал ретінде ресімделмеген хаты: "
            "өтініш берушінің жолданымын қарауды немесе ақпарат беруді сұрайды.",
            "Письмо депутата или должностного лица Палат Парламента, не оформленное как депутатский запрос: с просьбой "
            "рассмотреть обращение заявителя или дать информацию.",
            "A letter of a deputy or an officer of a chamber of Parliament that is not drawn up as an interpellation: "
            "it asks to consider an applicant's submission or to supply information.",
        ),
        ("29I.2.7",),
    ),
    Definition(
        "interpellation",
        Phrase("депутаттық сауал", "депутатский запрос", "deputy's interpellation"),
        Phrase(
            "Депутаттың Парламент Палаталарының бірлескен немесе бөлек отырысында ресми айтылған талабы: әкімшілік "
            "органның лауазымды адамдары Парламент сессиясында негізді түсініктеме береді немесе өз құзыретіндегі "
            "мәселе бойынша ұстанымын баяндайды.",
            "Требование депутата, официально заявленное на совместном или раздельном заседании Палат Парламента: "
            "должностные лица административных органов дают на сессии обоснованное разъяснение или излагают позицию "
            "по вопросу своей компетенции.",
            "A deputy's demand, officially voiced at a joint or separate sitting of the chambers of Parliament, that "
            "officials of administrative bodies give a reasoned explanation at a session or state their position on a "
            "question within their competence.",
        ),
        ("29I.2.8",),
    ),
    Definition(
        "appeal",
        Phrase("жолданым", "обращение", "appeal"),
        Phrase(
            "Прокуратура органына немесе лауазымды адамға жазбаша (қағаз немесе электрондық), ауызша, "
            "бейнеконференцбайланыс арқылы немесе бейнежолданым түрінде берілген өтініш немесе шағым.",
            "Заявление или жалоба, направленные в прокуратуру или должностному лицу письменно (на бумаге или "
            "электронно), устно, по видеоконференцсвязи или видеообращением.",
            "An application or a complaint sent to a prosecutor's office or an official in writing (on paper or "
            "electronically), orally, by videoconference or as a video message.",
        ),
        ("29I.2.9",),
    ),
    Definition(
        "duplicate",
        Phrase("жолданымның телнұсқасы", "дубликат обращения", "duplicate"),
        Phrase(
            "Бұрынғы жолданымның көшірмесі немесе данасы: сол мәселе бойынша, сол адамның мүддесінде, мәтіні мен заңды "
            "күші түпнұсқамен бірдей.",
            "Копия или экземпляр предыдущего обращения по тому же вопросу и в интересах того же лица; текст и "
            "юридическая сила те же, что у подлинника.",
            "A copy or a further specimen of an earlier submission on the same question and in the interest of the "
            "same person, with the text and the legal force of the original.",
        ),
        ("29I.2.10",),
    ),
    Definition(
        "anonymous",
        Phrase("анонимді жолданым", "анонимное обращение", "anonymous submission"),
        Phrase(
            "Авторын анықтау мүмкін емес және (немесе) қолы (электрондық цифрлық қолтаңба да), өтініш берушінің пошта "
            "мекенжайы жоқ жолданым.",
            "Обращение, по которому нельзя установить автора и (или) в котором нет подписи (в том числе электронной "
            "цифровой) или почтового адреса заявителя.",
            "A submission whose author cannot be established and/or that has no signature (an electronic digital "
            "signature counts) or no postal address of the applicant.",
        ),
        ("29I.2.11",),
    ),
    Definition(
        "repeated",
        Phrase("қайталама жолданым", "повторное обращение", "repeated submission"),
        Phrase(
            "Бір адамнан бір мәселе бойынша кемінде екінші рет түскен жолданым: алдыңғысы бойынша шешімге шағым "
            "жасалады, мерзімі өтсе де жауап алынбағаны айтылады немесе оны қараудағы басқа кемшіліктер көрсетіледі.",
            "Обращение того же лица по тому же вопросу, поступившее не менее двух раз: в нём обжалуют решение по "
            "предыдущему, сообщают, что срок истёк, а ответа нет, или указывают на другие недостатки его рассмотрения.",
            "A submission of the same person on the same question, received at least twice, that contests the decision "
            "on the previous one, says that its term has run out without an answer, or points to other faults in how "
            "it was considered.",
        ),
        ("29I.2.12",),
    ),
    Definition(
        "petition",
        Phrase("өтінішхат", "ходатайство", "petition"),
        Phrase(
            "Қылмыстық, азаматтық істерге немесе әкімшілік құқық бұзушылық туралы істерге қатысқан адамның немесе "
            "сотталғанның жазбаша өтініші: заңды күшіне енген сот актісіне наразылық келтіру, шартты түрде мерзімінен "
            "бұрын босату немесе кешірім жасау туралы.",
            "Письменная просьба участника уголовного, гражданского дела или дела об административном правонарушении "
            "либо осуждённого: принести протест на вступивший в силу судебный акт, об условно-досрочном освобождении "
            "или о помиловании.",
            "A written request by a person who took part in a criminal, civil or administrative-offence case, or by a "
            "convict: to protest a court act in legal force, or on parole or pardon.",
        ),
        ("29I.2.13",),
    ),
    Definition(
        "official",
        Phrase("лауазымды адам", "должностное лицо", "official"),
        Phrase(
            "Заң бойынша әкімшілік акт қабылдауға немесе әкімшілік әрекет (әрекетсіздік) жасауға өкілеттігі бар адам.",
            "Лицо, которое законы наделили полномочиями принимать административный акт или совершать административное "
            "действие (бездействие).",
            "A person whom statutes empower to adopt an administrative act or to perform an administrative action "
            "(inaction).",
        ),
        ("29I.2.14",),
    ),
    Definition(
        "request",
        Phrase("сұрау салу", "запрос", "information request"),
        Phrase(
            "Әкімшілік рәсімге қатысушының жеке немесе қоғамдық сипаттағы мәселелер бойынша ақпарат беру туралы "
            "өтініші.",
            "Просьба участника административной процедуры дать информацию по вопросам личного или общественного "
            "характера.",
            "A participant's request to be given information on questions of personal or public interest.",
        ),
        ("29I.2.15",),
    ),
    Definition(
        "proposal",
        Phrase("ұсыныс", "предложение", "proposal"),
        Phrase(
            "Заңдарды, мемлекеттік органдардың жұмысын, қоғамдық қатынастарды, мемлекет пен қоғам қызметінің "
            "әлеуметтік-экономикалық және өзге салаларын жақсарту туралы ұсынымы.",
            "Рекомендация, как улучшить законы, работу государственных органов, общественные отношения, "
            "социально-экономическую и другие сферы жизни государства и общества.",
            "A recommendation on improving legislation, the work of state bodies, public relations, or the social, "
            "economic and other spheres of state and society.",
        ),
        ("29I.2.16",),
    ),
    Definition(
        "feedback",
        Phrase("үн қосу", "отклик", "feedback"),
        Phrase(
            "Мемлекеттің ішкі және сыртқы саясатына, қоғамдық оқиғалар мен құбылыстарға көзқарасын білдіру.",
            "Выражение своего отношения к внутренней и внешней политике государства, к общественным событиям и "
            "явлениям.",
            "An expression of one's attitude to the domestic and foreign policy of the state, or to public events.",
        ),
        ("29I.2.17",),
    ),
    Definition(
        "message",
        Phrase("хабар", "сообщение", "message"),
        Phrase(
            "Заңдардың бұзылғаны туралы немесе мемлекеттік органдардың, жергілікті өзін-өзі басқару органдарының, жүз "
            "пайыз мемлекет қатысатын заңды тұлғалардың және олардың лауазымды адамдарының жұмысындағы кемшіліктер "
            "туралы хабарлау.",
            "Уведомление о нарушении законов или о недостатках в работе государственных органов, органов местного "
            "самоуправления, юридических лиц со стопроцентным участием государства и их должностных лиц.",
            "A notice of a breach of laws, or of defects in the work of state bodies, bodies of local self-government, "
            "legal entities wholly owned by the state, and their officials.",
        ),
        ("29I.2.18",),
    ),
    Definition(
        "complaint",
        Phrase("шағым", "жалоба", "complaint"),
        Phrase(
            "Жолданымның бір түрі: әкімшілік актімен немесе әрекетпен (әрекетсіздікпен) бұзылған өз құқықтарын немесе "
            "басқа адамдардың құқықтарын қалпына келтіруді не қорғауды талап ету.",
            "Вид обращения: требование восстановить или защитить свои или чужие права, свободы и законные интересы, "
            "нарушенные административным актом или действием (бездействием).",
            "A form of appeal: a demand to restore or protect one's own or others' rights, freedoms or lawful "
            "interests that an administrative act or action (inaction) broke.",
        ),
        ("29I.2.19",),
    ),
    Definition(
        "offices",
        Phrase("прокуратура органдары", "органы прокуратуры", "prosecutor's offices"),
        Phrase(
            "Нұсқаулықта: прокуратуралар, сондай-ақ прокуратураның ведомстволары, мекемелері мен білім беру ұйымы. "
            "Нұсқаулық олардың бәрінде жолданымдардың қалай қаралатынын айтады.",
            "В Инструкции: прокуратуры, а также ведомства, учреждения и организация образования прокуратуры. "
            "Инструкция говорит, как рассматривают обращения в каждом из них.",
            "In the Instruction: the offices and also the agencies, institutions and the education organisation of the "
            "prosecutor's office. The Instruction tells how appeals are considered in every one of them.",
        ),
        ("29I.1",),
    ),
)
