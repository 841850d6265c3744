"""The numbers that Word writes before paragraphs of a list by itself: they stand in no text, and would be lost."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_BULLET = "– "


class Numbering:
    """Counts the lists of a document as Word does. Ask for each paragraph once, in their order."""

    def __init__(self, document: Document) -> None:
        try:
            numbering: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            numbering = None
        self._styles = document.styles.element
        self._counts: dict[tuple[str, int], int] = {}
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        if numbering is None:
            return
        kinds = {each.get(qn("w:abstractNumId")): each for each in numbering.iter(qn("w:abstractNum"))}
        for each in numbering.iter(qn("w:num")):
            of, name = _value(each, "w:abstractNumId"), each.get(qn("w:numId"))
            if of is not None and of in kinds and name:
                self._abstract[name] = of
                self._levels[name] = {int(lvl.get(qn("w:ilvl"))): lvl for lvl in kinds[of].iter(qn("w:lvl"))}

    def prefix(self, paragraph: Any) -> str:
        """Return what stands before a paragraph: "2. ", "– "; empty where it is of no list."""
        listed = self._listed(paragraph)
        if listed is None:
            return ""
        name, level = listed
        lvl = self._levels.get(name, {}).get(level)
        if lvl is None:
            return ""
        kind = _value(lvl, "w:numFmt") or "decimal"
        if kind == "none":
            return ""
        if kind == "bullet":
            return _BULLET
        key = self._abstract[name]
        start = int(_value(lvl, "w:start") or 1)
        self._counts[key, level] = self._counts.get((key, level), start - 1) + 1
        for each in [each for each in self._counts if each[0] == key and each[1] > level]:
            del self._counts[each]
        said = _value(lvl, "w:lvlText") or f"%{level + 1}."
        for place in range(level + 1):
            other = self._levels[name].get(place)
            form = (_value(other, "w:numFmt") if other is not None else None) or "decimal"
            said = said.replace(f"%{place + 1}", _as(self._counts.get((key, place), 1), form))
        return f"{said} " if said else ""

    def _listed(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph, by itself or by its style."""
        style = _value(paragraph.find(qn("w:pPr")), "w:pStyle") if paragraph.find(qn("w:pPr")) is not None else None
        found = _num(paragraph.find(qn("w:pPr")))
        seen: set[str] = set()
        while found is None and style and style not in seen:
            seen.add(style)
            wanted = style
            of = next((each for each in self._styles.iter(qn("w:style")) if each.get(qn("w:styleId")) == wanted), None)
            if of is None:
                break
            found, style = _num(of.find(qn("w:pPr"))), _value(of, "w:basedOn")
        return None if found is None or found[0] == "0" else found


def _num(properties: Any) -> tuple[str, int] | None:
    held = properties.find(qn("w:numPr")) if properties is not None else None
    name = _value(held, "w:numId") if held is not None else None
    return None if name is None else (name, int(_value(held, "w:ilvl") or 0))


def _value(parent: Any, tag: str) -> str | None:
    found = parent.find(qn(tag))
    return None if found is None else found.get(qn("w:val"))


def _as(number: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"russianLower", "russianUpper"}:
        letter = _RUSSIAN[(number - 1) % len(_RUSSIAN)]
        return letter.upper() if kind == "russianUpper" else letter
    if kind in {"lowerRoman", "upperRoman"}:
        told = ""
        for worth, sign in (*_ROMAN, *_ROMAN_LOW):
            while number >= worth:
                told, number = told + sign, number - worth
        return told.upper() if kind == "upperRoman" else told
    return str(number)
