"""A page's form made from a step's own form: one declaration (`Asked`) gives fields, reading and errors."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import QueryDict

from nadzor import clock
from nadzor.appeals.comments import comment_choices
from nadzor.appeals.control.undoing import standing
from nadzor.appeals.cure import OF_COMPLAINTS
from nadzor.appeals.drafting import who_may_sign
from nadzor.appeals.drafting_forms import Draft, Vouching
from nadzor.appeals.drafts import said_in
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.appeals.models import Appeal, PaperDraft
from nadzor.appeals.papers_written import WRITTEN
from nadzor.appeals.parts import part_titles
from nadzor.appeals.passing import leaders
from nadzor.appeals.sealed import may_be_readers
from nadzor.appeals.slip_papers import papers_with_slips
from nadzor.appeals.slip_papers import who_may_sign as who_may_sign_copy
from nadzor.appeals.written import waiting_papers, who_may_sign_paper
from nadzor.appeals.written_steps import to_send
from nadzor.casework.asking import BAD_DAY, day_in, declared
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, parsed
from nadzor.casework.models import Proceeding
from nadzor.casework.people import candidates
from nadzor.casework.procedure import PROCEDURES, Step
from nadzor.casework.refusals import Invalid, invalid
from nadzor.complaints.measures import acts_of, named
from nadzor.law.facts import Kind, Outcome
from nadzor.law.o29.decisions import MUST_SAY, decisions_of
from nadzor.law.o29.ending import CIRCUMSTANCES, ends_of
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.models import Unit, held_on
from nadzor.papers.issuing import title_of
from nadzor.papers.models import IssuedPaper
from nadzor.workplace.left_out import LeftOut, parted
from nadzor.workplace.typed import confirmed_in

# How the parts of a page draw each widget of a form.
_DRAWN = {
    "person": "choice",
    "office": "choice",
    "people": "many",
    "readers": "many",
    "unit": "choice",
    "units": "many",
    "leader": "choice",
    "several": "many",
    "correctable": "choice",
    "decision": "choice",
    "end": "choice",
    "signatory": "choice",
    "comment": "choice",
    "part": "choice",
    "paper_draft": "choice",
    "paper_to_send": "choice",
    "paper_with_slip": "choice",
    "part_with_slip": "choice",
    "signed_paper": "choice",
    "timed": "choice",
    "control": "choice",
    "body": "line",
}
_SEVERAL = frozenset({"people", "readers", "units", "works", "several", "chain"})
CONFIRM = Phrase(
    "Бұл әрекетті кері қайтару мүмкін емес. Келісесіз бе, белгілеңіз.",
    "Этот шаг нельзя отменить. Отметьте, что вы проверили всё.",
    "This step cannot be undone. Tick that you have checked everything.",
)
CHECKED = Phrase(
    "Бәрін тексердім; әрекет кері қайтарылмайтынын білемін",
    "Я проверил всё и знаю, что шаг нельзя отменить",
    "I have checked everything and know that this cannot be undone",
)


HAPPENED_ON = "happened_on"
HAPPENED = Phrase("Қай күні болды", "Когда это произошло", "The day it happened")
_HAPPENED_HINT = Phrase(
    "Бүгін болса, бос қалдырыңыз.", "Если сегодня, оставьте пустым.", "Leave it empty where it was today."
)


@dataclass(frozen=True, slots=True)
class PageField:
    """A field as `ui/_field` draws it. `value`, `chosen`: what was typed, as it was typed."""

    name: str
    asked: Asked
    widget: str
    required: bool
    choices: tuple[tuple[str, Phrase | str], ...] = ()
    value: Any = ""
    chosen: tuple[str, ...] = ()
    limit: int | None = None
    error: Phrase | None = None
    rows: tuple[dict[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()  # who is not offered, and why


@dataclass(frozen=True, slots=True)
class Read:
    """What was posted: `data` for the step, `wrong` for what could not be read at all."""

    data: dict[str, Any]
    wrong: dict[str, Phrase]


# What may wait while a draft is kept, and is asked for when it is sent on (29I.85): not told as optional.
_NEEDED_LATER: dict[type[Form], frozenset[str]] = {
    Draft: frozenset(MUST_SAY),
    **{each.form: each.needed_later for each in WRITTEN.values()},
}


class Asks(Protocol):
    """Something that needs a form: a step of a case, a change of the structure."""

    @property
    def needs(self) -> type[Form]:
        """The form."""

    @property
    def final(self) -> bool:
        """Whether it cannot be undone."""


def read(step: Asks, posted: QueryDict) -> Read:
    """Read what a page posted for a step. What was left empty is left out, so that the form's own default holds."""
    data: dict[str, Any] = {}
    wrong: dict[str, Phrase] = {}
    for name, (asked, _required, _limit) in declared(step.needs).items():
        if asked.widget == "files":  # step_files takes them
            continue
        if asked.widget in _SEVERAL:
            data[name] = [value for value in posted.getlist(name) if value]
            continue
        if asked.widget == "arguments":
            data[name] = [row for row in argument_rows(posted) if any(row.values())]
            continue
        text = posted.get(name, "")
        if asked.widget == "flag":
            data[name] = bool(text)
        elif asked.widget == "day" and text.strip():
            day = day_in(text)
            if day is None:
                wrong[name] = BAD_DAY
            else:
                data[name] = day.isoformat()
        elif text.strip():
            data[name] = text
    if issubclass(step.needs, Vouching):
        data["vouched"] = confirmed_in(posted)
    return Read(data, wrong)


