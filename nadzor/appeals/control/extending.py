"""The term of consideration extended: the memo, the reasoned decision, the notice.

Source: 29I.52.1 (a reasoned decision of the head or a deputy, not more than up to two months: R4, R44), 52.2 (notice in
three working days), 52.5 (the memo at the latest a working day before the term ends: R11). A complaint of chapter 4 is
not extended (R5), an interpellation has no extension (29I.12.1).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.control.moving import move_by_official
from nadzor.appeals.control.tables import End
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.papers.signers import MEMO_AUTHOR
from nadzor.appeals.rights import LEADER
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.appeals.telling import NotifyStaff, heads_of
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify, Start
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Term
from nadzor.casework.opening import open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.calendar import CalendarUnknown
from nadzor.law.citations import LawRefusal
from nadzor.law.posts import Post
from nadzor.law.tables import TERMS
from nadzor.law.terms import TermRefusal, reckon
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.titles import post_title
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

EXTENSION_TOLD = Clock(
    "extension_told",
    Phrase("Ұзартылғаны туралы хабарлама", "Уведомление о продлении", "Notice of the extension"),
    ("29I.52.2",),
)
_UNTIL = Asked(
    Phrase("Жаңа мерзім", "Новый срок", "New term"),
    Phrase(
        "Ақылға қонымды мерзім, бірақ екі айдан аспайды.",
        "Разумный срок, но не более чем до двух месяцев.",
        "A reasonable time, but not more than up to two months.",
    ),
    widget="day",
)
_REASONS = Asked(Phrase("Негіздеме", "Обоснование", "Reasons"), widget="text")
Reasons = Annotated[Text, _REASONS, Field(min_length=1, max_length=5000)]


class AskExtension(Form):
    """The memo: until which day, and why (29I.52.5)."""

    until: Annotated[dt.date, _UNTIL]
    reasons: Reasons


class Extend(Form):
    """The decision: until which day, which facts are to be established, why (29I.52.1)."""

    until: Annotated[dt.date, _UNTIL]
    facts: Annotated[
        Text,
        Asked(
            Phrase("Анықталатын мән-жайлар", "Обстоятельства, которые нужно установить", "Facts to be established"),
            Phrase(
                "Немесе басқа органдардан не ұйымдардан алынатын ақпарат.",
                "Или сведения, которые нужно получить от других органов и организаций.",
                "Or what is to be learnt from other bodies and organisations.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=5000),
    ]
    reasons: Reasons


class RefuseExtension(Form):
    """Why the term is not extended."""

    reasons: Reasons


def _told(phrase: Phrase, day: dt.date) -> Phrase:
    return Phrase(*(phrase.into(lang).format(day=day_text(day, lang)) for lang in LANGUAGES))


def _extendable(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """The term runs, was not extended before, and its row may be extended."""
    term = case.running(CONSIDERATION.name)
    if term is None:
        return no(_NO_TERM, "29I.52.1")
    if term.norm in {"29I.52.1", "29I.52.7"}:
        return no(_ONCE if term.norm == "29I.52.1" else _BY_INSPECTION, term.norm)
    row = TERMS.get(term.norm)
    if row is None or row.extension is None:
        return no(_NOT_THIS_KIND, "29I.52.1", term.norm)
    return YES


_NO_TERM = Phrase(
    "Қарау мерзімі жүріп жатқан жоқ: ұзартатын ештеңе жоқ.",
    "Срок рассмотрения не идёт: продлевать нечего.",
    "No term of consideration runs: there is nothing to extend.",
)
_ONCE = Phrase(
    "Мерзім бұрын ұзартылған: шешім біреу ғана болады. Мәселе ұзақ уақыт талап етсе, бөлімше басшысы қосымша бақылау "
    "туралы баянат жазады.",
    "Срок уже продлевали: решение одно. Если вопрос требует долгого времени, руководитель подразделения пишет рапорт о "
    "дополнительном контроле.",
    "The term was extended before: there is one decision. If the matter needs a long time, the head of the unit writes "
    "a memo on additional control.",
)
_BY_INSPECTION = Phrase(
    "Мерзім тағайындалған тексеруден есептеледі: ол бөлек ұзартылмайды.",
    "Срок считается от назначенной проверки: отдельно его не продлевают.",
    "The term counts from the inspection that was ordered: it is not extended apart from it.",
)
_NOT_THIS_KIND = Phrase(
    "Бұл жолданымның мерзімі ұзартылмайды: шағымды, депутаттық сауалды және басқа заңның мерзімін ұзартуға жол жоқ.",
    "Срок этого обращения не продлевается: нет продления у жалобы, депутатского запроса и срока по другому закону.",
    "The term of this appeal is not extended: a complaint, an interpellation and a term by another law have no "
    "extension.",
)
EXTENDABLE = Guard("extendable", _extendable)


def latest_memo(term: Term) -> dt.date:
    """Return the last day for the memo: a working day before the term ends (29I.52.5, R11)."""
    found = reckon(TERMS["29I.52.5"], term.due_day).due
    return found.date() if isinstance(found, dt.datetime) else found


def _memo_in_time(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if case.open_children("extension"):
        return no(_ASKED, "29I.52.5")
    term = case.running(CONSIDERATION.name)
    if term is None:
        return YES  # said before
    last = latest_memo(term)
    return YES if case.happened_on <= last else no(_told(_LATE, last), "29I.52.5")


_ASKED = Phrase(
    "Ұзарту туралы баянат берілген: басшылықтың шешімі күтілуде.",
    "Рапорт о продлении уже подан: ждём решения руководства.",
    "The memo on the extension is filed: the leadership has to decide.",
)
_LATE = Phrase(
    "Баянат мерзім аяқталғанға дейін кемінде бір жұмыс күні бұрын беріледі. Соңғы күні өтті: {day}.",
    "Рапорт подают не позднее чем за рабочий день до окончания срока. Последний день прошёл: {day}.",
    "The memo is filed at the latest a working day before the term ends. The last day has passed: {day}.",
)
MEMO_IN_TIME = Guard("memo_in_time", _memo_in_time)


def _memo_filed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if case.open_children("extension") else no(_NO_MEMO, "29I.52.5")


_NO_MEMO = Phrase(
    "Мерзім бөлімше басшысының баянаты бойынша ұзартылады. Баянат берілген жоқ.",
    "Срок продлевают по рапорту руководителя подразделения. Рапорт не подан.",
    "The term is extended on the memo of the head of the unit. No memo is filed.",
)
MEMO_FILED = Guard("memo_filed", _memo_filed)


def furthest(case: Case) -> dt.date:
    """Return the furthest day to which a decision of today may extend the term. Raises Invalid where it may not."""
    term = case.running(CONSIDERATION.name)
    if term is None:
        raise invalid(until=_NO_TERM)
    decided = max(case.happened_on, term.started_on)  # a letter of a day off counts from the next working day
    try:
        found = reckon(TERMS[term.norm], term.started_on, extended_on=decided).due
    except (TermRefusal, LawRefusal, CalendarUnknown):
        raise invalid(until=_OVER) from None
    return found.date() if isinstance(found, dt.datetime) else found


_OVER = Phrase(
    "Мерзім өтіп кетті: өткен мерзім ұзартылмайды.",
    "Срок истёк: истёкший срок не продлевают.",
    "The term has run out: a term that is over is not extended.",
)


def _checked(case: Case, until: dt.date) -> None:
    """Raises Invalid for a day that is no extension, or beyond the two months."""
    term, last = case.running(CONSIDERATION.name), furthest(case)
    if term is not None and until <= term.due_day:
        raise invalid(until=_told(_NOT_LONGER, term.due_day))
    if until > last:
        raise invalid(until=_told(_TOO_LONG, last))


_NOT_LONGER = Phrase(
    "Бұрынғы мерзімнен кейінгі күнді таңдаңыз: {day}.",
    "Выберите день после прежнего срока: {day}.",
    "Choose a day after the term so far: {day}.",
)
_TOO_LONG = Phrase(
    "Екі айдан ары ұзартуға болмайды. Ең соңғы күн: {day}.",
    "Нельзя продлить дальше двух месяцев. Самый поздний день: {day}.",
    "It may not be extended beyond two months. The furthest day: {day}.",
)


@dataclass(frozen=True)
class OpenExtension:
    """Open the extension as a child matter: it waits for the decision until the term ends."""

    def apply(self, case: Case, data: AskExtension, change: Change) -> None:
        """Open the child. Raises Invalid for a day that cannot be."""
        _checked(case, data.until)
        term = case.running(CONSIDERATION.name)
        said = {"words": data.reasons, "since": data.until, "until": None if term is None else term.due_day}
        child = open_child(case, "extension", said, change)
        change.entry_data.update(reasons=None, extension=child.row.number)


@dataclass(frozen=True)
class Grant:
    """Move the term to the day of the decision; the extension is done."""

    def apply(self, case: Case, data: Extend, change: Change) -> None:
        """Move it, and what hangs on it. Raises Invalid for a day that cannot be."""
        _checked(case, data.until)
        move_by_official(case, "29I.52.1", data.until, change)
        _end(case, "end", data.reasons, change)


@dataclass(frozen=True)
class Refuse:
    """The term stays as it is."""

    def apply(self, case: Case, data: RefuseExtension, change: Change) -> None:
        """End the child."""
        _end(case, "refuse", data.reasons, change)


@dataclass(frozen=True)
class DropExtension:
    """An appeal that is answered needs no extension: a memo that still waits is ended with it."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """End the child."""
        _end(case, "refuse", _ANSWERED.ru if case.facts.language == "ru" else _ANSWERED.kk, change)


_ANSWERED = Phrase("Жолданымға жауап берілді", "На обращение дан ответ", "The appeal was answered")


def _end(case: Case, step: str, why: str, change: Change) -> None:
    for child in case.open_children("extension"):
        in_child(case, child, step, End(outcome=why, ended_on=case.happened_on), change)
        change.entry_data["extension"] = child.number


def _due_of(case: Case) -> dt.date | None:
    term = case.running(CONSIDERATION.name)
    return None if term is None else term.due_day


def head_told(case: Case, _data: Any, lang: Language) -> tuple[str, str]:
    """Return the head of the office, to whom memos are addressed: by post."""
    head = Post.PROSECUTOR_GENERAL if case.body.kind == "gpo" else Post.HEAD
    return f"{case.body.name.into(lang)}: {post_title(case.body, head).into(lang)}", ""


def _memo(case: Case, data: AskExtension, _lang: Language) -> dict[str, Any]:
    return {"due": _due_of(case), "until": data.until, "reasons": data.reasons}


def _decision(case: Case, data: Extend, _lang: Language) -> dict[str, Any]:
    return {"due": _due_of(case), "until": data.until, "facts": data.facts, "reasons": data.reasons}


def _notice(case: Case, data: Extend, _lang: Language) -> dict[str, Any]:
    return {"decided": case.happened_on, "until": data.until, "reasons": data.reasons}


def named(case: Case, _data: Any) -> bool:
    """Whether there is somebody to write to."""
    return any(each.role == "applicant" and each.full_name for each in case.parties)


def _until(_case: Case, data: Extend) -> dict[str, Any]:
    return {"until": data.until.isoformat()}


_LEAVES = frozenset({UNDER_REVIEW})
EXTENSION_STEPS: tuple[Step, ...] = (
    Step(
        "ask_extension",
        Phrase("Мерзімді ұзарту туралы баянат беру", "Подать рапорт о продлении срока", "File a memo on the extension"),
        _LEAVES,
        None,
        MEMO_AUTHOR,
        needs=AskExtension,
        guards=(EXTENDABLE, MEMO_IN_TIME, DISINTERESTED),
        effects=(
            Issue("extension_memo", _memo, head_told),
            OpenExtension(),
            NotifyStaff("extension_asked", lambda case, _data: heads_of(case)),
        ),
        cites=("29I.52.5",),
        aside=True,
    ),
    Step(
        "extend_term",
        Phrase("Қарау мерзімін ұзарту", "Продлить срок рассмотрения", "Extend the term of consideration"),
        _LEAVES,
        None,
        LEADER,
        needs=Extend,
        guards=(MEMO_FILED, EXTENDABLE, DISINTERESTED),
        effects=(
            Issue("extension_decision", _decision),  # before the term moves: it tells the term so far
            Grant(),
            Issue("extension_notice", _notice, when=named),
            Start(EXTENSION_TOLD, done=True),
            Notify("applicant", "term_extended", _until),
            Notify("executor", "term_extended", _until),
        ),
        cites=("29I.52.1", "29I.52.2"),
        aside=True,
    ),
    Step(
        "refuse_extension",
        Phrase("Мерзімді ұзартудан бас тарту", "Отказать в продлении срока", "Refuse to extend the term"),
        _LEAVES,
        None,
        LEADER,
        needs=RefuseExtension,
        guards=(MEMO_FILED, DISINTERESTED),
        effects=(Refuse(), Notify("executor", "extension_refused")),
        cites=("29I.52.1",),
        aside=True,
    ),
)
