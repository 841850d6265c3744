"""Files of a case are given to who may see it; every look is in the log; who may read the log."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework import files
from nadzor.casework.models import Look, Proceeding, StoredFile
from tests.api.callers import Callers
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
FILE = {"name": "жалоба №1.pdf", "content_type": "application/pdf", "base64": "JVBERi0="}


def with_file(house: House, **changes: str) -> tuple[str, StoredFile]:
    done = house.register(attachments=[{**FILE, **changes}])
    return done.number, StoredFile.objects.get(proceeding__number=done.number)


def looks() -> list[tuple[str, str, str]]:
    rows = Look.objects.select_related("person", "client").order_by("pk")
    return [(row.person.surname if row.person else "", row.way, row.what) for row in rows]


def test_a_file_is_given_as_an_attachment_and_logged(house: House, enter: SignedIn) -> None:
    number, file = with_file(house)
    head = enter("almaty.head")
    link = reverse("file", args=[number, file.public_id])
    assert link in head.get(reverse("proceeding", args=[number])).content.decode()
    answer = head.get(link, REMOTE_ADDR="192.0.2.9")
    assert b"".join(answer.streaming_content) == b"%PDF-"  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%D0%B6%D0%B0%D0%BB%D0%BE%D0%B1%D0%B0%20%E2%84%961.pdf"
    )
    assert "no-store" in answer["Cache-Control"]
    look = Look.objects.latest("pk")
    assert (look.proceeding.number if look.proceeding else "", look.way, look.what) == (number, "file", FILE["name"])
    assert (look.person, look.address, look.at) == (house.people["almaty.head"], "192.0.2.9", MORNING)


@pytest.mark.parametrize(
    ("name", "said", "sent", "type_sent"),
    [
        ("a.html", "text/html", 'attachment; filename="a.html"', "application/octet-stream"),
        ("../../etc/x.txt", "text/plain; charset=x", 'attachment; filename="x.txt"', "text/plain"),
        (
            "a\r\nSet-Cookie: b.txt",
            "nonsense",
            'attachment; filename="a__Set-Cookie: b.txt"',
            "application/octet-stream",
        ),
        ("..", "image/png", 'attachment; filename="file"', "image/png"),
        ('q"x.txt', "text/plain", 'attachment; filename="q\\"x.txt"', "text/plain"),
    ],
)
def test_names_and_types_from_outside_do_no_harm(
    house: House, enter: SignedIn, *, name: str, said: str, sent: str, type_sent: str
) -> None:
    number, file = with_file(house)
    StoredFile.objects.update(name=name, content_type=said)
    answer = enter("almaty.head").get(reverse("file", args=[number, file.public_id]))
    assert answer["Content-Type"] == type_sent
    assert answer["Content-Disposition"] == sent


def test_a_foreign_file_does_not_exist(house: House, enter: SignedIn) -> None:
    number, file = with_file(house)
    other, _ = with_file(house)
    link = reverse("file", args=[number, file.public_id])
    assert enter("almaty.executor2").get(link).status_code == 404
    assert enter("almaty.head").get(reverse("file", args=[other, file.public_id])).status_code == 404
    assert Client().get(link).status_code == 302
    assert not Look.objects.exists()


def test_a_file_gone_from_the_disk_is_told(house: House, enter: SignedIn) -> None:
    number, file = with_file(house)
    files.path_of(file.sha256).unlink()
    answer = enter("almaty.head").get(reverse("file", args=[number, file.public_id]))
    assert answer.status_code == 404
    assert "restored from a backup" in answer.content.decode()
    assert not Look.objects.exists()


def test_every_way_of_looking_is_logged(house: House, enter: SignedIn) -> None:
    done = house.register()
    head, surname = enter("almaty.head"), house.people["almaty.head"].surname
    head.get(reverse("proceeding", args=[done.number]))
    head.get(reverse("search"), {"q": "Проб"})
    head.get(reverse("search"), {"q": "Ешқандай"})
    public = Client()
    public.post(reverse("follow"), {"code": done.answers[0]["track"]}, follow=True)
    caller = Callers(house).of("almaty.head")
    caller.get("/proceedings", q="свет")
    caller.get("/proceedings")
    caller.get(f"/track/{done.answers[0]['track']}")
    assert looks() == [
        (surname, "page", ""),
        (surname, "search", "Проб"),
        ("", "follow", ""),
        (surname, "search", "свет"),
        ("", "follow", ""),
    ]


@pytest.mark.norm("29I.61.5")
def test_only_the_security_officer_reads_the_log_of_the_office(house: House, enter: SignedIn) -> None:
    number = house.register().number
    enter("almaty.head").get(reverse("proceeding", args=[number]), REMOTE_ADDR="192.0.2.9")
    for login in ("almaty.head", "almaty.admin", "almaty.registrar"):
        answer = enter(login).get(reverse("access-log"))
        assert answer.status_code == 403
        assert number not in answer.content.decode()
    for login, sees in (("almaty.security", True), ("gpo.security", True)):
        body = enter(login).get(reverse("access-log")).content.decode()
        assert (number in body) is sees
        assert "192.0.2.9" in body
    elsewhere = house.register(addressed_to="710000-oblast", login="gpo.operator").number
    Look.objects.create(proceeding=Proceeding.objects.get(number=elsewhere), at=MORNING, address="", way="page")
    assert elsewhere not in enter("almaty.security").get(reverse("access-log")).content.decode()
    assert elsewhere in enter("gpo.security").get(reverse("access-log")).content.decode()


def test_the_log_is_narrowed_and_its_reader_logged(house: House, enter: SignedIn) -> None:
    first, second = house.register().number, house.register(text="Другое дело").number
    head, registrar = house.people["almaty.head"], house.people["almaty.registrar"]
    enter("almaty.head").get(reverse("proceeding", args=[first]))
    enter("almaty.registrar").get(reverse("proceeding", args=[second]))
    Look.objects.filter(person=registrar).update(at=MORNING - dt.timedelta(days=1))
    officer, page = enter("almaty.security"), reverse("access-log")

    def found(**asked: str) -> set[str]:
        body = officer.get(page, asked).content.decode()
        table = body[body.find("<tbody>") :]
        return {number for number in (first, second) if number in table}

    assert found(who=head.surname.lower()[:4]) == {first}
    assert found(day="05.03.2026") == {first}
    assert found(day="04.03.2026") == {second}
    assert found(day="04.03.2026", who=head.surname) == set()
    assert found(case=second) == {second}
    wrong = officer.get(page, {"day": "yesterday", "who": "Ә"})
    assert wrong.status_code == 422
    assert 'value="yesterday"' in wrong.content.decode()
    assert officer.get(page, {"day": "31.12.9999"}).status_code == 422, "no day comes after it"
    assert 'value="Ә"' in wrong.content.decode()
    reading = Look.objects.filter(way="log").order_by("pk")
    assert [(row.proceeding.number if row.proceeding else None, row.what) for row in reading][:2] == [
        (None, head.surname.lower()[:4]),
        (None, "05.03.2026"),
    ]
    assert Look.objects.filter(way="log", proceeding__number=second, what=second).count() == 1
    assert "the log itself" in officer.get(page).content.decode()


def test_a_long_log_has_pages(house: House, enter: SignedIn) -> None:
    case = Proceeding.objects.get(number=house.register().number)
    Look.objects.bulk_create(
        Look(proceeding=case, at=MORNING, address="", way="page", reason=f"reason-{n:03}") for n in range(60)
    )
    officer = enter("almaty.security")
    first = officer.get(reverse("access-log")).content.decode()
    assert ("reason-059" in first, "reason-010" in first, "reason-009" in first) == (True, True, False)
    after = Look.objects.get(reason="reason-010").pk
    assert f"after={after}" in first
    second = officer.get(reverse("access-log"), {"after": str(after)}).content.decode()
    assert ("reason-009" in second, "reason-000" in second, "reason-010" in second) == (True, True, False)
