"""Kinds of bodies, their levels and their posts, as the orders name them; who stands above whom.

Source: order 29/2023 (29I.2.5, 28-32, 88; 29R.2), lecture (SYS). "Oblast" stands for every office of equal rank with
an oblast prosecutor's office, "district" for every office of equal rank with a district prosecutor's office.
"""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """The three storeys on which the orders place a matter."""

    GPO = "gpo"
    OBLAST = "oblast_level"
    DISTRICT = "district_level"


class Body(StrEnum):
    """Kinds of bodies of the prosecutor's office."""

    GPO = "gpo"
    COMMITTEE = "committee"
    ASSET_RECOVERY = "asset_recovery"
    ACADEMY = "academy"
    INSTITUTION = "institution"
    MILITARY = "military"
    TRANSPORT = "transport"
    OBLAST = "oblast"
    DISTRICT = "district"
    COMMITTEE_TERRITORIAL = "committee_territorial"


class Post(StrEnum):
    """Posts, in the order in which an answer lists them."""

    PROSECUTOR_GENERAL = "prosecutor_general"
    DEPUTY_PROSECUTOR_GENERAL = "deputy_prosecutor_general"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    APPARATUS_HEAD = "apparatus_head"
    UNIT_HEAD = "unit_head"
    UNIT_DEPUTY_HEAD = "unit_deputy_head"
    SENIOR_ASSISTANT = "senior_assistant"
    ASSISTANT = "assistant"
    DIRECTORATE_HEAD = "directorate_head"
    APPEALS_UNIT_EMPLOYEE = "appeals_unit_employee"
    PROSECUTOR = "prosecutor"


class Official(NamedTuple):
    """A post in a kind of body, written "oblast:head"."""

    body: Body
    post: Post

    def __str__(self) -> str:
        return f"{self.body}:{self.post}"


# Heads of agencies, institutions and the academy, chief military and transport prosecutors, oblast prosecutors.
OBLAST_LEVEL = (
    *(Body.COMMITTEE, Body.ASSET_RECOVERY, Body.ACADEMY, Body.INSTITUTION),
    *(Body.MILITARY, Body.TRANSPORT, Body.OBLAST),
)
PROSECUTORS_OF_OBLAST_RANK = (Body.MILITARY, Body.TRANSPORT, Body.OBLAST)
DISTRICT_LEVEL = (Body.DISTRICT, Body.COMMITTEE_TERRITORIAL)

LEVEL_OF: dict[Body, Level] = {
    Body.GPO: Level.GPO,
    **dict.fromkeys(OBLAST_LEVEL, Level.OBLAST),
    **dict.fromkeys(DISTRICT_LEVEL, Level.DISTRICT),
}

_OBLAST_POSTS = (
    *(Post.HEAD, Post.DEPUTY_HEAD, Post.APPARATUS_HEAD, Post.UNIT_HEAD),
    *(Post.SENIOR_ASSISTANT, Post.ASSISTANT),
)
POSTS_OF: dict[Body, tuple[Post, ...]] = {
    Body.GPO: (
        *(Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL, Post.APPARATUS_HEAD, Post.UNIT_HEAD),
        *(Post.UNIT_DEPUTY_HEAD, Post.DIRECTORATE_HEAD, Post.APPEALS_UNIT_EMPLOYEE, Post.PROSECUTOR),
    ),
    **dict.fromkeys(OBLAST_LEVEL, (*_OBLAST_POSTS, Post.PROSECUTOR)),
    Body.ASSET_RECOVERY: (*_OBLAST_POSTS, Post.DIRECTORATE_HEAD, Post.PROSECUTOR),
    **dict.fromkeys(DISTRICT_LEVEL, (Post.HEAD, Post.DEPUTY_HEAD, Post.PROSECUTOR)),
}


def official(text: str) -> Official:
    """Read "oblast:head". Raises ValueError where there is no such body or the body has no such post."""
    body_name, colon, post_name = text.partition(":")
    if not colon:
        raise ValueError(text)
    body, post = Body(body_name), Post(post_name)
    if post not in POSTS_OF[body]:
        raise ValueError(text)
    return Official(body, post)


def in_order(body: Body, posts: frozenset[Post] | set[Post]) -> tuple[Post, ...]:
    """Return posts of a body in the order in which its answers list them."""
    return tuple(post for post in POSTS_OF[body] if post in posts)
