"""Speed of the law, as ratios in one run: each rival is timed in turn with us, round by round, on the same questions.

Every answer is compared, not only timed. The figure of a line is the median of the rounds' ratios.
"""

import datetime as dt
import itertools
import json
import random
import statistics
import sys
import time
from collections.abc import Callable

import holidays
import numpy as np
import rule_engine
import zen

from nadzor.law.calendar import bulk, current
from nadzor.law.facts import Authority, Outcome
from nadzor.law.o29.levels import On
from nadzor.law.o29.signing import DECISIONS
from nadzor.law.posts import POSTS_OF, Body
from nadzor.law.tables import TERMS
from nadzor.law.terms import bare, reckon

ROUNDS = 9
CAL = current()
FIRST, LAST = dt.date(2002, 1, 2), dt.date(2026, 12, 31)
ALL_DAYS = [FIRST + dt.timedelta(days=k) for k in range((LAST - FIRST).days - 60)]
COUNTS = (1, 3, 5, 10, 15, 20, 30)


def seconds(work: Callable[[], object], times: int) -> float:
    """Seconds of one call, over some calls in a row."""
    started = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - started) / times


def compare(ours: Callable[[], object], theirs: Callable[[], object], *, our_times: int, their_times: int) -> tuple:
    """Our seconds, theirs, and the median of the rounds' ratios theirs / ours."""
    ours(), theirs()
    rounds = [(seconds(ours, our_times), seconds(theirs, their_times)) for _ in range(ROUNDS)]
    ratio = statistics.median(b / a for a, b in rounds)
    return statistics.median(a for a, _ in rounds), statistics.median(b for _, b in rounds), ratio


class Report:
    """Lines of the bench, with the aim of each and whether it was met."""

    def __init__(self) -> None:
        self.missed = 0

    def line(self, what: str, ours: float, theirs: float, ratio: float, aim: float) -> None:
        """Print a ratio that should be at least the aim."""
        met = ratio >= aim
        self.missed += not met
        print(f"{what:<66}{_time(ours):>10}{_time(theirs):>11}{ratio:>9.1f} x  (at least {aim:g}) {_verdict(met)}")

    def at_most(self, what: str, ours: float, theirs: float, ratio: float, aim: float) -> None:
        """Print a ratio ours / theirs that should be at most the aim."""
        met = ratio <= aim
        self.missed += not met
        print(f"{what:<66}{_time(ours):>10}{_time(theirs):>11}{ratio:>9.1f} x  (at most {aim:g}) {_verdict(met)}")

    def equal(self, what: str, count: int, different: int) -> None:
        """Print how many answers were compared; a difference fails the bench."""
        self.missed += different > 0
        print(f"  compared: {count:,} {what}, {different} different")


def _time(value: float) -> str:
    return (
        f"{value * 1e9:,.0f} ns"
        if value < 1e-5
        else f"{value * 1e6:,.1f} µs"
        if value < 1e-2
        else f"{value * 1e3:,.1f} ms"
    )


def _verdict(met: object) -> str:
    return "" if met else "MISSED"


def numpy_calendars() -> tuple[np.busdaycalendar, np.busdaycalendar]:
    """The calendar of numpy as everybody uses it (weekends, holidays), and one told that every day off is a holiday."""
    weekdays_off = [day for day in CAL.offs if day.weekday() < 5]
    usual = np.busdaycalendar(holidays=np.array(weekdays_off, dtype="datetime64[D]"))
    exact = np.busdaycalendar("1111111", holidays=np.array(list(CAL.offs), dtype="datetime64[D]"))
    return usual, exact


