"""What must be true of appeals beyond the questions of the kernel: texts are those that the journal has sealed."""

import hashlib
from collections.abc import Iterator

from django.db.models import F, OuterRef, Subquery

from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.casework.integrity import Fault, asks
from nadzor.casework.models import Entry
from nadzor.law.words import Phrase

_CURE = Phrase(
    "Мәтінді сақтық көшірмеден салыстырып, қауіпсіздік қызметіне хабарлаңыз.",
    "Сверьте с резервной копией и сообщите службе безопасности.",
    "Compare with a backup and tell the security officer.",
)
_TEXT = Phrase(
    "мәтін тіркелгендегіден өзгеше", "текст не тот, что был зарегистрирован", "the text is not the one registered"
)
_ANSWER = Phrase("жауап жіберілгеннен өзгеше", "ответ не тот, что был отправлен", "the answer is not the one sent")


@asks
def texts() -> Iterator[Fault]:
    """The text of an appeal is the one whose digest its first entry has sealed; erased entries seal no text."""
    first = Entry.objects.filter(proceeding=OuterRef("pk"), proceeding_version=1, data__isnull=False)
    rows = Appeal.objects.order_by("pk").annotate(sealed=Subquery(first.values("data__text_sha256")[:1]))
    for number, text, digest, sealed in rows.values_list(
        "proceeding__number", "text", "text_digest", "sealed"
    ).iterator(500):
        found = hashlib.sha256(text.encode())
        if found.digest() != bytes(digest) or (sealed is not None and found.hexdigest() != sealed):
            yield Fault("text", number, _TEXT, _CURE)


@asks
def answers() -> Iterator[Fault]:
    """Each answer is the one whose digest its entry has sealed, and the last one is what the appeal shows."""
    entry = Entry.objects.filter(
        proceeding=OuterRef("appeal"), proceeding_version=OuterRef("version"), data__isnull=False
    )
    rows = (
        AnswerGiven.objects.order_by("appeal", "version")
        .annotate(sealed=Subquery(entry.values("data__text__sha256")[:1]), number=F("appeal__proceeding__number"))
        .values_list("number", "text", "sealed")
    )
    for number, text, sealed in rows.iterator(500):
        if sealed is not None and hashlib.sha256(text.encode()).hexdigest() != sealed:
            yield Fault("answer", number, _ANSWER, _CURE)
    last = AnswerGiven.objects.filter(appeal=OuterRef("pk")).order_by("-version")
    shown = (
        Appeal.objects.exclude(answer="").annotate(given=Subquery(last.values("text")[:1])).exclude(given=F("answer"))
    )
    for number in shown.order_by("pk").values_list("proceeding__number", flat=True).iterator(500):
        yield Fault("answer", number, _ANSWER, _CURE)
