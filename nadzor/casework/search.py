"""Search: words of the cases that somebody may see, and names by their beginning.

Who may see what travels with the words as lexemes, so that one index answers both; what is found is looked at once
more with the rule of access, since a letter may hold a word that looks like such a lexeme.
"""

from typing import Any

from django.db.models import Q
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
    newest = f"{sql} ORDER BY registered_on DESC, proceeding_id DESC LIMIT %s"
    whole = (
        f"SELECT p.* FROM {_PROCEEDING} AS p JOIN ({newest}) AS found ON found.proceeding_id = p.id "  # noqa: S608
        "ORDER BY p.registered_on DESC, p.id DESC"
    )
    rows = list(Proceeding.objects.raw(whole, [*params, limit]))
    sight = sight_of(actor)
    doubtful = [row.pk for row in rows if not sight.shown_by_columns(row)]
    hidden = set(doubtful) - set(visible(actor).filter(pk__in=doubtful).values_list("pk", flat=True))
    return [row for row in rows if row.pk not in hidden]


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
    asked = _arms(sight_of(actor))
    if not asked:
        return []
    arms = [
        f"(SELECT p.id, p.applicant_folded FROM {_PROCEEDING} p {join} WHERE p.applicant_folded LIKE %s {where} "  # noqa: S608
        "ORDER BY p.applicant_folded USING ~<~ LIMIT %s)"
        for join, where, _ in asked
    ]
    params: list[Any] = [each for _, _, more in asked for each in (like, *more, limit)]
    sql = (
        f"SELECT p.* FROM ({' UNION '.join(arms)}) AS found JOIN {_PROCEEDING} AS p USING (id) "  # noqa: S608
        "ORDER BY found.applicant_folded USING ~<~, id LIMIT %s"
    )
    return list(Proceeding.objects.raw(sql, [*params, limit]))


def _arms(sight: Sight) -> list[tuple[str, str, tuple[int, ...]]]:
    """One question an index can answer for each way of seeing: its join, its condition, its values."""
    if sight.house:
        return [("", "", ())]
    circle = "JOIN casework_reader r ON r.circle_id = p.circle_id"
    sealed = [] if sight.named is None else [(circle, "AND r.person_id = %s", (sight.named,))]
    if sight.everything:
        return [("", _OPEN, ()), *sealed]
    units = directory().units if sight.units else {}
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
        beside = f"JOIN {_ASSIGNMENT} a ON a.proceeding_id = p.id AND a.until IS NULL AND a.role = 'co_executor'"
        arms += [
            ("", "AND p.executor_id = %s", (sight.person,)),
            (beside, "AND a.person_id = %s", (sight.person,)),
        ]
    if sight.registrar is not None:
        arms.append(("", "AND p.registrar_id = %s", (sight.registrar,)))
    if sight.client is not None:
        arms.append(("", "AND p.client_id = %s", (sight.client,)))
    return [*((join, f"{where} {_OPEN}", more) for join, where, more in arms), *sealed]


_OPEN = "AND p.circle_id IS NULL"


def _matching(actor: Actor, text: str) -> tuple[str, list[Any]]:
    words = folded(str(clean(text)))[:LONGEST_QUESTION]
    access = sight_of(actor).question()
    sql = f"SELECT proceeding_id FROM {_SEARCH} WHERE numnode(plainto_tsquery('russian', %s)) > 0 AND vector @@ "  # noqa: S608
    if not access:
        return sql + "plainto_tsquery('russian', %s)", [words, words]
    return sql + "(plainto_tsquery('russian', %s) && %s::tsquery)", [words, words, access]
