"""Which links of the bar somebody has: those of the work, so that no link leads to a refusal."""

import re

import pytest
from django.urls import reverse

from nadzor.law.o29.signing import DECISIONS
from nadzor.law.posts import Body, Post
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
ALWAYS = {"inbox", "control", "my-settings"}


@pytest.mark.parametrize(
    ("login", "more"),
    [
        ("almaty.registrar", {"intake", "dispatch-book", "registers"}),
        ("almaty.head", {"to-sign", "dispatch-book", "registers", "statistics", "left"}),
        ("almaty.deputy", {"to-sign", "dispatch-book", "registers", "statistics", "left"}),
        ("almaty.appeals.head", {"to-sign", "dispatch-book", "statistics"}),
        ("almaty.executor1", set()),
        ("almaty.security", {"registers", "access-log"}),
        ("almaty.admin", {"structure", "left", "mail-server"}),
        ("gpo.operator", {"intake", "call"}),
    ],
)
def test_the_bar_leads_where_the_work_is(enter: SignedIn, login: str, more: set[str]) -> None:
    browser = enter(login)
    bar = re.search(r"<nav aria-label=\"Main\">.*?</nav>", browser.get(reverse("control")).content.decode(), re.S)
    assert bar
    found = re.findall(r'href="([^"]+)"', bar.group())
    assert sorted(found) == sorted(reverse(name) for name in ALWAYS | more)
    assert {browser.get(address).status_code for address in found} == {200}


def test_the_page_one_is_on_is_marked_under_more_too(enter: SignedIn) -> None:
    browser = enter("almaty.head")
    assert '<details class="n-bar-more n-here">' in browser.get(reverse("registers")).content.decode()
    assert '<details class="n-bar-more">' in browser.get(reverse("inbox")).content.decode()


@pytest.mark.parametrize(
    ("body", "post", "signs"),
    [
        (Body.GPO, Post.PROSECUTOR_GENERAL, True),
        (Body.GPO, Post.PROSECUTOR, False),
        (Body.DISTRICT, Post.HEAD, True),
        (Body.DISTRICT, Post.PROSECUTOR, False),
    ],
)
def test_posts_of_point_88(body: Body, post: Post, signs: bool) -> None:
    assert (post in DECISIONS.posts_in(body)) is signs
