"""The seed of the structure: what it holds, by kind, beside the lecture; that bad data is refused."""

import dataclasses
import shutil
import zoneinfo
from collections import Counter
from pathlib import Path

import pytest

from nadzor.law.posts import POSTS_OF, Body, Level, Post
from nadzor.organs.roles import Role
from nadzor.organs.seed_data import SEEDS, SeedError, check_bodies, load_demo, load_structure, load_titles
from nadzor.organs.seed_records import BodySeed, Direction, Sphere

STRUCTURE = load_structure()
TITLES = load_titles()
DEMO = load_demo(STRUCTURE)
BODIES = {body.code: body for body in STRUCTURE.bodies}

# Digits of the 17 oblasts and 3 cities, written down apart from the seed (ISO 3166-2:KZ has the same).
OBLAST_DIGITS = [
    *("10", "11", "15", "19", "23", "27", "31", "33", "35", "39"),
    *("43", "47", "55", "59", "61", "62", "63", "71", "75", "79"),
]
CITIES = {"71", "75", "79"}

RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
KAZAKH = RUSSIAN | set("әғқңөұүһі")
LATIN = set("abcdefghijklmnopqrstuvwxyz")


def test_counts_by_kind() -> None:
    counts = Counter(body.kind for body in STRUCTURE.bodies)
    assert counts.pop(Body.DISTRICT) >= 20 * 3 + 3 + 3
    assert counts == {
        Body.GPO: 1,
        Body.COMMITTEE: 1,
        Body.ASSET_RECOVERY: 1,
        Body.ACADEMY: 1,
        Body.MILITARY: 1,
        Body.TRANSPORT: 1,
        Body.OBLAST: 20,
        Body.COMMITTEE_TERRITORIAL: 2,
    }


@pytest.mark.norm("SYS.18")
def test_oblast_level() -> None:
    """17 oblasts, 3 cities, the chief military and the chief transport office."""
    oblasts = [body for body in STRUCTURE.bodies if body.kind == Body.OBLAST]
    assert sorted(body.code for body in oblasts) == [f"{digits}0000-oblast" for digits in OBLAST_DIGITS]
    assert {body.territory for body in oblasts} == {(digits,) for digits in OBLAST_DIGITS}
    assert {body.code[:2] for body in oblasts if body.city} == CITIES
    for code in (*(body.code for body in oblasts), "000000-military", "000000-transport"):
        assert BODIES[code].level == Level.OBLAST
        assert BODIES[code].parent == "000000-gpo"


@pytest.mark.parametrize("digits", OBLAST_DIGITS)
def test_every_oblast_has_some_districts_in_its_own_territory(digits: str) -> None:
    lower = [body for body in STRUCTURE.bodies if body.parent == f"{digits}0000-oblast"]
    places = [body for body in lower if body.sphere == Sphere.TERRITORIAL]
    assert 3 <= len(places) <= 5
    for body in lower:
        assert all(prefix.startswith(digits) for prefix in body.territory)


@pytest.mark.norm("SYS.16", "SYS.17")
def test_one_system_with_the_general_office_at_its_head() -> None:
    assert STRUCTURE.bodies[0].code == "000000-gpo"
    assert {body.level for body in STRUCTURE.bodies} == {Level.GPO, Level.OBLAST, Level.DISTRICT}
    assert any(body.sphere != Sphere.TERRITORIAL for body in STRUCTURE.bodies)
    assert [body.code for body in STRUCTURE.bodies if body.parent is None] == ["000000-gpo"]


@pytest.mark.norm("SYS.6")
@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("000000-gpo", []),
        ("750000-oblast", ["000000-gpo"]),
        ("751110-district", ["750000-oblast", "000000-gpo"]),
        ("750000-garrison", ["000000-military", "000000-gpo"]),
        ("750000-transport", ["000000-transport", "000000-gpo"]),
        ("750000-committee", ["000000-committee", "000000-gpo"]),
        ("350000-correctional", ["350000-oblast", "000000-gpo"]),
    ],
)
def test_the_chain_up_to_the_prosecutor_general(code: str, above: list[str]) -> None:
    assert [body.code for body in STRUCTURE.superiors(code)] == above


