"""What must be true of deliveries: no letter hangs on the line, none failed unseen, none is proved by nothing."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from nadzor import clock
from nadzor.casework.delivery import ALIVE, FAILED, Delivery, Outcome
from nadzor.casework.integrity import Fault, asks
from nadzor.law.words import Phrase

_HANGS = Phrase(
    "хат бір тәуліктен бері жіберілу үстінде", "письмо отправляется больше суток", "a letter has been sent for a day"
)
_WORKER = Phrase(
    "«nadzor worker» жұмыс істеп тұрғанын тексеріңіз.",
    "Проверьте, работает ли «nadzor worker».",
    "Check that “nadzor worker” runs.",
)
_UNSEEN = Phrase(
    "хабарлама жеткізілмеді, бірақ тапсырма жоқ",
    "уведомление не доставлено, а задачи нет",
    "a notice was not delivered, and there is no task",
)
_NO_NUMBER = Phrase(
    "почтаға берілген хаттың нөмірі жоқ",
    "у письма, сданного на почту, нет номера",
    "a letter with the post has no number",
)
_TELL = Phrase(
    "Істі ашып, хабарламаны басқа жолмен жіберіңіз; себебін журналдан қараңыз.",
    "Откройте дело и отправьте уведомление другим способом; причину смотрите в журнале.",
    "Open the case and send the notice by another way; its journal shows why.",
)


@asks
def deliveries() -> Iterator[Fault]:
    """No letter is on the line for a day; what failed is a task or went by another way; the post gave a number."""
    hangs = Delivery.objects.filter(outcome=Outcome.SENDING, at__lt=clock.now() - dt.timedelta(days=1))
    yield from _faults("letter", hangs, _HANGS, _WORKER)
    another = Delivery.objects.filter(notice=OuterRef("notice"), main=True, outcome__in=ALIVE)
    failed = Delivery.objects.filter(main=True, outcome__in=FAILED, notice__failed_at__isnull=True)
    # an answer that could not be mailed and was sent on paper is settled by another notice
    unseen = failed.exclude(Exists(another)).exclude(notice__template="answer_by_email")
    yield from _faults("undelivered", unseen, _UNSEEN, _TELL)
    sent = (Outcome.SENT, Outcome.DELIVERED, Outcome.DECLINED, Outcome.RETURNED)
    yield from _faults(
        "tracking", Delivery.objects.filter(way="post", tracking="", outcome__in=sent), _NO_NUMBER, _TELL
    )


def _faults(name: str, rows: QuerySet[Delivery], what: Phrase, cure: Phrase) -> Iterator[Fault]:
    for number, template in rows.order_by("pk").values_list("notice__proceeding__number", "notice__template"):
        yield Fault(name, f"{number}/{template}", what, cure)
