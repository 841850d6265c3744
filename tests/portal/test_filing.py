"""A citizen files an appeal in six steps, without an account."""

import datetime as dt
import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.accounts.models import Account, Attempt
from nadzor.appeals.models import Appeal
from nadzor.casework.files import sweep
from nadzor.casework.models import Entry, Key, Party, Proceeding, StoredFile
from nadzor.portal import drafts, filing
from nadzor.portal.models import Draft
from nadzor.portal.tasks import tidy_drafts
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
TO = {"area": "750000-oblast", "subject": "Нет света во дворе"}
WHAT = {"text": "Третий месяц не горит свет.", "demands": "Обязать починить."}
YOU = {
    "type": "person",
    "iin": "960101 500101",
    "surname": "Пробная",
    "given_name": "Заявительница",
    "patronymic": "Примеровна",
    "postal_address": "Алматы, улица Примерная, 1",
    "email": "probe@example.org",
    "phone": "+7 700 111 22 33",
}
PDF = b"%PDF-1.7 made up"


class Citizen:
    """A browser with a draft."""

    def __init__(self, language: str = "ru", **given: Any) -> None:
        self.browser = Client(**given)
        self.browser.cookies["django_language"] = language
        self.ref = ""

    def begin(self) -> "Citizen":
        answer = self.browser.post(reverse("file"), {"begin": "1"})
        assert answer.status_code == 302
        self.ref = answer.headers["Location"].split("/")[2]
        return self

    def at(self, page: str) -> str:
        return f"/file/{self.ref}/{page}/"

    def get(self, page: str) -> Any:
        return self.browser.get(self.at(page))

    def post(self, page: str, data: dict[str, Any] | None = None) -> Any:
        return self.browser.post(self.at(page), data or {})

    def send(self) -> Any:
        return self.post("check")

    @property
    def draft(self) -> Draft:
        return Draft.objects.get(ref=self.ref)

    def filled(self, **you: str) -> "Citizen":
        self.begin()
        for page, data in (("to", TO), ("what", WHAT), ("about", {**YOU, **you}), ("answer", {"language": "kk"})):
            assert self.post(page, data).status_code == 302
        return self