@pytest.mark.norm("SYS.21")
def test_agencies_and_the_academy_belong_to_the_system() -> None:
    for code in ("000000-committee", "000000-asset-recovery", "000000-academy"):
        assert BODIES[code].parent == "000000-gpo"
    check_bodies((BODIES["000000-gpo"], made("000000-institute", Body.INSTITUTION, "000000-gpo")))


@pytest.mark.norm("SYS.19")
@pytest.mark.parametrize("code", ["751110-district", "101000-district", "230000-environmental", "710000-garrison"])
def test_district_level_holds_districts_cities_and_specialised_offices(code: str) -> None:
    assert BODIES[code].kind == Body.DISTRICT
    assert BODIES[code].level == Level.DISTRICT


@pytest.mark.norm("SYS.19")
def test_an_inter_district_office_covers_several_districts() -> None:
    inter = made("236000-district", Body.DISTRICT, "230000-oblast", territory=("2350", "2360"))
    check_bodies((*STRUCTURE.bodies, inter))


@pytest.mark.norm("SYS.20", "SYS.34", "SYS.35", "SYS.36")
@pytest.mark.parametrize("sphere", [Sphere.ENVIRONMENTAL, Sphere.CORRECTIONAL, Sphere.SPECIAL_OBJECTS])
def test_specialised_offices_stand_on_the_district_level_only(sphere: Sphere) -> None:
    gpo, oblast = BODIES["000000-gpo"], BODIES["750000-oblast"]
    check_bodies((gpo, oblast, made("750000-special", Body.DISTRICT, oblast.code, sphere=sphere)))
    row = {Sphere.ENVIRONMENTAL: "SYS.34", Sphere.CORRECTIONAL: "SYS.35", Sphere.SPECIAL_OBJECTS: "SYS.36"}[sphere]
    with pytest.raises(SeedError, match="has no sphere") as refused:
        check_bodies((gpo, made("750000-special", Body.OBLAST, gpo.code, sphere=sphere)))
    assert row in refused.value.cites


@pytest.mark.norm("SYS.20", "SYS.26")
@pytest.mark.parametrize(("sphere", "chief"), [(Sphere.MILITARY, "military"), (Sphere.TRANSPORT, "transport")])
def test_military_and_transport_offices_stand_under_their_chief_office(sphere: Sphere, chief: str) -> None:
    assert BODIES[f"000000-{chief}"].sphere == sphere
    lower = [body for body in STRUCTURE.bodies if body.sphere == sphere and body.kind == Body.DISTRICT]
    assert len(lower) == 3
    assert {body.parent for body in lower} == {f"000000-{chief}"}
    strayed = dataclasses.replace(lower[0], parent="750000-oblast")
    with pytest.raises(SeedError, match="its parent 750000-oblast is"):
        check_bodies((*(body for body in STRUCTURE.bodies if body != lower[0]), strayed))


@pytest.mark.norm("SYS.86")
def test_every_direction_of_supervision_has_its_people() -> None:
    """Directions 1 to 7 in the general and every oblast office, 8 in the Committee and its territorial bodies."""
    assert [str(direction) for direction in Direction] == [f"D{number}" for number in range(1, 9)]
    assert set(STRUCTURE.directions) == set(Direction)
    seven = set(Direction) - {Direction.STATISTICS}
    for body in STRUCTURE.bodies:
        if body.kind in {Body.GPO, Body.OBLAST}:
            assert {one for unit in STRUCTURE.units_of(body.code) for one in unit.directions} == seven, body.code
        if body.kind in {Body.COMMITTEE, Body.COMMITTEE_TERRITORIAL}:
            assert body.directions == (Direction.STATISTICS,)


def test_a_ninth_or_lost_direction_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown direction D9"):
        load_structure(mended(tmp_path / "a", "units.toml", "D8 = {", "D9 = {"))
    with pytest.raises(SeedError, match=r"SYS\.86"):
        load_structure(mended(tmp_path / "b", "units.toml", "D8 = { kk", "# D8 = { kk"))


