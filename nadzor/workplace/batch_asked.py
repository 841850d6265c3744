"""For which cases letters are wanted: the ticked ones, a list with its filters, what a search found, what waits.

A choice is a set of names in an address or a form, so it is read again when the letters are ordered: whatever has come
or gone meanwhile is as it is then.
"""

import datetime as dt
from dataclasses import dataclass

from django.http import QueryDict

from nadzor.appeals.procedure import APPEAL
from nadzor.appeals.states import SIGNED
from nadzor.casework.access import visible
from nadzor.casework.models import Proceeding
from nadzor.casework.search import by_name, found
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.workplace import asked, lists

MOST = 10_000
"""Letters of one batch: some minutes of work and a file that a printer still takes."""
_FOUND = 50  # as the page of the search shows them
_LONGEST_NUMBER = 40
NOBODY = Phrase(
    "Жолданым таңдалмады. Тізімде жолданымдарды белгілеңіз немесе бүкіл тізімді алыңыз.",
    "Не выбрано ни одного обращения. Отметьте обращения в списке или возьмите список целиком.",
    "No appeal is chosen. Tick appeals in a list, or take the whole list.",
)
TOO_MANY = Phrase(
    "Бір топтамада ең көбі 10 000 хат болады, ал мұнда одан көп. Сүзгімен азайтыңыз, мысалы бөлімше бойынша.",
    "В одном пакете не больше 10 000 писем, а здесь больше. Сузьте список фильтром, например по подразделению.",
    "One batch holds at most 10,000 letters, and here are more. Narrow the list by a filter, such as the unit.",
)
_TICKED = Phrase("белгіленгендер", "отмеченные", "those ticked")
_SEARCHED = Phrase("іздеу: {words}", "поиск: {words}", "search: {words}")
_WAITING = Phrase("жөнелтуді күткендер", "ожидающие отправки", "those that wait to be sent")
_LIST = Phrase("тізім: {words}", "список: {words}", "list: {words}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cases of a choice in its order, as (id, number). `kept`: the parts of the form that say the choice again."""

    cases: list[tuple[int, str]]
    kept: list[tuple[str, str]]
    told: Phrase

    @property
    def wrong(self) -> Phrase | None:
        """Why no letters can be made for it."""
        if not self.cases:
            return NOBODY
        return TOO_MANY if len(self.cases) > MOST else None


def chosen(actor: Actor, said: QueryDict, today: dt.date) -> Chosen:
    """Return what was chosen, always inside what the actor sees; of more than `MOST` one more than that."""
    seen = visible(actor).filter(procedure=APPEAL.name)
    if "number" in said or "ticked" in said:
        numbers = [each[:_LONGEST_NUMBER] for each in dict.fromkeys(said.getlist("number")) if each][: MOST + 1]
        rows = dict(seen.filter(number__in=numbers).values_list("number", "pk"))
        cases = [(rows[number], number) for number in numbers if number in rows]
        return Chosen(cases, [("ticked", "yes"), *(("number", number) for number in numbers)], _TICKED)
    if said.get("waiting"):
        waiting = seen.filter(state=SIGNED).order_by("next_due", "pk")
        return Chosen(list(waiting.values_list("pk", "number")[: MOST + 1]), [("waiting", "yes")], _WAITING)
    if words := said.get("q", "").strip():
        return Chosen(_found(actor, words), [("q", words)], _with(_SEARCHED, [words]))
    wanted = asked.asked_of(actor, {name: str(said[name]) for name in said}, today)
    rows_of = wanted.rows.filter(procedure=APPEAL.name)
    listed = lists.whole(rows_of, lists.shown_in(actor, wanted.view), MOST + 1)
    titles: list[Phrase | str] = [lists.VIEW_TITLES[wanted.view]] if wanted.view else []
    titles += [each["title"] for each in asked.chosen(wanted)]
    return Chosen([(row.pk, row.number) for row in listed], list(wanted.kept.items()), _with(_LIST, titles))


def _found(actor: Actor, words: str) -> list[tuple[int, str]]:
    """What the page of the search shows for these words, in its order."""
    exact: list[Proceeding] = list(visible(actor).filter(number=words)[:1])
    rows = {row.pk: row for row in exact or (*by_name(actor, words, _FOUND), *found(actor, words, _FOUND + 1))}
    return [(row.pk, row.number) for row in list(rows.values())[:_FOUND] if row.procedure == APPEAL.name]


def _with(sentence: Phrase, words: list[Phrase | str]) -> Phrase:
    return Phrase(
        *(
            sentence.into(lang).format(
                words=", ".join(each if isinstance(each, str) else each.into(lang) for each in words)
            )
            for lang in LANGUAGES
        )
    )