def a_file(name: str = "жалоба.pdf", content: bytes = PDF, kind: str = "application/pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=kind)


@pytest.mark.parametrize(
    ("language", "step_words", "sent_words", "due"),
    [
        ("kk", "6 қадамның 1-қадамы", "Жіберілді", "2026 жылғы"),
        ("ru", "Шаг 1 из 6", "Отправлено", "2026 г"),
        ("en", "Step 1 of 6", "Sent", "2026"),
    ],
)
def test_a_whole_filing(house: House, language: str, step_words: str, sent_words: str, due: str) -> None:
    citizen = Citizen(language)
    assert reverse("file") in citizen.browser.get(reverse("home")).content.decode()
    citizen.begin()
    first = citizen.get("to").content.decode()
    assert step_words in first
    for page, data, follows in (
        ("to", TO, "office"),
        ("office", {"office": ""}, "what"),
        ("what", WHAT, "files"),
        ("files", {"files": [a_file(), a_file("фото.jpg", b"\xff\xd8\xff", "image/jpeg")]}, "about"),
        ("about", YOU, "answer"),
        ("answer", {"language": "kk"}, "check"),
    ):
        shown = citizen.get(page).content.decode()
        assert (shown.count("<h1"), 'class="n-back"' in shown) == (1, True)
        answer = citizen.post(page, data)
        assert (answer.status_code, answer.headers["Location"]) == (302, citizen.at(follows))
    checked = citizen.get("check").content.decode()
    for told in ("Нет света во дворе", "Обязать починить.", "жалоба.pdf", "••••0101", "Примеровна", "Қазақша"):
        assert told in checked
    assert "960101" not in checked
    answer = citizen.send()
    assert answer.headers["Location"] == citizen.at("receipt")
    row = Proceeding.objects.get()
    receipt = citizen.get("receipt").content.decode()
    for told in (sent_words, row.number, str(row.track), "10:00", due):
        assert told in receipt
    facts = Appeal.objects.get()
    assert (facts.channel, facts.language, facts.missing, facts.flags) == ("portal", "kk", [], [])
    assert facts.text == "Нет света во дворе\n\nТретий месяц не горит свет."
    assert (facts.demands, row.body.code, row.received_at, row.kind) == (
        "Обязать починить.",
        "750000-oblast",
        MORNING,
        None,
    )
    party = Party.objects.get()
    assert (party.type, party.iin, party.surname, party.given_name) == (
        "person",
        "960101500101",
        "Пробная",
        "Заявительница",
    )
    assert (party.patronymic, party.email, party.phone) == ("Примеровна", "probe@example.org", "+7 700 111 22 33")
    assert [file.name for file in row.files.order_by("pk")] == ["жалоба.pdf", "фото.jpg"]
    entry = Entry.objects.get(proceeding=row)
    assert (entry.step, entry.actor, entry.person_id, entry.client_id) == ("register", "portal", None, None)
    assert (citizen.draft.said, citizen.draft.code, citizen.draft.number) == ({}, None, row.number)
    assert citizen.get("what").headers["Location"] == citizen.at("receipt")


def test_a_second_click_gets_the_first_receipt(house: House) -> None:
    citizen = Citizen().filled()
    first, second = citizen.send(), citizen.send()
    assert first.headers["Location"] == second.headers["Location"] == citizen.at("receipt")
    assert Proceeding.objects.count() == 1


def test_a_click_whose_end_was_lost_gets_the_first_receipt(house: House) -> None:
    citizen = Citizen().filled()
    before = Draft.objects.values("said", "code").get()
    citizen.send()
    row = Proceeding.objects.get()
    for sending_at in (MORNING, None):  # as the program left it, and changed since
        Draft.objects.update(**before, number="", sending_at=sending_at)
        with clock.standing_at(MORNING + dt.timedelta(minutes=3)):
            assert citizen.send().headers["Location"] == citizen.at("receipt")
        assert (Proceeding.objects.count(), citizen.draft.number, citizen.draft.said) == (1, row.number, {})


def test_the_same_text_sent_again_is_another_appeal(house: House) -> None:
    for _ in range(2):
        Citizen().filled().send()
    assert Proceeding.objects.count() == 2
    assert list(Appeal.objects.order_by("pk").values_list("duplicate_of", flat=True)) == [
        None,
        Proceeding.objects.order_by("pk").values_list("pk", flat=True)[0],
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "мәтінсіз жолданымды"), ("ru", "без текста обращение"), ("en", "without a text cannot")],
)
def test_no_text_stops_and_nothing_else_is_lost(house: House, language: str, words: str) -> None:
    citizen = Citizen(language).begin()
    answer = citizen.post("what", {"text": " \u200b ", "demands": "Починить"})
    shown = answer.content.decode()
    assert (answer.status_code, words in shown, "Починить" in shown, 'href="#id_text"' in shown) == (
        422,
        True,
        True,
        True,
    )
    refused = citizen.send()
    assert (refused.status_code, words in refused.content.decode()) == (422, True)
    assert 'href="#row_what"' in refused.content.decode()
    assert Proceeding.objects.count() == 0


@pytest.mark.parametrize(
    ("page", "data", "field"),
    [
        ("what", {"text": "ү" * 200_001}, "text"),
        ("what", {"text": "x", "demands": "x" * 200_001}, "demands"),
        ("to", {"subject": "x" * 151}, "subject"),
        ("about", {"surname": "x" * 101}, "surname"),
        ("about", {"iin": "1" * 21}, "iin"),
        ("about", {"members": "x\n" * 201}, "members"),
        ("about", {"members": "x" * 101}, "members"),
        ("about", {"postal_address": "x" * 501}, "postal_address"),
    ],
)
def test_too_much_is_told_and_kept(house: House, page: str, data: dict[str, str], field: str) -> None:
    citizen = Citizen("en").begin()
    answer = citizen.post(page, data)
    shown = answer.content.decode()
    assert (answer.status_code, f'href="#id_{field}"' in shown, data[field].strip() in shown) == (422, True, True)
    assert citizen.draft.said[field] == data[field].strip()
    assert citizen.send().status_code == 422