def test_units() -> None:
    assert {"leadership", "apparatus", "appeals", "call-centre"} < codes_of("000000-gpo")
    for digits in OBLAST_DIGITS:
        assert {"leadership", "apparatus", "appeals", "public-interests", "prosecution"} < codes_of(
            f"{digits}0000-oblast"
        )
    assert codes_of("751110-district") == {"chancery"}
    assert codes_of("750000-committee") == {"chancery"}
    assert all(codes_of(body.code) for body in STRUCTURE.bodies)


@pytest.mark.parametrize(
    ("code", "kk", "ru", "en"),
    [
        (
            "100000-oblast",
            "Абай облысының прокуратурасы",
            "Прокуратура области Абай",
            "Prosecutor's Office of Abai Region",
        ),
        (
            "190000-oblast",
            "Алматы облысының прокуратурасы",
            "Прокуратура Алматинской области",
            "Prosecutor's Office of Almaty Region",
        ),
        (
            "750000-oblast",
            "Алматы қаласының прокуратурасы",
            "Прокуратура города Алматы",
            "Prosecutor's Office of the City of Almaty",
        ),
        (
            "710000-oblast",
            "Астана қаласының прокуратурасы",
            "Прокуратура города Астаны",
            "Prosecutor's Office of the City of Astana",
        ),
        (
            "751110-district",
            "Алматы қаласы Алмалы ауданының прокуратурасы",
            "Прокуратура Алмалинского района города Алматы",
            "Prosecutor's Office of Almaly District, City of Almaty",
        ),
        (
            "101000-district",
            "Абай облысы Семей қаласының прокуратурасы",
            "Прокуратура города Семея области Абай",
            "Prosecutor's Office of the City of Semey, Abai Region",
        ),
    ],
)
def test_names_of_places_follow_the_pattern(code: str, kk: str, ru: str, en: str) -> None:
    assert tuple(BODIES[code].name) == (kk, ru, en)


def names() -> dict[str, tuple[str, str, str]]:
    found = {f"{body.code} name": tuple(body.name) for body in STRUCTURE.bodies}
    found |= {f"{body.code} short": tuple(body.short) for body in STRUCTURE.bodies}
    found |= {f"{unit.body} {unit.code}": tuple(unit.name) for unit in STRUCTURE.units}
    found |= {str(code): tuple(name) for code, name in STRUCTURE.directions.items()}
    found |= {f"title {place}": tuple(title.name) for place, title in enumerate(TITLES.posts)}
    found |= {f"post {post}": tuple(TITLES.about(post)) for post in Post}
    found |= {f"{role} {part}": tuple(pair[part]) for role, pair in TITLES.roles.items() for part in (0, 1)}
    return found


def test_names_stand_in_three_languages_and_differ() -> None:
    for where, name in names().items():
        assert all(text and text == text.strip() and len(text) <= 300 for text in name), where
        assert len(set(name)) == 3, (where, name)


def test_no_two_bodies_have_one_name() -> None:
    for lang in range(3):
        for kind in ("name", "short"):
            counts = Counter(getattr(body, kind)[lang] for body in STRUCTURE.bodies)
            assert [text for text, count in counts.items() if count > 1] == []


def test_letters_are_of_their_own_alphabet() -> None:
    """No Latin look-alike in a Cyrillic word, no letter of a third alphabet; only "Call" may be Latin."""
    for where, (kk, ru, en) in names().items():
        assert strange(kk, KAZAKH) <= {"call"}, (where, kk)
        assert strange(ru, KAZAKH) <= {"call"}, (where, ru)
        assert strange(en, LATIN) == set(), (where, en)
    for person in DEMO.people:
        assert not strange(f"{person.surname} {person.given_name} {person.patronymic}", KAZAKH)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aбай", {"aбай"}),  # Latin A
        ("Форт-Шевченко ќ.", {"ќ"}),  # a Macedonian letter for the Kazakh one
        ("Cаll-центр", {"cаll"}),  # Cyrillic а, as the order itself is typed
        ("Call-центр", {"call"}),
        ("Түркістан", set()),
    ],
)
def test_the_check_of_letters_bites(text: str, found: set[str]) -> None:
    assert strange(text, KAZAKH) == found


