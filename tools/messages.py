"""Keep the catalogues of the pages: `python -m tools.messages` gathers, `--check` fails on a gap.

Gathers the English texts of templates and Python files and, for Kazakh, those of Django's own texts that a person can
meet and Django has no Kazakh for. Kept translations stay, what is no longer used goes.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from django.template.base import DebugLexer, TokenType

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "nadzor" / "web" / "locale"
LANGUAGES = ("kk", "ru")
PLURALS = {
    "kk": "nplurals=2; plural=(n!=1);",  # as in Django's own catalogue: the two are read together
    "ru": "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
    "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);",
}
_DJANGO = Path(django.__file__).parent
# Where those of Django's texts come from that a person can meet: errors of forms, passwords, lengths of time, months.
_MET = re.compile(
    r"^(core/(validators|paginator)|forms/(?!formsets)|utils/(timesince|ipv6|dates|text)|db/models/(base|constraints)"
    r"|contrib/auth/(forms|password_validation))\b"
)
_MONTHS = re.compile(r"^utils/dates")
_PLACES = re.compile(r"%\((\w+)\)[sdr]|%[sd]|\{(\w*)\}")
_STRING = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_TRANSLATE = re.compile(rf"^(?:translate|trans)\s+{_STRING}(?:.*\bcontext\s+{_STRING})?")
_IN_ARGUMENT = re.compile(rf"\b_\({_STRING}\)")
_CONTEXT = re.compile(rf"\bcontext\s+{_STRING}")

_KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")},
}

_Found = tuple[int, str | None, Any, list[str]]


def extract_pages(
    file: IO[bytes],
    keywords: object,  # noqa: ARG001 - Babel gives these three by name
    comment_tags: object,  # noqa: ARG001
    options: object,  # noqa: ARG001
) -> Iterator[_Found]:
    """Yield the texts of a Django template: {% translate %}, {% blocktranslate %} and _("...") in arguments."""
    tokens = iter(DebugLexer(file.read().decode("utf-8")).tokenize())
    for token in tokens:
        if token.token_type not in {TokenType.BLOCK, TokenType.VAR}:
            continue
        if token.contents == "comment" or token.contents.startswith("comment "):
            while next(tokens).contents != "endcomment":
                pass
            continue
        yield from ((token.lineno, "gettext", _bare(found), []) for found in _IN_ARGUMENT.findall(token.contents))
        if token.token_type is not TokenType.BLOCK:
            continue
        if one := _TRANSLATE.match(token.contents):
            yield _found(token.lineno, one[2], _bare(one[1]), None)
        elif re.match(r"blocktrans(late)?\b", token.contents):
            yield _block(token.lineno, token.contents, tokens)


def _block(line: int, head: str, tokens: Iterator[Any]) -> _Found:
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token.token_type is TokenType.BLOCK and token.contents.split()[0] == "plural":
            parts.append([])
        elif token.token_type is TokenType.BLOCK:
            break
        elif token.token_type is TokenType.VAR:
            parts[-1].append(f"%({token.contents.strip()})s")
        else:
            parts[-1].append(token.contents.replace("%", "%%"))
    texts = ["".join(part) for part in parts]
    if re.search(r"\btrimmed\b", head):
        texts = [" ".join(line.strip() for line in text.splitlines() if line.strip()) for text in texts]
    context = _CONTEXT.search(head)
    return _found(line, context and context[1], texts[0], texts[1] if len(texts) > 1 else None)


def _found(line: int, context: str | None, text: str, many: str | None) -> _Found:
    name = ("np" if many else "p") + "gettext" if context else ("ngettext" if many else "gettext")
    ids = [text, many] if many else [text]
    if context:
        return line, name, (_bare(context), *ids), []
    return line, name, tuple(ids) if many else text, []


def _bare(quoted: str) -> str:
    return re.sub(r"\\(.)", r"\1", quoted[1:-1])


def gathered() -> Catalog:
    """Return the texts of our own files."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    sys.path.insert(0, str(ROOT))
    total = Catalog(charset="utf-8")
    folder, ours = str(ROOT), f"{ROOT}/nadzor/"
    for name, line, text, comments, context in extract_from_dir(
        folder, methods, options, keywords=_KEYWORDS, directory_filter=lambda path: f"{path}/".startswith(ours)
    ):
        total.add(text, None, [(name, line)], auto_comments=comments, context=context)
    return total


