"""The figures of an office for a period: what each counts, said once for the page, the lists behind it and the papers.

Every figure counts appeals, each once. An appeal is under consideration from its day of registration until a step takes
it out: an answer, a forwarding, a return, any other end. What the journal says of these turns is what is counted, so a
figure of a past period stays what it was when an appeal is taken up again later. Days are those of the office's clock,
both ends of a period belong to it. Whatever was under consideration at some time in the period stands once among
carried over, received, taken up again, and once among answered, forwarded, returned, ended otherwise, open: the two
sums are equal. An appeal forwarded to another office is received there: each office counts it.

Not counted: records of an earlier system (state "earlier") until they are taken up, since how they ended is not known.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import connection

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.models import AnswerGiven, Appeal, PaperDraft
from nadzor.appeals.procedure import APPEAL
from nadzor.appeals.states import ANSWERED, FORWARDED, RETURNED
from nadzor.casework.access import Sight
from nadzor.casework.models import Entry, Proceeding, Term
from nadzor.casework.procedure import Tone


class Figure(StrEnum):
    """What is counted of a period.

    CARRIED: under consideration at the end of the day before the period. RECEIVED: registered in it (29I.23.1, 29I.24),
    annulled registrations too. RESUMED: neither, but taken up again in it. ANSWERED, FORWARDED, RETURNED: taken out so
    by the last turn up to the end of the period (29I.68.1, 29I.31, 29I.25.2). OTHERWISE: by any other end, such as an
    annulled registration. OPEN: under consideration at the end of the period. LATE: of the answered, those whose answer
    went out after the last day of the term of consideration. OVERDUE: of the open, those whose last day is before the
    last day of the period; today's last day is in time yet. Last days are taken as they stand now.
    """

    CARRIED = "carried"
    RECEIVED = "received"
    RESUMED = "resumed"
    ANSWERED = "answered"
    FORWARDED = "forwarded"
    RETURNED = "returned"
    OTHERWISE = "otherwise"
    OPEN = "open"
    LATE = "late"
    OVERDUE = "overdue"


CAME = (Figure.CARRIED, Figure.RECEIVED, Figure.RESUMED)
BECAME = (Figure.ANSWERED, Figure.FORWARDED, Figure.RETURNED, Figure.OTHERWISE, Figure.OPEN)


class Part(StrEnum):
    """By what a figure is parted.

    KIND, CHANNEL, TOPIC: as they stand now, empty while nobody has decided. OUTCOME: the decision of the answer.
    UNIT: the id of the unit that prepared the answer; before there is one, of that where the appeal lies (29I.34.3).
    CAME_IN, ENDED_IN: the month ("2026-03") in which an appeal was registered or taken out. OFFICE: the id of the body.
    """

    KIND = "kind"
    CHANNEL = "channel"
    TOPIC = "topic"
    OUTCOME = "outcome"
    UNIT = "of_unit"
    CAME_IN = "came_in"
    ENDED_IN = "ended_in"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both inclusive."""

    since: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose appeals: what somebody may count, of it one office, or one unit (as Part.UNIT has it), where named."""

    sight: Sight
    office: int | None = None
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a period: of all, and by each value of each part (values without an appeal are left out)."""

    whole: Mapping[Figure, int]
    parts: Mapping[Part, Mapping[str, Mapping[Figure, int]]] = field(default_factory=dict)

    def by(self, part: Part) -> Mapping[str, Mapping[Figure, int]]:
        """The figures by each value of a part."""
        return self.parts.get(part, {})


UNDER_CONSIDERATION = frozenset(
    name
    for name in (*APPEAL.state_of, *APPEAL.mapped)
    if (state := APPEAL.state_of[APPEAL.mapped.get(name, name)]).open and state.tone is not Tone.DONE
)
"""States in which an appeal waits for its answer; an answered one, open until it is put to the file, waits no more."""

_CONDITIONS: Mapping[Figure, str] = {
    Figure.CARRIED: "before = 1",
    Figure.RECEIVED: "before = 0 AND opened",
    Figure.RESUMED: "before = 0 AND NOT opened",
    Figure.ANSWERED: f"after = 0 AND how = '{ANSWERED}'",
    Figure.FORWARDED: f"after = 0 AND how = '{FORWARDED}'",
    Figure.RETURNED: f"after = 0 AND how = '{RETURNED}'",
    Figure.OTHERWISE: f"after = 0 AND how NOT IN ('{ANSWERED}', '{FORWARDED}', '{RETURNED}')",
    Figure.OPEN: "after = 1",
    Figure.LATE: f"after = 0 AND how = '{ANSWERED}' AND late",
    Figure.OVERDUE: "after = 1 AND overdue",
}
_PLACE = 9  # digits of a version, so that the last turn is the greatest text

