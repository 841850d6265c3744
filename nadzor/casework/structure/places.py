"""Changes of bodies, units and territories (SYS.6, SYS.16: kind, level and the office above of every office)."""

import zoneinfo
from typing import Any

from nadzor.casework.models import Proceeding
from nadzor.casework.refusals import ForbiddenByLaw, Invalid
from nadzor.casework.structure import Ground, StructureStep, Written, offers
from nadzor.casework.structure.forms import AddTerritory, ChangeBody, ChangeUnit, Close, CreateBody, CreateUnit
from nadzor.casework.structure.rules import (
    after,
    as_data,
    end_row,
    overlapping,
    refused,
    require_order,
    require_within,
    told,
)
from nadzor.casework.structure.sight import Kind
from nadzor.law.posts import LEVEL_OF, Level
from nadzor.law.posts import Body as BodyKind
from nadzor.law.system import COLLEGIUM, has_collegium
from nadzor.law.words import Phrase
from nadzor.organs.models import Body, Territory, Unit
from nadzor.organs.seed_data import CODE, KATO, SPHERES_OF, kind_above
from nadzor.organs.seed_records import Sphere

_ZONES = frozenset(zoneinfo.available_timezones())
_BAD_CODE = Phrase(
    "Код – алты цифр, дефис және кіші латын әріптерімен сөз: 751110-district.",
    "Код – шесть цифр, дефис и слово малыми латинскими буквами: 751110-district.",
    "A code is six digits, a hyphen and a word in small Latin letters: 751110-district.",
)
_CODE_TAKEN = Phrase(
    "Мұндай код бар: {name}. Басқа кодты жазыңыз.",
    "Такой код уже есть: {name}. Укажите другой.",
    "This code exists: {name}. Give another.",
)
_BAD_ZONE = Phrase(
    "Мұндай уақыт белдеуі жоқ. Былай жазыңыз: Asia/Almaty.",
    "Такого часового пояса нет. Запишите так: Asia/Almaty.",
    "There is no such time zone. Write it as Asia/Almaty.",
)
_WRONG_ABOVE = Phrase(
    "Мұндай прокуратура бұл прокуратураға бағынбайды. Басқа түрін немесе басқа жоғары тұрған прокуратураны таңдаңыз.",
    "Прокуратура такого вида не подчиняется этой. Выберите другой вид или другую вышестоящую прокуратуру.",
    "An office of this kind does not stand below that one. Choose another kind or another office above.",
)
_NO_SPHERE = Phrase(
    "Мұндай түрдегі прокуратурада бұл сала болмайды. Басқа саланы таңдаңыз.",
    "У прокуратуры такого вида нет этой сферы. Выберите другую сферу.",
    "An office of this kind has no such sphere. Choose another sphere.",
)
_CIRCLE = Phrase(
    "Прокуратура өзіне немесе өзіне бағынысты прокуратураға бағына алмайды. Одан жоғары тұрғанын таңдаңыз.",
    "Прокуратура не может подчиняться себе или нижестоящей. Выберите ту, что стоит выше неё.",
    "An office cannot stand below itself or below an office of its own. Choose one above it.",
)
_HAS_CASES = Phrase(
    "Бұл прокуратурада {parent} тармағында тіркелген істер бар, сондықтан оны ауыстыруға болмайды. Прокуратураны "
    "соңғы күнімен жабыңыз, басқа прокуратураға бағынысты жаңасын құрыңыз да, істерді соған беріңіз.",
    "В этой прокуратуре есть дела, учтённые в ветви «{parent}», поэтому её нельзя переподчинить. Закройте её последним "
    "днём, создайте новую под другой прокуратурой и передайте дела туда.",
    "This office has cases kept in the branch of {parent}, so it cannot be moved. Close it with a last day, create a "
    "new one below the other office and pass the cases over.",
)
_STILL = Phrase(
    "Бұл күннен кейін мұнда әлі бар: {what}. Алдымен оларды аяқтаңыз немесе кейінгі күнді көрсетіңіз.",
    "После этого дня здесь ещё есть: {what}. Сначала завершите их или укажите более поздний день.",
    "After this day there still are: {what}. End them first or give a later day.",
)
_POSTS_LEFT = Phrase("атқарылатын лауазымдар – {n}", "занятые должности – {n}", "posts held: {n}")
_LOWER_LEFT = Phrase("бағынысты прокуратуралар – {n}", "нижестоящие прокуратуры – {n}", "offices below: {n}")
_CASES_LEFT = Phrase("ашық істер – {n}", "открытые дела – {n}", "open cases: {n}")
_ENDS_EARLIER = Phrase(
    "Ол {day} күннен бастап бар: одан бұрын аяқтала алмайды. Осы немесе кейінгі күнді көрсетіңіз.",
    "Начало – {day}: раньше закончиться не может. Укажите этот день или более поздний.",
    "It began on {day} and cannot end before. Give this day or a later one.",
)
_ENDED_ALREADY = Phrase(
    "Бұл {day} күні аяқталған. Ештеңе өзгертілген жоқ.",
    "Это уже завершено, последний день {day}. Ничего не изменено.",
    "This has ended already, the last day was {day}. Nothing was changed.",
)
_ROOT_STAYS = Phrase(
    "Бас прокуратура жүйенің басында тұр, оны жабуға болмайды.",
    "Генеральная прокуратура возглавляет систему, закрыть её нельзя.",
    "The General Prosecutor's Office stands at the head of the system and cannot be closed.",
)
_UNIT_TAKEN = Phrase(
    "Бұл прокуратурада мұндай бөлімше бар: {name}. Басқа кодты жазыңыз немесе барын өзгертіңіз.",
    "В этой прокуратуре уже есть такое подразделение: {name}. Укажите другой код или измените имеющееся.",
    "This office has such a unit: {name}. Give another code or change the one it has.",
)
_NO_COLLEGIUM = Phrase(
    "Мұндай прокуратурада алқа құрылмайды: ол Бас прокуратурада, ведомстволарда, облыс прокуратураларында және оларға "
    "теңестірілгендерде болады. Бөлімшенің басқа кодын жазыңыз.",
    "В такой прокуратуре коллегия не образуется: она бывает в Генеральной прокуратуре, ведомствах, прокуратурах "
    "областей и приравненных к ним. Укажите другой код подразделения.",
    "No collegium is formed in such an office: it is formed in the General Prosecutor's Office, in agencies, in the "
    "offices of oblasts and those equal to them. Give the unit another code.",
)
_BAD_KATO = Phrase(
    "ӘАОЖ кодының басы – екіден тоғызға дейін цифр.",
    "Начало кода КАТО – от двух до девяти цифр.",
    "The beginning of a KATO code is two to nine digits.",
)
_CLAIMED = Phrase(
    "Бұл аумақ {name} аумағымен қиылысады ({kato}). Алдымен сол аумақты аяқтаңыз немесе кодты нақтылаңыз.",
    "Эта территория пересекается с территорией «{name}» ({kato}). Сначала завершите ту или уточните код.",
    "This territory overlaps with that of {name} ({kato}). End that one first or give a longer code.",
)