def borrowed() -> Catalog:
    """Return the texts of Django that a person can meet and that Django has no Kazakh for, or writes in capitals."""
    total = Catalog(charset="utf-8")
    for part in ("conf", "contrib/auth"):
        folder = _DJANGO / part / "locale"
        english, kazakh = (_read(folder / lang / "LC_MESSAGES" / "django.po") for lang in ("en", "kk"))
        for message in _messages(english):
            places = [place for place, _ in message.locations]
            known = kazakh.get(_first(message), message.context)
            wrong = any(_MONTHS.match(place) for place in places)
            if any(_MET.match(place) for place in places) and (wrong or known is None or _gap(known)):
                total.add(message.id, None, [(f"django/{place}", 0) for place in places[:1]], context=message.context)
    return total


def wanted(lang: str) -> Catalog:
    """Return what a language's catalogue has to hold."""
    total = gathered()
    if lang == "kk":
        for message in _messages(borrowed()):
            if total.get(_first(message), message.context) is None:
                total.add(message.id, None, message.locations, context=message.context)
    return total


def update(lang: str) -> None:
    """Write a catalogue anew: kept translations stay, new texts are empty, unused ones go."""
    path = _path(lang)
    old = _read(path) if path.exists() else Catalog(locale=lang, charset="utf-8")
    fresh = Catalog(locale=lang, charset="utf-8", domain="django", project="Nadzor", fuzzy=False)
    for message in sorted(_messages(wanted(lang)), key=lambda each: (_first(each).casefold(), each.context or "")):
        kept = old.get(_first(message), message.context)
        text = kept.string if kept and isinstance(kept.string, str) == isinstance(message.id, str) else None
        places = sorted({(place, 0) for place, _ in message.locations})
        fresh.add(message.id, text, places, context=message.context, flags=message.flags - {"fuzzy"})
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, width=110, omit_header=True, include_lineno=False)
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS[lang]}\\n"\n\n'
    )
    path.write_text(head + path.read_text(encoding="utf-8"), encoding="utf-8")


def faults(lang: str) -> list[str]:
    """Return what a catalogue lacks: a text, a translation, a place for a value; or what is fuzzy in it."""
    path = _path(lang)
    if not path.exists():
        return [f"{lang}: there is no catalogue"]
    kept = _read(path)
    told = []
    for message in _messages(wanted(lang)):
        found = kept.get(_first(message), message.context)
        name = f"{lang}: {_first(message)[:70]!r}"
        if found is None or _gap(found):
            told.append(f"{name} has no translation")
        elif found.fuzzy:
            told.append(f"{name} is fuzzy")
        elif not _same_places(found):
            told.append(f"{name}: other places for values than in English")
    return told


def _same_places(message: Message) -> bool:
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    texts = [message.string] if isinstance(message.string, str) else list(message.string)
    allowed = {place for text in english for place in _values(text)}
    asked = set.intersection(*({*_values(text)} for text in english))
    return all(asked <= {*_values(text)} <= allowed for text in texts)


def _values(text: str) -> list[str]:
    return [match[0] for match in _PLACES.finditer(text.replace("%%", ""))]


def _gap(message: Message) -> bool:
    texts = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    return not all(texts) or message.fuzzy


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _path(lang: str) -> Path:
    return LOCALE / lang / "LC_MESSAGES" / "django.po"


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def main() -> int:
    """Gather, or check. Returns 1 if the check finds a gap."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is missing")
    if not parser.parse_args().check:
        for lang in LANGUAGES:
            update(lang)
    told = [fault for lang in LANGUAGES for fault in faults(lang)]
    print("\n".join(told) if told else "Catalogues: complete.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
