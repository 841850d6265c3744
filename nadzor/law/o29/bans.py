"""What point 61 forbids, as data: who has no part in an appeal and why, and what is asked of who decides.

What names, posts and earlier decisions tell is refused by itself; what only a person can know is asked of that person
by name before the decision is signed, and kept. Source: 29I.61.1-61.6; points 60-61 name messages, proposals, feedback
and requests, and hold for applications and complaints as well (R73).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.words import Phrase


class Ground(StrEnum):
    """Why somebody may have no part in an appeal, or should look twice before he has."""

    NAMED = "named"
    POST = "post"
    UNIT = "unit"
    DECIDED = "decided"
    PREPARED = "prepared"
    INTERESTED = "interested"
    ONE_OF_POST = "one_of_post"
    TOOK_PART = "took_part"
    NAMESAKE = "namesake"


@dataclass(frozen=True, slots=True)
class Ban:
    """A ground: its point, whether it forbids by itself, the sentence of the refusal, the words beside a name."""

    point: str
    forbids: bool
    why: Phrase
    mark: Phrase


_EMPTY = Phrase("", "", "")
BANS: dict[Ground, Ban] = {
    Ground.NAMED: Ban(
        "29I.61.2",
        forbids=True,
        why=Phrase(
            "Жолданымды әрекетіне шағым жасалған адамға жіберуге болмайды: {name}. Басқа орындаушыны таңдаңыз.",
            "Нельзя направить обращение тому, чьи действия обжалуются: {name}. Выберите другого исполнителя.",
            "The appeal may not go to the person it complains of: {name}. Choose another executor.",
        ),
        mark=Phrase("әрекетіне шағым жасалған", "его действия обжалуются", "complained of"),
    ),
    Ground.POST: Ban(
        "29I.61.2",
        forbids=True,
        why=Phrase(
            "Жолданымда осы лауазымды атқаратын адамның әрекетіне шағым жасалған: {name}. Басқа адамды таңдаңыз.",
            "В обращении обжалуются действия того, кто занимает эту должность: {name}. Выберите другого.",
            "The appeal complains of whoever holds this post: {name}. Choose another one.",
        ),
        mark=Phrase("лауазымы бойынша шағым жасалған", "обжалуется по должности", "complained of by the post"),
    ),
    Ground.UNIT: Ban(
        "29I.61.2",
        forbids=True,
        why=Phrase(
            "Жолданымда осы адамның бөлімшесіне шағым жасалған: {name}. Басқа бөлімшенің қызметкерін таңдаңыз.",
            "В обращении жалуются на подразделение, где работает {name}. Выберите работника другого подразделения.",
            "The appeal complains of the unit in which {name} works. Choose somebody of another unit.",
        ),
        mark=Phrase("бөлімшесіне шағым жасалған", "жалоба на его подразделение", "of the unit complained of"),
    ),
    Ground.DECIDED: Ban(
        "29I.61.2",
        forbids=True,
        why=Phrase(
            "Жолданымда осы адам қол қойған шешімге шағым жасалған: {name}. Басқа адамды таңдаңыз.",
            "Обжалуется решение, которое подписал этот человек: {name}. Выберите другого.",
            "The decision that this person signed is contested: {name}. Choose another one.",
        ),
        mark=Phrase("шағымданған шешімге қол қойған", "подписал обжалуемое решение", "signed the contested decision"),
    ),
    Ground.PREPARED: Ban(
        "29I.61.4",
        forbids=True,
        why=Phrase(
            "Шағым жасалған шешімді осы адам дайындаған, сондықтан оның объективтілігіне күмән бар: {name}. "
            "Басқа адамды таңдаңыз.",
            "Обжалуемое решение готовил этот человек, поэтому в его объективности есть сомнение: {name}. "
            "Выберите другого.",
            "This person prepared the contested decision, so there is reason to doubt that he is objective: {name}. "
            "Choose another one.",
        ),
        mark=Phrase("шағымданған шешімді дайындаған", "готовил обжалуемое решение", "prepared the contested decision"),
    ),
    Ground.INTERESTED: Ban(
        "29I.61.4",
        forbids=True,
        why=Phrase(
            "Қаралу нәтижесіне мүдделі деп белгіленген адамға тапсыруға болмайды: {name}. Басқа адамды таңдаңыз.",
            "Нельзя поручить тому, о ком записано, что он заинтересован в исходе: {name}. Выберите другого.",
            "It may not be given to a person recorded as interested in the outcome: {name}. Choose another one.",
        ),
        mark=Phrase("мүдделілігі жазылған", "записана заинтересованность", "recorded as interested"),
    ),
    Ground.ONE_OF_POST: Ban(
        "29I.61.2",
        forbids=False,
        why=_EMPTY,
        mark=Phrase(
            "шағым жасалған лауазымды атқаратындардың бірі: сол адам емес пе, тексеріңіз",
            "занимает обжалуемую должность вместе с другими: проверьте, не о нём ли речь",
            "one of those who hold the post complained of: check that it is not this one",
        ),
    ),
    Ground.TOOK_PART: Ban(
        "29I.61.4",
        forbids=False,
        why=_EMPTY,
        mark=Phrase(
            "бұрынғы жолданымға қатысқан", "участвовал в рассмотрении прежнего", "took part in the earlier one"
        ),
    ),
    Ground.NAMESAKE: Ban(
        "29I.61.4",
        forbids=False,
        why=_EMPTY,
        mark=Phrase(
            "өтініш берушімен тегі бірдей: туыс емес пе, сұраңыз",
            "однофамилец заявителя: спросите, не родственник ли",
            "bears the surname of the applicant: ask whether they are kin",
        ),
    ),
}
"""The grounds, those that forbid first."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of who decides. `text`: what is confirmed by a tick; `otherwise`: what to do where it is not so."""

    name: str
    point: str
    text: Phrase
    otherwise: Phrase


