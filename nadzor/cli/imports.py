"""`nadzor import letters`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.supervisor.words import language, say, warn

if TYPE_CHECKING:
    from nadzor.appeals.letters import Letter, Outcome
    from nadzor.casework.refusals import Refusal

_DONE = Phrase(
    "Тіркелді: {registered}. Бұрыннан бар: {there}. Қабылданбады: {refused}.",
    "Зарегистрировано: {registered}. Уже были: {there}. Отклонено: {refused}.",
    "Registered: {registered}. Already there: {there}. Refused: {refused}.",
)
_SEE = Phrase("Себептері: {path}", "Причины: {path}", "The reasons: {path}")
_LABEL = Phrase("Хаттар", "Письма", "Letters")


@cli.group("import")
def import_group() -> None:
    """Take in what other systems hold."""


@import_group.command("letters")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--map", "map_file", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="TOML"
)
@click.option(
    "--as",
    "as_",
    required=True,
    type=click.Choice(["history", "today"]),
    help="history: by the instants of arrival, in a register of its own; today: they arrive now",
)
def letters_command(file: Path, map_file: Path, as_: str) -> None:
    """Register the letters of FILE (csv, xlsx, jsonl). Run it again after a break: nothing is doubled.

    Refused rows go to FILE.refused.jsonl with their lines and reasons. The exit status is 1 if there are any.
    """
    setup()
    from nadzor.appeals import letters  # noqa: PLC0415

    try:
        told = letters.read_map(map_file)
        found = letters.letters_of(letters.read_rows(file), told)
    except letters.LettersRefusal as refusal:
        refuse(refusal.phrase)
    total = letters.Outcome()
    with click.progressbar(length=len(found), label=_LABEL.into(language())) as bar:
        for outcome in letters.register_all(found, told, history=as_ == "history"):
            total.registered += outcome.registered
            total.there += outcome.there
            total.refused += outcome.refused
            bar.update(outcome.registered + outcome.there + len(outcome.refused))
    _report(total, file.with_name(f"{file.name}.refused.jsonl"))


def _report(total: "Outcome", path: Path) -> None:
    said = filled(_DONE, registered=total.registered, there=total.there, refused=len(total.refused))
    if not total.refused:
        path.unlink(missing_ok=True)
        say(said)
        return
    lines = [_line(letter, why) for letter, why in sorted(total.refused, key=lambda each: each[0].line)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    say(said)
    warn(filled(_SEE, path=path))
    raise SystemExit(1)


def _line(letter: "Letter", why: "Refusal") -> str:
    def phrase(text: Phrase) -> dict[str, str]:
        return dict(zip(LANGUAGES, text, strict=True))

    return json.dumps(
        {
            "line": letter.line,
            "external_id": letter.external_id,
            "code": why.code,
            "message": phrase(why.message),
            "fields": {name: phrase(text) for name, text in why.fields.items()},
        },
        ensure_ascii=False,
    )