def argument_rows(posted: QueryDict) -> list[dict[str, str]]:
    """Return the rows of arguments as they were typed, empty ones too; what was not chosen is left out."""
    columns = [posted.getlist(f"arguments.{part}") for part in _ROW]
    rows = [dict(zip(_ROW, cells, strict=True)) for cells in zip(*columns, strict=False)]
    return [{part: text for part, text in row.items() if text.strip() or part != "finding"} for row in rows]


_ROW = ("argument", "finding", "facts")


def day_of(step: Step, posted: QueryDict) -> dt.date | None:
    """Return the day on which a fact that is entered late happened, none for today. Raises Invalid for no day."""
    text = posted.get(HAPPENED_ON, "").strip()
    if not step.late or not text:
        return None
    found = day_in(text)
    if found is None:
        raise invalid(happened_on=BAD_DAY)
    return found


def late_day(step: Step, posted: QueryDict | None, error: Phrase | None) -> PageField | None:
    """Return the field for the day of a fact that may be entered late (a paper of yesterday); none for other steps."""
    if not step.late:
        return None
    value = posted.get(HAPPENED_ON, "") if posted is not None else ""
    asked = Asked(HAPPENED, _HAPPENED_HINT, widget="day")
    return PageField(HAPPENED_ON, asked, "day", required=False, value=value, error=error)


def checked(
    step: Asks, posted: QueryDict, more: Mapping[str, Any] | None = None, refused: Mapping[str, Phrase] | None = None
) -> dict[str, Any]:
    """Return the data that a page posted for a step. Raises Invalid with everything that is wrong at once.

    What cannot be undone must be ticked as checked. `more`: data read elsewhere (files); `refused`: their faults.
    """
    said = read(step, posted)
    said.data.update(more or {})
    wrong = {**said.wrong, **(refused or {})}
    try:
        parsed(step.needs, said.data, listed=False)
    except Invalid as refusal:
        wrong = {**refusal.fields, **wrong}
    if step.final and not posted.get("confirmed"):
        wrong["confirmed"] = CONFIRM
    if wrong:
        raise invalid(**wrong)
    return said.data


