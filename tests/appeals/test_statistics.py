"""The figures of a period over made-up lives, each counted by hand; both sides of every boundary."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nadzor import clock
from nadzor.appeals.statistics import BECAME, CAME, Counts, Figure, Part, Period, Whose, counted, listed
from nadzor.casework.access import Sight, led_by, may_count, visible
from nadzor.casework.act import Act
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import perform
from nadzor.organs.actor import HOUSE
from nadzor.organs.directory import directory
from nadzor.organs.models import Unit
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db
ALMATY = dt.timezone(dt.timedelta(hours=5))
MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
FEBRUARY = Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))
APRIL = Period(dt.date(2026, 4, 1), dt.date(2026, 4, 30))
OFFICE, DISTRICT = "750000-oblast", "751110-district"
EVERYTHING = Sight(everything=True)


def at(text: str) -> Any:
    """The clock of Almaty at "2026-03-06 10:00"; a day alone is its morning."""
    return clock.standing_at(dt.datetime.fromisoformat(text if " " in text else f"{text} 10:00").replace(tzinfo=ALMATY))


class Life:
    """One appeal, step by step, each at an instant."""

    def __init__(self, house: House, when: str, **letter: Any) -> None:
        self.house = house
        district = letter.get("addressed_to") == DISTRICT
        self.head, registrar, self.executor = (
            ("almaly.head", "almaly.registrar", "almaly.executor")
            if district
            else ("almaty.head", "almaty.registrar", "almaty.executor1")
        )
        with at(when):
            self.number = house.register(registrar, received_at=clock.now().isoformat(), **letter).number

    def assigned(self, when: str, **data: Any) -> "Life":
        with at(when):
            executor = self.house.people[self.executor].pk
            self.house.step(self.head, "assign", self.number, executor=executor, **data)
        return self

    def answered(self, when: str, outcome: str = "answer") -> "Life":
        with at(when):
            self.house.answer(self.number, signatory=self.head, outcome=outcome)
        return self

    def then(self, when: str, step: str, **data: Any) -> "Life":
        with at(when):
            self.house.step(self.head, step, self.number, **data)
        return self


def _returned(house: House) -> Life:
    nameless = {"type": "person", "surname": "Пробная", "name": "Заявительница"}
    life = Life(house, "2026-03-05", applicant=nameless)
    life.then("2026-03-05", "ask_to_cure", missing=["postal_address"], words="Укажите адрес.", due="2026-03-12")
    return life.then("2026-03-13", "return_uncured", reason="Не указан адрес")


def _earlier(house: House) -> Life:
    """A record of an earlier system; it is not counted before it is taken up."""
    life = Life.__new__(Life)
    life.house, life.head = house, "almaty.head"
    letter = {**LETTER, "received_at": "2026-02-02T10:00:00+05:00"}
    with at("2026-02-20"):
        life.number = perform(Act("appeal", "enter_earlier", HOUSE, letter)).number
    return life


def _given(house: House, first: str) -> Life:
    return Life(house, first).assigned(first)


WHY = {"reason": "Новые доводы"}
# A message is due fifteen working days after its registration: of Monday 9 February on Monday 2 March, of 3 March on
# the 30th, of 4 March on the 31st (the 9th and the 23rd to the 25th are off).
LIVES: dict[str, Callable[[House], Life]] = {
    "over before": lambda h: _given(h, "2026-02-26").answered("2026-02-27"),
    "answered on the eve": lambda h: _given(h, "2026-02-26").answered("2026-02-28 23:59"),
    "answered on the first day": lambda h: _given(h, "2026-02-26").answered("2026-03-01 00:01"),
    "answered in the last minute": lambda h: _given(h, "2026-02-26").answered("2026-03-31 23:59"),
    "answered the day after": lambda h: _given(h, "2026-03-27").answered("2026-04-01 00:01"),
    "in the evening of Friday": lambda h: Life(h, "2026-02-27 18:30"),
    "at the end of Friday": lambda h: Life(h, "2026-02-27 18:29"),
    "in time": lambda h: _given(h, "2026-02-09").answered("2026-03-02 20:00"),
    "a day late": lambda h: _given(h, "2026-02-09").answered("2026-03-03 00:01"),
    "due on the 30th": lambda h: Life(h, "2026-03-03"),
    "due on the 31st": lambda h: Life(h, "2026-03-04"),
    "forwarded": lambda h: Life(h, "2026-03-10").then("2026-03-12", "forward", office=DISTRICT, reason="Туда"),
    "returned": _returned,
    "annulled": lambda h: Life(h, "2026-03-10").then("2026-03-11", "annul", reason="Ошибка"),
    "answered and filed": lambda h: _given(h, "2026-03-02").answered("2026-03-05").then("2026-04-02", "close"),
    "answered, taken up": lambda h: _given(h, "2026-03-10").answered("2026-03-11").then("2026-03-12", "reopen", **WHY),
    "taken up again": lambda h: _given(h, "2026-02-16").answered("2026-02-20").then("2026-03-05", "reopen", **WHY),
    "taken up, answered": lambda h: (
        _given(h, "2026-02-16")
        .answered("2026-02-20")
        .then("2026-03-05", "reopen", **WHY)
        .answered("2026-03-06", "refuse")
    ),
    "taken up in April": lambda h: _given(h, "2026-03-10").answered("2026-03-11").then("2026-04-02", "reopen", **WHY),
    "of old": _earlier,
    "of old, taken up": lambda h: _earlier(h).then("2026-03-05", "take_up"),
    "of the district": lambda h: Life(h, "2026-03-10", addressed_to=DISTRICT),
    "of April": lambda h: Life(h, "2026-04-01 00:01"),
}
_LATE_FEBRUARY = {"answered on the first day", "answered in the last minute", "at the end of Friday"}
_CARRIED = _LATE_FEBRUARY | {"in time", "a day late"}
_OPEN = {
    *("answered the day after", "in the evening of Friday", "at the end of Friday", "due on the 30th"),
    *("due on the 31st", "answered, taken up", "taken up again", "of old, taken up"),
}
IN_MARCH: dict[Figure, set[str]] = {
    Figure.CARRIED: _CARRIED,
    Figure.RECEIVED: {
        *("answered the day after", "in the evening of Friday", "due on the 30th", "due on the 31st"),
        *("forwarded", "returned", "annulled", "answered and filed", "answered, taken up", "taken up in April"),
    },
    Figure.RESUMED: {"taken up again", "taken up, answered", "of old, taken up"},
    Figure.ANSWERED: {
        *("answered on the first day", "answered in the last minute", "in time", "a day late", "answered and filed"),
        *("taken up, answered", "taken up in April"),
    },
    Figure.FORWARDED: {"forwarded"},
    Figure.RETURNED: {"returned"},
    Figure.OTHERWISE: {"annulled"},
    Figure.OPEN: _OPEN,
    # due on Thursday 19 March of Thursday 26 February
    Figure.LATE: {"a day late", "answered in the last minute"},
    # of Friday 27 February due on the 20th, of Monday 2 March (the evening of Friday) on the 27th; what is taken up
    # again keeps its last day: of 16 February 9 March is off, so the 10th; what is of old counts from its registration
    Figure.OVERDUE: {
        *("at the end of Friday", "in the evening of Friday", "due on the 30th", "taken up again"),
        "of old, taken up",
    },
}


@pytest.fixture
def lives(house: House) -> dict[str, str]:
    """Number → name of each life, the forwarded one's second number too."""
    named = {make(house).number: name for name, make in LIVES.items()}
    beside = Proceeding.objects.filter(procedure="appeal").exclude(number__in=named).get()
    return {**named, beside.number: "forwarded, there"}


