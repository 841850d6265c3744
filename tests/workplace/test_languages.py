"""Every page and every error of every form in three languages: no sentence of another one."""

import re
import uuid
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from nadzor import clock
from nadzor.appeals.applicant.doings import DOINGS
from nadzor.casework.delivery import PostList
from nadzor.casework.destroying import propose_all
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.structure import STEPS, StructureAct, change_structure
from nadzor.organs.models import Acting, Body, Person, Unit
from nadzor.papers.models import IssuedPaper
from nadzor.workplace import steps
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from nadzor.workplace.many.keeping import add_rows
from nadzor.workplace.many.models import PaperBatch
from tests.checked import lay
from tests.ended import lay as lay_ended
from tests.house import MORNING, House
from tests.post import posted
from tests.workplace.conftest import SignedIn
from tests.workplace.tongues import Page, foreign

pytestmark = pytest.mark.django_db
LANGUAGES = ["kk", "ru", "en"]
HEAD, REGISTRAR, EXECUTOR, SECURITY, ADMIN, OPERATOR = (
    "almaty.head",
    "almaty.registrar",
    "almaty.executor1",
    "almaty.security",
    "almaty.admin",
    "gpo.operator",
)
# What is no page: papers, tables and files have tests of their own; the gallery is for who builds the pages.
NO_PAGE = frozenset(
    """
    healthz readyz metrics set_language inbox-table calendar-feed statistics-book statistics-paper scan
    statistics-list-table register-pdf draft-pdf case-pdf receipt-pdf file file-receipt-pdf gallery paper
    post-list-table post-list-pdf courier-pdf
    my-data-file kept-file destruction-act
    draft-docx slip-pdf
    paper-columns papers-table papers-progress
    batch-file batch-progress cancel-batch begin-batch-again envelope post-list-papers post-batch
    """.split()  # noqa: SIM905  # read as a line of words
)
GREEK = {
    "applicant": {
        "type": "person",
        "iin": "960101500101",
        "surname": "Δοκιμή",
        "name": "Σοφία",
        "postal_address": "Οδός 1",
    },
    "representative": {"type": "person", "surname": "Πρώτη", "name": "Ρόζα", "phone": "+7 700 000 00 00"},
    "complained_of": [{"name": "Π. Π.", "post": "Επιθεωρητής", "body": "Γραφείο"}],
    "attachments": [{"name": "γράμμα.txt", "content_type": "text/plain", "base64": "0LTQsA=="}],
    "text": "Δεν υπάρχει φως στην αυλή.",
    "demands": "Να επισκευαστεί.",
}
UNIT_HEAD = "almaty.interests.head"
DRAFT = {
    "arguments": [{"argument": "Δεν υπάρχει φως.", "finding": "confirmed", "facts": "Αυτοψία."}],
    "text": "Έγινε έλεγχος.",
    "norms": "Νόμος, 24",
    "contest": "Ένσταση.",
}


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, str]]:
    for each in (resolver or get_resolver()).url_patterns:
        place = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each, place)
        elif isinstance(each, URLPattern) and not place.startswith("api/"):
            yield str(each.name or place), place


