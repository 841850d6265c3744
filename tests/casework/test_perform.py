"""The only writer: each refusal has its code and changes nothing, a key gives the first answer again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from nadzor.casework.act import Act
from nadzor.casework.perform import Done, perform
from nadzor.casework.refusals import (
    ChangedMeanwhile,
    ForbiddenByLaw,
    Invalid,
    KeyReused,
    NoRight,
    NotFound,
    Refusal,
    Taken,
    WrongState,
)
from tests.house import House

pytestmark = pytest.mark.django_db


def counts() -> dict[str, int]:
    """Rows of every table of the house, and the versions and heads that a step moves."""
    found = {
        model._meta.label: model._default_manager.count()
        for name in ("organs", "casework", "appeals")
        for model in apps.get_app_config(name).get_models()
    }
    proceeding, register = apps.get_model("casework.Proceeding"), apps.get_model("casework.Register")
    found["versions"] = sum(proceeding.objects.values_list("version", flat=True))
    found["places"] = sum(register.objects.values_list("last_seq", flat=True))
    return found


def assigned(house: House, **changes: Any) -> str:
    number = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


# who, which step, on what (a fresh letter or one under review), data, refusal, the field or the point it names
REFUSALS: list[tuple[str, str, str, str, dict[str, Any], type[Refusal], str]] = [
    ("answer before assignment", "almaty.head", "answer", "fresh", {"seen": "0" * 64}, WrongState, ""),
    ("close before an answer", "almaty.head", "close", "assigned", {}, WrongState, ""),
    ("assign twice", "almaty.head", "assign", "assigned", {"executor": "almaty.executor1"}, WrongState, ""),
    ("reopen what is open", "almaty.head", "reopen", "assigned", {"reason": "т"}, WrongState, ""),
    ("executor may not annul", "almaty.executor1", "annul", "assigned", {"reason": "т"}, NoRight, ""),
    ("registrar may not annul", "almaty.registrar", "annul", "fresh", {"reason": "т"}, NoRight, ""),
    (
        "executor may not sign",
        "almaty.executor1",
        "answer",
        "assigned",
        {"seen": "0" * 64},
        NoRight,
        "29I.88.6",
    ),
    (
        "a leader who does not consider it",
        "almaty.head",
        "ask_for_materials",
        "assigned",
        {"addressee": "Акимат", "asked": "Копии", "due": "2026-03-20"},
        NoRight,
        "29I.62.1",
    ),
    ("the analyst sees, no more", "almaty.analyst", "annul", "fresh", {"reason": "т"}, NoRight, ""),
    ("another oblast's executor", "abai.executor", "note", "assigned", {"text": "т"}, NotFound, ""),
    ("another oblast's head", "abai.head", "note", "assigned", {"text": "т"}, NotFound, ""),
    ("a district office below", "almaly.head", "note", "assigned", {"text": "т"}, NotFound, ""),
    ("a colleague with other work", "almaty.executor2", "note", "assigned", {"text": "т"}, NotFound, ""),
    ("a number that no case has", "almaty.head", "note", "2026-75-999999", {"text": "т"}, NotFound, ""),
    ("a step that no table has", "almaty.head", "burn", "fresh", {}, NotFound, ""),
    ("no text", "almaty.head", "note", "assigned", {}, Invalid, "text"),
    ("nothing but blanks", "almaty.head", "note", "assigned", {"text": " \u200b\n "}, Invalid, "text"),
    ("too long", "almaty.head", "note", "assigned", {"text": "т" * 5001}, Invalid, "text"),
    ("an unknown field", "almaty.head", "note", "assigned", {"text": "т", "colour": "red"}, Invalid, "colour"),
    (
        "no such outcome",
        "almaty.executor1",
        "draft_answer",
        "assigned",
        {"outcome": "praise", "language": "ru"},
        Invalid,
        "outcome",
    ),
    ("nothing to sign", "almaty.head", "answer", "assigned", {"seen": "0" * 64}, ForbiddenByLaw, "29I.85"),
    (
        "executor of another office",
        "almaty.head",
        "assign",
        "fresh",
        {"executor": "abai.executor"},
        Invalid,
        "executor",
    ),
    ("nobody", "almaty.head", "assign", "fresh", {"executor": 0}, Invalid, "executor"),
    (
        "a field that is not corrected",
        "almaty.head",
        "correct",
        "fresh",
        {"field": "state", "value": "closed", "reason": "т"},
        Invalid,
        "field",
    ),
]


@pytest.mark.parametrize(
    ("login", "step", "on", "data", "kind", "named"), [pytest.param(*row[1:], id=row[0]) for row in REFUSALS]
)
def test_a_refusal_has_its_code_and_changes_nothing(  # noqa: PLR0917  # the columns of the table
    house: House, login: str, step: str, on: str, data: dict[str, Any], kind: type[Refusal], named: str
) -> None:
    number = {"fresh": lambda: house.register().number, "assigned": lambda: assigned(house)}.get(on, lambda: on)()
    given = {key: house.people[value].pk if value in house.people else value for key, value in data.items()}
    before = counts()
    with pytest.raises(kind) as refused:
        house.step(login, step, number, **given)
    assert type(refused.value) is kind
    assert all(refused.value.message), "a sentence in three languages"
    if named:
        assert named in (*refused.value.cites, *refused.value.fields)
    assert counts() == before


LETTERS: list[tuple[str, dict[str, Any], type[Refusal], str]] = [
    ("no such office", {"addressed_to": "990000-oblast"}, Invalid, "addressed_to"),
    ("arrives tomorrow", {"received_at": "2026-03-06T09:00:00+05:00"}, Invalid, "received_at"),
    ("an instant without its offset", {"received_at": "2026-03-05T09:00:00"}, Invalid, "received_at"),
    ("before the order was in force", {"received_at": "2021-03-05T09:00:00+05:00"}, Invalid, "received_at"),
    ("nobody named", {"applicant": {"type": "person"}}, Invalid, "applicant"),
    ("a group of nobody", {"applicant": {"type": "group"}}, Invalid, "applicant"),
    ("no text", {"text": ""}, Invalid, "text"),
    ("an unknown kind", {"kind": "poem"}, Invalid, "kind"),
    ("an unknown channel", {"channel": "pigeon"}, Invalid, "channel"),
    ("not base64", {"attachments": [{"name": "a", "base64": "@@"}]}, Invalid, "attachments.0"),
    (
        "a file nobody uploaded",
        {"attachments": [{"id": "3f2c9f0e-0000-4000-8000-000000000000"}]},
        Invalid,
        "attachments",
    ),
    ("a file id that is none", {"attachments": [{"id": "first"}]}, Invalid, "attachments"),
    ("the external id is taken", {"external_id": "E-1"}, Taken, ""),
]


@pytest.mark.parametrize(("changes", "kind", "field"), [pytest.param(*row[1:], id=row[0]) for row in LETTERS])
def test_a_letter_that_is_refused(house: House, changes: dict[str, Any], kind: type[Refusal], field: str) -> None:
    house.register(external_id="E-1")
    before = counts()
    with pytest.raises(kind) as refused:
        house.register(**changes)
    assert not field or field in refused.value.fields
    assert counts() == before


def test_who_may_register(house: House) -> None:
    """The registrar and the reception prosecutor of the office, an operator of the Call-centre; nobody else."""
    may = {"almaty.registrar", "almaty.reception", "gpo.operator"}
    for login in ("almaty.head", "almaty.executor1", "almaty.analyst", "abai.registrar", "almaly.registrar", *may):
        if login in may:
            assert house.register(login).number
        else:
            with pytest.raises(NoRight) as refused:
                house.register(login)
            assert "29I.23.1" in refused.value.cites


def test_the_same_external_id_of_another_source_is_another_letter(house: House) -> None:
    first = house.register(external_id="E-1").number
    assert house.register("almaty.reception", external_id="E-1").number != first


@pytest.mark.norm("29I.61.2")
def test_the_order_forbids_naming_the_one_complained_of(house: House) -> None:
    number = house.register(complained_of=[{"name": "Орындаев С."}]).number
    before = counts()
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    assert refused.value.cites == ("29I.61.2",)
    assert counts() == before


def test_the_head_of_the_general_office_sees_all(house: House) -> None:
    number = assigned(house)
    with pytest.raises(NoRight):  # visible, so the answer is about the right
        house.step("gpo.head", "annul", number, reason="проверка")


def test_another_version_is_told_what_changed(house: House) -> None:
    number = assigned(house)  # version 2
    head = house.actor("almaty.head")
    perform(Act("appeal", "note", head, {"text": "первая"}, on=(number,), version=2))
    before = counts()
    with pytest.raises(ChangedMeanwhile) as refused:
        perform(Act("appeal", "note", head, {"text": "вторая"}, on=(number,), version=2))
    assert "Сделать отметку" in refused.value.message.ru
    assert "Сынақбаев Үлгі Нұсқаұлы" in refused.value.message.ru
    assert counts() == before


def _with_key(house: House, login: str = "almaty.registrar", **changes: Any) -> Callable[[], Done]:
    return lambda: house.register(login, key="k-1", **changes)


def test_a_key_gives_the_first_answer_again(house: House) -> None:
    first = _with_key(house)()
    before = counts()
    second = _with_key(house)()
    assert (first.again, second.again) == (False, True)
    assert second.answers == first.answers
    with pytest.raises(KeyReused) as refused:
        _with_key(house, text="Другое письмо.")()
    assert refused.value.code == "key_reused"
    assert counts() == before
    assert _with_key(house, "almaty.reception")().number != first.number, "keys belong to who asks"


def test_a_key_of_a_refused_act_is_free_again(house: House) -> None:
    with pytest.raises(Invalid):
        _with_key(house, addressed_to="990000-oblast")()
    assert not _with_key(house)().again


def test_a_key_guards_a_step_too(house: House) -> None:
    number = house.register().number
    act = Act("appeal", "note", house.actor("almaty.head"), {"text": "одна"}, on=(number,), key="n-1")
    first, second = perform(act), perform(act)
    assert (second.again, second.answers) == (True, first.answers)
    assert second.answers[0]["version"] == 2


def test_several_in_one_step_or_none(house: House) -> None:
    """One of three is closed to the step: none is changed."""
    numbers = [house.register().number for _ in range(2)]
    annulled = house.register().number
    house.step("almaty.head", "annul", annulled, reason="ошибка")
    head, data = house.actor("almaty.head"), {"text": "всем"}
    before = counts()
    with pytest.raises(WrongState):
        perform(Act("appeal", "note", head, data, on=(*numbers, annulled)))
    assert counts() == before
    done = perform(Act("appeal", "note", head, data, on=(numbers[1], numbers[0], numbers[1])))
    assert sorted(each["number"] for each in done.answers) == sorted(numbers)
    assert {each["version"] for each in done.answers} == {2}


@pytest.mark.parametrize("day", ["2037-01-01", "9999-12-31"])
def test_a_day_more_than_ten_years_ahead_is_a_year_typed_wrong(house: House, day: str) -> None:
    number = assigned(house)
    for step, said in (
        ("take_under_control", {"until": day, "reason": "Важно."}),
        ("ask_to_cure", {"missing": ["demands"], "due": day}),
    ):
        with pytest.raises(Invalid) as refused:
            house.step("almaty.head", step, number, **said)
        assert {text.ru for text in refused.value.fields.values()} == {
            "До этого дня больше десяти лет: проверьте год."
        }, step


def test_a_day_of_the_last_year_that_can_be_meant_is_taken(house: House) -> None:
    number = assigned(house)
    house.step("almaty.head", "take_under_control", number, until="2036-12-31", reason="Важно.")


@pytest.mark.norm("29I.52.6")
def test_a_term_that_leaves_the_calendar_is_refused_at_its_day(house: House) -> None:
    number = assigned(house, kind="application")
    before = counts()
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "order_inspection", number, check="Проверка", since="2026-03-10", until="2031-03-10")
    assert list(refused.value.fields) == ["until"]
    assert refused.value.fields["until"].ru == (
        "Срок не сосчитать. Рабочий календарь известен на дни: 1 января 2002 г. – 31 декабря 2027 г. "
        "Укажите день в этих пределах."
    )
    assert counts() == before
