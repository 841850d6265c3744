"""Templates of answers: which fit a case, how their slots are filled, who writes them.

A slot takes no ending (face.md, 4): what is put in stands as it is, after a colon or before a carrier word, since no
program declines a name in Kazakh or Russian without faults.
"""

import re
from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from nadzor import clock
from nadzor.appeals.demands import demands_in
from nadzor.appeals.forms import KIND_TITLES
from nadzor.casework.case import Case
from nadzor.casework.showing import applicant_told
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text
from nadzor.organs.actor import UNIT_LEADERS, Actor
from nadzor.organs.directory import directory
from nadzor.workplace.models import AnswerTemplate, AnswerWording

SLOTS: dict[str, Phrase] = {
    "applicant": Phrase("өтініш берушінің аты-жөні", "имя заявителя", "the name of the applicant"),
    "number": Phrase("жолданымның нөмірі", "номер обращения", "the number of the appeal"),
    "day": Phrase("тіркелген күні", "день регистрации", "the day of registration"),
    "today": Phrase("бүгінгі күн", "сегодняшний день", "today"),
    "office": Phrase("прокуратураның атауы", "название прокуратуры", "the name of the office"),
    "executor": Phrase("орындаушының аты-жөні", "имя исполнителя", "the name of the executor"),
    "unit": Phrase("бөлімшенің атауы", "название подразделения", "the name of the unit"),
    "kind": Phrase("жолданымның түрі", "вид обращения", "the kind of the appeal"),
    "demands": Phrase("өтініш берушінің талаптары", "требования заявителя", "the demands of the applicant"),
    "act": Phrase("енгізілген акт", "внесённый акт", "the act brought"),
}
NAMES: dict[str, Phrase] = {
    "applicant": Phrase("өтініш беруші", "заявитель", "applicant"),
    "number": Phrase("нөмір", "номер", "number"),
    "day": Phrase("тіркелген күн", "дата", "day"),
    "today": Phrase("бүгін", "сегодня", "today"),
    "office": Phrase("прокуратура", "прокуратура", "office"),
    "executor": Phrase("орындаушы", "исполнитель", "executor"),
    "unit": Phrase("бөлімше", "подразделение", "unit"),
    "kind": Phrase("түр", "вид", "kind"),
    "demands": Phrase("талаптар", "требования", "demands"),
    "act": Phrase("акт", "акт", "act"),
}
"""What a slot is called in a text, in each language; a name of any language is understood in a text of any."""
_KNOWN = {name: slot for slot, names in NAMES.items() for name in (slot, *names)}
_SLOT = re.compile(r"\{([^{}]*)\}")
_WITH_ENDING = re.compile(r"\w+\{[^{}]*\}|\{[^{}]*\}[-\u2010\u2011\u2013]?\w+")
_UNKNOWN = Phrase(
    "Мұндай орын жоқ: {said}. Барлары: {known}.",
    "Такого места нет: {said}. Есть: {known}.",
    "There is no such slot: {said}. There are: {known}.",
)
_ENDING = Phrase(
    "Орынға жалғау жалғанбайды: {said}. Оны бөлек қойыңыз, мысалы: «Өтініш беруші: {{өтініш беруші}}».",
    "К месту не приписывают окончание: {said}. Поставьте его отдельно, например: «Заявитель: {{заявитель}}».",
    "A slot takes no ending: {said}. Let it stand alone, for example: “Applicant: {{applicant}}”.",
)


def wrong_text(text: str) -> Phrase | None:
    """Return what is wrong with the slots of a text: an unknown name, an ending written to one; none if all fit."""
    unknown = [f"{{{name}}}" for name in dict.fromkeys(_SLOT.findall(text)) if name not in _KNOWN]
    if unknown:
        known = (", ".join(f"{{{name.into(lang)}}}" for name in NAMES.values()) for lang in LANGUAGES)
        told = zip(LANGUAGES, known, strict=True)
        return Phrase(*(_UNKNOWN.into(lang).format(said=", ".join(unknown), known=names) for lang, names in told))
    ended = _WITH_ENDING.search(text)
    return None if ended is None else Phrase(*(said.format(said=ended[0]) for said in _ENDING))


