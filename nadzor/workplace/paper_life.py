"""The life of a paper on pages: whose turn it is, the comments, the versions and how two of them differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor.appeals.agreement import in_turn
from nadzor.appeals.comments import comments_of, waiting
from nadzor.appeals.comparing import Part, compared_paper
from nadzor.appeals.drafts import AGREED, AGREEING, DRAFT, TO_SIGN
from nadzor.appeals.letter import texts_of
from nadzor.appeals.models import DraftVersion, PaperDraft
from nadzor.appeals.paper_models import Agreement
from nadzor.appeals.parts import ANSWER, part_titles, parts_told
from nadzor.appeals.written import SIGN_PAPER, WRITTEN
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, number_in
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Person
from nadzor.workplace.changes import Since
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page


@dataclass(frozen=True, slots=True)
class Link:
    """One of the agreement chain: who, what was said last of which version, whether it is their turn now."""

    person: Person
    said: Agreement | None
    stands: bool  # agreed the version that stands
    turn: bool


def chain_of(draft: PaperDraft, state: str) -> list[Link]:
    """Return the agreement chain of a draft in its order."""
    people = Person.objects.in_bulk(draft.agreers)
    last = {row.person_id: row for row in draft.agreements.order_by("pk")}
    turn = in_turn(draft) if state == AGREEING else []
    return [
        Link(people[each], last.get(each), each in draft.agreed, each in turn)
        for each in draft.agreers
        if each in people
    ]


def life_told(case: Case, actor: Actor, since: Since | None = None) -> dict[str, Any] | None:
    """Return what the page of a draft shows of its life; none for another case. `since`: what the reader saw last."""
    draft = case.facts
    if not isinstance(draft, PaperDraft):
        return None
    titles = part_titles(draft.paper)
    return {
        "asked": asked_told(case, draft, actor),
        "seen": _seen(draft, since),
        "chain": chain_of(draft, case.row.state),
        "changed": draft.changed,
        "comments": [{"row": each, "part": titles.get(each.part, _WHOLE)} for each in comments_of(draft)],
        "versions": draft.version,
        "draftable": case.row.state == DRAFT,
    }


@dataclass(frozen=True, slots=True)
class AskedNow:
    """What a draft waits for: the sentence, whether it is the reader's turn, the page on which it is done."""

    text: Phrase
    mine: bool
    url: str = ""


def asked_told(case: Case, draft: PaperDraft, actor: Actor) -> list[AskedNow]:
    """Return what the draft waits for now, and from whom: first what is asked of the reader."""
    found = [*_of_state(case, draft, actor), *_of_comments(case, draft, actor)] if case.row.open else []
    return sorted(found, key=lambda each: not each.mine)


def _of_state(case: Case, draft: PaperDraft, actor: Actor) -> Iterator[AskedNow]:
    me, number, state = actor.person_id, case.row.number, case.row.state
    author = case.row.executor
    if state == AGREEING:
        for person in Person.objects.filter(pk__in=in_turn(draft)):
            mine = person.pk == me
            yield AskedNow(
                _YOU_AGREE if mine else _named(_AGREES, person), mine, _step(number, "agree") if mine else ""
            )
    elif state == TO_SIGN and draft.signatory is not None:
        mine, appeal = draft.signatory_id == me, case.parent.row.number if case.parent is not None else ""
        page_of = reverse("sign", args=[appeal]) if draft.paper == ANSWER else sign_page(draft.paper, appeal)
        yield AskedNow(_YOU_SIGN if mine else _named(_SIGNS, draft.signatory), mine, page_of if mine else "")
    elif author is not None:
        mine = author.pk == me
        after = _AGREED if state == AGREED else _RETURNED if draft.remark else _WRITES
        told = after if mine else _named(_AUTHOR, author)
        yield AskedNow(told, mine, _step(number, "send_to_sign" if state == AGREED else "rewrite") if mine else "")


def sign_page(paper: str, appeal: str) -> str:
    """Return the page on which a draft of a written paper is signed: that of the step of the appeal that signs it."""
    name = WRITTEN[paper].step
    return reverse("sign-paper", args=[appeal]) if name == SIGN_PAPER else reverse("step", args=[appeal, name])


def _of_comments(case: Case, draft: PaperDraft, actor: Actor) -> Iterator[AskedNow]:
    left = [str(each.number) for each in comments_of(draft) if waiting(each)]
    if left and case.row.executor_id == actor.person_id:
        told = Phrase(*(_COMMENTS.into(lang).format(numbers=", ".join(left)) for lang in LANGUAGES))
        yield AskedNow(told, mine=True, url=_step(case.row.number, "answer_comment"))


def _step(number: str, name: str) -> str:
    return reverse("step", args=[number, name])


def _named(said: Phrase, person: Person) -> Phrase:
    return Phrase(*(said.into(lang).format(name=person.full_name) for lang in LANGUAGES))


