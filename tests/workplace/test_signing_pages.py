"""From the executor's draft to the letter in the applicant's hands, through pages; and what each of them refuses."""

import datetime as dt
import re
from typing import Any

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account
from nadzor.appeals.models import Dispatch, PaperDraft
from nadzor.casework.files import path_of
from nadzor.casework.models import Entry, Proceeding
from nadzor.papers.models import IssuedPaper
from nadzor.workplace.models import AnswerTemplate, AnswerWording
from nadzor.workplace.step_forms import HAPPENED_ON
from tests.house import DRAFT, MORNING, VOUCHED, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
TYPED = {
    "outcome": "answer",
    "language": "ru",
    "arguments.argument": ["Света нет", ""],
    "arguments.finding": ["confirmed", ""],
    "arguments.facts": ["Осмотр 10 марта", ""],
    "text": "Доводы подтвердились.",
    "norms": "Закон «О прокуратуре», статья 24",
    "contest": "Можно обжаловать вышестоящему прокурору в течение трёх месяцев.",
}


def hidden(body: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', body)
    assert found, name
    return found.group(1)


def under_review(house: House, **more: object) -> str:
    number = house.register(**more).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


@pytest.fixture
def head(house: House, enter: SignedIn) -> Client:
    client = enter("almaty.head")
    account = Account.objects.get(login="almaty.head")
    account.set_password(PASSWORD)
    account.save()
    client.force_login(account)
    return client


def waiting(house: House, **more: object) -> str:
    number = under_review(house, **more)
    house.to_sign(house.draft(number))
    return number


@pytest.mark.norm("29I.85", "29I.86", "29I.60.1", "29I.47.1")
def test_the_line_of_an_answer_through_pages(house: House, enter: SignedIn, head: Client) -> None:
    number = under_review(house)
    executor = enter("almaty.executor1")
    page = reverse("step", args=[number, "draft_answer"])
    body = executor.get(page).content.decode()
    assert "Проверить и обязать починить." in body, "the demands stand in the rows"
    assert "you may complain" in body or "жалобу можно подать" in body
    more = executor.post(page, {**TYPED, "more": "1"}).content.decode()
    assert (more.count('name="arguments.argument"'), "Доводы подтвердились." in more) == (4, True)
    said = {"version": hidden(body, "version"), "key": hidden(body, "key"), **TYPED}
    assert executor.post(page, {**said, "norms": ""}).status_code == 302, "a draft may be kept with gaps"
    draft = Proceeding.objects.get(procedure="answer_draft")
    send = reverse("step", args=[draft.number, "send_to_sign"])
    refused = executor.post(send, {"signatory": house.people["almaty.head"].pk, "version": "1", "key": "a"})
    assert refused.status_code == 422
    assert "Refer to the legislation" in refused.content.decode()
    rewrite = reverse("step", args=[draft.number, "rewrite"])
    body = executor.get(rewrite).content.decode()
    assert "Доводы подтвердились." in body
    executor.post(rewrite, {"version": "1", "key": "b", **TYPED})
    body = executor.get(send).content.decode()
    assert "Сынақбаев Үлгі Нұсқаұлы" in body
    assert (
        executor.post(send, {"signatory": house.people["almaty.head"].pk, "version": "2", "key": "c"}).status_code
        == 302
    )

    queue = head.get(reverse("to-sign")).content.decode()
    assert (number in queue, "Sent to you." in queue) == (True, True)
    sign = reverse("sign", args=[number])
    body = head.get(sign).content.decode()
    for words in (
        "Доводы подтвердились.",
        "Added: </span>Закон «О прокуратуре», статья 24</ins>",
        "answered",
        "You may sign.",
    ):
        assert words in body
    preview = head.get(reverse("draft-pdf", args=[draft.number]))
    assert "DRAFT" not in preview.headers["Content-Disposition"]
    assert "не подписан" in pypdfium2.PdfDocument(preview.content)[0].get_textpage().get_text_range()
    posted: dict[str, Any] = {name: hidden(body, name) for name in ("version", "key", "seen")} | {"vouched": VOUCHED}
    for password, words in (("", "Enter your password."), ("wrong", "The password is wrong.")):
        answer = head.post(sign, {**posted, "password": password})
        assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert head.post(sign, {**posted, "password": PASSWORD}).status_code == 302
    again = head.post(sign, {**posted, "password": PASSWORD})
    assert again.status_code == 302, "a second click gets the first answer"
    given = IssuedPaper.objects.get(paper="answer")
    assert (given.power["post"], given.power["point"], given.language) == ("head", "29I.88.5", "ru")
    sealed = Entry.objects.get(step="answer").data
    assert (sealed["papers"][0]["pdf_sha256"], sealed["power"]["order"]) == (given.sha256, "21-Д, 2025-02-03")
    assert PASSWORD not in str(sealed)
    assert Proceeding.objects.get(pk=draft.pk).state == "signed"

    registrar = enter("almaty.registrar")
    book = reverse("dispatch-book")
    assert number in registrar.get(book).content.decode()
    sent = registrar.post(book, {"number": number, "way": "post", "remark": "RR 1", "key": "d"}).content.decode()
    assert "Done: 1" in sent
    row = Dispatch.objects.get()
    assert (row.proceeding.register_number, row.sent_on, row.way) == (1, dt.date(2026, 3, 5), "post")
    assert "RR 1" in registrar.get(book).content.decode()


@pytest.mark.norm("29I.68.1")
def test_by_the_portal_the_answer_is_sent_with_its_signature(house: House) -> None:
    number = waiting(house, channel="portal")
    assert house.sign(number).answers[0]["state"] == "answered"
    assert Dispatch.objects.get().way == "portal"
    paper = waiting(house)
    assert house.sign(paper).answers[0]["state"] == "signed"
    assert Dispatch.objects.count() == 1


def test_the_applicant_takes_the_letter_and_anyone_confirms_it(house: House) -> None:
    done = house.register(channel="portal")
    house.step("almaty.head", "assign", done.number, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(done.number))
    house.sign(done.number)
    given = IssuedPaper.objects.get(paper="answer")
    visitor = Client(headers={"Accept-Language": "en"})
    assert visitor.post(reverse("answer-pdf")).status_code == 302, "without the code there is nothing to give"
    told = visitor.post(reverse("follow"), {"code": done.answers[0]["track"]}, follow=True).content.decode()
    for words in ('lang="ru">', "подтвердился. Осмотр 10 марта", DRAFT["norms"], DRAFT["contest"]):
        assert words in told, words
    wrong = visitor.post(reverse("answer-pdf"), {"surname": "Другая"})
    assert (wrong.status_code, "The surname is not that of the appeal" in wrong.content.decode()) == (422, True)
    letter = visitor.post(reverse("answer-pdf"), {"surname": "пробная"})
    content = b"".join(letter.streaming_content)  # type: ignore[attr-defined]
    assert content == path_of(given.sha256).read_bytes()
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    for words in (
        done.number,
        DRAFT["text"][:30],
        "Закон «О прокуратуре»",
        "Сынақбаев Үлгі",
        f"/confirm/{given.code}/",
    ):
        assert words in text

    page = reverse("confirm", args=[given.code])
    told = visitor.get(page).content.decode()
    for words in (done.number, given.sha256, "5 March 2026", "Сынақбаев Үлгі Нұсқаұлы"):
        assert words in told
    for hidden_words in ("Пробная", "960101500101", DRAFT["text"][:20]):
        assert hidden_words not in told
    for data, words in ((content, "The file is the one"), (content + b" ", "The file differs")):
        file = SimpleUploadedFile("a.pdf", data, "application/pdf")
        assert words in visitor.post(page, {"file": file}).content.decode()
    assert "Choose the PDF file." in visitor.post(page, {}).content.decode()
    unknown = visitor.get(reverse("confirm", args=["0000-0000-0000-0000"]))
    assert (unknown.status_code, "There is no paper with this code" in unknown.content.decode()) == (404, True)


@pytest.mark.norm("29I.88.8")
def test_what_was_read_is_what_is_signed(house: House, head: Client) -> None:
    number = waiting(house)
    sign = reverse("sign", args=[number])
    body = head.get(sign).content.decode()
    posted: dict[str, Any] = {name: hidden(body, name) for name in ("version", "key", "seen")} | {"vouched": VOUCHED}
    draft = PaperDraft.objects.get().proceeding.number
    house.step("almaty.executor1", "call_back", draft, procedure="answer_draft")
    house.step("almaty.executor1", "rewrite", draft, procedure="answer_draft", **{**DRAFT, "text": "Другое."})
    house.to_sign(draft)
    answer = head.post(sign, {**posted, "password": PASSWORD})
    assert (answer.status_code, "The draft was changed after you had read it" in answer.content.decode()) == (409, True)
    assert Proceeding.objects.get(number=number).state == "under_review"


def test_many_are_signed_at_once_and_one_refused_stops_no_other(house: House, head: Client) -> None:
    first, second = waiting(house), waiting(house)
    body = head.get(reverse("to-sign")).content.decode()
    ticks = re.findall(r'name="sign" value="([^"]+)"', body)
    assert sorted(each.partition("=")[0] for each in ticks) == [first, second]
    posted = {"sign": [ticks[0], f"{second}={'0' * 64}"], "key": hidden(body, "key"), "vouched": VOUCHED}
    answer = head.post(reverse("to-sign"), {**posted, "password": "wrong"})
    assert answer.status_code == 422
    if ticks[0].startswith(second):
        posted["sign"] = [ticks[1], f"{second}={'0' * 64}"]
    told = head.post(reverse("to-sign"), {**posted, "password": PASSWORD}).content.decode()
    assert "Done: 1. Refused: 1." in told
    unread = head.post(reverse("to-sign"), {"sign": [f"{second}="], "password": PASSWORD}).content.decode()
    assert "The value does not fit, check it." in unread, "the sentence of the field, as everywhere"
    assert sorted(Proceeding.objects.filter(procedure="appeal").values_list("number", "state")) == [
        (first, "signed"),
        (second, "under_review"),
    ]


def test_a_deputy_sees_what_is_not_his_to_sign(house: House, enter: SignedIn) -> None:
    number = under_review(house)
    house.to_sign(house.draft(number, outcome="refuse"))
    deputy = enter("almaty.deputy")
    told = deputy.get(reverse("to-sign")).content.decode()
    assert "Not you. Who may:" in told
    refused = deputy.get(reverse("sign", args=[number]))
    assert (refused.status_code, "outside the powers of your post" in refused.content.decode()) == (409, True)


DISPATCH_FAULTS = [
    ({"way": "post"}, "Tick the answers."),
    ({"number": "x"}, "Choose how they were sent."),
    ({"number": "x", "way": "pigeon"}, "Choose how they were sent."),
    ({"number": "x", "way": "post", "sent_on": "32.13.2026"}, "Write the day as"),
]


@pytest.mark.parametrize(("data", "words"), DISPATCH_FAULTS)
def test_the_dispatch_book_says_what_is_missing(enter: SignedIn, data: dict[str, str], words: str) -> None:
    answer = enter("almaty.registrar").post(reverse("dispatch-book"), data)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)


