"""The answer as a letter: what stands on the paper, in its language, and the paper itself.

Source of the contents: 29I.85, 29I.86; the written form: 29I.47.1.
"""

import datetime as dt
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from nadzor.appeals.drafting_forms import Draft
from nadzor.appeals.forms import KIND_TITLES, OUTCOME_TITLES
from nadzor.appeals.hearing.kept import told_in_act
from nadzor.casework.case import Case
from nadzor.casework.models import Party
from nadzor.law.o29.decisions import ADMINISTRATIVE, BY_ACT, FINDING_TITLES
from nadzor.law.words import Lang, Phrase, day_text, with_ending
from nadzor.papers.issuing import confirm_url
from nadzor.papers.setting import Head, contacts_of
from nadzor.papers.sheets import breakable
from nadzor.papers.typesetting import qr, typeset

TEMPLATE = "papers/typst/answer.typ"
_WORDS: dict[str, Phrase] = {
    "heading": Phrase("Шешім (жауап)", "Решение (ответ)", "Decision (answer)"),
    "decision": Phrase("Шешім:", "Решение:", "Decision:"),
    "arguments": Phrase("Уәждерді тексеру", "Проверка доводов", "Check of the arguments"),
    "argument": Phrase("Уәж", "Довод", "Argument"),
    "finding": Phrase("Нәтиже", "Итог", "Finding"),
    "facts": Phrase("Фактілер", "Факты", "Facts"),
    "norms": Phrase("Заңнама", "Законодательство", "Legislation"),
    "heard": Phrase("Тыңдау", "Заслушивание", "Hearing"),
    "act": Phrase("Енгізілген акт", "Внесён акт", "Act brought"),
    "contest": Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"),
    "draft": Phrase("ЖОБА – қол қойылмаған", "ПРОЕКТ – не подписан", "DRAFT – not signed"),
    "check": Phrase(
        "Бұл жауапқа ақпараттық жүйеде құпиясөзбен қол қойылған. Нөмірін, күнін, қол қойған адамды және файлдың "
        "бақылау сомасын мына мекенжайда тексеруге болады:",
        "Ответ подписан в информационной системе по паролю. Номер, дату, подписавшего и контрольную сумму файла можно "
        "проверить по адресу:",
        "The answer was signed in the information system by password. Its number, date, signatory and the digest of "
        "the file can be checked at:",
    ),
}
_ABOUT = Phrase("{day} № {number} жолданымға", "На обращение № {number} от {day}", "On appeal No. {number} of {day}")
_NARROW = 20  # letters of a word that a column of the arguments surely holds
ADDRESSEE_OF_NOBODY = Phrase("Өтініш берушіге", "Заявителю", "To the applicant")


def letter_of(  # noqa: PLR0913  # the parts of a letter
    appeal: Case,
    draft: Draft,
    *,
    day: dt.date | None = None,
    signatory: Phrase | None = None,
    code: str = "",
    correction: Phrase | None = None,
    at: dt.datetime,
) -> bytes:
    """Return the PDF of an answer; without `code` it is a draft and says so. `correction`: of which slip it is."""
    said = letter_said(appeal, draft, day=day, signatory=signatory, code=code, correction=correction)
    return typeset(TEMPLATE, {**said, "qr": qr(said["url"]) if code else ""}, at=at)


def letter_said(  # noqa: PLR0913  # the parts of a letter
    appeal: Case,
    draft: Draft,
    *,
    day: dt.date | None = None,
    signatory: Phrase | None = None,
    code: str = "",
    correction: Phrase | None = None,
) -> dict[str, Any]:
    """Return all that an answer shows: the data of its template, but for the picture of its code."""
    url = confirm_url(code) if code else ""
    said = _said(appeal, draft, day=day, signatory=signatory, url=url)
    return said | {"url": url, "correction": correction.into(draft.language) if correction else ""}


def _said(appeal: Case, draft: Draft, *, day: dt.date | None, signatory: Phrase | None, url: str) -> dict[str, Any]:
    lang: Lang = draft.language
    name, address = addressee_of(appeal, lang)
    kind = KIND_TITLES.get(appeal.row.kind or "")
    post, signed = _post_and_name(signatory or Phrase("", "", ""))
    head = Head(
        body=appeal.body.name,
        number=appeal.row.number,
        day=day,
        contacts=Phrase(*[appeal.body.address] * 3),
        phone=appeal.body.phone,
        appeal=appeal.row.number,
        registered=appeal.row.registered_on,
        addressee=name,
        address=address,
        post=post,
        signatory=signed,
        url=url,
    )
    values = {
        "kind": kind.into(lang) if kind else "",
        "decision": OUTCOME_TITLES[draft.outcome].into(lang),
        "text": draft.text,
        "arguments": [
            [each.argument, FINDING_TITLES[each.finding].into(lang) if each.finding else "–", each.facts]
            for each in draft.arguments
        ],
        "heard": _heard(appeal, draft, lang),
        "norms": draft.norms,
        "act": draft.act_brought,
        "results": draft.act_results,
        "contest": draft.contest,
    }
    return answer_shape(values, head, lang)