def fields(  # noqa: PLR0913  # what a page may say of its fields
    step: Step,
    case: Case,
    posted: QueryDict | None = None,
    errors: Mapping[str, Phrase] | None = None,
    *,
    begun: Mapping[str, Any] | None = None,
    of_one: bool = True,
) -> list[PageField]:
    """Return the fields of a step's page, with what was typed and what is wrong with it.

    `begun`: what stands in them before anything is typed. `of_one`: of this case alone, so whoever may have no part in
    it is left out of its lists.
    """
    told, first = errors or {}, begun or {}
    found: list[PageField] = []
    for name, (asked, required, limit) in declared(step.needs).items():
        error = next((text for place, text in told.items() if place.split(".")[0] == name), None)
        choices = _choices(asked, case)
        out: tuple[LeftOut, ...] = ()
        if of_one:
            choices, out = parted(step, asked.widget, choices, case)
            out = () if any(each.left_out == out for each in found) else out  # said once a page
        found.append(
            PageField(
                name=name,
                asked=asked,
                widget=_DRAWN.get(asked.widget, asked.widget),
                required=required or name in _NEEDED_LATER.get(step.needs, ()),
                choices=choices,
                left_out=out,
                value=posted.get(name, "") if posted is not None else first.get(name) or _default(step, name),
                rows=_rows_of(name, asked, posted, first),
                chosen=tuple(posted.getlist(name)) if posted is not None and asked.widget in _SEVERAL else (),
                limit=limit,
                error=error,
            )
        )
    return found


