"""The one writer of the structure: what it refuses and why, what it enters, who may ask it."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection

from nadzor import clock
from nadzor.accounts.models import Account, Client
from nadzor.casework import journal
from nadzor.casework.models import Entry
from nadzor.casework.refusals import Invalid, KeyReused, NoRight, NotFound, Refusal
from nadzor.casework.structure import STEPS, Changed, StructureAct, change_structure
from nadzor.organs.actor import HOUSE, actor_of
from nadzor.organs.directory import directory, version_now
from nadzor.organs.models import Absence, Acting, Appointment, Body, Duty, Person, Unit
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db

ORDER = {"order_number": "7-П", "order_day": "2026-03-02"}
ALMATY, ALMALY, GPO, ABAI = "750000-oblast", "751110-district", "000000-gpo", "100000-oblast"
NAMES = {"kk": "Сынақ", "ru": "Проба", "en": "Sample"}
PERSON = {"surname": "Новичков", "login": "almaty.new", "language": "ru", "post": "prosecutor", "since": "2026-03-05"}
BODY = {"kind": "district", "sphere": "territorial", "code": "759999-district", "since": "2026-03-05", **NAMES}


def change(
    house: House, step: str, on: object, by: str = "almaty.admin", key: str | None = None, **data: Any
) -> Changed:
    return change_structure(StructureAct(step, house.actor(by), str(on), data, key))


def unit(code: str, body: str = ALMATY) -> Unit:
    return Unit.objects.get(code=code, body__code=body)


def refusal(house: House, step: str, on: object, by: str = "almaty.admin", **data: Any) -> Refusal:
    entries, version = Entry.objects.count(), version_now()
    with pytest.raises(Refusal) as raised:
        change(house, step, on, by, **data)
    assert (Entry.objects.count(), version_now()) == (entries, version)
    return raised.value


# step, on, data, field, a word of the sentence. {login} is that person's number, {unit:code} a unit's of Almaty.
REFUSED: tuple[tuple[str, str, dict[str, Any], str, str], ...] = (
    ("add_person", ALMATY, {**PERSON, **ORDER, "post": "prosecutor_general"}, "post", "no such post"),
    ("add_person", ALMATY, {**PERSON, **ORDER, "post": "unit_head"}, "unit", "Choose the unit"),
    ("add_person", ALMATY, {**PERSON, **ORDER, "post": "head"}, "post", "End that appointment first"),
    (
        "add_person",
        ALMATY,
        {**PERSON, **ORDER, "unit": "{unit:000000-gpo/appeals}"},
        "unit",
        "belongs to another office",
    ),
    ("add_person", ALMATY, {**PERSON, **ORDER, "login": "almaty.head"}, "login", "almaty.head2"),
    ("add_person", ALMATY, {**PERSON, **ORDER, "login": "Глава"}, "login", "small Latin"),
    ("add_person", ALMATY, {**PERSON, **ORDER, "since": "2022-12-31"}, "since", "do not begin before their order"),
    ("add_person", ALMATY, {**PERSON, **ORDER, "order_day": "2026-03-06"}, "order_day", "lies in the future"),
    (
        "add_person",
        ALMATY,
        {**PERSON, "order_number": "1", "order_day": "2022-12-30", "since": "2022-12-31"},
        "since",
        "exists from 1 January 2023",
    ),
    (
        "appoint",
        "{almaty.executor1}",
        {"body": ALMATY, "post": "prosecutor", "unit": "{own}", "since": "2026-03-05", **ORDER},
        "post",
        "holds this post already",
    ),
    (
        "appoint",
        "{almaty.executor1}",
        {"body": ABAI, "post": "prosecutor", "since": "2026-03-05", **ORDER},
        "body",
        "not yours",
    ),
    (
        "appoint",
        "{almaty.executor1}",
        {"body": ALMATY, "post": "assistant", "since": "2026-03-05", "until": "2026-03-04", **ORDER},
        "until",
        "before the first one",
    ),
    (
        "stand_in",
        ALMATY,
        {"person": "{almaly.head}", "post": "head", "since": "2026-03-05", **ORDER},
        "person",
        "holds no post in this office",
    ),
    (
        "stand_in",
        ALMATY,
        {"person": "{gpo.head}", "post": "head", "since": "2026-03-05", **ORDER},
        "person",
        "holds no post in this office",
    ),
    (
        "stand_in",
        ALMATY,
        {"person": "{almaty.head}", "post": "head", "since": "2026-03-05", **ORDER},
        "person",
        "No one stands in",
    ),
    (
        "stand_in",
        ALMATY,
        {
            "person": "{almaty.deputy}",
            "post": "head",
            "instead_of": "{almaty.executor1}",
            "since": "2026-03-05",
            **ORDER,
        },
        "instead_of",
        "does not hold the post",
    ),
    (
        "away",
        "{almaty.head}",
        {"kind": "leave", "since": "2026-03-05", "until": "2026-03-01", **ORDER},
        "until",
        "before the first one",
    ),
    (
        "lay_work",
        "{almaty.registrar}",
        {"body": ALMATY, "role": "registrar", "since": "2026-03-05", **ORDER},
        "role",
        "already",
    ),
    (
        "lay_work",
        "{almaty.registrar}",
        {"body": ALMALY, "role": "analyst", "since": "2026-03-05", **ORDER},
        "body",
        "holds no post",
    ),
    ("dismiss", "{almaty.executor1}", {"until": "2026-03-06", **ORDER}, "until", "lies in the future"),
    ("dismiss", "{almaty.executor1}", {"until": "2020-01-01", **ORDER}, "until", "serves from"),
    ("dismiss", "{almaty.admin}", {"until": "2026-03-05", **ORDER}, "", "oneself"),
    ("appoint", "{almaty.admin}", {"body": ALMATY, "post": "assistant", "since": "2026-03-05", **ORDER}, "", "oneself"),
    (
        "lay_work",
        "{almaty.admin}",
        {"body": ALMATY, "role": "registrar", "since": "2026-03-05", **ORDER},
        "",
        "oneself",
    ),
    ("stand_in", ALMATY, {"person": "{almaty.admin}", "post": "head", "since": "2026-03-05", **ORDER}, "", "oneself"),
    ("renew_access", "{almaty.admin}", {"reason": "x"}, "", "oneself"),
    ("renew_access", "{almaty.head}", {"reason": "x"}, "", "no account"),
    ("create_unit", ALMATY, {"code": "appeals", "since": "2026-03-05", **NAMES, **ORDER}, "code", "has such a unit"),
    ("create_unit", ALMATY, {"code": "new", "since": "2026-03-01", **NAMES, **ORDER}, "since", "before their order"),
    ("close_unit", "{unit:750000-oblast/appeals}", {"until": "2026-03-05", **ORDER}, "until", "posts held"),
    ("create_body", ALMATY, {**BODY, **ORDER, "code": "district"}, "code", "six digits"),
    ("create_body", ALMATY, {**BODY, **ORDER, "code": ALMALY}, "code", "This code exists"),
    ("create_body", ALMATY, {**BODY, **ORDER, "kind": "oblast"}, "kind", "does not stand below"),
    ("create_body", ALMATY, {**BODY, **ORDER, "sphere": "transport"}, "kind", "does not stand below"),
    ("create_body", ALMATY, {**BODY, **ORDER, "kind": "oblast", "sphere": "military"}, "sphere", "no such sphere"),
    ("create_body", ALMATY, {**BODY, **ORDER, "zone": "Asia/Nowhere"}, "zone", "Asia/Almaty"),
    ("create_body", ALMALY, {**BODY, **ORDER}, "kind", "does not stand below"),
    ("change_body", ALMATY, {**NAMES, "parent": ALMALY}, "parent", "cannot stand below itself"),
    ("change_body", ALMATY, {**NAMES, "parent": ALMATY}, "parent", "cannot stand below itself"),
    ("change_body", ALMALY, {**NAMES, "parent": ABAI}, "parent", "does not stand below"),
    ("close_body", ALMATY, {"until": "2026-03-05", **ORDER}, "until", "offices below"),
    ("add_territory", ALMALY, {"kato": "75x", "since": "2026-03-05", **ORDER}, "kato", "two to nine digits"),
    ("add_territory", ALMATY, {"kato": "10", "since": "2026-03-05", **ORDER}, "kato", "overlaps"),
)


def filled(house: House, value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith("{"):
        return value
    name = value[1:-1]
    if name.startswith("unit:"):
        body, _, code = name[5:].partition("/")
        return unit(code, body).pk
    return house.people["almaty.executor1"].appointments.get().unit_id if name == "own" else house.people[name].pk


@pytest.mark.norm("SYS.6")
def test_what_is_refused_and_at_which_field(house: House) -> None:
    Acting.objects.all().delete()
    Account.objects.make("almaty.head", None, None)
    for step, on, data, field, words in REFUSED:
        said = refusal(house, step, filled(house, on), **{name: filled(house, each) for name, each in data.items()})
        sentence = said.fields[field].en if field else said.message.en
        assert words in sentence, (step, data, sentence)
        everything = (*said.fields.values(), said.message)
        assert all(text.strip() for phrase in everything for text in phrase), step


# Overlaps of acting periods of one head: 10 to 12 March stand. First and last day, inclusive; is it taken?
OVERLAPS = (
    ("2026-03-08", "2026-03-09", True),
    ("2026-03-08", "2026-03-10", False),
    ("2026-03-11", "2026-03-11", False),
    ("2026-03-12", "2026-03-20", False),
    ("2026-03-13", "2026-03-20", True),
    ("2026-03-09", None, False),
    ("2026-03-13", None, False),  # the period before it in this table stands: 13 to 20 March
    ("2026-03-21", None, True),
)


def test_acting_periods_do_not_overlap(house: House) -> None:
    Acting.objects.all().delete()
    deputy, other = (
        house.people["almaty.deputy"].pk,
        house.people["almaty.interests.head"].pk,
    )
    base = {"post": "head", "instead_of": house.people["almaty.head"].pk, **ORDER}
    change(house, "stand_in", ALMATY, person=deputy, since="2026-03-10", until="2026-03-12", **base)
    for since, until, taken in OVERLAPS:
        data = {"person": other, "since": since, **({"until": until} if until else {}), **base}
        if taken:
            change(house, "stand_in", ALMATY, **data)
        else:
            assert "acts in this post already" in refusal(house, "stand_in", ALMATY, **data).fields["since"].en, since


@pytest.mark.norm("SYS.16")
def test_each_change_is_one_entry_of_an_unbroken_chain(house: House) -> None:
    version = version_now()
    change(house, "create_unit", ALMATY, code="new-unit", since="2026-03-05", **NAMES, **ORDER)
    change(house, "change_unit", unit("new-unit").pk, **{**NAMES, "ru": "Другая"})
    change(house, "close_unit", unit("new-unit").pk, until="2026-03-31", **ORDER)
    change(house, "create_body", ALMATY, **BODY, **ORDER)
    change(house, "add_territory", "759999-district", kato="759999", since="2026-03-05", **ORDER)
    change(house, "close_body", "759999-district", until="2026-06-30", **ORDER)
    shown = change(house, "add_person", ALMATY, **PERSON, **ORDER).shown
    assert version_now() == version + 7
    rows = list(Entry.objects.order_by("pk").values_list("register__body__code", "register__book", "seq", "step"))
    assert rows == [
        (ALMATY, "structure", 1, "create_unit"),
        (ALMATY, "structure", 2, "change_unit"),
        (ALMATY, "structure", 3, "close_unit"),
        ("759999-district", "structure", 1, "create_body"),
        ("759999-district", "structure", 2, "add_territory"),
        ("759999-district", "structure", 3, "close_body"),
        (ALMATY, "structure", 4, "add_person"),
    ]
    verified = {each.register: each for each in journal.verify()}
    assert verified[f"{ALMATY}/structure/2026"].entries == 4
    assert not [finding for each in verified.values() for finding in each.findings]
    entry = Entry.objects.get(step="change_unit")
    assert entry.data is not None
    assert (entry.data["was"], entry.data["ru"]) == ({"ru": "Проба"}, "Другая")
    assert entry.person == house.people["almaty.admin"]
    assert entry.capacity.startswith("oblast:")
    assert Entry.objects.get(step="add_person").subject == shown
    body = Body.objects.get(code="759999-district")
    assert (body.branch_id, body.level, str(body.until)) == (body.parent_id, "district_level", "2026-06-30")
    assert [str(each.until) for each in body.territories.all()] == ["2026-06-30"]
    assert directory().bodies[body.pk].name.ru == "Проба"


def test_an_altered_entry_is_named(house: House) -> None:
    change(house, "create_unit", ALMATY, code="new-unit", since="2026-03-05", **NAMES, **ORDER)
    with connection.cursor() as cursor:
        for statement in (
            "SET CONSTRAINTS ALL IMMEDIATE",
            "ALTER TABLE casework_entry DISABLE TRIGGER USER",
            "UPDATE casework_entry SET data = jsonb_set(data, '{code}', '\"other\"')",
            "SET CONSTRAINTS ALL IMMEDIATE",
            "ALTER TABLE casework_entry ENABLE TRIGGER USER",
        ):
            cursor.execute(statement)
    found = [finding for each in journal.verify() for finding in each.findings]
    assert [(each.kind, each.register) for each in found] == [(journal.Kind.ALTERED, f"{ALMATY}/structure/2026")]


# login → the offices whose structure is changed: GPO, Almaty, a district of Almaty, another oblast
RIGHTS = {
    "gpo.admin": {GPO, ALMATY, ALMALY, ABAI},
    "almaty.admin": {ALMATY, ALMALY},
    "almaty.head": set(),
    "gpo.head": set(),
    "almaty.registrar": set(),
    "gpo.security": set(),
}


def test_who_changes_what(house: House) -> None:
    for login, offices in RIGHTS.items():
        for code in (GPO, ALMATY, ALMALY, ABAI):
            data = {"code": f"of-{login.replace('.', '-')}", "since": "2026-03-05", **NAMES, **ORDER}
            if code in offices:
                assert change(house, "create_unit", code, login, **data).seq > 0
            else:
                assert isinstance(refusal(house, "create_unit", code, login, **data), NotFound if offices else NoRight)


def test_who_has_a_post_above_is_not_dismissed_from_below(house: House) -> None:
    person = house.people["almaty.executor1"]
    gpo = Body.objects.get(code=GPO)
    Appointment.objects.create(
        person=person,
        body=gpo,
        post="prosecutor",
        since=dt.date(2026, 3, 20),
        order_number="1",
        order_day=dt.date(2026, 3, 1),
    )
    for step, data in (("dismiss", {"until": "2026-03-05", **ORDER}), ("renew_access", {"reason": "x"})):
        assert "000000-gpo" in refusal(house, step, person.pk, **data).message.en
    change(house, "dismiss", person.pk, "gpo.admin", until="2026-03-05", **ORDER)
    assert not Appointment.objects.filter(person=person, body=gpo).exists()  # called off before it began
    ended = Entry.objects.get(step="dismiss").data
    assert ended is not None
    assert {each["done"] for each in ended["ended"]} == {"ended", "called_off"}


def test_dismissal_closes_everything_at_once(house: House) -> None:
    number = house.register().number
    person = house.people["almaty.executor1"]
    account = Account.objects.make("almaty.executor1", person, "a long made-up phrase")
    client = Client.objects.create(name="t", person=person, token_digest=b"1" * 32, made_at=clock.now())
    house.step("almaty.head", "assign", number, executor=person.pk)
    change(house, "lay_work", person.pk, body=ALMATY, role="analyst", since="2026-03-05", **ORDER)
    change(house, "away", person.pk, kind="leave", since="2026-03-04", until="2026-03-20", **ORDER)
    change(house, "dismiss", person.pk, until="2026-03-05", **ORDER)
    account.refresh_from_db()
    client.refresh_from_db()
    assert (account.is_active, account.has_usable_password()) == (False, False)
    assert client.revoked_at is not None
    for rows in (Appointment, Duty, Absence):
        assert {str(day) for day in rows.objects.filter(person=person).values_list("until", flat=True)} == {
            "2026-03-05"
        }
    entry = Entry.objects.get(step="dismiss").data
    assert entry is not None
    assert entry["open"] == [number]
    assert "closed already" in refusal(house, "dismiss", person.pk, until="2026-03-05", **ORDER).fields["until"].en
    assert "Appoint the person first" in refusal(house, "renew_access", person.pk, "gpo.admin", reason="x").message.en


def test_a_dismissed_administrator_changes_nothing(house: House) -> None:
    before = house.actor("almaty.admin")
    change(house, "dismiss", house.people["almaty.admin"].pk, "gpo.admin", until="2026-03-04", **ORDER)
    data = {"code": "late", "since": "2026-03-05", **NAMES, **ORDER}
    with pytest.raises(NoRight):
        change_structure(StructureAct("create_unit", before, ALMATY, data))


def test_a_second_click_changes_once(house: House) -> None:
    first = change(house, "add_person", ALMATY, key="k", **PERSON, **ORDER)
    again = change(house, "add_person", ALMATY, key="k", **PERSON, **ORDER)
    assert (again.again, again.secret, again.shown, again.seq) == (True, "", first.shown, first.seq)
    assert len(first.secret) == 19
    assert Person.objects.filter(surname="Новичков").count() == 1
    with pytest.raises(KeyReused):
        change(house, "add_person", ALMATY, key="k", **{**PERSON, "surname": "Другой"}, **ORDER)


@pytest.mark.norm("SYS.17")
def test_the_head_of_the_system_is_not_closed(house: House) -> None:
    said = refusal(house, "close_body", GPO, "gpo.admin", until="2026-03-05", **ORDER)
    assert said.cites == ("SYS.17",)
    kinds = {"gpo", "district", "committee_territorial"}  # the first stands above, the others below an oblast's rank
    for kind in sorted(kinds):
        data = {**BODY, "kind": kind, "code": "000001-new"}
        assert (
            "does not stand below" in refusal(house, "create_body", GPO, "gpo.admin", **data, **ORDER).fields["kind"].en
        )


def test_an_office_with_cases_is_not_moved(house: House) -> None:
    house.register("almaly.registrar", addressed_to=ALMALY)
    said = refusal(house, "change_body", ALMALY, "gpo.admin", **NAMES, parent=ABAI)
    assert "has cases" in said.fields["parent"].en
    empty = change(house, "create_body", ALMATY, "gpo.admin", **BODY, **ORDER).shown.partition(":")[2]
    change(house, "change_body", empty, "gpo.admin", **NAMES, parent=ABAI)
    body = Body.objects.get(code=empty)
    assert (body.parent, body.branch) == (Body.objects.get(code=ABAI), Body.objects.get(code=ABAI))


def test_the_house_itself_changes_through_the_same_door(house: House) -> None:
    data = {**PERSON, "login": "gpo.new", "roles": ["administrator"], **ORDER}
    done = change_structure(StructureAct("add_person", HOUSE, GPO, data))
    person = Person.objects.get(pk=int(done.shown.partition(":")[2]))
    assert Entry.objects.get().actor == "nadzor"
    with clock.standing_at(MORNING):
        assert len(actor_of(person, dt.date(2026, 3, 5)).roles) == 1


def test_every_change_has_its_words() -> None:
    assert len(STEPS) == 31
    for step in STEPS.values():
        assert len(set(step.title)) == 3, step.name
    with pytest.raises(Invalid):
        change_structure(StructureAct("create_unit", HOUSE, GPO, {"code": "Плохой код"}))
