"""Reading a page for sentences of another language. Data of people are Greek in these tests: no page speaks Greek."""

import re
from html.parser import HTMLParser

# Names and codes that every language writes in Latin letters; languages are called by their own names.
CODES = frozenset(
    """
    nadzor testserver call english pdf xlsx sms sha qr utc mb kb ics mp docx jpg jpeg png tiff tif heic
    txt rtf odt xls doc zip api csv html ctrl enter esc tab egov kz url caldav webcal json google
    outlook apple microsoft iphone android id ios usb nfc totp sub
    """.split()  # noqa: SIM905  # read as a line of words
)
CODE_LIKE = re.compile(
    r"\bNADZOR_[A-Z_]+\b|\b\w\.(?:\s?\w\.)+|\S+@\S+|https?://\S+|/\S*/\S*|\b[\w.]+/\S*|\{\w+\}|\b(?:MEMO|SYS|APPK)\.\d+|Қазақша|Русский"
    r"|[\w -]+\.(?:pdf|txt|jpg|exe)\b|[\w-]+\.(?:test|example|org|kz)\b|\b(?:\w{4}-){2,}\w{4}\b"
    r"|\b[0-9a-f]{12,}\b|\b\w*\d\w*(?:-\w+)*\b|\b[\w-]*[a-z]\.[a-z][\w.]*\b"
)
RUSSIAN = re.compile(
    r"\b(?:и|в|на|по|для|от|что|или|из|если|это|как|при|об|до|без|чтобы|уже|нет|не|вы|его|их|к|с)\b(?!\))"
    r"|\b\w+(?:ться|ого|его|ение|ения|ание|ания|ный|ные|ная|ных|ости|ость)\b",
    re.IGNORECASE,
)
KAZAKH = re.compile(r"\b\w*[әіңғүұқөһ]\w*\b", re.IGNORECASE)
LATIN = re.compile(r"[a-z]{2,}", re.IGNORECASE)
CYRILLIC = re.compile(r"[а-яёәіңғүұқөһ]{2,}", re.IGNORECASE)
_SAID = ("placeholder", "aria-label", "title", "alt", "data-label", "data-lost", "data-close", "data-keys-title")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_SILENT = frozenset({"script", "style", "svg", "textarea"})


class Page(HTMLParser):
    """The words of a page by the language its elements say they are in; its forms with their fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lang, self.words, self._open = "", [], []  # type: ignore[var-annotated]
        self.forms: list[tuple[dict[str, str], list[tuple[str, dict[str, str]]]]] = []
        self._main = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        held = {name: value or "" for name, value in attrs}
        lang = held.get("lang") or (self._open[-1][1] if self._open else "")
        self.lang = self.lang or lang
        self.words += [(lang, held[name]) for name in _SAID if name in held]
        if tag == "main":
            self._main = True
        if tag == "form" and self._main:
            self.forms.append((held, []))
        if self._main and self.forms and held.get("name") and tag in {"input", "select", "textarea"}:
            self.forms[-1][1].append((tag, held))
        if tag not in _VOID:
            self._open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that were left open."""
        places = [place for place, (name, _) in enumerate(self._open) if name == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        """Keep words that are seen."""
        if data.strip() and self._open and not any(name in _SILENT for name, _ in self._open):
            self.words.append((self._open[-1][1], " ".join(data.split())))


def foreign(page: Page, names: re.Pattern[str]) -> list[str]:
    """Return what a page says in a language that is not the page's."""
    found = []
    for lang, words in page.words:
        if lang != page.lang:
            continue
        bare = CODE_LIKE.sub(" ", names.sub(" ", words))
        wrong: list[str] = []
        if page.lang == "en":
            wrong = CYRILLIC.findall(bare)
        else:
            wrong = [each for each in LATIN.findall(bare) if each.lower() not in CODES]
        if page.lang == "ru":
            wrong += KAZAKH.findall(bare)
        if page.lang == "kk":
            wrong += [each for each in RUSSIAN.findall(bare) if each.lower() not in _KAZAKH_TOO]
        if wrong:
            found.append(f"{words[:160]!r}: {', '.join(wrong[:4])}")
    return found


_KAZAKH_TOO = frozenset({"не", "целинная"})  # a word of Kazakh too; a name
