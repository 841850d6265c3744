"""Papers written beside an appeal: the form of a draft, what it lacks, the paper it becomes, whom it goes to."""

import datetime as dt
import io
from typing import Any

import docx
import pypdfium2
import pytest

from nadzor.appeals.confirming import confirmed
from nadzor.appeals.draft_docx import contents_from, document_of
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.following import followed
from nadzor.appeals.held import held_by
from nadzor.appeals.models import Dispatch, PaperDraft
from nadzor.appeals.papers.ending import END_CONCLUSION
from nadzor.appeals.papers_written import WRITTEN
from nadzor.appeals.parts import form_of_draft, values_of
from nadzor.appeals.written_steps import to_send
from nadzor.casework import integrity
from nadzor.casework.act import Act
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.perform import perform
from nadzor.papers.issuing import faults_of_steps, pdf_of
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db
EXECUTOR, HEAD, UNIT_HEAD = "almaty.executor1", "almaty.head", "almaty.interests.head"
MEMO = {"language": "ru", "addressee": "Прокурору города", "reasons": "Нужна проверка расходования средств."}
REPLY = {"language": "ru", "check": "проверка теплосети", "since": "2026-03-06", "until": "2026-03-20"}


def considered(house: House, **more: Any) -> str:
    number = house.register(**{"kind": "application", **more}).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    return number


def waiting(house: House, number: str, paper: str, to: str = HEAD, **said: Any) -> PaperDraft:
    if paper == "interim_reply":  # there is one where an inspection was ordered (29I.52.6)
        days = {"since": said["since"], "until": said["until"]}
        house.step(HEAD, "order_inspection", number, check=said["check"], **days)
    author = UNIT_HEAD if paper == "control_memo" else EXECUTOR
    draft = str(house.step(author, f"write_{paper}", number, **said).answers[0]["children"][-1])
    house.step(author, "send_to_sign", draft, procedure=paper, signatory=house.people[to].pk)
    return PaperDraft.objects.get(proceeding__number=draft)


def sign(house: House, number: str, draft: PaperDraft, login: str = HEAD) -> IssuedPaper:
    said = {"draft": draft.proceeding.number, "seen": digest_of(draft.contents)}
    perform(Act("appeal", "sign_paper", house.actor(login).again(), said, on=(number,)))
    draft.refresh_from_db()
    assert draft.issued is not None
    return draft.issued


def words_of(paper: IssuedPaper) -> str:
    with pypdfium2.PdfDocument(pdf_of(paper)) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


@pytest.mark.parametrize(("language", "approved"), [("ru", "УТВЕРЖДАЮ"), ("kk", "БЕКІТЕМІН")])
def test_the_head_approves_what_its_author_has_signed(house: House, language: str, approved: str) -> None:
    number = considered(house)
    reasons = {"ru": MEMO["reasons"], "kk": "Қаражаттың жұмсалуын тексеру қажет, ол ұзаққа созылады."}[language]
    memo = sign(
        house, number, waiting(house, number, "control_memo", **MEMO | {"language": language, "reasons": reasons})
    )
    said = words_of(memo)
    author, head = house.people[UNIT_HEAD], house.people[HEAD]
    for words in (approved, head.full_name, author.full_name, reasons, number, memo.number):
        assert words in said, said
    assert said.index(head.full_name) < said.index(author.full_name), "who approves stands above"
    assert (memo.paper, memo.number.rpartition("/")[0], memo.signer_id) == ("control_memo", number, head.pk)
    assert (memo.power["post"], memo.power["point"]) == ("head", "29I.52.3")
    entry = Entry.objects.get(proceeding=memo.proceeding, proceeding_version=memo.version)
    assert entry.data["papers"][0]["pdf_sha256"] == memo.sha256
    told = confirmed(memo.code)
    assert told is not None
    assert (told.sha256, told.title is not None) == (memo.sha256, True)
    assert not to_send(memo.proceeding_id), "a memo stays in the house"
    assert not list(integrity.faults())


