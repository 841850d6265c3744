"""What must be true of appeals beyond the questions of the kernel: texts are those that the journal has sealed."""

import hashlib
from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from nadzor.appeals.models import AnswerGiven, Appeal, Dispatch
from nadzor.appeals.states import SIGNED, UNDER_REVIEW
from nadzor.casework.integrity import Fault, asks
from nadzor.casework.models import Entry, Proceeding, StoredFile
from nadzor.law.words import Phrase
from nadzor.papers.models import IssuedPaper

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
        other = bool(digest) and found.digest() != bytes(digest)  # an act of destruction empties both
        if other or (sealed is not None and found.hexdigest() != sealed):
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
    given = Coalesce(Subquery(last.values("text")[:1]), Value("", output_field=TextField()))
    shown = Appeal.objects.exclude(answer="").annotate(given=given).exclude(given=F("answer"))
    for number in shown.order_by("pk").values_list("proceeding__number", flat=True).iterator(500):
        yield Fault("answer", number, _ANSWER, _CURE)


@asks
def letters() -> Iterator[Fault]:
    """Each signed answer has its file among those of the case, and the power it was signed by."""
    entry = Entry.objects.filter(
        proceeding=OuterRef("proceeding"), proceeding_version=OuterRef("version"), data__isnull=False
    )
    file = StoredFile.objects.filter(proceeding=OuterRef("proceeding"), sha256=OuterRef("sha256"))
    rows = IssuedPaper.objects.filter(paper="answer").annotate(stands=Exists(entry), kept=Exists(file)).order_by("pk")
    for number, stands, kept, power in rows.values_list("number", "stands", "kept", "power").iterator(500):
        if stands and not kept:  # an erased entry seals nothing: its letter is gone by an act
            yield Fault("letter", number, _NO_LETTER, _CURE)
        if not all(power.get(name) for name in ("body", "post", "order", "point")):
            yield Fault("power", number, _NO_POWER, _CURE)


@asks
def signatures() -> Iterator[Fault]:
    """A signed appeal has its answer, an answer its signed draft, a dispatch its answer, an open draft its appeal."""
    given = AnswerGiven.objects.filter(appeal=OuterRef("pk"))
    signed = Proceeding.objects.filter(procedure="appeal", state=SIGNED).exclude(Exists(given))
    for number in _numbers(signed):
        yield Fault("signed", number, _NO_ANSWER, _CURE)
    counted = (
        IssuedPaper.objects.filter(paper="answer", corrects__isnull=True)
        .values("proceeding")
        .annotate(count=Count("pk"))
        .order_by()
    )
    drafts = Proceeding.objects.filter(procedure="answer_draft", state="signed").values("parent")
    made = {row["parent"]: row["count"] for row in drafts.annotate(count=Count("pk")).order_by()}
    without = [row["proceeding"] for row in counted.iterator(500) if made.get(row["proceeding"], 0) < row["count"]]
    for number in _numbers(Proceeding.objects.filter(pk__in=without)):
        yield Fault("draft", number, _NO_DRAFT, _CURE)
    lost = Dispatch.objects.filter(paper__isnull=False).exclude(paper__proceeding=F("proceeding__parent"))
    for number in _numbers(Proceeding.objects.filter(pk__in=lost.values("proceeding"))):
        yield Fault("dispatch", number, _NOTHING_SENT, _CURE)
    idle = Proceeding.objects.filter(procedure="answer_draft", open=True).exclude(parent__state=UNDER_REVIEW)
    for number in _numbers(idle):
        yield Fault("draft", number, _IDLE_DRAFT, _BY_STEP)


def _numbers(rows: QuerySet[Proceeding]) -> Iterator[str]:
    return rows.order_by("pk").values_list("number", flat=True).iterator(500)


_NO_LETTER = Phrase(
    "қол қойылған жауаптың файлы іс файлдарының арасында жоқ",
    "файла подписанного ответа нет среди файлов дела",
    "the file of the signed answer is not among those of the case",
)
_NO_POWER = Phrase(
    "қол қою өкілеттігі жазылмаған",
    "не записано полномочие подписавшего",
    "the power of who signed is not recorded",
)
_NO_ANSWER = Phrase(
    "қол қойылған күйде тұр, жауап жоқ", "состояние – подписан, а ответа нет", "it is signed, but there is no answer"
)
_NO_DRAFT = Phrase(
    "жауап бар, оған қол қойылған жоба жоқ",
    "ответ есть, а подписанного проекта нет",
    "there is an answer without a signed draft",
)
_NOTHING_SENT = Phrase(
    "жөнелту бар, жіберілген жауап жоқ", "отправка есть, а ответа нет", "there is a dispatch without an answer"
)
_IDLE_DRAFT = Phrase(
    "жолданым қаралып жатқан жоқ, жобасы ашық",
    "обращение не рассматривают, а проект открыт",
    "the appeal is not considered, but its draft is open",
)
_BY_STEP = Phrase(
    "Жобадан бас тартыңыз («withdraw» қадамы).",
    "Отзовите проект (шаг «withdraw»).",
    "Withdraw the draft (the step “withdraw”).",
)