def about_body(body: Body) -> str:
    """Return how an entry names a body."""
    return f"body:{body.code}"


def _require_zone(zone: str) -> None:
    if zone not in _ZONES:
        raise refused("zone", _BAD_ZONE)


def _create_body(ground: Ground, parent: Body, form: CreateBody) -> Written:
    if not CODE.fullmatch(form.code):
        raise refused("code", _BAD_CODE)
    if form.code in ground.known.by_code:
        raise refused("code", _CODE_TAKEN, name=ground.known.by_code[form.code].name)
    if form.sphere not in SPHERES_OF.get(form.kind, (Sphere.TERRITORIAL,)):
        raise refused("sphere", _NO_SPHERE)
    if form.kind is BodyKind.GPO or kind_above(form.kind, form.sphere) != parent.kind:
        raise refused("kind", _WRONG_ABOVE)
    _require_zone(form.zone)
    require_order(form, begins=True)
    require_within(parent, None, form)
    fields = form.model_dump(exclude={"order_number", "order_day"})
    body = Body.objects.create(parent=parent, level=LEVEL_OF[form.kind], **fields)
    body.branch = parent if LEVEL_OF[form.kind] is Level.DISTRICT else body
    body.save(update_fields=["branch"])
    return Written(body, about_body(body), {"parent": parent.code})


