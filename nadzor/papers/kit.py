"""Short ways to declare the items of a paper, so that a declaration reads like the list it stands for."""

from collections.abc import Mapping

from nadzor.law.words import Phrase
from nadzor.papers.declared import Item, Kind, Words

HEADS: Mapping[str, Phrase] = {
    "office": Phrase("Прокуратураның атауы", "Наименование прокуратуры", "Name of the office"),
    "number": Phrase("Нөмірі", "Номер", "Number"),
    "day": Phrase("Күні", "Дата", "Date"),
    "appeal": Phrase("Жолданымның нөмірі", "Номер обращения", "Number of the appeal"),
    "registered": Phrase("Жолданым тіркелген күн", "Дата регистрации обращения", "Day of the appeal’s registration"),
    "applicant": Phrase("Өтініш беруші", "Заявитель", "Applicant"),
    "addressee": Phrase("Кімге", "Кому", "Addressee"),
    "address": Phrase("Адресаттың мекенжайы", "Адрес адресата", "Address of the addressee"),
    "signatory": Phrase("Қол қойған адам", "Подписавший", "Signatory"),
    "approver": Phrase("Бекіткен адам", "Утвердивший", "Who approved it"),
}


def head(name: str, *points: str) -> Item:
    """A part of the head that a point asks for."""
    return Item(name, HEADS[name], points, Kind.HEAD)


def field(  # noqa: PLR0913  # the parts of an item
    name: str,
    title: Phrase,
    *points: str,
    kind: Kind = Kind.TEXT,
    kk: str = "",
    ru: str = "",
    optional: bool = False,
    columns: tuple[Phrase, ...] = (),
    chosen: bool = False,
) -> Item:
    """What somebody fills in; in a sentence where one is given."""
    return Item(name, title, points, kind, Words(kk, ru) if ru else None, columns, optional, chosen=chosen)


def fixed(name: str, title: Phrase, *points: str, kk: str, ru: str, headed: bool = False) -> Item:
    """A sentence that stands on every such paper; under its title where it is `headed`."""
    return Item(name, title, points, Kind.FIXED, Words(kk, ru), headed=headed)


REASONS = Phrase("Негіздемесі", "Обоснование", "Reasons")
NORMS = Phrase("Заңнама нормалары", "Нормы законодательства", "Legislation relied on")
CONTEST = Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest")
SUBSTANCE = Phrase("Жолданымның мәні", "Суть обращения", "Substance of the appeal")
