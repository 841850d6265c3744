"""Taken under control by whom, until when; only the one who took it releases it; additional control of long matters.

Source: 29I.53 (release), 29I.28.3, 28.5, 29.2, 30.1 (whose control decides which office considers), 52.3-52.4
(additional control on the memo of the head of the unit, the notice of it).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.control.extending import named
from nadzor.appeals.control.inspecting import asks_or_complains
from nadzor.appeals.control.moving import as_it_runs, move_by_official
from nadzor.appeals.control.tables import End
from nadzor.appeals.higher import CONTROL_BY, CONTROL_UNTIL
from nadzor.appeals.models import Appeal, PaperDraft, Timed
from nadzor.appeals.rights import REGISTRAR_OR_LEADER
from nadzor.appeals.states import ANSWERED, REGISTERED, RETURNED, SIGNED, UNDER_REVIEW
from nadzor.casework.case import SIGNATURE, Case
from nadzor.casework.effects import Notify, Start
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Clock, Guard, Right, Step, Verdict, no
from nadzor.casework.refusals import DAY_PAST, invalid
from nadzor.casework.showing import signature_told
from nadzor.casework.writing import Change
from nadzor.law.facts import Authority
from nadzor.law.posts import Body, Post
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.directory import BodyCard
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

CONTROL_TOLD = Clock(
    "control_told",
    Phrase("Бақылау туралы хабарлама", "Уведомление о контроле", "Notice of the control"),
    ("29I.52.4",),
)
OF_BODY = {
    Body.GPO: Authority.GPO,
    Body.COMMITTEE: Authority.COMMITTEE,
    Body.MILITARY: Authority.MILITARY,
    Body.TRANSPORT: Authority.TRANSPORT,
    Body.OBLAST: Authority.OBLAST,
}
_OF_POST = {
    Post.PROSECUTOR_GENERAL: Authority.PROSECUTOR_GENERAL,
    Post.DEPUTY_PROSECUTOR_GENERAL: Authority.DEPUTY_PROSECUTOR_GENERAL,
}


class TakeUnderControl(Form):
    """Who takes it under control, until when, why. Without an authority: whoever makes the step."""

    authority: Annotated[Authority | None, CONTROL_BY] = None
    document: Annotated[
        Text,
        Asked(
            Phrase("Құжат", "Документ", "Document"),
            Phrase(
                "Сырттағы лауазымды адамның бақылауы туралы хат: нөмірі мен күні.",
                "Письмо о контроле стороннего лица: номер и дата.",
                "The letter on the control of somebody outside: its number and day.",
            ),
        ),
        Field(max_length=300),
    ] = ""
    until: Annotated[dt.date | None, CONTROL_UNTIL] = None
    reason: Annotated[
        Text,
        Asked(Phrase("Негіздеме", "Основание", "Ground"), widget="text"),
        Field(min_length=1, max_length=2000),
    ]


class Release(Form):
    """Which control is released, why, by which letter of somebody outside."""

    control: Annotated[
        Text,
        Asked(
            Phrase("Бақылау", "Контроль", "Control"),
            Phrase(
                "Бақылау бірнешеу болса, оның нөмірі.",
                "Номер контроля, если их несколько.",
                "The number of the control, if there are several.",
            ),
            widget="control",
        ),
        Field(max_length=60),
    ] = ""
    document: Annotated[Text, Asked(Phrase("Құжат", "Документ", "Document")), Field(max_length=300)] = ""
    reason: Annotated[
        Text,
        Asked(Phrase("Негіздеме", "Основание", "Ground"), widget="text"),
        Field(min_length=1, max_length=2000),
    ]


def above(case: Case) -> list[BodyCard]:
    """Return the office of the case and those above it, nearest first."""
    found, card = [], case.body
    while True:
        found.append(card)
        above = case.directory.bodies.get(card.parent_id or 0)
        if above is None or above in found:
            return found
        card = above


def _own_power(actor: Actor, case: Case) -> tuple[Authority | None, BodyCard] | None:
    """By what somebody takes a case under control: the office that the actor leads, here or above; none: by nothing."""
    for card in above(case):
        if actor.leads(card.id):
            if card.id == case.body.id and card.kind is not Body.GPO:
                return None, card
            posts = (_OF_POST.get(held.post) for held in actor.posts_in(card.id))
            return next((each for each in posts if each), OF_BODY.get(card.kind)), card
    return None


def _may_control(actor: Actor, case: Case, form: Form | None) -> bool:
    return _own_power(actor, case) is not None or REGISTRAR_OR_LEADER.test(actor, case, form)


CONTROLS = Right(
    "controls",
    Phrase(
        "прокуратураның немесе жоғары тұрған прокуратураның басшылығы; сырттағы бақылауды тіркеуші белгілейді",
        "руководство этой или вышестоящей прокуратуры; контроль со стороны отмечает регистратор",
        "the leadership of this or a higher office; a control from outside is noted by the registrar",
    ),
    _may_control,
    ("29I.53",),
)


def _by_himself(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """In one's own name only a leader takes control; for somebody outside, by his letter."""
    if not isinstance(form, TakeUnderControl) or form.authority is not None:
        return YES
    return YES if _own_power(actor, case) is not None else no(_NAME_HIM, "29I.53")


