"""The language of a page of the public."""

from django.utils.translation import get_language

from nadzor.law.words import LANGUAGES, Lang


def page_language() -> Lang:
    """Return the language of the page: the active one, Russian where the system does not speak it."""
    active = (get_language() or "ru")[:2]
    return next((lang for lang in LANGUAGES if lang == active), "ru")