ASKED_ALWAYS = (
    Question(
        "harm",
        "29I.61.1",
        Phrase(
            "Жолданым оны берген немесе мүддесіне берілген адамға зиян келтіру үшін пайдаланылған жоқ",
            "Обращение не обращено во вред тому, кто его подал или в чьих интересах оно подано",
            "The appeal is not turned to the harm of who filed it, or in whose interest it was filed",
        ),
        Phrase(
            "Олай болмаса, «Өтініш берушіге зиян туралы хабарлау» қадамын жасаңыз.",
            "Если это не так, сделайте шаг «Сообщить о вреде заявителю».",
            "If it is not so, make the step “Report harm to the applicant”.",
        ),
    ),
    Question(
        "interest",
        "29I.61.4",
        Phrase(
            "Менде де, тексергендер мен келіскендерде де іс нәтижесіне мүдде жоқ",
            "Ни у меня, ни у тех, кто проверял и согласовывал, нет заинтересованности в исходе",
            "Neither I nor those who checked and agreed are interested in the outcome",
        ),
        Phrase(
            "Олай болмаса, мүдделілікті жазып, істі басқаға беріңіз.",
            "Если это не так, запишите заинтересованность и передайте дело другому.",
            "If it is not so, record the interest and give the case to somebody else.",
        ),
    ),
    Question(
        "disclosure",
        "29I.61.5",
        Phrase(
            "Шешім (жауап) өтініш берушінің жеке өмірін келісімінсіз, заңмен қорғалатын құпияны да жария етпейді",
            "Решение (ответ) не разглашает личную жизнь заявителя без его согласия и охраняемую законом тайну",
            "The decision discloses neither the applicant’s private life without consent nor a protected secret",
        ),
        Phrase(
            "Олай болмаса, ол мәліметті мәтіннен алып тастаңыз немесе жобаны ескертумен қайтарыңыз.",
            "Если это не так, уберите эти сведения из текста или верните проект с замечанием.",
            "If it is not so, take that out of the text, or return the draft with a remark.",
        ),
    ),
    Question(
        "identity",
        "29I.61.6",
        Phrase(
            "Адам туралы жолданымға қатысы жоқ деректер анықталған жоқ",
            "Данные о личности, не относящиеся к обращению, не устанавливали",
            "No data on a person that have nothing to do with the appeal were established",
        ),
        Phrase(
            "Олай болмаса, шешімді шығармаңыз: артық деректерді істен алып тастау керек.",
            "Если это не так, решение не принимайте: лишние данные нужно убрать из дела.",
            "If it is not so, do not decide: the data that do not belong there are taken out of the case.",
        ),
    ),
)
_OF_A_COMPLAINT = (
    Question(
        "powers",
        "29I.61.2",
        Phrase(
            "Әрекетіне шағым жасалғандар мен өкілеттігі жоқтар жолданымды қараған жоқ",
            "Обращение не рассматривали те, чьи действия обжалуются, и те, у кого нет на это полномочий",
            "Nobody whose acts are contested, and nobody without power to do so, has considered the appeal",
        ),
        Phrase(
            "Олай болмаса, орындаушыны ауыстырып, тексеруді қайталаңыз.",
            "Если это не так, смените исполнителя и повторите проверку.",
            "If it is not so, name another executor and have it checked again.",
        ),
    ),
)
_OF_PROSECUTORS = (
    Question(
        "conclusions",
        "29I.61.3",
        Phrase(
            "Шешім әрекетіне шағым жасалған төмен тұрған прокурордың қорытындысына ғана негізделмеген",
            "Решение основано не только на выводах нижестоящего прокурора, чьи действия обжалуются",
            "The decision does not rest on the conclusions of the contested lower prosecutor alone",
        ),
        Phrase(
            "Олай болмаса, басқа материалдар сұратыңыз немесе түсініктеме алыңыз.",
            "Если это не так, запросите другие материалы или возьмите объяснения.",
            "If it is not so, ask for other materials or take explanations.",
        ),
    ),
)
QUESTIONS: dict[str, Question] = {each.name: each for each in (*ASKED_ALWAYS, *_OF_A_COMPLAINT, *_OF_PROSECUTORS)}
"""All questions by their names."""


def questions(*, complains: bool, of_prosecutors: bool) -> tuple[Question, ...]:
    """Return what is asked of who decides. Source: 29I.61.

    `complains`: somebody's acts are contested; `of_prosecutors`: those of a prosecutor, or of a prosecutor's office.
    """
    return (*ASKED_ALWAYS, *(_OF_A_COMPLAINT if complains else ()), *(_OF_PROSECUTORS if of_prosecutors else ()))


def unconfirmed(asked: Collection[Question], confirmed: Collection[str]) -> list[Question]:
    """Return the questions that were asked and not confirmed."""
    return [each for each in asked if each.name not in confirmed]
