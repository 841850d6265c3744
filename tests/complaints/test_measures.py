"""A higher prosecutor acts of his own motion in the case of a lower office (29I.80.2)."""

from typing import Any

import pytest

from nadzor.appeals.signed_rights import signed_without_right
from nadzor.casework.models import Entry, Notice, Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound, WrongState
from nadzor.complaints.measures import acts_of
from nadzor.complaints.models import HigherMeasure
from nadzor.complaints.silence import tell_contested
from nadzor.complaints.words import MEASURES
from nadzor.organs.models import Acting, Body
from nadzor.papers.models import IssuedPaper
from tests.complaints.test_chapter_4 import complaint, contest, heard, on
from tests.complaints.test_chapter_4 import decide as decide_complaint
from tests.house import TODAY, House

pytestmark = pytest.mark.django_db
HEAD, DISTRICT_HEAD, EXECUTOR = "almaty.head", "almaly.head", "almaly.executor"
ANOTHER = {
    "applicant": {"type": "person", "surname": "Учебный", "name": "Пётр", "postal_address": "улица Примерная, 2"},
    "text": "Не вывозят мусор у рынка.",
    "demands": "Вывезти.",
}
DONE = {"decision": "Проверить заново", "reasons": "Доводы не проверены"}


def in_district(house: House, *, answered: bool, **changes: Any) -> Proceeding:
    """An appeal of Thursday 5 March 2026 in a district below the city."""
    number = house.register("almaly.registrar", addressed_to="751110-district", **changes).number
    house.step(DISTRICT_HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    if answered:
        house.to_sign(house.draft(number), signatory=DISTRICT_HEAD)
        house.sign(number, DISTRICT_HEAD)
        if Proceeding.objects.get(number=number).state == "signed":
            house.step(EXECUTOR, "dispatch", number, way="post")
    return Proceeding.objects.get(number=number)


def act(house: House, row: Proceeding, step: str = "measure_from_above", who: str = HEAD, **said: Any) -> None:
    house.step(who, step, row.number, **{"measure": "cancel", "act": "Предписание № 5", **DONE, **said})
    row.refresh_from_db()


@pytest.mark.norm("29I.80.2")
@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("answered", [False, True])
def test_the_measure_is_kept_told_and_written_in_the_case_of_the_lower_office(
    house: House, measure: str, answered: bool
) -> None:
    row = in_district(house, answered=answered)
    state = row.state
    act(house, row, measure=measure)
    kept = HigherMeasure.objects.get(appeal=row)
    assert (kept.measure, kept.basis, kept.act, kept.anew) == (measure, "own", "Предписание № 5", False)
    assert (kept.body, row.state) == (Body.objects.get(code="750000-oblast"), state)
    paper = IssuedPaper.objects.get(proceeding=row, paper="decision_from_above")
    assert (paper.number, paper.signer_id) == (kept.number, house.people[HEAD].pk)
    told = Notice.objects.filter(proceeding=row, template="measure_taken").values_list("person", flat=True)
    assert set(told) == {house.people[DISTRICT_HEAD].pk, house.people[EXECUTOR].pk}
    entry = Entry.objects.get(proceeding=row, step="measure_from_above")
    assert (entry.person_id, entry.data["by_office"]) == (house.people[HEAD].pk, "750000-oblast")
    assert not signed_without_right()


@pytest.mark.norm("29I.80.2")
def test_the_paper_is_of_the_higher_office_and_goes_to_the_lower(house: House) -> None:
    row = in_district(house, answered=False)
    act(house, row)
    paper = IssuedPaper.objects.get(proceeding=row, paper="decision_from_above")
    above, below = Body.objects.get(code="750000-oblast"), Body.objects.get(code="751110-district")
    assert paper.addressee == below.ru
    assert above.ru in str(paper.data)
    assert paper.signed_by.startswith(f"{above.kind}:head ")
    for words in ("Предписание № 5", "Отменить. Проверить заново", "Доводы не проверены"):
        assert words in str(paper.data)


@pytest.mark.norm("29I.80.2")
def test_the_act_is_chosen_among_the_papers_of_the_case(house: House) -> None:
    row, other = in_district(house, answered=True), in_district(house, answered=True, **ANOTHER)
    (answer,) = [each for each in acts_of(row) if each.paper == "answer"]
    act(house, row, act="", paper=str(answer.pk))
    assert HigherMeasure.objects.get(appeal=row).paper == answer
    assert answer.number in str(IssuedPaper.objects.get(proceeding=row, paper="decision_from_above").data)
    assert "decision_from_above" not in {each.paper for each in acts_of(row)}
    for paper, field in ((str(answer.pk), "paper"), ("0", "paper"), ("Ω", "paper"), ("", "act")):
        with pytest.raises(Invalid) as caught:
            act(house, other, act="", paper=paper)
        assert set(caught.value.fields) == {field}


@pytest.mark.norm("29I.80.2", "29I.80.1")
@pytest.mark.parametrize("measure", ["cancel", "recall"])
def test_a_case_sent_back_is_taken_up_as_after_a_complaint(house: House, measure: str) -> None:
    """What the sixth outcome of point 80 does to a contested case, the measure does to this one."""
    contested, own = in_district(house, answered=True), in_district(house, answered=True, **ANOTHER)
    number = complaint(house)
    heard(house, contest(house, number, contested=contested.number))
    with on("2026-03-10"):
        decide_complaint(house, number, outcome="send_down", execute_by="2026-03-20", breaches="Не проверено")
        assert tell_contested() == [contested.number]
        act(house, own, "return_from_above", measure=measure, act="Ответ")
    contested.refresh_from_db()

    def after(row: Proceeding) -> tuple[Any, ...]:
        term = Term.objects.get(proceeding=row, clock="consideration", state="running")
        anew = Notice.objects.filter(proceeding=row, to="applicant", template="procedure_anew").count()
        return row.state, row.open, row.executor_id, term.norm, term.started_on, term.due_day, anew

    assert after(own) == after(contested)
    # Fifteen working days from Tuesday 10 March: 11-13 (3), 16-20 (8), 26, 27, 30, 31 (12), 1-3 April (15).
    assert (own.state, str(Term.objects.get(proceeding=own, state="running").due_day)) == ("under_review", "2026-04-03")
    assert HigherMeasure.objects.get(appeal=own).anew


@pytest.mark.norm("29I.80.2")
@pytest.mark.parametrize("measure", ["suspend", "change"])
def test_only_what_falls_is_considered_anew(house: House, measure: str) -> None:
    row = in_district(house, answered=True)
    with pytest.raises(Invalid) as caught:
        act(house, row, "return_from_above", measure=measure)
    assert set(caught.value.fields) == {"measure"}
    with pytest.raises(WrongState):
        act(house, in_district(house, answered=False), "return_from_above")


@pytest.mark.norm("29I.80.2")
@pytest.mark.parametrize("who", [DISTRICT_HEAD, "almaty.analyst", "almaly.deputy"])
def test_who_does_not_lead_a_higher_office_does_nothing_there(house: House, who: str) -> None:
    with pytest.raises(NoRight):
        act(house, in_district(house, answered=False), who=who)


@pytest.mark.norm("29I.80.2")
@pytest.mark.parametrize("who", ["gpo.deputy", "almaty.deputy"])
def test_any_office_above_may(house: House, who: str) -> None:
    row = in_district(house, answered=False)
    act(house, row, who=who)
    kept = HigherMeasure.objects.get(appeal=row)
    assert kept.body is not None
    assert kept.body.code == {"gpo.deputy": "000000-gpo", "almaty.deputy": "750000-oblast"}[who]


def test_what_is_not_seen_is_not_found(house: House) -> None:
    with pytest.raises(NotFound):
        act(house, in_district(house, answered=False), who="bostandyk.deputy")


@pytest.mark.norm("29I.80.2")
def test_an_office_that_is_not_subordinate_is_left_alone(house: House) -> None:
    """Who heads an office beside it and sees the case for another reason is told whose measure it would be."""
    row = in_district(house, answered=False)
    Proceeding.objects.filter(pk=row.pk).update(registrar=house.people["bostandyk.deputy"])
    with pytest.raises(ForbiddenByLaw) as caught:
        act(house, row, who="bostandyk.deputy")
    assert "вашей не подчинена" in caught.value.message.ru
    assert caught.value.cites == ("29I.80.2",)


def test_the_nearest_of_several_offices_acts(house: House) -> None:
    """Who leads the city and stands in at the General Prosecutor's Office acts for the city."""
    gpo = Body.objects.get(code="000000-gpo")
    order = {"order_number": "1", "order_day": TODAY}
    Acting.objects.create(person=house.people[HEAD], body=gpo, post="deputy_prosecutor_general", since=TODAY, **order)
    row = in_district(house, answered=False)
    act(house, row)
    kept = HigherMeasure.objects.get(appeal=row)
    paper = IssuedPaper.objects.get(proceeding=row, paper="decision_from_above")
    assert kept.body is not None
    assert kept.body.code == "750000-oblast"
    assert paper.signed_by.startswith(f"{kept.body.kind}:head ")


def test_a_measure_taken_in_a_case_of_one_s_own_is_told_to_the_office_below(house: House) -> None:
    data = {"measure": "change", "basis": "complaint", "office": "751110-district", "act": "Акт № 5", **DONE}
    number = complaint(house)
    house.step(HEAD, "higher_measure", number, **data)
    told = Notice.objects.filter(proceeding__number=number, template="measure_taken").values_list("person", flat=True)
    assert list(told) == [house.people[DISTRICT_HEAD].pk]