_NAME_HIM = Phrase(
    "Өз атынан бақылауға басшы ғана алады. Кімнің бақылауы екенін және оның құжатын көрсетіңіз.",
    "От своего имени на контроль берёт только руководитель. Укажите, чей это контроль и каким документом.",
    "Only a leader takes control in his own name. Say whose control it is, and by which document.",
)


def taken(case: Case) -> list[tuple[Proceeding, Timed]]:
    """Return the controls that stand on an appeal, oldest first."""
    found = case.open_children("control")
    rows = Timed.objects.in_bulk([each.pk for each in found])
    return [(each, rows[each.pk]) for each in found if each.pk in rows]


def _asked(case: Case, form: Form | None) -> list[tuple[Proceeding, Timed]]:
    standing = taken(case)
    if isinstance(form, Release) and form.control:
        return [pair for pair in standing if pair[0].number == form.control]
    return standing


def _may_release(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """Only the one who took it; the control of somebody outside ends by his letter."""
    asked = _asked(case, form)
    if not asked:
        return no(_NONE, "29I.53")
    if isinstance(form, Release) and len(asked) > 1:
        return no(_WHICH, "29I.53")
    row = asked[0][1]
    if row.additional and case.row.state in {REGISTERED, UNDER_REVIEW}:
        return no(_UNTIL_EXECUTED, "29I.52.3")
    return whose(case, actor, row)


def whose(case: Case, actor: Actor, row: Timed) -> Verdict:
    """Whether a control is the actor's to end: of who took it, or of who has come into the post (R68)."""
    if row.by_id is None or row.by_id == actor.person_id or _came_after(case, actor, row):
        return YES
    power = power_of(case, row)
    who = signature_told(row.post, case.body if power is None else power)
    return no(Phrase(*(_ONLY_HE.into(lang).format(who=who.into(lang)) for lang in LANGUAGES)), "29I.53")


def power_of(case: Case, row: Timed) -> BodyCard | None:
    """Return the office by whose leadership a control was taken; none where it is of somebody outside."""
    said = SIGNATURE.fullmatch(row.post)
    return None if said is None else next((card for card in above(case) if card.kind == said["kind"]), None)


def _came_after(case: Case, actor: Actor, row: Timed) -> bool:
    """Whether who took it holds that post no longer, and the actor does, in the same office (R68)."""
    said, power = SIGNATURE.fullmatch(row.post), power_of(case, row)
    if said is None or power is None or row.by is None:
        return False

    def holds(who: Actor) -> bool:
        return any(held.post == said["post"] for held in who.posts_in(power.id))

    return holds(actor) and not holds(actor_of(row.by, case.happened_on))


_UNTIL_EXECUTED = Phrase(
    "Қосымша бақылау жолданым түпкілікті орындалғанға дейін тұрады: алдымен жауап беріңіз.",
    "Дополнительный контроль стоит до окончательного исполнения: сначала дайте ответ.",
    "The additional control stands until the appeal is finally executed: answer it first.",
)
_NONE = Phrase(
    "Бұл жолданым бақылауда емес немесе мұндай бақылау жоқ.",
    "Обращение не на контроле, или такого контроля нет.",
    "The appeal is not under control, or there is no such control.",
)
_WHICH = Phrase(
    "Жолданым бірнеше адамның бақылауында: қайсысы екенін нөмірімен көрсетіңіз.",
    "Обращение на контроле у нескольких: укажите номер контроля.",
    "Several have it under control: give the number of the control.",
)
_ONLY_HE = Phrase(
    "Бақылаудан тек бақылауға алған басшы шығарады: {who}.",
    "С контроля снимает только тот руководитель, который взял на контроль: {who}.",
    "Only the leader who took it under control releases it: {who}.",
)
MAY_RELEASE = Guard("taker_releases", _may_release)


@dataclass(frozen=True)
class Take:
    """Open the control; whose it is decides which office considers the appeal and who signs."""

    def apply(self, case: Case, data: TakeUnderControl, change: Change) -> None:
        """Open the child. Raises Invalid for a control from outside without its letter, or a day that is past."""
        if data.authority is not None and not data.document:
            raise invalid(document=_NO_LETTER)
        require_to_come("until", data.until, case)
        power = None if data.authority is not None or case.act is None else _own_power(case.act.actor, case)
        by = None if power is None or case.act is None else case.act.actor.person_id
        authority = data.authority if power is None else power[0]
        said = {
            "words": data.reason,
            "until": data.until,
            "by": by,
            "post": "" if power is None else _signed(case, power[1]),
            "authority": str(authority or ""),
            "document": data.document,
        }
        open_control(case, said, change)
        change.entry_data.update(reason=None)
        if authority is not None:
            change.entry_data["before"] = {"control_by": case.facts.control_by}
            change.update(Appeal, case.row.pk, control_by=str(authority))


def open_control(case: Case, said: dict[str, Any], change: Change) -> None:
    """Open the control beside an appeal, from the day of the step on; the journal names it."""
    child = open_child(case, "control", {"since": case.happened_on, **said}, change)
    change.entry_data["control"] = child.row.number


def require_to_come(field: str, until: dt.date | None, case: Case) -> None:
    """Raise Invalid at a field for a last day of control that is past."""
    if until is not None and until < case.happened_on:
        raise invalid(**{field: DAY_PAST})


def _signed(case: Case, card: BodyCard) -> str:
    """Who takes it, by the power held in the office that he leads."""
    if case.act is None:
        return ""
    held = next(iter(case.act.actor.posts_in(card.id)), None)
    told = f"{held.kind}:{held.post}{'*' if held.acting else ''} {case.act.actor.name[:200]}" if held else ""
    return told if SIGNATURE.fullmatch(told) else case.signature()


_NO_LETTER = Phrase(
    "Бақылау туралы хаттың нөмірі мен күнін жазыңыз.",
    "Укажите номер и дату письма о контроле.",
    "Give the number and the day of the letter on the control.",
)


@dataclass(frozen=True)
class LetGo:
    """End the control; the authority that raised the appeal is no longer told, unless another control keeps it."""

    def apply(self, case: Case, data: Release, change: Change) -> None:
        """End the child. Raises Invalid where somebody outside controls and no letter of his is named."""
        child, row = _asked(case, data)[0]
        if row.by_id is None and not data.document:
            raise invalid(document=_NO_LETTER)
        in_child(case, child, "end", End(outcome=data.reason, ended_on=case.happened_on), change)
        change.entry_data.update(reason=None, control=child.number)
        no_longer_by(case, child, row, change)


def no_longer_by(case: Case, child: Proceeding, row: Timed, change: Change) -> None:
    """Take the authority of a control that has ended off the appeal: the one of the latest other control stands."""
    if row.authority and row.authority == case.facts.control_by:
        left = [each.authority for other, each in taken(case) if other.pk != child.pk and each.authority]
        change.update(Appeal, case.row.pk, control_by=left[-1] if left else "")


def _long_matter(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if asks_or_complains(case) else no(_NOT_THESE, "29I.52.3")


_NOT_THESE = Phrase(
    "Қосымша бақылауға өтініш немесе шағым алынады.",
    "На дополнительный контроль ставят заявление или жалобу.",
    "An application or a complaint is placed under additional control.",
)
LONG_MATTER = Guard("long_matter", _long_matter)


@dataclass(frozen=True)
class PlaceUnderControl:
    """The approved memo places the appeal under additional control until it is finally executed (29I.52.3).

    Where the memo names the day on which the matter is expected to end, the answer is due on it; without one the term
    stands (R69). The notice goes in the same step, within the three working days of 29I.52.4.
    """

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Open the control of whoever approves, move the term, tell the applicant."""
        child = next(each for each in case.children if each.number == data.draft)
        said = PaperDraft.objects.get(pk=child.pk).contents
        until = dt.date.fromisoformat(said["until"]) if said.get("until") else None
        by = case.act.actor.person_id if case.act is not None else None
        term = case.running(CONSIDERATION.name)
        moves = until is not None and term is not None and until > term.due_day
        laid = {
            "words": said["reasons"],
            "since": case.happened_on,
            "until": until,
            "by": by,
            "post": case.signature(),
            "additional": True,
            "before": as_it_runs(term) if moves and term is not None else None,
        }
        for former, row in taken(case):
            if row.additional:  # a later memo takes the place of the former: there is one additional control
                in_child(case, former, "end", End(outcome=said["reasons"], ended_on=case.happened_on), change)
                laid["before"] = row.before or laid["before"]
        control = open_child(case, "control", laid, change)
        change.entry_data["control"] = control.row.number
        if moves and until is not None:
            move_by_official(case, "29I.52.3", until, change)
        _NOTICE.apply(case, said, change)
        Start(CONTROL_TOLD, done=True).apply(case, data, change)
        Notify("applicant", "control_taken").apply(case, data, change)


def _notice(case: Case, said: Any, _lang: Language) -> dict[str, Any]:
    return {"decided": case.happened_on, "reasons": said["reasons"]}


_NOTICE = Issue("control_notice", _notice, when=named)
CONTROL_STEPS: tuple[Step, ...] = (
    Step(
        "take_under_control",
        Phrase("Бақылауға алу", "Взять на контроль", "Take under control"),
        frozenset({REGISTERED, UNDER_REVIEW}),
        None,
        CONTROLS,
        needs=TakeUnderControl,
        guards=(Guard("by_himself", _by_himself),),
        effects=(Take(), Notify("executor", "control_laid")),
        cites=("29I.53", "29I.28.3", "29I.28.5", "29I.29.2", "29I.30.1"),
        aside=True,
    ),
    Step(
        "release_from_control",
        Phrase("Бақылаудан алу", "Снять с контроля", "Release from control"),
        frozenset({REGISTERED, UNDER_REVIEW, SIGNED, ANSWERED, RETURNED}),
        None,
        CONTROLS,
        needs=Release,
        guards=(MAY_RELEASE,),
        effects=(LetGo(), Notify("executor", "control_released")),
        cites=("29I.53",),
        aside=True,
    ),
)