def _change_body(ground: Ground, body: Body, form: ChangeBody) -> Written:
    _require_zone(form.zone)
    was = as_data(body)
    for name in ("kk", "ru", "en", "city", "zone", "address", "phone"):
        setattr(body, name, getattr(form, name))
    above = None if body.parent_id is None else ground.known.bodies[body.parent_id]
    if form.parent and (above is None or form.parent != above.code):
        _move(ground, body, form.parent)
    body.save()
    return Written(body, about_body(body), {"was": _differences(was, as_data(body))})


def _move(ground: Ground, body: Body, code: str) -> None:
    above = ground.known.by_code.get(code)
    if above is not None and (above.id == body.pk or above.id in ground.known.lower(body.pk)):
        raise refused("parent", _CIRCLE)
    if above is None or above.id not in ground.seen or body.parent_id is None:
        raise refused("parent", _WRONG_ABOVE)
    if above.kind is not kind_above(BodyKind(body.kind), Sphere(body.sphere)):
        raise refused("parent", _WRONG_ABOVE)
    if Proceeding.objects.filter(body=body).exists():
        raise refused("parent", _HAS_CASES, parent=ground.known.bodies[body.parent_id].name)
    body.parent_id = above.id
    if body.level == Level.DISTRICT:
        body.branch_id = above.id


def _differences(was: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in was.items() if now[name] != value}


def _require_end(row: Any, form: Close) -> None:
    require_order(form)
    if row.until is not None and row.until <= form.until:
        raise refused("until", _ENDED_ALREADY, day=row.until)
    if form.until < row.since:
        raise refused("until", _ENDS_EARLIER, day=row.since)


def _still(**left: int) -> Invalid | None:
    texts = {"posts": _POSTS_LEFT, "lower": _LOWER_LEFT, "cases": _CASES_LEFT}
    found = [told(texts[name], n=count) for name, count in left.items() if count]
    if not found:
        return None
    return refused("until", _STILL, what=Phrase(*(", ".join(each) for each in zip(*found, strict=True))))


def _close_body(ground: Ground, body: Body, form: Close) -> Written:  # noqa: ARG001  # as all changes
    if body.parent_id is None:
        raise ForbiddenByLaw(_ROOT_STAYS, "SYS.17")
    _require_end(body, form)
    later = after(form.until)
    refusal = _still(
        posts=body.appointments.filter(later).count() + body.acting.filter(later).count(),
        lower=body.lower.filter(later).count(),
        cases=Proceeding.objects.filter(body=body, open=True).count(),
    )
    if refusal is not None:
        raise refusal
    parts: list[Any] = [*body.units.filter(later), *body.territories.filter(later), *body.duties.filter(later)]
    ended = [{"row": as_data(row), "done": end_row(row, form.until)} for row in parts]
    body.until = form.until
    body.save(update_fields=["until"])
    return Written(body, about_body(body), {"ended": ended})


def _create_unit(ground: Ground, body: Body, form: CreateUnit) -> Written:  # noqa: ARG001
    taken = body.units.filter(code=form.code).first()
    if taken is not None:
        raise refused("code", _UNIT_TAKEN, name=taken.name)
    if form.code == COLLEGIUM and not has_collegium(BodyKind(body.kind)):
        raise refused("code", _NO_COLLEGIUM)
    require_order(form, begins=True)
    require_within(body, None, form)
    unit = Unit.objects.create(body=body, **form.model_dump(exclude={"order_number", "order_day"}))
    return Written(body, f"unit:{unit.pk}", {"unit": unit.code}, shown=about_body(body))


