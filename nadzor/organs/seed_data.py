"""The structure of offices as the project brings it, read from `seeds/*.toml` and checked.

Bodies, units, directions of supervision, titles of posts and works, a made-up demo office. Pure: files in, frozen
records out; no database, no clock. A mended file that breaks the structure is refused with the place named.

Source: the lecture on the system of offices (SYS.6, SYS.16-21, SYS.26, SYS.34-37, SYS.86), order 29 (29I.27-31).
"""

import datetime as dt
import re
import tomllib
import zoneinfo
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from nadzor.law.posts import LEVEL_OF, POSTS_OF, Body, Level, Post
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.roles import Role
from nadzor.organs.seed_records import (
    ZONE,
    AbsenceSeed,
    ActingSeed,
    BodySeed,
    Demo,
    Direction,
    OrderSeed,
    PersonSeed,
    Sphere,
    Structure,
    Titles,
    TitleSeed,
    UnitSeed,
)

_Value = TypeVar("_Value", bound=StrEnum)
_Row = Mapping[str, Any]
SEEDS = Path(__file__).parent / "seeds"
# Reasons of absence: nadzor.organs.models.Absence.Kind
ABSENCES = frozenset({"leave", "illness", "journey", "study"})

_ZONES = frozenset(zoneinfo.available_timezones())
CODE = re.compile(r"\d{6}-[a-z]+(?:-[a-z]+)*")
_LOGIN = re.compile(r"[a-z]+(?:\.[a-z]+)+\d*")
KATO = re.compile(r"\d{2,9}")
_BODY_KEYS = ("code", "kind", "sphere", "parent", "territory", "zone", "since", "directions", "name", "short")
_PLACE_KEYS = ("kato", "kk", "ru", "ru_of", "en", "since", "kato_checked", "districts")
_PERSON_KEYS = ("login", "name", "body", "unit", "post", "roles", "order")

# Spheres by kind of body: the others watch over a territory or the whole country.
SPHERES_OF = {
    Body.MILITARY: (Sphere.MILITARY,),
    Body.TRANSPORT: (Sphere.TRANSPORT,),
    Body.DISTRICT: tuple(Sphere),
}
# The rows of the lecture that speak of a sphere, and of the bodies of a kind.
_ROW_OF_SPHERE = {
    Sphere.TERRITORIAL: "SYS.16",
    Sphere.MILITARY: "SYS.26",
    Sphere.ENVIRONMENTAL: "SYS.34",
    Sphere.TRANSPORT: "SYS.20",
    Sphere.SPECIAL_OBJECTS: "SYS.36",
    Sphere.CORRECTIONAL: "SYS.35",
}
# These have the rank of a district office and no chief office of their own.
_OF_DISTRICT_RANK = frozenset({Sphere.ENVIRONMENTAL, Sphere.CORRECTIONAL, Sphere.SPECIAL_OBJECTS})
_ROW_OF_KIND = {
    **dict.fromkeys((Body.COMMITTEE, Body.ASSET_RECOVERY, Body.INSTITUTION, Body.ACADEMY), "SYS.21"),
    **dict.fromkeys((Body.OBLAST, Body.MILITARY, Body.TRANSPORT), "SYS.18"),
    Body.DISTRICT: "SYS.19",
    Body.COMMITTEE_TERRITORIAL: "SYS.21",
}
# SYS.26 and the like: above a district office of these spheres stands a chief office, above the others an oblast's.
_ABOVE_DISTRICT = {Sphere.MILITARY: Body.MILITARY, Sphere.TRANSPORT: Body.TRANSPORT}
# One holder at a time.
SINGLE = frozenset({Post.PROSECUTOR_GENERAL, Post.HEAD, Post.APPARATUS_HEAD})


class SeedError(ValueError):
    """A structure that cannot be; `cites` are the rows that say so."""

    def __init__(self, text: str, *cites: str) -> None:
        super().__init__(f"{text} ({', '.join(cites)})")
        self.cites = cites


def load_structure(folder: Path = SEEDS) -> Structure:
    """Read and check bodies and units. Raises ValueError for files that say something impossible."""
    units = _read(folder, "units.toml")
    bodies = (*_plain_bodies(_read(folder, "structure.toml")), *_places(_read(folder, "places.toml")))
    check_bodies(bodies)
    directions = {
        _value(Direction, code, "units.toml"): _phrase(name, code) for code, name in units["direction"].items()
    }
    if set(directions) != set(Direction):
        raise SeedError(f"units.toml: {len(directions)} directions of supervision, not eight", "SYS.86")
    return Structure(_from_the_top(bodies), tuple(_units(units["unit"], bodies)), directions)