def test_an_interim_reply_goes_to_the_applicant(house: House) -> None:
    number = considered(house)
    reply = sign(house, number, waiting(house, number, "interim_reply", EXECUTOR, **REPLY), EXECUTOR)
    said = words_of(reply)
    for words in ("проверка теплосети", "6 марта 2026", "20 марта 2026", "десяти рабочих дней"):
        assert words in said, said
    row = Proceeding.objects.get(number=number)
    shown = followed(row.track or "")
    assert shown is not None
    assert "interim_reply" not in {each["row"].paper for each in shown.papers}, "it is signed and not sent"
    assert to_send(row.pk) == [reply]
    house.step(EXECUTOR, "send_paper", number, paper=reply.pk, way="post", remark="RR 7")
    sent = Dispatch.objects.get()
    assert (sent.paper, sent.way, sent.addressee) == (reply, "post", row.applicant)
    shown = followed(row.track or "")
    assert shown is not None
    assert "interim_reply" in {each["row"].paper for each in shown.papers}
    assert (row.state, to_send(row.pk)) == ("under_review", [])


def test_on_the_portal_it_is_sent_by_the_signature(house: House) -> None:
    number = considered(house, channel="portal")
    reply = sign(house, number, waiting(house, number, "interim_reply", EXECUTOR, **REPLY), EXECUTOR)
    assert [(each.paper, each.way) for each in Dispatch.objects.all()] == [(reply, "portal")]


def test_what_one_holds_names_the_drafts_of_papers(house: House) -> None:
    number = considered(house)
    waiting(house, number, "control_memo", **MEMO)
    author, head = house.people[UNIT_HEAD].pk, house.people[HEAD].pk
    held = held_by([author, head])
    assert [each.procedure for each in held[author].drafts] == ["control_memo"]
    assert [each.procedure for each in held[head].signatures] == ["control_memo"]


def test_its_parts_leave_as_a_document_and_come_back(house: House) -> None:
    number = considered(house)
    said = {**MEMO, "until": "2026-09-01"}
    draft = str(house.step(UNIT_HEAD, "write_control_memo", number, **said).answers[0]["children"][-1])
    row = PaperDraft.objects.get(proceeding__number=draft)
    document = docx.Document(io.BytesIO(document_of(row)))
    headings = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings == ["Обоснование"]
    next(each for each in document.paragraphs if each.text == MEMO["reasons"]).text = "Нужна проверка за три года."
    kept = io.BytesIO()
    document.save(kept)
    assert contents_from(row, kept.getvalue()) == {
        **row.contents,
        "reasons": "Нужна проверка за три года.",
    }
    assert row.contents["until"] == "2026-09-01"


def test_a_table_is_written_row_by_row() -> None:
    form = form_of_draft(END_CONCLUSION)
    said = form.model_validate(
        {"language": "ru", "earlier": "№ 5 | 01.02.2026 | отказано\n№ 9 | 03.03.2026 | отказано"}
    )
    found = values_of(END_CONCLUSION, said.model_dump(mode="json"))
    assert found["earlier"] == [["№ 5", "01.02.2026", "отказано"], ["№ 9", "03.03.2026", "отказано"]]
    with pytest.raises(ValueError, match="earlier"):
        values_of(END_CONCLUSION, {"earlier": "№ 5 | 01.02.2026"})


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_form_of_a_draft_has_the_fields_of_its_paper(name: str) -> None:
    written = WRITTEN[name]
    fields = {each.name for each in written.paper.fields()}
    assert fields <= set(written.form.model_fields)
    assert written.form.model_validate({"language": "kk"}), "a draft may be kept with gaps"
    assert {"sign", "agree", "object", "send_back"} <= set(written.table.step_of)
    assert not faults_of_steps()
    assert dt.date.fromisoformat("2026-03-06") == values_of(WRITTEN["interim_reply"].paper, REPLY)["since"]
