"""What a notice of the end of an appeal tells beside its title: the ground, the appeal it was joined to."""

import datetime as dt
from typing import Any

from nadzor.appeals.ends.withdrawal import GROUNDS
from nadzor.law.words import LANGUAGES, Phrase, day_text

_FILE = Phrase("Іс жүргізу: {file}.", "Надзорное производство: {file}.", "The file: {file}.")
_MAIN = Phrase("Негізгі жолданым: № {main}.", "Основное обращение: № {main}.", "The main appeal: No. {main}.")
_DUE = Phrase(" Жауап {due} дейін.", " Ответ – до {due}.", " The answer is due by {due}.")


def of_end(template: str, said: dict[str, Any]) -> Phrase:
    """Return what a notice of the end tells, in each language."""
    if template == "terminated":
        ground = said.get("ground") or {}
        return Phrase(*(str(ground.get(lang, "")) for lang in LANGUAGES))
    if template == "considered_on":
        ground = GROUNDS.get(str(said.get("ground", "")), Phrase("", "", ""))
        return Phrase(*(f"{ground.into(lang)}. {said.get('reason', '')}".strip() for lang in LANGUAGES))
    if template == "attached":
        return Phrase(*(_FILE.into(lang).format(file=said.get("file", "")) for lang in LANGUAGES))
    told = []
    for lang in LANGUAGES:
        line = _MAIN.into(lang).format(main=said.get("main", ""))
        if said.get("due"):
            line += _DUE.into(lang).format(due=day_text(dt.date.fromisoformat(said["due"]), lang))
        told.append(line.replace("..", "."))  # the day ends with a dot of its own
    return Phrase(*told)
