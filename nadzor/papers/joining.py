"""The process that joins letters: one PDF in their order and one ZIP of them. It ends when its standard input does.

Each letter is written out as soon as it is read, so ten thousand take no more memory than a hundred. A joined file is a
print: each letter in the ZIP is the file that can be kept (PDF/A), the joined one is for the printer.
"""

import gc
import json
import os
import sys
import threading
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import pypdf
from pypdf.generic import PdfObject

_A4 = (595.276, 841.89)  # points
_TIDY_EVERY = 200  # letters


def join(paths: Iterable[Path], out: BinaryIO, *, two_sided: bool) -> int:
    """Write PDF files as one; return how many pages. `two_sided`: each letter begins on an odd page."""
    writer = pypdf.PdfWriter()
    kept = _objects(writer)
    begun = flushed = len(kept)  # the tree of pages, the catalogue and the title are written last
    at: dict[int, int] = {}
    pages = 0
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    for place, path in enumerate(paths):
        if two_sided and pages % 2:
            writer.add_blank_page(*_A4)
            pages += 1
        reader = pypdf.PdfReader(path)
        for page in reader.pages:
            writer.add_page(page)
            pages += 1
        reader.close()
        for number in range(flushed, len(kept)):
            at[number] = _written(kept[number], number, out)
            kept[number] = None
        flushed = len(kept)
        writer._id_translated.clear()  # noqa: SLF001  # what was read of this letter is not asked for again
        if place % _TIDY_EVERY == _TIDY_EVERY - 1:
            gc.collect()
    for number in range(begun):
        at[number] = _written(kept[number], number, out)
    _end(writer, at, out)
    return pages


def _objects(writer: pypdf.PdfWriter) -> list[PdfObject | None]:
    """What a writer holds. It keeps all till the end; we write out what is whole and let it go."""
    return writer._objects  # noqa: SLF001


def _written(held: PdfObject | None, number: int, out: BinaryIO) -> int:
    """Write one object; return where it stands."""
    if held is None:
        raise ValueError(number)
    start = out.tell()
    out.write(b"%d 0 obj\n" % (number + 1))
    held.write_to_stream(out)
    out.write(b"\nendobj\n")
    return start


def _end(writer: pypdf.PdfWriter, at: dict[int, int], out: BinaryIO) -> None:
    """Write where each object stands, and which is the first."""
    start, size = out.tell(), len(at) + 1
    root = writer.root_object.indirect_reference
    if root is None:
        raise ValueError(size)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(len(at)):
        out.write(b"%010d 00000 n \n" % at[number])
    out.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root.idnum, start))


def pack(letters: Iterable[tuple[Path, str]], out: Path) -> None:
    """Write files into a ZIP under their names, as they are: a PDF is compressed already."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for path, name in letters:
            packed.write(path, name)


def work(order: dict[str, Any]) -> None:
    """Join what an order names: letters (path, name), pdf, zip, two_sided. A file is there whole or not at all."""
    letters = [(Path(path), name) for path, name in order["letters"]]
    joined, packed = Path(order["pdf"]), Path(order["zip"])
    _join_into(_part(joined), letters, two_sided=order["two_sided"])
    pack(letters, _part(packed))
    for wanted in (joined, packed):
        with _part(wanted).open("rb") as file:
            os.fsync(file.fileno())
        _part(wanted).replace(wanted)


def _part(wanted: Path) -> Path:
    """Where a file grows until it is whole."""
    return wanted.with_suffix(wanted.suffix + ".part")


def _join_into(path: Path, letters: list[tuple[Path, str]], *, two_sided: bool) -> None:
    with path.open("wb") as out:
        join((each for each, _ in letters), out, two_sided=two_sided)


def _end_with_who_started() -> None:
    while os.read(0, 1):
        continue
    os._exit(1)


if __name__ == "__main__":
    asked = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_who_started, daemon=True).start()
    work(asked)