def test_a_text_of_200_000_letters_is_taken(house: House) -> None:
    citizen = Citizen().begin()
    assert citizen.post("what", {"text": "ү" * 200_000}).status_code == 302
    assert citizen.post("to", {"subject": "Свет"}).status_code == 302
    assert citizen.send().status_code == 422  # the two together are longer
    assert citizen.post("to", {"subject": ""}).status_code == 302
    assert citizen.send().status_code == 302
    assert len(Appeal.objects.get().text) == 200_000


@pytest.mark.parametrize(
    ("you", "told", "kind", "flags", "missing"),
    [
        ({"iin": "960101500102"}, filing.IIN_WRONG, "person", ["iin_check_failed"], []),
        ({"iin": "nonsense"}, filing.IIN_WRONG, "person", ["iin_check_failed"], []),
        ({"iin": ""}, None, "person", [], []),
        ({"email": "not an address"}, filing.EMAIL_WRONG, "person", [], []),
        ({"postal_address": ""}, filing.NO_ADDRESS, "person", ["incomplete"], ["postal_address"]),
        ({"surname": "", "given_name": ""}, filing.NO_NAME, "anonymous", ["anonymous", "incomplete"], ["applicant"]),
        ({"type": "anonymous"}, filing.NO_NAME, "anonymous", ["anonymous", "incomplete"], ["applicant"]),
        ({"type": "made up"}, None, "person", [], []),
        ({"type": "organisation", "organisation": "ТОО «Проба»"}, None, "organisation", [], []),
        ({"type": "organisation"}, None, "person", [], []),
        ({"type": "group", "members": "Первая А.\nВторой Б."}, None, "group", [], []),
        ({"type": "group"}, None, "group", [], []),
    ],
)
def test_a_warning_never_stops(  # noqa: PLR0917
    house: House, you: dict[str, str], told: Any, kind: str, flags: list[str], missing: list[str]
) -> None:
    citizen = Citizen("en").filled(**you)
    shown = citizen.get("check").content.decode()
    known = (filing.IIN_WRONG, filing.EMAIL_WRONG, filing.NO_ADDRESS, filing.NO_NAME)
    assert [each for each in known if each.en in shown] == ([told] if told else [])
    assert citizen.send().status_code == 302
    facts = Appeal.objects.get()
    assert (Party.objects.get(role="applicant").type, facts.flags, facts.missing) == (kind, flags, missing)


def test_who_writes_for_an_organisation_is_its_representative(house: House) -> None:
    Citizen().filled(type="organisation", organisation="ТОО «Проба»").send()
    parties = {party.role: party for party in Party.objects.all()}
    assert (parties["applicant"].organisation, parties["applicant"].iin) == ("ТОО «Проба»", "960101500101")
    assert (parties["representative"].surname, set(parties)) == ("Пробная", {"applicant", "representative"})


FOR_ANOTHER = {
    "rep_surname": "Защитников",
    "rep_given_name": "Пробный",
    "rep_patronymic": "Образцович",
    "rep_iin": "960101500101",
}


@pytest.mark.norm("29I.40.3")
@pytest.mark.parametrize(
    ("type_", "more"), [("person", {}), ("group", {"members": "Первая А.\nВторой Б."})], ids=["person", "group"]
)
def test_an_appeal_is_filed_through_a_representative(house: House, type_: str, more: dict[str, str]) -> None:
    citizen = Citizen("en").filled(type=type_, **more, **FOR_ANOTHER)
    shown = citizen.get("check").content.decode()
    assert filing.NO_AUTHORITY.en in shown  # nothing was attached
    assert "••••0101" in shown
    assert citizen.send().status_code == 302
    parties = {party.role: party for party in Party.objects.exclude(role="member")}
    assert parties["applicant"].surname == "Пробная"
    stands_in = parties["representative"]
    said = (stands_in.type, stands_in.surname, stands_in.given_name, stands_in.patronymic, stands_in.iin)
    assert said == ("person", "Защитников", "Пробный", "Образцович", "960101500101")


