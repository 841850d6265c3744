"""The draft of an answer looked through item by item and demand by demand, before it goes for signature.

What is told here is what `lacks_of` refuses for; this only says of each item whether it is there. Source: 29I.60.1
(each demand and argument), 29I.85 (text, norms, right to contest, language), 29I.86 (an act brought), 29I.47.1, 29I.45.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nadzor.appeals.demands import demands_in
from nadzor.appeals.drafting_forms import Draft
from nadzor.appeals.drafts import lacks_of
from nadzor.casework.case import Case
from nadzor.law.o29.decisions import Lack, answers_to, point_of_decisions
from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Checked:
    """One line: what is asked, whether it is there, what is missing, the point. `demand`: its words, of a demand."""

    title: Phrase
    ok: bool
    why: Phrase | None
    point: str
    demand: str = ""


_DEMAND = Phrase("Талап", "Требование", "Demand")
_TITLES: tuple[tuple[str, Phrase, str], ...] = (
    (
        "outcome",
        Phrase("Шешім жолданымның түріне сай", "Решение подходит виду обращения", "Decision fits the kind"),
        "",
    ),
    ("language", Phrase("Жауаптың тілі", "Язык ответа", "Language of the answer"), "29I.85"),
    ("arguments", Phrase("Уәждер тексерілген", "Доводы проверены", "Arguments are checked"), "29I.60.1"),
    ("text", Phrase("Негізделген мәтін", "Обоснованный текст", "Text with reasons"), "29I.85"),
    ("norms", Phrase("Заңнамаға сілтеме", "Ссылки на законодательство", "References to legislation"), "29I.85"),
    ("contest", Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"), "29I.85"),
)
_WHERE_THERE: tuple[tuple[str, Phrase, str], ...] = (
    ("character", Phrase("Актінің сипаты", "Характер акта", "Character of the act"), "29I.47.1"),
    (
        "position",
        Phrase("Қатысушының ұстанымына баға", "Оценка позиции участника", "The participant’s position"),
        "29I.45",
    ),
    ("act_brought", Phrase("Енгізілген акт", "Внесённый акт", "Act brought"), "29I.86"),
    (
        "act_results",
        Phrase("Нәтижесін қалай білуге болады", "Как узнать о результатах", "How to learn its results"),
        "29I.86",
    ),
)


def checklist(said: Draft, appeal: Case) -> list[Checked]:
    """Return every line: the demands one by one, then what each answer must carry, then what this one must."""
    lacks = lacks_of(said, appeal)
    demands = demands_in(appeal.facts.demands or "")
    contents = said.contents(appeal.row.kind, appeal.facts.language, demands)
    found = [
        Checked(_DEMAND, ok, None if ok else _NOT_ANSWERED, "29I.60.1", demand) for demand, ok in answers_to(contents)
    ]
    for field, title, point in _TITLES:
        found.append(_line(field, title, point or point_of_decisions(appeal.row.kind), lacks))
    for field, title, point in _WHERE_THERE:
        if getattr(said, field) or any(each.field == field for each in lacks):
            found.append(_line(field, title, point, lacks))
    return found


_NOT_ANSWERED = Phrase(
    "Жауап жоқ: тексеру нәтижесі мен фактілерді жазыңыз.",
    "Ответа нет: запишите итог проверки и факты.",
    "Not answered: write what its check has shown and the facts.",
)


def _line(field: str, title: Phrase, point: str, lacks: Sequence[Lack]) -> Checked:
    mine = [each for each in lacks if each.field == field]
    if not mine:
        return Checked(title, ok=True, why=None, point=point)
    return Checked(title, ok=False, why=mine[0].text, point=mine[0].point)
