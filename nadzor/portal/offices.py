"""To whom an appeal may be addressed: the office of a region or city, one below it, or one that stands apart."""

from nadzor import clock
from nadzor.law.posts import Body as BodyKind
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.directory import BodyCard, directory
from nadzor.organs.seed_records import Sphere

COUNTRY, SPECIAL = "country", "special"
_GPO = "000000-gpo"
_COUNTRY = Phrase(
    "Бүкіл ел бойынша немесе білмеймін", "По всей стране или не знаю", "The whole country, or I do not know"
)
_SPECIAL = Phrase(
    "Мамандандырылған прокуратура: әскери, көлік және басқалар",
    "Специализированная прокуратура: военная, транспортная и другие",
    "A specialised office: military, transport and others",
)
_UNKNOWN = Phrase("Білмеймін: {office}", "Не знаю: {office}", "I do not know: {office}")


def area_choices() -> tuple[tuple[str, Phrase | str], ...]:
    """Regions and cities by the names of their offices, then what stands apart."""
    return (
        *((card.code, card.name) for card in _standing() if _is_area(card)),
        (SPECIAL, _SPECIAL),
        (COUNTRY, _COUNTRY),
    )


def office_choices(area: str) -> tuple[tuple[str, Phrase | str], ...]:
    """The offices of an area, the one that takes whatever nobody knows the office of first, with an empty value."""
    known = directory()
    above = known.by_code.get(default_of(area))
    if above is None:  # a house without the Prosecutor General's Office
        return ()
    cards = _standing()
    if area == SPECIAL:
        areas = {card.id for card in cards if _is_area(card)}
        below = [card for card in cards if not _is_area(card) and card.parent_id not in areas and card.id != above.id]
    elif area == above.code:
        below = [card for card in cards if card.parent_id == above.id]
    else:
        below = []
    unknown = Phrase(*(_UNKNOWN.into(lang).format(office=above.name.into(lang)) for lang in LANGUAGES))
    return (("", unknown), *((card.code, card.name) for card in below))


def default_of(area: str) -> str:
    """The office that takes an appeal of an area whose office is not known."""
    card = directory().by_code.get(area)
    return area if card is not None and _is_area(card) and _stands(card) else _GPO


def addressed_to(area: str, office: str) -> str:
    """The office that an appeal goes to: the chosen one while it stands and is of the area, else that of the area."""
    return office if office and office in dict(office_choices(area)) else default_of(area)


def _is_area(card: BodyCard) -> bool:
    return card.kind is BodyKind.OBLAST and card.sphere is Sphere.TERRITORIAL


def _stands(card: BodyCard) -> bool:
    return card.stands(clock.today(card.zone))


def _standing() -> list[BodyCard]:
    return sorted((card for card in directory().bodies.values() if _stands(card)), key=lambda card: card.code)