@pytest.mark.parametrize(
    ("you", "told"),
    [
        ({"rep_iin": "960101500101"}, False),  # nobody is named: there is no representative
        ({"type": "organisation", "organisation": "ТОО «Проба»", **FOR_ANOTHER}, True),  # its own stands above
        ({"type": "anonymous", **FOR_ANOTHER}, True),
    ],
)
def test_who_represents_nobody_named_is_left_out_and_told(house: House, you: dict[str, str], told: bool) -> None:
    citizen = Citizen("en").filled(**you)
    assert ("This will not be sent" in citizen.get("check").content.decode()) is told
    citizen.send()
    assert not Party.objects.filter(role="representative", surname="Защитников").exists()


def test_what_does_not_go_with_who_writes_is_told(house: House) -> None:
    citizen = Citizen("en").filled(type="anonymous", members="Кто-то")
    shown = citizen.get("check").content.decode()
    assert "This will not be sent, as it does not go with who writes:" in shown
    citizen.send()
    party = Party.objects.get()
    assert (party.iin, party.surname, party.email) == ("", "", "probe@example.org")


@pytest.mark.parametrize(
    ("area", "office", "goes_to"),
    [
        ("", "", "000000-gpo"),
        ("country", "", "000000-gpo"),
        ("made up", "made up", "000000-gpo"),
        ("750000-oblast", "", "750000-oblast"),
        ("750000-oblast", "a district of its own", ""),
        ("710000-oblast", "a district of another", "710000-oblast"),
        ("special", "000000-transport", "000000-transport"),
        ("special", "", "000000-gpo"),
    ],
)
def test_to_whom(house: House, area: str, office: str, goes_to: str) -> None:
    district = house.people["bostandyk.deputy"].appointments.get().body.code
    citizen = Citizen().begin()
    citizen.post("to", {"area": area})
    citizen.post("office", {"office": district if office.startswith("a district") else office})
    citizen.post("what", WHAT)
    citizen.send()
    assert Proceeding.objects.get().body.code == (goes_to or district)