def strange(text: str, alphabet: set[str]) -> set[str]:
    """The words, in small letters, with a letter outside an alphabet."""
    words = "".join(letter if letter.isalpha() else " " for letter in text.casefold()).split()
    return {word for word in words if set(word) - alphabet}


def test_the_clock_is_one_for_the_country_since_2024() -> None:
    assert {body.zone for body in STRUCTURE.bodies} == {"Asia/Almaty"}
    assert "Asia/Almaty" in zoneinfo.available_timezones()


def test_codes_not_compared_with_the_classifier_say_so() -> None:
    assert {body.code for body in STRUCTURE.bodies if not body.kato_checked} == {"234000-district", "274400-district"}


@pytest.mark.parametrize(
    ("code", "post", "ru"),
    [
        ("000000-gpo", Post.PROSECUTOR_GENERAL, "Генеральный Прокурор"),
        ("000000-gpo", Post.APPARATUS_HEAD, "Руководитель Аппарата Генерального Прокурора"),
        ("000000-academy", Post.DEPUTY_HEAD, "Проректор Академии"),
        ("000000-military", Post.HEAD, "Главный военный прокурор"),
        ("100000-oblast", Post.HEAD, "Прокурор области"),
        ("750000-oblast", Post.HEAD, "Прокурор города"),
        ("751110-district", Post.HEAD, "Прокурор района"),
        ("101000-district", Post.DEPUTY_HEAD, "Заместитель прокурора города"),
        ("750000-garrison", Post.HEAD, "Военный прокурор гарнизона"),
        ("750000-transport", Post.HEAD, "Транспортный прокурор"),
        ("230000-environmental", Post.HEAD, "Природоохранный прокурор"),
        ("750000-committee", Post.HEAD, "Руководитель территориального органа"),
    ],
)
def test_titles(code: str, post: Post, ru: str) -> None:
    assert TITLES.title(BODIES[code], post).ru == ru


def test_every_post_of_every_body_has_a_title_and_every_work_a_name() -> None:
    for body in STRUCTURE.bodies:
        titles = [TITLES.title(body, post) for post in POSTS_OF[body.kind]]
        assert len(set(titles)) == len(titles), body.code
    assert set(TITLES.roles) == set(Role)


def test_the_demo_has_people_of_every_role_and_storey() -> None:
    assert {role for person in DEMO.people for role in person.roles} == set(Role)
    assert {person.body for person in DEMO.people} == {
        *("000000-gpo", "750000-oblast", "751110-district", "751410-district", "100000-oblast")
    }
    for code in ("000000-gpo", "750000-oblast"):
        here = {role for person in DEMO.people if person.body == code for role in person.roles}
        assert here >= {Role.REGISTRAR, Role.RECEPTION_PROSECUTOR, Role.ANALYST, Role.ADMINISTRATOR, Role.SECURITY}
        posts = {person.post for person in DEMO.people if person.body == code}
        assert {Post.UNIT_HEAD, Post.PROSECUTOR} < posts
    for person in DEMO.people:
        assert person.login.isascii()
        assert person.order.number


def test_the_demo_has_a_vacant_post_stood_in_for_and_an_absence() -> None:
    (acting,), (absence,) = DEMO.acting, DEMO.absences
    bodies = {person.login: person.body for person in DEMO.people}
    holders = [p for p in DEMO.people if p.post == acting.post and p.body == bodies[acting.login]]
    assert holders == []
    assert absence.login in bodies
    assert absence.order.until is None


def made(code: str, kind: Body, parent: str | None, **more: object) -> BodySeed:
    name = BODIES["000000-gpo"].name
    return BodySeed(code=code, kind=kind, parent=parent, name=name, short=name, **more)  # type: ignore[arg-type]


def codes_of(body: str) -> set[str]:
    return {unit.code for unit in STRUCTURE.units_of(body)}