@pytest.fixture
def laid(house: House) -> dict[str, str]:  # noqa: PLR0915  # one line a case
    """Cases in each procedure, so that no step is without a page."""
    opened = house.register(**GREEK).number
    oral = house.register(**GREEK, channel="oral", repeat_of=opened, repeat_reason="faults").number
    review = house.register(**GREEK, kind="application").number
    answered, drafted, waits, signed = (house.register(**GREEK).number for _ in range(4))
    executor = house.people[EXECUTOR]
    for number in (review, answered, drafted, waits, signed):
        house.step(REGISTRAR, "assign", number, executor=executor.pk)
    asked = {"addressee": "Δήμος", "asked": "Συμβόλαιο", "due": "2026-03-12"}
    house.step(EXECUTOR, "ask_for_materials", review, **asked)
    house.step(HEAD, "forward_part", opened, body="Δήμος", part="Δεν υπάρχει φως.", reason="Αρμοδιότητα.")
    house.step(HEAD, "ask_to_cure", opened, missing=["signature"], due="2026-03-20")
    given = {"giver": "Π. Π.", "post": "Επιθεωρητής", "taken_on": "2026-03-05", "words": "Έτσι."}
    house.step(EXECUTOR, "take_explanation", review, **given)
    other = house.people["almaty.executor2"].pk
    house.step(HEAD, "record_interest", review, person=other, words="Συγγενής.")
    house.step(EXECUTOR, "report_harm", review, reason="Απειλές.")
    ended = house.register(**GREEK).number
    house.step(REGISTRAR, "assign", ended, executor=executor.pk)
    house.answer(ended, **DRAFT)
    house.step(EXECUTOR, "close", ended)
    kept = {"years": 1, "ground": "Άρθρο 7", "since": "2026-03-05", "order_number": "1", "order_day": "2026-03-01"}
    change_structure(StructureAct("set_retention", house.actor(ADMIN), "750000-oblast", kept))
    with clock.standing_at(MORNING.replace(year=2028)):
        propose_all()
    draft = house.draft(drafted, **DRAFT)
    house.answer(answered, **DRAFT)
    life = {"procedure": "answer_draft"}
    again = {"outcome": "answer", "language": "ru", **DRAFT, "text": "Έγινε νέος έλεγχος."}
    house.step(EXECUTOR, "rewrite", draft, **life, **again)
    house.step(EXECUTOR, "send_for_agreement", draft, **life, agreers=[house.people[HEAD].pk])
    house.step(HEAD, "comment", draft, **life, part="norms", text="Ποιο άρθρο;")
    slip = {"ground": "own", "found_on": "2026-03-05", "part": "text", "wrong": "Έγινε", "right": "Εγένετο"}
    house.step(EXECUTOR, "correct_slip", answered, **slip, signatory=house.people[HEAD].pk)
    house.to_sign(house.draft(waits, **DRAFT))
    house.to_sign(house.draft(signed, **DRAFT))
    house.sign(signed)
    house.step(UNIT_HEAD, "ask_extension", review, until="2026-04-10", reasons="Επειδή.")
    house.step(HEAD, "order_inspection", review, check="Έλεγχος", since="2026-03-06", until="2026-03-20")
    house.step(HEAD, "take_under_control", review, reason="Επειδή.")
    house.step(EXECUTOR, "write_interim_reply", review, language="ru", check="Έλεγχος", since="2026-03-06")
    memo = {"language": "ru", "addressee": "Προς", "reasons": "Επειδή."}
    written = str(house.step(UNIT_HEAD, "write_control_memo", review, **memo).answers[0]["children"][-1])
    house.step(UNIT_HEAD, "send_to_sign", written, procedure="control_memo", signatory=house.people[HEAD].pk)
    posted(house, answered)
    checked = house.register(**GREEK, kind="application").number
    house.step(REGISTRAR, "assign", checked, executor=executor.pk)
    lay(house, checked, "Έλεγχος")
    house.step(REGISTRAR, "ask_access", answered, words="Όλα.")
    contested = complained(house, answered)
    ending = house.register(**GREEK, kind="application").number
    house.step(REGISTRAR, "assign", ending, executor=executor.pk)
    house.termination(ending, EXECUTOR, reasons="Δικαστήριο.", norms="70")
    again = lay_ended(house, oral, answered, "Τέλος.", **GREEK)
    found = {row.procedure: row.number for row in Proceeding.objects.exclude(procedure="appeal").order_by("-pk")}
    assert {*found, "appeal"} == {*PROCEDURES}
    return {
        **found,
        "appeal": review,
        "checked": checked,
        "open": opened,
        "oral": oral,
        "answered": answered,
        "answer_draft": draft,
        "waits": waits,
        "contested": contested,
        "ending": ending,
        "again": again,
        "batches": " ".join(letters(house, state, review) for state in ("setting", "stopped", "done", "cancelled")),
        "papers": papers_together(house),
        "code": str(IssuedPaper.objects.get(answer__appeal__proceeding__number=answered).code),
        "track": str(Proceeding.objects.get(number=answered).track),
        "open_track": str(Proceeding.objects.get(number=opened).track),
    }


