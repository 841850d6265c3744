"""Who sees what: the list, the single object and the search agree for everybody and every case."""

import pytest
from django.db import connection

from nadzor.casework.access import counted, first, sight_of, visible
from nadzor.casework.loading import look
from nadzor.casework.models import Proceeding, SearchRow
from nadzor.casework.refusals import NotFound
from nadzor.casework.search import by_name, found
from nadzor.organs.actor import HOUSE, Actor
from nadzor.organs.directory import directory
from tests.house import House

pytestmark = pytest.mark.django_db

ALMATY, ALMALY, ABAI, GPO = "almaty", "almaly", "abai", "gpo"
EVERYTHING = {ALMATY, ALMALY, ABAI, GPO, "assigned", "shared", "child"}
IN_ALMATY = {ALMATY, "assigned", "shared", "child"}
# login → the cases seen. "assigned" and its child are executor1's of the unit public-interests; "shared" is the
# assistant's with executor2 owing a part.
SEEN: dict[str, set[str]] = {
    "gpo.head": EVERYTHING,
    "gpo.deputy": EVERYTHING,
    "gpo.apparatus": EVERYTHING,
    "gpo.analyst": EVERYTHING,
    "gpo.registrar": {GPO},
    "gpo.reception": {GPO},
    "gpo.appeals.head": set(),
    "gpo.executor": set(),
    "gpo.admin": set(),
    "gpo.security": set(),
    "almaty.head": IN_ALMATY | {ALMALY},
    "almaty.deputy": IN_ALMATY | {ALMALY},
    "almaty.analyst": IN_ALMATY | {ALMALY},
    "almaty.registrar": IN_ALMATY,
    "almaty.reception": IN_ALMATY,
    "almaty.interests.head": {"assigned", "child"},
    "almaty.appeals.head": {"shared"},
    "almaty.executor1": {"assigned", "child"},
    "almaty.executor2": {"shared"},
    "almaty.assistant": {"shared"},
    "almaty.admin": set(),
    "almaty.security": set(),
    "almaly.head": {ALMALY},
    "almaly.deputy": {ALMALY},
    "almaly.registrar": {ALMALY},
    "almaly.executor": {ALMALY},  # the reception prosecutor of the office
    "bostandyk.deputy": set(),
    "abai.head": {ABAI},
    "abai.deputy": {ABAI},
    "abai.registrar": {ABAI},
    "abai.executor": set(),
}


def laid(house: House) -> dict[str, str]:
    """The cases of the grid: name → number."""
    numbers = {
        ALMATY: house.register().number,
        ALMALY: house.register("almaly.registrar", addressed_to="751110-district").number,
        ABAI: house.register("abai.registrar", addressed_to="100000-oblast").number,
        GPO: house.register("gpo.registrar", addressed_to="000000-gpo").number,
        "assigned": house.register().number,
        "shared": house.register().number,
    }
    people = {name: house.people[f"almaty.{name}"].pk for name in ("executor1", "executor2", "assistant")}
    house.step("almaty.head", "assign", numbers["assigned"], executor=people["executor1"])
    house.step(
        "almaty.head", "assign", numbers["shared"], executor=people["assistant"], co_executors=[people["executor2"]]
    )
    done = house.step(
        "almaty.executor1", "ask_for_materials", numbers["assigned"], addressee="А", asked="К", due="2026-03-20"
    )
    numbers["child"] = done.answers[0]["children"][0]
    return numbers


def looked(number: str, actor: Actor) -> bool:
    try:
        return look(number, actor=actor).row.number == number
    except NotFound:
        return False


def searched(actor: Actor) -> set[str]:
    """Numbers whose search row has one of the actor's lexemes."""
    lexemes = sight_of(actor).lexemes()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.number FROM {SearchRow._meta.db_table} AS s JOIN casework_proceeding AS p "  # noqa: S608
            "ON p.id = s.proceeding_id WHERE %s OR tsvector_to_array(s.vector) && %s::text[]",
            [not lexemes, lexemes],
        )
        return {row[0] for row in cursor.fetchall()}