def bare_days(report: Report) -> None:
    """A bare due day against numpy, scalar and vector; how often numpy as everybody uses it is wrong."""
    usual, exact = numpy_calendars()
    rng = random.Random(29)  # noqa: S311  # a fixed choice of days
    days = rng.choices(ALL_DAYS, k=1000)
    stamps = [np.datetime64(day) for day in days]

    due_day = bare(TERMS["29I.50"], CAL)

    def ours() -> None:
        for day in days:
            due_day(day)

    def theirs() -> None:
        for stamp in stamps:
            np.busday_offset(stamp, 15, roll="backward", busdaycal=usual)

    a, b, ratio = compare(ours, theirs, our_times=20, their_times=2)
    report.line("a bare due day, scalar: numpy.busday_offset on datetime64", a / 1000, b / 1000, ratio, 15)

    def theirs_on_dates() -> None:
        for day in days:
            np.busday_offset(day, 15, roll="backward", busdaycal=usual)

    a, b, ratio = compare(ours, theirs_on_dates, our_times=20, their_times=2)
    report.line("the same: numpy.busday_offset on datetime.date", a / 1000, b / 1000, ratio, 15)

    package = holidays.country_holidays("KZ", years=range(2002, 2028))
    few = days[:50]
    a, b, ratio = compare(
        lambda: [due_day(day) for day in few],
        lambda: [package.get_nth_working_day(day, 15) for day in few],
        our_times=200,
        their_times=2,
    )
    report.line("the same: holidays.get_nth_working_day", a / 50, b / 50, ratio, 200)
    differing = sum(package.get_nth_working_day(d, 15) != due_day(d) for d in days)
    report.equal("due days with the package holidays", len(days), differing)

    array = np.array(ALL_DAYS, dtype="datetime64[D]")
    different = wrong = 0
    for count in COUNTS:
        answers = CAL.answers(count)
        scalar = np.array([answers[day] for day in ALL_DAYS], dtype="datetime64[D]")
        right = np.busday_offset(array, count, roll="backward", busdaycal=exact)
        different += int((scalar != right).sum()) + int((bulk.add(CAL, array, count) != right).sum())
        wrong += int((np.busday_offset(array, count, roll="backward", busdaycal=usual) != right).sum())
    total = len(ALL_DAYS) * len(COUNTS)
    report.equal("due days, scalar and bulk, with numpy told every day off", 2 * total, different)
    share = 100 * wrong / total
    print(f"  numpy as everybody uses it knows no worked weekend: wrong in {share:.1f} % of {total:,} due days")

    million = np.array(rng.choices(ALL_DAYS, k=1_000_000), dtype="datetime64[D]")
    a, b, ratio = compare(
        lambda: bulk.add(CAL, million, 15),
        lambda: np.busday_offset(million, 15, roll="backward", busdaycal=usual),
        our_times=5,
        their_times=1,
    )
    report.line("a million due days: vector numpy.busday_offset", a, b, ratio, 15)
    same = bulk.add(CAL, million, 15) == np.busday_offset(million, 15, roll="backward", busdaycal=exact)
    report.equal("due days in bulk with numpy told every day off", len(same), int((~same).sum()))


def whole_reckonings(report: Report) -> None:
    """A due day with its whole reckoning, in scalar numpy calls."""
    usual, exact = numpy_calendars()
    rng = random.Random(50)  # noqa: S311  # a fixed choice of days
    days = rng.choices([day for day in ALL_DAYS if day >= dt.date(2024, 1, 21)], k=500)
    term = TERMS["29I.50"]
    stamps = [np.datetime64(day) for day in days]
    ours, theirs, _ = compare(
        lambda: [reckon(term, day) for day in days],
        lambda: [np.busday_offset(stamp, 15, roll="backward", busdaycal=usual) for stamp in stamps],
        our_times=2,
        their_times=2,
    )
    calls = ours / theirs
    report.at_most("a due day with its whole reckoning, in scalar numpy calls", ours / 500, theirs / 500, calls, 25)
    different = 0
    for day in days:
        reckoning = reckon(term, day)
        expected = np.busday_offset(np.datetime64(day), 15, roll="backward", busdaycal=exact)
        off = len(reckoning.skipped)
        different += np.datetime64(reckoning.due) != expected or (reckoning.due - day).days - off != 15
    report.equal("reckonings, due day and days skipped", len(days), different)


FACTS = ("control_by", "sender", "earlier_by", "contested_by")


def questions() -> list[dict[str, str]]:
    """Signature questions: every body and outcome, alone and with one or two facts."""
    rng = random.Random(88)  # noqa: S311  # a fixed choice of questions
    asked_of = ("head", "deputy_head", "unit_head", "prosecutor")
    people = [f"{body}:{post}" for body in Body for post in asked_of if post in POSTS_OF[body]]
    people += ["gpo:deputy_prosecutor_general", "gpo:unit_deputy_head", "gpo:apparatus_head"]
    values = {"control_by": list(Authority), "sender": list(Authority), "earlier_by": people, "contested_by": people}
    asked = [{"body": str(b), "outcome": str(o)} for b, o in itertools.product(Body, Outcome)]
    for body, outcome in itertools.product(Body, Outcome):
        for count in (1, 1, 2):
            facts = rng.sample(FACTS, count)
            asked.append({"body": str(body), "outcome": str(outcome), **{f: str(rng.choice(values[f])) for f in facts}})
    return asked