def load_titles(folder: Path = SEEDS) -> Titles:
    """Read titles of posts and names of works. Raises ValueError for a post or work unknown, twice or left out."""
    text = _read(folder, "posts.toml")
    titles = tuple(_title(row) for row in text["title"])
    twice = [row for row, count in Counter((t.post, t.kind, t.sphere, t.city) for t in titles).items() if count > 1]
    if twice:
        raise ValueError(f"posts.toml: two titles for {twice[0]}")
    roles = {
        _value(Role, code, "posts.toml"): (_phrase(row["name"], code), _phrase(row["about"], code))
        for code, row in text["role"].items()
    }
    if set(roles) != set(Role) or {row.post for row in titles if row.about} != set(Post):
        raise ValueError("posts.toml: a post or a work is not described")
    return Titles(titles, roles)


def load_demo(structure: Structure | None = None, folder: Path = SEEDS) -> Demo:
    """Read the people of the demo office. Raises ValueError for a body, unit, post or work that does not exist."""
    structure = structure or load_structure(folder)
    text = _read(folder, "demo.toml")
    people = tuple(_person(row, structure) for row in text["person"])
    _once((person.login for person in people), "login")
    _once((f"{p.body}:{p.post}" for p in people if p.post in SINGLE), "holder of")
    by_login = {person.login: person for person in people}
    acting = tuple(_acting(row, by_login, structure) for row in text.get("acting", ()))
    absences = tuple(_absence(row, by_login) for row in text.get("absence", ()))
    return Demo(people, acting, absences)


def check_bodies(bodies: Sequence[BodySeed]) -> None:
    """Refuse a structure that cannot be (SYS.6, SYS.16-20). Raises ValueError with the body at fault."""
    _once((body.code for body in bodies), "code")
    by_code = {body.code: body for body in bodies}
    heads = [body.code for body in bodies if body.kind == Body.GPO]
    if len(heads) != 1:
        raise SeedError(f"one Prosecutor General's Office stands at the head, not {len(heads)}", "SYS.17")
    for body in bodies:
        _check_body(body, by_code)
    for place, body in enumerate(bodies):
        for other in bodies[place + 1 :]:
            if (body.level, body.kind, body.sphere) == (other.level, other.kind, other.sphere):
                _check_apart(body, other)


def _check_body(body: BodySeed, by_code: Mapping[str, BodySeed]) -> None:
    if not CODE.fullmatch(body.code):
        raise ValueError(f"{body.code}: a code is six digits and a word")
    if body.zone not in _ZONES:
        raise ValueError(f"{body.code}: unknown zone {body.zone}")
    for prefix in body.territory:
        if not KATO.fullmatch(prefix):
            raise ValueError(f"{body.code}: {prefix} is no beginning of a KATO code")
    if body.sphere not in SPHERES_OF.get(body.kind, (Sphere.TERRITORIAL,)):
        rows = ("SYS.20", *(("SYS.37",) if body.sphere in _OF_DISTRICT_RANK else ()), _ROW_OF_SPHERE[body.sphere])
        raise SeedError(f"{body.code}: a {body.kind} has no sphere {body.sphere}", *rows)
    if body.kind == Body.GPO:
        if body.parent is not None:
            raise SeedError(f"{body.code}: nothing stands above the Prosecutor General's Office", "SYS.17")
        return
    above = by_code.get(body.parent or "")
    if above is None:
        raise SeedError(f"{body.code}: the parent {body.parent} is missing", "SYS.6")
    if above.kind != kind_above(body.kind, body.sphere):
        text = f"{body.code}: its parent {above.code} is a {above.kind}, not a {kind_above(body.kind, body.sphere)}"
        raise SeedError(text, "SYS.6", _ROW_OF_KIND[body.kind])


def kind_above(kind: Body, sphere: Sphere) -> Body:
    """Return of which kind the body above one is (SYS.6); above the Prosecutor General's Office stands none."""
    if LEVEL_OF[kind] == Level.OBLAST:
        return Body.GPO
    if kind == Body.COMMITTEE_TERRITORIAL:
        return Body.COMMITTEE
    return _ABOVE_DISTRICT.get(sphere, Body.OBLAST)


