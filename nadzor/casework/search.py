"""Search: words of the cases that somebody may see, and names by their beginning.

Who may see what travels with the words as lexemes, so that one index answers both; what is found is looked at once
more with the rule of access, since a letter may hold a word that looks like such a lexeme.
"""

from typing import Any

from django.db import connection
from django.db.models import Case as Choice
from django.db.models import Q, QuerySet, When
from django.db.models.expressions import RawSQL

from nadzor.casework.access import Sight, sight_of, visible
from nadzor.casework.forms import clean
from nadzor.casework.models import Assignment, Proceeding, SearchRow
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.folding import folded

LONGEST_QUESTION = 200
_SEARCH = SearchRow._meta.db_table  # noqa: SLF001
_PROCEEDING = Proceeding._meta.db_table  # noqa: SLF001
_ASSIGNMENT = Assignment._meta.db_table  # noqa: SLF001


def found(actor: Actor, text: str, limit: int = 50) -> list[Proceeding]:
    """Return the visible proceedings that hold all words of a text, newest first. Words that say nothing find none."""
    sql, params = _matching(actor, text)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY registered_on DESC, proceeding_id DESC LIMIT %s", [*params, limit])
        ids = [row[0] for row in cursor.fetchall()]
    return _in_order(visible(actor), ids)


def holding(actor: Actor, text: str) -> Q:
    """Return the condition that a proceeding holds all words of a text, for a list that is `visible` already."""
    sql, params = _matching(actor, text)
    return Q(pk__in=RawSQL(sql, params))  # noqa: S611  # every value is a parameter


def by_name(actor: Actor, prefix: str, limit: int = 20) -> list[Proceeding]:
    """Return the visible proceedings whose applicant's name begins so, by name. An empty beginning finds none."""
    wanted = folded(str(clean(prefix)))[:LONGEST_QUESTION]
    if not wanted:
        return []
    like = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    arms = [
        f"(SELECT p.id, p.applicant_folded FROM {_PROCEEDING} p {join} WHERE p.applicant_folded LIKE %s {where} "  # noqa: S608
        "ORDER BY p.applicant_folded USING ~<~ LIMIT %s)"
        for join, where, _ in _arms(sight_of(actor))
    ]
    if not arms:
        return []
    params: list[Any] = [each for _, _, more in _arms(sight_of(actor)) for each in (like, *more, limit)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM ({' UNION '.join(arms)}) AS found ORDER BY applicant_folded USING ~<~, id LIMIT %s",  # noqa: S608
            [*params, limit],
        )
        ids = [row[0] for row in cursor.fetchall()]
    return _in_order(Proceeding.objects.all(), ids)


def _arms(sight: Sight) -> list[tuple[str, str, tuple[int, ...]]]:
    """One question an index can answer for each way of seeing: its join, its condition, its values."""
    if sight.everything:
        return [("", "", ())]
    units = directory().units
    arms: list[tuple[str, str, tuple[int, ...]]] = [
        *(("", "AND p.branch_id = %s", (each,)) for each in sorted(sight.branches)),
        *(("", "AND p.body_id = %s", (each,)) for each in sorted(sight.bodies)),
        *(
            ("", "AND p.body_id = %s AND p.unit_id = %s", (units[each].body_id, each))
            for each in sorted(sight.units)
            if each in units
        ),
    ]
    if sight.person is not None:
        considered = f"JOIN {_ASSIGNMENT} a ON a.proceeding_id = p.id AND a.until IS NULL"
        arms += [
            (considered, "AND a.person_id = %s", (sight.person,)),
            ("", "AND p.registrar_id = %s", (sight.person,)),
        ]
    if sight.client is not None:
        arms.append(("", "AND p.client_id = %s", (sight.client,)))
    return arms


def _matching(actor: Actor, text: str) -> tuple[str, list[Any]]:
    words = folded(str(clean(text)))[:LONGEST_QUESTION]
    access = " | ".join(sight_of(actor).lexemes())
    sql = f"SELECT proceeding_id FROM {_SEARCH} WHERE numnode(plainto_tsquery('russian', %s)) > 0 AND vector @@ "  # noqa: S608
    if not access:
        return sql + "plainto_tsquery('russian', %s)", [words, words]
    return sql + "(plainto_tsquery('russian', %s) && %s::tsquery)", [words, words, access]


def _in_order(rows: QuerySet[Proceeding], ids: list[int]) -> list[Proceeding]:
    if not ids:
        return []
    places = Choice(*(When(pk=pk, then=place) for place, pk in enumerate(ids)))
    return list(rows.filter(pk__in=ids).order_by(places))
