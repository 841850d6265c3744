"""What the lecture says of the system, held by the structure: collegia, appointments by the President, outsiders."""

from typing import Any

import pytest

from nadzor.casework.models import Proceeding
from nadzor.casework.refusals import Invalid, NoRight, NotFound, Refusal
from nadzor.casework.structure import Changed, StructureAct, change_structure
from nadzor.law.posts import LEVEL_OF, Body, Level
from nadzor.law.system import has_collegium
from nadzor.law.words import Phrase
from nadzor.organs.models import Appointment, Unit
from nadzor.organs.seed_data import SeedError, check_bodies, load_structure
from nadzor.organs.seed_records import BodySeed, Sphere
from tests.house import House

pytestmark = pytest.mark.django_db
ORDER = {"order_number": "7", "order_day": "2026-03-02", "since": "2026-03-05"}
NAMES = {"kk": "Алқа", "ru": "Коллегия", "en": "Collegium"}
GPO, MILITARY, TRANSPORT, ALMATY = "000000-gpo", "000000-military", "000000-transport", "750000-oblast"


def change(house: House, step: str, on: str, **data: Any) -> Changed:
    return change_structure(StructureAct(step, house.actor("gpo.admin"), on, data))


def new(login: str, post: str, **more: Any) -> dict[str, Any]:
    return {"surname": "Новичков", "login": login, "language": "ru", "post": post, **ORDER, **more}


COLLEGIA = [  # SYS.22: the centre, agencies, oblasts and those equal to them; no other
    (GPO, True),
    ("000000-committee", True),
    ("000000-asset-recovery", True),
    (MILITARY, True),
    (TRANSPORT, True),
    (ALMATY, True),
    ("000000-academy", False),
    ("751110-district", False),
    ("750000-garrison", False),
    ("710000-committee", False),
]


@pytest.mark.norm("SYS.22")
@pytest.mark.parametrize(("code", "formed"), COLLEGIA)
def test_a_collegium_is_made_where_the_system_has_one(house: House, code: str, *, formed: bool) -> None:
    if formed:
        change(house, "create_unit", code, code="collegium", **NAMES, **ORDER)
        assert Unit.objects.filter(body__code=code, code="collegium").exists()
        return
    with pytest.raises(Invalid) as refused:
        change(house, "create_unit", code, code="collegium", **NAMES, **ORDER)
    assert "No collegium is formed" in refused.value.fields["code"].en
    change(house, "create_unit", code, code="collegium-secretary", **NAMES, **ORDER)  # another unit is


@pytest.mark.norm("SYS.22")
def test_no_body_of_the_district_level_has_a_collegium() -> None:
    assert not [body for body in Body if LEVEL_OF[body] is Level.DISTRICT and has_collegium(body)]


# SYS.58 and SYS.27: these two are appointed by the President; nobody else is.
POSTS = [
    (GPO, "prosecutor_general", True),
    (MILITARY, "head", True),
    (MILITARY, "deputy_head", False),
    (TRANSPORT, "head", False),
    (GPO, "deputy_prosecutor_general", False),
    ("100000-oblast", "head", False),
]


@pytest.mark.norm("SYS.27", "SYS.58")
@pytest.mark.parametrize(("code", "post", "president"), POSTS)
def test_a_post_that_the_president_gives_needs_the_presidents_act(
    house: House, code: str, post: str, *, president: bool
) -> None:
    Appointment.objects.filter(body__code=code, post=post).delete()
    with pytest.raises(Invalid) as refused:
        change(house, "add_person", code, **new("new.one", post, presidential=not president))
    assert set(refused.value.fields) == {"presidential"}
    said = refused.value.fields["presidential"].en
    assert ("The President appoints to this post" in said) is president
    change(house, "add_person", code, **new("new.one", post, presidential=president))
    assert Appointment.objects.get(body__code=code, post=post).order_number == "7"