def _heard(appeal: Case, draft: Draft, lang: Lang) -> str:
    """What an act says of the hearing before it, and of the position of who was heard (29I.45; APPK 73, 80)."""
    if appeal.row.kind not in ADMINISTRATIVE or draft.outcome not in BY_ACT:
        return ""
    return "\n".join(each for each in (told_in_act(appeal.row.pk, lang), draft.position) if each)


def answer_shape(values: Mapping[str, Any], head: Head, lang: Lang) -> dict[str, Any]:
    """Return what the template of the answer prints."""
    return {
        "lang": lang,
        "words": {key: phrase.into(lang) for key, phrase in _WORDS.items()},
        "body": {"kk": head.body.kk, "ru": head.body.ru},
        "contacts": contacts_of(head),
        "number": head.number,
        "about": _about(head, str(values.get("kind") or ""), lang),
        "day": day_text(head.day, lang) if head.day else "",
        "addressee": {"name": breakable(head.addressee), "address": breakable(head.address)},
        "signed": {"post": head.post.into(lang), "name": head.signatory},
        **{name: breakable(said) if isinstance(said, str) else said for name, said in values.items()},
        "arguments": [[breakable(cell, _NARROW) for cell in row] for row in values["arguments"]],
    }


def _about(head: Head, kind: str, lang: Lang) -> str:
    """Which appeal is answered: its number, its day, of what kind it is."""
    if head.registered is None:
        return ""
    day = day_text(head.registered, lang)
    said = _ABOUT.into(lang).format(number=head.appeal, day=with_ending(day, "дегі") if lang == "kk" else day)
    return f"{said} ({kind})" if kind else said


def _post_and_name(signatory: Phrase) -> tuple[Phrase, str]:
    """Part a signature into the title of the post and the name, which is the same in every language."""
    words = takewhile(lambda said: len(set(said)) == 1, zip(*(each.split()[::-1] for each in signatory), strict=False))
    name = " ".join([said[0] for said in words][::-1])
    return Phrase(*(each.removesuffix(name).strip() for each in signatory)), name


def addressee_of(appeal: Case, lang: Lang) -> tuple[str, str]:
    """Return the applicant as the letter names him, and where it goes; who is anonymous is answered by no name."""
    party = next((each for each in appeal.parties if isinstance(each, Party) and each.role == "applicant"), None)
    if party is None or not party.full_name:
        return ADDRESSEE_OF_NOBODY.into(lang), ""
    return party.full_name, party.postal_address or party.email


_PARTS: dict[str, Phrase] = {
    "text": Phrase("Мәтіні", "Текст", "Text"),
    "arguments": Phrase("Уәждер", "Доводы", "Arguments"),
    "position": Phrase("Қатысушының ұстанымын бағалау", "Оценка позиции участника", "What is made of the position"),
    "norms": Phrase("Заңнама", "Законодательство", "Legislation"),
    "act_brought": Phrase("Енгізілген акт", "Внесённый акт", "Act brought"),
    "act_results": Phrase("Нәтижесін қалай білуге болады", "Как узнать о результатах", "How to learn of its results"),
    "contest": Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"),
}


def texts_of(contents: dict[str, Any], lang: Lang) -> list[tuple[Phrase, str]]:
    """Return the texts of a draft, each with its title; arguments as lines with what was found."""
    found = []
    for name, title in _PARTS.items():
        text = _arguments(contents, lang) if name == "arguments" else str(contents.get(name) or "")
        if text:
            found.append((title, text))
    return found


def _arguments(contents: dict[str, Any], lang: Lang) -> str:
    lines = []
    for place, each in enumerate(contents.get("arguments") or (), start=1):
        title = FINDING_TITLES.get(each.get("finding") or "")
        found = f" – {title.into(lang)}." if title else ""  # a draft may be kept before its check is over
        lines.append(" ".join(part for part in (f"{place}. {each['argument']}{found}", each.get("facts")) if part))
    return "\n".join(lines)
