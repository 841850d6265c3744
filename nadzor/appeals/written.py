"""Papers that somebody writes beside an appeal: each lives as the answer does, in a table of its own (life.py).

To declare one is to name the paper, its draft, the step that begins it, who signs or approves it and by which points.
Its form, parts, comparison, DOCX, checks, number and file come from the declaration of the paper.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from nadzor import clock
from nadzor.appeals.barred import NAMED_MAY_TAKE_PART, NOT_ONE_COMPLAINED_OF
from nadzor.appeals.drafting import AUTHOR, AUTHOR_OR_LEADER
from nadzor.appeals.drafting_forms import ToSign
from nadzor.appeals.drafts import TO_SIGN
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST
from nadzor.appeals.life import Living, life_of
from nadzor.appeals.models import Appeal, PaperDraft
from nadzor.appeals.parts import OTHER_COLUMNS, form_of_draft, goes_to_somebody, needed_later, values_of
from nadzor.appeals.rights import NOT_COMPLAINED_OF
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.forms import Asked, Form
from nadzor.casework.kernel_steps import in_the_way, waited_for
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import child_of, parent_of
from nadzor.casework.people import candidates
from nadzor.casework.procedure import YES, Effect, Guard, Procedure, Right, Verdict, declare, no
from nadzor.casework.writing import Change
from nadzor.law.o29.decisions import LANGUAGE_OF_ANSWERS
from nadzor.law.tongue import is_other
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.models import Person
from nadzor.papers.declared import Kind, Paper, To
from nadzor.papers.models import IssuedPaper

SIGN_PAPER = "sign_paper"


@dataclass(frozen=True)
class Written:
    """A paper that is written beside an appeal. `draft`: what its draft is called; `begins`: the step of the appeal.

    `states`: of the appeal, in which it may be begun and signed; `when`: what else is asked before it is begun.
    `points`: of what it holds; `of_signature`: of who signs or approves it. `author`: who begins and writes it.
    `signed`, `sent`: what follows on the appeal from its signature, from its going out. `right`: who signs it, where
    that hangs on its words. `step`: of the appeal, by which it is signed, where that ends the appeal.
    `answers`: the text that stands as the answer where the paper is one.
    `choices`: fields of its form that the paper tells in words of its own, by `shows`; `begins_with`: what stands in a
    new draft; `lacks`: what is asked of it besides its items; `fits`: asked of the draft as a matter beside the appeal
    whenever it is sent on. `single`: no other draft of it is open meanwhile. `by_notice`: it goes out with the notice
    of its step, as what a step issues does; the dispatch book waits for any other.
    """

    paper: Paper
    draft: Phrase
    begins: Phrase
    begun: Phrase
    points: tuple[str, ...]
    of_signature: tuple[str, ...]
    states: frozenset[str] = frozenset({UNDER_REVIEW})
    when: tuple[Guard, ...] = ()
    author: Right = AUTHOR
    signed: tuple[Effect, ...] = ()
    sent: tuple[Effect, ...] = ()
    right: Right | None = None
    step: str = SIGN_PAPER
    answers: Callable[[Mapping[str, Any]], str] | None = None
    choices: Mapping[str, Asked] = field(default_factory=dict)
    begins_with: Callable[[Case], dict[str, Any]] = lambda _appeal: {}
    shows: Callable[[dict[str, Any], Mapping[str, Any]], dict[str, Any]] = lambda values, _contents: values
    lacks: Callable[[PaperDraft], list[Phrase]] = lambda _draft: []
    fits: tuple[Guard, ...] = ()
    single: bool = False
    by_notice: bool = False
    form: type[Form] = field(init=False)
    table: Procedure = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", form_of_draft(self.paper, self.choices))
        object.__setattr__(self, "table", declare(life_of(_living(self))))

    @property
    def name(self) -> str:
        """The name of its table: that of the paper."""
        return self.paper.name

    @property
    def signer(self) -> Right:
        """Who signs it, or approves what its author has signed."""
        return self.right or self.paper.approved or self.paper.signed_by

    @property
    def beginning(self) -> tuple[Guard, ...]:
        """What is asked before a draft of it is begun."""
        return (*self.when, _no_other(self)) if self.single else self.when

    @property
    def needed_later(self) -> frozenset[str]:
        """What may wait while a draft is kept, and is asked for when it is sent on."""
        return needed_later(self.paper) | frozenset(self.choices)

    def values(self, contents: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a draft says as the fields of its paper. Raises ValueError for a row with other columns."""
        return self.shows(values_of(self.paper, contents), contents)


