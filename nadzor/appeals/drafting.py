"""The draft of the answer, a child matter of the appeal: written, agreed, sent for signing, sent back.

What it must carry is asked when it is sent on, and who may sign it too (29I.60.1, 85, 86, 88); both are asked again
when it is signed, which is the step "answer" of the appeal.
"""

from dataclasses import dataclass

from nadzor import clock
from nadzor.appeals.barred import NAMED_MAY_TAKE_PART, NOT_ONE_COMPLAINED_OF
from nadzor.appeals.drafting_forms import Draft, ToSign
from nadzor.appeals.drafts import lacks_of, open_draft, said_in
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST
from nadzor.appeals.life import Living, life_of
from nadzor.appeals.models import PaperDraft
from nadzor.appeals.rights import (
    NO_OPEN_REQUEST,
    NOT_COMPLAINED_OF,
    holds,
    signatories,
    signs_any,
    titles,
)
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.forms import Form
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Guard, Right, Verdict, declare, no
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.models import Acting, Appointment, Person, held_on


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
    return who_may_decide(appeal, draft.outcome)


def who_may_decide(appeal: Case, outcome: Outcome) -> list[tuple[int, Phrase]]:
    """Return who may sign a decision on an appeal, as `who_may_sign` does. Source: 29I.88."""
    found, day = signatories(appeal, outcome), clock.today(appeal.body.zone)
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


def complete(draft: PaperDraft, appeal: Case) -> Verdict:
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
    return no(Phrase(*(_NOT_HE.into(lang).format(posts=posts.into(lang)) for lang in LANGUAGES)), *found.cites)


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
        PaperDraft,
        {
            "paper": "answer",
            "contents": form.model_dump(mode="json"),
            "version": 1,
            "agreers": [],
            "agreed": [],
            "remark": "",
        },
        {"outcome": str(form.outcome), "language": form.language},
    )


ANSWER_DRAFT = declare(
    life_of(
        Living(
            "answer_draft",
            Phrase("Жауаптың жобасы", "Проект ответа", "Draft of the answer"),
            form=Draft,
            opens=_opened,
            author=AUTHOR,
            withdraws=AUTHOR_OR_LEADER,
            signer=SIGNER,
            complete=(COMPLETE,),
            naming=(NAMED_MAY_TAKE_PART,),
            agreeing=(DISINTERESTED, NOT_ONE_COMPLAINED_OF),
            to_sign=(SIGNATORY_MAY, NAMED_MAY_TAKE_PART, NOTHING_WAITS),
            reopening=(PLACE_IS_FREE,),
            executors=(NOT_COMPLAINED_OF, NO_INTEREST),
            points=("29I.60.1", "29I.85"),
            of_signature=("29I.86", "29I.88.8"),
            agrees_by=("29I.33.2",),
        )
    )
)