def behind(lives: dict[str, str], whose: Whose, period: Period, figure: Figure, **parts: str) -> set[str]:
    found, count = listed(whose, period, figure, {Part(part): value for part, value in parts.items()}, limit=1000)
    assert len(found) == len(set(found)) == count
    return {lives[each.number] for each in Proceeding.objects.filter(pk__in=found)}


def of_office(code: str) -> Whose:
    return Whose(EVERYTHING, directory().by_code[code].id)


def test_every_figure_of_march_counts_these_and_no_others(lives: dict[str, str]) -> None:
    whose = of_office(OFFICE)
    counts = counted(whose, MARCH)
    for figure in Figure:
        assert (figure, behind(lives, whose, MARCH, figure)) == (figure, IN_MARCH[figure])
        assert (figure, counts.whole[figure]) == (figure, len(IN_MARCH[figure]))


@pytest.mark.parametrize(
    ("period", "figure", "named"),
    [
        (FEBRUARY, Figure.CARRIED, set()),
        (FEBRUARY, Figure.OPEN, _CARRIED),
        (APRIL, Figure.CARRIED, _OPEN),
        (APRIL, Figure.RECEIVED, {"of April"}),
        (APRIL, Figure.RESUMED, {"taken up in April"}),
        (APRIL, Figure.ANSWERED, {"answered the day after"}),
        (Period(dt.date(2026, 3, 10), dt.date(2026, 3, 11)), Figure.OTHERWISE, {"annulled"}),
        (Period(dt.date(2026, 3, 10), dt.date(2026, 3, 10)), Figure.OTHERWISE, set()),
        (
            Period(dt.date(2026, 3, 11), dt.date(2026, 3, 11)),
            Figure.ANSWERED,
            {"answered, taken up", "taken up in April"},
        ),
        (Period(dt.date(2026, 3, 12), dt.date(2026, 3, 12)), Figure.RESUMED, {"answered, taken up"}),
    ],
)
def test_both_sides_of_a_period(lives: dict[str, str], period: Period, figure: Figure, named: set[str]) -> None:
    assert behind(lives, of_office(OFFICE), period, figure) == named


