"""What an address asks of the statistics: days, office, unit. What cannot be read is told and stays as typed."""

import datetime as dt
from dataclasses import dataclass, field

from nadzor import clock
from nadzor.appeals.statistics import Part, Period, Whose
from nadzor.casework.access import Sight, led_by
from nadzor.casework.asking import BAD_DAY, day_in
from nadzor.casework.forms import number_in
from nadzor.law.words import Phrase
from nadzor.organs.directory import BodyCard, directory
from nadzor.workplace.lists import zone_of
from nadzor.workplace.staff import StaffRequest
from nadzor.workplace.statistics_words import ALL_SEEN

ALL = "all"
LABELS = {
    "since": Phrase("Бастап (күні)", "С какого дня", "From"),
    "until": Phrase("Дейін (осы күнді қоса)", "По какой день включительно", "To, inclusive"),
    "office": Phrase("Прокуратура", "Прокуратура", "Office"),
    "unit": Phrase("Бөлімше", "Подразделение", "Unit"),
}
_TURNED = Phrase(
    "Кезеңнің соңы басынан бұрын бола алмайды.",
    "Конец периода не может быть раньше начала.",
    "The period cannot end before it begins.",
)
_FUTURE = Phrase(
    "Кезең бүгіннен кеш аяқтала алмайды.",
    "Период не может кончаться позже сегодняшнего дня.",
    "The period cannot end later than today.",
)
_NO_OFFICE = Phrase(
    "Бұл прокуратураның көрсеткіштері сізге көрінбейді. Тізімнен таңдаңыз.",
    "Показатели этой прокуратуры вам не видны. Выберите из списка.",
    "The figures of this office are not visible to you. Choose from the list.",
)
_NO_UNIT = Phrase(
    "Таңдалған прокуратурада мұндай бөлімше жоқ. Тізімнен таңдаңыз.",
    "В выбранной прокуратуре нет такого подразделения. Выберите из списка.",
    "The chosen office has no such unit. Choose from the list.",
)


@dataclass(slots=True)
class Asked:
    """What was asked. Where `errors` stand, period and whose are those of the start page and are not to be counted."""

    period: Period
    whose: Whose
    office: BodyCard | None
    values: dict[str, str]
    offices: list[tuple[str, Phrase]]
    units: list[tuple[str, Phrase]]
    errors: dict[str, Phrase] = field(default_factory=dict)

    @property
    def kept(self) -> dict[str, str]:
        """The same as parts of an address."""
        days = {"since": self.period.since.isoformat(), "until": self.period.until.isoformat()}
        return days | {name: self.values[name] for name in ("office", "unit") if self.values.get(name)}

    @property
    def named(self) -> Phrase:
        """Whose figures these are."""
        unit = directory().units.get(self.whose.unit or 0)
        if self.office is None:
            return unit.name if unit else ALL_SEEN
        if unit is None:
            return self.office.name
        return Phrase(*(f"{office}, {each}" for office, each in zip(self.office.name, unit.name, strict=True)))

    @property
    def several(self) -> bool:
        """Whether several offices are counted together."""
        return self.office is None and bool(self.offices)


def asked(request: StaffRequest) -> Asked:
    """Read an address. Without days: from the first of January to today; without an office: one's own."""
    actor, said = request.actor, request.GET
    sight = led_by(actor)
    today = clock.today(zone_of(actor))
    errors: dict[str, Phrase] = {}
    values = {name: said.get(name, "").strip()[:40] for name in LABELS}
    start = Period(today.replace(month=1, day=1), today)
    since, until = _day(values, "since", start.since, errors), _day(values, "until", start.until, errors)
    if not errors and until < since:
        errors["until"] = _TURNED
    elif not errors and until > today:
        errors["until"] = _FUTURE
    seen = whole_offices(sight)
    own = next((held.body_id for held in actor.holdings if held.body_id in {card.id for card in seen}), None)
    office = next((card for card in seen if card.id == own), seen[0] if len(seen) == 1 else None)
    if values["office"] == ALL:
        office = None
    elif values["office"]:
        office = next((card for card in seen if card.code == values["office"]), None)
        if office is None:
            errors["office"] = _NO_OFFICE
    values["office"] = values["office"] or (office.code if office else ALL if seen else "")
    units = _units(sight, office, own_alone=not seen)
    unit = number_in(values["unit"]) if values["unit"] else None
    if values["unit"] and values["unit"] not in {code for code, _ in units} and "office" not in errors:
        errors["unit"] = _NO_UNIT
    offices = [(card.code, card.name) for card in seen]
    return Asked(
        period=start if errors else Period(since, until),
        whose=Whose(sight, None if office is None else office.id, None if errors else unit),
        office=office,
        values=values,
        offices=[(ALL, ALL_SEEN), *offices] if len(offices) > 1 else offices,
        units=units,
        errors=errors,
    )


def parts_in(request: StaffRequest) -> dict[Part, str]:
    """The values by which a figure is parted, of an address; an empty one asks for what nobody has decided."""
    return {part: request.GET[part][:40] for part in Part if part is not Part.OFFICE and part in request.GET}


def whole_offices(sight: Sight) -> list[BodyCard]:
    """The offices that somebody counts whole, by their codes."""
    return [
        card
        for card in sorted(directory().bodies.values(), key=lambda card: card.code)
        if sight.everything or card.id in sight.bodies or card.branch_id in sight.branches
    ]


def _units(sight: Sight, office: BodyCard | None, *, own_alone: bool) -> list[tuple[str, Phrase]]:
    """The units to choose from: those of the office chosen, or those headed by who counts no office whole."""
    units = directory().units.values()
    if own_alone:
        return [(str(each.id), each.name) for each in units if each.id in sight.units]
    return [(str(each.id), each.name) for each in units if office is not None and each.body_id == office.id]


def _day(values: dict[str, str], name: str, default: dt.date, errors: dict[str, Phrase]) -> dt.date:
    if not values[name]:
        return default
    day = day_in(values[name])
    if day is None:
        errors[name] = BAD_DAY
        return default
    return day
