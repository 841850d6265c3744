"""Decisions by which a case ends, and what a decision (answer) must carry.

Source: 29I.46.1, 29I.69 (which decisions), 29I.47.2, 29I.47.3 (favourable and burdensome), 29I.85, 29I.86 (contents),
29I.60.1 (each argument is checked).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.facts import Kind, Outcome
from nadzor.law.words import Phrase

SIMPLIFIED = frozenset({Kind.MESSAGE, Kind.PROPOSAL, Kind.FEEDBACK, Kind.REQUEST})
"""Kinds that go by the simplified procedure (29I.7); so does a kind that is not decided yet (R61)."""
ADMINISTRATIVE = frozenset({Kind.APPLICATION, Kind.COMPLAINT})
"""Kinds that begin an administrative procedure (29I.36)."""

# Point 88 speaks of leaving unsatisfied or unconsidered and of sending on for submissions of every kind, so these
# stand beside the lists of points 46 and 69.
_OF_BOTH = (
    *(Outcome.REFUSE, Outcome.TERMINATE, Outcome.LEAVE_WITHOUT_CONSIDERATION),
    *(Outcome.SEND_DOWN, Outcome.SEND_TO_BODY),
)
_OF_SIMPLIFIED = (Outcome.ANSWER, Outcome.TAKE_NOTE, *_OF_BOTH)
_OF_ADMINISTRATIVE = (
    *(Outcome.ADOPT_ACT, Outcome.PERFORM_ACTION, Outcome.CANCEL_ACT, Outcome.CANCEL_AND_ADOPT),
    *_OF_BOTH,
)


def decisions_of(kind: str | None) -> tuple[Outcome, ...]:
    """Return the decisions by which a case of a kind may end. Source: 29I.46.1, 29I.69, 29I.88.

    Kinds that other acts govern (a petition, a deputy's interpellation or appeal) may end by any of them.
    """
    if kind in ADMINISTRATIVE:
        return _OF_ADMINISTRATIVE
    return _OF_SIMPLIFIED if kind is None or kind in SIMPLIFIED else tuple(Outcome)


def point_of_decisions(kind: str | None) -> str:
    """Return the point that lists the decisions for a kind."""
    if kind in ADMINISTRATIVE:
        return "29I.46.1"
    return "29I.69" if kind is None or kind in SIMPLIFIED else "29I.88.8"


_SENT_ON = frozenset({Outcome.SEND_DOWN, Outcome.SEND_TO_BODY})


class Character(StrEnum):
    """What an administrative act does to the participant's position."""

    FAVOURABLE = "favourable"  # it realises a right, ends a duty, or betters the position (29I.47.2)
    BURDENSOME = "burdensome"  # it refuses, limits or ends a right, lays a duty, or worsens the position (29I.47.3)


CHARACTER_TITLES: dict[str, Phrase] = {
    Character.FAVOURABLE: Phrase(
        "қолайлы: құқықты іске асырады, міндетті тоқтатады немесе жағдайды жақсартады",
        "благоприятный: реализует право, прекращает обязанность или иначе улучшает положение",
        "favourable: realises a right, ends a duty or otherwise betters the position",
    ),
    Character.BURDENSOME: Phrase(
        "ауыртпалық салатын: бас тартады, шектейді, міндет жүктейді немесе жағдайды нашарлатады",
        "обременяющий: отказывает, ограничивает, возлагает обязанность или иначе ухудшает положение",
        "burdensome: refuses, limits, lays a duty or otherwise worsens the position",
    ),
}
POINT_OF_CHARACTER: dict[str, str] = {Character.FAVOURABLE: "29I.47.2", Character.BURDENSOME: "29I.47.3"}
_ACTS = frozenset({Outcome.ADOPT_ACT, Outcome.CANCEL_AND_ADOPT})


def character_of(outcome: Outcome, said: str = "") -> str:
    """Return the character of the act that a decision is: a refusal is burdensome, of a new act it must be said.

    Empty where the decision is no act, or where it was not said. Source: 29I.47.2, 29I.47.3.
    """
    if outcome is Outcome.REFUSE:
        return str(Character.BURDENSOME)
    return said if outcome in _ACTS else ""


class Finding(StrEnum):
    """What the check of an argument has shown."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    REFUTED = "refuted"
    OTHER_BODY = "other_body"


FINDING_TITLES: dict[str, Phrase] = {
    Finding.CONFIRMED: Phrase("расталды", "подтвердился", "confirmed"),
    Finding.PARTLY: Phrase("ішінара расталды", "подтвердился частично", "confirmed in part"),
    Finding.REFUTED: Phrase("расталмады", "не подтвердился", "not confirmed"),
    Finding.OTHER_BODY: Phrase("басқа органның құзыреті", "компетенция другого органа", "for another body"),
}
_WITHOUT_ARGUMENTS = frozenset({Kind.PROPOSAL, Kind.FEEDBACK, Kind.REQUEST})


@dataclass(frozen=True, slots=True)
class Checked:
    """An argument of the applicant, what its check has shown, and by which facts."""

    argument: str
    finding: str
    facts: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a draft of a decision (answer) carries. `asked_in`: the language of the appeal."""

    kind: str | None
    outcome: Outcome
    language: str
    asked_in: str
    text: str
    norms: str
    contest: str
    arguments: Sequence[Checked]
    character: str = ""
    act_brought: str = ""
    act_results: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing: of which field, the sentence, the point."""

    field: str
    text: Phrase
    point: str


def lacking(said: Contents) -> list[Lack]:
    """Return what a decision (answer) lacks before it may be sent; empty where it is complete."""
    return list(_lacking(said))


def _lacking(said: Contents) -> Iterable[Lack]:
    if said.outcome not in decisions_of(said.kind):
        yield Lack("outcome", _OTHER_DECISION, point_of_decisions(said.kind))
    elsewhere = [each.finding == Finding.OTHER_BODY for each in said.arguments]
    if elsewhere and all(elsewhere) and said.outcome not in _SENT_ON:
        yield Lack("outcome", _FORWARD_IT, "29I.31.3")
    if said.language not in {"kk", said.asked_in}:
        yield Lack("language", _LANGUAGE, "29I.85")
    if said.outcome in _ACTS and said.character not in set(Character):
        yield Lack("character", _CHARACTER, "29I.47.1")
    for field, missed in MUST_SAY.items():
        if not getattr(said, field).strip():
            yield Lack(field, missed, "29I.85")
    if not said.arguments and said.kind not in _WITHOUT_ARGUMENTS and said.outcome is not Outcome.TAKE_NOTE:
        yield Lack("arguments", _ARGUMENTS, "29I.85")
    if any(each.finding not in set(Finding) or not each.facts.strip() for each in said.arguments):
        yield Lack("arguments", _UNCHECKED, "29I.60.1")
    if bool(said.act_brought.strip()) != bool(said.act_results.strip()):
        told = said.act_brought.strip()
        yield Lack("act_results" if told else "act_brought", _RESULTS if told else _BROUGHT, "29I.86")


_OTHER_DECISION = Phrase(
    "Жолданымның бұл түрі мұндай шешіммен аяқталмайды. Тізімнен басқасын таңдаңыз.",
    "Обращение этого вида таким решением не завершают. Выберите другое.",
    "An appeal of this kind does not end by this decision. Choose another one.",
)
_FORWARD_IT = Phrase(
    "Барлық уәж басқа органның құзыретінде: мұны түсіндіріп қана қоюға болмайды, жолданымды сол органға жіберіңіз.",
    "Все доводы – в компетенции другого органа: разъяснить это и закрыть нельзя, направьте обращение туда.",
    "All arguments are for another body: it is not enough to explain that, forward the appeal to it.",
)
_LANGUAGE = Phrase(
    "Жауап мемлекеттік тілде немесе жолданымның тілінде дайындалады.",
    "Ответ готовят на государственном языке или на языке обращения.",
    "The answer is prepared in the state language or in that of the appeal.",
)
_CHARACTER = Phrase(
    "Акт қолайлы ма, ауыртпалық сала ма – таңдаңыз.",
    "Укажите, благоприятный это акт или обременяющий.",
    "Say whether the act is favourable or burdensome.",
)
_TEXT = Phrase(
    "Негіздемесі бар мәтінді жазыңыз.",
    "Напишите обоснованный и мотивированный текст.",
    "Write the text with its grounds and reasons.",
)
_NORMS = Phrase(
    "Заңнамаға сілтеме жасаңыз: актіні және бабын көрсетіңіз.",
    "Сошлитесь на законодательство: назовите акт и статью.",
    "Refer to the legislation: name the act and the article.",
)
_CONTEST = Phrase(
    "Шешімге шағымдану құқығын түсіндіріңіз.",
    "Разъясните право на обжалование решения.",
    "Explain the right to contest the decision.",
)
MUST_SAY: dict[str, Phrase] = {"text": _TEXT, "norms": _NORMS, "contest": _CONTEST}
"""The texts of `Contents` that every decision (answer) carries, and what is said where one is missing (29I.85)."""

_ARGUMENTS = Phrase(
    "Өтініш берушінің кемінде бір уәжін және оны тексеру нәтижесін жазыңыз.",
    "Запишите хотя бы один довод заявителя и итог его проверки.",
    "Write at least one argument of the applicant and what its check has shown.",
)
_UNCHECKED = Phrase(
    "Әр уәждің тексеру нәтижесі және оны растайтын немесе теріске шығаратын фактілер болуы керек.",
    "У каждого довода должны быть итог проверки и факты, которые его подтверждают или опровергают.",
    "Each argument needs what its check has shown and the facts that confirm or refute it.",
)
_RESULTS = Phrase(
    "Актінің қаралу нәтижесін өтініш беруші қалай білетінін жазыңыз.",
    "Разъясните, как заявитель узнает о результатах рассмотрения акта.",
    "Say how the applicant will learn of the results of the act.",
)
_BROUGHT = Phrase(
    "Қандай талап арыз, наразылық немесе өзге акт енгізілгенін жазыңыз.",
    "Укажите, какой иск предъявлен, какой протест или иной акт внесён.",
    "Say which claim was filed, which protest or other act was brought.",
)
