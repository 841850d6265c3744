"""What the interface must not tell, must give again and must refuse in one shape: api.md, point by point."""

import base64
import json
import logging
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor.accounts.models import Client, digest_of
from nadzor.api.appeals import LARGEST_LETTER
from nadzor.api.documents import CODES
from nadzor.api.errors import STATUS
from nadzor.appeals.models import Appeal
from nadzor.casework.models import Entry, Proceeding, StoredFile
from nadzor.casework.refusals import Refusal
from nadzor.casework.showing import signature_told
from nadzor.organs.directory import directory
from tests.api.callers import Caller, Callers
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db
MB = 1_048_576


def _code_of(said: Any) -> tuple[int, str]:
    error = said.json()["error"]
    assert set(error) == {"code", "message", "cites", "fields"}
    assert error["message"]
    return said.status_code, error["code"]


def test_the_code_is_told_to_whom_registers_and_to_nobody_else(callers: Callers) -> None:
    portal, head = callers.of(), callers.of("almaty.head")
    first = portal.post("/appeals", LETTER, {"Idempotency-Key": "a"}).json()
    again = portal.post("/appeals", LETTER, {"Idempotency-Key": "a"}).json()
    assert again["track"] == first["track"] == Proceeding.objects.get().track
    assert again["links"]["track"] == f"/api/v1/track/{first['track']}"
    path = f"/proceedings/{first['number']}"
    told = [each.get(f"{path}{rest}") for each in (portal, head) for rest in ("", "/steps", "/journal")]
    told += [head.get("/proceedings"), head.post(f"{path}/steps/note", {"text": "x"})]
    assert {each.status_code for each in told} == {200}
    for each in told:
        assert first["track"] not in each.content.decode()
        assert '"track"' not in each.content.decode()


def test_what_the_same_person_wrote_is_told_only_as_far_as_it_is_seen(callers: Callers, house: House) -> None:
    one, other = callers.of(), callers.of()
    first = one.post("/appeals", LETTER).json()["number"]
    strange = other.post("/appeals", LETTER).json()
    assert (strange["duplicate_of"], strange["repeats"]) == (None, [])
    mine = one.post("/appeals", {**LETTER, "text": "Другое."}).json()
    assert (mine["duplicate_of"], mine["repeats"]) == (None, [first])
    same = one.post("/appeals", LETTER).json()
    assert (same["duplicate_of"], same["repeats"]) == (first, [mine["number"], first])
    # what is kept is whole: who may see both learns it there
    assert Appeal.objects.get(proceeding__number=strange["number"]).duplicate_of.number == first  # type: ignore[union-attr]
    whole = callers.of("almaty.registrar").post("/appeals", {**LETTER, "text": "Третье."}).json()
    assert whole["repeats"] == [same["number"], mine["number"], strange["number"], first]