def papers_together(house: House) -> str:
    """Two papers of a batch, one of them with a fault; return the id of the batch."""
    now = clock.now()
    said = {"received_at": "05.03.2026 09:30", "channel": "paper", "type": "person", "addressed_to": "750000-oblast"}
    batch = PaperBatch.objects.create(
        public_id=uuid.uuid4(), maker=house.people[REGISTRAR], made_at=now, touched_at=now, key="Ω", common=said
    )
    add_rows(batch, [{"surname": "Δοκιμή", "text": "Ω", "iin": "960101500101"}, {"text": "Ω"}])
    return str(batch.public_id)


def complained(house: House, answered: str) -> str:
    """A complaint about an answer, both sides heard, its decision waiting for the head; return its number."""
    number = str(house.register(**GREEK, kind="complaint").number)
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    about = {"what": "act", "content": "Απάντηση", "office": "751110-district", "contested": answered}
    matter = str(house.step(EXECUTOR, "contest", number, **about).answers[0]["children"][-1])
    for side in ("official", "participant"):
        house.step(EXECUTOR, "not_heard", matter, procedure="complaint", side=side, why="Έγγραφο.")
    said = {"complainant": "Σοφία", "iin": "960101500101", "contested": "Απάντηση", "substance": "Τίποτα."}
    said |= {"reasons": "Επειδή.", "norms": "100", "decision": "Όχι.", "language": "ru", "outcome": "refuse"}
    draft = str(house.step(EXECUTOR, "write_complaint_decision", number, **said).answers[0]["children"][-1])
    signatory = house.people[HEAD].pk
    house.step(EXECUTOR, "send_to_sign", draft, procedure="complaint_decision", signatory=signatory)
    return number


def letters(house: House, state: str, number: str) -> str:
    """A batch of two letters in a state, one of them left out; return its id."""
    batch = LetterBatch.objects.create(
        public_id=uuid.uuid4(),
        maker=house.people[HEAD],
        made_at=clock.now(),
        touched_at=clock.now(),
        ended_at=clock.now(),
        kind="own",
        title={"ru": "Ω"},
        text={"ru": "Ω"},
        state=state,
        total=2,
        done=2,
        left_out=1,
    )
    row = Proceeding.objects.get(number=number)
    reason = {"kk": "Бұл іс енді сізге көрінбейді.", "ru": "Это дело вам не видно.", "en": "You do not see this case."}
    BatchLetter.objects.create(batch=batch, place=1, proceeding=row, number=number, done=True, reason=reason)
    return str(batch.public_id)


@pytest.fixture
def names() -> Any:
    """Names of people and places, and codes of units, which stay as they are in every language."""

    def found() -> re.Pattern[str]:
        known = {part for row in Person.objects.all() for part in (row.surname, row.given_name, row.patronymic) if part}
        for body in Body.objects.all():  # towns and regions are called in Russian with Kazakh letters too
            known |= {word for word in (body.ru + " " + body.kk).split() if len(word) > 3 and word.istitle()}
            known.add(body.code)
        known |= {row.code for row in Unit.objects.all() if row.code}
        return re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))

    return found


