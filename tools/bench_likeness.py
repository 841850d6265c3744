"""Finding damaged copies among 1,000,000 appeals: how long a look-up takes, how many of them it finds.

Texts are made of words that come as often as words of a language do (the r-th of 30,000 with 1/r), begin and end with
set phrases, and every fiftieth is a form letter. Of each asked text the base holds a copy damaged in a share of its
words, and it is asked by another copy damaged in the same share: letters lost, doubled, changed, words lost. The same
is asked of copies in which every damaged word is lost or another word: nobody has set an aim for that. Texts that are
in no way in the base are asked too. Figures that are aims are printed as met or missed; NADZOR_BENCH_ROWS: fewer.
"""

import multiprocessing
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

ROWS = int(os.environ.get("NADZOR_BENCH_ROWS", "1000000"))
AIMS = {20: 99, 30: 95, 40: 85}
RANKS = [(share, replaced) for replaced in (False, True) for share in AIMS]
ASKED, STRANGE = 100, 700
P95_AIM_MS, MOST_AIM = 5.0, 2
_LETTERS = "абвгдежзийклмнопрстуфхцчшщыьэюя"
_VOCABULARY = 30_000
_CHUNK = 10_000
_SLOTS = 30  # bits: as good as one count a key
_BEGIN = "прошу вас принять меры и проверить законность действий в связи со следующим"
_END = "прошу сообщить мне о результатах рассмотрения в установленный законом срок с уважением"
_FORM = "мы жители дома просим провести проверку начисления платы за отопление и вывоз мусора управляющей компанией"


def _words() -> list[str]:
    made = random.Random(29)  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        found["".join(made.choices(_LETTERS, k=made.randint(3, 11)))] = None
    return list(found)


_VOCAB = _words()
_WEIGHTS = list(accumulate(1 / (rank + 1) for rank in range(_VOCABULARY)))


def text_of(place: int) -> str:
    """Return the text of the appeal at a place of the base."""
    made = random.Random(place)  # noqa: S311
    body = made.choices(_VOCAB, cum_weights=_WEIGHTS, k=made.randint(30, 160))
    if place % 50 == 0:
        body = [*_FORM.split(), *body[:8]]
    return " ".join((_BEGIN, *body, _END))


def damaged(text: str, share: float, made: random.Random, *, replaced: bool = False) -> str:
    """Return a text with a share of its words damaged, each in one of four ways; `replaced`: lost or another word."""
    words = text.split()
    for place in made.sample(range(len(words)), round(share * len(words))):
        word, at = words[place], made.randrange(len(words[place]))
        how = made.random()
        if how < 0.1:  # a word is lost
            words[place] = ""
        elif replaced:
            words[place] = made.choice(_VOCAB)
        elif how < 0.4:  # a letter is lost
            words[place] = word[:at] + word[at + 1 :]
        elif how < 0.7:  # a letter is doubled
            words[place] = word[:at] + word[at] + word[at:]
        else:
            words[place] = word[:at] + made.choice(_LETTERS.replace(word[at], "")) + word[at + 1 :]
    return " ".join(word for word in words if word)


def _keys(start: int) -> "list[array[int]]":
    """The keys of a chunk of the base."""
    from nadzor.law.o29.likeness import keys_of  # noqa: PLC0415

    return [array("i", keys_of(_kept(place))) for place in range(start, min(start + _CHUNK, ROWS))]


def _kept(place: int) -> str:
    """The text as the base holds it: of those asked, its first damaged copy."""
    for rank, (share, replaced) in enumerate(RANKS):
        if place in _places(rank):
            return damaged(text_of(place), share / 100, random.Random(-place), replaced=replaced)  # noqa: S311
    return text_of(place)