def test_list_object_and_search_agree(house: House) -> None:
    numbers = laid(house)
    assert set(SEEN) <= set(house.people)
    for login, names in SEEN.items():
        actor = house.actor(login)
        expected = {numbers[name] for name in names}
        assert set(visible(actor).values_list("number", flat=True)) == expected, login
        assert {number for number in numbers.values() if looked(number, actor)} == expected, login
        assert searched(actor) == expected, login


def test_clients_and_the_house(house: House) -> None:
    from nadzor.accounts.models import Client

    numbers = laid(house)
    almaty = directory().by_code["750000-oblast"].id
    assert Client.objects.count() == 0
    for actor, names in (
        (HOUSE, EVERYTHING),
        (Actor("bridge", client_id=1, client_body_id=almaty), IN_ALMATY),
        (Actor("portal", client_id=1), set()),
        (Actor("nobody"), set()),
    ):
        expected = {numbers[name] for name in names}
        assert set(visible(actor).values_list("number", flat=True)) == expected, actor.name
        assert {number for number in numbers.values() if looked(number, actor)} == expected, actor.name
        assert searched(actor) == expected, actor.name


def test_a_registrar_sees_later_what_was_registered_elsewhere(house: House) -> None:
    """An operator of the Call-centre registers for another office and goes on seeing that one letter."""
    number = house.register("gpo.operator").number
    operator = house.actor("gpo.operator")
    assert looked(number, operator)
    assert searched(operator) == set(visible(operator).values_list("number", flat=True)) == {number}


def test_who_has_given_it_over_sees_it_no_longer(house: House) -> None:
    numbers = laid(house)
    house.step("almaty.head", "reassign", numbers["assigned"], executor=house.people["almaty.assistant"].pk)
    before = house.actor("almaty.executor1")
    assert not looked(numbers["assigned"], before)
    assert numbers["assigned"] not in searched(before)
    assert numbers["assigned"] in searched(house.actor("almaty.assistant"))
    unit_head = house.actor("almaty.interests.head")
    assert (looked(numbers["assigned"], unit_head), numbers["assigned"] in searched(unit_head)) == (False, False)


def listed(actor: Actor, *, open_ones: bool) -> list[str]:
    """Numbers of a list of open or closed ones, asked for in parts as lists do."""
    arms, rows = sight_of(actor).arms(open_ones=open_ones), Proceeding.objects.filter(open=open_ones)
    numbers = [row.number for row in first(rows, arms, ("next_due", "id"), 50)]
    assert counted(rows, arms, 50) == len(numbers)
    assert [row.number for row in first(rows, arms, ("next_due", "id"), 1)] == numbers[:1]
    return numbers


def test_lists_in_parts_names_and_words_agree_with_the_rule(house: House) -> None:
    """Also for closed ones, and for who considers beside, who registered for another office, a client with a body."""
    numbers = laid(house)
    operated = house.register("gpo.operator").number
    for login, name in (("almaty.head", ALMATY), ("almaty.head", "shared"), ("gpo.head", GPO)):
        house.step(login, "annul", numbers[name], reason="Ошибка")
    closed = {numbers[name] for name in (ALMATY, "shared", GPO)}
    almaty = directory().by_code["750000-oblast"].id
    actors = [house.actor(login) for login in (*SEEN, "gpo.operator")]
    actors += [
        HOUSE,
        Actor("bridge", client_id=1, client_body_id=almaty),
        Actor("portal", client_id=1),
        Actor("nobody"),
    ]
    for actor in actors:
        expected = set(visible(actor).values_list("number", flat=True))
        for numbers_listed, wanted in (
            (listed(actor, open_ones=True), expected - closed),
            (listed(actor, open_ones=False), expected & closed),
            ([row.number for row in by_name(actor, "Пробная", 50)], expected),
            ([row.number for row in found(actor, "свет", 50)], expected - {numbers["child"]}),
        ):
            assert (set(numbers_listed), len(numbers_listed)) == (wanted, len(wanted)), actor.name
    assert listed(house.actor("gpo.operator"), open_ones=True) == [operated]
