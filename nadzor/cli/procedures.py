"""What the tables of steps say, written for people: `nadzor procedures draw`, `nadzor rights`."""

import os
import sys
from pathlib import Path

import click

from nadzor.cli.root import cli

_DOCS = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="the folder of the documentation",
)
_CHECK = click.option("--check", is_flag=True, help="write nothing; say what is stale")


@cli.group()
def procedures() -> None:
    """Tables of steps."""


@procedures.command()
@_DOCS
@_CHECK
def draw(docs: Path, *, check: bool) -> None:
    """Write a page with a diagram and the table of steps for every procedure."""
    _set_up()
    from nadzor.casework.drawing import page  # noqa: PLC0415  # Django is ready only now
    from nadzor.casework.procedure import PROCEDURES  # noqa: PLC0415

    _keep({docs / "procedures" / f"{name}.md": page(procedure) for name, procedure in PROCEDURES.items()}, check=check)


@cli.command()
@_DOCS
@_CHECK
def rights(docs: Path, *, check: bool) -> None:
    """Write who may make which step in which state."""
    _set_up()
    from nadzor.casework.powers import table  # noqa: PLC0415  # Django is ready only now

    _keep({docs / "rights.md": table()}, check=check)


def _set_up() -> None:
    import django  # noqa: PLC0415  # not loaded for a question to the law

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nadzor.web.settings")
    django.setup()


def _keep(pages: dict[Path, str], *, check: bool) -> None:
    stale = [path for path, text in pages.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if check:
            click.echo(f"{path} is stale: draw it again.", err=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], encoding="utf-8")
        click.echo(str(path))
    if check and stale:
        sys.exit(1)
