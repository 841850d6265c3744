"""`nadzor run`."""

import sys
from pathlib import Path

import click

from nadzor.cli.root import cli


@cli.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, envvar="PORT", show_default=True, help="on 127.0.0.1"
)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var"),
    envvar="NADZOR_DATA",
    show_default=True,
    help="the data folder",
)
@click.option(
    "--demo/--no-demo",
    default=True,
    envvar="NADZOR_DEMO",
    show_default=True,
    help="a demo office with people, or empty",
)
def run(port: int, data: Path, demo: bool) -> None:  # noqa: FBT001  # click gives it by name
    """Run everything: the embedded database (or DATABASE_URL), the web server, the worker. Ctrl-C stops it."""
    from nadzor import supervisor  # noqa: PLC0415  # psycopg is not loaded for a question to the law

    sys.exit(supervisor.run(port, data, demo=demo))
