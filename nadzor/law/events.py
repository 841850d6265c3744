"""Events from which the orders count their terms, named once in three languages."""

from nadzor.law.words import Phrase

REGISTRATION = Phrase("тіркеу", "регистрация", "registration")
ARRIVAL = Phrase("түсуі", "поступление", "arrival")
ARRIVAL_OFF_DUTY = Phrase("жұмыс емес күні түсуі", "поступление в нерабочий день", "arrival on a non-working day")
CALL = Phrase("Call-орталыққа түсуі", "поступление в Call-центр", "receipt by the Call-centre")
FORWARDING = Phrase("жіберу", "направление по компетенции", "forwarding")
RECEIPT_BY_OFFICIAL = Phrase(
    "тікелей қарайтын лауазымды адамға түсуі",
    "поступление непосредственному исполнителю",
    "receipt by the official who considers it",
)
RECEIPT_BY_EXECUTOR = Phrase(
    "жауапты орындаушыға түсуі",
    "поступление ответственному исполнителю",
    "receipt by the responsible executor",
)
RECEIPT_OF_PETITION = Phrase("өтінішхаттың түсуі", "поступление ходатайства", "receipt of the petition")
RECEIPT_OF_COMPLAINT = Phrase("шағымның түсуі", "поступление жалобы", "receipt of the complaint")
RECEIPT_IN_GPO = Phrase(
    "Бас прокуратураға түсуі",
    "поступление в Генеральную прокуратуру",
    "receipt in the General Prosecutor's Office",
)
RECEIPT_OF_CASE = Phrase("істің прокуратураға түсуі", "поступление дела в прокуратуру", "receipt of the case")
END_OF_TERM = Phrase("қарау мерзімінің соңы", "окончание срока рассмотрения", "end of the consideration term")
ADOPTION = Phrase("актіні қабылдау", "принятие административного акта", "adoption of the administrative act")
EXTENSION = Phrase("мерзімді ұзарту", "продление срока", "extension of the term")
EXTENSION_BASIS = Phrase(
    "тіркеу немесе ұзарту туралы шешім (R4)",
    "регистрация либо решение о продлении (R4)",
    "registration or the decision to extend (R4)",
)
DECISION = Phrase("шешім қабылдау", "принятие решения", "decision")
SLIP_FOUND = Phrase(
    "қатенің анықталуы немесе өтініштің түсуі", "описка обнаружена или о ней заявлено", "the slip was found"
)
CORRECTION = Phrase("қатенің түзетілуі", "исправление описки", "correction of the slip")
PRELIMINARY_DECISION = Phrase(
    "алдын ала шешімді алу", "получение предварительного решения", "receipt of the preliminary decision"
)
HEARING = Phrase("тыңдау", "заслушивание", "the hearing")
RECORD_READ = Phrase("хаттамамен танысу", "ознакомление с протоколом", "reading of the record")
END_OF_INSPECTION = Phrase("тексерудің аяқталуы", "окончание проверки", "end of the inspection")
ATTACHMENT = Phrase(
    "қадағалау ісіне қоса тіркеу",
    "приобщение к надзорному производству",
    "attachment to the supervisory file",
)
BREACH_FOUND = Phrase("бұзушылықтың анықталуы", "выявление нарушения", "finding of the breach")
KNOWLEDGE = Phrase(
    "адамға шешім немесе әрекет туралы белгілі болған күн",
    "день, когда лицу стало известно о решении или действии",
    "the day on which the person learnt of the decision or action",
)
VISIT = Phrase("келушінің келуі", "обращение посетителя", "the visitor's arrival")
RECEPTION = Phrase("қабылдау", "прием", "reception")
END_OF_BOOKING_TERM = Phrase(
    "қабылдауға жазу туралы өтінішті қарау мерзімінің соңы",
    "окончание срока рассмотрения обращения о записи на прием",
    "end of the term for the booking request",
)
RECEIPT_OF_DATA = Phrase(
    "өтініштің немесе жеткілікті деректердің түсуі",
    "поступление заявления или достаточных данных",
    "receipt of the application or of sufficient data",
)
START_OF_INSPECTION = Phrase("тексерудің басталуы", "начало проверки", "start of the inspection")
ARRIVAL_AT_OBJECT = Phrase("объектіге келу", "прибытие на объект", "arrival at the object")
HANDING_OVER = Phrase("табыс ету", "вручение", "handing over")
END_OF_INSPECTION_TERM = Phrase("тексеру мерзімінің соңы", "окончание срока проверки", "end of the inspection's term")
END_OF_FIRST_TERM = Phrase("бірінші мерзімнің соңы", "окончание первого срока", "end of the first term")
RULING = Phrase("қаулы шығару", "вынесение постановления", "issue of the ruling")
EVENT_IN_SUIT = Phrase("талап қою бойынша әр оқиға", "каждое событие по иску", "each event in the suit")
ENTRY_INTO_FORCE = Phrase(
    "сот актісінің заңды күшіне енуі",
    "вступление судебного акта в силу",
    "the judicial act's entry into force",
)
FINAL_FORM = Phrase(
    "актіні түпкілікті нысанда шығару",
    "вынесение акта в окончательной форме",
    "making of the act in final form",
)
FILING = Phrase("енгізу", "внесение", "filing")
RECEIPT_OF_RULING = Phrase("қаулының түсуі", "поступление постановления", "receipt of the ruling")
RECEIPT_OF_ANSWER = Phrase(
    "түпкілікті жауаптың түсуі", "поступление окончательного ответа", "receipt of the final answer"
)
RECEIPT_OF_ACT = Phrase("сот актісінің түсуі", "поступление судебного акта", "receipt of the judicial act")
ACT_OR_ANSWER = Phrase(
    "актіні енгізу, жауап алу немесе талап жіберу",
    "внесение акта, получение ответа или направление требования",
    "act lodged, answer received or demand sent",
)
REQUEST = Phrase("сұрау салуды алу", "получение запроса", "receipt of the request")
START_OF_ANALYSIS = Phrase("талдаудың басталуы", "начало анализа", "start of the analysis")
SENDING = Phrase("жіберу", "направление", "sending")
NOTICE = Phrase("хабарламаның түсуі", "поступление уведомления", "receipt of the notice")
REQUEST_FOR_AGREEMENT = Phrase(
    "келісу туралы өтінімнің түсуі",
    "поступление запроса о согласовании",
    "receipt of the request for agreement",
)
FULL_DOCUMENTS = Phrase(
    "құжаттарды толық тапсыру", "передача документов в полном объеме", "handing over of the full documents"
)
EMERGENCY = Phrase("төтенше оқиға", "чрезвычайное происшествие", "the emergency")
DECLARATION = Phrase("төтенше жағдайды жариялау", "объявление чрезвычайной ситуации", "declaration of the emergency")
FINDING = Phrase("әдебиетті анықтау", "обнаружение литературы", "finding of the literature")
APPOINTMENT = Phrase("қызметке тағайындау", "назначение на должность", "appointment")
TIME_TO_MEND_OVER = Phrase(
    "кемшіліктерді жоюға берілген мерзімнің өтуі",
    "истечение времени на устранение недостатков",
    "the end of the time given to mend",
)
REGISTRATION_OF_COMPLAINT = Phrase("шағымды тіркеу", "регистрация жалобы", "registration of the complaint")
REQUEST_FOR_ACCESS = Phrase(
    "іспен танысу туралы өтінім", "просьба об ознакомлении с делом", "request for access to the file"
)
