"""The line of an appeal by HTTP: in, read, assigned, answered, followed."""

import pytest

from nadzor.casework.models import Entry, Look, Proceeding
from tests.api.callers import Caller, Callers
from tests.house import DRAFT, LETTER, House

pytestmark = pytest.mark.django_db


@pytest.mark.norm("29I.23.1", "29I.54")
def test_an_appeal_comes_in_and_is_answered_with_its_receipt(callers: Callers) -> None:
    said = callers.of().post("/appeals", LETTER)
    assert said.status_code == 201
    answer = said.json()
    row = Proceeding.objects.get()
    assert answer["number"] == row.number
    assert answer["track"] == row.track
    assert answer["receipt"] == {
        "number": row.number,
        "accepted_at": row.recorded_at.isoformat(),
        "accepted_by": "portal",
    }
    facts = ("registered_on", "state", "kind", "body", "duplicate_of", "repeats", "flags", "missing")
    assert [answer[name] for name in facts] == [
        *("2026-03-05", "registered", "message", "750000-oblast"),
        *(None, [], [], []),
    ]
    # fifteen working days after 5 March 2026; 9 and 23 to 25 March are off
    assert {(term["norm"], term["due"]) for term in answer["terms"]} == {
        ("29I.54", "2026-04-01"),
        ("29I.26.2", "2026-03-05"),
    }
    assert all(term["cites"] for term in answer["terms"])
    assert "1 April 2026" in next(term["why"] for term in answer["terms"] if term["norm"] == "29I.54")
    assert answer["links"]["self"] == f"/api/v1/proceedings/{row.number}"


@pytest.mark.parametrize(("language", "word"), [("kk", "наурыз"), ("ru", "марта"), ("en", "March")])
def test_why_is_told_in_the_language_asked_for(callers: Callers, language: str, word: str) -> None:
    caller = callers.of()
    caller.language = language
    assert word in caller.post("/appeals", LETTER).json()["terms"][0]["why"]


@pytest.mark.norm("29I.88.5", "29I.71.1")
def test_the_line_from_registration_to_the_answer_and_the_code(callers: Callers, house: House) -> None:
    portal, registrar, head = callers.of(), callers.of("almaty.registrar"), callers.of("almaty.head")
    registered = portal.post("/appeals", LETTER).json()
    number = registered["number"]
    executor = house.people["almaty.executor1"].pk
    steps = {each["step"]: each for each in registrar.get(f"/proceedings/{number}/steps").json()["steps"]}
    assert steps["assign"]["allowed"]
    assert steps["assign"]["needs"]["required"] == ["executor"]
    assert (steps["answer"]["allowed"], steps["answer"]["code"]) == (False, "wrong_state")
    assert "Under review" in steps["answer"]["reason"]
    assigned = registrar.post(f"/proceedings/{number}/steps/assign", {"executor": executor})
    assert (assigned.status_code, assigned.json()["state"], assigned.json()["version"]) == (200, "under_review", 2)
    author = callers.of("almaty.executor1")
    drafted = author.post(f"/proceedings/{number}/steps/draft_answer", {**DRAFT, "text": "Свет починили."})
    assert (drafted.status_code, drafted.json()["children"]) == (200, [f"{number}.1"])
    signatory = {"signatory": house.people["almaty.head"].pk}
    sent = author.post(f"/proceedings/{number}.1/steps/send_to_sign", signatory, {"If-Match": '"1"'})
    assert (sent.status_code, sent.json()["state"], sent["ETag"]) == (200, "to_sign", '"2"')
    refused = head.post(f"/proceedings/{number}/steps/answer", {"seen": "0" * 64})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "forbidden_by_law")
    house.sign(number)
    given = registrar.post(f"/proceedings/{number}/steps/dispatch", {"way": "post"})
    assert (given.status_code, given.json()["state"]) == (200, "answered")
    journal = head.get(f"/proceedings/{number}/journal").json()["entries"]
    assert [entry["step"] for entry in journal] == ["register", "assign", "draft_answer", "answer", "dispatch"]
    assert journal[1]["previous"] == journal[0]["hash"]
    followed = Caller().get(f"/track/{registered['track'].lower().replace('-', ' ')}").json()
    assert followed["state"] == {"name": "answered", "title": "Answered"}
    assert followed["answer"]["text"] == "Свет починили."
    # the three months run from the day the applicant learns of the answer; up to this day, they are not over
    assert [(each["do"], each["until"]) for each in followed["next"]] == [("complaint", "2026-06-05")]
    assert "within three months of learning of the decision" in followed["next"][0]["told"]


def test_a_proceeding_is_read_and_the_look_is_logged(callers: Callers) -> None:
    caller = callers.of()
    number = caller.post("/appeals", LETTER).json()["number"]
    said = caller.get(f"/proceedings/{number}").json()
    assert said["parties"][0]["surname"] == "Пробная"
    assert said["facts"]["text"] == LETTER["text"]
    assert said["terms"][0]["reckoning"]["cites"]
    look = Look.objects.get()
    assert (look.proceeding.number, look.way, look.address) == (number, "api", "127.0.0.1")
    assert look.client is not None
    caller.get(f"/proceedings/{number}/journal")
    assert Look.objects.filter(way="journal").count() == 1


def test_the_same_key_gives_the_first_answer_again(callers: Callers) -> None:
    caller = callers.of()
    first = caller.post("/appeals", LETTER, {"Idempotency-Key": "one"})
    again = caller.post("/appeals", LETTER, {"Idempotency-Key": "one"})
    other = caller.post("/appeals", {**LETTER, "text": "Другое."}, {"Idempotency-Key": "one"})
    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 409)
    assert again.json() == first.json()
    assert other.json()["error"]["code"] == "key_reused"
    assert callers.of().post("/appeals", {**LETTER, "text": "Другое."}, {"Idempotency-Key": "one"}).status_code == 201
    assert Proceeding.objects.count() == 2


def test_a_step_with_a_key_is_made_once_and_an_old_version_is_refused(callers: Callers) -> None:
    caller, number = callers.of("almaty.head"), callers.house.register().number
    path = f"/proceedings/{number}/steps/note"
    said = [caller.post(path, {"text": "раз"}, {"Idempotency-Key": "n"}) for _ in range(2)]
    assert [each.status_code for each in said] == [200, 200]
    assert Entry.objects.filter(step="note").count() == 1
    old = caller.post(path, {"text": "два"}, {"If-Match": "1"})
    assert (old.status_code, old.json()["error"]["code"]) == (409, "changed_meanwhile")


def test_a_stranger_sees_nothing(callers: Callers) -> None:
    number = callers.of().post("/appeals", LETTER).json()["number"]
    for stranger in (callers.of(), callers.of(body="710000-oblast"), callers.of("almaty.executor1")):
        told = [
            stranger.get(f"/proceedings/{number}"),
            stranger.get(f"/proceedings/{number}/journal"),
            stranger.get(f"/proceedings/{number}/steps"),
            stranger.post(f"/proceedings/{number}/steps/note", {"text": "x"}),
            stranger.get("/proceedings/2026-75-999999"),
        ]
        assert {each.status_code for each in told} == {404}
        assert len({each.content for each in told}) == 1
        assert stranger.get("/proceedings").json() == {"items": [], "next": None}
    assert callers.of(body="750000-oblast").get(f"/proceedings/{number}").status_code == 200
