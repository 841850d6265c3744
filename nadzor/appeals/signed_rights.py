"""What was signed without right, as one query: by whom, and which right the base does not show.

Source: 29I.31, 32 (covering letters), 62 (requests), 64, 66 (visits, assignments), 88 (decisions). Every signature is
refused at its step without the right; this asks the base whether one has come about otherwise, and it must be empty.
`nadzor check` and the nightly check ask it. Asked of each paper that bears a hand:

- whoever signed held a post that day, or stood in for one: the very post, where the paper keeps the power;
- the post may sign such a decision in such an office (88), such a letter (31), one that goes upwards (32), such a
  decision on a visit (64.2, 64.7) or an assignment (66.1);
- a request was signed by who considered the appeal then, or by an authorised official (62.1, 62.2).
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from nadzor.appeals.models import Appeal
from nadzor.appeals.papers.signers import ASSIGNING_IN_GPO
from nadzor.appeals.requests import POWER_OF
from nadzor.casework.integrity import Fault, asks
from nadzor.casework.models import Assignment, Proceeding
from nadzor.law.facts import Outcome
from nadzor.law.matrix import Signatories
from nadzor.law.o29.signing import DECISIONS, FORWARDING, FORWARDING_UP
from nadzor.law.posts import PROSECUTORS_OF_OBLAST_RANK, Body, Post
from nadzor.law.words import Phrase
from nadzor.organs.actor import LEADERS
from nadzor.organs.models import Acting, Appointment, Duty
from nadzor.organs.models import Body as Office
from nadzor.papers.models import IssuedPaper

_MAY_ALWAYS = (Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL, Post.HEAD)
"""Facts of a matter only raise its level (29I.88.8): the heads of an office sign what those below them may."""
_UP = "forwarding_letter up"
_REQUESTS = ("request_for_materials", "request_for_explanation")

# `m`: which post may sign what where (`paper`, kind of office, decision, post, also who stands in). `h`: posts held.
_QUERY = """
WITH m AS (
    SELECT * FROM unnest(%(papers)s::text[], %(kinds)s::text[], %(outcomes)s::text[], %(posts)s::text[],
        %(acting)s::boolean[]) AS m (paper, kind, outcome, post, acting)
), signed AS (
    SELECT p.id, p.paper, p.number, p.signed_by, p.signer_id, p.day, p.made_at, p.power, c.id AS case_id,
        c.number AS case_number, b.id AS body_id, b.kind, a.outcome,
        CASE WHEN p.paper = 'forwarding_letter' AND EXISTS (
            SELECT 1 FROM {appeals} AS there JOIN {cases} AS t ON t.id = there.proceeding_id
            WHERE there.forwarded_from_id = c.id AND t.body_id IN (b.parent_id, above.parent_id)
        ) THEN '{up}' ELSE p.paper END AS named
    FROM {papers} AS p JOIN {cases} AS c ON c.id = p.proceeding_id JOIN {offices} AS b ON b.id = c.body_id
    LEFT JOIN {offices} AS above ON above.id = b.parent_id
    LEFT JOIN {appeals} AS a ON a.proceeding_id = c.id AND p.paper = 'answer' AND p.corrects_id IS NULL
        AND p.id = (SELECT max(q.id) FROM {papers} AS q
            WHERE q.proceeding_id = c.id AND q.paper = 'answer' AND q.corrects_id IS NULL)
    WHERE p.signer_id IS NOT NULL
), h AS (
    SELECT person_id, body_id, post, since, until, false AS acting FROM {held}
    UNION ALL SELECT person_id, body_id, post, since, until, true FROM {standing_in}
)
SELECT s.case_number, s.number, s.paper, s.signed_by FROM signed AS s
WHERE NOT EXISTS (
    SELECT 1 FROM h JOIN {offices} AS o ON o.id = h.body_id
    WHERE h.person_id = s.signer_id AND h.since <= s.day AND (h.until IS NULL OR h.until >= s.day)
        AND (s.power->>'body' IS NULL OR (o.code = s.power->>'body' AND h.post = s.power->>'post'))
) OR (s.named = ANY(%(by_post)s) AND NOT EXISTS (
    SELECT 1 FROM m JOIN h ON h.post = m.post AND h.body_id = s.body_id AND h.person_id = s.signer_id
        AND h.since <= s.day AND (h.until IS NULL OR h.until >= s.day) AND (m.acting OR NOT h.acting)
    WHERE m.paper = s.named AND m.kind = s.kind
)) OR (s.outcome <> '' AND s.power->>'post' IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM m WHERE m.paper = 'answer' AND m.kind = s.kind AND m.outcome = s.outcome
        AND m.post = s.power->>'post' AND (m.acting OR NOT (s.power->>'acting')::boolean)
)) OR (s.paper = ANY(%(requests)s) AND NOT EXISTS (
    SELECT 1 FROM {considered} AS x WHERE x.proceeding_id = s.case_id AND x.person_id = s.signer_id
        AND x.since <= s.made_at AND (x.until IS NULL OR x.until >= s.made_at)
) AND NOT EXISTS (
    SELECT 1 FROM {duties} AS d WHERE d.person_id = s.signer_id AND d.body_id = s.body_id
        AND d.role = ANY(%(charged)s)
        AND d.since <= s.day AND (d.until IS NULL OR d.until >= s.day)
))
ORDER BY s.id
""".format(  # noqa: S608  # names of tables of ours alone
    up=_UP,
    **{
        name: model._meta.db_table  # noqa: SLF001
        for name, model in {
            "papers": IssuedPaper,
            "cases": Proceeding,
            "appeals": Appeal,
            "offices": Office,
            "held": Appointment,
            "standing_in": Acting,
            "considered": Assignment,
            "duties": Duty,
        }.items()
    },
)
_Row = tuple[str, str, str, str, bool]


def _rows_of(paper: str, kind: Body, found: Signatories, outcome: str = "") -> Iterator[_Row]:
    for post in found.posts:
        yield paper, str(kind), outcome, str(post), post in found.acting


def _matrix() -> Iterator[_Row]:
    """Which post may sign what in which office; whether who stands in for it may too."""
    for kind in Body:
        for outcome in Outcome:
            yield from _rows_of("answer", kind, DECISIONS.signatories(kind, outcome), str(outcome))
            for post in _MAY_ALWAYS:
                yield "answer", str(kind), str(outcome), str(post), True
        yield from _rows_of("forwarding_letter", kind, FORWARDING.signatories(kind))
        yield from _rows_of(_UP, kind, FORWARDING_UP.signatories(kind))
        general = kind is Body.GPO
        decides = (Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL) if general else (Post.HEAD,)
        for post in decides if general or kind in PROSECUTORS_OF_OBLAST_RANK else ():
            yield "visit_decision", str(kind), "", str(post), True
        for post in ASSIGNING_IN_GPO if general else LEADERS:
            yield "assignment", str(kind), "", str(post), True
            yield "additional_assignment", str(kind), "", str(post), True
    yield "answer", str(Body.GPO), str(Outcome.REFUSE), str(Post.UNIT_HEAD), True  # supervising investigation (88.3.h)


def signed_without_right() -> list[tuple[str, str, str, str]]:
    """Return the case, the number and the name of each paper signed without right, and who signed it."""
    papers, kinds, outcomes, posts, acting = (list(each) for each in zip(*_matrix(), strict=True))
    asked: dict[str, list[Any]] = {
        "papers": papers,
        "kinds": kinds,
        "outcomes": outcomes,
        "posts": posts,
        "acting": acting,
    }
    asked["by_post"] = sorted({str(each) for each in papers} - {"answer"})
    asked |= {"requests": list(_REQUESTS), "charged": [str(each) for each in POWER_OF.values()]}
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, asked)
        return [(row[0], row[1], row[2], row[3]) for row in cursor.fetchall()]


_WHAT = Phrase(
    "қағазға құқығы жоқ адам қол қойған: {who}",
    "бумага подписана без права подписи: {who}",
    "the paper was signed without right: {who}",
)
_CURE = Phrase(
    "Қағазға құқығы бар лауазымды адам қайта қол қояды; бұрынғысының күшін басшылық жояды.",
    "Бумагу заново подписывает тот, кто вправе; прежнюю отменяет руководство прокуратуры.",
    "Whoever has the right signs it anew; the leadership of the office cancels the former one.",
)


@asks
def rights() -> Iterator[Fault]:
    """Nothing is signed without right."""
    for case, number, _paper, who in signed_without_right():
        what = Phrase(*(text.format(who=who) for text in _WHAT))
        yield Fault("signature", f"{case}: {number}", what, _CURE)
