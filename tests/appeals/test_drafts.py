"""The draft of an answer: who writes, who agrees, what sends it back, what must stand before it is signed."""

from typing import Any

import pytest

from nadzor.appeals.letter import texts_of
from nadzor.appeals.models import AnswerGiven, PaperDraft
from nadzor.casework.models import Entry, Notice, Proceeding
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, Refusal, WrongState
from tests.house import DRAFT, House

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(house: House) -> str:
    found = house.register().number
    people = {name: house.people[f"almaty.{name}"].pk for name in ("executor1", "executor2")}
    house.step("almaty.head", "assign", found, executor=people["executor1"], co_executors=[people["executor2"]])
    return found


def draft_step(house: House, login: str, step: str, draft: str, **data: Any) -> str:
    return str(house.step(f"almaty.{login}", step, draft, procedure="answer_draft", **data).answers[0]["state"])


def test_agreement_goes_round_and_a_remark_sends_it_back(house: House, number: str) -> None:
    draft = house.draft(number)
    agreers = [house.people[f"almaty.{name}"].pk for name in ("executor2", "deputy")]
    assert draft_step(house, "executor1", "send_for_agreement", draft, agreers=agreers) == "agreeing"
    told = set(Notice.objects.filter(template="to_agree").values_list("person_id", flat=True))
    assert told == set(agreers[:1])  # the next is asked when the first has agreed
    with pytest.raises(ForbiddenByLaw, match="turn"):
        draft_step(house, "deputy", "agree", draft)
    assert draft_step(house, "executor2", "agree", draft) == "agreeing"
    with pytest.raises(NoRight):
        draft_step(house, "executor2", "agree", draft)
    assert draft_step(house, "deputy", "object", draft, remark="Назовите статью") == "draft"
    row = PaperDraft.objects.get()
    assert (row.agreed, row.remark) == (agreers[:1], "Назовите статью")  # the words are those that were agreed
    draft_step(house, "executor1", "rewrite", draft, **{**DRAFT, "norms": "Закон «О прокуратуре», статья 24, пункт 1"})
    with pytest.raises(ForbiddenByLaw, match="agreed"):
        house.to_sign(draft)
    with pytest.raises(Invalid) as refused:
        draft_step(house, "executor1", "send_for_agreement", draft, agreers=agreers)
    assert "changed" in refused.value.fields
    draft_step(house, "executor1", "send_for_agreement", draft, agreers=agreers, changed="Названа статья")
    draft_step(house, "executor2", "agree", draft)
    assert draft_step(house, "deputy", "agree", draft) == "agreed"
    said = [(each.version, each.agrees) for each in PaperDraft.objects.get().agreements.order_by("pk")]
    assert said == [(1, True), (1, False), (2, True), (2, True)]
    house.to_sign(draft)
    assert house.sign(number).answers[0]["state"] == "signed"
    assert [each.version for each in PaperDraft.objects.get().versions.order_by("version")] == [1, 2]
    assert AnswerGiven.objects.get().contents["norms"].endswith("пункт 1")


def test_the_same_words_are_agreed_once(house: House, number: str) -> None:
    draft = house.draft(number)
    agreers = [house.people[f"almaty.{name}"].pk for name in ("executor2", "deputy")]
    draft_step(house, "executor1", "send_for_agreement", draft, agreers=agreers)
    draft_step(house, "executor2", "agree", draft)
    draft_step(house, "executor1", "call_back", draft)
    assert draft_step(house, "executor1", "send_for_agreement", draft, agreers=agreers[:1]) == "agreed"
    draft_step(house, "executor1", "call_back", draft)
    draft_step(house, "executor1", "rewrite", draft, **{**DRAFT, "norms": "Кодекс, статья 89"})
    again = {"agreers": agreers[:1], "changed": "Иная статья"}
    assert draft_step(house, "executor1", "send_for_agreement", draft, **again) == "agreeing"


def test_a_comment_is_answered_before_the_draft_is_signed(house: House, number: str) -> None:
    draft = house.draft(number)
    agreers = [house.people["almaty.deputy"].pk]
    draft_step(house, "executor1", "send_for_agreement", draft, agreers=agreers)
    with pytest.raises(NoRight):
        draft_step(house, "executor1", "comment", draft, text="Своё")
    draft_step(house, "deputy", "comment", draft, part="norms", text="Какая статья?")
    draft_step(house, "deputy", "comment", draft, text="Короче.")
    draft_step(house, "deputy", "agree", draft)
    with pytest.raises(ForbiddenByLaw, match="1, 2"):
        house.to_sign(draft)
    draft_step(house, "executor1", "answer_comment", draft, comment=1, answer="Статья 24.")
    draft_step(house, "deputy", "settle_comment", draft, comment=2)
    for step, login, data in (("answer_comment", "executor1", {"answer": "а"}), ("settle_comment", "deputy", {})):
        with pytest.raises(Invalid) as refused:
            draft_step(house, login, step, draft, comment=2, **data)
        assert "comment" in refused.value.fields
    house.to_sign(draft)
    draft_step(house, "head", "comment", draft, text="Проверено.")
    with pytest.raises(Invalid) as foreign:
        draft_step(house, "head", "settle_comment", draft, comment=1)
    assert "кто его написал" in foreign.value.fields["comment"].ru
    kept = PaperDraft.objects.get().comments.order_by("number")
    assert [(each.number, each.part, each.version) for each in kept] == [(1, "norms", 1), (2, "", 1), (3, "", 1)]