# One row for each appeal that was under consideration in the period. `chosen`: those that can have been, since they are
# now, or came or turned since the period began. `turn`: their steps into (1) and out of (-1) consideration; the two
# take turns, so their sum up to a day says where an appeal stood.
_JUDGED = f"""
WITH chosen AS MATERIALIZED (
    SELECT p.id, p.registered_on, p.kind, p.body_id, p.unit_id FROM {Proceeding._meta.db_table} AS p
    WHERE p.procedure = '{APPEAL.name}' AND p.registered_on <= %(until)s AND {{whose}} AND (
        p.state = ANY(%(under)s) OR p.registered_on >= %(since)s OR p.id IN (
            SELECT e.proceeding_id FROM {Entry._meta.db_table} AS e
            WHERE e.from_state <> e.to_state AND e.happened_on >= %(since)s AND e.from_state = ANY(%(under)s)))
), turn AS (
    SELECT p.*, e.proceeding_version AS version, e.to_state, e.from_state = '' AS opening,
        CASE WHEN e.to_state = ANY(%(under)s) THEN 1 ELSE -1 END AS way,
        CASE WHEN e.from_state = '' THEN p.registered_on ELSE greatest(e.happened_on, p.registered_on) END AS day
    FROM chosen AS p JOIN {Entry._meta.db_table} AS e ON e.proceeding_id = p.id
    WHERE e.from_state <> e.to_state AND (e.from_state = ANY(%(under)s)) <> (e.to_state = ANY(%(under)s))
), life AS (
    SELECT id, registered_on, kind, body_id, unit_id,
        coalesce(sum(way) FILTER (WHERE day < %(since)s), 0) AS before, sum(way) AS after,
        coalesce(bool_or(opening) FILTER (WHERE day >= %(since)s), false) AS opened,
        max(day) FILTER (WHERE way = -1) AS ended_on,
        max(lpad(version::text, {_PLACE}, '0') || to_state) FILTER (WHERE way = -1) AS last_out
    FROM turn WHERE day <= %(until)s GROUP BY id, registered_on, kind, body_id, unit_id
    HAVING coalesce(sum(way) FILTER (WHERE day < %(since)s), 0) = 1 OR bool_or(way = 1 AND day >= %(since)s)
), judged AS (
    SELECT life.id, life.registered_on, life.before, life.after, life.opened,
        substr(life.last_out, {_PLACE + 1}) AS how, coalesce(life.kind, '') AS kind, a.channel, a.topic,
        CASE WHEN life.after = 0 AND substr(life.last_out, {_PLACE + 1}) = '{ANSWERED}' THEN coalesce(g.outcome, '')
            END AS outcome,
        coalesce(coalesce(CASE WHEN life.after = 0 AND substr(life.last_out, {_PLACE + 1}) = '{ANSWERED}'
            THEN writer.unit_id END, life.unit_id)::text, '') AS of_unit,
        CASE WHEN life.before = 0 AND life.opened THEN to_char(life.registered_on, 'YYYY-MM') END AS came_in,
        CASE WHEN life.after = 0 THEN to_char(life.ended_on, 'YYYY-MM') END AS ended_in,
        life.body_id::text AS office,
        late.proceeding_id IS NOT NULL AS late, overdue.proceeding_id IS NOT NULL AS overdue
    FROM life JOIN {Appeal._meta.db_table} AS a ON a.proceeding_id = life.id
    LEFT JOIN LATERAL (SELECT outcome, paper_id FROM {AnswerGiven._meta.db_table}
        WHERE appeal_id = life.id AND version <= substr(life.last_out, 1, {_PLACE})::int
        ORDER BY version DESC LIMIT 1) AS g ON TRUE
    LEFT JOIN {PaperDraft._meta.db_table} AS d ON d.issued_id = g.paper_id
    LEFT JOIN {Proceeding._meta.db_table} AS writer ON writer.id = d.proceeding_id
    LEFT JOIN (SELECT DISTINCT proceeding_id, ended_on FROM {Term._meta.db_table}
        WHERE clock = '{CONSIDERATION.name}' AND state = '{Term.State.LATE}'
            AND ended_on BETWEEN %(since)s AND %(until)s) AS late
        ON late.proceeding_id = life.id AND late.ended_on = life.ended_on
    LEFT JOIN (SELECT DISTINCT proceeding_id FROM {Term._meta.db_table}
        WHERE clock = '{CONSIDERATION.name}' AND due_day < %(until)s
            AND (ended_on IS NULL OR ended_on > %(until)s)) AS overdue
        ON overdue.proceeding_id = life.id
)
"""  # noqa: S608, SLF001  # names of tables and states of ours alone
_SUMS = ", ".join(f"count(*) FILTER (WHERE {_CONDITIONS[each]})" for each in Figure)
_SETS = ", ".join(["()", *(f"({part})" for part in Part)])
_COUNTED = (
    f"{_JUDGED} SELECT GROUPING({', '.join(Part)}), {', '.join(Part)}, {_SUMS} FROM judged WHERE {{of_whom}} "  # noqa: S608
    f"GROUP BY GROUPING SETS ({_SETS})"
)
_LISTED = (
    f"{_JUDGED} SELECT id, count(*) OVER () FROM judged WHERE {{of_whom}} AND {{which}} "  # noqa: S608
    "ORDER BY registered_on DESC, id DESC LIMIT %(limit)s OFFSET %(skip)s"
)
_ALL_PARTS = (1 << len(Part)) - 1