def _seen(draft: PaperDraft, since: Since | None) -> int | None:
    """The version that the reader saw last, where a later one stands."""
    if since is None:
        return None
    last = draft.versions.filter(written_at__lte=since.at).aggregate(last=Max("version"))["last"]
    return last if last is not None and last < draft.version else None


_YOU_AGREE = Phrase(
    "Кезек сізде: жобаны келісіңіз немесе ескертумен қайтарыңыз.",
    "Ваша очередь: согласуйте проект или верните с замечанием.",
    "It is your turn: agree the draft or return it with a remark.",
)
_AGREES = Phrase("Қазір келісетін адам: {name}.", "Сейчас согласует: {name}.", "Agrees now: {name}.")
_YOU_SIGN = Phrase(
    "Жоба сіздің қолыңызды күтуде: оқып, қол қойыңыз немесе қайтарыңыз.",
    "Проект ждёт вас: прочтите и подпишите или верните.",
    "The draft waits for you: read and sign it, or return it.",
)
_SIGNS = Phrase("Қол қоюы тиіс адам: {name}.", "Ждёт подписи: {name}.", "Waits for the signature of {name}.")
_WRITES = Phrase(
    "Жобаны аяқтап, келісуге немесе қол қоюға жіберіңіз.",
    "Закончите проект и направьте на согласование или на подпись.",
    "Finish the draft and send it for agreement or for signing.",
)
_RETURNED = Phrase(
    "Жоба ескертумен қайтарылды: түзетіп, қайта жіберіңіз.",
    "Проект возвращён с замечанием: исправьте и направьте снова.",
    "The draft came back with a remark: mend it and send it again.",
)
_AGREED = Phrase(
    "Жоба келісілді: қол қоюға жіберіңіз.",
    "Проект согласован: направьте на подпись.",
    "It is agreed: send it for signing.",
)
_AUTHOR = Phrase("Жоба авторда: {name}.", "Проект у автора: {name}.", "The draft is with its author, {name}.")
_COMMENTS = Phrase(
    "Жауап күткен пікірлер: № {numbers}.",
    "Ждут вашего ответа замечания: № {numbers}.",
    "Comments wait for you: {numbers}.",
)
_WHOLE = Phrase("бүкіл жоба", "весь проект", "the whole draft")


def draft_texts(draft: PaperDraft, lang: Lang) -> list[tuple[Phrase, str]]:
    """Return what a draft says part by part, each under its title."""
    if draft.paper == ANSWER:
        return texts_of(draft.contents, lang)
    return parts_told(draft.paper, draft.contents, lang)


def chosen_in(draft: PaperDraft) -> list[tuple[Phrase, Phrase]]:
    """Return what was chosen from a list in the form of a draft that is no answer, each with its title."""
    rows = ((asked, draft.contents.get(name, "")) for name, asked in _choices(draft.paper).items())
    return [(asked.label, dict(asked.choices)[said]) for asked, said in rows if said in dict(asked.choices)]


def changed_since(draft: PaperDraft) -> list[Part]:
    """Return how a draft differs from its version before; empty for the first version."""
    before = draft.versions.filter(version=draft.version - 1).first()
    if before is None:
        return []
    return compared_paper(draft.paper, before.contents, draft.contents, _choices(draft.paper))


def _choices(paper: str) -> Mapping[str, Asked]:
    return {} if paper == ANSWER else WRITTEN[paper].choices


@for_staff
@require_safe
def versions(request: StaffRequest, number: str) -> HttpResponse:
    """Show the versions of a draft and how two of them differ: `from` and `to`, else the last two."""
    case = case_or_404(number, request.actor)
    draft = case.facts
    if not isinstance(draft, PaperDraft):
        raise Http404
    log_look(request, case)
    rows = list(draft.versions.select_related("person").order_by("-version"))
    known = {row.version: row for row in rows}
    new = _asked(request, "to", known, draft.version)
    old = _asked(request, "from", known, max(new - 1, min(known)))
    context = {
        "case": case,
        "draft": draft,
        "versions": rows,
        "choices": [(str(row.version), _version_told(row)) for row in rows],
        "old": known[old],
        "new": known[new],
        "parts": compared_paper(draft.paper, known[old].contents, known[new].contents, _choices(draft.paper)),
    }
    return page(request, "workplace/versions.html", context)


def _version_told(row: DraftVersion) -> Phrase:
    return Phrase(*(_VERSION.into(lang).format(number=row.version) for lang in LANGUAGES))


_VERSION = Phrase("{number}-нұсқа", "версия {number}", "version {number}")


def _asked(request: StaffRequest, name: str, known: dict[int, DraftVersion], otherwise: int) -> int:
    """Which version is asked for; one that is not there is answered by the usual one."""
    found = number_in(request.GET.get(name, ""))
    return found if found in known else otherwise
