"""The questions of "Can a prosecutor help?" and where the answers given so far lead. Pure: no request, no database.

What decides is `nadzor.law.memo.competence`; here stand the questions in plain words and the order in which they are
asked. Source: 29I.4.1 (the seven grounds), 29I.5 (matters to which they do not apply), the memo for citizens. The
instructions of the President and of the Prosecutor General (MEMO.12, 13) are not asked: no applicant can name them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.memo import Competence, competence, interferers_told
from nadzor.law.o29.scope import Regime
from nadzor.law.words import Phrase

UNSURE = "unsure"


class Result(StrEnum):
    """What the answers tell."""

    YES = "yes"
    NO = "no"
    OPEN = "open"  # an answer is not known, and it decides
    EXEMPT = "exempt"  # 29I.5: the grounds are not asked


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: the facts it gives; `regime`: the law of its own under which the seven grounds do not apply."""

    value: str
    words: Phrase
    facts: frozenset[str] = frozenset()
    regime: Regime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A page: its question, a hint, why it is asked, its answers; `cites`: the points behind it."""

    key: str
    ask: Phrase
    why: Phrase
    cites: tuple[str, ...]
    options: tuple[Option, ...]
    hint: Phrase | None = None

    def option(self, value: str | None) -> Option | None:
        """The answer of that value, none where the page does not offer it."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands: what was answered in order, then the next question or the result; what is not known."""

    given: tuple[tuple[Question, Option], ...]
    ahead: Question | Result
    told: Competence | None = None
    unknown: tuple[Question, ...] = ()
    regime: Regime | None = None


def _yes_no(fact: str) -> tuple[Option, ...]:
    """Yes, no, not sure."""
    return (
        Option("yes", Phrase("Иә", "Да", "Yes"), frozenset({fact})),
        Option("no", Phrase("Жоқ", "Нет", "No")),
        _UNSURE,
    )


