"""What a step needs, as typed forms. One declaration gives the check, the JSON schema of the API and the page's form.

A field is annotated with `Asked`: its label, a hint and how a page asks for it.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from nadzor import clock
from nadzor.casework.refusals import INVALID, Invalid
from nadzor.law.words import LANGUAGES, Phrase

# Control characters, marks that turn the direction of writing, and halves of pairs have no place in a text of a case.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def clean(value: object) -> object:
    """Drop what cannot be seen from a text and compose its letters; leave anything else as it is."""
    if not isinstance(value, str):
        return value
    return unicodedata.normalize("NFC", _UNWANTED.sub("", value.replace("\r\n", "\n"))).strip()


Text = Annotated[str, BeforeValidator(clean)]
_LONGEST_ID = 18  # digits of a bigint


def number_in(text: str) -> int | None:
    """Return the id that a text is, none for anything else: "²" is a digit to Python, and 5,000 digits are no id."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_ID else None


@dataclass(frozen=True, slots=True)
class Asked:
    """How a page asks for a field. `widget`: line, text, day, choice, several, person, people, body, flag."""

    label: Phrase
    hint: Phrase | None = None
    widget: str = "line"
    choices: tuple[tuple[str, Phrase], ...] = ()


class Form(BaseModel):
    """The base of what steps need: nothing unknown is taken silently."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Form):
    """A step that needs nothing."""


_AnyForm = TypeVar("_AnyForm", bound=BaseModel)

_TOLD: dict[str, Phrase] = {
    "missing": Phrase("Бұл өрісті толтырыңыз.", "Заполните это поле.", "Fill in this field."),
    "string_too_short": Phrase("Бұл өрісті толтырыңыз.", "Заполните это поле.", "Fill in this field."),
    "too_short": Phrase("Бұл өрісті толтырыңыз.", "Заполните это поле.", "Fill in this field."),
    "string_too_long": Phrase(
        "Тым ұзын: {max_length} таңбаға дейін қысқартыңыз.",
        "Слишком длинно: сократите до {max_length} знаков.",
        "Too long: shorten it to {max_length} characters.",
    ),
    "extra_forbidden": Phrase(
        "Мұндай өріс жоқ: атауын тексеріңіз.", "Такого поля нет: проверьте название.", "No such field: check its name."
    ),
    "too_long": Phrase(
        "Тым көп: ең көбі {max_length}.", "Слишком много: не более {max_length}.", "Too many: at most {max_length}."
    ),
    "enum": Phrase("Тізімнен таңдаңыз: {expected}.", "Выберите из списка: {expected}.", "Choose one of: {expected}."),
    "literal_error": Phrase(
        "Тізімнен таңдаңыз: {expected}.", "Выберите из списка: {expected}.", "Choose one of: {expected}."
    ),
    "date": Phrase(
        "Күнді 2026-04-01 түрінде жазыңыз.", "Запишите день так: 2026-04-01.", "Write the day as 2026-04-01."
    ),
    "datetime": Phrase(
        "Уақытты белдеуімен жазыңыз: 2026-04-01T10:00:00+05:00.",
        "Запишите время с поясом: 2026-04-01T10:00:00+05:00.",
        "Write the instant with its offset: 2026-04-01T10:00:00+05:00.",
    ),
}
_CHOOSE = Phrase("Тізімнен таңдаңыз.", "Выберите из списка.", "Choose from the list.")
_TITLES: dict[str, Phrase] = {}
_QUOTED = re.compile("'([^']*)'")
_OTHER = Phrase("Мән дұрыс емес, тексеріңіз.", "Значение не подходит, проверьте.", "The value does not fit, check it.")


def say(code: str, message: Phrase) -> None:
    """Give a check of a form its sentence; the check raises `wrong(code)`. Raises ValueError for a second sentence."""
    if _TOLD.setdefault(code, message) != message:
        raise ValueError(code)


def title(values: Mapping[str, Phrase]) -> None:
    """Give values of fields their titles, by which a sentence that lists them names them."""
    _TITLES.update({str(value): words for value, words in values.items()})


def wrong(code: str) -> PydanticCustomError:
    """Return the error of a check whose sentence `say` was given."""
    return PydanticCustomError(code, "{code}", {"code": code})


def parsed(form: type[_AnyForm], data: Mapping[str, Any], *, listed: bool = True) -> _AnyForm:
    """Read data as a form. Raises Invalid with a sentence for each field; nested fields are named by dots.

    `listed`: whether the sentence on a choice names the values; a page, which shows the list itself, has no use for
    the words of programs.
    """
    try:
        found = form.model_validate(data)
    except ValidationError as error:
        raise Invalid(INVALID, fields={_place(each): _told(each, listed) for each in error.errors()}) from None
    latest = clock.now().year + _YEARS_AHEAD
    far = {name: _TOO_FAR for name, value in found if isinstance(value, dt.date) and value.year > latest}
    if far:
        raise Invalid(INVALID, fields=far)
    return found


_YEARS_AHEAD = 10  # no order gives a term so long, and no post is held longer: a year typed wrong
_TOO_FAR = Phrase(
    "Бұл күнге он жылдан көп қалды: жылын тексеріңіз.",
    "До этого дня больше десяти лет: проверьте год.",
    "This day is more than ten years ahead: check the year.",
)


def _place(error: ErrorDetails) -> str:
    return ".".join(str(part) for part in error["loc"]) or "form"


def _told(error: ErrorDetails, listed: bool) -> Phrase:  # noqa: FBT001
    code = error["type"]
    if code in {"too_short", "too_long"} and isinstance(error["input"], str):  # a text is measured after it is cleaned
        code = f"string_{code}"
    for known in (code, code.split("_")[0]):
        if known in _TOLD:
            context = error.get("ctx", {})
            if "expected" in context and not listed:
                return _CHOOSE
            if "expected" in context:
                return _listed(_TOLD[known], _QUOTED.findall(str(context["expected"])))
            return Phrase(*(text.format(**context) if context else text for text in _TOLD[known]))
    return _OTHER


def _listed(said: Phrase, values: list[str]) -> Phrase:
    """Name the values that a field takes: people read the title, programs the value. Pydantic joins them in English."""
    told = []
    for lang in LANGUAGES:
        named = [f"{_TITLES[each].into(lang)} ({each})" if each in _TITLES else each for each in values]
        told.append(said.into(lang).format(expected=", ".join(named)))
    return Phrase(*told)


def typed_lines(text: str) -> list[str]:
    """Return the lines of a list as somebody has typed it, empty ones left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]
