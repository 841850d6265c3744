"""Setting a declared paper: its fields and its head become the data of a template, the data become a PDF.

The data hold every word that the paper shows, so the same file can be set again from what was sealed.
"""

import datetime as dt
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nadzor.law.words import Phrase, day_text, with_ending
from nadzor.papers.declared import PAPERS, Item, Kind, Language, Paper, To, Words
from nadzor.papers.sheets import breakable
from nadzor.papers.typesetting import qr, typeset

_WORDS: Mapping[str, Words] = {
    "approved": Words("БЕКІТЕМІН", "УТВЕРЖДАЮ"),
    "hand": Words("қолы", "подпись"),
    "on_day": Words("күні", "дата"),
    "draft": Words("ЖОБА – қол қойылмаған", "ПРОЕКТ – не подписан"),
    "about": Words("{registered:дегі} № {appeal} жолданымға", "На обращение № {appeal} от {registered}"),
    "about_within": Words("{registered:дегі} № {appeal} жолданым бойынша", "По обращению № {appeal} от {registered}"),
    "phone": Words("тел. {phone}", "тел. {phone}"),
    "check": Words(
        "Құжат ақпараттық жүйеде жасалған. Нөмірін, күнін, қол қойған адамды және файлдың бақылау сомасын мына "
        "мекенжайда тексеруге болады:",
        "Документ составлен в информационной системе. Номер, дату, подписавшего и контрольную сумму файла можно "
        "проверить по адресу:",
    ),
}
_NOTHING = Phrase("", "", "")
_APPLICANT = "applicant"  # the only part of the head that no template shows by itself
_NARROW = 28  # letters of a word that a column of a table surely holds


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above and below what a paper says. Without `url` it is a draft and says so."""

    body: Phrase
    number: str = ""
    day: dt.date | None = None
    contacts: Phrase = _NOTHING
    phone: str = ""
    appeal: str = ""
    registered: dt.date | None = None
    applicant: str = ""
    addressee: str = ""
    address: str = ""
    post: Phrase = _NOTHING
    signatory: str = ""
    approver_post: Phrase = _NOTHING
    approver: str = ""
    url: str = ""

    def told(self, lang: Language) -> dict[str, str]:
        """Return the parts that a sentence may name."""
        return {
            "office": self.body.into(lang),
            "number": self.number,
            "day": _day(self.day, lang),
            "appeal": self.appeal,
            "registered": _day(self.registered, lang),
            "applicant": self.applicant,
            "addressee": self.addressee,
            "address": self.address,
            "signatory": self.signatory,
            "approver": self.approver,
        }


class EmptyItem(ValueError):  # noqa: N818  # a refusal, told by its item
    """A paper lacks what a point asks for. `item`: its name."""

    def __init__(self, paper: str, item: str) -> None:
        super().__init__(f"{paper}: {item}")
        self.item = item


def said_on(paper: Paper, values: Mapping[str, Any], head: Head, lang: Language) -> dict[str, Any]:
    """Return all that a paper shows, in one language. Raises EmptyItem where a required item has no word."""
    told = head.told(lang) | {each.name: _text(values.get(each.name), lang) for each in paper.fields()}
    for each in paper.items:
        if each.kind is not Kind.FIXED and not each.optional and not told[each.name].strip():
            raise EmptyItem(paper.name, each.name)
    if paper.shape is not None:
        return {**paper.shape({**values, **_plain(paper, told)}, head, lang), "url": head.url}
    title, words = paper.title.into(lang), {name: text.into(lang) for name, text in _WORDS.items()}
    outward, inward = words.pop("about"), words.pop("about_within")
    about = _filled(inward if paper.to is To.INSIDE else outward, told) if head.appeal and head.registered else ""
    return {
        "lang": lang,
        "title": title,
        "words": words,
        "body": {"kk": head.body.kk, "ru": head.body.ru},
        "contacts": contacts_of(head),
        "number": head.number,
        "day": told["day"],
        "about": about,
        "addressee": {"name": breakable(head.addressee), "address": breakable(head.address)},
        "approval": _approval(paper, head, lang),
        "blocks": list(_joined(paper, values, told, lang)),
        "signed": {"post": head.post.into(lang), "name": head.signatory},
        "hands": [each.into(lang) for each in paper.signs],
        "foot": " · ".join(part for part in (title, f"№ {head.number}" if head.number else "") if part),
        "url": head.url,
    }


def set_again(name: str, data: Mapping[str, Any], *, at: dt.datetime) -> bytes:
    """Return the PDF of a paper from all that it shows: the same data and instant give the same bytes."""
    url = str(data["url"])
    return typeset(PAPERS[name].template, {**data, "qr": qr(url) if url else ""}, at=at)


def set_paper(paper: Paper, values: Mapping[str, Any], head: Head, lang: Language, *, at: dt.datetime) -> bytes:
    """Set a paper and return the PDF. Raises EmptyItem, TypesettingError."""
    return set_again(paper.name, said_on(paper, values, head, lang), at=at)


def _plain(paper: Paper, told: Mapping[str, str]) -> dict[str, str]:
    """The fields of a paper that are texts, in words."""
    return {each.name: told[each.name] for each in paper.fields() if each.kind not in {Kind.LIST, Kind.TABLE}}


def _joined(
    paper: Paper, values: Mapping[str, Any], told: Mapping[str, str], lang: Language
) -> Sequence[dict[str, Any]]:
    """The blocks of a paper in the order of its items; short fields that follow each other stand as one list."""
    blocks: list[dict[str, Any]] = []
    within = paper.told_within()
    for each in paper.items:
        if each.said is None and (each.name in within or (each.kind is Kind.HEAD and each.name != _APPLICANT)):
            continue
        if each.optional and not told[each.name].strip():
            continue
        block = _block(each, values, told, lang)
        if block["kind"] == "pairs" and blocks and blocks[-1]["kind"] == "pairs":
            blocks[-1]["rows"] += block["rows"]
        else:
            if each.said is not None and each.kind in {Kind.LIST, Kind.TABLE}:
                blocks.append({"kind": "said", "text": _sentence(each.said, told, lang)})
            blocks.append(block)
    return blocks


def _block(item: Item, values: Mapping[str, Any], told: Mapping[str, str], lang: Language) -> dict[str, Any]:
    title = item.title.into(lang)
    if item.kind is Kind.LIST:
        lines = [breakable(_text(each, lang)) for each in values[item.name]]
        return {"kind": "list", "title": "" if item.said else title, "items": lines}
    if item.kind is Kind.TABLE:
        rows = [[breakable(_text(cell, lang), _NARROW) for cell in row] for row in values[item.name]]
        heads = [each.into(lang) for each in item.columns]
        longest = [max([len(row[place]) for row in rows] + [len(head)]) for place, head in enumerate(heads)]
        widths = [round(1 + letters**0.5, 2) for letters in longest]
        return {"kind": "table", "title": "" if item.said else title, "heads": heads, "rows": rows, "widths": widths}
    if item.said is not None and item.headed:
        return {"kind": "titled", "title": title, "text": breakable(_sentence(item.said, told, lang))}
    if item.said is not None:
        return {"kind": "said", "text": breakable(_sentence(item.said, told, lang))}
    if item.kind in {Kind.LINE, Kind.DAY, Kind.HEAD}:
        return {"kind": "pairs", "rows": [[title, breakable(told[item.name])]]}
    return {"kind": "titled", "title": title, "text": breakable(told[item.name])}


def _sentence(words: Words, told: Mapping[str, str], lang: Language) -> str:
    """A sentence with its fields; what ends in a full stop already ("2026 г.") needs no second one."""
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", _filled(words.into(lang), told))


class _Inflected(string.Formatter):
    """Sentences in which a Kazakh day may ask for an ending: `{registered:де}` is "2026 жылғы 1 сәуірде"."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return with_ending(str(value), format_spec) if format_spec else str(value)


