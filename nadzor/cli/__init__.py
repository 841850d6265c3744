"""The command line: `nadzor …`."""

from nadzor.cli import backups, house, imports, journal, law, procedures, run
from nadzor.cli.root import cli

__all__ = ["backups", "cli", "house", "imports", "journal", "law", "procedures", "run"]
