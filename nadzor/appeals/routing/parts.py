"""A part of an appeal forwarded by competence: a child matter with its own three days, the rest is considered here.

At an office of the house the part is registered as an appeal of its own, with its own number, code and term. Source:
29I.31.1, 31.2 (three working days, notice at the same time), 32 (upwards), 27.5, 28.13, 61.2.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor import clock
from nadzor.appeals.clocks import CONSIDERATION, PASSING_ON, event_of, norm_of_consideration, norm_of_passing
from nadzor.appeals.forwarding import (
    ARRIVAL,
    COVERING,
    FORWARDING,
    FORWARDING_SIGNATORY,
    GO_ALONG,
    MAY_GO_THERE,
    NOT_TO_THE_ACCUSED,
    NOTHING_YET,
    Arrive,
    Forward,
    card_of,
    name_of,
    norm_of,
    office_of,
)
from nadzor.appeals.intake import digest_of
from nadzor.appeals.issues import TELL_REGISTERED, enclosed_told, named_to_tell, receiver_of
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import LEADER, REGISTRAR_OR_LEADER, SEES
from nadzor.appeals.routing.models import ForwardedPart
from nadzor.appeals.sealed_onward import SOMEBODY_THERE, SealThere
from nadzor.appeals.states import ANNULLED, REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import Notify, Start, name_people
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.models import Party, StoredFile
from nadzor.casework.opening import child_of, open_beside, open_child, parent_of
from nadzor.casework.procedure import YES, Guard, Procedure, Right, State, Step, Tone, Verdict, declare, no
from nadzor.casework.writing import Change
from nadzor.law.o29.registration import Channel, registered_on
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.folding import folded
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue


class ForwardPart(Forward):
    """Which part of an appeal goes, where, and why."""

    part: Annotated[
        Text,
        Asked(
            Phrase("Қай бөлігі", "Какая часть", "Which part"),
            Phrase(
                "Сол органның құзыретіндегі сұрақтарды жолданымның сөзімен жазыңыз. Қалғаны осында қаралады.",
                "Вопросы, которые решает тот орган, – словами обращения. Остальное рассматривают здесь.",
                "The questions for that body, in the words of the appeal. The rest is considered here.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=50_000),
    ]


class SendPart(Form):
    """What the child matter keeps of a part."""

    to: str = Field(max_length=300)
    part: str = Field(max_length=50_000)
    reason: str = Field(max_length=2000)


class ArrivePart(Arrive):
    """The part that an office receives."""

    part: str = Field(max_length=50_000)


def _not_the_whole(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not isinstance(form, ForwardPart):
        return YES
    whole = {folded(case.facts.text), folded(f"{case.facts.text} {case.facts.demands}")}
    return no(_WHOLE, "29I.31.1") if folded(form.part) in whole else YES


_WHOLE = Phrase(
    "Бұл – жолданымның бүкіл мәтіні. Бүтіндей жіберу үшін «Құзыреті бойынша жіберу» қадамын жасаңыз.",
    "Это весь текст обращения. Чтобы направить его целиком, сделайте шаг «Направить по компетенции».",
    "This is the whole text of the appeal. To send it whole, make the step “Forward by competence”.",
)
NOT_THE_WHOLE = Guard("not_the_whole", _not_the_whole)


@dataclass(frozen=True)
class OpenPart:
    """Open the child matter of a part; at an office of the house the part is registered in the same step."""

    def apply(self, case: Case, data: ForwardPart, change: Change) -> None:
        """Open both. The entry of the appeal names them."""
        office = office_of(case, data)
        said = {"to": name_of(case, data).ru[:300], "part": data.part, "reason": data.reason}
        child = open_child(case, "forwarded_part", said, change)
        change.entry_data |= {"to": office.code if office is not None else data.body, "part_of": child.row.number}
        if office is None:
            return
        letters = [each["pdf_sha256"] for each in change.entry_data.get("papers", ()) if each["paper"] == COVERING]
        there = {"office": office.code, "letters": letters, "part": data.part}
        received = open_beside(case, "appeal", "arrive_part", there, change)
        change.update(ForwardedPart, child.row.pk, arrived_id=received.row.pk)
        change.entry_data["received_as"] = received.row.number


def _opened(form: SendPart, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    facts = {"to": form.to, "part": form.part, "reason": form.reason, "arrived_id": None}
    return child_of(
        parent_of(ground, "to"),
        ForwardedPart,
        facts,
        {"to": form.to},
        subject=form.part,
        words=f"{form.to} {form.part}",
    )


def arrived_part(form: ArrivePart, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    """Return the appeal that a part becomes in the office that receives it. Raises ValueError outside a forwarding."""
    origin = ground.origin
    if origin is None:
        raise ValueError(form.office)
    now, facts = clock.now(), origin.facts
    kept = {name: getattr(facts, name) for name in GO_ALONG}
    part = {"text": form.part, "text_digest": digest_of(form.part), "demands": "", "duplicate_of_id": None}
    return Opening(
        body=ground.known.by_code[form.office],
        book="appeals",
        received_at=now,
        registered_on=registered_on(now, Channel.PORTAL).day,
        kind=origin.row.kind,
        applicant=origin.row.applicant,
        subject=" ".join(form.part.split()),
        words=form.part,
        facts_model=Appeal,
        facts={**kept, **part, "forwarded_from_id": None, "source": "", "external_id": "", **NOTHING_YET},
        parties=tuple(card_of(party) for party in origin.parties if isinstance(party, Party)),
        copies=(
            *StoredFile.objects.filter(proceeding=origin.row.pk).order_by("pk"),
            *StoredFile.objects.filter(space=f"case:{origin.row.pk}", proceeding=None, sha256__in=form.letters),
        ),
        followed=origin.row.track is not None,
        entry={"from": origin.row.number, "text_sha256": digest_of(form.part).hex()},
    )


@dataclass(frozen=True)
class ForExecutor:
    """Let whoever considers the appeal see its part."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the executor of the appeal as that of the part."""
        if case.row.executor_id is not None:
            name_people(case, case.row.executor_id, (), change)


