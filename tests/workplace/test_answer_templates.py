"""Templates of answers: written by those who may, every wording kept, slots filled and never given an ending."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework.loading import look
from nadzor.casework.refusals import ForbiddenByLaw
from nadzor.law.words import Lang
from nadzor.organs.models import Appointment
from nadzor.workplace.answer_templates import NAMES, SLOTS, filled, templates_for, wrong_text
from nadzor.workplace.models import AnswerTemplate, AnswerWording
from tests.house import DRAFT, House
from tests.workplace.conftest import SignedIn
from tests.workplace.test_pages import hidden

pytestmark = pytest.mark.django_db
NEW, ALL = "new-answer-template", "answer-templates"
TEXT = "Заявитель: {applicant}. Ваше обращение № {number} от {day} рассмотрено."


def office(house: House) -> str:
    return f"body-{Appointment.objects.get(person=house.people['almaty.head']).body_id}"


def unit(house: House) -> str:
    return f"unit-{Appointment.objects.get(person=house.people['almaty.executor1']).unit_id}"


def unit_head(house: House) -> str:
    held = Appointment.objects.get(person=house.people["almaty.executor1"])
    held.post = "unit_head"
    held.save()
    return "almaty.executor1"


def write(client: Client, of: str, **changes: Any) -> Any:
    said = {"of": of, "title": "Разъяснение", "language": "ru", "kind": "", "outcome": "", "text": TEXT}
    return client.post(reverse(NEW), {**said, "key": str(AnswerTemplate.objects.count()), **changes})


def change(client: Client, pk: int, **changes: Any) -> Any:
    page = reverse("answer-template", args=[pk])
    version = hidden(client.get(page).content.decode(), "version")
    said = {"title": "Разъяснение", "language": "ru", "kind": "", "outcome": "", "text": TEXT, "version": version}
    return client.post(page, {**said, **changes})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Заявитель: {applicant}", ""),
        ("№{number} от {day}, {today}; «{office}» ({executor}).", ""),
        ("Без мест и со скобкой { одной", ""),
        ("{day} күніне дейін", ""),
        ("Заявитель: {заявитель}, № {номер}", ""),
        ("Өтініш беруші: {өтініш беруші}, {тіркелген күн} тіркелген", ""),
        ("{заявитель}а", "{заявитель}а"),
        ("Дело {nomer}", "{nomer}"),
        ("Дело {}", "{}"),
        ("{Number}", "{Number}"),
        ("{ number }", "{ number }"),
        ("{number}-ға жауап", "{number}-ға"),
        ("{applicant}ға", "{applicant}ға"),
        ("{applicant}‑тың", "{applicant}‑тың"),
        ("{day}г.", "{day}г"),
        ("от{day}", "от{day}"),
    ],
)
def test_a_slot_is_known_and_takes_no_ending(text: str, told: str) -> None:
    wrong = wrong_text(text)
    assert (wrong is None) is (told == "")
    if wrong is not None:
        assert all(f": {told}" in said for said in wrong)


def test_slots_are_filled_in_the_language_of_the_template(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    case = look(number, actor=house.actor("almaty.head"))
    text = "\n".join(f"{{{name}}}" for name in SLOTS)
    assert set(NAMES) == set(SLOTS)
    name, executor = "Пробная Заявительница", house.people["almaty.executor1"].full_name
    unit, asked = case.directory.units[case.row.unit_id or 0].name, "Проверить и обязать починить."
    both: tuple[tuple[Lang, str, str, list[str]], ...] = (
        ("ru", "5 марта 2026 г.", case.body.name.ru, [unit.ru, "сообщение", asked, "⟦внесённый акт⟧"]),
        ("kk", "2026 жылғы 5 наурыз", case.body.name.kk, [unit.kk, "хабар", asked, "⟦енгізілген акт⟧"]),
    )
    for lang, day, called, more in both:
        own = "\n".join(f"{{{said.into(lang)}}}" for said in NAMES.values())
        assert filled(AnswerWording(language=lang, text=own), case) == filled(
            AnswerWording(language=lang, text=text), case
        )
        wording = AnswerWording(language=lang, text=text)
        assert filled(wording, case).split("\n") == [name, number, day, day, called, executor, *more]


@pytest.mark.parametrize(("lang", "told"), [("kk", "аноним"), ("ru", "анонимное")])
def test_what_is_put_in_is_no_slot(house: House, lang: str, told: str) -> None:
    odd = house.register(applicant={"type": "person", "surname": "{number}"}).number
    nobody = house.register(applicant={"type": "anonymous"}).number
    actor = house.actor("almaty.head")
    wording = AnswerWording(language=lang, text="{applicant}|{executor}|{")
    mark = {"kk": "⟦орындаушының аты-жөні⟧", "ru": "⟦имя исполнителя⟧"}[lang]
    assert filled(wording, look(odd, actor=actor)) == f"{{number}}|{mark}|{{"
    assert filled(wording, look(nobody, actor=actor)) == f"{told}|{mark}|{{"


def test_what_has_no_value_stops_the_draft(house: House) -> None:
    """A slot without a value stands as a mark, and the draft with it is not sent on (29I.85)."""
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    case = look(number, actor=house.actor("almaty.head"))
    wording = AnswerWording(language="ru", text="Вид: {kind}. Требования: {demands}. Внесён: {act}.")
    text = filled(wording, case)
    assert text == "Вид: сообщение. Требования: Проверить и обязать починить.. Внесён: ⟦внесённый акт⟧."
    draft = house.draft(number, text=text)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.to_sign(draft)
    assert "⟦…⟧" in refused.value.message.ru
    whole = filled(wording, case, act="протест")
    house.step("almaty.executor1", "rewrite", draft, procedure="answer_draft", **{**DRAFT, "text": whole})
    house.to_sign(draft)


def test_who_writes_for_whom(house: House, enter: SignedIn) -> None:
    of_office, of_unit = office(house), unit(house)
    head, plain = enter("almaty.head"), enter("almaty.assistant")
    assert write(head, of_office).status_code == 302
    assert write(head, of_unit).status_code == 302
    assert write(plain, of_office).status_code == 403
    assert plain.get(reverse(NEW)).status_code == 403
    leader = enter(unit_head(house))
    assert write(leader, of_unit).status_code == 302
    refused = write(leader, of_office)
    assert refused.status_code == 422
    assert "Choose from the list." in refused.content.decode()
    assert [row.unit_id is None for row in AnswerTemplate.objects.order_by("pk")] == [True, False, False]
    of_the_office = AnswerTemplate.objects.get(unit=None)
    page = reverse("answer-template", args=[of_the_office.pk])
    assert leader.post(page, {"withdraw": "true"}).status_code == 403
    assert TEXT in leader.get(page).content.decode()
    assert enter("bostandyk.deputy").get(page).status_code == 404


def test_every_wording_is_kept_with_who_and_when(house: House, enter: SignedIn) -> None:
    write(enter("almaty.head"), office(house))
    row = AnswerTemplate.objects.get()
    deputy = enter("almaty.deputy")
    assert change(deputy, row.pk, text="Другой текст.").status_code == 302
    assert change(deputy, row.pk, text="Другой текст.").status_code == 302  # nothing new: no new wording
    kept = list(row.wordings.order_by("number").values_list("number", "text", "changed_by"))
    people = house.people
    assert kept == [(1, TEXT, people["almaty.head"].pk), (2, "Другой текст.", people["almaty.deputy"].pk)]
    body = deputy.get(reverse("answer-template", args=[row.pk])).content.decode()
    assert people["almaty.head"].full_name in body
    assert TEXT in body


def test_a_stale_page_is_told_and_nothing_is_lost(house: House, enter: SignedIn) -> None:
    head = enter("almaty.head")
    write(head, office(house))
    row = AnswerTemplate.objects.get()
    change(enter("almaty.deputy"), row.pk, text="Первый.")
    answer = change(head, row.pk, text="Второй.", version="1")
    body = answer.content.decode()
    assert answer.status_code == 409
    assert house.people["almaty.deputy"].full_name in body
    assert "Второй.</textarea>" in body
    assert hidden(body, "version") == "2"
    assert row.wordings.count() == 2
    assert change(head, row.pk, text="Второй.").status_code == 302


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"text": ""}, "text"),
        ({"text": "{nomer}"}, "text"),
        ({"text": "{number}-ға"}, "text"),
        ({"language": "en"}, "language"),
        ({"language": ""}, "language"),
        ({"kind": "no-such"}, "kind"),
        ({"outcome": "no-such"}, "outcome"),
        ({"of": ""}, "of"),
        ({"of": "body-0"}, "of"),
    ],
)
def test_what_is_wrong_stands_at_its_field(house: House, enter: SignedIn, wrong: dict[str, str], field: str) -> None:
    head = enter("almaty.head")
    answer = write(head, **{"of": office(house), **wrong})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in body
    assert f'id="id_{field}_error"' in body
    assert "Разъяснение" in body or field == "title"
    assert not AnswerTemplate.objects.exists()


def test_all_that_is_wrong_is_told_at_once(house: House, enter: SignedIn) -> None:
    body = write(enter("almaty.head"), "x", title="", text="{nomer}").content.decode()
    assert [f'href="#id_{name}"' in body for name in ("of", "title", "text")] == [True, True, True]


def test_a_second_click_makes_one(house: House, enter: SignedIn) -> None:
    head = enter("almaty.head")
    first, second = (write(head, office(house), key="same") for _ in range(2))
    assert first["Location"] == second["Location"]
    assert AnswerWording.objects.count() == 1


def test_those_that_fit_a_case_nearest_first(house: House, enter: SignedIn) -> None:
    head, of_office, of_unit = enter("almaty.head"), office(house), unit(house)
    for of, title, more in (
        (of_office, "any", {}),
        (of_office, "message", {"kind": "message"}),
        (of_office, "complaint", {"kind": "complaint"}),
        (of_unit, "unit", {}),
        (of_unit, "kk", {"language": "kk"}),
        (of_office, "withdrawn", {}),
    ):
        assert write(head, of, title=title, **more).status_code == 302
    gone = AnswerWording.objects.get(title="withdrawn").template
    assert head.post(reverse("answer-template", args=[gone.pk]), {"withdraw": "true"}).status_code == 302
    number = house.register(kind="message").number
    actor = house.actor("almaty.head")

    def fit(lang: Any, of: str = number) -> list[str]:
        return [each.title for each in templates_for(look(of, actor=actor), lang)]

    assert fit("ru") == ["message", "any"]
    assert fit("kk") == []
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    assert fit("ru") == ["unit", "message", "any"]
    assert fit("kk") == ["kk"]
    open_kind = house.register(kind=None).number
    assert fit("ru", open_kind) == ["any"]
    listed = head.get(reverse(ALL)).content.decode()
    assert ">withdrawn<" not in listed
    assert ">complaint<" in listed
    assert change_refused(head, gone.pk)


def change_refused(client: Client, pk: int) -> bool:
    """Whether a withdrawn template stays as it was."""
    before = AnswerWording.objects.count()
    answer = client.post(
        reverse("answer-template", args=[pk]), {"title": "x", "language": "ru", "text": "x", "version": "1"}
    )
    return answer.status_code == 403 and AnswerWording.objects.count() == before


def test_a_unit_reads_its_own_and_the_offices(house: House, enter: SignedIn) -> None:
    head = enter("almaty.head")
    write(head, office(house), title="of the office")
    write(head, unit(house), title="of the unit")
    stranger = next(
        name
        for name, person in house.people.items()
        if name.startswith("almaty.")
        and (held := Appointment.objects.filter(person=person).first()) is not None
        and f"unit-{held.unit_id}" != unit(house)
        and held.post not in {"head", "deputy_head", "apparatus_head"}
    )
    for login, seen in (("almaty.executor1", True), (stranger, False)):
        listed = enter(login).get(reverse(ALL)).content.decode()
        assert "of the office" in listed
        assert ("of the unit" in listed) is seen
    assert Client().get(reverse(ALL)).status_code == 302
    assert enter("almaty.executor1").get(reverse("my-settings")).status_code == 200