_INFLECTED = _Inflected()


def _filled(sentence: str, told: Mapping[str, str]) -> str:
    return _INFLECTED.vformat(sentence, (), told)


def _text(value: Any, lang: Language) -> str:
    """A value of a field in words."""
    match value:
        case None:
            return ""
        case dt.date():
            return _day(value, lang)
        case Phrase():
            return value.into(lang)
        case list() | tuple():
            return "; ".join(_text(each, lang) for each in value)
        case _:
            return str(value)


def _day(day: dt.date | None, lang: Language) -> str:
    return "" if day is None else day_text(day, lang)


def contacts_of(head: Head) -> list[str]:
    """Return the address and the telephone of the office, in both languages of the letterhead."""
    return [_contacts(head, "kk"), _contacts(head, "ru")]


def _contacts(head: Head, lang: Language) -> str:
    phone = _WORDS["phone"].into(lang).format(phone=head.phone) if head.phone else ""
    return "\n".join(part for part in (head.contacts.into(lang), phone) if part)


def _approval(paper: Paper, head: Head, lang: Language) -> dict[str, str] | None:
    if paper.approved is None:
        return None
    words = _WORDS["approved"].into(lang)
    return {"words": words, "post": head.approver_post.into(lang), "name": head.approver, "day": _day(head.day, lang)}
