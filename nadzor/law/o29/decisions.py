"""Decisions by which a case ends, and what a decision (answer) must carry.

Source: 29I.46.1, 29I.69 (which decisions), 29I.47.2, 29I.47.3 (favourable and burdensome), 29I.85, 29I.86 (contents),
29I.60.1 (each argument is checked), R34 with APPK 80(5) (the way of complaint is named).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.facts import Kind, Outcome
from nadzor.law.tongue import is_other
from nadzor.law.words import LANGUAGES, Phrase

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
BY_ACT = _ACTS | {Outcome.REFUSE}
"""Decisions that are an administrative act: what was said of the preliminary decision is weighed in them (29I.45)."""


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
    """What a draft of a decision (answer) carries.

    `asked_in`: the language of the appeal; `demands`: what it asks; `objected`: a participant has objected to the
    preliminary decision, or was heard; `position`: what the decision says of that.
    """

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
    demands: Sequence[str] = ()
    objected: bool = False
    position: str = ""


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
        yield Lack("language", LANGUAGE_OF_ANSWERS, "29I.85")
    if said.outcome in _ACTS and said.character not in set(Character):
        yield Lack("character", _CHARACTER, "29I.47.1")
    if said.objected and said.outcome in BY_ACT and not said.position.strip():
        yield Lack("position", _POSITION, "29I.45")
    for field, missed in MUST_SAY.items():
        if not getattr(said, field).strip():
            yield Lack(field, missed, "29I.85")
    if not said.arguments and said.kind not in _WITHOUT_ARGUMENTS and said.outcome is not Outcome.TAKE_NOTE:
        yield Lack("arguments", _ARGUMENTS, "29I.85")
    if any(each.finding not in set(Finding) or not each.facts.strip() for each in said.arguments):
        yield Lack("arguments", _UNCHECKED, "29I.60.1")
    yield from _unanswered(said)
    yield from _amiss(said)
    if bool(said.act_brought.strip()) != bool(said.act_results.strip()):
        told = said.act_brought.strip()
        yield Lack("act_results" if told else "act_brought", _RESULTS if told else _BROUGHT, "29I.86")


def _unanswered(said: Contents) -> Iterable[Lack]:
    """Demands that no row of the draft is left for (29I.60.1): each needs what its check has shown.

    An author may word a demand anew; so a row counts for a demand whatever it says, and the demands named are those
    that no row repeats.
    """
    lacking_rows = len(said.demands) - len(said.arguments)
    if said.kind in _WITHOUT_ARGUMENTS or said.outcome is Outcome.TAKE_NOTE or not said.arguments or lacking_rows <= 0:
        return
    rows = {_bare(each.argument) for each in said.arguments}
    left = [each for each in said.demands if _bare(each) not in rows][:lacking_rows] or list(
        said.demands[-lacking_rows:]
    )
    named = "; ".join(f"«{each[:_SHOWN]}»" for each in left)
    yield Lack("arguments", Phrase(*(_UNANSWERED.into(lang).format(left=named) for lang in LANGUAGES)), "29I.60.1")


def answers_to(said: Contents) -> list[tuple[str, bool]]:
    """Return each demand with whether a row answers it (29I.60.1): one that repeats it, else the next one left over.

    A row answers that says what the check has shown and by which facts.
    """
    if said.kind in _WITHOUT_ARGUMENTS or said.outcome is Outcome.TAKE_NOTE:
        return []
    rows = list(said.arguments)
    named = {
        demand: next((row for row in rows if _bare(row.argument) == _bare(demand)), None) for demand in said.demands
    }
    taken = [row for row in named.values() if row is not None]
    left = [row for row in rows if row not in taken]
    found = []
    for demand in said.demands:
        row = named[demand] or (left.pop(0) if left else None)
        found.append((demand, row is not None and row.finding in set(Finding) and bool(row.facts.strip())))
    return found


_SHOWN = 80  # letters of a demand in a sentence


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _amiss(said: Contents) -> Iterable[Lack]:
    """Texts that are there and do not do: in another language, with an empty slot, without the way of complaint."""
    for field in ("text", "contest"):
        if said.language in {"kk", said.asked_in} and is_other(getattr(said, field), said.language):
            yield Lack(field, _OTHER_TONGUE[field], "29I.85")
    for field in ("text", *_MAY_HOLD_SLOTS):
        if UNFILLED.search(getattr(said, field)):
            yield Lack(field, _UNFILLED, "29I.85")
            break
    if _OURS.search(said.contest) and not (_TIME.search(said.contest) and _WHERE.search(said.contest)):
        yield Lack("contest", _NO_WAY, "29I.85")  # R34: the paper is not let out


UNFILLED = re.compile(r"⟦[^⟦⟧]*⟧")
"""A slot of a template that the case had no value for: its name between these brackets (29I.85: the text is whole)."""
_MAY_HOLD_SLOTS = ("norms", "contest", "act_brought", "act_results")
_TIME = re.compile(r"\b(ай\w*|мес\w*|months?|күн\w*|дн\w*|дней|day|days|жыл\w*|лет|год\w*|year)\b", re.IGNORECASE)
_OURS = re.compile(r"[a-zа-яё]", re.IGNORECASE)  # the words are looked for in the letters that the house writes
_WHERE = re.compile(r"прокур|сот|суд|prosecutor|court", re.IGNORECASE)
_OTHER_TONGUE: dict[str, Phrase] = {
    "text": Phrase(
        "Жауаптың мәтіні таңдалған тілде емес: тілін немесе мәтінін түзетіңіз.",
        "Текст ответа написан не на выбранном языке: исправьте язык или текст.",
        "The text of the answer is not in the language chosen: mend the language or the text.",
    ),
    "contest": Phrase(
        "Шағымдану құқығы таңдалған тілде түсіндірілмеген.",
        "Право на обжалование разъяснено не на выбранном языке.",
        "The right to contest is explained in another language than the one chosen.",
    ),
}
_UNFILLED = Phrase(
    "Үлгіден толтырылмаған орын қалды: ⟦…⟧ белгісінің орнына мәнін жазыңыз.",
    "Осталось незаполненное место шаблона: впишите значение вместо отметки ⟦…⟧.",
    "A slot of the template is left empty: write its value in place of the mark ⟦…⟧.",
)
_NO_WAY = Phrase(
    "Шағымды кімге және қандай мерзімде беруге болатынын жазыңыз.",
    "Укажите, кому и в какой срок подать жалобу.",
    "Say to whom and within what time a complaint may be filed.",
)
_UNANSWERED = Phrase(
    "Өтініш берушінің бұл талаптарына жауап жоқ: {left}.",
    "Нет ответа на требования заявителя: {left}.",
    "These demands of the applicant are not answered: {left}.",
)
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
LANGUAGE_OF_ANSWERS = Phrase(
    "Жауап мемлекеттік тілде немесе жолданымның тілінде дайындалады.",
    "Ответ готовят на государственном языке или на языке обращения.",
    "The answer is prepared in the state language or in that of the appeal.",
)
_CHARACTER = Phrase(
    "Акт қолайлы ма, ауыртпалық сала ма – таңдаңыз.",
    "Укажите, благоприятный это акт или обременяющий.",
    "Say whether the act is favourable or burdensome.",
)
_POSITION = Phrase(
    "Қатысушы алдын ала шешім туралы ұстанымын білдірді: оған қандай баға берілгенін жазыңыз.",
    "Участник выразил позицию по предварительному решению: напишите, как она оценена.",
    "The participant has stated a position on the preliminary decision: say what is made of it.",
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
