"""The draft of the answer, a child matter of the appeal: written, agreed, sent for signing, sent back.

What it must carry is asked when it is sent on, and who may sign it too (29I.60.1, 85, 86, 88); both are asked again
when it is signed, which is the step "answer" of the appeal.
"""

from dataclasses import dataclass
from typing import Any

from nadzor import clock
from nadzor.appeals.barred import NAMED_MAY_TAKE_PART, NOT_ONE_COMPLAINED_OF
from nadzor.appeals.drafting_forms import Draft, ForAgreement, Remark, ToSign
from nadzor.appeals.drafts import (
    AGREED,
    AGREEING,
    ANNULLED,
    DRAFT,
    SIGNED,
    TO_SIGN,
    WITHDRAWN,
    digest_of,
    lacks_of,
    open_draft,
    said_in,
)
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST
from nadzor.appeals.models import AnswerDraft, DraftVersion
from nadzor.appeals.rights import (
    LEADER,
    NO_OPEN_REQUEST,
    NOT_COMPLAINED_OF,
    REGISTRAR_OR_LEADER,
    SEES,
    holds,
    signatories,
    signs_any,
    titles,
)
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.case import Case, Opening
from nadzor.casework.effects import CallOff, Notify, name_people
from nadzor.casework.forms import Form
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import Ground, child_of, open_child, parent_of
from nadzor.casework.people import place_of
from nadzor.casework.procedure import YES, Guard, Procedure, Right, State, Step, Tone, Verdict, declare, no
from nadzor.casework.recalendar import THE_HOUSE
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.models import Acting, Appointment, Person, held_on