def test_what_came_is_what_became_of_it(lives: dict[str, str]) -> None:
    day = dt.timedelta(days=1)
    for length in (0, 6, 30):
        first = dt.date(2026, 2, 7)
        while first < dt.date(2026, 4, 3):
            period = Period(first, first + length * day)
            whole = counted(Whose(EVERYTHING), period).whole
            assert sum(whole[each] for each in CAME) == sum(whole[each] for each in BECAME)
            following = counted(Whose(EVERYTHING), Period(period.until + day, period.until + day))
            assert whole[Figure.OPEN] == following.whole[Figure.CARRIED]
            first += dt.timedelta(days=max(length, 3))


def test_every_figure_by_every_part_is_as_long_as_its_list(lives: dict[str, str]) -> None:
    whose = Whose(EVERYTHING)
    counts: Counts = counted(whose, MARCH)
    asked = 0
    for part in Part:
        for value, figures in counts.by(part).items():
            for figure, count in figures.items():
                assert len(behind(lives, whose, MARCH, figure, **{part: value})) == count
                asked += count
    assert asked > 100


def test_by_outcome_and_month(lives: dict[str, str]) -> None:
    counts = counted(of_office(OFFICE), MARCH)
    by_outcome = {value: figures[Figure.ANSWERED] for value, figures in counts.by(Part.OUTCOME).items()}
    assert by_outcome == {"answer": 6, "refuse": 1}
    assert {month: figures[Figure.RECEIVED] for month, figures in counts.by(Part.CAME_IN).items()} == {"2026-03": 10}
    both = counted(of_office(OFFICE), Period(FEBRUARY.since, MARCH.until))
    ended = {month: figures[Figure.ANSWERED] for month, figures in both.by(Part.ENDED_IN).items()}
    assert ended == {"2026-02": 2, "2026-03": 7}  # the two taken up again count with what they became in March


