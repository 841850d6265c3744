"""Which language a text is written in, by its letters alone: Kazakh has letters that Russian has not.

Source: 29I.85 (an answer is prepared in the state language or in that of the appeal). Letters tell Kazakh from Russian
and both from a text in Latin script; they do not tell whether the words are good.
"""

import re

_KAZAKH = frozenset("әғқңөұүһі")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
_LATIN = re.compile(r"[a-z]")
_ENOUGH = 40  # fewer letters tell nothing: a name and a number may stand in any language
_SURELY_KAZAKH, _SURELY_NOT = 0.13, 0.03  # of Kazakh prose about a fifth are letters of its own; of Russian none


def written_in(text: str) -> str | None:
    """Return "kk", "ru" or "latin" where the letters leave no doubt; none for a short or a mixed text."""
    folded = text.lower()
    cyrillic, latin = _CYRILLIC.findall(folded), len(_LATIN.findall(folded))
    if len(cyrillic) + latin < _ENOUGH:
        return None
    if latin > len(cyrillic):
        return "latin" if latin > 2 * len(cyrillic) else None
    own = sum(letter in _KAZAKH for letter in cyrillic) / len(cyrillic)
    if own >= _SURELY_KAZAKH:
        return "kk"
    return "ru" if own <= _SURELY_NOT else None


def is_other(text: str, language: str) -> bool:
    """Whether a text is surely not in the language it is said to be in ("kk", "ru"; "en": in Latin letters)."""
    found = written_in(text)
    return found is not None and found != {"en": "latin"}.get(language, language)
