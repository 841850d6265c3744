"""The line of an answer where people cross: drafts in every state, answers given twice, people who leave."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection

from nadzor import clock
from nadzor.appeals.confirming import confirmed
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.following import answer_file, followed
from nadzor.appeals.models import AnswerGiven, Appeal, Dispatch, PaperDraft
from nadzor.casework import integrity
from nadzor.casework.act import Act
from nadzor.casework.models import Proceeding, StoredFile, Term
from nadzor.casework.perform import Done, perform
from nadzor.casework.refusals import ForbiddenByLaw, NoRight, NotFound, Refusal, WrongState
from nadzor.organs.models import Acting, Appointment
from nadzor.papers.models import IssuedPaper
from tests.crowd import together
from tests.house import MORNING, TODAY, VOUCHED, House, papers_may_change

pytestmark = pytest.mark.django_db


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def faults() -> set[str]:
    """What is impossible; notices wait for a job that no test runs."""
    return {fault.check for fault in integrity.faults()} - {"notice"}


def assigned(house: House, executor: str = "executor1", **changes: Any) -> str:
    number = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people[f"almaty.{executor}"].pk)
    return number


def step(house: House, login: str, name: str, draft: str, **data: Any) -> Done:
    return house.step(login, name, draft, procedure="answer_draft", **data)


def agreeing(house: House, draft: str, *agreers: str) -> None:
    people = [house.people[each].pk for each in agreers]
    step(house, "almaty.executor1", "send_for_agreement", draft, agreers=people)


def _agreed(house: House, draft: str) -> None:
    agreeing(house, draft, "almaty.deputy")
    step(house, "almaty.deputy", "agree", draft)


BRINGS = {
    "draft": lambda _house, _draft: None,
    "agreeing": lambda house, draft: agreeing(house, draft, "almaty.deputy"),
    "agreed": _agreed,
    "to_sign": lambda house, draft: house.to_sign(draft),
}


@pytest.mark.parametrize("state", BRINGS)
def test_an_appeal_with_an_open_draft_does_not_end_without_it(house: House, state: str) -> None:
    """Neither forwarded nor annulled; to another executor it goes with its draft, which he then works on."""
    number = assigned(house)
    draft = house.draft(number)
    BRINGS[state](house, draft)
    assert Proceeding.objects.get(number=draft).state == state
    for name, data in (
        ("forward", {"body": "Акимат", "reason": "Не наше"}),
        ("annul", {"reason": "Ошибка"}),
    ):
        with pytest.raises(ForbiddenByLaw) as told:
            house.step("almaty.head", name, number, **data)
        assert draft in told.value.message.ru
    house.step("almaty.head", "reassign", number, executor=house.people["almaty.assistant"].pk)
    row = Proceeding.objects.get(number=draft)
    assert (row.state, row.executor_id) == (state, house.people["almaty.assistant"].pk)
    with pytest.raises((NoRight, NotFound)):
        step(house, "almaty.executor1", "withdraw", draft)
    step(house, "almaty.assistant", "withdraw", draft)
    house.step("almaty.head", "forward", number, body="Акимат", reason="Не наше")
    assert faults() == set()


@pytest.mark.norm("29I.25.2")
def test_what_is_returned_leaves_no_draft_behind(house: House) -> None:
    number = assigned(house)
    house.step("almaty.executor1", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    draft = house.draft(number)
    with on("2026-03-13"):
        with pytest.raises(ForbiddenByLaw) as told:
            house.step("almaty.executor1", "return_uncured", number, reason="Нет подписи")
        assert draft in told.value.message.ru
        step(house, "almaty.executor1", "withdraw", draft)
        house.step("almaty.executor1", "return_uncured", number, reason="Нет подписи")
        assert faults() == set()


def test_a_withdrawn_draft_comes_back_only_into_an_empty_place(house: House) -> None:
    number = assigned(house)
    first = house.draft(number)
    step(house, "almaty.executor1", "withdraw", first)
    second = house.draft(number)
    with pytest.raises(ForbiddenByLaw) as told:
        step(house, "almaty.head", "reopen", first, reason="Он лучше")
    assert second in told.value.message.ru
    house.answer(number)
    with pytest.raises(ForbiddenByLaw) as told:
        step(house, "almaty.head", "reopen", first, reason="Он лучше")
    assert told.value.cites == ("29I.85",)
    house.step("almaty.head", "reopen", number, reason="Новые обстоятельства")
    step(house, "almaty.head", "reopen", first, reason="Он лучше")
    assert Proceeding.objects.get(number=first).state == "draft"


def signed(seen: str) -> dict[str, Any]:
    """What signs a draft that was read, with every question of point 61 confirmed."""
    return {"seen": seen, "vouched": VOUCHED}


def test_signing_twice_signs_once(house: House) -> None:
    number = assigned(house)
    house.to_sign(house.draft(number))
    seen = digest_of(PaperDraft.objects.get().contents)
    act = Act(
        "appeal",
        "answer",
        house.actor("almaty.head").again(),
        signed(seen),
        on=(number,),
        key="k",
    )
    assert (perform(act).again, perform(act).again) == (False, True)
    with pytest.raises(WrongState):
        perform(Act("appeal", "answer", house.actor("almaty.head").again(), signed(seen), on=(number,)))
    assert (AnswerGiven.objects.count(), StoredFile.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_signed_and_called_back_at_the_same_time(house: House) -> None:
    """One of the two is made, the other refused, and nothing hangs between."""
    for place in range(4):
        number = assigned(house, text=f"Дело {place}.")
        draft = house.draft(number)
        house.to_sign(draft)
        seen = digest_of(PaperDraft.objects.get(proceeding__number=draft).contents)
        sign = Act("appeal", "answer", house.actor("almaty.head").again(), signed(seen), on=(number,))
        back = Act("answer_draft", "call_back", house.actor("almaty.executor1"), {}, on=(draft,))
        results = together(lambda act=sign: perform(act), lambda act=back: perform(act))  # type: ignore[misc]
        assert sorted(isinstance(each, Done) for each in results) == [False, True]
        assert all(isinstance(each, Done | Refusal) for each in results), results
        states = Proceeding.objects.get(number=number).state, Proceeding.objects.get(number=draft).state
        assert states in {("signed", "signed"), ("under_review", "draft")}
    assert faults() == set()


@pytest.mark.django_db(transaction=True)
def test_two_sign_at_once(house: House) -> None:
    number = assigned(house)
    house.to_sign(house.draft(number))
    seen = digest_of(PaperDraft.objects.get().contents)
    acts = [
        Act("appeal", "answer", house.actor(login).again(), signed(seen), on=(number,))
        for login in ("almaty.head", "almaty.deputy")
    ]
    results = together(*[lambda act=act: perform(act) for act in acts])  # type: ignore[misc]
    assert sorted(isinstance(each, Done) for each in results) == [False, True]
    assert AnswerGiven.objects.count() == 1


def leaves(house: House, login: str, day: dt.date = TODAY) -> None:
    Appointment.objects.filter(person=house.people[login]).update(until=day - dt.timedelta(days=1))


def test_an_executor_without_a_post_writes_and_sends_nothing(house: House) -> None:
    number = assigned(house)
    draft = house.draft(number)
    leaves(house, "almaty.executor1")
    for name, data in (("rewrite", {}), ("send_to_sign", {"signatory": house.people["almaty.head"].pk})):
        with pytest.raises(Refusal):
            step(house, "almaty.executor1", name, draft, **data)
    house.step("almaty.head", "reassign", number, executor=house.people["almaty.assistant"].pk)
    house.to_sign(draft, "almaty.assistant")
    house.sign(number)


def test_who_was_to_agree_and_left_agrees_nothing(house: House) -> None:
    number = assigned(house)
    draft = house.draft(number)
    agreeing(house, draft, "almaty.deputy")
    leaves(house, "almaty.deputy")
    with pytest.raises((NoRight, NotFound)):
        step(house, "almaty.deputy", "agree", draft)
    step(house, "almaty.executor1", "call_back", draft)
    agreeing(house, draft, "almaty.assistant")  # somebody else is asked instead
    step(house, "almaty.assistant", "agree", draft)
    house.to_sign(draft)
    house.sign(number)


def test_who_was_to_agree_and_got_the_case_does_not_agree_his_own(house: House) -> None:
    number = assigned(house)
    draft = house.draft(number)
    agreeing(house, draft, "almaty.assistant")
    house.step("almaty.head", "reassign", number, executor=house.people["almaty.assistant"].pk)
    with pytest.raises(NoRight):
        step(house, "almaty.assistant", "agree", draft)
    step(house, "almaty.assistant", "call_back", draft)


DAYS = [("2026-03-09", False), ("2026-03-10", True), ("2026-03-12", True), ("2026-03-13", False)]


@pytest.mark.norm("29I.88.5")
@pytest.mark.parametrize(("day", "signs"), DAYS)
def test_the_acting_head_signs_from_the_first_day_to_the_last(house: House, day: str, signs: bool) -> None:
    number = assigned(house)
    house.to_sign(house.draft(number, outcome="refuse", text="Отказано."))
    assistant = house.people["almaty.assistant"]
    Acting.objects.create(
        person=assistant,
        body=assistant.appointments.get().body,
        post="head",
        since=dt.date(2026, 3, 10),
        until=dt.date(2026, 3, 12),
        order_number="5-А",
        order_day=TODAY,
    )
    today = dt.date.fromisoformat(day)
    seen = digest_of(PaperDraft.objects.get().contents)
    with on(day):
        act = Act(
            "appeal",
            "answer",
            house.actor("almaty.assistant", today).again(),
            signed(seen),
            on=(number,),
        )
        if not signs:
            with pytest.raises((NoRight, NotFound)):
                perform(act)
            return
        perform(act)
        power = IssuedPaper.objects.get(paper="answer").power
        assert (power["acting"], power["until"], power["point"]) == (True, "2026-03-12", "29I.88.5")
        assert faults() == set()


@pytest.mark.norm("29I.68.1")
def test_answered_taken_up_again_and_answered_once_more(house: House) -> None:
    """The portal shows what was sent last; the first paper is still ours, and its page says that a newer one is."""
    number = assigned(house, channel="paper")
    code = Proceeding.objects.get(number=number).track or ""
    house.to_sign(house.draft(number))
    house.sign(number)
    first = AnswerGiven.objects.get()
    found = followed(code)
    assert found is not None
    assert (found.answer, found.has_file, answer_file(code, "Пробная")) == ("", False, None)  # signed, not sent
    assert Appeal.objects.get(pk=found.row_id).answered_on is None
    with on("2026-03-10"):
        house.step("almaty.executor1", "dispatch", number, way="post")
    found = followed(code)
    assert found is not None
    assert (found.answered_on, str(found.complaint_until)) == (dt.date(2026, 3, 10), "2026-06-10")
    assert first.signed_on == TODAY  # the day of the letter is that of its signature
    with on("2026-03-11"):
        house.step("almaty.head", "reopen", number, reason="Новые обстоятельства")
        found = followed(code)
        assert found is not None
        assert (found.answer, found.complaint) == ("", None)
        house.to_sign(house.draft(number, text="Проверено снова."))
        house.sign(number)
        found = followed(code)
        assert found is not None
        assert found.answer == ""
        house.step("almaty.executor1", "dispatch", number, way="post")
        found = followed(code)
        second = AnswerGiven.objects.latest("pk")
        file = answer_file(code, "Пробная")
        assert found is not None
        assert file is not None
        assert (found.answer, file.sha256) == ("Проверено снова.", second.sha256)
        old, new = (confirmed(each.paper.code) for each in (first, second))
        assert old is not None
        assert new is not None
        assert (old.newer, new.newer, old.sha256 == new.sha256) == (True, False, False)
        assert list(Dispatch.objects.order_by("pk").values_list("paper", flat=True)) == [
            first.paper_id,
            second.paper_id,
        ]
        assert faults() == set()


@pytest.mark.norm("29I.68.1")
def test_the_term_runs_until_the_answer_is_sent(house: House) -> None:
    number = assigned(house)
    due = Term.objects.get(proceeding__number=number, clock="consideration").due_day
    house.to_sign(house.draft(number))
    house.sign(number)
    assert Term.objects.get(proceeding__number=number, clock="consideration").state == "running"
    with on(str(due + dt.timedelta(days=1))):
        house.step("almaty.executor1", "dispatch", number, way="post")
    assert Term.objects.get(proceeding__number=number, clock="consideration").state == "late"


@pytest.mark.norm("29I.61.4")
def test_an_interest_declared_after_the_draft_was_sent_takes_the_signature_away(house: House) -> None:
    number = assigned(house)
    house.to_sign(house.draft(number), signatory="almaty.deputy")
    house.step("almaty.deputy", "declare_interest", number, words="Родство")
    with pytest.raises(ForbiddenByLaw) as told:
        house.sign(number, "almaty.deputy")
    assert told.value.cites == ("29I.61.4",)
    house.sign(number, "almaty.head")


def test_a_signed_appeal_is_still_owed_and_goes_nowhere_else(house: House) -> None:
    number = assigned(house)
    house.to_sign(house.draft(number))
    house.sign(number)
    row = Proceeding.objects.get(number=number)
    assert (row.state, row.open) == ("signed", True)
    assert str(row.next_due) != "9999-12-31"  # the board and the inbox show its last day
    for name, data in (
        ("forward", {"body": "Акимат", "reason": "Не наше"}),
        ("annul", {"reason": "Ошибка"}),
        ("draft_answer", {"outcome": "answer", "language": "ru"}),
        ("close", {}),
    ):
        with pytest.raises((WrongState, NoRight)):
            house.step("almaty.head" if name != "draft_answer" else "almaty.executor1", name, number, **data)
    assert faults() == set()


@pytest.mark.norm("29I.31.3")
@pytest.mark.parametrize(
    ("findings", "outcome", "sent"),
    [
        (["other_body"], "answer", False),
        (["other_body", "other_body"], "refuse", False),
        (["other_body", "refuted"], "answer", True),
        (["other_body"], "send_to_body", True),
    ],
)
def test_competence_is_not_explained_instead_of_forwarding(
    house: House, findings: list[str], outcome: str, sent: bool
) -> None:
    number = assigned(house)
    arguments = [{"argument": "Довод", "finding": each, "facts": "Это решает акимат."} for each in findings]
    draft = house.draft(number, outcome=outcome, arguments=arguments)
    if sent:
        house.to_sign(draft)
        return
    with pytest.raises(ForbiddenByLaw) as told:
        house.to_sign(draft)
    assert told.value.cites == ("29I.31.3",)


FAULTS = {
    "UPDATE papers_issuedpaper SET file_id = NULL WHERE paper = 'answer'": {"paper"},
    "UPDATE casework_storedfile SET proceeding_id = NULL": {"letter"},
    "UPDATE papers_issuedpaper SET sha256 = repeat('0', 64) WHERE paper = 'answer'": {"letter", "paper"},
    "UPDATE papers_issuedpaper SET power = '{}'": {"power"},
    "UPDATE papers_issuedpaper SET power = power - 'point'": {"power"},
    "UPDATE appeals_dispatch SET paper_id = (SELECT max(id) FROM papers_issuedpaper)": {"dispatch"},
    "DELETE FROM appeals_answergiven": {"answer", "signed"},
    "UPDATE casework_proceeding SET state = 'withdrawn' WHERE procedure = 'answer_draft'": {"draft", "journal"},
    "UPDATE casework_proceeding SET open = true, state = 'draft' WHERE procedure = 'answer_draft'": {"draft"},
}


@pytest.mark.parametrize("sql", FAULTS)
def test_what_cannot_be_of_a_signed_answer_is_named(house: House, sql: str) -> None:
    sent, waiting = assigned(house), assigned(house, text="Другое.")
    house.answer(sent)
    house.to_sign(house.draft(waiting))
    house.sign(waiting)
    assert faults() == set()
    with papers_may_change(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert faults() >= FAULTS[sql]
