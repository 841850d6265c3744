"""Every declared paper with what it says in the golden pictures: the head of an office, the words of samples.yaml."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from nadzor.law.words import Phrase
from nadzor.papers.declared import SCHEDULE, Kind, Language, Paper, To
from nadzor.papers.setting import Head

AT = dt.datetime(2026, 4, 6, 5, 0, tzinfo=dt.UTC)
GOLDEN = Path(__file__).parent / "golden"
_FOLLOW = "https://nadzor.example.kz/follow/?code=4F7K-9QTD-2WXB-M5HC"
_CONFIRM = "https://nadzor.example.kz/confirm/7K3M-Q9TD-2WXB-HF5C/"
_OF_MANY = {"outreach_decision", "reception_practice"}
_HOUSE = ("Алматы қаласының прокуроры\nБ. Т. Сейтқалиға", "Прокурору города Алматы\nБ. Т. Сейтқали")
_DISTRICT = ("Медеу ауданының прокуратурасы", "Прокуратура Медеуского района")
_TO = {
    "additional_assignment": _DISTRICT,
    "assignment": _DISTRICT,
    "complaint_decision": ("«Арай» ЖШС", "ТОО «Арай»"),
    "complaint_decision_copy": _DISTRICT,
    "complaint_return": ("«Арай» ЖШС", "ТОО «Арай»"),
    "complaint_sent_up": ("Бас прокуратура", "Генеральная прокуратура Республики Казахстан"),
    "crime_materials": (
        "Қылмыстық қудалаудың заңдылығын қадағалау басқармасы",
        "Управление надзора за законностью уголовного преследования",
    ),
    "decision_from_above": _DISTRICT,
    "higher_decision": _DISTRICT,
    "official_hearing_notice": _DISTRICT,
    "official_hearing_off": _DISTRICT,
    "outcome_to_sender": ("Парламент Мәжілісі", "Мажилис Парламента Республики Казахстан"),
    "reception_assignment": _DISTRICT,
    "redirect_letter": ("Алматы қаласының Полиция департаменті", "Департамент полиции города Алматы"),
    "specialist_request": ("Алматы қаласының әкімдігі", "Акимат города Алматы"),
}
_BODY = ("Алматы қаласының Білім басқармасы", "Управление образования города Алматы")


@cache
def _samples() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "samples.yaml").read_text(encoding="utf-8"))
    return read


def values_of(paper: Paper, lang: Language) -> dict[str, Any]:
    """What the fields of a paper say in a language. Raises KeyError for a field without a sample."""
    return {each.name: _in(_said(paper, each.name), each.kind, lang) for each in paper.fields()}


def _said(paper: Paper, name: str) -> Any:
    own = _samples().get(f"{paper.name}.{name}")
    return _samples()[name] if own is None else own


def _in(said: Any, kind: Kind, lang: Language) -> Any:
    if kind is Kind.TABLE:
        return [[_one(cell, lang) for cell in row] for row in said]
    return [_one(each, lang) for each in said] if kind is Kind.LIST else _one(said, lang)


def _one(said: Any, lang: Language) -> Any:
    return said[0 if lang == "kk" else 1] if isinstance(said, list) else said


def head_for(paper: Paper, lang: Language) -> Head:
    """The head of a paper of the office of Almaty."""
    place = 0 if lang == "kk" else 1
    to = {
        To.APPLICANT: ("Ахметова Айгүл Серікқызы", "050000, Алматы қ., Абай даңғылы, 10-үй, 5-пәтер"),
        To.OUTSIDE: (_BODY[place], ""),
        To.INSIDE: (_HOUSE[place].split("\n")[0], _HOUSE[place].split("\n")[1]),
    }.get(paper.to, ("", ""))
    if paper.name in _TO:
        to = (_TO[paper.name][place], "" if to[0] == _BODY[place] else to[1])
    if paper.to is To.INSIDE and all(each.name != "addressee" for each in paper.items):
        to = ("", "")
    of_many = paper.to is To.PUBLIC or paper.template == SCHEDULE or paper.name in _OF_MANY
    return Head(
        body=Phrase("Алматы қаласының прокуратурасы", "Прокуратура города Алматы", "Prosecutor’s Office of Almaty"),
        number="2026-75-000123/3",
        day=dt.date(2026, 4, 6),
        contacts=Phrase("Алматы қ., Желтоқсан көшесі, 189", "г. Алматы, ул. Желтоксан, 189", ""),
        phone="+7 727 272 44 44",
        appeal="" if of_many else "2026-75-000123",
        registered=None if of_many else dt.date(2026, 4, 1),
        applicant="Ахметова Айгүл Серікқызы",
        addressee=to[0],
        address=to[1],
        post=Phrase("", "", "")
        if paper.by_itself
        else Phrase("Қала прокурорының орынбасары", "Заместитель прокурора города", ""),
        signatory="" if paper.by_itself else "Г. Е. Оспанова",
        approver_post=Phrase("Қала прокуроры", "Прокурор города", ""),
        approver="Б. Т. Сейтқали",
        url=_FOLLOW if paper.name == "receipt" else _CONFIRM,
    )
