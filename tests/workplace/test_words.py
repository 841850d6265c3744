"""What pages say: an anonymous writer in each language, values by their titles, numbers only to whom may see them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from nadzor.accounts.models import Account
from nadzor.api.wording import row_said
from nadzor.appeals.forms import KIND_TITLES, Assign, Register
from nadzor.casework.forms import parsed
from nadzor.casework.models import Proceeding
from nadzor.casework.refusals import Invalid
from nadzor.organs.directory import directory
from nadzor.organs.models import Person
from tests.house import LETTER, House
from tests.workplace.conftest import PASSWORD, SignedIn
from tests.workplace.test_pages import INTAKE, registered

pytestmark = pytest.mark.django_db
ANONYMOUS = {"kk": "аноним", "ru": "анонимное", "en": "anonymous"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_anonymous_writer_is_called_so_in_each_language(house: House, enter: SignedIn, language: str) -> None:
    number = house.register(applicant={"type": "anonymous"}).number
    browser = enter("almaty.registrar", language)
    for page in (
        reverse("inbox"),
        reverse("proceeding", args=[number]),
        reverse("receipt", args=[number]),
        reverse("step", args=[number, "note"]),
        f"{reverse('search')}?q=заявления",
    ):
        body = browser.get(page, follow=True).content.decode()
        words = set(body.replace("<", " ").replace(">", " ").split())
        assert words & set(ANONYMOUS.values()) == {ANONYMOUS[language]}, page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_program_is_told_so_in_its_language(house: House, language: str) -> None:
    row = Proceeding.objects.get(number=house.register(applicant={"type": "anonymous"}).number)
    with override(language):
        assert row_said(row, directory())["applicant"] == ANONYMOUS[language]


def told(form: type, data: dict[str, object], field: str) -> list[str]:
    with pytest.raises(Invalid) as refused:
        parsed(form, data)
    return list(refused.value.fields[field])


def test_values_are_named_by_their_titles_and_codes() -> None:
    kk, ru, en = told(Assign, {"executor": 1, "kind": "no-such"}, "kind")
    for said, place in ((kk, 0), (ru, 1), (en, 2)):
        for code, title in KIND_TITLES.items():
            assert f"{list(title)[place]} ({code})" in said
        assert " or " not in said
    assert ru.startswith("Выберите из списка: заявление (application), жалоба (complaint), ")


def test_who_writes_is_asked_for_without_codes() -> None:
    data = {**LETTER, "applicant": {"type": "person"}}
    for said, word in zip(told(Register, data, "applicant"), ("«аноним»", "«анонимное»", "“anonymous”"), strict=True):
        assert word in said
    assert "anonymous" not in told(Register, data, "applicant")[1]


def test_the_summary_leads_to_the_files(enter: SignedIn) -> None:
    browser = enter("almaty.registrar")
    many = [SimpleUploadedFile(f"{place}.txt", b"text", "text/plain") for place in range(21)]
    body = browser.post(reverse("intake"), {**INTAKE, "key": "k", "files": many}).content.decode()
    assert 'href="#id_files"' in body
    assert 'id="id_files"' in body
    assert "#id_attachments" not in body


@pytest.mark.parametrize(("seen", "link"), [(True, True), (False, False)])
def test_a_duplicate_is_named_to_whom_may_see_it(house: House, enter: SignedIn, seen: bool, link: bool) -> None:
    first = house.register(text=INTAKE["text"]).number
    browser = enter("almaty.registrar")
    receipt = registered(browser)
    if not seen:
        gpo = directory().by_code["000000-gpo"]
        other = {"body": gpo.id, "branch": gpo.branch_id, "registrar": house.people["gpo.executor"].pk}
        Proceeding.objects.filter(number=first).update(**other)
    body = browser.get(receipt).content.decode()
    assert "The same text from the same person came before:" in body
    assert (first in body) is link
    assert ("that case is not visible to you" in body) is not link


def test_a_password_that_is_shown_once_is_not_lost_by_a_change_of_language(house: House, enter: SignedIn) -> None:
    person = Person.objects.get(pk=house.people["almaty.executor1"].pk)
    Account.objects.make("almaty.executor1", person, PASSWORD)
    admin = enter("almaty.admin")
    page = reverse("structure-change", args=["renew_access", person.pk])
    assert 'class="n-lang"' in admin.get(page).content.decode()
    body = admin.post(page, {"reason": "Забыл", "confirmed": "true", "key": "k"}).content.decode()
    assert "Temporary password" in body
    assert 'class="n-lang"' not in body
