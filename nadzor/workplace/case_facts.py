"""What the page of a case says of an appeal beyond its columns: order, what it is beside earlier ones, the paper.

Each with its point. Source: 29I.2, 7-11, 36 (order), 2.6, 2.10, 2.12 (earlier ones), 37 (protocol), 38-40 (the paper).
"""

from typing import Any
from zoneinfo import ZoneInfo

from nadzor import clock
from nadzor.appeals.contested import against_prosecutors
from nadzor.appeals.earlier import seen_by, standing_told, written_before
from nadzor.appeals.foreseen import regime_of
from nadzor.appeals.in_effect import WORKS_CITES, works_told
from nadzor.appeals.models import Appeal, OralProtocol
from nadzor.appeals.protocol import number_of
from nadzor.casework.case import Case
from nadzor.law.explain import point_text
from nadzor.law.facts import Kind
from nadzor.law.o29.kinds import DEFINITIONS, Governed
from nadzor.law.o29.registration import Channel
from nadzor.law.o29.repeats import STANDINGS, Standing
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.workplace.intake_paper import SIGNATURE_TITLES

Row = tuple[Phrase, Any]
_KIND_IS = Phrase("Бұл түр", "Этот вид", "This kind")
_REGIME = Phrase("Қарау тәртібі", "Порядок рассмотрения", "Order of consideration")
_STANDING = Phrase("Бұрынғыға қатысы", "По отношению к прежним", "Beside earlier ones")
_EARLIER = Phrase("Сол адамның басқа жолданымдары", "Другие обращения этого лица", "Other appeals of this person")
_ADDRESSEE = Phrase("Кімге жазылған", "Кому адресовано", "Addressed to")
_SIGNATURE = Phrase("Қолтаңба", "Подпись", "Signature")
_PROTOCOL = Phrase("Хаттама", "Протокол", "Protocol")
_WORKS = Phrase("Шешімнің күші", "Решение действует", "The decision works")
_RESTRICTED = Phrase("қолжетімділігі шектеулі", "доступ ограничен", "restricted access")


def rows(case: Case, actor: Actor) -> list[Row]:
    """Return the rows for an appeal; none for other proceedings."""
    if case.procedure.name != "appeal":
        return []
    facts: Appeal = case.facts
    definition = DEFINITIONS[Kind(case.row.kind)] if case.row.kind else None
    found: list[Row] = [
        (_KIND_IS, None if definition is None else cited(definition.text, (definition.norm,))),
        (_REGIME, _regime(case, facts)),
        (_STANDING, _standing(case, facts, actor)),
        (_EARLIER, _others(case, facts, actor)),
        (_ADDRESSEE, facts.addressee),
        (_SIGNATURE, SIGNATURE_TITLES.get(facts.signature)),
        (_PROTOCOL, _protocol(case, facts)),
        (_WORKS, _works(case)),
    ]
    return found


def cited(text: Phrase, cites: tuple[str, ...]) -> Phrase:
    """Return a text with its points behind it, as a reader cites them, and their addresses, as staff do."""
    points = [", ".join(f"{point_text(each, lang)}: {each}" for each in cites) for lang in LANGUAGES]
    return Phrase(*(f"{said} ({point})" for said, point in zip(text, points, strict=True)))


def _regime(case: Case, facts: Appeal) -> Phrase | None:
    found = regime_of(case.row.kind, facts.governed_by or None, against=against_prosecutors(case))
    if found is None:
        return None
    text = found.by
    if facts.governed_by == Governed.OPERATIONAL:
        text = Phrase(*(f"{said}; {mark}" for said, mark in zip(text, _RESTRICTED, strict=True)))
    if found.not_here.ru:
        text = Phrase(*(f"{said}; {rest}" for said, rest in zip(text, found.not_here, strict=True)))
    return cited(text, found.cites)


def _works(case: Case) -> Phrase | None:
    told = works_told(case)
    return None if told is None else cited(told, WORKS_CITES)


def _standing(case: Case, facts: Appeal, actor: Actor) -> Phrase | None:
    if not facts.standing:  # entered before this was asked
        return None
    earlier = facts.repeat_of or facts.duplicate_of
    number = earlier.number if earlier is not None and seen_by(actor, case.directory, [earlier.number]) else ""
    told = standing_told(facts.standing, number, facts.repeat_reason)
    return cited(told, (STANDINGS[Standing(facts.standing)].norm,))


def _others(case: Case, facts: Appeal, actor: Actor) -> str:
    """The other appeals of the same person that who looks may see: offered, never merged."""
    iin = next((each.iin for each in case.parties if each.role == "applicant"), "")
    today = clock.today(case.body.zone)
    before = written_before(iin, bytes(facts.text_digest), today, leaving_out=case.row.pk)
    seen = seen_by(actor, case.directory, [each.number for each in before])
    return ", ".join(f"№ {each.number}" for each in before if each.number in seen)


def _protocol(case: Case, facts: Appeal) -> Phrase | None:
    if facts.channel != Channel.ORAL:
        return None
    kept = OralProtocol.objects.filter(appeal=case.row.pk).first()
    if kept is None:
        return None
    day = kept.drawn_at.astimezone(ZoneInfo(case.body.zone)).date()
    said = (f"№ {number_of(kept)}, {day_text(day, lang)}, {kept.received_by}" for lang in LANGUAGES)
    return cited(Phrase(*said), ("29I.37",))
