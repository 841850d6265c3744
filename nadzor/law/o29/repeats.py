"""Primary, repeated, duplicate, anonymous: told from facts. Points 2.6, 2.10-2.12 of the Instruction; R13."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.o29.kinds import Definition
from nadzor.law.words import Phrase


class Standing(StrEnum):
    """How a submission stands to what the same person wrote before."""

    PRIMARY = "primary"
    REPEATED = "repeated"
    DUPLICATE = "duplicate"


class RepeatReason(StrEnum):
    """What makes a submission a repeated one: point 2.12."""

    CONTESTS = "contests"
    LATE = "late"
    FAULTS = "faults"


class Signature(StrEnum):
    """How a submission is signed: point 40."""

    OWN_HAND = "own_hand"
    EDS = "eds"
    NONE = "none"


STANDINGS: Mapping[Standing, Definition] = {
    Standing.PRIMARY: Definition(
        "29I.2.6",
        Phrase(
            "бұл мәселе осы прокуратурада бұрын қаралмаған",
            "вопрос раньше не рассматривался в этой прокуратуре",
            "the question has not been considered in this office before",
        ),
    ),
    Standing.REPEATED: Definition(
        "29I.2.12",
        Phrase(
            "сол адам сол мәселе бойынша қайта жазып, бұрынғы шешімге шағымданады, мерзім өтіп, жауап алмағанын "
            "хабарлайды немесе бұрынғы жолданымды қараудағы басқа кемшіліктерді көрсетеді",
            "то же лицо снова пишет о том же: обжалует прежнее решение, сообщает, что срок прошёл, а ответа нет, либо "
            "указывает на другие недостатки в рассмотрении прежнего",
            "the same person writes again on the same question: contests the earlier decision, says that the term has "
            "run out without an answer, or points to other faults in how the earlier one was considered",
        ),
    ),
    Standing.DUPLICATE: Definition(
        "29I.2.10",
        Phrase(
            "сол мәселе бойынша сол адамның мүддесіне берілген бұрынғы жолданымның мәтіні бірдей көшірмесі не данасы",
            "копия или экземпляр прежнего обращения по тому же вопросу и в интересах того же лица, текст тот же",
            "a copy or a further specimen of an earlier one on the same question and for the same person, with the "
            "same text",
        ),
    ),
}
ANONYMOUS = Definition(
    "29I.2.11",
    Phrase(
        "авторын анықтау мүмкін емес немесе қолтаңбасы жоқ",
        "автора нельзя установить или нет подписи",
        "its author cannot be established, or it has no signature",
    ),
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier submission of the same person.

    `decided`: it has an answer or another decision; `overdue`: its term ran out without one; `same_text`: the text is
    the same; `here`: it lies in the same office.
    """

    decided: bool
    overdue: bool
    same_text: bool = False
    here: bool = True


@dataclass(frozen=True, slots=True)
class Stands:
    """What a submission is, whether it is new to this office, and the points, most specific first."""

    standing: Standing
    new_here: bool
    cites: tuple[str, ...]


def fitting(earlier: Earlier) -> tuple[RepeatReason, ...]:
    """Return the reasons that the facts of an earlier submission bear out. Source: 29I.2.12."""
    reasons = {RepeatReason.CONTESTS: earlier.decided, RepeatReason.LATE: earlier.overdue and not earlier.decided}
    return tuple(reason for reason in RepeatReason if reasons.get(reason, True))


def stands(earlier: Earlier | None, reason: RepeatReason | None = None) -> Stands:
    """Return what a submission is beside an earlier one of the same person on the same question.

    Raises ValueError for a reason that the facts do not bear out, and where neither a reason nor the same text makes
    anything of the earlier one. Source: 29I.2.6 (counted for each office), 29I.2.10, 29I.2.12.
    """
    if earlier is None:
        return Stands(Standing.PRIMARY, new_here=True, cites=("29I.2.6",))
    if reason is not None:
        if reason not in fitting(earlier):
            raise ValueError(reason)
        new_here = not earlier.here
        return Stands(Standing.REPEATED, new_here, ("29I.2.12", "29I.2.6") if new_here else ("29I.2.12",))
    if earlier.same_text:
        return Stands(Standing.DUPLICATE, new_here=False, cites=("29I.2.10",))
    raise ValueError(earlier)


def is_anonymous(*, author_known: bool, signature: Signature | None) -> bool:
    """Whether a submission is anonymous.

    A missing address alone does not make it so (R13), nor does a signature that nobody asked about. Source: 29I.2.11.
    """
    return not author_known or signature is Signature.NONE