WRITTEN: dict[str, Written] = {}
"""By the name of the table and of the paper."""


def declare_written(written: Written) -> Written:
    """Enter a written paper into the house. Raises ValueError where its name is taken by another."""
    if WRITTEN.setdefault(written.name, written) is not written:
        raise ValueError(f"{written.name} is declared twice")
    return written


def gone_by_notice() -> list[str]:
    """Return the written papers that go out with the notice of their step: no dispatch book waits for them."""
    return [name for name, each in WRITTEN.items() if each.by_notice]


def unsent_papers(appeals: Iterable[int]) -> frozenset[int]:
    """Return the written papers of appeals and corrected copies that were signed and have not gone out.

    Nobody outside is shown them.
    """
    waits = Q(draft__isnull=False) & ~Q(paper__in=gone_by_notice()) | Q(corrects__isnull=False)
    rows = IssuedPaper.objects.filter(waits, proceeding__in=list(appeals), dispatches__isnull=True)
    return frozenset(rows.values_list("pk", flat=True))


def waiting_papers(appeal: Case) -> list[Proceeding]:
    """Return the drafts of written papers that wait for a signature, in their order."""
    return [each for each in appeal.children if each.procedure in WRITTEN and each.open and each.state == TO_SIGN]


def _none_drafted(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return waited_for([each for each in in_the_way(case) if each.procedure in WRITTEN])


NO_WRITTEN_DRAFT = Guard("no_written_draft", _none_drafted)
"""No draft of a written paper is left open by what closes the appeal."""


def lacks_of_paper(draft: PaperDraft) -> list[Phrase]:
    """Return what a draft of a written paper lacks before it is sent on, a sentence each."""
    written, said = WRITTEN[draft.paper], draft.contents
    paper = written.paper
    found = [_with(_EMPTY, asked.label) for name, asked in written.choices.items() if not said.get(name)]
    if goes_to_somebody(paper) and not said.get("addressee"):
        found.append(_NOBODY)
    if paper.to is To.APPLICANT and said["language"] not in {"kk", _language_of(draft)}:
        found.append(LANGUAGE_OF_ANSWERS)
    for each in paper.typed():
        text = str(said.get(each.name) or "")
        if not text and not each.optional:
            found.append(_with(_EMPTY, each.title))
        elif each.kind is Kind.TEXT and is_other(text, said["language"]):
            found.append(_with(_OTHER_TONGUE, each.title))
    try:
        values_of(paper, said)
    except ValueError as error:
        found.append(_with(OTHER_COLUMNS, next(each.title for each in paper.items if each.name == str(error))))
    return found + written.lacks(draft)


def _language_of(draft: PaperDraft) -> str:
    """The language of the appeal: what its applicant reads besides the state one (29I.85)."""
    return str(Appeal.objects.values_list("language", flat=True).get(proceeding__children=draft.pk))


def _with(said: Phrase, item: Phrase) -> Phrase:
    return Phrase(*(said.into(lang).format(item=item.into(lang)) for lang in LANGUAGES))


_NOBODY = Phrase("Кімге екенін жазыңыз.", "Укажите, кому бумага.", "Say whom the paper is for.")
_EMPTY = Phrase("Толтырылмаған: {item}.", "Не заполнено: {item}.", "Not filled in: {item}.")
_OTHER_TONGUE = Phrase(
    "Таңдалған тілде емес: {item}.", "Написано не на выбранном языке: {item}.", "Not in the language chosen: {item}."
)


def complete_paper(draft: PaperDraft) -> Verdict:
    """Whether a draft of a written paper holds what its points ask for."""
    lacks = lacks_of_paper(draft)
    if not lacks:
        return YES
    texts = (" ".join(each.into(lang) for each in lacks) for lang in LANGUAGES)
    told = Phrase(*(f"{_GAPS.into(lang)} {text}" for lang, text in zip(LANGUAGES, texts, strict=True)))
    return no(told, *WRITTEN[draft.paper].points)


_GAPS = Phrase("Жоба толық емес.", "Проект неполон.", "The draft is not complete.")


def _no_other(written: Written) -> Guard:
    """Return the guard that no draft of a paper is open; asked of an appeal, or of a draft that is taken up again."""

    def test(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        child = next(iter((case.parent or case).open_children(written.name)), None)
        if child is None:
            return YES
        told = (_ANOTHER.into(lang).format(number=child.number) for lang in LANGUAGES)
        return no(Phrase(*told), written.points[0])

    return Guard(f"no_open_{written.name}", test)


_ANOTHER = Phrase(
    "Шешімнің жобасы бар: {number}. Соны өзгертіңіз немесе кері алыңыз.",
    "Проект решения уже есть: {number}. Измените его или отзовите.",
    "There is a draft of the decision already: {number}. Change it or withdraw it.",
)


def who_may_sign_paper(written: Written, appeal: Case) -> list[tuple[int, str]]:
    """Return the people of the office who may sign or approve a paper, by name."""
    today = clock.today(appeal.body.zone)
    people = {row.person_id: row.person for row in candidates(appeal.row.body_id, today)}
    return [
        (pk, person.full_name)
        for pk, person in people.items()
        if written.signer.test(actor_of(person, today), appeal, None)
    ]


def _living(written: Written) -> Living:
    paper = written.paper

    def opens(form: Form, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
        contents = form.model_dump(mode="json")
        facts = {"paper": paper.name, "contents": contents, "version": 1, "agreers": [], "agreed": [], "remark": ""}
        return child_of(parent_of(ground, "language"), PaperDraft, facts, {"language": contents["language"]})

    def signs(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
        return case.parent is not None and written.signer.test(actor, case.parent, None)

    def fits(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        """The one it is sent to may sign it."""
        if not isinstance(form, ToSign) or case.parent is None:
            return YES
        person = Person.objects.filter(pk=form.signatory).first()
        today = clock.today(case.body.zone)
        if person is not None and written.signer.test(actor_of(person, today), case.parent, None):
            return YES
        titles = (_NOT_HE.into(lang).format(who=written.signer.who.into(lang)) for lang in LANGUAGES)
        return no(Phrase(*titles), *written.of_signature)

    def considered(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        stands = case.parent is not None and case.parent.row.state in written.states
        return YES if stands else no(_NOT_CONSIDERED, *written.points)

    return Living(
        paper.name,
        written.draft,
        form=written.form,
        opens=opens,
        author=written.author,
        withdraws=AUTHOR_OR_LEADER,
        signer=Right(f"signs_{paper.name}", written.signer.who, signs, written.of_signature),
        complete=(Guard("complete", lambda case, _actor, _form: complete_paper(case.facts)), *written.fits),
        naming=(NAMED_MAY_TAKE_PART,),
        agreeing=(DISINTERESTED, NOT_ONE_COMPLAINED_OF),
        to_sign=(Guard("signatory_fits", fits), NAMED_MAY_TAKE_PART),
        reopening=(Guard("still_considered", considered), *((_no_other(written),) if written.single else ())),
        executors=(NOT_COMPLAINED_OF, NO_INTEREST),
        points=written.points,
        of_signature=written.of_signature,
        agrees_by=written.points,
        approved=paper.approved is not None,
    )


_NOT_HE = Phrase(
    "Бұл адам бұл қағазға қол қоя алмайды. Құқығы бар: {who}.",
    "Этот человек не вправе подписать эту бумагу. Вправе: {who}.",
    "This person may not sign this paper. Who may: {who}.",
)
_NOT_CONSIDERED = Phrase(
    "Жолданым қазір қаралып жатқан жоқ: бұл қағаздың қажеті жоқ.",
    "Обращение сейчас не рассматривается: эта бумага ему не нужна.",
    "The appeal is not being considered now: it needs no such paper.",
)