def _change_unit(ground: Ground, unit: Unit, form: ChangeUnit) -> Written:  # noqa: ARG001
    was = as_data(unit)
    unit.kk, unit.ru, unit.en = form.kk, form.ru, form.en
    unit.save()
    data = {"unit": unit.code, "was": _differences(was, as_data(unit))}
    return Written(unit.body, f"unit:{unit.pk}", data, shown=about_body(unit.body))


def _close_unit(ground: Ground, unit: Unit, form: Close) -> Written:  # noqa: ARG001
    _require_end(unit, form)
    refusal = _still(
        posts=unit.appointments.filter(after(form.until)).count() + unit.acting.filter(after(form.until)).count(),
        cases=Proceeding.objects.filter(unit=unit, open=True).count(),
    )
    if refusal is not None:
        raise refusal
    end_row(unit, form.until)
    return Written(unit.body, f"unit:{unit.pk}", {"unit": unit.code}, shown=about_body(unit.body))


def _add_territory(ground: Ground, body: Body, form: AddTerritory) -> Written:  # noqa: ARG001
    if not KATO.fullmatch(form.kato):
        raise refused("kato", _BAD_KATO)
    require_order(form, begins=True)
    require_within(body, None, form)
    alike = {"body__level": body.level, "body__kind": body.kind, "body__sphere": body.sphere}
    for other in Territory.objects.filter(overlapping(form.since, None), **alike).select_related("body"):
        if other.kato.startswith(form.kato) or form.kato.startswith(other.kato):
            raise refused("kato", _CLAIMED, name=other.body.name, kato=other.kato)
    territory = Territory.objects.create(body=body, kato=form.kato, since=form.since)
    return Written(body, f"territory:{territory.pk}", shown=about_body(body))


def _end_territory(ground: Ground, territory: Territory, form: Close) -> Written:  # noqa: ARG001
    _require_end(territory, form)
    end_row(territory, form.until)
    data = {"kato": territory.kato}
    return Written(territory.body, f"territory:{territory.pk}", data, shown=about_body(territory.body))


offers(
    StructureStep(
        "create_body",
        Phrase("Бағынысты прокуратура құру", "Создать нижестоящую прокуратуру", "Create an office below"),
        Kind.BODY,
        CreateBody,
        _create_body,
        cites=("SYS.6", "SYS.16"),
    ),
    StructureStep(
        "change_body",
        Phrase("Прокуратура мәліметтерін өзгерту", "Изменить сведения о прокуратуре", "Change the office"),
        Kind.BODY,
        ChangeBody,
        _change_body,
        cites=("SYS.6", "SYS.16"),
    ),
    StructureStep(
        "close_body",
        Phrase("Прокуратураны жабу", "Закрыть прокуратуру", "Close the office"),
        Kind.BODY,
        Close,
        _close_body,
        final=True,
    ),
    StructureStep(
        "create_unit",
        Phrase("Бөлімше құру", "Создать подразделение", "Create a unit"),
        Kind.BODY,
        CreateUnit,
        _create_unit,
    ),
    StructureStep(
        "change_unit",
        Phrase("Бөлімшенің атауын өзгерту", "Переименовать подразделение", "Rename the unit"),
        Kind.UNIT,
        ChangeUnit,
        _change_unit,
    ),
    StructureStep(
        "close_unit",
        Phrase("Бөлімшені жабу", "Закрыть подразделение", "Close the unit"),
        Kind.UNIT,
        Close,
        _close_unit,
        final=True,
    ),
    StructureStep(
        "add_territory",
        Phrase("Аумақ қосу", "Добавить территорию", "Add a territory"),
        Kind.BODY,
        AddTerritory,
        _add_territory,
    ),
    StructureStep(
        "end_territory",
        Phrase("Аумақты аяқтау", "Завершить территорию", "End the territory"),
        Kind.TERRITORY,
        Close,
        _end_territory,
        final=True,
    ),
)
