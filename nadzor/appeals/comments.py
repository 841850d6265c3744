"""Comments on a version of a draft: written by those of its chain, answered by its author, settled by who wrote them.

A draft goes to be signed when no comment is left without an answer. Source: 29I.33.2 (those who prepare the answer
together), 29I.85 (it is prepared with reasons).
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.models import PaperDraft
from nadzor.appeals.paper_models import DraftComment
from nadzor.appeals.parts import part_titles
from nadzor.casework.case import Case
from nadzor.casework.effects import made_by
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import YES, Guard, Right, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor


class Comment(Form):
    """A comment on a part of the draft, or on the whole."""

    part: Annotated[
        Text,
        Asked(
            Phrase("Жобаның бөлігі", "Часть проекта", "Part of the draft"),
            Phrase("Бүкіл жобаға болса, таңдамаңыз.", "Если ко всему проекту, не выбирайте.", "None: the whole draft."),
            widget="part",
        ),
        Field(max_length=30),
    ] = ""
    text: Annotated[
        Text,
        Asked(Phrase("Пікір", "Замечание", "Comment"), widget="text"),
        Field(min_length=1, max_length=3000),
    ]


_WHICH = Asked(Phrase("Қай пікір", "Какое замечание", "Which comment"), widget="comment")


class AnswerComment(Form):
    """What the author answers to a comment."""

    comment: Annotated[int, _WHICH]
    answer: Annotated[
        Text,
        Asked(
            Phrase("Жауап", "Ответ", "Answer"),
            Phrase(
                "Не түзетілді немесе неге ескерілмеді.",
                "Что исправлено или почему не учтено.",
                "What was mended, or why not.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=3000),
    ]


class SettleComment(Form):
    """Which comment is settled."""

    comment: Annotated[int, _WHICH]


def _comments(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    draft: PaperDraft = case.facts
    named = {*draft.agreers, draft.signatory_id, *case.executors()} - {case.row.executor_id}
    return bool(actor.posts_in(case.body.id)) and actor.person_id in named


COMMENTER = Right(
    "commenter",
    Phrase(
        "жобаны келісетін немесе оған қол қоятын адам",
        "тот, кто согласует проект или подписывает его",
        "whoever agrees the draft or is to sign it",
    ),
    _comments,
    ("29I.33.2",),
)


def comments_of(draft: PaperDraft) -> list[DraftComment]:
    """Return the comments on a draft, in their order."""
    return list(draft.comments.select_related("person").order_by("number"))


def waiting(comment: DraftComment) -> bool:
    """Whether a comment waits: neither answered nor settled."""
    return comment.answered_at is None and comment.settled_at is None


def _all_answered(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    left = [str(each.number) for each in comments_of(case.facts) if waiting(each)]
    if not left:
        return YES
    told = Phrase(*(_LEFT.into(lang).format(numbers=", ".join(left)) for lang in LANGUAGES))
    return no(told, "29I.33.2")


_LEFT = Phrase(
    "Жауапсыз қалған пікірлер бар: № {numbers}. Оларға жауап беріңіз.",
    "Замечания без ответа: № {numbers}. Ответьте на них.",
    "Comments without an answer: No. {numbers}. Answer them.",
)
COMMENTS_ANSWERED = Guard("comments_answered", _all_answered)


def _some(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    left = any(each.settled_at is None for each in comments_of(case.facts))
    return YES if left else no(_NO_COMMENTS, "29I.33.2")


_NO_COMMENTS = Phrase(
    "Бұл жобаға шешілмеген пікір жоқ.",
    "К этому проекту нет неснятых замечаний.",
    "There is no comment on this draft that is not settled.",
)
SOME_COMMENT = Guard("some_comment", _some)


@dataclass(frozen=True)
class KeepComment:
    """Keep a comment on the version that stands."""

    def apply(self, case: Case, data: Comment, change: Change) -> None:
        """Write the comment with its number. Raises Invalid for a part that the draft has not."""
        draft: PaperDraft = case.facts
        if data.part and data.part not in part_titles(draft.paper):
            raise invalid(part=_NO_PART)
        number = draft.comments.count() + 1
        change.insert(
            DraftComment,
            draft_id=case.row.pk,
            number=number,
            version=draft.version,
            part=data.part,
            text=data.text,
            person_id=made_by(case),
            written_at=case.at,
        )
        change.entry_data.update(version=draft.version, comment=number)


@dataclass(frozen=True)
class KeepAnswer:
    """Keep what the author answers to a comment; a later answer stands in place of an earlier one."""

    def apply(self, case: Case, data: AnswerComment, change: Change) -> None:
        """Write the answer. Raises Invalid for a comment that is not there or is settled."""
        found = _open_one(case, data.comment)
        change.update(DraftComment, found.pk, answer=data.answer, answered_at=case.at)


@dataclass(frozen=True)
class Settle:
    """Mark a comment as settled."""

    def apply(self, case: Case, data: SettleComment, change: Change) -> None:
        """Write when. Raises Invalid for a comment that is not there, is settled, or is somebody else's."""
        found = _open_one(case, data.comment)
        if found.person_id != made_by(case):
            raise invalid(comment=_NOT_YOURS)
        change.update(DraftComment, found.pk, settled_at=case.at)


def _open_one(case: Case, number: int) -> DraftComment:
    found = next((each for each in comments_of(case.facts) if each.number == number), None)
    if found is None or found.settled_at is not None:
        raise invalid(comment=_NO_SUCH)
    return found


_NO_PART = Phrase(
    "Жобада мұндай бөлік жоқ. Тізімнен таңдаңыз.",
    "Такой части в проекте нет. Выберите из списка.",
    "The draft has no such part. Choose from the list.",
)
_NO_SUCH = Phrase(
    "Мұндай ашық пікір жоқ. Тізімнен таңдаңыз.",
    "Такого открытого замечания нет. Выберите из списка.",
    "There is no such open comment. Choose from the list.",
)
_NOT_YOURS = Phrase(
    "Пікірді оны жазған адам ғана шешілді деп белгілейді.",
    "Замечание снимает тот, кто его написал.",
    "A comment is settled by whoever wrote it.",
)


__all__ = [
    "COMMENTER",
    "COMMENTS_ANSWERED",
    "SOME_COMMENT",
    "AnswerComment",
    "Comment",
    "KeepAnswer",
    "KeepComment",
    "Settle",
    "SettleComment",
    "comments_of",
    "waiting",
]


_SHOWN = 60  # letters of a comment in a list


def comment_choices(case: Case) -> tuple[tuple[str, Phrase | str], ...]:
    """Return the comments that are not settled, by number with their first words."""
    if not isinstance(case.facts, PaperDraft):
        return ()
    return tuple(
        (str(each.number), f"№ {each.number}, {each.person.short_name}: {_begin(each)}")
        for each in comments_of(case.facts)
        if each.settled_at is None
    )


def _begin(comment: DraftComment) -> str:
    text = " ".join(comment.text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