@pytest.mark.norm("SYS.27")
def test_an_appointment_of_somebody_who_serves_needs_it_too(house: House) -> None:
    Appointment.objects.filter(body__code=MILITARY, post="head").delete()
    person = house.people["almaty.executor1"]
    data = {"body": MILITARY, "post": "head", **ORDER}
    with pytest.raises(Invalid) as refused:
        change(house, "appoint", str(person.pk), **data)
    assert "on submission of the Prosecutor General" in refused.value.fields["presidential"].en
    change(house, "appoint", str(person.pk), **data, presidential=True)


def made(code: str, kind: Body, parent: str, sphere: Sphere) -> BodySeed:
    name = Phrase("Сынақ", "Проба", "Sample")
    return BodySeed(code, kind, parent, name, name, sphere)


@pytest.mark.norm("SYS.37")
@pytest.mark.parametrize("sphere", [Sphere.ENVIRONMENTAL, Sphere.CORRECTIONAL, Sphere.SPECIAL_OBJECTS])
def test_other_specialised_offices_have_the_rank_of_a_district(sphere: Sphere) -> None:
    gpo, oblast = (load_structure().body(code) for code in (GPO, ALMATY))
    below = made("750000-special", Body.DISTRICT, ALMATY, sphere)
    check_bodies((gpo, oblast, below))
    assert below.level is Level.DISTRICT
    for kind in (Body.OBLAST, Body.COMMITTEE, Body.MILITARY):
        with pytest.raises(SeedError) as refused:
            check_bodies((gpo, made("750000-special", kind, GPO, sphere)))
        assert "SYS.37" in refused.value.cites


@pytest.mark.norm("SYS.3")
@pytest.mark.parametrize("kind", ["akimat", "court", "police", "ministry"])
def test_no_other_body_enters_the_system(house: House, kind: str, tmp_path: Any) -> None:
    import shutil

    from nadzor.organs.seed_data import SEEDS

    shutil.copytree(SEEDS, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "structure.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('kind = "committee"', f'kind = "{kind}"', 1), encoding="utf-8")
    with pytest.raises(SeedError) as refused:
        load_structure(tmp_path)
    assert "SYS.3" in refused.value.cites
    body = {"kind": kind, "sphere": "territorial", "code": "759999-akimat", **NAMES, **ORDER}
    with pytest.raises(Invalid) as told:
        change(house, "create_body", ALMATY, **body)
    assert set(told.value.fields) == {"kind"}


# Who tries a step on an appeal of Almaty that executor1 considers, and how it is refused.
TRIES: list[tuple[str, str, dict[str, Any], type[Refusal]]] = [
    ("almaty.executor1", "annul", {"reason": "Ошибка."}, NoRight),  # considers, does not call off
    ("almaty.registrar", "answer", {"seen": "0" * 64}, NoRight),  # registers, does not answer
    ("almaty.admin", "assign", {"executor": "almaty.executor1"}, NotFound),  # administers the office, sees no case
    ("almaty.executor2", "answer", {"seen": "0" * 64}, NotFound),  # another's case
    ("almaly.head", "assign", {"executor": "almaty.executor1"}, NotFound),  # another office
]


@pytest.mark.norm("SYS.53", "SYS.83")
@pytest.mark.parametrize(("login", "step", "data", "refusal"), TRIES, ids=lambda case: str(case)[:20])
def test_nobody_steps_outside_their_powers_or_into_anothers_case(
    house: House, login: str, step: str, data: dict[str, Any], refusal: type[Refusal]
) -> None:
    done = house.register()
    house.step("almaty.head", "assign", done.number, executor=house.people["almaty.executor1"].pk)
    before = Proceeding.objects.values().get(number=done.number)
    given = {name: house.people[value].pk if name == "executor" else value for name, value in data.items()}
    with pytest.raises(refusal):
        house.step(login, step, done.number, **given)
    assert Proceeding.objects.values().get(number=done.number) == before
    assert NoRight.norms == ("SYS.53", "SYS.83")
