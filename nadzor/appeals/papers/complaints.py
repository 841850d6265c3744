"""Papers of chapter 4: sending a complaint up, restoring its term, leaving it, deciding it, telling of silence.

Source: 29I.70-84 (APPK 91-101; the return: APPK 94); reading R23 (silence), R34 (the way of complaint must be named).
"""

from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER, LEADER_ABOVE, SIGNATORY
from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, Kind, Paper, To, declare_paper
from nadzor.papers.kit import CONTEST, NORMS, REASONS, field, fixed, head

_CONTESTED = Phrase(
    "Шағым жасалған акт, әрекет, әрекетсіздік", "Обжалуемые акт, действие, бездействие", "What is contested"
)
_BREACHES = Phrase(
    "Жол берілген бұзушылықтар және оларды жою жөніндегі ұсыныстар",
    "Допущенные нарушения и предложения по их устранению",
    "Breaches and their removal",
)
COURT = Phrase(
    "Шағымды сотқа дейінгі тәртіппен қарау нәтижелері прокурордың шешіміне, актісіне, әрекетіне (әрекетсіздігіне) "
    "Әкімшілік рәсімдік-процестік кодексте көзделген тәртіппен сотқа шағым жасау үшін негіз болып табылады.",
    "Результаты рассмотрения жалобы в досудебном порядке являются основанием для обжалования решения, акта и действия "
    "(бездействия) прокурора в суд в порядке, предусмотренном Административным процедурно-процессуальным кодексом.",
    "The results of considering the complaint before court are the ground to contest the decision, act or action "
    "(inaction) of the prosecutor in court as the code on administrative procedures provides.",
)
"""What follows a decision on a complaint (29I.71.6)."""
SENDING_UP = declare_paper(
    Paper(
        "complaint_sent_up",
        Phrase("Шағымды жоғары жіберу", "Направление жалобы вышестоящему прокурору", "Complaint sent up"),
        ("29I.71.4", "29I.32"),
        (
            head("addressee", "29I.71.4"),
            fixed(
                "said",
                Phrase("Жіберу туралы", "О направлении", "Of the sending"),
                "29I.71.4",
                kk="{registered:де} тіркелген № {appeal} шағым әкімшілік іспен (қадағалау іс жүргізуінің "
                "материалдарымен) бірге жіберіледі. Шағым беруші: {applicant}.",
                ru="Направляется жалоба № {appeal} от {registered} с административным делом (материалами надзорного "
                "производства). Заявитель: {applicant}.",
            ),
            field("contested", _CONTESTED, "29I.71.4"),
            field("explanations", Phrase("Түсініктемелер", "Пояснения", "Explanations"), "29I.71.4"),
            field("enclosed", Phrase("Қосымша", "Приложение", "Enclosed"), "29I.71.4", kind=Kind.LIST),
            head("day", "29I.71.4"),
            head("signatory", "29I.32"),
        ),
        LEADER,
        To.OUTSIDE,
    )
)
RESTORATION = declare_paper(
    Paper(
        "restoration_decision",
        Phrase(
            "Мерзімді қалпына келтіру туралы шешім", "Решение о восстановлении срока", "Decision to restore the term"
        ),
        ("29I.71.2",),
        (
            field("ended", Phrase("Мерзім аяқталды", "Срок истёк", "The term ended"), "29I.71.1", kind=Kind.DAY),
            field("reasons", Phrase("Дәлелді себептер", "Уважительные причины", "Good reasons"), "29I.71.2"),
            field("decision", Phrase("Шешім", "Решение", "Decision"), "29I.71.2"),
            head("day", "29I.71.2"),
            head("signatory", "29I.71.2"),
        ),
        SIGNATORY,
    )
)
RETURN = declare_paper(
    Paper(
        "complaint_return",
        Phrase("Шағымды қайтару", "Возврат жалобы", "Return of a complaint"),
        ("29I.73",),
        (
            fixed(
                "said",
                Phrase("Қайтару туралы", "О возврате", "Of the return"),
                "29I.73",
                kk="{registered:де} тіркелген № {appeal} шағымыңыз Әкімшілік рәсімдік-процестік кодекстің 94-бабы "
                "негізінде қайтарылады.",
                ru="Ваша жалоба № {appeal} от {registered} возвращается на основании статьи 94 Административного "
                "процедурно-процессуального кодекса.",
            ),
            field(
                "reason", Phrase("Қайтару себебі", "Причина возврата", "Reason of the return"), *("29I.72", "29I.73")
            ),
            fixed(
                "again",
                Phrase("Қайта беру", "Повторная подача", "Filing again"),
                *("29I.73", "29I.76"),
                kk="Қайтаруға негіз болған мән-жайлар жойылғаннан кейін сіз шағымды қайта беруге құқылысыз.",
                ru="После устранения обстоятельств, послуживших основанием для возврата, вы вправе подать жалобу "
                "повторно.",
            ),
            head("day", "29I.73"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
LEAVING = declare_paper(
    Paper(
        "leaving_decision",
        Phrase(
            "Шағымды қараусыз қалдыру туралы шешім",
            "Решение об оставлении жалобы без рассмотрения",
            "Decision to leave a complaint without consideration",
        ),
        ("29I.74",),
        (
            field(
                "ground",
                Phrase("Негізі", "Основание", "Ground"),
                "29I.74",
                kk="{registered:де} тіркелген № {appeal} шағым қараусыз қалдырылады. Негізі: {ground}.",
                ru="Жалоба № {appeal} от {registered} оставляется без рассмотрения. Основание: {ground}.",
            ),
            field("reasons", REASONS, "29I.74"),
            fixed("court", CONTEST, "29I.71.6", kk=COURT.kk, ru=COURT.ru, headed=True),
            head("day", "29I.74"),
            head("signatory", "29I.74"),
        ),
        SIGNATORY,
        To.INSIDE,
        RECORD,
    )
)
LEAVING_NOTICE = declare_paper(
    Paper(
        "leaving_notice",
        Phrase(
            "Шағымның қараусыз қалдырылғаны туралы хабарлама",
            "Уведомление об оставлении жалобы без рассмотрения",
            "Notice that a complaint is left without consideration",
        ),
        ("29I.75", "29I.76"),
        (
            field("decided", Phrase("Шешім күні", "Дата решения", "Day of the decision"), "29I.75", kind=Kind.DAY),
            field(
                "ground",
                Phrase("Негізі", "Основание", "Ground"),
                *("29I.74", "29I.75"),
                kk="{registered:де} тіркелген № {appeal} шағымыңыз {decided:дегі} шешіммен қараусыз қалдырылды. "
                "Негізі: "
                "{ground}.",
                ru="Ваша жалоба № {appeal} от {registered} решением от {decided} оставлена без рассмотрения. "
                "Основание: "
                "{ground}.",
            ),
            fixed(
                "again",
                Phrase("Қайта беру", "Повторная подача", "Filing again"),
                "29I.76",
                kk="Негіз болған мән-жайлар жойылғаннан кейін сіз шағымды қайта беруге құқылысыз.",
                ru="После устранения обстоятельств, послуживших основанием, вы вправе подать жалобу снова.",
            ),
            head("day", "29I.75"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
DECISION = declare_paper(
    Paper(
        "complaint_decision",
        Phrase("Шағым бойынша шешім", "Решение по жалобе", "Decision on a complaint"),
        ("29I.80.1", "29I.81.1", "29I.82.1", "29I.82.2", "29I.84.1", "29I.84.2"),
        (
            head("day", "29I.84.1"),
            head("office", "29I.84.1"),
            field(
                "complainant",
                Phrase("Шағым берген тұлға", "Лицо, подавшее жалобу", "Complainant"),
                "29I.84.1",
                kind=Kind.LINE,
            ),
            field(
                "iin", Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"), "29I.84.1", kind=Kind.LINE, optional=True
            ),
            field(
                "legal_form",
                Phrase("Ұйымдық-құқықтық нысаны", "Организационно-правовая форма", "Legal form"),
                "29I.84.1",
                kind=Kind.LINE,
                optional=True,
            ),
            field(
                "contested",
                Phrase(
                    "Шағым жасалған акт, әрекет, әрекетсіздіктің қысқаша мазмұны",
                    "Краткое содержание обжалуемых акта, действия, бездействия",
                    "Short content of what is contested",
                ),
                "29I.84.1",
            ),
            field("substance", Phrase("Шағымның мәні", "Суть жалобы", "Substance of the complaint"), "29I.84.1"),
            field("reasons", REASONS, "29I.84.1", "29I.82.1"),
            field("norms", NORMS, "29I.84.1"),
            field("decision", Phrase("Шешім", "Решение", "Decision"), "29I.80.1"),
            field("breaches", _BREACHES, "29I.80.1", optional=True),
            field(
                "execute_by",
                Phrase("Орындау мерзімі", "Срок исполнения", "To be executed by"),
                "29I.82.2",
                kind=Kind.DAY,
                optional=True,
            ),
            field("other", Phrase("Өзге де деректер", "Иные данные", "Further data"), "29I.84.2", optional=True),
            fixed("court", CONTEST, "29I.71.6", kk=COURT.kk, ru=COURT.ru, headed=True),
            head("signatory", "29I.80.1"),
        ),
        SIGNATORY,
    )
)
DECISION_COPY = declare_paper(
    Paper(
        "complaint_decision_copy",
        Phrase("Шешімнің көшірмесін жіберу", "Направление копии решения", "Copy of the decision"),
        ("29I.81.2", "29I.82.2"),
        (
            head("addressee", "29I.81.2"),
            field(
                "decision",
                Phrase("Шешім", "Решение", "Decision"),
                "29I.81.2",
                kind=Kind.LINE,
                kk="Сіздің актіңізге, әрекетіңізге (әрекетсіздігіңізге) жасалған шағым бойынша {decision} шешімнің "
                "көшірмесі жіберіледі.",
                ru="Направляется копия решения {decision} по жалобе на ваши акт, действие (бездействие).",
            ),
            fixed(
                "binding",
                Phrase("Міндеттілігі", "Обязательность", "It binds"),
                "29I.82.2",
                kk="Нұсқаулықтың 82-тармағына сәйкес шешімді орындау сіз үшін міндетті.",
                ru="В соответствии с пунктом 82 Инструкции решение обязательно для исполнения вами.",
            ),
            field(
                "breaches",
                _BREACHES,
                "29I.80.1",
                optional=True,
            ),
            head("day", "29I.81.2"),
        ),
        EXECUTOR_OR_LEADER,
        To.OUTSIDE,
    )
)
HIGHER_DECISION = declare_paper(
    Paper(
        "higher_decision",
        Phrase(
            "Жоғары тұрған прокурордың шешімі", "Решение вышестоящего прокурора", "Decision of the higher prosecutor"
        ),
        ("29I.80.2",),
        (
            head("addressee", "29I.80.2"),
            field(
                "act",
                Phrase("Төмен тұрған прокурордың актісі", "Акт нижестоящего прокурора", "Act of the lower prosecutor"),
                "29I.80.2",
                kind=Kind.LINE,
            ),
            field("decision", Phrase("Шешім", "Решение", "Decision"), "29I.80.2"),
            field("reasons", REASONS, "29I.80.2"),
            head("day", "29I.80.2"),
            head("signatory", "29I.80.2"),
        ),
        LEADER,
        To.OUTSIDE,
    )
)
DECISION_FROM_ABOVE = declare_paper(
    Paper(
        "decision_from_above",
        Phrase(
            "Жоғары тұрған прокурордың өз бастамасы бойынша шешімі",
            "Решение вышестоящего прокурора по собственной инициативе",
            "Decision of the higher prosecutor of his own motion",
        ),
        ("29I.80.2",),
        (
            head("addressee", "29I.80.2"),
            fixed(
                "said",
                Phrase("Қандай іс бойынша", "По какому делу", "In which case"),
                "29I.80.2",
                kk="{registered:де} тіркелген № {appeal} жолданым бойынша іс жоғары тұрған прокурордың бастамасымен "
                "зерделенді.",
                ru="Дело по обращению № {appeal} от {registered} изучено по инициативе вышестоящего прокурора.",
            ),
            field(
                "act",
                Phrase("Төмен тұрған прокурордың актісі", "Акт нижестоящего прокурора", "Act of the lower prosecutor"),
                "29I.80.2",
            ),
            field("decision", Phrase("Шешім", "Решение", "Decision"), "29I.80.2"),
            field("reasons", REASONS, "29I.80.2"),
            field("anew", Phrase("Одан әрі", "Дальнейшее", "What follows"), "29I.80.2", optional=True),
            head("day", "29I.80.2"),
            head("signatory", "29I.80.2"),
        ),
        LEADER_ABOVE,
        To.OUTSIDE,
    )
)
OFFICIAL_CALLED = declare_paper(
    Paper(
        "official_hearing_notice",
        Phrase(
            "Лауазымды адамды тыңдау туралы хабарлама",
            "Уведомление о заслушивании должностного лица",
            "Notice of the hearing of an official",
        ),
        ("29I.77",),
        (
            head("addressee", "29I.77"),
            fixed(
                "said",
                Phrase("Тыңдау туралы", "О заслушивании", "Of the hearing"),
                "29I.77",
                kk="Актісіне, әрекетіне (әрекетсіздігіне) шағым жасалған лауазымды адам {registered:де} тіркелген "
                "№ {appeal} шағым бойынша тыңдауға шақырылады.",
                ru="По жалобе № {appeal} от {registered} на заслушивание приглашается должностное лицо, чьи акт, "
                "действие (бездействие) обжалуются.",
            ),
            field("contested", _CONTESTED, "29I.77"),
            field("when", Phrase("Уақыты", "Время", "Time"), "29I.77", kind=Kind.LINE),
            field("where", Phrase("Орны немесе сілтемесі", "Место или ссылка", "Place or link"), "29I.77"),
            field("way", Phrase("Өткізу нысаны", "Форма", "Way"), "29I.77", kind=Kind.LINE),
            field(
                "moved", Phrase("Ауыстыру себебі", "Причина переноса", "Why it was put off"), "29I.77", optional=True
            ),
            fixed(
                "absent",
                Phrase("Келмеудің салдары", "Последствия неявки", "Where nobody comes"),
                "29I.77",
                kk="Хабардар етілген лауазымды адамның келмеуі шағым бойынша шешім қабылдауға кедергі болмайды.",
                ru="Неявка уведомлённого должностного лица не препятствует принятию решения по жалобе.",
            ),
            head("day", "29I.77"),
        ),
        EXECUTOR_OR_LEADER,
        To.OUTSIDE,
    )
)
OFFICIAL_CALLED_OFF = declare_paper(
    Paper(
        "official_hearing_off",
        Phrase(
            "Лауазымды адамды тыңдау өткізілмейтіні туралы хабарлама",
            "Уведомление об отмене заслушивания должностного лица",
            "Notice that an official is not heard",
        ),
        ("29I.77",),
        (
            head("addressee", "29I.77"),
            fixed(
                "said",
                Phrase("Тыңдау туралы", "О заслушивании", "Of the hearing"),
                "29I.77",
                kk="{registered:де} тіркелген № {appeal} шағым бойынша белгіленген лауазымды адамды тыңдау "
                "өткізілмейді.",
                ru="Назначенное заслушивание должностного лица по жалобе № {appeal} от {registered} не состоится.",
            ),
            field(
                "when", Phrase("Белгіленген уақыты", "Было назначено на", "It was set for"), "29I.77", kind=Kind.LINE
            ),
            field("reason", Phrase("Себебі", "Причина", "Reason"), "29I.77"),
            head("day", "29I.77"),
        ),
        EXECUTOR_OR_LEADER,
        To.OUTSIDE,
    )
)
SILENCE = declare_paper(
    Paper(
        "silence_notice",
        Phrase(
            "Мерзімнің өткені туралы хабарлама", "Уведомление об истечении срока", "Notice that the term has run out"
        ),
        ("29I.83", "29I.71.6"),
        (
            field(
                "due",
                Phrase("Мерзім аяқталды", "Срок истёк", "The term ended"),
                "29I.83",
                kind=Kind.DAY,
                kk="{registered:де} тіркелген № {appeal} шағымыңыз бойынша шешім {due:ге} дейін қабылданбады. Осы "
                "күннен "
                "бастап "
                "шағымды қанағаттандырудан бас тартылды деп есептеледі.",
                ru="Решение по вашей жалобе № {appeal} от {registered} не принято по {due}. С этого дня считается, "
                "что в "
                "её удовлетворении отказано.",
            ),
            fixed("court", CONTEST, *("29I.83", "29I.71.6"), kk=COURT.kk, ru=COURT.ru, headed=True),
            head("day", "29I.83"),
        ),
        EXECUTOR_OR_LEADER,
        by_itself=True,
    )
)
