"""DATABASE_URL as libpq reads it, and what is refused so that no password is told."""

import pytest

from nadzor.embedded import EmbeddedRefusal
from nadzor.embedded.address import BadAddress, read
from nadzor.supervisor import server


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql:///nadzor", {"dbname": "nadzor"}),
        ("postgresql://h", {"host": "h", "dbname": "nadzor"}),
        ("postgres://u:p@a:1,b:2/d", {"user": "u", "password": "p", "host": "a,b", "port": "1,2", "dbname": "d"}),
        # urlsplit would end the host's part at these signs, libpq does not
        ("postgresql://u:a#b@h/d", {"user": "u", "password": "a#b", "host": "h", "dbname": "d"}),
        ("postgresql://u:a?b@h/d", {"user": "u", "password": "a?b", "host": "h", "dbname": "d"}),
        ("postgresql://u:a%40b%2Fc@h/d", {"user": "u", "password": "a@b/c", "host": "h", "dbname": "d"}),
        ("postgresql://u:a+b@h/d", {"user": "u", "password": "a+b", "host": "h", "dbname": "d"}),
        ("postgresql://h/d?sslrootcert=/a%20b", {"host": "h", "dbname": "d", "sslrootcert": "/a b"}),
        ("postgresql://?service=office", {"service": "office"}),
    ],
)
def test_what_is_read(url: str, told: dict[str, str]) -> None:
    assert read(url) == told


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nadzor",
        "host=h password=hidden",
        "mysql://u:hidden@h/d",
        "postgresql://u:hidden%zz@h/d",
        "postgresql://u:hidden@h/d?no_such=1",
        "postgresql://u:a@hidden@h/d",  # libpq would look for the host "hidden@h"
        "postgresql://u:hidden/b@h/d",  # and here for the port "hidden"
    ],
)
def test_what_is_refused_without_a_word_of_it(url: str) -> None:
    with pytest.raises(BadAddress) as caught:
        read(url)
    assert (str(caught.value), caught.value.__cause__) == ("", None)
    with pytest.raises(EmbeddedRefusal, match="DATABASE_URL cannot be read") as refused:
        server.check(url)
    assert [text for text in refused.value.phrase if (url and url in text) or "hidden" in text] == []
