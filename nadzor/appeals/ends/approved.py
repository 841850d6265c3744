"""Conclusions that a leader approves before an appeal is left or its correspondence ended. Source: 29I.42.3, 58.1."""

from nadzor.appeals.ends.conditions import IS_NAMELESS, REPEATS_THE_ANSWERED
from nadzor.appeals.papers import ending
from nadzor.appeals.written import Written, declare_written
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.models import IssuedPaper

ANONYMOUS_CONCLUSION = declare_written(
    Written(
        ending.ANONYMOUS_CONCLUSION,
        draft=Phrase(
            "Анонимдік жолданым туралы қорытынды",
            "Заключение об анонимном обращении",
            "Conclusion on the anonymous one",
        ),
        begins=Phrase(
            "Анонимдік жолданым туралы қорытынды жазу",
            "Подготовить заключение об анонимном обращении",
            "Write a conclusion on the anonymous appeal",
        ),
        begun=Phrase(
            "Анонимдік жолданым туралы қорытынды жазылды",
            "Подготовлено заключение об анонимном обращении",
            "A conclusion on the anonymous appeal was written",
        ),
        points=("29I.42.3",),
        of_signature=("29I.42.3",),
        when=(IS_NAMELESS,),
    )
)
END_CONCLUSION = declare_written(
    Written(
        ending.END_CONCLUSION,
        draft=Phrase(
            "Хат алмасуды тоқтату туралы қорытынды",
            "Заключение о прекращении переписки",
            "Conclusion to end correspondence",
        ),
        begins=Phrase(
            "Хат алмасуды тоқтату туралы қорытынды жазу",
            "Подготовить заключение о прекращении переписки",
            "Write a conclusion to end correspondence",
        ),
        begun=Phrase(
            "Хат алмасуды тоқтату туралы қорытынды жазылды",
            "Подготовлено заключение о прекращении переписки",
            "A conclusion to end correspondence was written",
        ),
        points=("29I.58.1",),
        of_signature=("29I.58.1",),
        when=(REPEATS_THE_ANSWERED,),
    )
)


def approved_paper(case: Case, written: Written) -> IssuedPaper | None:
    """Return the conclusion that was approved in an appeal, the last of them."""
    return IssuedPaper.objects.filter(proceeding=case.row.pk, paper=written.name).order_by("-pk").first()


def approved_first(written: Written, why: Phrase) -> Guard:
    """Return the guard that an approved conclusion stands. `why`: what is said where it does not."""

    def test(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        return YES if approved_paper(case, written) is not None else no(why, *written.points)

    return Guard(f"{written.name}_approved", test)


__all__ = ["ANONYMOUS_CONCLUSION", "END_CONCLUSION", "approved_first", "approved_paper"]
