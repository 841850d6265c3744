"""Write docs/papers.md: every paper with its points and items, and the pictures of ten.

Run by `make papers`.
"""

import os
import sys
import tempfile
from pathlib import Path

TEN = (
    *("answer", "receipt", "request_to_cure", "return_letter", "forwarding_letter"),
    *("request_for_materials", "check_plan", "hearing_record", "complaint_decision", "reception_schedule"),
)
_WRITTEN = """\
## Papers that somebody writes

An answer, a memo, a conclusion, a free letter live by one table (`life_of`, [why](adr/0009-life-of-a-paper.md)):
draft, versions and their comparison, comments, agreement chain, checks, signature or approval, number, dispatch. A
declared paper gets that life by one declaration in `nadzor/appeals/papers_written.py`:

```python
CONTROL_MEMO = declare_written(
    Written(
        prolonging.CONTROL_MEMO,  # the paper: its items are the parts of the draft
        draft=Phrase("Бақылау туралы баянат", "Рапорт о контроле", "Control memo"),
        begins=Phrase("…", "Написать рапорт …", "Write a memo …"),  # the step of the appeal
        begun=Phrase("…", "Написан рапорт …", "A memo … was written"),  # as the journal tells it
        points=("29I.52.3",),  # of what it holds
        of_signature=("29I.52.3",),  # of who signs or approves it
    )
)
```

and its name in `WRITTEN_PAPERS` (`written_steps.py`). Who signs is the paper's `signed_by`, or `approved`: then its
author has signed by sending it, and a leader approves it or returns it with remarks. `states`: of the appeal, in which
it is begun; `when`: guards; `single`: one draft of it at a time. An item that is `chosen` comes from a list of the
form (`choices`). Form, DOCX, comparison, pages, number, file and seal follow from the declaration; a table is written a
row a line, its cells parted by `|`. What goes out is noted by the step “send_paper” (on the portal the signature sends
it), or goes with the notice of its step (`by_notice`). `step`: another step of the appeal than “sign_paper” signs it. A
scenario has to play the paper; what one paper plays of the table counts for all.

"""
ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures" / "papers"


def main() -> None:
    """Write the page and the pictures."""
    os.environ.setdefault("NADZOR_DATA", tempfile.mkdtemp())
    os.environ.setdefault("NADZOR_SECRET_KEY", "papers")
    os.environ["DJANGO_SETTINGS_MODULE"] = "nadzor.web.settings"
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415

    django.setup()
    (ROOT / "docs" / "papers.md").write_text(page(), encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for place, name in enumerate(TEN):
        paint(name, "kk" if place % 2 else "ru")


def page() -> str:
    """Return the page: how it works, ten pictures, the list of all papers."""
    from nadzor.papers.declared import PAPERS, Kind  # noqa: PLC0415

    lines = [
        "# Papers",
        "",
        "Each paper is declared once: `nadzor/appeals/papers/`, `nadzor/reception/` ([why](adr/0008-papers.md)).",
        "`make papers` writes this page; `make golden` paints what the tests compare (`tests/papers/golden`):",
        "look at each that `git diff` names before it is committed.",
        "",
        *_WRITTEN.splitlines(),
        "## Ten of them",
        "",
    ]
    for name in TEN:
        lines += [f"![{PAPERS[name].title.en}](pictures/papers/{name}.png)", ""]
    lines += ["## All of them", "", "| paper | points | what it must hold | who signs |", "| --- | --- | --- | --- |"]
    for paper in sorted(PAPERS.values(), key=lambda each: (each.points[0].split(".")[0], each.name)):
        items = "; ".join(
            f"{item.title.en.lower()}{' (if any)' if item.optional else ''}"
            for item in paper.items
            if item.kind is not Kind.HEAD or item.points
        )
        who = "nobody: it tells what the journal has" if paper.by_itself else paper.signed_by.who.en
        approved = f"; approved by {paper.approved.who.en}" if paper.approved else ""
        lines.append(f"| **{paper.title.en}** `{paper.name}` | {', '.join(paper.points)} | {items} | {who}{approved} |")
    return "\n".join(lines) + "\n"


def paint(name: str, lang: str) -> None:
    """Paint the first page of a paper, small."""
    import pypdfium2  # noqa: PLC0415

    from nadzor.papers.declared import PAPERS  # noqa: PLC0415
    from nadzor.papers.setting import set_paper  # noqa: PLC0415
    from tests.papers.sampled import AT, head_for, values_of  # noqa: PLC0415

    paper = PAPERS[name]
    said = "kk" if lang == "kk" else "ru"
    made = set_paper(paper, values_of(paper, said), head_for(paper, said), said, at=AT)
    picture = pypdfium2.PdfDocument(made)[0].render(scale=0.95, grayscale=True).to_pil()
    picture.point(lambda grey: grey // 17 * 17).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
