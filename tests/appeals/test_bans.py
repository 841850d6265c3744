"""Who has no part in an appeal, and what is asked of who signs: the people of the house against what an appeal says."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.bans.asked import questions_of
from nadzor.appeals.bans.conflicts import conflicts
from nadzor.appeals.bans.models import Vouched
from nadzor.appeals.bans.told import vouched_told
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.journal import verify
from nadzor.casework.loading import case_of
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw
from nadzor.law.o29.bans import Ground
from tests.house import MORNING, VOUCHED, House

pytestmark = pytest.mark.django_db
HERE, UNIT = "Прокуратура города Алматы", "Управление по защите общественных интересов"


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def found(house: House, number: str) -> dict[str, list[str]]:
    """The grounds against each of the people of the demo, by login."""
    case = case_of(Proceeding.objects.get(number=number))
    logins = {person.pk: login for login, person in house.people.items()}
    told: dict[str, list[str]] = {}
    for each in conflicts(case, logins):
        told.setdefault(logins[each.person], []).append(str(each.ground))
    return told


# what the appeal complains of; who may have no part, or is pointed out, and why
COMPLAINED: list[tuple[list[dict[str, str]], dict[str, list[str]]]] = [
    ([], {}),
    ([{"name": "Макетова М. П."}], {"almaty.deputy": ["named"]}),
    ([{"name": "Макетова Модель Примеровна", "post": "прокурор города", "body": HERE}], {"almaty.deputy": ["named"]}),
    ([{"post": "Прокурор города", "body": HERE}], {"almaty.head": ["post"]}),
    ([{"post": "заместитель прокурора города", "body": HERE.upper()}], {"almaty.deputy": ["post"]}),
    ([{"post": "Қала прокурорының орынбасары", "body": "Алматы қаласының прокуратурасы"}], {"almaty.deputy": ["post"]}),
    # of which office is left open: pointed out, and nothing more
    ([{"post": "Заместитель прокурора города", "body": "Прокуратура города"}], {"almaty.deputy": ["one_of_post"]}),
    # of another office
    ([{"post": "Прокурор города", "body": "Прокуратура города Астаны"}], {}),
    ([{"post": "Прокурор района", "body": "Прокуратура Алмалинского района города Алматы"}], {}),
    ([{"post": "руководитель", "body": "Акимат города Алматы"}], {}),
    # several hold the post
    (
        [{"post": "Руководитель структурного подразделения", "body": HERE}],
        {"almaty.appeals.head": ["one_of_post"], "almaty.interests.head": ["one_of_post"]},
    ),
    (
        [{"body": f"{UNIT} прокуратуры города Алматы"}],
        {"almaty.interests.head": ["unit"], "almaty.executor1": ["unit"]},
    ),
    ([{"body": f"{UNIT} прокуратуры города Астаны"}], {}),
    ([{"body": UNIT}], {}),  # every oblast has such a unit: none is surely meant
    ([{"name": "Орындаев", "body": f"{UNIT} прокуратуры города Алматы"}], {"almaty.executor1": ["named"]}),
]


@pytest.mark.norm("29I.61.2")
@pytest.mark.parametrize(("complained", "told"), COMPLAINED)
def test_who_is_complained_of(house: House, complained: list[dict[str, str]], told: dict[str, list[str]]) -> None:
    assert found(house, house.register(complained_of=complained).number) == told


CONTESTED: list[tuple[str, list[dict[str, str]], dict[str, list[str]]]] = [
    ("oblast:deputy_head", [{"body": HERE}], {"almaty.deputy": ["post"]}),
    ("oblast:deputy_head", [], {"almaty.deputy": ["one_of_post"]}),  # of this office or of another
    ("oblast:deputy_head", [{"body": "Прокуратура города Астаны"}], {}),
    ("district:head", [], {}),
]


@pytest.mark.norm("29I.61.2")
@pytest.mark.parametrize(("post", "complained", "told"), CONTESTED)
def test_whose_acts_are_contested_by_the_post(
    house: House, post: str, complained: list[dict[str, str]], told: dict[str, list[str]]
) -> None:
    assert found(house, house.register(contested_by=post, complained_of=complained).number) == told


# the decision is contested: who signed and who prepared have no part; faults or silence only point at them
REASONS: list[tuple[str, dict[str, list[str]]]] = [
    ("contests", {"almaty.head": ["decided"], "almaty.executor1": ["prepared"], "almaty.assistant": ["took_part"]}),
    ("faults", {"almaty.head": ["took_part"], "almaty.executor1": ["took_part"], "almaty.assistant": ["took_part"]}),
]


@pytest.mark.norm("29I.61.2", "29I.61.4")
@pytest.mark.parametrize(("reason", "told"), REASONS)
def test_who_took_part_in_the_earlier_one(house: House, reason: str, told: dict[str, list[str]]) -> None:
    first = house.register().number
    house.step("almaty.head", "assign", first, executor=house.people["almaty.executor1"].pk)
    draft = house.draft(first)
    agreers = [house.people["almaty.assistant"].pk]
    house.step("almaty.executor1", "send_for_agreement", draft, procedure="answer_draft", agreers=agreers)
    house.step("almaty.assistant", "agree", draft, procedure="answer_draft")
    house.answer(first)
    again = house.register(text="Не согласна.", repeat_of=first, repeat_reason=reason).number
    assert found(house, again) == told
    third = house.register(text="Снова не согласна.", repeat_of=again, repeat_reason="faults").number
    assert {grounds[0] for grounds in found(house, third).values()} == {"took_part"}, "the chain is followed"


@pytest.mark.norm("29I.61.4")
def test_a_namesake_is_pointed_out_and_not_refused(house: House) -> None:
    applicant = {"type": "person", "surname": "Орындаев", "name": "Асан", "postal_address": "Алматы, 1"}
    number = house.register(applicant=applicant).number
    assert found(house, number) == {"almaty.executor1": ["namesake"]}
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)


@pytest.mark.norm("29I.61.4")
def test_interest_is_one_of_the_grounds(house: House) -> None:
    number = house.register().number
    executor = house.people["almaty.executor1"].pk
    house.step("almaty.head", "record_interest", number, person=executor, words="Сосед")
    assert found(house, number) == {"almaty.executor1": ["interested"]}


# steps by which somebody gets a part: all of them ask
@pytest.mark.norm("29I.61.2")
def test_every_step_that_names_somebody_asks(house: House) -> None:
    deputy, executor = house.people["almaty.deputy"].pk, house.people["almaty.executor1"].pk
    number = house.register(complained_of=[{"post": "Заместитель прокурора города", "body": HERE}]).number

    def refused(who: str, step: str, on_: str, procedure: str = "appeal", **data: Any) -> None:
        with pytest.raises(ForbiddenByLaw) as told:
            house.step(who, step, on_, procedure=procedure, **data)
        assert told.value.cites == ("29I.61.2",), step

    refused("almaty.registrar", "report", number, leader=deputy)
    refused("almaty.head", "assign", number, executor=deputy)
    refused("almaty.head", "assign", number, executor=executor, co_executors=[deputy])
    house.step("almaty.head", "assign", number, executor=executor)
    refused("almaty.head", "reassign", number, executor=deputy)
    draft = house.draft(number)
    refused("almaty.executor1", "send_for_agreement", draft, "answer_draft", agreers=[deputy])
    refused("almaty.executor1", "send_to_sign", draft, "answer_draft", signatory=deputy)
    house.to_sign(draft)
    with pytest.raises(ForbiddenByLaw) as told:
        house.sign(number, "almaty.deputy")
    assert told.value.cites == ("29I.61.2",)
    house.sign(number)


def signed(house: House, number: str, vouched: list[str]) -> Any:
    said = {"seen": digest_of(PaperDraft.objects.get().contents), "vouched": vouched}
    return perform(Act("appeal", "answer", house.actor("almaty.head").again(), said, on=(number,)))


@pytest.mark.norm("29I.61.1", "29I.61.3", "29I.61.5", "29I.61.6")
def test_who_signs_answers_each_question_and_the_answers_stay(house: House) -> None:
    number = house.register(complained_of=[{"body": "Прокуратура района"}]).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(number))
    names = [each.name for each in questions_of(case_of(Proceeding.objects.get(number=number)))]
    assert names == VOUCHED
    for name in names:
        with pytest.raises(ForbiddenByLaw) as told:
            signed(house, number, [each for each in names if each != name])
        assert len(told.value.cites) == 1
    with pytest.raises(ForbiddenByLaw) as told:
        signed(house, number, [])
    assert set(told.value.cites) == {f"29I.61.{each}" for each in range(1, 7)}
    assert not Vouched.objects.exists()
    signed(house, number, names)
    kept = Vouched.objects.filter(appeal__proceeding__number=number)
    assert set(kept.values_list("person", "question")) == {(house.people["almaty.head"].pk, name) for name in names}
    assert Entry.objects.get(step="answer").data["vouched"] == names
    (row,) = vouched_told(case_of(Proceeding.objects.get(number=number)))
    assert all(text in row[1].ru for text in ("Сынақбаев Үлгі Нұсқаұлы", "5 марта 2026", "не обращено во вред"))
    assert not [finding for book in verify() for finding in book.findings if finding.fault]


def test_a_question_that_nobody_knows_is_not_kept(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(number))
    signed(house, number, [*VOUCHED, "the moon is full"])
    assert set(Vouched.objects.values_list("question", flat=True)) == {"harm", "interest", "disclosure", "identity"}


def test_who_terminates_is_asked_as_who_answers_is(house: House) -> None:
    number = house.register(kind="application").number
    draft = house.termination(number, "almaty.head")
    with pytest.raises(ForbiddenByLaw) as told:
        house.terminate(draft, vouched=["harm", "interest", "disclosure"])
    assert told.value.cites == ("29I.61.6",)
    house.terminate(draft)
    kept = Vouched.objects.filter(appeal__proceeding__number=number)
    assert set(kept.values_list("question", flat=True)) == {"harm", "interest", "disclosure", "identity"}
    assert len(vouched_told(case_of(Proceeding.objects.get(number=number)))) == 1


HEADS = [
    ({"name": "Үлгіжанова С. М."}, "751110-district", True),
    ({"name": "Үлгіжанова Сынақ Мысалқызы", "post": "прокурор"}, "751110-district", True),
    ({"name": "Үлгіжанова С. М."}, "751410-district", False),
    ({"name": "Пробников Т. П."}, "751110-district", False),  # a deputy: the head decides
]


@pytest.mark.norm("29I.61.2")
@pytest.mark.parametrize(("accused", "office", "forbidden"), HEADS)
def test_not_to_an_office_whose_head_is_complained_of(
    house: House, accused: dict[str, str], office: str, forbidden: bool
) -> None:
    number = house.register(complained_of=[accused]).number
    if not forbidden:
        house.step("almaty.registrar", "forward", number, office=office, reason="Район")
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.registrar", "forward", number, office=office, reason="Район")
    assert refused.value.cites == ("29I.61.2",)


REQUESTS = [
    ({"asked": "Копии решений"}, None),
    ({"asked": "Данные по ИИН 960101500101"}, "29I.61.5"),
    ({"asked": "Данные по ИИН 960101500101", "consent": True}, None),
    ({"asked": "Дом: улица Примерная, 1"}, "29I.61.5"),
    ({"asked": "Национальность и судимость соседей"}, "29I.61.6"),
    ({"asked": "Судимость соседа", "relates": "Заявительница пишет об угрозах ранее судимого"}, None),
]


@pytest.mark.norm("29I.61.5", "29I.61.6")
@pytest.mark.parametrize(("said", "point"), REQUESTS)
def test_what_a_request_may_say(house: House, said: dict[str, Any], point: str | None) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    data = {"addressee": "Акимат", "due": "2026-03-16", **said}
    if point is None:
        house.step("almaty.executor1", "ask_for_materials", number, **data)
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.executor1", "ask_for_materials", number, **data)
    assert refused.value.cites == (point,)


def test_nobody_is_refused_by_what_is_only_pointed_out(house: House) -> None:
    number = house.register(complained_of=[{"post": "Руководитель структурного подразделения", "body": HERE}]).number
    assert {Ground.ONE_OF_POST} == {Ground(each) for grounds in found(house, number).values() for each in grounds}
    house.step("almaty.head", "assign", number, executor=house.people["almaty.interests.head"].pk)
