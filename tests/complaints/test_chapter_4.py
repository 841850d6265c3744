"""Chapter 4: who considers, until when, what is refused, what each outcome leaves behind (29I.70-84)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.bans.models import Vouched
from nadzor.appeals.bans.told import vouched_told
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import Appeal, PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.loading import case_of
from nadzor.casework.models import Entry, Notice, Proceeding, Term
from nadzor.casework.perform import Done, perform
from nadzor.casework.procedure import PROCEDURES, Step, hang
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight
from nadzor.complaints import silence
from nadzor.complaints.contesting import last_day
from nadzor.complaints.decision import DECISION
from nadzor.complaints.models import Complaint, HigherMeasure
from nadzor.complaints.tree import tree_of
from nadzor.complaints.words import OUTCOMES, TO_EXECUTE
from nadzor.law.o29.bans import QUESTIONS
from nadzor.organs.actor import HOUSE
from nadzor.papers.issuing import pdf_of
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, VOUCHED, House

pytestmark = pytest.mark.django_db
CONTEST = {"what": "inaction", "content": "Ответ не дан", "office": "751110-district"}
DECIDE = {
    "substance": "Бездействие прокурора района.",
    "reasons": "Ответ дан не был.",
    "norms": "Статья 100 АППК",
    "decision": "Жалобу рассмотреть.",
}


def on(day: str, hour: int = 10) -> Any:
    moment = dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz())
    return clock.standing_at(moment.replace(hour=hour))


def complaint(house: House, **changes: Any) -> str:
    """A complaint under review on Thursday 5 March 2026; twenty working days end on 8 April (8, 9, 21-25 are off)."""
    number = house.register(**{"kind": "complaint", **changes}).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def contest(house: House, number: str, **changes: Any) -> str:
    house.step("almaty.executor1", "contest", number, **{**CONTEST, **changes})
    return Proceeding.objects.get(parent__number=number, procedure="complaint").number


def matter_step(house: House, step: str, matter: str, login: str = "executor1", **data: Any) -> Done:
    return house.step(f"almaty.{login}", step, matter, procedure="complaint", **data)


def heard(house: House, matter: str) -> None:
    for side in ("official", "participant"):
        matter_step(house, "not_heard", matter, side=side, why="Письменная позиция есть")


def drafted(house: House, number: str, **changes: Any) -> str:
    """Write the decision as its page does, with what is known of it; return the number of its draft."""
    known = DECISION.begins_with(case_of(Proceeding.objects.get(number=number)))
    said = {"language": "ru", **known, **DECIDE, "outcome": "refuse", **changes}
    house.step("almaty.executor1", "write_complaint_decision", number, **said)
    return Proceeding.objects.filter(parent__number=number, procedure="complaint_decision").latest("pk").number


def decide(house: House, number: str, **changes: Any) -> Done:
    """Write the decision, send it to the head, who signs it."""
    draft = drafted(house, number, **changes)
    head = house.people["almaty.head"].pk
    house.step("almaty.executor1", "send_to_sign", draft, procedure="complaint_decision", signatory=head)
    return sign(house, number, draft)


def sign(house: House, number: str, draft: str) -> Done:
    seen = digest_of(PaperDraft.objects.get(proceeding__number=draft).contents)
    return house.step("almaty.head", "decide_complaint", number, draft=draft, seen=seen)


# three months: 5 December 2025 -> 5 March 2026; 30 November -> the end of February, a Saturday, so Monday 2 March
TERMS = [
    ("2025-12-05", True, "2026-03-05"),
    ("2025-12-04", True, "2026-03-04"),
    ("2025-11-30", True, "2026-03-02"),
    ("2026-01-12", False, "2026-07-13"),  # R34: six months, 12 July is a Sunday
    ("2025-12-05", False, "2026-03-05"),  # before 2026 three all the same
]


@pytest.mark.norm("29I.71.1")
@pytest.mark.parametrize(("learnt", "named", "until"), TERMS)
def test_until_when_a_complaint_is_filed(learnt: str, named: bool, until: str) -> None:
    assert last_day(dt.date.fromisoformat(learnt), way_named=named).isoformat() == until


@pytest.mark.norm("29I.71.3")
@pytest.mark.parametrize(("learnt", "late"), [("2025-12-05", False), ("2025-12-04", True), ("2025-01-09", True)])
def test_a_late_complaint_is_taken_and_marked(house: House, learnt: str, late: bool) -> None:
    matter = contest(house, complaint(house), learnt_on=learnt)
    row = Complaint.objects.get(proceeding__number=matter)
    assert (row.late, row.proceeding.state) == (late, "considered")


@pytest.mark.norm("29I.71.2")
@pytest.mark.parametrize(("restored", "kept"), [(True, "restored"), (False, "refused")])
def test_a_missed_term_is_restored_on_request(house: House, restored: bool, kept: str) -> None:
    number = complaint(house)
    matter = contest(house, number, learnt_on="2025-01-09")
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "restore_term", number, restored=restored, reasons="Болезнь")
    matter_step(house, "ask_restoration", matter, reason="Болела")
    house.step("almaty.head", "restore_term", number, restored=restored, reasons="Болезнь")
    assert Complaint.objects.get(proceeding__number=matter).restoration == kept
    assert IssuedPaper.objects.filter(proceeding__number=number, paper="restoration_decision").exists()


def test_in_time_there_is_nothing_to_restore(house: House) -> None:
    matter = contest(house, complaint(house), learnt_on="2026-03-01")
    with pytest.raises(ForbiddenByLaw):
        matter_step(house, "ask_restoration", matter, reason="Болела")


@pytest.mark.norm("29I.70")
def test_the_body_complained_of_decides_nothing(house: House) -> None:
    number = complaint(house)
    matter = contest(house, number, office="750000-oblast")
    for refused in (lambda: drafted(house, number), lambda: matter_step(house, "take_here", matter, "head")):
        with pytest.raises(ForbiddenByLaw) as caught:
            refused()
        assert "29I.70" in caught.value.cites


@pytest.mark.norm("29I.71.4")
def test_it_is_sent_up_with_the_explanations_in_three_working_days(house: House) -> None:
    number = complaint(house)
    matter = contest(house, number, office="750000-oblast")
    term = Term.objects.get(proceeding__number=matter)
    assert (term.norm, str(term.due_day)) == ("29I.71.4", "2026-03-11")  # 6, 10, 11: Monday 9 March is off
    track = Proceeding.objects.get(number=number).track
    data = {"explanations": "Ответ обоснован", "enclosed": "Жалоба\nДело"}
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "send_complaint_up", number, office="751110-district", **data)
    house.step("almaty.head", "send_complaint_up", number, office="000000-gpo", **data)
    there = Proceeding.objects.get(track=track)
    above = Complaint.objects.get(proceeding__parent=there)
    assert there.body.code == "000000-gpo"
    assert (above.proceeding.state, above.explanations) == ("considered", "Ответ обоснован")
    assert Proceeding.objects.get(number=matter).state == "sent_up"
    assert Proceeding.objects.get(number=number).state == "forwarded"


@pytest.mark.norm("29I.71.5")
@pytest.mark.parametrize(
    ("day", "wholly", "kept"),
    [("2026-03-11", True, True), ("2026-03-11", False, False), ("2026-03-12", True, False)],
)
def test_it_is_kept_where_it_is_satisfied_wholly_in_three_days(
    house: House,
    day: str,
    wholly: bool,
    kept: bool,
) -> None:
    number = complaint(house)
    matter = contest(house, number, office="750000-oblast")
    with on(day):
        if kept:
            house.step("almaty.head", "correct_self", number, act="Ответ дан", wholly=wholly)
        else:
            with pytest.raises(ForbiddenByLaw) as caught:
                house.step("almaty.head", "correct_self", number, act="Ответ дан", wholly=wholly)
            assert caught.value.cites == ("29I.71.5",)
    assert (Proceeding.objects.get(number=matter).state == "corrected") is kept


@pytest.mark.norm("29I.72")
@pytest.mark.norm("29I.73")
def test_what_is_not_mended_goes_back(house: House) -> None:
    number = complaint(house)
    contest(house, number)
    with pytest.raises(Invalid):
        house.step("almaty.head", "return_complaint", number, ground="uncured", reason="Нет подписи")
    house.step("almaty.executor1", "ask_to_cure", number, missing=["signature"], due="2026-03-10")
    with on("2026-03-11"):
        cure = Proceeding.objects.get(parent__number=number, procedure="cure_request")
        house.step("almaty.head", "return_complaint", number, ground="uncured", reason="Нет подписи")
    cure.refresh_from_db()
    assert (Proceeding.objects.get(number=number).state, cure.state) == ("returned", "lapsed")


LEAVING = [
    ("court_act", {"court": "Решение суда от 1 февраля 2026 г."}, None),
    ("court_act", {}, "court"),
    ("claim", {"court": "Иск от 1 марта 2026 г."}, None),
    ("withdrawn", {}, "ground"),
    ("decided", {"earlier": "2020-75-000001"}, "earlier"),
    ("returned", {}, "earlier"),
]


@pytest.mark.norm("29I.74")
@pytest.mark.parametrize(("ground", "more", "field"), LEAVING)
def test_on_which_grounds_it_is_left(house: House, ground: str, more: dict[str, str], field: str | None) -> None:
    number = complaint(house)
    contest(house, number)
    data = {"ground": ground, "reasons": "Основание есть", **more}
    if field is not None:
        with pytest.raises(Invalid) as caught:
            house.step("almaty.head", "leave_complaint", number, **data)
        assert field in caught.value.fields
        return
    house.step("almaty.head", "leave_complaint", number, **data)
    assert Proceeding.objects.get(number=number).state == "signed"


@pytest.mark.norm("29I.75")
@pytest.mark.norm("29I.76")
def test_that_it_is_left_is_told_in_three_working_days_and_it_may_come_again(house: House) -> None:
    number = complaint(house)
    matter = contest(house, number)
    matter_step(house, "withdraw", matter, on="2026-03-05")
    house.step("almaty.head", "leave_complaint", number, ground="withdrawn", reasons="Отозвана")
    term = Term.objects.get(proceeding__number=matter, clock="left_notice")
    assert (term.norm, str(term.due_day)) == ("29I.75", "2026-03-11")
    assert Appeal.objects.get(proceeding__number=number).answered_on is None
    with on("2026-03-11"):
        house.step("almaty.executor1", "tell_left", number)
    appeal = Appeal.objects.get(proceeding__number=number)
    assert (appeal.proceeding.state, str(appeal.answered_on)) == ("answered", "2026-03-11")
    term.refresh_from_db()
    assert term.state == "kept"
    assert Notice.objects.filter(proceeding__number=number, to="applicant", template="complaint_left").count() == 1
    again = complaint(house, key=None)
    contest(house, again)
    data = {"ground": "decided", "earlier": number, "reasons": "Уже оставлена"}
    with pytest.raises(Invalid):  # what was left is not decided: it may be filed again
        house.step("almaty.head", "leave_complaint", again, **data)


@pytest.mark.norm("29I.79")
@pytest.mark.norm("29I.80.1")
@pytest.mark.norm("29I.81.2")
@pytest.mark.norm("29I.82.2")
@pytest.mark.parametrize(
    "outcome", ["cancel_act", "cancel_and_adopt", "perform_action", "refuse", "send_down"]
)  # 80, 1-5
def test_each_outcome_and_what_follows_from_it(house: House, outcome: str) -> None:
    number = complaint(house)
    matter = contest(house, number)
    heard(house, matter)
    more = {"execute_by": "2026-03-20", "breaches": "Не дан ответ"} if outcome in TO_EXECUTE else {}
    decide(house, number, outcome=str(outcome), **more)
    house.step("almaty.executor1", "dispatch", number, way="post")
    assert Term.objects.get(proceeding__number=number, norm="29I.79").state == "kept"
    matter_step(house, "send_copy", matter)
    row = Complaint.objects.get(proceeding__number=matter)
    assert row.proceeding.state == ("executing" if outcome in TO_EXECUTE else "done")
    copy = IssuedPaper.objects.get(proceeding__number=matter, paper="complaint_decision_copy")
    assert row.decision in str(copy.data)
    if outcome in TO_EXECUTE:
        assert Term.objects.get(proceeding__number=matter, clock="execution").norm == "29I.82.2"
        matter_step(house, "executed", matter, on="2026-03-05", words="Сделано")
        assert Proceeding.objects.get(number=matter).state == "done"


@pytest.mark.norm("29I.81.1")
@pytest.mark.norm("29I.82.1")
@pytest.mark.norm("29I.84.1")
@pytest.mark.norm("29I.84.2")
def test_the_decision_holds_what_point_84_lists(house: House) -> None:
    number = complaint(house)
    heard(house, contest(house, number))
    decide(house, number, other="Учтено решение коллегии.")
    paper = IssuedPaper.objects.get(proceeding__number=number, paper="complaint_decision")
    for words in ("Пробная Заявительница", "960101500101", "Ответ не дан", *DECIDE.values(), "Учтено решение"):
        assert words in str(paper.data)
    assert pdf_of(paper)[:4] == b"%PDF"
    assert Appeal.objects.get(proceeding__number=number).answered_on is None  # decided, not yet sent (29I.81.1)
    with on("2026-03-06"):
        house.step("almaty.executor1", "dispatch", number, way="post")
    appeal = Appeal.objects.get(proceeding__number=number)
    assert (appeal.proceeding.state, str(appeal.answered_on)) == ("answered", "2026-03-06")
    assert Notice.objects.filter(proceeding__number=number, to="applicant", template="answered").exists()


LACKS = [
    ({"reasons": ""}, "Обоснование"),
    ({"norms": ""}, "Нормы законодательства"),
    ({"substance": ""}, "Суть жалобы"),
    ({"complainant": ""}, "Лицо, подавшее жалобу"),
    ({"contested": ""}, "Краткое содержание"),
    ({"iin": ""}, "ИИН"),
    ({"outcome": ""}, "Не заполнено: Решение"),
    ({"outcome": "send_down", "execute_by": "2026-03-20"}, "нарушения"),
    ({"outcome": "cancel_act"}, "день не раньше сегодняшнего"),
    ({"outcome": "cancel_act", "execute_by": "2026-03-04"}, "день не раньше сегодняшнего"),
]


@pytest.mark.norm("29I.82.1")
@pytest.mark.norm("29I.84.1")
@pytest.mark.parametrize(("changes", "said"), LACKS)
def test_a_decision_without_what_it_needs_is_not_let_out(house: House, changes: dict[str, str], said: str) -> None:
    number = complaint(house)
    heard(house, contest(house, number))
    with pytest.raises(ForbiddenByLaw) as caught:
        decide(house, number, **changes)
    assert said in caught.value.message.ru
    assert "29I.84.1" in caught.value.cites


@pytest.mark.norm("29I.80.1")
def test_a_decision_is_one_of_point_80(house: House) -> None:
    assert len(OUTCOMES) == 5  # the sixth, leaving it, is a step of its own
    number = complaint(house)
    contest(house, number)
    with pytest.raises(Invalid) as caught:
        drafted(house, number, outcome="take_note")
    assert "outcome" in caught.value.fields


def test_only_what_was_read_is_signed_and_by_whom_point_88_names(house: House) -> None:
    number = complaint(house)
    heard(house, contest(house, number))
    draft = drafted(house, number)
    deputy = house.people["almaty.deputy"].pk
    with pytest.raises(ForbiddenByLaw) as caught:  # a refusal to satisfy is signed by the head (29I.88.5)
        house.step("almaty.executor1", "send_to_sign", draft, procedure="complaint_decision", signatory=deputy)
    assert "29I.88.8" in caught.value.cites
    head = house.people["almaty.head"].pk
    house.step("almaty.executor1", "send_to_sign", draft, procedure="complaint_decision", signatory=head)
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "decide_complaint", number, draft=draft, seen="0" * 64)
    seen = digest_of(PaperDraft.objects.get(proceeding__number=draft).contents)
    with pytest.raises(ForbiddenByLaw):  # without the password given again
        perform(
            Act("appeal", "decide_complaint", house.actor("almaty.head"), {"draft": draft, "seen": seen}, (number,))
        )
    assert sign(house, number, draft).answers[0]["state"] == "signed"


@pytest.mark.norm("29I.61.2", "29I.61.3")
def test_who_decides_a_complaint_answers_the_questions_of_point_61(house: House) -> None:
    number = complaint(house)
    heard(house, contest(house, number))
    draft, head = drafted(house, number), house.people["almaty.head"].pk
    house.step("almaty.executor1", "send_to_sign", draft, procedure="complaint_decision", signatory=head)
    seen = digest_of(PaperDraft.objects.get(proceeding__number=draft).contents)
    for name in VOUCHED:  # it contests a lower prosecutor: every question is put
        left = [each for each in VOUCHED if each != name]
        with pytest.raises(ForbiddenByLaw) as caught:
            house.step("almaty.head", "decide_complaint", number, draft=draft, seen=seen, vouched=left)
        assert caught.value.cites == (QUESTIONS[name].point,)
    sign(house, number, draft)
    rows = Vouched.objects.filter(appeal__proceeding__number=number)
    assert set(rows.values_list("person", "question")) == {(head, name) for name in VOUCHED}
    assert Entry.objects.get(step="decide_complaint").data["vouched"] == VOUCHED
    assert vouched_told(case_of(Proceeding.objects.get(number=number)))


@pytest.mark.norm("29I.61.1", "29I.61.4", "29I.74")
def test_who_leaves_a_complaint_answers_the_questions_of_point_61(house: House) -> None:
    number = complaint(house)
    contest(house, number)
    data = {"ground": "court_act", "court": "Решение суда от 1 февраля 2026 г.", "reasons": "Спор решён"}
    for name in VOUCHED:
        left = [each for each in VOUCHED if each != name]
        with pytest.raises(ForbiddenByLaw) as caught:
            house.step("almaty.head", "leave_complaint", number, **data, vouched=left)
        assert caught.value.cites == (QUESTIONS[name].point,)
    house.step("almaty.head", "leave_complaint", number, **data)
    rows = Vouched.objects.filter(appeal__proceeding__number=number)
    assert set(rows.values_list("person", "question")) == {(house.people["almaty.head"].pk, name) for name in VOUCHED}


ENDS_IT = [
    ("leave_complaint", {"ground": "court_act", "court": "Решение суда", "reasons": "Спор решён"}),
    ("return_complaint", {"ground": "insulting", "reason": "Абзац 2"}),
    ("restore_term", {"restored": False, "reasons": "Причина не уважительная"}),
]


@pytest.mark.norm("29I.61.2", "29I.61.4", "29I.73", "29I.74")
@pytest.mark.parametrize(("step", "data"), ENDS_IT)
def test_neither_the_one_complained_of_nor_the_interested_ends_a_complaint(
    house: House, step: str, data: dict[str, Any]
) -> None:
    deputy = house.people["almaty.deputy"]
    number = complaint(house, complained_of=[{"name": deputy.full_name, "body": "прокуратура города"}])
    matter = contest(house, number, learnt_on="2025-01-09")
    if step == "restore_term":
        matter_step(house, "ask_restoration", matter, reason="Болел")
    with pytest.raises(ForbiddenByLaw) as named:
        house.step("almaty.deputy", step, number, **data)
    assert named.value.cites == ("29I.61.2",)
    house.step("almaty.head", "declare_interest", number, words="Родство")
    with pytest.raises(ForbiddenByLaw) as interested:
        house.step("almaty.head", step, number, **data)
    assert interested.value.cites == ("29I.61.4",)


def test_a_complaint_with_its_matter_gets_no_plain_answer(house: House) -> None:
    number = complaint(house)
    contest(house, number)
    with pytest.raises(ForbiddenByLaw) as caught:
        house.draft(number)
    assert caught.value.cites == ("29I.80.1", "29I.81.1")


@pytest.mark.norm("29I.84.1")
def test_of_a_legal_entity_its_form_is_named(house: House) -> None:
    entity = {"type": "organisation", "name": "Проба", "postal_address": "улица Примерная, 1"}
    number = complaint(house, applicant=entity)
    heard(house, contest(house, number))
    with pytest.raises(ForbiddenByLaw) as caught:
        decide(house, number)
    assert "организационно-правовую форму" in caught.value.message.ru
    draft = Proceeding.objects.get(parent__number=number, procedure="complaint_decision").number
    house.step("almaty.executor1", "withdraw", draft, procedure="complaint_decision")
    decide(house, number, legal_form="товарищество с ограниченной ответственностью")


@pytest.mark.norm("29I.83")
@pytest.mark.norm("29I.71.6")
def test_silence_becomes_a_fact_the_day_after_the_term_once(house: House) -> None:
    number = complaint(house)
    matter = contest(house, number)
    due = Term.objects.get(proceeding__number=number, norm="29I.79").due_day
    with on(due.isoformat(), 23):
        assert silence.deem_refused() == []
    with on((due + dt.timedelta(days=1)).isoformat(), 1):
        assert silence.deem_refused() == [number]
        assert silence.deem_refused() == []
    assert Complaint.objects.get(proceeding__number=matter).silent_on == due
    assert IssuedPaper.objects.filter(proceeding__number=number, paper="silence_notice").count() == 1
    assert Notice.objects.filter(proceeding__number=number, to="applicant", template="complaint_silent").count() == 1
    assert silence.counted(None, due, due) == 1
    assert silence.counted(None, due + dt.timedelta(days=1), due + dt.timedelta(days=9)) == 0


def test_silence_is_the_house_s_alone(house: House) -> None:
    number = complaint(house)
    with pytest.raises(NoRight):
        house.step("almaty.head", "deem_refused", number)


@pytest.mark.norm("29I.80.2")
@pytest.mark.parametrize("basis", ["complaint", "own"])
@pytest.mark.parametrize("measure", ["cancel", "recall", "suspend", "change"])
def test_a_higher_prosecutor_acts_on_a_lower_act(house: House, measure: str, basis: str) -> None:
    number = complaint(house)
    data = {"measure": measure, "basis": basis, "act": "Представление № 5", "decision": "Решено", "reasons": "Спорно"}
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "higher_measure", number, office="000000-gpo", **data)
    house.step("almaty.head", "higher_measure", number, office="751110-district", **data)
    assert HigherMeasure.objects.get(appeal__number=number).measure == measure


@pytest.mark.parametrize(("outcome", "state"), [("refuse", "answered"), ("send_down", "under_review")])
def test_the_contested_proceeding_learns_of_the_outcome_once(house: House, outcome: str, state: str) -> None:
    first = house.register().number
    house.step("almaty.head", "assign", first, executor=house.people["almaty.executor1"].pk)
    house.answer(first)
    number = complaint(house)
    matter = contest(house, number, contested=first)
    heard(house, matter)
    more = {"execute_by": "2026-03-20", "breaches": "Не дан ответ"} if outcome == "send_down" else {}
    decide(house, number, outcome=outcome, **more)
    assert silence.tell_contested() == [first]
    assert silence.tell_contested() == []
    assert Proceeding.objects.get(number=first).state == state
    assert Entry.objects.filter(proceeding__number=first, data__complaint=number).count() == 1


def test_the_tree_begins_with_the_first_appeal(house: House) -> None:
    first = house.register().number
    number = complaint(house)
    contest(house, number, contested=first)
    second = complaint(house)
    contest(house, second, contested=number)
    top = tree_of(Proceeding.objects.get(number=second).pk)
    assert top.row.number == first
    assert [each.row.number for each in top.below] == [number]
    assert [each.row.number for each in top.below[0].below] == [second]


def test_steps_are_hung_once(house: House) -> None:
    table = PROCEDURES["appeal"]
    before, hung = len(table.steps), table.step_of["contest"]
    hang(table, hung)
    assert len(table.steps) == before
    other = Step("contest", hung.title, hung.from_, None, hung.by, cites=("29I.70",))
    with pytest.raises(ValueError, match="twice"):
        hang(table, other)
    assert len(table.steps) == before


def test_an_appeal_of_another_kind_contests_nothing(house: House) -> None:
    number = house.register().number
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.registrar", "contest", number, **CONTEST)


def test_nobody_opens_a_matter_without_its_complaint(house: House) -> None:
    with pytest.raises(Invalid):
        perform(Act("complaint", "begin", HOUSE, dict(CONTEST)))