# who, which step, on a draft in which state, data, refusal, point or field
REFUSED: list[tuple[str, str, str, str, dict[str, Any], type[Refusal], str]] = [
    ("who does not consider it", "deputy", "rewrite", "draft", DRAFT, NoRight, "29I.60.1"),
    ("its author agrees it", "executor1", "send_for_agreement", "draft", {"agreers": "executor1"}, Invalid, "agreers"),
    ("nobody agrees", "executor1", "send_for_agreement", "draft", {"agreers": []}, Invalid, "agreers"),
    ("who was not asked agrees", "executor1", "agree", "agreeing", {}, NoRight, "29I.33.2"),
    (
        "a draft is sent to a deputy",
        "executor1",
        "send_to_sign",
        "refusing",
        {"signatory": "deputy"},
        ForbiddenByLaw,
        "29I.88.5",
    ),
    ("or to its author", "executor1", "send_to_sign", "draft", {"signatory": "executor1"}, ForbiddenByLaw, "29I.88.6"),
    ("with gaps", "executor1", "send_to_sign", "gaps", {"signatory": "head"}, ForbiddenByLaw, "29I.85"),
    ("with gaps to agree", "executor1", "send_for_agreement", "gaps", {"agreers": "deputy"}, ForbiddenByLaw, "29I.85"),
    ("what waits for a signature is rewritten", "executor1", "rewrite", "to_sign", DRAFT, WrongState, ""),
    ("sent back by who may not sign", "executor1", "send_back", "to_sign", {"remark": "т"}, NoRight, "29I.88.8"),
    ("sent back without a remark", "head", "send_back", "to_sign", {"remark": " "}, Invalid, "remark"),
    ("signed past the page of signing", "head", "sign", "to_sign", {}, NoRight, ""),
]


@pytest.mark.norm("29I.88.8", "29I.85")
@pytest.mark.parametrize(
    ("login", "step", "where", "data", "refusal", "said"),
    [each[1:] for each in REFUSED],
    ids=[each[0] for each in REFUSED],
)
def test_what_a_draft_refuses(  # noqa: PLR0917  # the columns of the table
    house: House,
    number: str,
    login: str,
    step: str,
    where: str,
    data: dict[str, Any],
    refusal: type[Refusal],
    said: str,
) -> None:
    draft = house.draft(number, **{"gaps": {"norms": ""}, "refusing": {"outcome": "refuse"}}.get(where, {}))
    if where == "to_sign":
        house.to_sign(draft)
    if where == "agreeing":
        draft_step(house, "executor1", "send_for_agreement", draft, agreers=[house.people["almaty.deputy"].pk])
    people = {"signatory", "agreers"} & set(data)
    named = {name: house.people[f"almaty.{data[name]}"].pk for name in people if isinstance(data[name], str)}
    if "agreers" in named:
        named["agreers"] = [named["agreers"]]  # type: ignore[assignment]
    state = Proceeding.objects.get(number=draft).state
    with pytest.raises(refusal) as refused:
        draft_step(house, login, step, draft, **{**data, **named})
    assert said in {"", *refused.value.cites, *refused.value.fields}
    assert Proceeding.objects.get(number=draft).state == state


def test_there_is_one_draft_at_a_time(house: House, number: str) -> None:
    draft = house.draft(number)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.draft(number)
    assert draft in refused.value.message.ru
    draft_step(house, "executor1", "withdraw", draft)
    assert house.draft(number) != draft


def test_no_signature_without_the_password(house: House, number: str) -> None:
    house.to_sign(house.draft(number))
    with pytest.raises(ForbiddenByLaw) as refused:
        house.sign(number, password=False)
    assert "пароль" in refused.value.message.ru
    assert not AnswerGiven.objects.exists()


@pytest.mark.norm("29I.60.1")
def test_a_request_that_is_open_holds_the_answer(house: House, number: str) -> None:
    house.to_sign(house.draft(number))
    house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Акт", due="2026-03-20")
    with pytest.raises(ForbiddenByLaw):
        house.sign(number)


def test_the_journal_seals_digests_and_no_words(house: House, number: str) -> None:
    house.answer(number)
    for entry in Entry.objects.all():
        assert DRAFT["text"] not in str(entry.data), entry.step
    assert len(Entry.objects.get(step="begin").data["contents"]["sha256"]) == 64


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            {"argument": "Света нет.", "finding": "confirmed", "facts": "Осмотр."},
            "1. Света нет. – подтвердился. Осмотр.",
        ),
        ({"argument": "Света нет.", "finding": "confirmed", "facts": ""}, "1. Света нет. – подтвердился."),
        ({"argument": "Света нет.", "finding": "", "facts": "Осмотр."}, "1. Света нет. Осмотр."),
        ({"argument": "Света нет."}, "1. Света нет."),
    ],
)
def test_an_argument_that_is_not_checked_yet_is_told_as_it_stands(row: dict[str, str], line: str) -> None:
    assert [text for _, text in texts_of({"arguments": [row]}, "ru")] == [line]