def pages(laid: dict[str, str], house: House) -> dict[str, list[tuple[str | None, str]]]:
    """By the name of an address: who opens it, and where."""
    number, person = laid["appeal"], house.people[EXECUTOR]
    cases = [laid[name] for name in ("open", "oral", "answered", "waits", "contested", "ending", "again", *PROCEDURES)]
    appointment = person.appointments.get()
    on = {
        "body": "750000-oblast",
        "person": person.pk,
        "unit": appointment.unit_id,
        "appointment": appointment.pk,
        "acting": Acting.objects.values_list("pk", flat=True).first(),
    }
    changes = [(name, on.get(str(step.on))) for name, step in STEPS.items()]
    return {
        "inbox": [(REGISTRAR, "/work/"), (EXECUTOR, "/work/?due=late"), (HEAD, "/work/?view=office&changed=yes")],
        "sign-in": [(None, "/work/sign-in/")],
        "second-factor": [(None, "/work/sign-in/second/")],
        "second-factor-key": [(None, "/work/sign-in/second/key/")],
        "to-provider": [(None, "/work/sign-in/organisation/")],
        "organisation-callback": [(None, "/work/sign-in/organisation/back/")],
        "my-factors": [(HEAD, "/work/my/second/")],
        "my-app": [(HEAD, "/work/my/second/app/")],
        "my-key": [(HEAD, "/work/my/second/key/")],
        "my-key-asked": [(HEAD, "/work/my/second/key/asked/")],
        "my-sessions": [(HEAD, "/work/my/sessions/")],
        "again-key": [(HEAD, "/work/again/key/")],
        "sign-ins": [(SECURITY, "/work/looks/sign-ins/"), (HEAD, "/work/looks/sign-ins/")],
        "left": [(HEAD, "/work/left/"), (EXECUTOR, "/work/left/")],
        "left-person": [(HEAD, f"/work/left/{person.pk}/")],
        "cabinet": [(None, "/my/")],
        "cabinet-enter": [(None, "/my/enter/")],
        "applicants-callback": [(None, "/my/back/")],
        "sign-out": [(None, "/work/sign-out/")],
        "password": [(HEAD, "/work/password/")],
        "search": [(HEAD, "/work/find/?q=Δοκιμή"), (HEAD, "/work/find/?q=Ω")],
        "assign-chosen": [(HEAD, f"/work/assign/?person={person.pk}")],
        "forward-chosen": [(HEAD, "/work/forward/")],
        "new-batch": [(REGISTRAR, "/work/letters/new/"), (SECURITY, "/work/letters/new/?number=Ω")],
        "batches": [(HEAD, "/work/letters/"), (SECURITY, "/work/letters/")],
        "batch": [(HEAD, f"/work/letters/{each}/") for each in laid["batches"].split()],
        "saved-views": [(HEAD, "/work/views/?view=office&due=late")],
        "saved-view": [(HEAD, "/work/views/1/")],
        "my-settings": [(HEAD, "/work/my/")],
        "my-keys": [(HEAD, "/work/my/keys/")],
        "my-lists": [(HEAD, "/work/my/lists/")],
        "my-calendar": [(HEAD, "/work/my/calendar/")],
        "my-data": [(HEAD, "/work/my/data/"), (SECURITY, "/work/my/data/")],
        "approve-destruction": [(HEAD, f"/work/case/{laid['destruction']}/approve/")],
        "notices": [(HEAD, "/work/notices/"), (EXECUTOR, "/work/notices/")],
        "answer-templates": [(HEAD, "/work/templates/")],
        "new-answer-template": [(HEAD, "/work/templates/new/"), (EXECUTOR, "/work/templates/new/")],
        "answer-template": [(HEAD, "/work/templates/1/")],
        "control": [(HEAD, "/work/control/"), (SECURITY, "/work/control/")],
        "under-control": [(HEAD, "/work/control/mine/"), (EXECUTOR, "/work/control/mine/")],
        "statistics": [
            (HEAD, "/work/statistics/?office=all&since=2026-01-01"),
            (HEAD, "/work/statistics/?since=yesterday&office=nowhere"),
            (EXECUTOR, "/work/statistics/"),
        ],
        "statistics-list": [(HEAD, "/work/statistics/list/?figure=received&office=all")],
        "intake": [(REGISTRAR, "/work/intake/"), (EXECUTOR, "/work/intake/")],
        "many": [(REGISTRAR, "/work/intake/many/"), (EXECUTOR, "/work/intake/many/")],
        "papers": [(REGISTRAR, f"/work/intake/many/{laid['papers']}/")],
        "paper-row": [(REGISTRAR, f"/work/intake/many/{laid['papers']}/{place}/") for place in (1, 2)],
        "papers-again": [(REGISTRAR, f"/work/intake/many/{laid['papers']}/again/")],
        "call": [(OPERATOR, "/work/call/"), (REGISTRAR, "/work/call/")],
        "access-log": [(SECURITY, "/work/looks/"), (HEAD, "/work/looks/"), (SECURITY, "/work/looks/?day=Ω")],
        "roots": [(HEAD, "/work/journal/")],
        "root": [(HEAD, "/work/journal/2026-03-04/")],
        "registers": [(REGISTRAR, "/work/registers/"), (EXECUTOR, "/work/registers/")],
        "register": [
            (HEAD, "/work/registers/750000-oblast/appeals/2026/"),
            (SECURITY, "/work/registers/750000-oblast/outgoing/2026/"),
        ],
        "structure": [(ADMIN, "/work/structure/"), (HEAD, "/work/structure/")],
        "structure-body": [(ADMIN, "/work/structure/body/750000-oblast/")],
        "structure-person": [(ADMIN, f"/work/structure/person/{person.pk}/")],
        "structure-change": [(ADMIN, f"/work/structure/{name}/{at}/") for name, at in changes if at is not None],
        "letters": [(REGISTRAR, "/work/dispatch/letters/"), (EXECUTOR, "/work/dispatch/letters/")],
        "post-list": [(REGISTRAR, f"/work/dispatch/letters/{PostList.objects.latest('pk').pk}/")],
        "courier-book": [(REGISTRAR, "/work/dispatch/courier/")],
        "undelivered": [(REGISTRAR, "/work/dispatch/undelivered/"), (SECURITY, "/work/dispatch/undelivered/")],
        "mail-server": [(ADMIN, "/work/mail/"), (HEAD, "/work/mail/")],
        "dispatch-book": [(REGISTRAR, "/work/dispatch/"), (SECURITY, "/work/dispatch/")],
        "to-sign": [(HEAD, "/work/to-sign/"), (EXECUTOR, "/work/to-sign/"), (SECURITY, "/work/to-sign/")],
        "sign": [(who, f"/work/case/{at}/answer/") for who in (HEAD, EXECUTOR) for at in (laid["waits"], number)],
        "sign-slip": [(who, f"/work/case/{laid['answered']}/sign_slip/") for who in (HEAD, EXECUTOR)],
        "sign-paper": [(who, f"/work/case/{laid['appeal']}/sign_paper/") for who in (HEAD, EXECUTOR)],
        "decide-complaint": [
            (who, f"/work/case/{at}/decide_complaint/")
            for who in (HEAD, EXECUTOR)
            for at in (laid["contested"], number)
        ],
        "terminate": [
            (who, f"/work/case/{at}/terminate/") for who in (HEAD, EXECUTOR) for at in (laid["ending"], number)
        ],
        "complaint-tree": [(HEAD, f"/work/case/{laid['contested']}/complaints/")],
        "versions": [(HEAD, f"/work/case/{laid['answer_draft']}/versions/")],
        "draft-back": [(who, f"/work/case/{laid['answer_draft']}/draft-back/") for who in (HEAD, EXECUTOR)],
        "proceeding": [(HEAD, f"/work/case/{at}/?journal=all") for at in cases],
        "receipt": [(HEAD, f"/work/case/{at}/receipt/") for at in (laid["open"], laid["oral"])],
        "open-party": [(HEAD, f"/work/case/{laid['open']}/")],
        "step": [
            (HEAD, f"/work/case/{laid[name]}/{step.name}/")
            for name, procedure in PROCEDURES.items()
            for step in procedure.steps
            if step.opens is None
        ],
        "home": [(None, "/")],
        "memo": [
            (None, f"/can-help/?{asked}")
            for asked in (
                "",
                "matter=no&danger=no&whose=own&business=no&order=no",
                "matter=no&danger=yes",
                "matter=no&danger=no&whose=own&business=no&order=no&body=not_asked",
                "matter=no&danger=unsure&whose=own&business=no&order=no&body=decided",
                "matter=yes",
                "matter=assets",
            )
        ],
        "follow": [(None, "/follow/"), (None, f"/follow/?code={laid['track']}")],
        "answer-pdf": [(None, "/follow/answer.pdf")],
        "paper-pdf": [(None, "/follow/paper.pdf")],
        "confirm": [(None, f"/confirm/{laid['code']}/"), (None, "/confirm/AAAA-BBBB/")],
        "guide": [(None, "/who-considers/")],
        "words": [(None, "/words/"), (None, "/words/?q=Ω")],
        "offices": [(None, "/offices/"), (None, "/offices/?q=Ω")],
        "office": [(None, f"/offices/{code}/") for code in ("000000-military", "750000-oblast", "000000-gpo")],
        "system": [(None, "/system/")],
        "follow-do": [(None, f"/follow/{each.name}/") for each in DOINGS],
        "kept": [(None, "/follow/kept/")],
        "file": [(None, "/file/")],
        "file-forget": [(None, "/file/forget/")],
        "file-later": [(None, "{draft}/later/")],
        "file-receipt": [(None, "{draft}/receipt/")],
        "file-step": [
            (None, f"{{draft}}/{step}/") for step in ("to", "office", "what", "files", "about", "answer", "check")
        ],
    }