def rule_rows() -> list[dict[str, object]]:
    """Point 88 as rows that any rule engine can take: one for each body and level that signs there.

    A row holds the outcomes its level may sign and, for each fact, the values that take the matter away from it. The
    rows are made from the same table by asking it, so that the engines get what we have, no more and no less.
    """
    rows = []
    for body in Body:
        ladder = [level for level in DECISIONS.levels if body in level.bodies]
        values = {on: _values(on) for on in (On.CONTROL, On.SENT, On.EARLIER, On.CONTESTED)}
        for level in ladder:
            posts = level.posts_in(body)
            signs = [o for o in Outcome if posts <= set(DECISIONS.signatories(body, o).posts)]
            some = signs[0]
            taken = {
                str(on): [
                    value
                    for value in values[on]
                    if not posts
                    <= set(DECISIONS.signatories(body, some, **{str(on): value}, report_due=on is On.SENT).posts)
                ]
                for on in values
            }
            rows.append({"body": str(body), "outcomes": [str(o) for o in signs], "taken": taken, "posts": posts})
    return rows


def _values(on: On) -> list[str]:
    if on in {On.CONTROL, On.SENT}:
        return [str(authority) for authority in Authority]
    return [f"{body}:{post}" for body in Body for post in POSTS_OF[body]]


def zen_decision(rows: list[dict]) -> "zen.ZenDecision":
    """The rows as a decision table of zen-engine, hit policy "collect"."""
    fields = ("body", "outcome", *FACTS)
    inputs = [{"id": f, "name": f, "type": "expression", "field": f} for f in fields]
    outputs = [{"id": "row", "name": "row", "type": "expression", "field": "row"}]
    table = []
    for number, row in enumerate(rows):
        conditions = {"body": json.dumps(row["body"]), "outcome": ", ".join(json.dumps(o) for o in row["outcomes"])}
        for fact in FACTS:
            if row["taken"][fact]:
                conditions[fact] = f"not ($ in {json.dumps(row['taken'][fact])})"
        table.append({"_id": f"r{number}", **dict.fromkeys(fields, ""), **conditions, "row": str(number)})
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {
            "id": "table",
            "type": "decisionTableNode",
            "name": "table",
            "position": {"x": 1, "y": 0},
            "content": {"hitPolicy": "collect", "inputs": inputs, "outputs": outputs, "rules": table},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "e2", "type": "edge", "sourceId": "table", "targetId": "out"},
    ]
    return zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))


def rules(rows: list[dict]) -> list[rule_engine.Rule]:
    """The rows as rules of rule-engine."""
    context = rule_engine.Context(default_value=None)
    found = []
    for row in rows:
        text = f"body == {json.dumps(row['body'])} and outcome in {json.dumps(row['outcomes'])}"
        for fact in FACTS:
            if row["taken"][fact]:
                text += f" and not ({fact} in {json.dumps(row['taken'][fact])})"
        found.append(rule_engine.Rule(text, context=context))
    return found


def signatures(report: Report) -> None:
    """Who may sign, against the same table in two rule engines."""
    rows = rule_rows()
    asked = questions()
    full = [{**dict.fromkeys(FACTS, ""), **q} for q in asked]
    ours_asked = [
        ({k: v for k, v in q.items() if k not in {"body", "outcome"}}, q["body"], q["outcome"]) for q in asked
    ]
    for facts, _, _ in ours_asked:
        if "sender" in facts:
            facts["report_due"] = True
    decision, compiled = zen_decision(rows), rules(rows)
    sign = DECISIONS.signatories

    def posts_of(numbers: list[int]) -> frozenset[str]:
        return frozenset(str(post) for number in numbers for post in rows[number]["posts"])

    different = 0
    for (facts, body, outcome), question in zip(ours_asked, full, strict=True):
        mine = frozenset(str(post) for post in sign(body, outcome, **facts).posts)
        by_zen = posts_of([hit["row"] for hit in decision.evaluate(question)["result"]])
        by_rules = posts_of([k for k, rule in enumerate(compiled) if rule.matches(question)])
        different += (mine != by_zen) + (mine != by_rules)
    count = len(asked)

    def ours() -> None:
        for facts, body, outcome in ours_asked:
            sign(body, outcome, **facts)

    def by_zen_engine() -> None:
        for question in full:
            decision.evaluate(question)

    def by_rule_engine() -> None:
        for question in full:
            for rule in compiled:
                rule.matches(question)

    a, b, ratio = compare(ours, by_zen_engine, our_times=20, their_times=1)
    report.line("who may sign: zen-engine", a / count, b / count, ratio, 100)
    a, b, ratio = compare(ours, by_rule_engine, our_times=20, their_times=1)
    report.line("who may sign: rule-engine", a / count, b / count, ratio, 100)
    report.equal("answers with each engine", 2 * count, different)


def main() -> None:
    """Run all comparisons; the exit status tells whether an aim was missed or an answer differed."""
    report = Report()
    print(f"{'what, against whom':<66}{'ours':>10}{'theirs':>11}{'ratio':>11}")
    bare_days(report)
    whole_reckonings(report)
    signatures(report)
    sys.exit(1 if report.missed else 0)


if __name__ == "__main__":
    main()