def test_a_template_is_added_below_what_was_typed(house: House, enter: SignedIn) -> None:
    number = under_review(house)
    head = house.people["almaty.head"]
    body = head.appointments.get().body
    template = AnswerTemplate.objects.create(body=body, version=1)
    wording = AnswerWording.objects.create(
        template=template,
        number=1,
        language="ru",
        title="О свете",
        text="Уважаемый заявитель: {applicant}. Обращение № {number} рассмотрено.",
        changed_by=head,
        changed_at=MORNING,
    )
    executor = enter("almaty.executor1")
    page = reverse("step", args=[number, "draft_answer"])
    assert "О свете (ru)" in executor.get(page).content.decode()
    told = executor.post(page, {**TYPED, "version": "2", "template": wording.pk, "insert": "1"}).content.decode()
    for words in (
        "Доводы подтвердились.",
        "Уважаемый заявитель: Пробная Заявительница.",
        f"Обращение № {number} рассмотрено.",
    ):
        assert words in told
    assert not Proceeding.objects.filter(procedure="answer_draft").exists(), "nothing is kept before it is saved"
    told = executor.post(page, {**TYPED, "template": "999999", "insert": "1"}).content.decode()
    assert "Доводы подтвердились." in told


LATE = [("04.03.2026", 422, "cannot be before the registration"), ("nonsense", 422, "Write the day as"), ("", 302, "")]


@pytest.mark.parametrize(("day", "status", "words"), LATE)
def test_a_paper_of_yesterday_is_entered_with_its_day(
    house: House, enter: SignedIn, day: str, status: int, words: str
) -> None:
    number = house.register().number
    posted = {"text": "Принесли копии", HAPPENED_ON: day, "version": "1", "key": "k"}
    answer = enter("almaty.registrar").post(reverse("step", args=[number, "note"]), posted)
    assert (answer.status_code, words in answer.content.decode()) == (status, True)


def test_a_draft_tells_what_it_lacks(house: House, enter: SignedIn) -> None:
    draft = house.draft(under_review(house), norms="")
    told = enter("almaty.executor1").get(reverse("proceeding", args=[draft])).content.decode()
    assert "Refer to the legislation" in told
