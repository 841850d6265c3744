"""What posts and works are called."""

from dataclasses import dataclass
from functools import cache

from nadzor.law.posts import Body, Post
from nadzor.law.words import Phrase
from nadzor.organs.directory import BodyCard
from nadzor.organs.roles import Role
from nadzor.organs.seed_data import load_titles
from nadzor.organs.seed_records import Sphere, Titles


@cache
def _titles() -> Titles:
    return load_titles()


def post_title(body: BodyCard, post: Post) -> Phrase:
    """Return the title of a post in a body: "Прокурор города" in a city's office."""
    return _titles().title(body, post)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of body without an office: what its posts are called in general."""

    kind: Body
    sphere: Sphere = Sphere.TERRITORIAL
    city: bool = False


def general_title(kind: Body, post: Post) -> Phrase:
    """Return what a post is called in a kind of body, whatever the office."""
    return _titles().title(_Kind(kind), post)


def role_title(role: Role) -> Phrase:
    """Return the name of a work laid upon somebody."""
    return _titles().roles[role][0]


def role_description(role: Role) -> Phrase:
    """Return what somebody with a work does, in a sentence."""
    return _titles().roles[role][1]