def _places(rank: int) -> range:
    """The places of the appeals asked for at a share: spread over the base, none a form letter."""
    step = ROWS // (ASKED + 1)
    return range(step + 1 + 2 * rank - step % 50, (step // 50 * 50) * ASKED + 2 * rank + 2, step // 50 * 50)


def main() -> None:
    """Fill the base, ask, print."""
    folder = Path(tempfile.mkdtemp(prefix="nadzor-bench-", dir="/tmp"))
    folder.chmod(0o711)
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")
    from nadzor.embedded import Cluster  # noqa: PLC0415

    unsafe = {"fsync": "off", "full_page_writes": "off", "max_wal_size": "8GB", "autovacuum": "off"}
    cluster = Cluster(folder / "var", extra=unsafe, sync=False)
    cluster.start()
    try:
        os.environ |= {
            "DATABASE_URL": cluster.dsn(),
            "NADZOR_DATA": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "nadzor.web.settings",
        }
        import django  # noqa: PLC0415

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        _fill()
        missed = _measure()
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if missed else 0)


def _fill() -> None:
    from django.db import connection  # noqa: PLC0415

    began = time.perf_counter()
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE appeals_textkey DROP CONSTRAINT appeals_textkey_pkey")
        with cursor.cursor.copy("COPY appeals_textkey (key, appeal) FROM STDIN") as copying:
            for rows in _chunks():
                copying.write(rows)
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute("ALTER TABLE appeals_textkey ADD PRIMARY KEY (key, appeal)")
    connection.set_autocommit(True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE appeals_textkey")
        cursor.execute("SELECT pg_size_pretty(pg_total_relation_size('appeals_textkey'))")
        print(f"{ROWS:,} appeals, {cursor.fetchone()[0]}, filled in {time.perf_counter() - began:.0f} s", flush=True)


def _chunks() -> Iterator[str]:
    """Rows as COPY takes them, chosen as a registration chooses: the first keys of a text that are rare still."""
    from nadzor.appeals.ends.likeness import HELD_BY  # noqa: PLC0415
    from nadzor.law.o29.likeness import KEPT  # noqa: PLC0415

    held, shift = bytearray(1 << _SLOTS), 32 - _SLOTS
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        for number, texts in enumerate(pool.imap(_keys, range(0, ROWS, _CHUNK))):
            rows = []
            for place, keys in enumerate(texts, number * _CHUNK):
                kept = [key for key in keys if held[(key + (1 << 31)) >> shift] < HELD_BY][:KEPT]
                for key in kept:
                    held[(key + (1 << 31)) >> shift] += 1
                rows += [f"{key}\t{place}\n" for key in kept]
            yield "".join(rows)


def _measure() -> int:
    """Ask and print; return how many aims were missed."""
    from nadzor.appeals.ends.likeness import like  # noqa: PLC0415

    took: list[float] = []
    beside: list[float] = []
    most = missed = 0

    def ask(text: str) -> list[int]:
        nonlocal most
        began = time.perf_counter()
        found = like(text)
        between = time.perf_counter()
        _read_one(len(took))
        took.append((between - began) * 1000)
        beside.append((time.perf_counter() - between) * 1000)
        most = max(most, len(found))
        return [each.id for each in found]

    for place in range(50):  # the connection and the plan are warm
        like(text_of(ROWS + STRANGE + place))
    for rank, (share, replaced) in enumerate(RANKS):
        places = list(_places(rank))[:ASKED]
        seeded = [(place, random.Random(place * 7 + 1)) for place in places]  # noqa: S311
        texts = [(place, damaged(text_of(place), share / 100, made, replaced=replaced)) for place, made in seeded]
        found = sum(place in ask(text) for place, text in texts)
        if replaced:
            print(f"lost or other in {share} % of words on both sides: {found} of {len(places)} found (no aim)")
            continue
        met = found * ASKED >= AIMS[share] * len(places)
        missed += not met
        told = f"{found} of {len(places)} found (aim {AIMS[share]}) {_told(met)}"
        print(f"damaged in {share} % of words on both sides: {told}")
    strangers = sum(bool(ask(text_of(ROWS + place * 50 + 1))) for place in range(STRANGE))
    print(f"of {STRANGE} texts that the base has no copy of, {strangers} were given a candidate")
    p95 = statistics.quantiles(took, n=20)[-1]
    missed += (p95 > P95_AIM_MS) + (most > MOST_AIM)
    print(f"a look-up: median {statistics.median(took):.2f} ms, p95 {p95:.2f} ms (aim {P95_AIM_MS:g}) ", end="")
    print(f"{_told(p95 <= P95_AIM_MS)}; at most {most} candidates (aim {MOST_AIM}) {_told(most <= MOST_AIM)}")
    ratio = statistics.median(took) / statistics.median(beside)
    print(f"a look-up: {ratio:.1f} times a read of one key by the same connection")
    return missed


def _read_one(place: int) -> None:
    """What a look-up is set beside: one key read, with its way to the server and back."""
    from nadzor.casework.writing import raw  # noqa: PLC0415

    with raw() as cursor:
        cursor.execute("SELECT appeal FROM appeals_textkey WHERE key = %s LIMIT 16", (place * 2_654_435 - (1 << 31),))
        cursor.fetchall()


def _told(met: bool) -> str:  # noqa: FBT001
    return "met" if met else "MISSED"


if __name__ == "__main__":
    main()
