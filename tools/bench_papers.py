"""A thousand letters: letters a second by the presses and the joining, held against one by one in one process.

At least 20 letters a second on two cores, the joined PDF and the ZIP included; below it the exit status is 1. Other
work on the machine only slows, so the best of some rounds counts. The letters of both ways are the same to the byte,
and each number stands in the joined file once.
"""

import datetime as dt
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LETTERS, ALONE, ROUNDS = 1000, 100, 3
LEAST = 20.0  # letters a second
_AT = dt.datetime(2026, 3, 5, 10, tzinfo=dt.UTC)


def main() -> None:
    """Measure both ways, compare what they made."""
    os.environ.setdefault("NADZOR_SECRET_KEY", "bench")
    os.environ["DJANGO_SETTINGS_MODULE"] = "nadzor.web.settings"
    import django  # noqa: PLC0415

    django.setup()
    from nadzor.papers.setting import set_again  # noqa: PLC0415

    said = list(_said())
    with tempfile.TemporaryDirectory(prefix="nadzor-bench-") as made:
        folder = Path(made)
        took, cores = _best(said, folder)
        begun = time.perf_counter()
        alone = [set_again("request_to_cure", each, at=_AT) for each in said[:ALONE]]
        for place, letter in enumerate(alone):
            (folder / f"alone-{place}.pdf").write_bytes(letter)
        _join([folder / f"alone-{place}.pdf" for place in range(ALONE)], folder / "alone.pdf", folder / "alone.zip")
        one = ALONE / (time.perf_counter() - begun)
        if alone != [(folder / f"{place}.pdf").read_bytes() for place in range(ALONE)]:
            sys.exit("the letters of the two ways differ")
        pages = _numbers(folder / "all.pdf")
    if pages != [f"2026-75-{place:06}" for place in range(LETTERS)]:
        sys.exit("the joined file does not hold each letter once, in order")
    rate = LETTERS / took
    print(
        f"a batch of {LETTERS:,} letters: {rate:.0f} letters a second (aim {LEAST:.0f}), one by one {one:.0f}, ", end=""
    )
    print(f"{rate / one:.2f} times as fast; {1000 * cores / LETTERS:.1f} ms of a core a letter")
    if rate < LEAST:
        sys.exit(1)


def _said() -> Iterator[dict[str, Any]]:
    """What a thousand requests to mend say, in both languages, each with its own number, name and code."""
    from nadzor.appeals.papers.arriving import REQUEST_TO_CURE  # noqa: PLC0415
    from nadzor.law.words import Phrase  # noqa: PLC0415
    from nadzor.papers.setting import Head, said_on  # noqa: PLC0415

    body = Phrase("Алматы қаласының прокуратурасы", "Прокуратура города Алматы", "Office of Almaty")
    for place in range(LETTERS):
        number = f"2026-75-{place:06}"
        head = Head(
            body,
            f"{number}/1",
            _AT.date(),
            appeal=number,
            registered=_AT.date(),
            addressee=f"Жақсыбекова Әсел Ғаниқызы {place}",
            address=f"улица Примерная, {place}",
            post=Phrase("Прокурор", "Прокурор", "Prosecutor"),
            signatory="Пробный П. П.",
            url=f"https://nadzor.example/confirm/{place:08}/",
        )
        values = {"missing": ["адрес", "подпись"], "words": f"Письмо {place}.", "due": dt.date(2026, 3, 20)}
        yield said_on(REQUEST_TO_CURE, values, head, "kk" if place % 2 else "ru")


def _best(said: list[dict[str, Any]], folder: Path) -> tuple[float, float]:
    """Seconds of the best round, and those of all cores together in it; no further round where the aim is reached."""
    best = (float("inf"), 0.0)
    for _ in range(ROUNDS):
        before = os.times()
        took = _together(said, folder)
        used = [now - then for now, then in zip(os.times()[:4], before[:4], strict=True)]
        best = min(best, (took, sum(used)))
        if LETTERS / best[0] >= LEAST:
            break
    return best


def _together(said: list[dict[str, Any]], folder: Path) -> float:
    """Set, write and join as a batch does; return the seconds. What is asked of the database is not in it."""
    from nadzor.papers.declared import PAPERS  # noqa: PLC0415
    from nadzor.papers.presses import Order, Presses  # noqa: PLC0415
    from nadzor.workplace.batch_making import AT_ONCE  # noqa: PLC0415

    template = PAPERS["request_to_cure"].template
    begun = time.perf_counter()
    with Presses() as presses:
        for first in range(0, LETTERS, AT_ONCE):
            orders = [Order(template, each, _AT, each["url"]) for each in said[first : first + AT_ONCE]]
            for place, letter in enumerate(presses.set_all(orders), start=first):
                if not isinstance(letter, bytes):
                    sys.exit(str(letter))
                (folder / f"{place}.pdf").write_bytes(letter)
    _join([folder / f"{place}.pdf" for place in range(LETTERS)], folder / "all.pdf", folder / "all.zip")
    return time.perf_counter() - begun


def _join(letters: list[Path], pdf: Path, packed: Path) -> None:
    named = [[str(path), path.name] for path in letters]
    order = json.dumps({"letters": named, "pdf": str(pdf), "zip": str(packed), "two_sided": False})
    with subprocess.Popen([sys.executable, "-m", "nadzor.papers.joining"], stdin=subprocess.PIPE, text=True) as process:
        if process.stdin is None:
            sys.exit("no pipe")
        process.stdin.write(order + "\n")
        process.stdin.flush()
        if process.wait():  # its input is closed after it has ended: it ends when that is closed
            sys.exit("the letters could not be joined")


def _numbers(pdf: Path) -> list[str]:
    """The numbers of the appeals in the joined file, page by page."""
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [found for text in texts for found in sorted(set(re.findall(r"2026-75-\d{6}", text)))]


if __name__ == "__main__":
    main()