def mended(folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the seed with one text of one file replaced at its first place."""
    shutil.copytree(SEEDS, folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("structure.toml", 'kind = "committee"', 'kind = "comittee"', "unknown body comittee"),
        ("structure.toml", 'parent = "000000-gpo"', 'parent = "000000-gp"', "the parent 000000-gp is missing"),
        ("structure.toml", 'parent = "000000-gpo"', 'parent = "750000-oblast"', "is a oblast, not a gpo"),
        ("structure.toml", 'parent = "230000-oblast"', 'parent = "751110-district"', "is a district, not a oblast"),
        (
            "structure.toml",
            'code = "000000-academy"',
            'code = "000000-committee"',
            "code 000000-committee stands twice",
        ),
        ("structure.toml", 'code = "000000-academy"', 'code = "academy"', "a code is six digits and a word"),
        ("structure.toml", 'kind = "gpo"', 'kind = "gpo"\nparent = "000000-academy"', "nothing stands above"),
        ("structure.toml", 'kind = "gpo"', 'kind = "gpo"\nzone = "Asia/Almata"', "unknown zone"),
        ("structure.toml", 'kind = "gpo"', 'kind = "gpo"\nterrotory = ["75"]', "unknown terrotory"),
        ("structure.toml", 'territory = ["71"]', 'territory = ["7x"]', "no beginning of a KATO code"),
        ("structure.toml", 'territory = ["71"]', 'territory = ["7510"]', "claim one territory, 7510"),
        ("structure.toml", 'en = "Asset Recovery Committee" }', 'en = "" }', "a name is empty"),
        ("structure.toml", ', en = "Asset Recovery Committee" }', " }", "a name needs kk, ru, en"),
        ("places.toml", 'kato = "101800"', 'kato = "101011"', "claim one territory, 101011"),
        ("places.toml", 'kato = "101800"', 'kato = "111900"', "does not lie in область Абай"),
        ("places.toml", 'ru_of = "области Абай"', 'ru_in = "области Абай"', "unknown ru_in"),
        ("places.toml", 'ru_of = "области Абай"\n', "", "ru_of is missing"),
        ("units.toml", 'directions = ["D2"]', 'directions = ["D0"]', "unknown direction D0"),
        ("units.toml", 'kinds = ["gpo"]', 'kinds = ["gpo", "gpo"]', "a unit stands twice"),
    ],
)
def test_a_bad_structure_is_refused(tmp_path: Path, name: str, old: str, new: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        load_structure(mended(tmp_path / "seeds", name, old, new))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('post = "prosecutor_general"', 'post = "oblast_prosecutor"', "unknown post oblast_prosecutor"),
        ('post = "prosecutor_general"', 'post = "head"', "has no post head"),
        ('body = "750000-oblast"', 'body = "760000-oblast"', "there is no body 760000-oblast"),
        ('unit = "call-centre"', 'unit = "call-center"', "has no unit call-center"),
        ('roles = ["registrar"]', 'roles = ["clerk"]', "unknown role clerk"),
        ('login = "gpo.deputy"', 'login = "gpo.head"', "login gpo.head stands twice"),
        ('login = "gpo.deputy"', 'login = "gpo.дep"', "a login is small Latin words"),
        ('order = ["1-Д", 2025-01-06]', 'order = ["1-Д"]', "an order needs a number and a day"),
        ('post = "deputy_head"\norder = ["22-Д"', 'post = "head"\norder = ["22-Д"', "holder of 750000-oblast:head"),
        ('[[acting]]\nlogin = "bostandyk.deputy"', '[[acting]]\nlogin = "nobody"', "there is no person nobody"),
        ('post = "head"\norder = ["71-Д"', 'post = "deputy_head"\norder = ["71-Д"', "stands in for themselves"),
        ('order = ["71-Д", 2026-09-01]', 'order = ["71-Д", 2026-09-01]\nuntil = 2026-08-31', "ends before it begins"),
        ('kind = "study"', 'kind = "fishing"', "unknown absence fishing"),
    ],
)
def test_a_bad_demo_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        load_demo(folder=mended(tmp_path / "seeds", "demo.toml", old, new))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('post = "senior_assistant"', 'post = "junior_assistant"', "unknown post junior_assistant"),
        ('post = "senior_assistant"', 'post = "assistant"', "two titles"),
        ("[role.analyst]", "[role.analist]", "unknown role analist"),
        ('about = { kk = "Басқарманы', '# about = { kk = "Басқарманы', "is not described"),
    ],
)
def test_bad_titles_are_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        load_titles(mended(tmp_path / "seeds", "posts.toml", old, new))