def test_no_address_is_forgotten(laid: dict[str, str], house: House) -> None:
    known = {name for name, _ in addresses()} - NO_PAGE | {"file"}
    assert {*pages(laid, house)} == known
    assert Body.objects.exists()
    assert StoredFile.objects.exists()


def typed(fields: list[tuple[str, dict[str, str]]], how: str) -> dict[str, str]:
    """A form filled with nothing, with nonsense, or with too much."""
    found = {}
    for tag, held in fields:
        kind = held.get("type", "text")
        if kind == "hidden":
            found[held["name"]] = held.get("value", "")
        elif how == "empty" or kind in {"checkbox", "file", "submit"}:
            continue
        elif tag == "select" or kind == "radio":
            found[held["name"]] = "Ω"
        elif how == "much":
            found[held["name"]] = "Ω" * (int(held.get("maxlength") or 0) % 70_000 + 1)
        else:
            found[held["name"]] = "Ω 31.02.2026"
    return found


def sent(browser: Client, address: str, page: Page) -> Iterator[tuple[str, Any]]:
    """Send each form of a page three times, and take back what it wrote."""
    for form, fields in page.forms:
        if form.get("method", "get").lower() != "post" or "sign-out" in form.get("action", ""):
            continue
        for how in ("empty", "nonsense", "much"):
            with transaction.atomic():
                yield how, browser.post(form.get("action") or address, typed(fields, how), follow=True)
                transaction.set_rollback(True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_foreign_sentence(house: House, laid: dict[str, str], enter: SignedIn, names: Any, language: str) -> None:
    known = names()
    wrong: dict[str, str] = {}
    public = Client()
    public.cookies["django_language"] = language
    draft = public.post(reverse("file"), {"begin": "1"})["Location"].rsplit("/", 2)[0]
    public.post(f"{draft}/what/", {"text": GREEK["text"]})
    public.post(reverse("follow"), {"code": laid["open_track"]})

    def read(place: str, answer: Any) -> Page | None:
        assert answer.status_code < 500, place
        if not answer.get("Content-Type", "").startswith("text/html") or not answer.content:
            return None
        page = Page(answer.content.decode())
        if page.lang != language:
            wrong[f"the page is in {page.lang}"] = place
        wrong.update(dict.fromkeys(foreign(page, known), place))
        return page

    with patch.object(steps, "permitted", lambda *_: None):
        for name, places in pages(laid, house).items():
            for who, address in places:
                place = address.format(draft=draft)
                browser = public if who is None else enter(who, language)
                page = read(name, browser.get(place))
                for how, answer in sent(browser, place, page) if page is not None else ():
                    read(f"{place} {how}", answer)
    assert not wrong, "\n".join(f"{place}: {each}" for each, place in sorted(wrong.items()))