_OF_PART: dict[str, Phrase] = {
    "reason": Phrase("Мына бөлігінде: {part} {reason}", "В части: {part} {reason}", "As to this part: {part} {reason}"),
    "to": Phrase("{to} (бір бөлігі)", "{to} (в части)", "{to} (in part)"),
}


def _reason(data: ForwardPart, lang: Language) -> str:
    return _OF_PART["reason"].into(lang).format(part=_ended(data.part), reason=data.reason)


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text.rstrip()}."


def _covering(case: Case, data: ForwardPart, lang: Language) -> dict[str, Any]:
    return {"reason": _reason(data, lang), "enclosed": enclosed_told(case, lang)}


def _notice(case: Case, data: ForwardPart, lang: Language) -> dict[str, Any]:
    to = _OF_PART["to"].into(lang).format(to=name_of(case, data).into(lang))
    return {"to": to, "reason": _reason(data, lang)}


def told(case: Case, data: ForwardPart) -> dict[str, Any]:
    """What the notice says: where the part went, which it is, why (29I.31.2)."""
    to = name_of(case, data)
    # the child is opened after the notice is owed: its place among the children is known
    number = f"{case.row.number}.{len(case.children) + 1}"
    return {
        "to": {lang: to.into(lang) for lang in LANGUAGES},
        "part": data.part,
        "reason": data.reason,
        "number": number,
    }


def _with_its_appeal(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    return case.parent is not None and case.opening is not None


WITH_ITS_APPEAL = Right(
    "with_its_appeal",
    Phrase(
        "жолданымның бөлігін жіберген адам (сол қадаммен бірге)",
        "тот, кто направляет часть обращения (вместе с этим шагом)",
        "whoever forwards a part of the appeal (with that step)",
    ),
    _with_its_appeal,
)
SENT = "sent"
_STATES = (
    State(SENT, Phrase("Жіберілді", "Направлена", "Sent"), Tone.MOVED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулирована", "Annulled"), Tone.ENDED, open=False),
)
_KERNEL = kernel_steps(
    states=frozenset({SENT, ANNULLED}),
    open_states=frozenset({SENT}),
    considered=frozenset(),
    reopens=frozenset(),
    reopened_to=lambda _case: SENT,
    leader=LEADER,
    keeper=REGISTRAR_OR_LEADER,
    anyone=SEES,
    resumed=None,
)
FORWARDED_PART = declare(
    Procedure(
        "forwarded_part",
        Phrase("Жіберілген бөлігі", "Направленная часть", "Part forwarded"),
        _STATES,
        (
            Step(
                "send",
                Phrase("Бөлігін жіберу", "Направить часть", "Forward the part"),
                frozenset(),
                SENT,
                WITH_ITS_APPEAL,
                needs=SendPart,
                effects=(
                    ForExecutor(),
                    Start(FORWARDING, norm=norm_of, since=lambda case, _data: _since(case), done=True),
                ),
                cites=("29I.31.1",),
                opens=_opened,
            ),
            *(step for step in _KERNEL if step.from_),  # nobody considers it here, and none is taken up again
        ),
        clocks=(FORWARDING,),
        facts="forwarded_part",
    )
)


def _since(case: Case) -> Any:
    """The day on which the appeal came: the three days of its part run from then (29I.31.1)."""
    return (case.parent or case).row.registered_on


PART_STEPS = (
    Step(
        "forward_part",
        Phrase("Бір бөлігін құзыреті бойынша жіберу", "Направить часть по компетенции", "Forward a part by competence"),
        frozenset({REGISTERED, UNDER_REVIEW}),
        None,
        FORWARDING_SIGNATORY,
        needs=ForwardPart,
        guards=(NOT_TO_THE_ACCUSED, MAY_GO_THERE, SOMEBODY_THERE, NOT_THE_WHOLE),
        effects=(
            Notify("applicant", "part_forwarded", told),
            Issue("forwarding_letter", _covering, receiver_of),
            Issue("forwarding_notice", _notice, when=named_to_tell),
            OpenPart(),
        ),
        cites=("29I.31.1", "29I.31.2", "29I.27.5", "29I.27.6"),
        final=True,
        aside=True,
    ),
    Step(
        "arrive_part",
        Phrase("Жіберілген бөлігін тіркеу", "Принять направленную часть", "Register a part that was forwarded"),
        frozenset(),
        REGISTERED,
        ARRIVAL,
        needs=ArrivePart,
        effects=(
            SealThere(),
            Start(CONSIDERATION, norm=norm_of_consideration, since=event_of),
            Start(PASSING_ON, norm=norm_of_passing, since=lambda case, _data: case.row.registered_on),
            Notify("applicant", "registered"),
            TELL_REGISTERED,
        ),
        cites=("29I.23.1", "29I.24"),
        opens=arrived_part,
    ),
)
ROUTING_DONE: dict[str, Phrase] = {
    "forward_part": Phrase(
        "Бір бөлігі құзыреті бойынша жіберілді", "Часть направлена по компетенции", "A part was forwarded by competence"
    ),
    "arrive_part": Phrase(
        "Жіберілген бөлігі тіркелді", "Зарегистрирована направленная часть", "A forwarded part was registered"
    ),
}
PART_DONE: dict[str, Phrase] = {"send": Phrase("Бөлігі жіберілді", "Часть направлена", "The part was forwarded")}
