"""Texts go compressed to whoever takes them so; files and papers go as they are."""

import gzip
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from nadzor.web.middleware import Compressed

LONG = b"Nadzor " * 200
TAKES = {"Accept-Encoding": "gzip, br"}


def _answered(answer: HttpResponseBase, **heads: str) -> HttpResponseBase:
    def view(_request: HttpRequest) -> HttpResponseBase:
        return answer

    return Compressed(view)(RequestFactory().get("/", headers=heads))


@pytest.mark.parametrize(
    ("kind", "compressed"),
    [
        ("text/html; charset=utf-8", True),
        ("text/calendar; charset=utf-8", True),
        ("application/json", True),
        ("image/svg+xml", True),
        ("application/pdf", False),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", False),
        ("image/png", False),
    ],
)
def test_only_texts_are_compressed(kind: str, compressed: bool) -> None:
    answer = _answered(HttpResponse(LONG, content_type=kind), **TAKES)
    assert isinstance(answer, HttpResponse)
    assert answer.headers.get("Content-Encoding") == ("gzip" if compressed else None)
    assert (gzip.decompress(answer.content) if compressed else answer.content) == LONG


def test_nothing_is_compressed_unasked_and_no_stream_is_held_up() -> None:
    assert "Content-Encoding" not in _answered(HttpResponse(LONG)).headers
    assert "Content-Encoding" not in _answered(StreamingHttpResponse([LONG]), **TAKES).headers


def test_two_answers_of_one_page_do_not_tell_its_secret_by_their_length() -> None:
    lengths = {len(_answered(HttpResponse(LONG), **TAKES).getvalue()) for _ in range(60)}  # type: ignore[attr-defined]
    assert len(lengths) > 1


def test_the_site_sends_its_pages_so(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    answer = Client().get("/can-help/", headers={"accept-encoding": "gzip", "host": "localhost"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert b"<!doctype html>" in gzip.decompress(answer.content)