@pytest.mark.norm("29I.34.3")
def test_an_appeal_is_counted_for_the_unit_that_prepared_its_answer(house: House) -> None:
    """Prepared in one unit, it lies in another when it is signed; one that waits counts where it lies."""
    life, waits = (Life(house, "2026-03-02").assigned("2026-03-02") for _ in range(2))
    wrote, lies = (Unit.objects.get(body__code=OFFICE, code=code).pk for code in ("public-interests", "appeals"))
    with at("2026-03-04"):
        house.to_sign(house.draft(life.number))
    for each in (life, waits):
        each.then("2026-03-05", "transfer", unit=lies, ground="instructed", reasons="Вопрос её.")
    life.answered("2026-03-10")
    assert Proceeding.objects.get(number=life.number).unit_id == lies
    whole = counted(of_office(OFFICE), MARCH).by(Part.UNIT)
    assert (whole[str(wrote)][Figure.ANSWERED], whole[str(wrote)][Figure.OPEN]) == (1, 0)
    assert (whole[str(lies)][Figure.ANSWERED], whole[str(lies)][Figure.OPEN]) == (0, 1)
    office = directory().by_code[OFFICE].id
    for unit, figure, number in ((wrote, Figure.ANSWERED, life.number), (lies, Figure.OPEN, waits.number)):
        whose = Whose(EVERYTHING, office, unit)
        assert counted(whose, MARCH).whole[figure] == 1
        ids, _ = listed(whose, MARCH, figure, {}, limit=9)
        assert ids == [Proceeding.objects.get(number=number).pk]
        ids, _ = listed(of_office(OFFICE), MARCH, figure, {Part.UNIT: str(unit)}, limit=9)
        assert ids == [Proceeding.objects.get(number=number).pk]


def test_by_kind_channel_and_topic(house: House) -> None:
    Life(house, "2026-03-02", kind="complaint", channel="oral", topic="land")
    Life(house, "2026-03-03", kind=None, channel="email").assigned("2026-03-03", topic="taxes")
    Life(house, "2026-03-04", kind=None, channel="email")
    counts = counted(of_office(OFFICE), MARCH)

    def of(part: Part) -> dict[str, int]:
        return {value: figures[Figure.RECEIVED] for value, figures in counts.by(part).items()}

    assert of(Part.KIND) == {"complaint": 1, "": 2}
    assert of(Part.CHANNEL) == {"oral": 1, "email": 2}
    assert of(Part.TOPIC) == {"land": 1, "taxes": 1, "": 1}


def test_one_question_whatever_the_number(house: House) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            counted(Whose(EVERYTHING), MARCH)
        return len(queries)

    Life(house, "2026-03-02")
    few = asked()
    for _ in range(12):
        Life(house, "2026-03-02")
    assert (few, asked()) == (1, 1)


@pytest.mark.parametrize(
    ("login", "named"),
    [
        ("gpo.head", {"here", "district", "abai"}),
        ("gpo.analyst", {"here", "district", "abai"}),
        ("abai.head", {"abai"}),
        ("almaty.head", {"here", "district"}),
        ("almaty.deputy", {"here", "district"}),
        ("almaty.analyst", {"here", "district"}),
        ("almaly.head", {"district"}),
        ("almaty.interests.head", {"here"}),  # it lies in the unit headed
        ("almaty.appeals.head", set()),
    ],
)
def test_who_counts_what(house: House, login: str, named: set[str]) -> None:
    numbers = {
        Life(house, "2026-03-02").assigned("2026-03-02").number: "here",
        Life(house, "2026-03-02", addressed_to=DISTRICT).number: "district",
        house.register("abai.registrar", addressed_to="100000-oblast").number: "abai",
    }
    actor = house.actor(login)
    assert may_count(actor)
    whose = Whose(led_by(actor))
    found = behind(numbers, whose, MARCH, Figure.RECEIVED)
    assert found == named
    seen = {numbers[each.number] for each in visible(actor)}
    assert found <= seen


@pytest.mark.parametrize("login", ["almaty.registrar", "almaty.executor1", "almaty.security", "almaty.admin"])
def test_who_counts_nothing(house: House, login: str) -> None:
    Life(house, "2026-03-02").assigned("2026-03-02")
    actor = house.actor(login)
    assert not may_count(actor)
    assert counted(Whose(led_by(actor)), MARCH).whole == dict.fromkeys(Figure, 0)