def _check_apart(body: BodySeed, other: BodySeed) -> None:
    for mine in body.territory:
        for its in other.territory:
            if mine.startswith(its) or its.startswith(mine):
                raise ValueError(f"{body.code} and {other.code} claim one territory, {max(mine, its, key=len)}")


def _from_the_top(bodies: Sequence[BodySeed]) -> tuple[BodySeed, ...]:
    storeys = tuple(Level)
    return tuple(sorted(bodies, key=lambda body: storeys.index(body.level)))


def _plain_bodies(text: _Row) -> Iterator[BodySeed]:
    for row in text["body"]:
        where = str(row.get("code"))
        _known(row, _BODY_KEYS, where)
        yield BodySeed(
            code=where,
            kind=_kind_of(row.get("kind"), where),
            parent=row.get("parent"),
            name=_phrase(row.get("name"), where),
            short=_phrase(row.get("short"), where),
            sphere=_value(Sphere, row.get("sphere", Sphere.TERRITORIAL), where),
            territory=tuple(row.get("territory", ())),
            zone=row.get("zone", ZONE),
            since=row.get("since"),
            directions=_directions(row, where),
        )


def _places(text: _Row) -> Iterator[BodySeed]:
    """Offices of oblasts, of the cities equal to them, and of their districts, named after their places."""
    for row in text["oblast"]:
        code = f"{row['kato']}0000-oblast"
        yield _place(row, Body.OBLAST, code, "000000-gpo", None)
        for lower in row.get("districts", ()):
            yield _place(lower, Body.DISTRICT, f"{lower['kato']}-district", code, row)


def _place(row: _Row, kind: Body, code: str, parent: str, oblast: _Row | None) -> BodySeed:
    _known(row, _PLACE_KEYS, code)
    missing = {"kato", "kk", "ru", "ru_of", "en"} - set(row)
    if missing:
        raise ValueError(f"{code}: {', '.join(sorted(missing))} is missing")
    if oblast is not None and not row["kato"].startswith(oblast["kato"]):
        raise ValueError(f"{code} does not lie in {oblast['ru']}")
    # "ауданы", "қаласы", "облысы" take the same ending: "ауданының прокуратурасы"
    article = "the " if row["en"].startswith("City of ") else ""
    name = Phrase(
        kk=f"{oblast['kk'] + ' ' if oblast else ''}{row['kk']}ның прокуратурасы",
        ru=f"Прокуратура {row['ru_of']}{' ' + oblast['ru_of'] if oblast else ''}",
        en=f"Prosecutor's Office of {article}{row['en']}{', ' + oblast['en'] if oblast else ''}",
    )
    return BodySeed(
        code=code,
        kind=kind,
        parent=parent,
        name=name,
        short=_phrase({lang: row[lang] for lang in LANGUAGES}, code),
        territory=(row["kato"].removesuffix("00"),),
        # a district's code is no older than its oblast
        since=row.get("since", oblast.get("since") if oblast else None),
        city=row["kk"].endswith("қаласы"),
        kato_checked=row.get("kato_checked", True),
    )


def _units(rows: Iterable[_Row], bodies: Iterable[BodySeed]) -> Iterator[UnitSeed]:
    rows = tuple(rows)
    for row in rows:
        _known(row, ("code", "kinds", "directions", "name"), f"unit {row.get('code')}")
    kinds = {(_value(Body, kind, f"unit {row['code']}"), row["code"]): row for row in rows for kind in row["kinds"]}
    if len(kinds) != sum(len(row["kinds"]) for row in rows):
        raise ValueError("units.toml: a unit stands twice for one kind of body")
    for body in bodies:
        for (kind, code), row in kinds.items():
            if kind == body.kind:
                yield UnitSeed(body.code, code, _phrase(row["name"], code), _directions(row, code))


def _title(row: _Row) -> TitleSeed:
    where = f"title of {row.get('post')}"
    _known(row, ("post", "kind", "sphere", "city", "name", "about"), where)
    return TitleSeed(
        post=_value(Post, row.get("post"), where),
        name=_phrase(row.get("name"), where),
        about=_phrase(row["about"], where) if "about" in row else None,
        kind=_value(Body, row["kind"], where) if "kind" in row else None,
        sphere=_value(Sphere, row["sphere"], where) if "sphere" in row else None,
        city=row.get("city"),
    )