def test_looking_for_earlier_ones_costs_three_questions_and_only_where_some_were_found(house: House) -> None:
    def asked(iin: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            house.register(applicant={**LETTER["applicant"], "iin": iin})
        return len(queries)

    asked("860505450508")  # what is read once is read
    fresh, again = asked("900101300007"), asked("900101300007")
    # who may see the earlier one; for whom it is sealed, since the same text was sent; is it answered (29I.35.2)
    assert again == fresh + 3


def test_a_step_is_answered_again_after_the_case_went_out_of_sight(callers: Callers, house: House) -> None:
    number = house.register().number
    first, other = house.people["almaty.executor1"].pk, house.people["almaty.assistant"].pk
    house.step("almaty.head", "assign", number, executor=first)
    caller = callers.of("almaty.executor1")
    path, key = f"/proceedings/{number}/steps/note", {"Idempotency-Key": "n"}
    done = caller.post(path, {"text": "раз"}, key)
    assert done.status_code == 200
    house.step("almaty.head", "reassign", number, executor=other, reason="Отпуск")
    assert caller.get(f"/proceedings/{number}").status_code == 404
    again = caller.post(path, {"text": "раз"}, key)
    assert (again.status_code, again.json()) == (200, done.json())
    assert Entry.objects.filter(step="note").count() == 1
    hidden = house.register().number
    for where in (number, hidden, "2026-75-999999"):  # the same whether there is such a case or not
        steps = f"/proceedings/{where}/steps/note"
        assert _code_of(caller.post(steps, {"text": "два"}, key)) == (409, "key_reused")
        assert _code_of(caller.post(steps, {"text": "раз"}, {"Idempotency-Key": "new"})) == (404, "not_found")
        assert _code_of(caller.post(steps, {"text": "раз"})) == (404, "not_found")


def test_the_page_and_the_interface_tell_the_same_of_an_appeal(callers: Callers, house: House) -> None:
    done = house.register()
    code = done.answers[0]["track"]

    def told() -> tuple[dict[str, Any], str]:
        caller = Caller(language="ru")
        page = caller.browser.post(
            reverse("follow"), {"code": code}, follow=True, headers={"Accept-Language": "ru"}
        ).content.decode()
        return caller.get(f"/track/{code}").json(), page

    def step(name: str, **data: Any) -> None:
        house.step("almaty.head", name, done.number, **data)

    said, page = told()
    assert said["answer"] is None
    assert [term["norm"] for term in said["terms"]] == ["29I.26.2", "29I.54"]
    assert [each["do"] for each in said["next"]] == ["wait"]
    assert said["next"][0]["told"] in page
    may = [(each["do"], each["until"], each["awaited"]) for each in said["may"]]
    assert may == [(name, None, False) for name in ("add", "withdraw", "access", "complain")]
    assert said["may"][0]["told"] in page
    step("assign", executor=house.people["almaty.executor1"].pk)
    house.answer(done.number, text="Свет починили.")
    said, page = told()
    assert (said["answer"]["text"], said["terms"]) == ("Свет починили.", [])
    assert "add" not in [each["do"] for each in said["may"]]
    assert next(each["why"] for each in said["may_not"] if each["do"] == "add") in page
    assert said["answer"]["signed_by"] == "Прокурор города Сынақбаев Үлгі Нұсқаұлы"
    for words in ("Свет починили.", said["answer"]["signed_by"], said["next"][0]["told"]):
        assert words in page
    step("reopen", reason="Новые доводы")
    said, page = told()
    assert said["state"]["name"] == "under_review"
    assert (said["answer"], [each["do"] for each in said["next"]]) == (None, ["wait"])
    assert [term["norm"] for term in said["terms"]] == ["29I.54"]
    assert "Свет починили." not in page
    assert "Свет починили." not in json.dumps(said, ensure_ascii=False)


@pytest.mark.parametrize(
    ("kept", "office", "told"),
    [
        (
            "district:head* Мысалбеков Үлгі",
            "751410-district",
            ("(міндетін атқарушы) Мысалбеков Үлгі", "(исполняющий обязанности) Мысалбеков Үлгі", "(acting) Мысалбеков"),
        ),
        ("gpo:prosecutor_general Сынақ Үлгі", "750000-oblast", ("Бас", "Генеральный", "Prosecutor General")),
        ("Сынақ Үлгі", "750000-oblast", ("Сынақ Үлгі", "Сынақ Үлгі", "Сынақ Үлгі")),
        ("moon:head Сынақ Үлгі", "750000-oblast", ("Сынақ Үлгі", "Сынақ Үлгі", "Сынақ Үлгі")),
    ],
)
def test_who_signed_is_told_in_words(house: House, kept: str, office: str, told: tuple[str, str, str]) -> None:
    said = signature_told(kept, directory().by_code[office])
    for words, expected in zip(said, told, strict=True):
        assert expected in words
        assert ":" not in words
        assert "*" not in words


def _encoded(content: bytes, **more: Any) -> dict[str, Any]:
    return {"base64": base64.b64encode(content).decode(), **more}


ATTACHED: dict[str, tuple[dict[str, Any], int, str]] = {
    "its content alone": (_encoded(b"%PDF-1.7"), 201, ""),
    "null for both": (_encoded(b"%PDF-1.7", name=None, content_type=None), 201, ""),
    "its name alone": (_encoded(b"%PDF-1.7", name="a.pdf"), 201, ""),
    "its type alone": (_encoded(b"%PDF-1.7", content_type="application/pdf"), 201, ""),
    "a program without a name": (_encoded(b"MZ\x90\x00"), 415, "file_type"),
    "a program by its name alone": (_encoded(b"text", name="a.exe"), 415, "file_type"),
    "a program by its type alone": (_encoded(b"text", content_type="application/x-msdownload"), 415, "file_type"),
    "a name without an ending": (_encoded(b"text", name="a"), 415, "file_type"),
    "1 MB": (_encoded(b"a" * MB, name="a.txt"), 201, ""),
    "a byte more than 1 MB": (_encoded(b"a" * (MB + 1), name="a.txt"), 413, "too_large"),
    "2 MB": (_encoded(b"a" * 2 * MB, name="a.txt"), 413, "too_large"),
}


@pytest.mark.parametrize(("attached", "status", "code"), ATTACHED.values(), ids=ATTACHED)
def test_encoded_files(callers: Callers, attached: dict[str, Any], status: int, code: str) -> None:
    said = callers.of().post("/appeals", {**LETTER, "attachments": [attached]})
    assert said.status_code == status
    assert StoredFile.objects.count() == (status == 201)
    if code:
        assert _code_of(said) == (status, code)
        assert not Proceeding.objects.exists()


def test_twenty_files_of_1_mb_are_taken_and_the_twenty_first_is_too_much(callers: Callers) -> None:
    caller = callers.of()
    full = [_encoded(bytes([place]) * MB, name=f"{place}.txt") for place in range(20)]
    number = caller.post("/appeals", {**LETTER, "attachments": full}).json()["number"]
    assert [file["size"] for file in caller.get(f"/proceedings/{number}").json()["files"]] == [MB] * 20
    more = [_encoded(b"a", name="a.txt") for _ in range(21)]
    said = caller.post("/appeals", {**LETTER, "attachments": more})
    assert _code_of(said) == (413, "too_large")
    assert list(said.json()["error"]["fields"]) == ["attachments"]


def test_more_than_100_mb_together_and_a_body_beyond_all_limits_are_too_large(callers: Callers) -> None:
    caller = callers.of()
    kept = [
        StoredFile.objects.create(
            public_id=f"00000000-0000-4000-8000-00000000000{place}",
            sha256=f"{place}" * 64,
            name="a.txt",
            content_type="text/plain",
            size=25 * MB,
            space=f"c{_client_of(caller)}",
            made_at="2026-03-05T09:00:00+05:00",
        )
        for place in range(5)
    ]
    names = [{"id": str(each.public_id)} for each in kept]
    assert _code_of(caller.post("/appeals", {**LETTER, "attachments": names})) == (413, "too_large")
    assert caller.post("/appeals", {**LETTER, "attachments": names[:4]}).status_code == 201
    said = caller.browser.generic(
        "POST",
        "/api/v1/appeals",
        b"{}",
        "application/json",
        headers=caller.headers(None),
        CONTENT_LENGTH=str(LARGEST_LETTER + 1),
    )
    assert _code_of(said) == (413, "too_large")
    steps = caller.post("/proceedings/2026-75-000001/steps/note", b'{"text": "' + b"a" * 6 * MB + b'"}')
    assert _code_of(steps) == (413, "too_large")


def _client_of(caller: Caller) -> int:
    return int(Client.objects.get(token_digest=digest_of(str(caller.token))).pk)


def test_the_journal_is_read_page_by_page(callers: Callers, house: House) -> None:
    number = house.register().number
    for text in "abcd":
        house.step("almaty.head", "note", number, text=text)
    caller = callers.of("almaty.head")
    path = f"/proceedings/{number}/journal"
    whole = caller.get(path).json()
    assert (len(whole["entries"]), whole["next"]) == (5, None)
    seen: list[int] = []
    sizes = []
    cursor: dict[str, str] = {}
    while True:
        page = caller.get(path, limit=2, **cursor).json()
        seen += [entry["version"] for entry in page["entries"]]
        sizes.append(len(page["entries"]))
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert (seen, sizes) == ([1, 2, 3, 4, 5], [2, 2, 1])
    wrong = ("limit=201", "limit=0", "cursor=%00", "cursor=MjAyNi0wMy0wNSAx", "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTkgMQ")
    for query in wrong:
        said = caller.browser.get(f"/api/v1{path}?{query}", headers=caller.headers(None))
        assert _code_of(said) == (422, "invalid")
    beyond = base64.urlsafe_b64encode(b"9000000000 1").decode().rstrip("=")
    assert caller.get(path, cursor=beyond).json()["entries"] == []


def test_a_request_that_django_refuses_has_the_one_shape(callers: Callers) -> None:
    caller = callers.of()
    headers = {**caller.headers(None), "Host": "elsewhere.example"}
    assert _code_of(caller.browser.get("/api/v1/proceedings", headers=headers)) == (400, "unreadable")
    page = caller.browser.get("/", headers={"Host": "elsewhere.example"})
    assert (page.status_code, page["Content-Type"].partition(";")[0]) == (400, "text/html")


def test_the_header_alone_chooses_the_language(callers: Callers) -> None:
    caller = callers.of()
    caller.browser.cookies["django_language"] = "kk"

    def told(header: str | None, path: str = "/api/v1/proceedings/none") -> str:
        headers = {"Authorization": f"Bearer {caller.token}", **({"Accept-Language": header} if header else {})}
        return str(caller.browser.get(path, headers=headers).json()["error"]["message"])

    words = {"en": "There is no case", "ru": "Дела с таким номером нет", "kk": "Мұндай нөмірлі іс"}
    for header, lang in (("en", "en"), ("kk-KZ, ru;q=0.5", "kk"), ("de, en;q=0.1", "en"), ("de", "ru"), (None, "ru")):
        assert told(header).startswith(words[lang])
    assert told("en", "/api/nowhere") == "No such address. Check it."
    page = caller.browser.get("/", headers={"Accept-Language": "en"}).content.decode()
    assert 'lang="kk"' in page  # a person's own choice stands on pages


def test_the_description_agrees_with_what_is_taken(callers: Callers) -> None:
    said = Caller().get("/openapi.json").json()
    step = said["paths"]["/api/v1/proceedings/{number}/steps/{step}"]["post"]
    patterns = {each["name"]: each["schema"].get("pattern", "") for each in step["parameters"]}
    caller, number = callers.of("almaty.head"), callers.house.register().number
    tag = caller.browser.get(f"/api/v1/proceedings/{number}", headers=caller.headers(None))["ETag"]
    path = f"/proceedings/{number}/steps/note"
    for version in (tag, f"W/{tag}".replace("1", "2"), "3", "*"):
        assert re.search(patterns["If-Match"], version)
        assert caller.post(path, {"text": "x"}, {"If-Match": version}).status_code == 200
    assert not re.search(patterns["If-Match"], "soon")
    for place, key in enumerate(("7f3a/2026 #", 'a "b" {c}', "~")):
        assert re.search(patterns["Idempotency-Key"], key)
        assert caller.post(path, {"text": f"{place}"}, {"Idempotency-Key": key}).status_code == 200
    journal = said["paths"]["/api/v1/proceedings/{number}/journal"]["get"]
    assert {"cursor", "limit"} <= {each["name"] for each in journal["parameters"]}


def _kinds(of: type[Refusal]) -> set[str]:
    """The codes of the kernel's own refusals; those of the command line are told by no address."""
    kinds = [kind for kind in of.__subclasses__() if kind.__module__ == Refusal.__module__]
    return {of.code}.union(*(_kinds(kind) for kind in kinds))


def test_the_description_names_every_code() -> None:
    told = Caller().get("/openapi.json").json()["components"]["schemas"]["Fault"]["properties"]["code"]["description"]
    assert all(code in told for code in CODES)
    assert (_kinds(Refusal) - {"refused"}) | set(STATUS) <= set(CODES)
    assert {"no_space", "database_away", "broken", "too_many", "file_type"} <= set(CODES)


def test_a_right_code_never_gets_into_the_log(callers: Callers, caplog: pytest.LogCaptureFixture) -> None:
    track = callers.of().post("/appeals", LETTER).json()["track"]
    caller = Caller()
    with caplog.at_level(logging.DEBUG):
        for _ in range(10):
            caller.get("/track/0000-0000-0000-0000")
        assert caller.get(f"/track/{track}").status_code == 429
        assert caller.post(f"/track/{track}", {}).status_code == 405
        assert caller.browser.get(f"/api/v1/track/{track}/more").status_code == 404
    assert "Too Many Requests: /api/v1/track/…" in caplog.messages
    assert "Method Not Allowed: /api/v1/track/…" in caplog.messages
    assert track not in caplog.text