def counted(whose: Whose, period: Period) -> Counts:
    """Return the figures of a period, by one question whatever their number."""
    where, of_whom, params = _asked(whose, period)
    whole: dict[Figure, int] = dict.fromkeys(Figure, 0)
    parts: dict[Part, dict[str, dict[Figure, int]]] = {part: {} for part in Part}
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED.format(whose=where, of_whom=of_whom), params)
        for row in cursor.fetchall():
            grouped, values, sums = row[0], row[1 : 1 + len(Part)], row[1 + len(Part) :]
            figures = dict(zip(Figure, sums, strict=True))
            if grouped == _ALL_PARTS:
                whole = figures
                continue
            part, value = next(
                (part, values[place]) for place, part in enumerate(Part) if not grouped & (1 << (len(Part) - 1 - place))
            )
            if value is not None:
                parts[part][value] = figures
    return Counts(whole, parts)


def listed(  # noqa: PLR0913  # a list and its page
    whose: Whose, period: Period, figure: Figure, parts: Mapping[Part, str], *, limit: int, skip: int = 0
) -> tuple[list[int], int]:
    """Return ids of the appeals behind a figure, newest first, and how many they are.

    `parts`: the values by which it was parted. A page beyond the end holds nothing, and says so by 0.
    """
    where, of_whom, params = _asked(whose, period)
    which = " AND ".join([_CONDITIONS[figure], *(f"{part} = %({part})s" for part in parts)])
    params |= {str(part): value for part, value in parts.items()}
    params |= {"limit": limit, "skip": skip}
    with connection.cursor() as cursor:
        cursor.execute(_LISTED.format(whose=where, of_whom=of_whom, which=which), params)
        rows = cursor.fetchall()
    return [pk for pk, _ in rows], rows[0][1] if rows else 0


def _asked(whose: Whose, period: Period) -> tuple[str, str, dict[str, Any]]:
    """The condition on proceedings `p`, that on what was judged of them, all parameters of the questions."""
    sight = whose.sight
    params: dict[str, Any] = {
        "under": sorted(UNDER_CONSIDERATION),
        "since": period.since,
        "until": period.until,
    }
    conditions = []
    if not sight.everything:
        ways = (("branch_id", sight.branches), ("body_id", sight.bodies), ("unit_id", sight.units))
        params |= {f"see_{name}": sorted(values) for name, values in ways}
        conditions.append("(" + " OR ".join(f"p.{name} = ANY(%(see_{name})s)" for name, _ in ways) + ")")
    if whose.office is not None:
        params["body_id"] = whose.office
        conditions.append("p.body_id = %(body_id)s")
    of_whom = "TRUE"
    if whose.unit is not None:
        params |= {"unit": whose.unit, "unit_text": str(whose.unit)}
        conditions.append(_OF_UNIT)
        of_whom = f"{Part.UNIT} = %(unit_text)s"
    return " AND ".join(conditions) or "TRUE", of_whom, params


_OF_UNIT = (
    "(p.unit_id = %(unit)s OR p.id IN (SELECT t.parent_id FROM "  # noqa: S608
    f"{Proceeding._meta.db_table} AS t WHERE t.procedure = 'answer_draft' AND t.unit_id = %(unit)s))"  # noqa: SLF001
)