def test_files_are_kept_at_once_taken_away_and_refused(house: House, settings: Any) -> None:
    citizen = Citizen("en").begin()
    assert citizen.post("files", {"files": [a_file()], "upload": "1"}).headers["Location"] == citizen.at("files")
    kept = StoredFile.objects.get()
    assert (kept.space, kept.proceeding_id) == (citizen.draft.space, None)
    large = a_file("film.mp4", b"0" * (25 * 1_048_576 + 1), "video/mp4")
    bad = [
        large,
        a_file("empty.pdf", b""),
        a_file("run.exe"),
        a_file("page.html", b"<p>", "text/html"),
        a_file("ok.pdf"),
    ]
    answer = citizen.post("files", {"files": [*bad, a_file("really.pdf", b"MZ program")], "go": "1"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    for name in ("film.mp4", "empty.pdf", "run.exe", "page.html", "really.pdf"):
        assert f"File not taken: {name}." in shown
    assert [file.name for file in StoredFile.objects.order_by("pk")] == ["жалоба.pdf", "ok.pdf"]
    citizen.post("files", {"remove": str(kept.public_id)})
    citizen.post("files", {"remove": "nonsense"})
    assert [file.name for file in StoredFile.objects.all()] == ["ok.pdf"]


def test_no_more_than_20_files_and_100_mb(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    citizen = Citizen("en").begin()
    citizen.post("files", {"files": [a_file(f"{place}.pdf") for place in range(19)]})
    answer = citizen.post("files", {"files": [a_file("20.pdf"), a_file("21.pdf")]})
    shown = answer.content.decode()
    assert (answer.status_code, StoredFile.objects.count(), "not taken: 21.pdf" in shown) == (422, 20, True)
    second = Citizen("en").begin()
    monkeypatch.setattr("nadzor.casework.files.LARGEST_TOGETHER", 2 * len(PDF))
    assert second.post("files", {"files": [a_file(), a_file(), a_file("c.pdf")]}).status_code == 422
    assert len(drafts.files_of(second.draft)) == 2


def test_a_large_body_is_read_only_where_the_browser_holds_the_draft(house: House) -> None:
    citizen, other = Citizen("en").begin(), Citizen("en").begin()
    large = PDF + b"0" * 6 * 1_048_576
    assert other.browser.post(citizen.at("files"), {"files": [a_file("scan.pdf", large)]}).status_code == 413
    assert citizen.post("what", {"files": [a_file("scan.pdf", large)]}).status_code == 413  # it takes no files
    assert citizen.post("files", {"files": [a_file("scan.pdf", large)]}).status_code == 302
    beyond = citizen.browser.generic("POST", citizen.at("files"), b"", CONTENT_LENGTH=str(102 * 1_048_576))
    assert (beyond.status_code, StoredFile.objects.count()) == (413, 1)


def test_somebody_elses_draft_is_not_there(house: House) -> None:
    own, other = Citizen().filled(), Citizen().begin()
    own.post("files", {"files": [a_file()]})
    for ref in (own.ref, str(uuid.uuid4())):
        for page in ("to", "what", "files", "check", "later", "receipt"):
            assert other.browser.get(f"/file/{ref}/{page}/").status_code == 404
        for page in ("what", "files", "check"):
            assert other.browser.post(f"/file/{ref}/{page}/", {"text": "чужое"}).status_code == 404
    other.post("files", {"remove": str(StoredFile.objects.get().public_id)})
    assert (StoredFile.objects.count(), own.draft.said["text"]) == (1, WHAT["text"])
    other.browser.cookies["drafts"] = uuid.UUID(own.ref).hex  # not signed by us
    assert other.get("to").status_code == 404
    assert own.get("no-such-step").status_code == 404


def test_a_draft_is_taken_up_on_another_device(house: House) -> None:
    first, second = Citizen("en").begin(), Citizen("en")
    left = first.post("what", {"text": "", "demands": "Half a thought", "later": "1"})  # no text stops no saving
    assert left.headers["Location"] == first.at("later")
    code = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", first.get("later").content.decode())
    assert code is not None
    taken = second.browser.post(reverse("file"), {"code": f" {code[0].lower().replace('-', ' ')} "})
    second.ref = first.ref
    assert taken.headers["Location"] == second.at("check")
    assert "Half a thought" in second.get("what").content.decode()
    second.post("what", WHAT)
    assert WHAT["text"] in first.get("check").content.decode()
    second.send()
    assert first.post("what", {"text": "Too late"}).headers["Location"] == first.at("receipt")
    assert Proceeding.objects.get().number in first.get("receipt").content.decode()
    again = Citizen("en").browser.post(reverse("file"), {"code": code[0]})
    assert (again.status_code, "There is no draft with this code" in again.content.decode()) == (422, True)


def test_codes_of_drafts_are_not_guessed(house: House) -> None:
    citizen = Citizen("en")
    for code in ["", *["AAAA-BBBB-CCCC-DDDD"] * 10]:
        assert citizen.browser.post(reverse("file"), {"code": code}).status_code == 422
    assert (Attempt.objects.count(), citizen.browser.post(reverse("file"), {"code": "x"}).status_code) == (10, 429)
    assert citizen.begin().get("to").status_code == 200  # a new appeal is begun all the same


def test_a_draft_of_thirty_days_is_no_more(house: House, settings: Any) -> None:
    citizen, kept = Citizen("en").filled(), Citizen("en").filled()
    citizen.post("files", {"files": [a_file()]})
    code = citizen.draft.code
    with clock.standing_at(MORNING + dt.timedelta(days=29)):
        kept.post("files", {"files": [a_file("kept.pdf")]})
        tidy_drafts(0)
        sweep()
        assert (Draft.objects.count(), StoredFile.objects.count()) == (2, 2)
        assert citizen.get("what").status_code == 200
    with clock.standing_at(MORNING + dt.timedelta(days=30, seconds=1)):
        gone = citizen.get("what")
        assert (gone.status_code, "no longer kept" in gone.content.decode()) == (404, True)
        assert citizen.send().status_code == 404
        assert citizen.browser.post(reverse("file"), {"code": str(code)}).status_code == 422
        tidy_drafts(0)
        assert [draft.ref.hex for draft in Draft.objects.all()] == [uuid.UUID(kept.ref).hex]
        assert [file.name for file in StoredFile.objects.all()] == ["kept.pdf"]
    assert Proceeding.objects.count() == 0


def test_files_of_an_appeal_outlive_its_draft(house: House) -> None:
    citizen = Citizen().filled()
    citizen.post("files", {"files": [a_file()]})
    citizen.send()
    with clock.standing_at(MORNING + dt.timedelta(days=31)):
        tidy_drafts(0)
        sweep()
    assert (Draft.objects.count(), Proceeding.objects.get().files.count()) == (0, 1)


def test_a_stale_form_is_refused_and_a_link_writes_nothing(house: House) -> None:
    citizen = Citizen().filled()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = citizen.browser.cookies
    for address in (
        citizen.at("what"),
        citizen.at("files"),
        citizen.at("check"),
        reverse("file"),
        reverse("file-forget"),
    ):
        assert strict.post(address, {"text": "чужой", "begin": "1"}).status_code == 403
    for page in ("to", "office", "what", "files", "about", "answer", "check", "later"):
        saved = citizen.draft.saved_at
        assert citizen.get(page).status_code == 200
        assert citizen.draft.saved_at == saved
    assert (Draft.objects.count(), Proceeding.objects.count(), Key.objects.count()) == (1, 0, 0)
    assert citizen.get("receipt").headers["Location"] == citizen.at("check")


def test_a_change_leads_back_to_the_check(house: House) -> None:
    citizen = Citizen().filled()
    shown = citizen.browser.get(citizen.at("about") + "?then=check").content.decode()
    assert '<input type="hidden" name="then" value="check">' in shown
    assert citizen.post("about", {**YOU, "then": "check"}).headers["Location"] == citizen.at("check")
    moved = citizen.post("to", {**TO, "then": "check"})
    assert moved.headers["Location"] == citizen.at("office") + "?then=check"


def test_what_cannot_be_seen_is_not_kept(house: House) -> None:
    citizen = Citizen().begin()
    citizen.post("what", {"text": "а\u202eб\x00в\r\nг й"})
    assert citizen.draft.said["text"] == "абв\nг й"


def test_nothing_stays_on_a_device_of_somebody_else(house: House) -> None:
    citizen = Citizen().filled()
    assert int(citizen.browser.cookies["drafts"]["max-age"]) == 30 * 24 * 3600
    sent = citizen.send()
    assert (sent.cookies["filed"]["max-age"], sent.cookies["drafts"]["max-age"]) == ("", 0)
    assert (sent.cookies["filed"]["httponly"], sent.cookies["filed"]["path"]) == (True, "/file/")
    left = citizen.browser.post(reverse("file-forget"))
    assert left.cookies["filed"]["max-age"] == 0
    assert citizen.get("receipt").status_code == 404


def test_an_evening_appeal_is_registered_on_the_next_working_day(house: House) -> None:
    with clock.standing_at(MORNING.replace(day=6, hour=19)):  # Friday; 9 March is a day off in place of the 8th
        citizen = Citizen("en").filled()
        citizen.send()
        receipt = citizen.get("receipt").content.decode()
    assert "outside working hours" in receipt
    assert "10 March 2026" in receipt


def test_somebody_of_the_staff_files_as_any_citizen(house: House) -> None:
    citizen = Citizen()
    citizen.browser.force_login(Account.objects.make("almaty.head", house.people["almaty.head"], None))
    citizen.filled().send()
    row = Proceeding.objects.get()
    assert (row.registrar_id, Entry.objects.get(proceeding=row).person_id) == (None, None)


@pytest.mark.norm("29I.18")
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"text": "Номера объектов.", "secrets": "true"}, "secrets"),
        ({"text": "Секретно\nНомера объектов."}, "text"),
        ({"text": "Номера объектов.", "demands": "Совершенно секретно"}, "demands"),
        ({"text": "Номера объектов.", "secrets": "true", "later": "1"}, "secrets"),
    ],
)
def test_state_secrets_are_turned_away_and_not_kept(house: House, typed: dict[str, str], field: str) -> None:
    citizen = Citizen("ru").begin()
    assert citizen.post("what", {"text": "Прежний текст."}).status_code == 302
    answer = citizen.post("what", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "лично в секретное делопроизводство прокуратуры" in page
    assert f'href="#id_{field}"' in page
    assert "Номера объектов." in page, "the page still shows what was typed"
    assert not any(citizen.draft.said.get(name) for name in ("text", "demands", "secrets"))
    assert citizen.post("what", {"text": "Секретного в тексте нет."}).status_code == 302
