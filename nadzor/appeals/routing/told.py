"""What is told of an appeal that was forwarded, whole or in part: to the applicant, to whoever opens either case.

Source: 29I.31.2.
"""

from collections.abc import Mapping
from typing import Any

from nadzor.appeals.routing.models import ForwardedPart
from nadzor.casework.case import Case
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.directory import Directory

_LONGEST = 300  # letters of a name as an appeal keeps it
_PART = Phrase("{to}. {part} Негізі: {reason}", "{to}. {part} Основание: {reason}", "{to}. {part} Ground: {reason}")
_THERE = Phrase(
    "Онда № {number} болып тіркелді, оны {code} кодымен бақылайсыз.",
    "Там она зарегистрирована под № {number}, следить за ней можно по коду {code}.",
    "There it is registered as No. {number}; follow it by the code {code}.",
)


def forwarded_told(known: Directory, kept: str) -> Phrase | str:
    """Return where an appeal went, by the name kept: an office of the house in each language, other bodies as written.

    An office that bears another name by now stands as it was called then.
    """
    return next((card.name for card in known.bodies.values() if card.name.ru[:_LONGEST] == kept), kept)


def part_told(said: Mapping[str, Any]) -> Phrase:
    """Return what the applicant is told of a part: where it went, which it is, why, and how to follow it there."""
    row = ForwardedPart.objects.filter(proceeding__number=said.get("number", "")).select_related("arrived").first()
    there = row.arrived if row is not None else None
    told = []
    for lang in LANGUAGES:
        line = _PART.into(lang).format(to=said.get("to", {}).get(lang, ""), part=said["part"], reason=said["reason"])
        if there is not None and there.track:
            line += " " + _THERE.into(lang).format(number=there.number, code=there.track)
        told.append(line)
    return Phrase(*told)


def rows_of(case: Case) -> list[tuple[Phrase, Any]]:
    """Return rows for the data of a case: of a part where it went and as what; of an appeal whose part it is."""
    if case.procedure.name == "forwarded_part":
        row: ForwardedPart = case.facts
        there = row.arrived.number if row.arrived is not None else ""
        to = row.arrived.body.name if row.arrived is not None else row.to
        return [
            (Phrase("Қайда жіберілді", "Направлено", "Forwarded to"), to),
            (Phrase("Онда тіркелген нөмірі", "Номер там", "Number there"), there),
        ]
    if case.procedure.name != "appeal":
        return []
    of = ForwardedPart.objects.filter(arrived=case.row.pk).select_related("proceeding__parent__body").first()
    before = of.proceeding.parent if of is not None else None
    if before is None:
        return []
    said = f"№ {before.number}"
    names = before.body.name
    return [
        (
            Phrase("Басқа жолданымның бөлігі", "Часть обращения", "Part of an appeal"),
            Phrase(*(f"{name}, {said}" for name in names)),
        )
    ]


def texts_of_part(case: Case) -> list[dict[str, Any]]:
    """Return the texts of a part: which it is, on what ground it went."""
    if case.procedure.name != "forwarded_part":
        return []
    row: ForwardedPart = case.facts
    return [
        {"title": Phrase("Бөлігі", "Часть", "Part"), "text": row.part},
        {"title": Phrase("Жіберу негізі", "Основание направления", "Ground of the forwarding"), "text": row.reason},
    ]
