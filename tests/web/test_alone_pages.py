"""The pages that stand without any other file keep their look: the policy names their style, and no other."""

import base64
import hashlib
import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory

from nadzor.web.middleware import POLICY, OwnHostOnly


def allowed() -> list[str]:
    return re.findall(r"style-src ([^;]*)", POLICY)[0].split()


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_the_style_of_the_page_is_named_by_its_digest(name: str) -> None:
    blocks = render_to_string(name).split("<style>")[1:]
    assert len(blocks) == 1
    style = blocks[0].split("</style>")[0]
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in allowed()
    other = base64.b64encode(hashlib.sha256(f"{style} ".encode()).digest()).decode()
    assert f"'sha256-{other}'" not in allowed()


def test_no_other_style_written_into_a_page_is_allowed() -> None:
    assert allowed()[0] == "'self'"
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", each) for each in allowed()[1:])
    assert "unsafe" not in POLICY
    assert re.findall(r"script-src ([^;]*)", POLICY) == ["'self'"]


def test_an_answer_carries_the_policy() -> None:
    def broken(request: HttpRequest) -> HttpResponse:
        return HttpResponse(render_to_string("500.html"), status=500)

    answer = OwnHostOnly(broken)(RequestFactory().get("/"))
    assert answer["Content-Security-Policy"] == POLICY