def templates_for(case: Case, language: Lang) -> list[AnswerWording]:
    """Return the wordings in a language that fit an appeal: its office's and its unit's, for its kind or for any.

    The nearest first: the unit's before the office's, those for its kind before those for any.
    """
    row = case.row
    if case.procedure.name != "appeal":
        return []
    fit = in_force().filter(
        Q(template__unit__isnull=True) | Q(template__unit=row.unit_id),
        Q(kind="") | Q(kind=row.kind or ""),
        template__body=row.body_id,
        language=language,
    )
    return sorted(fit, key=lambda each: (each.template.unit_id is None, not each.kind, each.title, each.pk))


WITH_SLOTS = ("text", "norms", "contest", "act_results")
"""What of a template is put into a draft: its text, and what else an answer must carry (29I.85, 29I.86)."""


def filled(wording: AnswerWording, case: Case, act: str = "", field: str = "text") -> str:
    """Return a text of a wording with its slots filled for a case, as `put_in` does."""
    lang: Lang = next((each for each in LANGUAGES if each == wording.language), "ru")
    return put_in(getattr(wording, field), lang, case, act)


def put_in(text: str, lang: Lang, case: Case, act: str = "") -> str:
    """Return a text with its slots filled for a case; what is put in is never read as a slot again.

    `act`: the act brought, as the draft names it. A slot without a value is left as a mark with its name, which keeps
    the draft from being sent on until somebody writes the value (29I.85; `decisions.UNFILLED`).
    """
    row = case.row
    applicant = applicant_told(row.applicant) if row.applicant else ""
    executor, unit, kind = row.executor, case.directory.units.get(row.unit_id or 0), KIND_TITLES.get(row.kind or "")
    values = {
        "applicant": applicant if isinstance(applicant, str) else applicant.into(lang),
        "number": row.number,
        "day": day_text(row.registered_on, lang),
        "today": day_text(clock.today(case.body.zone), lang),
        "office": case.body.name.into(lang),
        "executor": executor.full_name if executor is not None else "",
        "unit": unit.name.into(lang) if unit is not None else "",
        "kind": kind.into(lang) if kind is not None else "",
        "demands": "; ".join(demands_in(case.facts.demands or "")),
        "act": act.strip(),
    }
    return _SLOT.sub(lambda slot: values.get(_KNOWN.get(slot[1], ""), "") or _mark(slot[1], lang), text)


def _mark(name: str, lang: Lang) -> str:
    """The mark of a slot that the case has no value for."""
    slot = _KNOWN.get(name)
    return f"⟦{SLOTS[slot].into(lang) if slot is not None else name}⟧"


def slots_told() -> list[tuple[Phrase, Phrase]]:
    """Return the slots as a page tells them: what to write, and what is put in for it."""
    return [(NAMES[slot], told) for slot, told in SLOTS.items()]


def in_force() -> QuerySet[AnswerWording]:
    """Return the present wordings of all templates that are not withdrawn."""
    present = AnswerWording.objects.filter(number=F("template__version"), template__withdrawn_at__isnull=True)
    return present.select_related("template", "changed_by")


def seen_by(actor: Actor) -> QuerySet[AnswerTemplate]:
    """Return the templates of the offices somebody holds a post in: of the units one's own, for the leadership all."""
    bodies = {held.body_id for held in actor.holdings}
    led = {body for body in bodies if actor.leads(body)}
    units = {held.unit_id for held in actor.holdings if held.unit_id is not None}
    mine = Q(unit__isnull=True) | Q(unit__in=units) | Q(body__in=led)
    return AnswerTemplate.objects.filter(mine, body__in=bodies)


def writes(actor: Actor, body_id: int, unit_id: int | None) -> bool:
    """Whether somebody keeps the templates of an office (its leadership) or of a unit (its head too)."""
    return actor.leads(body_id) or any(
        held.post in UNIT_LEADERS and unit_id is not None and held.unit_id == unit_id
        for held in actor.posts_in(body_id)
    )


def places(actor: Actor) -> list[tuple[int, int | None, Phrase]]:
    """Return for whom somebody may write templates: office, unit (none: the whole office), name."""
    known = directory()
    bodies = dict.fromkeys(held.body_id for held in actor.holdings)
    found: list[tuple[int, int | None, Phrase]] = []
    for body in bodies:
        units = sorted((unit for unit in known.units.values() if unit.body_id == body), key=lambda unit: unit.name.ru)
        of_body: Iterable[tuple[int | None, Phrase]] = [
            (None, known.bodies[body].name),
            *((u.id, u.name) for u in units),
        ]
        found += [(body, unit, name) for unit, name in of_body if writes(actor, body, unit)]
    return found
