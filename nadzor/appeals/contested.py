"""Whose conclusions a decision rests on: never those alone of the lower prosecutor whose acts are contested (29I.61.3).

What was gathered is counted: answers to requests for materials, explanations, the parts of co-executors, what the
applicant has brought. Material comes from the contested where it was marked so, or where its giver bears the name of
somebody complained of who is a prosecutor or a prosecutor's office.
"""

from nadzor.appeals.models import Addition, Appeal, Called, Explanation, MaterialsRequest, Part
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form
from nadzor.casework.models import Proceeding
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.folding import folded

_PROSECUTION = folded("прокур")
_SHORT = 8  # letters of a name that says too little to be looked for inside another
ASKED = Asked(
    Phrase(
        "Бұл – әрекетіне шағым жасалған төмен тұрған прокурор",
        "Это нижестоящий прокурор, чьи действия обжалуются",
        "This is a lower prosecutor whose acts are contested",
    ),
    Phrase(
        "Тек оның қорытындысына негізделген шешім шығаруға болмайды.",
        "Решение нельзя принять только на основании его выводов.",
        "No decision may rest on his conclusions alone.",
    ),
    widget="flag",
)


def names_prosecutors(*said: str) -> bool:
    """Whether any of some words names a prosecutor or a prosecutor's office, in Kazakh or in Russian."""
    return any(_PROSECUTION in folded(each) for each in said)


def against_prosecutors(case: Case) -> bool:
    """Whether an appeal complains of a prosecutor's office: what it names, what was noted, a complaint matter in it."""
    facts: Appeal = case.facts
    said = [str(value) for each in facts.complained_of for value in each.values() if value]
    return bool(facts.contested_by) or names_prosecutors(*said) or any(_is_matter(each) for each in case.children)


def _is_matter(child: Proceeding) -> bool:
    return child.procedure == "complaint" and child.state != "annulled"


def is_contested(case: Case, *names: str) -> bool:
    """Whether somebody is a prosecutor or an office whose acts the appeal contests, by the names in the appeal."""
    said = [folded(each) for each in names if each]
    for one in (case.parent or case).facts.complained_of:
        kept = [folded(one[name]) for name in ("body", "name") if one.get(name)]
        if not names_prosecutors(*(str(value) for value in one.values() if value)):
            continue
        if any(_same(each, name) for each in kept for name in said):
            return True
    return False


def _same(kept: str, name: str) -> bool:
    return kept == name or (min(len(kept), len(name)) > _SHORT and (kept in name or name in kept))


def only_from_the_contested(case: Case) -> Verdict:
    """Refuse a decision while all that was gathered comes from the contested lower prosecutor. Source: 29I.61.3.

    Where nothing was gathered from him, or nothing at all, there is nothing to refuse.
    """
    appeal = (case.parent or case).facts
    if not isinstance(appeal, Appeal) or appeal.pk is None or not appeal.complained_of:
        return YES
    here = appeal.pk
    came = MaterialsRequest.objects.filter(proceeding__parent=here, proceeding__state="received")
    marks = list(Called.objects.filter(request__in=came.values("proceeding")).values_list("contested", flat=True))
    marks += [False] * (came.count() - len(marks))
    marks += Explanation.objects.filter(appeal=here).values_list("contested", flat=True)
    if not marks or not all(marks):
        return YES
    if Part.objects.filter(appeal=here).exists() or Addition.objects.filter(appeal=here).exists():
        return YES
    return no(_ONLY, "29I.61.3")


_ONLY = Phrase(
    "Барлық жиналған материал – әрекетіне шағым жасалған төмен тұрған прокурордың қорытындылары. Шешім тек соларға "
    "негізделмейді: басқа материалдар сұратыңыз немесе түсініктеме алыңыз.",
    "Всё, что собрано, – выводы нижестоящего прокурора, чьи действия обжалуются. Только на них решение не основывают: "
    "запросите другие материалы или возьмите объяснения.",
    "All that was gathered are conclusions of the lower prosecutor whose acts are contested. A decision may not rest "
    "on them alone: ask for other materials or take explanations.",
)


def _guard(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return only_from_the_contested(case)


NOT_ONLY_CONTESTED = Guard("not_only_contested", _guard)
