"""Appeals whose text is like that of another: found by keys of their texts, offered with the reason, never merged.

Source: 29I.2.10, 2.12 (what a duplicate, what a repeat is), 35.1. A key is kept for its first sixteen appeals and then
says nothing: a set phrase or a form letter of hundreds is nobody's sign. So it fills no index, hides no damaged copy,
and a look-up among a million appeals reads as little as one among a thousand. Three keys in common make a text like
another, or two that few others have; what few have weighs the more.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.ends.models import TextKey
from nadzor.appeals.models import Appeal
from nadzor.casework.case import Case
from nadzor.casework.erasing import ALSO
from nadzor.casework.writing import Change, raw
from nadzor.law.o29.likeness import KEPT, keys_of, words_of

MOST = 2
HELD_BY = 16
_T = TextKey._meta.db_table  # noqa: SLF001
_LIKE = f"""
SELECT found.appeal, array_agg(found.key) FROM (
    SELECT t.appeal, t.key, count(*) OVER (PARTITION BY t.key) AS many FROM {_T} AS t
    WHERE t.key = ANY(%s::int[])
) AS found
WHERE found.many < {HELD_BY} AND found.appeal <> %s
GROUP BY found.appeal HAVING count(*) + sum(1.0 / found.many) >= 3.0
ORDER BY sum(1.0 / found.many) DESC, count(*) DESC, found.appeal LIMIT {MOST}
"""  # noqa: S608  # names of our own tables
# A key that many have is passed over; the keys come out of the array in its order, and no more are tried than needed.
KEEP = f"""INSERT INTO {_T} (key, appeal)
SELECT wanted.key, %s::bigint FROM unnest(%s::int[]) AS wanted(key)
WHERE (SELECT count(*) FROM (SELECT 1 FROM {_T} AS t WHERE t.key = wanted.key LIMIT {HELD_BY}) AS have) < {HELD_BY}
LIMIT {KEPT} ON CONFLICT DO NOTHING"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Like:
    """An appeal like the text: the pairs of words that both have, as the text has them."""

    id: int
    words: tuple[str, ...]


def like(text: str, *, leaving_out: int = 0) -> tuple[Like, ...]:
    """Return at most two appeals whose text is like this one, the likest first."""
    keys = keys_of(text)
    if not keys:
        return ()
    with raw() as cursor:
        cursor.execute(_LIKE, (keys, leaving_out))
        return tuple(Like(row[0], tuple(words_of(text, frozenset(row[1])))) for row in cursor.fetchall())


def keep(texts: Iterable[tuple[int, str]], change: Change) -> None:
    """Collect the keys of texts, each with the appeal it is of."""
    for appeal, text in texts:
        if keys := keys_of(text):
            change.execute(KEEP, appeal, keys)


@dataclass(frozen=True)
class KeepKeys:
    """Keep the keys of the text of an appeal that is registered."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Collect the rows, all in one statement."""
        said = case.opening.facts if case.opening is not None else {}
        keep([(case.row.pk, str(said.get("text", "")))], change)


def forget(cases: Collection[int], numbers: Collection[str]) -> None:  # noqa: ARG001  # as all that erase
    """Drop the keys of texts that are being erased."""
    rows = Appeal.objects.filter(proceeding__in=cases, forwarded_from=None).values_list("pk", "text")
    for pk, text in rows:
        TextKey.objects.filter(key__in=keys_of(text), appeal=pk).delete()


ALSO.append(forget)
__all__ = ["HELD_BY", "KEEP", "MOST", "KeepKeys", "Like", "like"]