def _rows_of(name: str, asked: Asked, posted: QueryDict | None, begun: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """The rows of a field that has them: arguments, or people in an order (each as its id)."""
    if asked.widget == "chain":
        chosen = posted.getlist(name) if posted is not None else [str(each) for each in begun.get(name, ())]
        filled = [{"person": each} for each in chosen if each]
        return (*filled, *({} for _ in range(_MORE_PEOPLE if posted is not None and "more" in posted else 2)))
    return _rows(posted, begun) if asked.widget == "arguments" else ()


_MORE_PEOPLE = 4


def _rows(posted: QueryDict | None, begun: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """The rows of arguments, and empty ones to go on with: one, or three more where the page asked for them."""
    rows = argument_rows(posted) if posted is not None else list(begun.get("arguments", ()))
    filled = [row for row in rows if any(row.values())]
    return (*filled, *({} for _ in range(3 if posted is not None and "more" in posted else 1)))


def _default(step: Asks, name: str) -> str:
    """What a choice stands at before anything is chosen."""
    default = step.needs.model_fields[name].default
    return default if isinstance(default, str) else ""


def summary(shown: list[PageField], errors: Mapping[str, Phrase], others: Mapping[str, Phrase]) -> list[dict[str, Any]]:
    """Return the errors for the summary above the heading, each linked to its field where the page has it.

    `others`: labels of fields that the page adds to those of the step.
    """
    known = {**{field.name: field.asked.label for field in shown}, **others}
    found: list[dict[str, Any]] = []
    for place, text in errors.items():
        name = place.split(".")[0]
        linked = {"id": f"id_{name}", "label": known[name]} if name in known else {}
        found.append({"text": text, **linked})
    return found


def _choices(asked: Asked, case: Case) -> tuple[tuple[str, Phrase | str], ...]:
    if asked.widget in _BESIDE:
        return _beside(asked, case)
    if asked.widget in {"person", "people", "chain"}:
        today = clock.today(case.body.zone)
        return tuple((str(row.person_id), row.person.full_name) for row in candidates(case.row.body_id, today))
    if asked.widget in {"unit", "units"}:
        rows = Unit.objects.filter(held_on(clock.today(case.body.zone)), body_id=case.row.body_id).order_by("ru")
        return tuple((str(row.pk), row.name) for row in rows)
    if asked.widget == "readers":
        return tuple((str(pk), name) for pk, name in may_be_readers(case.directory, case.body).items())
    if asked.widget == "leader":
        return tuple((str(row.person_id), row.person.full_name) for row in leaders(case.row.body_id, case))
    if asked.widget == "office":
        today = clock.today(case.body.zone)
        others = [each for each in case.directory.bodies.values() if each.id != case.row.body_id and each.stands(today)]
        return tuple((each.code, each.name) for each in sorted(others, key=lambda each: (each.level, each.name.ru)))
    if asked.widget == "end":
        return tuple((str(each), CIRCUMSTANCES[each].title) for each in ends_of((case.parent or case).row.kind))
    if asked.widget == "decision":
        kind = (case.parent or case).row.kind
        answered = (each for each in decisions_of(kind) if each is not Outcome.TERMINATE)  # it has a paper of its own
        return tuple((str(each), OUTCOME_TITLES[each]) for each in answered)
    if asked.widget == "signatory":
        return _signatories(case)
    if asked.widget == "correctable":
        return tuple(case.procedure.correctable.items())
    return _listed(asked, case)


def _listed(asked: Asked, case: Case) -> tuple[tuple[str, Phrase | str], ...]:
    """A list that stands; what article 93 asks of complaints is asked of no other appeal."""
    of_all = (case.parent or case).row.kind == Kind.COMPLAINT
    return tuple((str(value), title) for value, title in asked.choices if of_all or value not in OF_COMPLAINTS)


_BESIDE = frozenset(
    {"comment", "part", "paper_draft", "paper_to_send", "paper_with_slip", "part_with_slip", "signed_paper"}
    | {"timed", "control"}
)


def _beside(asked: Asked, case: Case) -> tuple[tuple[str, Phrase | str], ...]:
    """Choices of what stands beside a case: comments and parts of a draft, papers, what watches its time."""
    if asked.widget == "comment":
        return comment_choices(case)
    if asked.widget == "part":
        return tuple(part_titles(case.facts.paper).items()) if isinstance(case.facts, PaperDraft) else ()
    if asked.widget == "paper_draft":
        return tuple((each.number, f"№ {each.number}") for each in waiting_papers(case))
    if asked.widget == "paper_to_send":
        return tuple((str(each.pk), _paper_told(each)) for each in to_send(case.row.pk))
    if asked.widget == "signed_paper":
        return tuple((str(each.pk), named(each)) for each in acts_of(case.row))
    if asked.widget == "paper_with_slip":
        return tuple((str(each.pk), _paper_told(each)) for each in papers_with_slips(case))
    if asked.widget == "part_with_slip":
        papers = papers_with_slips(case)
        return tuple({name: said for each in papers for name, said in part_titles(each.paper).items()}.items())
    found = [each for each in standing(case) if asked.widget in {"timed", each.procedure}]
    return tuple((each.number, _matter_told(each)) for each in found)


def _matter_told(row: Proceeding) -> Phrase:
    title = PROCEDURES[row.procedure].title
    return Phrase(*(f"{title.into(lang)} № {row.number}: {row.subject}" for lang in LANGUAGES))


def _paper_told(row: IssuedPaper) -> Phrase:
    return Phrase(*(f"{title_of(row).into(lang)}, № {row.number}" for lang in LANGUAGES))


def _signatories(case: Case) -> tuple[tuple[str, Phrase], ...]:
    """Those who may sign the draft, or a paper in which a slip is corrected (29I.88); nobody while there is neither."""
    if isinstance(case.facts, Appeal):
        return tuple((str(person), told) for person, told in who_may_sign_copy(case, papers_with_slips(case)))
    if case.parent is None or not isinstance(case.facts, PaperDraft):
        return ()
    if case.facts.paper in WRITTEN:
        told = who_may_sign_paper(WRITTEN[case.facts.paper], case.parent)
        return tuple((str(person), Phrase(name, name, name)) for person, name in told)
    return tuple((str(person), told) for person, told in who_may_sign(case.parent, said_in(case.facts)))
