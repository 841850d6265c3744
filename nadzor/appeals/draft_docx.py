"""The draft of an answer as a DOCX, and what came back of it as the next version's words.

The decision, its character and the language are choices of the form: they stay what they are in the draft.
"""

import re
from collections.abc import Mapping
from typing import Any

from nadzor.appeals.models import PaperDraft
from nadzor.appeals.parts import ANSWER, lines_of, part_titles
from nadzor.casework.forms import clean
from nadzor.law.o29.decisions import FINDING_TITLES
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.papers.declared import PAPERS
from nadzor.papers.documents import Section, Unread, brought, made

_COLUMNS = (
    Phrase("Уәж", "Довод", "Argument"),
    Phrase("Тексеру нәтижесі", "Итог проверки", "What the check has shown"),
    Phrase("Фактілер", "Факты", "Facts"),
)
_HEAD = Phrase(
    "Жауаптың жобасы № {number}, {version}-нұсқа. Тақырыптарды өзгертпеңіз: бөліктер солар бойынша танылады. "
    "Тексеру нәтижесі: {findings}.",
    "Проект ответа № {number}, версия {version}. Не меняйте заголовки: по ним узнаются части. Итог проверки: "
    "{findings}.",
    "Draft of the answer No. {number}, version {version}. Leave the headings as they are: the parts are known by them. "
    "What the check has shown: {findings}.",
)
_TITLE = Phrase("Жауаптың жобасы № {number}", "Проект ответа № {number}", "Draft of the answer No. {number}")
_OTHER_TITLE = Phrase("{title}: жоба № {number}", "{title}: проект № {number}", "{title}: draft No. {number}")
_OTHER_HEAD = Phrase(
    "{title}: жоба № {number}, {version}-нұсқа. Тақырыптарды өзгертпеңіз: бөліктер солар бойынша танылады.",
    "{title}: проект № {number}, версия {version}. Не меняйте заголовки: по ним узнаются части.",
    "{title}: draft No. {number}, version {version}. Leave the headings as they are: the parts are known by them.",
)
_STAMP = re.compile(r"^nadzor (?P<number>\S+) v(?P<version>\d+)$")


def language_of(contents: Mapping[str, Any]) -> Lang:
    """Return the language of a draft."""
    return next((each for each in LANGUAGES if each == contents.get("language")), "ru")


def document_of(draft: PaperDraft) -> bytes:
    """Return a draft as a DOCX with its parts under headings in the language of the draft."""
    lang, number = language_of(draft.contents), draft.proceeding.number
    findings = "; ".join(each.into(lang) for each in FINDING_TITLES.values())
    answer = draft.paper == ANSWER
    return made(
        _sections(draft, lang),
        title=(_TITLE if answer else _OTHER_TITLE).into(lang).format(number=number, title=_title(draft, lang)),
        stamp=f"nadzor {number} v{draft.version}",
        head=(_HEAD if answer else _OTHER_HEAD)
        .into(lang)
        .format(number=number, version=draft.version, findings=findings, title=_title(draft, lang)),
        language=lang,
    )


def _title(draft: PaperDraft, lang: Lang) -> str:
    return PAPERS[draft.paper].title.into(lang)


def _sections(draft: PaperDraft, lang: Lang) -> list[Section]:
    found, contents = [], draft.contents
    for name, title in part_titles(draft.paper).items():
        if name == "arguments":
            columns = tuple(each.into(lang) for each in _COLUMNS)
            rows = tuple(_row(each, lang) for each in contents.get(name) or ())
            found.append(Section(name, title.into(lang), rows=rows, columns=columns))
        else:
            text = str(contents.get(name) or "")
            found.append(Section(name, title.into(lang), text, lines=name in lines_of(draft.paper)))
    return found


def _row(argument: Mapping[str, Any], lang: Lang) -> tuple[str, str, str]:
    finding = FINDING_TITLES.get(argument.get("finding") or "")
    return str(argument["argument"]), finding.into(lang) if finding else "", str(argument.get("facts") or "")


def contents_from(draft: PaperDraft, data: bytes, *, older: bool = False) -> dict[str, Any]:
    """Return what the next version says by a document: its words, and the choices of the draft as it stands.

    `older`: a document that left with an earlier version is taken all the same. Raises Unread with a sentence.
    """
    lang = language_of(draft.contents)
    sections = _sections(draft, lang)
    titles = {name: tuple(title) for name, title in part_titles(draft.paper).items()}
    came = brought(data, sections, titles)
    _check_stamp(draft, came.stamp, older=older)
    before = brought(document_of(draft), sections, titles)
    said = dict(draft.contents)
    # what nobody touched stays letter for letter
    said |= {name: text for name, text in came.texts.items() if clean(text) != clean(before.texts[name])}
    if came.rows.get("arguments") != before.rows.get("arguments"):
        said["arguments"] = [_argument(row, place) for place, row in enumerate(came.rows["arguments"], 1)]
    return said


def _check_stamp(draft: PaperDraft, stamp: str, *, older: bool) -> None:
    found = _STAMP.match(stamp)
    if found is None:
        return
    if found["number"] != draft.proceeding.number:
        raise Unread(Phrase(*(_OTHER_DRAFT.into(lang).format(number=found["number"]) for lang in LANGUAGES)))
    if int(found["version"]) != draft.version and not older:
        raise OlderVersion(int(found["version"]), draft.version)


class OlderVersion(Unread):
    """The document left with another version than the one that stands."""

    def __init__(self, left: int, now: int) -> None:
        super().__init__(Phrase(*(_OLDER.into(lang).format(left=left, now=now) for lang in LANGUAGES)))


def _argument(row: tuple[str, ...], place: int) -> dict[str, Any]:
    argument, finding, facts = row
    wanted = " ".join(finding.casefold().split()).rstrip(".")
    known = {words.casefold(): name for name, title in FINDING_TITLES.items() for words in title}
    if wanted and wanted not in known and wanted not in {"-", "–", "—"}:
        raise Unread(Phrase(*(_finding_told(lang, place, finding) for lang in LANGUAGES)))
    return {"argument": argument, "finding": known.get(wanted), "facts": facts}


def _finding_told(lang: Lang, row: int, said: str) -> str:
    known = "; ".join(title.into(lang) for title in FINDING_TITLES.values())
    return _FINDING.into(lang).format(row=row, said=said, known=known)


_OTHER_DRAFT = Phrase(
    "Бұл файл басқа жобаныкі: № {number}. Осы жобаның файлын таңдаңыз.",
    "Это файл другого проекта: № {number}. Выберите файл этого проекта.",
    "This file is of another draft: No. {number}. Choose the file of this one.",
)
_OLDER = Phrase(
    "Файл {left}-нұсқадан шыққан, ал жобада қазір {now}-нұсқа тұр. Оны бәрібір келесі нұсқа ету үшін белгі қойыңыз: "
    "арадағы өзгерістер салыстырудан көрінеді.",
    "Файл выгружен с версии {left}, а в проекте сейчас версия {now}. Чтобы всё же взять его следующей версией, "
    "поставьте отметку: изменения между ними покажет сравнение.",
    "The file left with version {left}, and the draft now stands at version {now}. Tick the mark to take it as the "
    "next version all the same: the comparison will show what lies between.",
)
_FINDING = Phrase(
    "Уәждер кестесінің {row}-жолындағы нәтиже танылмады: «{said}». Мыналардың бірін жазыңыз: {known}.",
    "В строке {row} таблицы доводов не узнан итог: «{said}». Напишите одно из: {known}.",
    "Row {row} of the arguments has no known finding: “{said}”. Write one of: {known}.",
)
