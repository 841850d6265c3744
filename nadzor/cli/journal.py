"""`nadzor journal verify`, `nadzor journal roots`."""

import datetime as dt

import click

from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import Phrase, day_text
from nadzor.supervisor.words import language, say

_REGISTER = Phrase("{name}: жазба {count}", "{name}: записей {count}", "{name}: {count} entries")
_WHOLE = Phrase("Журнал бүтін.", "Журнал цел.", "The journal is whole.")
_FAULTS = Phrase("Журнал бұзылған: {count}.", "Журнал нарушен: {count}.", "The journal is broken: {count}.")
_ROOT = Phrase("{day} күнінің түбірі: {digest}", "Корень за {day}: {digest}", "The root of {day}: {digest}")


@cli.group("journal")
def journal_group() -> None:
    """Look through the journal; make the daily roots."""


@journal_group.command("verify")
def verify_command() -> None:
    """Follow every chain; name each altered, removed, inserted or erased entry. The exit status is 1 for a fault."""
    setup()
    from nadzor.casework import journal  # noqa: PLC0415

    lang, faults = language(), 0
    for register in journal.verify():
        if register.register != "roots":
            say(filled(_REGISTER, name=register.register, count=register.entries))
        for finding in register.findings:
            faults += finding.fault
            click.echo(f"  {finding.register}: {finding.told.into(lang)}")
    if faults:
        refuse(filled(_FAULTS, count=faults))
    say(_WHOLE)


@journal_group.command("roots")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Default: yesterday.")
def roots_command(day: dt.datetime | None) -> None:
    """Make the root of a day that is over, if it is not made yet, and print it with the heads of all registers."""
    setup()
    from nadzor import clock  # noqa: PLC0415
    from nadzor.casework import journal  # noqa: PLC0415
    from nadzor.casework.refusals import Refusal  # noqa: PLC0415

    wanted = clock.today(journal.ZONE) - dt.timedelta(days=1) if day is None else day.date()
    try:
        root = journal.root_of(wanted)
    except Refusal as refusal:
        refuse(refusal.message)
    lang = language()
    told = filled(_ROOT, day=day_text(root.day, lang), digest=bytes(root.digest).hex())
    click.echo(told.into(lang))
    for name, (seq, seal) in sorted(root.heads.items()):
        click.echo(f"{name}  {seq}  {seal}")
