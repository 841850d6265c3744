"""What an appeal must be before it is left unconsidered or its correspondence ended.

Source: 29I.2.11 with R13, 42, 57.2 (nameless); 29I.2.12, 57.1 (1) (a repeat of what was answered).
"""

from nadzor.appeals.ends.chain import Link, chain_of
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.law.o29.ending import is_simplified
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

FLAG = "anonymous"
"""Set when the appeal is registered (nadzor.law.o29.repeats.is_anonymous; 29I.2.11)."""


def is_nameless(case: Case) -> bool:
    """Whether an appeal stands as anonymous: the signature of who has named himself may have been brought since."""
    facts = (case.parent or case).facts
    if FLAG not in getattr(facts, "flags", ()):
        return False
    parties = (case.parent or case).parties
    named = any(each.role == "applicant" and each.full_name for each in parties)
    return not named or "signature" in facts.missing


def _nameless(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if is_nameless(case) else no(_HAS_AUTHOR, "29I.2.11")


_HAS_AUTHOR = Phrase(
    "Бұл жолданым анонимдік емес: авторы белгілі, қолтаңбасы бар.",
    "Это обращение не анонимное: автор известен, подпись есть.",
    "This appeal is not anonymous: its author is known and it is signed.",
)
IS_NAMELESS = Guard("is_nameless", _nameless)


def _may_be_considered(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_NOT_CONSIDERED, "29I.42.1", "29I.57.1") if is_nameless(case) else YES


_NOT_CONSIDERED = Phrase(
    "Анонимдік жолданым қаралмайды: қылмыс не қатер туралы болса, оны дереу қайта жіберіңіз, әйтпесе басшы бекіткен "
    "қорытынды бойынша қараусыз қалдырыңыз.",
    "Анонимное обращение не рассматривается: если оно о преступлении или угрозе, немедленно перенаправьте его, иначе "
    "оставьте без рассмотрения по заключению, утверждённому руководителем.",
    "An anonymous appeal is not considered: if it tells of a crime or a threat, redirect it at once; else leave it on "
    "a conclusion that the head has approved.",
)
NOT_NAMELESS = Guard("not_nameless", _may_be_considered)
"""The ban of point 42: no answer is drafted."""


def earlier_links(case: Case) -> tuple[Link, ...]:
    """Return the other appeals of the chain of this one, oldest first."""
    return tuple(each for each in chain_of(case.row.pk) if each.id != case.row.pk)


def _nothing_new(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """A repeat, by the simplified procedure, of what was answered."""
    if not is_simplified(case.row.kind):
        return no(_OTHER_KIND, "29I.57.1", "29I.58.1")
    if case.facts.repeat_of_id is None:
        return no(_NO_REPEAT, "29I.57.1", "29I.2.12")
    if not any(each.answered for each in earlier_links(case)):
        return no(_UNANSWERED, "29I.57.1")
    return YES


_OTHER_KIND = Phrase(
    "Хат алмасу хабар, ұсыныс, үн қосу және сұрау салу бойынша ғана тоқтатылады.",
    "Переписку прекращают только по сообщению, предложению, отклику и запросу.",
    "Correspondence is ended on messages, proposals, feedback and requests alone.",
)
_NO_REPEAT = Phrase(
    "Бұл жолданым қайталама деп белгіленбеген. Алдымен бұрынғысын көрсетіңіз.",
    "Обращение не отмечено как повторное. Сначала укажите прежнее.",
    "This appeal is not marked as a repeated one. First name the earlier one.",
)
_UNANSWERED = Phrase(
    "Бұрынғы жолданымдарға жауап берілмеген: хат алмасуды тоқтатуға болмайды.",
    "На прежние обращения ответа не было: прекратить переписку нельзя.",
    "The earlier appeals were not answered: correspondence may not be ended.",
)
REPEATS_THE_ANSWERED = Guard("repeats_the_answered", _nothing_new)
__all__ = ["FLAG", "IS_NAMELESS", "NOT_NAMELESS", "REPEATS_THE_ANSWERED", "earlier_links", "is_nameless"]
