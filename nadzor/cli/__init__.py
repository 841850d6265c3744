"""The command line: `nadzor …`."""

from nadzor.cli import backups, calendars, demos, house, imports, journal, law, mail, procedures, run
from nadzor.cli.root import cli

__all__ = ["backups", "calendars", "cli", "demos", "house", "imports", "journal", "law", "mail", "procedures", "run"]