_UNSURE = Option(UNSURE, Phrase("Білмеймін", "Не знаю", "I do not know"))
_ONE_IS_ENOUGH = Phrase(
    "Бұл – прокуратура жолданымды қарайтын негіздердің бірі. Бір негіз жеткілікті.",
    "Это одно из оснований, по которым прокуратура рассматривает обращение. Достаточно одного.",
    "This is one of the grounds on which the prosecutor's office considers an appeal. One ground is enough.",
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        "matter",
        Phrase(
            "Мәселе қылмыстық іске, соттағы азаматтық іске, әкімшілік құқық бұзушылыққа, жазаны өтеуге қатысты ма?",
            "Речь об уголовном деле, гражданском деле в суде, административном правонарушении или отбывании наказания?",
            "Is it about a criminal case, a civil case in court, an administrative offence or serving a sentence?",
        ),
        Phrase(
            "Мұндай жолданымды қарау тәртібін басқа заң белгілесе, прокуратура құзыретінің жеті негізі тексерілмейді.",
            "Если порядок для такого обращения задаёт другой закон, семь оснований компетенции не проверяются.",
            "Where another law sets how such an appeal is handled, the seven grounds of competence are not asked for.",
        ),
        ("29I.5",),
        (
            Option("yes", Phrase("Иә", "Да", "Yes"), regime=Regime.PROCEDURE),
            Option(
                "search",
                Phrase(
                    "Жедел-іздестіру немесе қарсы барлау қызметіне қатысты",
                    "Об оперативно-розыскной или контрразведывательной деятельности",
                    "It is about operational-search activity or counter-intelligence",
                ),
                regime=Regime.SEARCH,
            ),
            Option(
                "assets",
                Phrase(
                    "Заңсыз иемденілген активтерді мемлекетке қайтаруға қатысты",
                    "О возврате государству незаконно приобретённых активов",
                    "It is about the return of unlawfully acquired assets to the state",
                ),
                regime=Regime.ASSETS,
            ),
            Option("no", Phrase("Жоқ", "Нет", "No")),
            _UNSURE,
        ),
        Phrase("Тергеу де осында.", "Сюда же относится следствие.", "An investigation belongs here too."),
    ),
    Question(
        "danger",
        Phrase(
            "Заң бұзушылық жойылмаса, адамдардың өміріне немесе денсаулығына зиян келе ме?",
            "Есть ли нарушение закона, которое, если его не устранить, повредит жизни или здоровью людей?",
            "Is the law being broken in a way that will harm people's life or health unless it is put right?",
        ),
        _ONE_IS_ENOUGH,
        ("29I.4.1",),
        _yes_no("danger_to_life"),
    ),
    Question(
        "whose",
        Phrase("Кімнің құқықтарын қорғау керек?", "Чьи права нужно защитить?", "Whose rights need protection?"),
        _ONE_IS_ENOUGH,
        ("29I.4.1",),
        (
            Option(
                "child",
                Phrase("Баланың (18 жасқа толмаған)", "Ребёнка (младше 18 лет)", "A child's (under 18)"),
                frozenset({"minor"}),
            ),
            Option(
                "unable",
                Phrase(
                    "Физиологиялық ерекшеліктеріне, психикалық ауытқуына немесе басқа мән-жайларға байланысты "
                    "құқықтарын өзі қорғай алмайтын адамның",
                    "Человека, который не может защищать их сам: из-за физических особенностей, психического "
                    "состояния или других обстоятельств",
                    "Those of a person who cannot defend them alone: because of a bodily or mental condition or of "
                    "other circumstances",
                ),
                frozenset({"cannot_defend_own_rights"}),
            ),
            Option(
                "many",
                Phrase(
                    "Әрқайсысын атап шығу мүмкін емес көп адамның",
                    "Многих людей, которых нельзя назвать поимённо",
                    "Those of many people who cannot be named one by one",
                ),
                frozenset({"indefinite_circle"}),
            ),
            Option(
                "own",
                Phrase(
                    "Менің немесе құқықтарын өзі қорғай алатын басқа адамдардың",
                    "Мои или других людей, которые могут защищать их сами",
                    "Mine, or those of others who can defend them themselves",
                ),
            ),
            _UNSURE,
        ),
    ),
    Question(
        "business",
        Phrase(
            "Жеке кәсіпкердің немесе компанияның қызметіне араласу бар ма?",
            "Вмешивается ли кто-то в деятельность частного предпринимателя или компании?",
            "Does anybody interfere in the work of a private business?",
        ),
        _ONE_IS_ENOUGH,
        ("29I.4.1",),
        (
            Option(
                "yes",
                Phrase("Иә, олардың бірі араласады", "Да, кто-то из них", "Yes, one of these"),
                frozenset({"business_interference"}),
            ),
            Option(
                "person",
                Phrase("Иә, бірақ тек жеке адам", "Да, но только частное лицо", "Yes, but only a private person"),
            ),
            Option("no", Phrase("Жоқ", "Нет", "No")),
            _UNSURE,
        ),
        interferers_told(),
    ),
    Question(
        "order",
        Phrase(
            "Конституциялық құрылысқа немесе ұлттық қауіпсіздікке қатер бар ма?",
            "Есть ли угроза конституционному строю или национальной безопасности?",
            "Is there a threat to the constitutional order or to national security?",
        ),
        _ONE_IS_ENOUGH,
        ("29I.4.1",),
        _yes_no("constitutional_threat"),
    ),
    Question(
        "body",
        Phrase(
            "Осы мәселені шешуге өкілетті органға жүгіндіңіз бе?",
            "Вы уже обращались в орган, который вправе решить этот вопрос?",
            "Have you already applied to the body that has the power to settle this?",
        ),
        Phrase(
            "Прокуратура өкілетті орган құқықтарды тиісінше қорғамағанда немесе ондай орган болмағанда араласады. "
            "Сондықтан жоғары тұрған органның түпкілікті жауабы керек.",
            "Прокуратура вмешивается, когда уполномоченный орган не защитил права должным образом или когда такого "
            "органа нет. Поэтому нужен окончательный ответ вышестоящего органа.",
            "The prosecutor steps in where the authorised body does not protect rights properly, or where there is no "
            "such body. That is why the final answer of the superior body is needed.",
        ),
        ("29I.4.1",),
        (
            Option(
                "final",
                Phrase(
                    "Иә, ол құқықтарды қорғамады. Жоғары тұрған органның түпкілікті жауабы қолымда бар",
                    "Да, он не защитил права. Окончательный ответ вышестоящего органа у меня есть",
                    "Yes, it did not protect the rights. I have the final answer of the superior body",
                ),
                frozenset({"body_failed", "final_answer_attached"}),
            ),
            Option(
                "no_paper",
                Phrase(
                    "Иә, ол құқықтарды қорғамады. Бірақ жоғары тұрған органның түпкілікті жауабы жоқ",
                    "Да, он не защитил права. Но окончательного ответа вышестоящего органа у меня нет",
                    "Yes, it did not protect the rights. But I have no final answer of the superior body",
                ),
                frozenset({"body_failed"}),
            ),
            Option(
                "decided",
                Phrase(
                    "Иә, ол шешім қабылдады. Мен шешіммен келіспеймін, бірақ шағым бермедім",
                    "Да, он принял решение. Я не согласен с ним, жалобы ещё не было",
                    "Yes, it made a decision. I disagree with it and have not complained yet",
                ),
            ),
            Option(
                "not_asked",
                Phrase("Жоқ, әлі жүгінген жоқпын", "Нет, ещё нет", "No, not yet"),
                frozenset({"body_not_asked_yet"}),
            ),
            Option(
                "nobody",
                Phrase("Ондай орган жоқ", "Такого органа нет", "There is no such body"),
                frozenset({"no_competent_body"}),
            ),
            _UNSURE,
        ),
    ),
)
BY_KEY = {question.key: question for question in QUESTIONS}


def stand_of(answers: Mapping[str, str]) -> Stand:
    """Tell where answers lead: to the first question without one, or to the result as soon as the law is certain.

    What is behind a result, an unknown question or a value no page offers is not looked at.
    """
    given: list[tuple[Question, Option]] = []
    facts: frozenset[str] = frozenset()
    for question in QUESTIONS:
        option = question.option(answers.get(question.key))
        if option is None:
            return Stand(tuple(given), question)
        given.append((question, option))
        if option.regime is not None:
            return Stand(tuple(given), Result.EXEMPT, regime=option.regime)
        facts |= option.facts
        told = competence(facts)
        if told.competent:
            return Stand(tuple(given), Result.YES, told)
    unknown = tuple(question for question, option in given if option.value == UNSURE)
    return Stand(tuple(given), Result.OPEN if unknown else Result.NO, told, unknown)
