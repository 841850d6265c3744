"""What posts and works are called."""

from functools import cache

from nadzor.law.posts import Post
from nadzor.law.words import Phrase
from nadzor.organs.directory import BodyCard
from nadzor.organs.roles import Role
from nadzor.organs.seed_data import load_titles
from nadzor.organs.seed_records import Titles


@cache
def _titles() -> Titles:
    return load_titles()


def post_title(body: BodyCard, post: Post) -> Phrase:
    """Return the title of a post in a body: "Прокурор города" in a city's office."""
    return _titles().title(body, post)


def role_title(role: Role) -> Phrase:
    """Return the name of a work laid upon somebody."""
    return _titles().roles[role][0]


def role_description(role: Role) -> Phrase:
    """Return what somebody with a work does, in a sentence."""
    return _titles().roles[role][1]