_STATES = (
    State(DRAFT, Phrase("Жоба", "Проект", "Draft"), Tone.WORK, open=True),
    State(AGREEING, Phrase("Келісуде", "На согласовании", "Being agreed"), Tone.WAIT, open=True),
    State(AGREED, Phrase("Келісілді", "Согласован", "Agreed"), Tone.WORK, open=True),
    State(TO_SIGN, Phrase("Қол қоюды күтуде", "Ждёт подписи", "Waiting for the signature"), Tone.WAIT, open=True),
    State(SIGNED, Phrase("Қол қойылды", "Подписан", "Signed"), Tone.DONE, open=False),
    State(WITHDRAWN, Phrase("Кері алынды", "Отозван", "Withdrawn"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулирован", "Annulled"), Tone.ENDED, open=False),
)


def _writes(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """Whoever considers the appeal writes its answer; not those who only agree, though they see the draft."""
    appeal = case.parent or case
    return bool(actor.posts_in(case.body.id)) and actor.person_id in appeal.executors()


AUTHOR = Right(
    "author",
    Phrase(
        "жолданымды қарайтын лауазымды адам",
        "должностное лицо, рассматривающее обращение",
        "the official who considers the appeal",
    ),
    _writes,
    ("29I.33.2", "29I.60.1"),
)
AUTHOR_OR_LEADER = Right(
    "author_or_leader",
    Phrase(
        "орындаушы немесе прокуратураның басшылығы",
        "исполнитель или руководство прокуратуры",
        "the executor or the leadership of the office",
    ),
    lambda actor, case, form: _writes(actor, case, form) or actor.leads(case.body.id),
)


def _agrees(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    draft: AnswerDraft = case.facts
    here = bool(actor.posts_in(case.body.id))  # who has left the office agrees nothing
    if actor.person_id == case.row.executor_id:  # the case was given to one who was to agree: nobody agrees his own
        return False
    return here and actor.person_id in draft.agreers and actor.person_id not in draft.agreed


AGREER = Right(
    "agreer",
    Phrase("жобаны келісуге аталған адам", "тот, кто назван согласующим", "somebody named to agree"),
    _agrees,
    ("29I.33.2",),
)


def _may_sign(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    appeal = case.parent
    if appeal is None:
        return False
    outcomes = (said_in(case.facts).outcome,) if case.facts.contents else tuple(Outcome)
    return signs_any(actor, appeal, outcomes)


SIGNER = Right(
    "signer",
    Phrase(
        "88-тармақ бойынша қол қоюға құқығы бар лауазымды адам",
        "должностное лицо, которое вправе подписать решение по пункту 88",
        "the official who may sign the decision by point 88",
    ),
    _may_sign,
    ("29I.88.8",),
)


def who_may_sign(appeal: Case, draft: Draft) -> list[tuple[int, Phrase]]:
    """Return the people who hold, or stand in for, a post that may sign, with their titles; the lowest post last.

    Source: 29I.88.
    """
    found, day = signatories(appeal, draft.outcome), clock.today(appeal.body.zone)
    rows: list[Appointment | Acting] = [
        *Appointment.objects.filter(held_on(day), body_id=appeal.body.id, post__in=found.posts),
        *Acting.objects.filter(held_on(day), body_id=appeal.body.id, post__in=found.acting),
    ]
    people = Person.objects.in_bulk({row.person_id for row in rows})
    places = {str(post): place for place, post in enumerate(found.posts)}
    told: dict[int, Phrase] = {}
    for row in sorted(rows, key=lambda each: (places[str(each.post)], people[each.person_id].sort_key)):
        title = titles(appeal.body, tuple(post for post in found.posts if post == row.post))
        name = people[row.person_id].full_name
        told.setdefault(row.person_id, Phrase(*(f"{name}, {title.into(lang)}" for lang in LANGUAGES)))
    return list(told.items())


def _complete(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """What points 60, 85 and 86 ask of an answer stands in the draft."""
    return complete(case.facts, case.parent) if case.parent is not None else YES


def complete(draft: AnswerDraft, appeal: Case) -> Verdict:
    """Whether a draft carries all that an answer must. Source: 29I.60.1, 29I.85, 29I.86, 29I.46.1, 29I.69."""
    lacks = lacks_of(said_in(draft), appeal)
    if not lacks:
        return YES
    said = (" ".join(each.text.into(lang) for each in lacks) for lang in LANGUAGES)
    told = Phrase(*(f"{_GAPS.into(lang)} {text}" for lang, text in zip(LANGUAGES, said, strict=True)))
    return no(told, *dict.fromkeys(each.point for each in lacks))


_GAPS = Phrase("Жоба толық емес.", "Проект неполон.", "The draft is not complete.")
COMPLETE = Guard("complete", _complete)


def _signatory_may(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """The one it is sent to may sign it (29I.88)."""
    if not isinstance(form, ToSign) or case.parent is None:
        return YES
    person = Person.objects.filter(pk=form.signatory).first()
    found = signatories(case.parent, said_in(case.facts).outcome)
    if person is not None and holds(actor_of(person, clock.today(case.body.zone)), case.parent, found):
        return YES
    posts = titles(case.body, found.posts)
    return no(Phrase(*(_NOT_HE.into(lang).format(posts=posts.into(lang) or "–") for lang in LANGUAGES)), *found.cites)


_NOT_HE = Phrase(
    "Бұл адам осы шешімге қол қоя алмайды. Құқығы бар лауазымдар: {posts}.",
    "Этот человек не вправе подписать это решение. Вправе: {posts}.",
    "This person may not sign this decision. Who may: {posts}.",
)
SIGNATORY_MAY = Guard("signatory_may", _signatory_may)


def _nothing_waits(case: Case, actor: Actor, form: Form | None) -> Verdict:
    return NO_OPEN_REQUEST.test(case.parent, actor, form) if case.parent is not None else YES


NOTHING_WAITS = Guard("nothing_waits", _nothing_waits)


def _no_draft(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    child = open_draft(case)
    if child is None:
        return YES
    return no(
        Phrase(
            f"Жауаптың жобасы бар: {child.number}. Соны өзгертіңіз немесе кері алыңыз.",
            f"Проект ответа уже есть: {child.number}. Измените его или отзовите.",
            f"There is a draft already: {child.number}. Change it or withdraw it.",
        ),
        "29I.33.2",
    )


NO_DRAFT = Guard("no_draft", _no_draft)


def _place_is_free(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """A withdrawn draft is taken up again only while the appeal is considered and has no other draft."""
    if case.parent is None:
        return YES
    if case.parent.row.state != UNDER_REVIEW:
        return no(_NOT_CONSIDERED, "29I.85")
    return _no_draft(case.parent, actor, form)


_NOT_CONSIDERED = Phrase(
    "Жолданым қазір қаралып жатқан жоқ: жауап жобасының қажеті жоқ.",
    "Обращение сейчас не рассматривается: проект ответа ему не нужен.",
    "The appeal is not being considered now: it needs no draft of an answer.",
)
PLACE_IS_FREE = Guard("place_is_free", _place_is_free)


@dataclass(frozen=True)
class OpenDraft:
    """Open the draft of the answer as a child matter of the appeal."""

    def apply(self, case: Case, data: Draft, change: Change) -> None:
        """Open the child; the entry of the appeal names it."""
        child = open_child(case, "answer_draft", data.model_dump(), change)
        change.entry_data.update(dict.fromkeys(data.model_dump()), draft=child.row.number)  # its words stand there


def _opened(form: Draft, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    return child_of(
        parent_of(ground, "text"),
        AnswerDraft,
        {"contents": form.model_dump(mode="json"), "version": 1, "agreers": [], "agreed": [], "remark": ""},
        {"outcome": str(form.outcome), "language": form.language},
    )


@dataclass(frozen=True)
class KeepVersion:
    """Keep what the draft says now beside all it said before; agreements given to other words fall."""

    first: bool = False

    def apply(self, case: Case, data: Draft, change: Change) -> None:
        """Write the contents and a version of them. The journal seals their digest; the texts stand with the draft."""
        said, author = data.model_dump(mode="json"), case.act.actor.person_id if case.act is not None else None
        version = 1 if self.first else case.facts.version + 1
        if not self.first:
            change.update(AnswerDraft, case.row.pk, contents=said, version=version, agreed=[])
        change.insert(
            DraftVersion,
            draft_id=case.row.pk,
            version=version,
            contents=said,
            person_id=author,
            written_at=case.at,
        )
        change.entry_data.update(dict.fromkeys(said), version=version, contents={"sha256": digest_of(said)})


@dataclass(frozen=True)
class ForAuthor:
    """Give the draft to whoever opened it."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the author as the one who considers the child."""
        author = case.act.actor.person_id if case.act is not None else None
        if author is not None:
            case.row.unit_id = place_of(author, case, "executor")
            name_people(case, author, (), change)


def _beside(case: Case, *people: int) -> tuple[int, ...]:
    """Those who see the draft beside its author."""
    return tuple(dict.fromkeys(each for each in (*case.co_executors(), *people) if each != case.row.executor_id))


@dataclass(frozen=True)
class AskAgreement:
    """Name those who agree: they see the draft, and agree with these words only."""

    def apply(self, case: Case, data: ForAgreement, change: Change) -> None:
        """Write the names. Raises Invalid for somebody without a post here, or for the author."""
        for person in data.agreers:
            place_of(person, case, "agreers")
            if person == case.row.executor_id:
                raise invalid(agreers=_OWN)
        wanted = list(dict.fromkeys(data.agreers))
        change.update(AnswerDraft, case.row.pk, agreers=wanted, agreed=[], remark="")
        if case.row.executor_id is not None:
            name_people(case, case.row.executor_id, _beside(case, *wanted), change)


_OWN = Phrase(
    "Автор өз жобасын өзі келіспейді. Басқа адамды таңдаңыз.",
    "Автор не согласует собственный проект. Выберите другого.",
    "The author does not agree his own draft. Choose somebody else.",
)


@dataclass(frozen=True)
class Agree:
    """Count the agreement of one."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write who has agreed."""
        draft: AnswerDraft = case.facts
        who = case.act.actor.person_id if case.act is not None else None
        if who is not None:
            draft.agreed = [*draft.agreed, who]
            change.update(AnswerDraft, case.row.pk, agreed=draft.agreed)


def _agreed_by_all(case: Case) -> str:
    return AGREED if set(case.facts.agreers) <= set(case.facts.agreed) else AGREEING


@dataclass(frozen=True)
class KeepRemark:
    """Keep why it went back; what was agreed falls."""

    def apply(self, case: Case, data: Remark, change: Change) -> None:
        """Write the remark."""
        change.update(AnswerDraft, case.row.pk, remark=data.remark, agreed=[])


@dataclass(frozen=True)
class NameSignatory:
    """Keep whom it was sent to; that person sees the draft."""

    def apply(self, case: Case, data: ToSign, change: Change) -> None:
        """Write the signatory."""
        change.update(AnswerDraft, case.row.pk, signatory_id=data.signatory, remark="")
        if case.row.executor_id is not None:
            name_people(case, case.row.executor_id, _beside(case, data.signatory), change)


def _author(case: Case, _data: Any) -> list[int | None]:
    return [case.row.executor_id]


ANSWER_DRAFT = declare(
    Procedure(
        "answer_draft",
        Phrase("Жауаптың жобасы", "Проект ответа", "Draft of the answer"),
        _STATES,
        (
            Step(
                "begin",
                Phrase("Жобаны бастау", "Начать проект", "Begin the draft"),
                frozenset(),
                DRAFT,
                AUTHOR,
                needs=Draft,
                effects=(ForAuthor(), KeepVersion(first=True)),
                cites=("29I.60.1", "29I.85"),
                opens=_opened,
            ),
            Step(
                "rewrite",
                Phrase("Жобаны өзгерту", "Изменить проект", "Change the draft"),
                frozenset({DRAFT}),
                None,
                AUTHOR,
                needs=Draft,
                effects=(KeepVersion(),),
                cites=("29I.85",),
            ),
            Step(
                "send_for_agreement",
                Phrase("Келісуге жіберу", "Направить на согласование", "Send for agreement"),
                frozenset({DRAFT}),
                AGREEING,
                AUTHOR,
                needs=ForAgreement,
                guards=(COMPLETE, NAMED_MAY_TAKE_PART),
                effects=(AskAgreement(), Notify("executor", "to_agree", who=lambda _case, data: data.agreers)),
                cites=("29I.33.2",),
            ),
            Step(
                "agree",
                Phrase("Келісу", "Согласовать", "Agree"),
                frozenset({AGREEING}),
                AGREED,
                AGREER,
                guards=(DISINTERESTED, NOT_ONE_COMPLAINED_OF),
                effects=(Agree(), Notify("executor", "agreed", who=_author)),
                cites=("29I.33.2",),
                to_of=_agreed_by_all,
                leads=True,
            ),
            Step(
                "object",
                Phrase("Ескертумен қайтару", "Вернуть с замечанием", "Return with a remark"),
                frozenset({AGREEING}),
                DRAFT,
                AGREER,
                needs=Remark,
                effects=(KeepRemark(), Notify("executor", "draft_returned", who=_author)),
                cites=("29I.33.2",),
            ),
            Step(
                "send_to_sign",
                Phrase("Қол қоюға жіберу", "Направить на подпись", "Send for signing"),
                frozenset({DRAFT, AGREED}),
                TO_SIGN,
                AUTHOR,
                needs=ToSign,
                guards=(COMPLETE, SIGNATORY_MAY, NAMED_MAY_TAKE_PART, NOTHING_WAITS),
                effects=(NameSignatory(), Notify("executor", "to_sign", who=lambda _case, data: [data.signatory])),
                cites=("29I.85", "29I.86", "29I.88.8"),
                leads=True,
            ),
            Step(
                "send_back",
                Phrase("Ескертумен қайтару", "Вернуть с замечанием", "Return with a remark"),
                frozenset({TO_SIGN}),
                DRAFT,
                SIGNER,
                needs=Remark,
                effects=(KeepRemark(), Notify("executor", "draft_returned", who=_author)),
                cites=("29I.88.8",),
            ),
            Step(
                "call_back",
                Phrase("Жобаны қайтарып алу", "Вернуть проект на доработку", "Take the draft back"),
                frozenset({AGREEING, AGREED, TO_SIGN}),
                DRAFT,
                AUTHOR,
                effects=(),
                cites=("29I.85",),
            ),
            Step(
                "sign",
                Phrase("Қол қойылды", "Подписан", "Signed"),
                frozenset({TO_SIGN}),
                SIGNED,
                THE_HOUSE,  # with the step "answer" of the appeal, which asks for the right and the password
                effects=(CallOff(),),
                cites=("29I.88.8",),
                house=True,
            ),
            Step(
                "withdraw",
                Phrase("Жобадан бас тарту", "Отозвать проект", "Withdraw the draft"),
                frozenset({DRAFT, AGREEING, AGREED, TO_SIGN}),
                WITHDRAWN,
                AUTHOR_OR_LEADER,
                cites=("29I.85",),
                aside=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({DRAFT}),
                considered=frozenset({DRAFT, AGREEING, AGREED}),
                reopens=frozenset({WITHDRAWN}),
                reopened_to=lambda _case: DRAFT,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=None,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
                reopening=(PLACE_IS_FREE,),
            ),
        ),
        facts="answer_draft",
    )
)
