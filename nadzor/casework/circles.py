"""Sealed cases: only named people see one and what stands below it, whatever their posts (29I.61.2, 29I.61.5).

A circle is shared by a case and its child matters; `access.py` asks it before any post. What goes on from a sealed case
to another office is sealed there for people of that office. Who is named considers, agrees and signs; nobody else is
told more than the number.
"""

from collections.abc import Iterable

from nadzor import clock
from nadzor.casework.access import path_lexemes
from nadzor.casework.case import Case
from nadzor.casework.kept import Circle, Reader
from nadzor.casework.models import Proceeding, SearchRow
from nadzor.casework.refusals import Invalid, invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.models import Person

_SEARCH = SearchRow._meta.db_table  # noqa: SLF001
_NEW_PATH = (
    f"UPDATE {_SEARCH} SET vector = ts_delete(vector, %s::text[]) || array_to_tsvector(%s::text[]) "  # noqa: S608
    "WHERE proceeding_id = %s"
)
_NOT_NAMED = Phrase(
    "Іс жабық: {name} оқуға рұқсат берілгендердің қатарында жоқ. Алдымен оны оқушылар тізіміне қосыңыз.",
    "Дело закрытое: {name} не входит в число тех, кому оно открыто. Сначала назовите этого человека читателем.",
    "The case is sealed: {name} is not among its named readers. Name this person as a reader first.",
)


def readers_of(case: Case) -> frozenset[int]:
    """Return the people who see a sealed case; none where it is not sealed."""
    if case.row.circle_id is None:
        return frozenset()
    return frozenset(Reader.objects.filter(circle=case.row.circle_id).values_list("person_id", flat=True))


def told_to(case: Case, people: Iterable[int | None]) -> set[int]:
    """Return those of some people who may be told of a case: of a sealed one, its readers."""
    wanted = {each for each in people if each is not None}
    return wanted if case.row.circle_id is None else wanted & readers_of(case)


def require_named(case: Case, people: Iterable[int], field: str) -> None:
    """Raise Invalid where somebody who is to take part in a sealed case is no reader of it."""
    left = [] if case.row.circle_id is None else sorted(set(people) - readers_of(case))
    if left:
        raise not_named(left[0], field)


def not_named(person: int, field: str) -> Invalid:
    """The refusal for somebody who is no reader."""
    name = Person.objects.get(pk=person).short_name
    return invalid(**{field: Phrase(*(text.format(name=name) for text in _NOT_NAMED))})


def close_for(case: Case, readers: Iterable[int], change: Change) -> None:
    """Seal a case and its child matters for some people; a sealed one is from now on seen by these."""
    circle = case.row.circle_id
    if circle is None:
        circle = Circle.objects.create(made_at=clock.now()).pk
        _move(case, circle, change)
    Reader.objects.filter(circle=circle).delete()
    Reader.objects.bulk_create(Reader(circle_id=circle, person_id=each) for each in sorted(set(readers)))


def open_again(case: Case, change: Change) -> None:
    """Let posts decide again who sees a case and its child matters."""
    if case.row.circle_id is not None:
        _move(case, None, change)


def _move(case: Case, circle: int | None, change: Change) -> None:
    """Put a case and its children into a circle. The case's own row and words follow at the end of its step."""
    case.row.circle_id = circle
    for child in case.children:
        executors = frozenset(
            child.assignments.filter(until__isnull=True).order_by().values_list("person_id", flat=True)
        )
        old = path_lexemes(child, executors)
        child.circle_id = circle
        change.update(Proceeding, child.pk, circle_id=circle)
        change.execute(_NEW_PATH, old, path_lexemes(child, executors), child.pk)