def _person(row: _Row, structure: Structure) -> PersonSeed:
    login = str(row.get("login"))
    _known(row, _PERSON_KEYS, login)
    if not _LOGIN.fullmatch(login):
        raise ValueError(f"{login}: a login is small Latin words joined by points")
    body = structure.body(str(row.get("body")))
    unit = row.get("unit")
    if unit is not None and unit not in {one.code for one in structure.units_of(body.code)}:
        raise ValueError(f"{login}: {body.code} has no unit {unit}")
    surname, given_name, patronymic = row["name"]
    return PersonSeed(
        login=login,
        surname=surname,
        given_name=given_name,
        patronymic=patronymic,
        body=body.code,
        unit=unit,
        post=_post(row.get("post"), body, login),
        roles=tuple(_value(Role, role, login) for role in row.get("roles", ())),
        order=_order(row, login),
    )


def _acting(row: _Row, people: Mapping[str, PersonSeed], structure: Structure) -> ActingSeed:
    person = _of_the_demo(row, people)
    _known(row, ("login", "post", "order", "until"), person.login)
    post = _post(row.get("post"), structure.body(person.body), person.login)
    if post == person.post:
        raise ValueError(f"{person.login} holds the post of {post}: no one stands in for themselves")
    return ActingSeed(person.login, post, _order(row, person.login))


def _absence(row: _Row, people: Mapping[str, PersonSeed]) -> AbsenceSeed:
    person = _of_the_demo(row, people)
    _known(row, ("login", "kind", "order", "until"), person.login)
    if row.get("kind") not in ABSENCES:
        raise ValueError(f"{person.login}: unknown absence {row.get('kind')}")
    return AbsenceSeed(person.login, row["kind"], _order(row, person.login))


def _of_the_demo(row: _Row, people: Mapping[str, PersonSeed]) -> PersonSeed:
    if row.get("login") not in people:
        raise ValueError(f"there is no person {row.get('login')}")
    return people[row["login"]]


def _post(value: object, body: BodySeed, where: str) -> Post:
    post = _value(Post, value, where)
    if post not in POSTS_OF[body.kind]:
        raise ValueError(f"{where}: a body of kind {body.kind} has no post {post}")
    return post


def _order(row: _Row, where: str) -> OrderSeed:
    """An order of the demo holds from its own day."""
    order, until = row.get("order"), row.get("until")
    if not (isinstance(order, list) and len(order) == 2 and order[0] and isinstance(order[1], dt.date)):
        raise ValueError(f"{where}: an order needs a number and a day")
    if until is not None and until < order[1]:
        raise ValueError(f"{where}: ends before it begins")
    return OrderSeed(str(order[0]), order[1], order[1], until)


def _read(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / name).read_text(encoding="utf-8"))


def _phrase(row: object, where: str) -> Phrase:
    if not isinstance(row, Mapping) or set(row) != set(LANGUAGES):
        raise ValueError(f"{where}: a name needs {', '.join(LANGUAGES)}")
    texts = [str(row[lang]).strip() for lang in LANGUAGES]
    if not all(texts):
        raise ValueError(f"{where}: a name is empty")
    return Phrase(*texts)


def _kind_of(value: object, where: str) -> Body:
    """A kind of body of the system. Another state body has no place in it, and so no direction of supervision."""
    if value not in set(Body):
        raise SeedError(f"{where}: unknown body {value}", "SYS.3", "SYS.16")
    return Body(str(value))


def _directions(row: _Row, where: str) -> tuple[Direction, ...]:
    return tuple(_value(Direction, code, where) for code in row.get("directions", ()))


def _value(kind: type[_Value], value: Any, where: str) -> _Value:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"{where}: unknown {kind.__name__.lower()} {value}") from None


def _known(row: _Row, keys: Iterable[str], where: str) -> None:
    """Refuse a key that no reader here knows: a misspelt one would be lost in silence."""
    strange = set(row) - set(keys)
    if strange:
        raise ValueError(f"{where}: unknown {', '.join(sorted(strange))}")


def _once(values: Iterable[str], what: str) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise ValueError(f"{what} {twice[0]} stands twice")
