"""Complaints that do not go by chapter 4: against other bodies as messages, against investigators as the UPK has it."""

import datetime as dt
from typing import Any

import pytest

from nadzor.appeals.contested import against_prosecutors
from nadzor.appeals.rights import signatories
from nadzor.casework.loading import case_of
from nadzor.casework.models import Entry, Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, NoRight
from nadzor.law.facts import Kind, Outcome
from nadzor.law.o29.complaints import as_message
from nadzor.law.o29.kinds import Regime, regime
from nadzor.law.o29.signing import of_pretrial
from nadzor.law.posts import Body, Post
from tests.house import House

WATER = [{"body": "Управление водных ресурсов"}]
# what, under which law, against prosecutors; considered as a message?
CASES: list[tuple[str, str | None, bool, bool]] = [
    ("complaint", None, False, True),
    ("complaint", None, True, False),  # chapter 4
    ("complaint", "criminal", False, False),
    ("complaint", "court_civil", False, False),
    ("complaint", "court_offence", False, False),
    ("application", None, False, False),
    ("message", None, False, False),
]


@pytest.mark.norm("29I.55")
@pytest.mark.parametrize(("kind", "governed", "against", "message"), CASES)
def test_which_complaints_are_messages(kind: str, governed: str | None, against: bool, message: bool) -> None:
    found = as_message(kind, governed=governed, against_prosecutors=against)
    assert (found.holds, found.cites, all(found.why)) == (message, ("29I.55",), True)


@pytest.mark.django_db
@pytest.mark.norm("29I.55", "29I.56.1")
def test_it_becomes_a_message_with_the_term_of_one(house: House) -> None:
    number = house.register(kind="complaint", complained_of=WATER).number
    house.step("almaty.registrar", "consider_as_message", number, reason="Управление – не прокуратура")
    row = Proceeding.objects.get(number=number)
    assert row.kind == "message"
    # registered on Thursday 5 March; 9 March off, 23-25 March off (Nauryz): fifteen working days end on 31 March
    terms = Term.objects.filter(proceeding=row, clock="consideration").order_by("pk")
    assert [(term.norm, term.state) for term in terms] == [("29I.79", "called_off"), ("29I.54", "running")]
    assert terms[1].started_on == dt.date(2026, 3, 5)
    kept = Entry.objects.get(step="consider_as_message")
    assert (kept.data["before"], kept.data["reason"]) == ({"kind": "complaint"}, "Управление – не прокуратура")
    assert {"29I.55", "29I.56.1"} <= set(kept.cites)
    told = regime(Kind.MESSAGE)
    assert told is not None
    assert (told.regime, told.cites) == (Regime.SIMPLIFIED, ("29I.7", "29I.56.1"))
    assert "раздел 3 с особенностями главы 12" in told.by.ru


@pytest.mark.django_db
@pytest.mark.norm("29I.36", "29I.55", "29I.70")
def test_a_complaint_of_chapter_4_is_no_message(house: House) -> None:
    """Once it is entered whose act it contests, it goes by chapter 4, whatever the letter has named."""
    number = house.register(kind="complaint").number
    assert not against_prosecutors(case_of(Proceeding.objects.get(number=number)))
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    contested = {"what": "inaction", "content": "Ответ не дан", "office": "751110-district"}
    house.step("almaty.executor1", "contest", number, **contested)
    assert against_prosecutors(case_of(Proceeding.objects.get(number=number)))
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.registrar", "consider_as_message", number, reason="Не прокуратура")
    assert refused.value.cites == ("29I.55",)


NOT: list[dict[str, Any]] = [
    {"kind": "complaint", "complained_of": [{"body": "Прокуратура района"}]},
    {"kind": "complaint", "complained_of": WATER, "contested_by": "district:head"},
    {"kind": "complaint", "complained_of": WATER, "governed_by": "court_civil"},
    {"kind": "application", "complained_of": WATER},
]


@pytest.mark.django_db
@pytest.mark.norm("29I.55")
@pytest.mark.parametrize("letter", NOT)
def test_which_stay_what_they_are(house: House, letter: dict[str, Any]) -> None:
    number = house.register(**letter).number
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.registrar", "consider_as_message", number, reason="–")
    assert refused.value.cites == ("29I.55",)


SIGNS: list[tuple[Body, Outcome, tuple[Post, ...], tuple[str, ...]]] = [
    (Body.OBLAST, Outcome.REFUSE, (Post.HEAD,), ("29I.87",)),
    (Body.OBLAST, Outcome.ANSWER, (Post.HEAD,), ("29I.87",)),
    (Body.DISTRICT, Outcome.PERFORM_ACTION, (Post.HEAD,), ("29I.87",)),
    (Body.GPO, Outcome.ANSWER, (Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL), ("29I.87",)),
    (
        *(Body.GPO, Outcome.REFUSE),
        (Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL, Post.UNIT_HEAD),
        ("29I.87", "29I.88.3"),
    ),
]


@pytest.mark.norm("29I.87")
@pytest.mark.parametrize(("body", "outcome", "posts", "cites"), SIGNS)
def test_who_signs_in_pretrial_matters(
    body: Body, outcome: Outcome, posts: tuple[Post, ...], cites: tuple[str, ...]
) -> None:
    found = of_pretrial(body, outcome)
    assert (found.posts, found.cites) == (posts, cites)


# kind, under which law: by point 87 or by the matrix of 88
PRETRIAL = [
    ("complaint", "criminal", "29I.87"),
    ("complaint", None, "29I.88.6"),
    ("message", "criminal", "29I.88.6"),  # of a crime: no complaint against those who investigate
    ("complaint", "court_civil", "29I.88.6"),
]


@pytest.mark.django_db
@pytest.mark.norm("29I.87")
@pytest.mark.parametrize(("kind", "governed", "point"), PRETRIAL)
def test_a_complaint_against_investigators_is_not_signed_by_the_matrix(
    house: House, kind: str, governed: str | None, point: str
) -> None:
    more = {"governed_by": governed} if governed else {}
    number = house.register(kind=kind, complained_of=[{"post": "следователь", "body": "Отдел полиции"}], **more).number
    found = signatories(case_of(Proceeding.objects.get(number=number)), Outcome.ANSWER)
    assert point in found.cites
    assert (Post.DEPUTY_HEAD in found.posts) == (point != "29I.87")
    if point == "29I.87":
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
        house.to_sign(house.draft(number, outcome="perform_action"))
        with pytest.raises(NoRight):
            house.sign(number, "almaty.deputy")
        house.sign(number)
