"""The pages of a draft's life: versions side by side, the DOCX out and back, a slip that is corrected."""

import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account
from nadzor.appeals.models import AnswerGiven, PaperDraft
from nadzor.casework.files import path_of
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.papers.documents import TYPE
from tests.house import DRAFT, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
EXECUTOR, HEAD = "almaty.executor1", "almaty.head"


@pytest.fixture
def draft(house: House) -> str:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    return house.draft(number)


def hidden(body: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', body)
    assert found, name
    return found.group(1)


def taken_out(client: Client, draft: str) -> docx.document.Document:
    answer = client.get(reverse("draft-docx", args=[draft]))
    assert (answer.headers["Content-Type"], answer.status_code) == (TYPE, 200)
    return docx.Document(io.BytesIO(answer.content))


def bring(client: Client, draft: str, document: docx.document.Document | bytes, **more: str) -> tuple[int, str]:
    page = reverse("draft-back", args=[draft])
    body = client.get(page).content.decode()
    data = document
    if not isinstance(data, bytes):
        kept = io.BytesIO()
        data.save(kept)
        data = kept.getvalue()
    said = {name: hidden(body, name) for name in ("version", "key")}
    file = SimpleUploadedFile("жоба.docx", data, TYPE)
    answer = client.post(page, {**said, "file": file, **more}, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_document_comes_back_as_the_next_version(house: House, enter: SignedIn, draft: str) -> None:
    executor = enter(EXECUTOR)
    document = taken_out(executor, draft)
    for each in document.paragraphs:
        if "Свет починен" in each.text:
            each.text = each.text.replace("Свет починен", "Жарық жөнделді")
    row = document.tables[0].rows[1].cells
    row[1].text = "подтвердился частично"
    status, body = bring(executor, draft, document)
    assert status == 200
    for words in ("is taken as version 2", "Added:", "Removed:", "Жарық жөнделді", "confirmed in part"):
        assert words in body
    said = PaperDraft.objects.get()
    assert (said.version, said.contents["arguments"][0]["finding"]) == (2, "partly")
    assert {**said.contents, "text": DRAFT["text"], "arguments": DRAFT["arguments"]} == {
        "act_brought": "",
        "act_results": "",
        "character": None,
        "position": "",
        **DRAFT,
    }
    assert said.versions.get(version=1).contents["text"] == DRAFT["text"]


def test_what_is_not_read_changes_nothing(house: House, enter: SignedIn, draft: str) -> None:
    executor = enter(EXECUTOR)
    unchanged = taken_out(executor, draft)
    assert "changes nothing in the draft" in bring(executor, draft, unchanged)[1]
    foreign = taken_out(executor, draft)
    foreign.core_properties.subject = "nadzor 2026-75-999999.1 v1"
    broken = taken_out(executor, draft)
    broken.tables[0].rows[1].cells[1].text = "может быть"
    longest = taken_out(executor, draft)
    longest.tables[0].rows[1].cells[0].text = "о" * 2001
    for document, said in (
        (b"no document", "This is no DOCX file"),
        (foreign, "of another draft"),
        (broken, "no known finding"),
        (longest, "Too long"),
    ):
        status, body = bring(executor, draft, document)
        assert (status, said in body) == (422, True), said
    page = reverse("draft-back", args=[draft])
    assert executor.post(page, {"version": "1", "key": "x"}).status_code == 422
    assert PaperDraft.objects.get().version == 1
    assert enter(HEAD).get(page).status_code == 409
    assert "you may" not in page


def test_a_document_of_an_earlier_version_is_taken_when_told(house: House, enter: SignedIn, draft: str) -> None:
    executor = enter(EXECUTOR)
    document = taken_out(executor, draft)
    house.step(EXECUTOR, "rewrite", draft, procedure="answer_draft", **{**DRAFT, "norms": "Кодекс, статья 89"})
    status, body = bring(executor, draft, document)
    assert (status, "left with version 1" in body, 'name="older"' in body) == (422, True, True)
    assert bring(executor, draft, document, older="true")[0] == 200
    assert (PaperDraft.objects.get().version, PaperDraft.objects.get().contents["norms"]) == (3, DRAFT["norms"])


def test_versions_are_compared(house: House, enter: SignedIn, draft: str) -> None:
    executor = enter(EXECUTOR)
    page = reverse("versions", args=[draft])
    assert "These versions say the same." in executor.get(page).content.decode()
    for text in ("Проверено вновь.", "Проверено снова."):
        house.step(EXECUTOR, "rewrite", draft, procedure="answer_draft", **{**DRAFT, "text": text})
    body = executor.get(page).content.decode()
    assert "Removed: </span>вновь</del>" in body
    assert "Added: </span>снова</ins>" in body
    assert "Обращение проверено" in executor.get(f"{page}?from=1&to=3").content.decode()
    assert executor.get(f"{page}?from=99&to=x").status_code == 200
    assert executor.get(reverse("versions", args=[draft.split(".", maxsplit=1)[0]])).status_code == 404


def test_the_chain_is_set_in_an_order(house: House, enter: SignedIn, draft: str) -> None:
    executor, page = enter(EXECUTOR), reverse("step", args=[draft, "send_for_agreement"])
    people = [str(house.people[f"almaty.{name}"].pk) for name in ("deputy", "executor2")]
    more = executor.post(page, {"agreers": people, "more": "1"}).content.decode()
    assert more.count('name="agreers"') == 6
    body = executor.get(page).content.decode()
    said = {name: hidden(body, name) for name in ("version", "key")}
    assert executor.post(page, {**said, "agreers": [people[0], "", people[1]]}).status_code == 302
    assert [str(each) for each in PaperDraft.objects.get().agreers] == people
    shown = executor.get(reverse("proceeding", args=[draft])).content.decode()
    assert shown.index("decides now") < shown.index("not asked yet")
    deputy = enter("almaty.deputy")
    page = reverse("step", args=[draft, "comment"])
    body = deputy.get(page).content.decode()
    said = {name: hidden(body, name) for name in ("version", "key")}
    assert deputy.post(page, {**said, "part": "norms", "text": "Какая статья?"}).status_code == 302
    assert "Какая статья?" in executor.get(reverse("step", args=[draft, "answer_comment"])).content.decode()


def test_a_slip_is_signed_on_its_page(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.answer(number)
    executor = enter(EXECUTOR)
    page = reverse("step", args=[number, "correct_slip"])
    body = executor.get(page).content.decode()
    typed = {
        **{name: hidden(body, name) for name in ("version", "key")},
        "ground": "request",
        "found_on": "05.03.2026",
        "part": "text",
        "wrong": "Свет починен",
        "right": "Починено",
        "signatory": str(house.people[HEAD].pk),
    }
    refused = executor.post(page, {**typed, "wrong": "Нет такого"})
    assert (refused.status_code, "Нет такого" in refused.content.decode()) == (422, True)
    assert executor.post(page, typed).status_code == 302
    head = enter(HEAD)
    account = Account.objects.get(login=HEAD)
    account.set_password(PASSWORD)
    account.save()
    head.force_login(account)
    assert number in head.get(reverse("to-sign")).content.decode()
    sign = reverse("sign-slip", args=[number])
    body = head.get(sign).content.decode()
    assert "Removed: </span>Свет починен</del>" in body
    assert head.get(reverse("slip-pdf", args=[number])).content.startswith(b"%PDF")
    posted = {name: hidden(body, name) for name in ("version", "key", "seen")}
    assert head.post(sign, {**posted, "password": "wrong"}).status_code == 422
    assert head.post(sign, {**posted, "password": PASSWORD}).status_code == 302
    assert AnswerGiven.objects.count() == 2
    assert head.get(sign).status_code == 409
    assert Proceeding.objects.get(procedure="slip").state == "signed"


def test_a_file_that_was_changed_is_not_given_out(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.answer(number)
    file = StoredFile.objects.get(sha256=AnswerGiven.objects.get().sha256)
    page = reverse("file", args=[number, file.public_id])
    executor = enter(EXECUTOR)
    assert executor.get(page).status_code == 200
    with path_of(file.sha256).open("ab") as kept:
        kept.write(b" ")
    answer = executor.get(page)
    assert (answer.status_code, "not the one that was kept" in answer.content.decode()) == (409, True)
