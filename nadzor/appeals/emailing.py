"""The answer by e-mail: signed, given to the mail server by the worker, and sent on the day the server accepts it.

Why a step of its own: the term ends on the day the answer is sent (29I.68.1), and until a server has accepted the
letter nothing is sent. So the appeal stays signed, its term runs, and the acceptance makes the step that ends it.

Who is answered so: whoever wrote by e-mail, and whoever gave no other address to answer to. For anybody else an answer
with its personal data would travel open through servers of strangers although nobody asked for that; they are told by
e-mail that there is an answer, and get it on the page, by post or by hand.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Literal

from django.db.models import Exists, OuterRef, Q
from pydantic import Field

from nadzor.appeals.dispatching import BY_EMAIL, Sent
from nadzor.appeals.models import AnswerGiven
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER, IMPORT
from nadzor.appeals.signing import SendOnPaper
from nadzor.appeals.states import ANSWERED, SIGNED
from nadzor.casework import mail
from nadzor.casework.case import Case
from nadzor.casework.delivery import ALIVE, Delivery
from nadzor.casework.delivery_steps import KeepOutcome, NoteDelivery
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Form, Nothing, Text
from nadzor.casework.models import Notice, StoredFile
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.o29.registration import Channel
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

_NO_ADDRESS = Phrase(
    "Өтініш берушінің электрондық мекенжайы жоқ не қате. Жауапты басқа жолмен жөнелтіңіз.",
    "У заявителя нет электронного адреса или он неверен. Отправьте ответ другим способом.",
    "The applicant has no e-mail address, or it is wrong. Send the answer by another way.",
)
_NOT_ASKED = Phrase(
    "Өтініш беруші электрондық пошта арқылы жүгінбеген және басқа мекенжай көрсеткен: жауабы бар хат ашық желімен "
    "жіберілмейді. Поштамен немесе қолма-қол жөнелтіңіз.",
    "Заявитель обратился не по электронной почте и дал другой адрес: письмо с ответом не отправляют по открытой сети. "
    "Отправьте почтой или нарочно.",
    "The applicant did not write by e-mail and gave another address: an answer is not sent over an open network. Send "
    "it by post or by hand.",
)
_ON_THE_WAY = Phrase(
    "Жауап электрондық поштамен жіберілуде. Сервер қабылдағанда жолданым өзі жөнелтілген болады.",
    "Ответ уже отправляется по электронной почте. Когда сервер его примет, обращение станет отвеченным само.",
    "The answer is being sent by e-mail already. When the server accepts it, the appeal becomes answered by itself.",
)


def _may_be_mailed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    party = next((each for each in case.parties if each.role == "applicant"), None)
    if party is None or not mail.is_address(party.email):
        return no(_NO_ADDRESS, "29I.68.1")
    if case.facts.channel != Channel.EMAIL and party.postal_address:
        return no(_NOT_ASKED, "29I.44")
    under_way = Notice.objects.filter(proceeding=case.row.pk, template=BY_EMAIL, failed_at__isnull=True)
    if any(each.data.get("version") == _version(case) and _alive(each) for each in under_way):
        return no(_ON_THE_WAY, "29I.68.1")
    return YES


def _alive(notice: Notice) -> bool:
    """Whether it is not planned yet or on its way."""
    return notice.delivered_at is None or Delivery.objects.filter(notice=notice, outcome__in=ALIVE).exists()


def mailed_among(appeals: Collection[int]) -> set[int]:
    """Return those appeals whose answer is on its way to the mail server: signed, and nothing more to do."""
    rows = Notice.objects.filter(proceeding__in=appeals, template=BY_EMAIL, failed_at__isnull=True)
    still = Exists(Delivery.objects.filter(notice=OuterRef("pk"), outcome__in=ALIVE))
    return set(rows.filter(Q(delivered_at__isnull=True) | Q(still)).values_list("proceeding", flat=True))


def _version(case: Case) -> int | None:
    """Which of the answers waits to be sent: the one that was signed last."""
    return AnswerGiven.objects.filter(appeal=case.row.pk).order_by("-version").values_list("version", flat=True).first()


MAY_BE_MAILED = Guard("may_be_mailed", _may_be_mailed)


def answer_of(notice: Notice) -> StoredFile | None:
    """Return the PDF that a letter carries: the answer that was signed, none where it has no file."""
    rows = AnswerGiven.objects.filter(appeal=notice.proceeding_id, version=notice.data.get("version"))
    row = rows.select_related("paper__file").first()
    return None if row is None else row.file


class Accepted(NoteDelivery):
    """The mail server has accepted the letter with the answer."""

    outcome: Literal["sent"] = "sent"
    reason: Annotated[Text, Field(max_length=500)] = ""


@dataclass(frozen=True)
class SentByEmail:
    """The answer is sent: the term ends, the dispatch book has it, the acceptance is its proof."""

    clock: Clock

    def apply(self, case: Case, data: Accepted, change: Change) -> None:
        """End the term and open the dispatch; mark the letter."""
        KeepOutcome().apply(case, data, change)
        SendOnPaper(self.clock).apply(case, Sent(way="email"), change)


def email_steps(consideration: Clock) -> tuple[Step, ...]:
    """Return the steps of an answer by e-mail."""
    return (
        Step(
            "send_by_email",
            Phrase(
                "Жауапты электрондық поштамен жіберу",
                "Отправить ответ по электронной почте",
                "Send the answer by e-mail",
            ),
            frozenset({SIGNED}),
            None,
            EXECUTOR_OR_KEEPER,
            needs=Nothing,
            guards=(MAY_BE_MAILED,),
            effects=(Notify("applicant", BY_EMAIL, lambda case, _data: {"version": _version(case)}),),
            cites=("29I.68.1", "29I.44"),
        ),
        Step(
            "email_accepted",
            Phrase(
                "Жауапты пошта сервері қабылдады", "Почтовый сервер принял ответ", "The mail server accepted the answer"
            ),
            frozenset({SIGNED}),
            ANSWERED,
            IMPORT,
            needs=Accepted,
            effects=(SentByEmail(consideration),),
            cites=("29I.68.1",),
            house=True,
        ),
    )


__all__ = ["MAY_BE_MAILED", "answer_of", "email_steps", "mailed_among"]
