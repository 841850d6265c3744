"""What is asked for when an appeal is registered, and in each later step. The shape of the API (api.md)."""

import datetime as dt
import hashlib
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic.config import ConfigDict

from nadzor.appeals.higher import ANSWERED_TITLES, OFFICIAL_TITLES, Official
from nadzor.appeals.senders import SENDER_TITLES
from nadzor.appeals.topics import AskedTopic, Topic
from nadzor.casework.files import MOST_FILES
from nadzor.casework.forms import Asked, Form, Text, say, title, wrong
from nadzor.law.facts import AnsweredBy, Authority, Kind, Outcome
from nadzor.law.o29.kinds import Governed
from nadzor.law.o29.registration import Channel
from nadzor.law.o29.repeats import RepeatReason, Signature
from nadzor.law.o29.requirements import Requirement
from nadzor.law.words import Phrase

LONGEST_TEXT = 200_000
LARGEST_INLINE_FILE = 1_048_576
LARGEST_ENCODED = -(-LARGEST_INLINE_FILE // 3) * 4  # letters of base64

say(
    "nobody_named",
    Phrase(
        "Адамның тегін немесе ұйымның атауын жазыңыз; жолданым аноним болса, кім жазғанын «аноним» деп көрсетіңіз.",
        "Назовите фамилию или организацию; если обращение анонимное, так и укажите, кто пишет: «анонимное».",
        "Give a surname or an organisation; for an anonymous appeal say so of who writes: “anonymous”.",
    ),
)
say(
    "no_members",
    Phrase("Топтың мүшелерін атаңыз.", "Назовите членов группы.", "Name the members of the group."),
)
say(
    "encoded_or_named",
    Phrase(
        "Файлды не id арқылы, не base64 мазмұнымен беріңіз.",
        "Дайте файл либо по id, либо содержимым в base64.",
        "Give a file either by its id or by its content in base64.",
    ),
)

Line = Annotated[Text, Field(max_length=300)]
Name = Annotated[Text, Field(max_length=100)]


class Applicant(Form):
    """Who writes. Nothing but a name is needed: article 63 asks for the rest "if any" or afterwards."""

    type: Literal["person", "organisation", "group", "anonymous"]
    iin: Annotated[Text, Field(max_length=20)] | None = None
    bin: Annotated[Text, Field(max_length=20)] | None = None
    surname: Name | None = None
    name: Line | None = None
    patronymic: Name | None = None
    postal_address: Annotated[Text, Field(max_length=500)] | None = None
    email: Annotated[Text, Field(max_length=254)] | None = None
    phone: Annotated[Text, Field(max_length=50)] | None = None
    contacts_confirmed: bool | None = (
        None  # signed: they are true, notice to them is enough (article 66); none: not asked
    )
    members: tuple["Applicant", ...] = Field(default=(), max_length=200)

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.type == "group" and not self.members:
            raise wrong("no_members")
        if self.type in {"person", "organisation"} and not (self.surname or self.name):
            raise wrong("nobody_named")
        return self


class ComplainedOf(Form):
    """Whose action is complained of."""

    body: Line | None = None
    post: Line | None = None
    name: Line | None = None


class Attachment(Form):
    """A file: uploaded before and named by its id, or small and encoded."""

    id: Annotated[Text, Field(max_length=36)] | None = None
    name: Annotated[Text, Field(max_length=255)] | None = None
    content_type: Annotated[Text, Field(max_length=100)] | None = None
    base64: Annotated[str, Field(max_length=LARGEST_ENCODED)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.id is None) == (self.base64 is None):
            raise wrong("encoded_or_named")
        return self


class Register(Form):
    """An appeal as it comes in (29I.23, 38-40)."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False)

    channel: Channel
    received_at: AwareDatetime
    language: Literal["kk", "ru", "en"] = "ru"
    kind: Kind | None = None
    topic: Topic | None = None
    addressed_to: Annotated[Text, Field(max_length=40)]
    applicant: Applicant
    representative: Applicant | None = None
    text: Annotated[Text, Field(min_length=1, max_length=LONGEST_TEXT)]
    demands: Annotated[Text, Field(max_length=LONGEST_TEXT)] | None = None
    complained_of: tuple[ComplainedOf, ...] = Field(default=(), max_length=50)
    sender: Authority | None = None
    report_due: bool = False
    external_id: Annotated[Text, Field(max_length=100)] | None = None
    signature_cms: Annotated[str, Field(max_length=100_000)] | None = None
    attachments: tuple[Attachment, ...] = Field(default=(), max_length=MOST_FILES)
    # what the registrar sees on the paper; left out: nobody was asked
    addressee: Line | None = None
    signature: Signature | None = None
    authority_document: bool | None = None
    also_missing: Annotated[tuple[Requirement, ...], Field(max_length=20)] | None = None
    repeat_of: Annotated[Text, Field(max_length=40)] | None = None
    repeat_reason: RepeatReason | None = None
    duplicate_of: Annotated[Text, Field(max_length=40)] | None = None
    governed_by: Governed | None = None
    # what raises it to a higher office or signature (29I.28-30, 88)
    control_by: Authority | None = None
    control_document: Line | None = None  # its letter: number and day
    control_until: dt.date | None = None
    answered_by: AnsweredBy | None = None
    contested_by: Official | None = None
    reception_of: Official | None = None
    readers: Annotated[tuple[int, ...], Field(max_length=20)] = ()  # named: the appeal is sealed for them (29I.61.5)


_EXECUTOR = Phrase("Орындаушы", "Исполнитель", "Executor")
_CO_EXECUTORS = Phrase("Қосалқы орындаушылар", "Соисполнители", "Co-executors")
KIND_TITLES: dict[str, Phrase] = {
    Kind.APPLICATION: Phrase("өтініш", "заявление", "application"),
    Kind.COMPLAINT: Phrase("шағым", "жалоба", "complaint"),
    Kind.MESSAGE: Phrase("хабар", "сообщение", "message"),
    Kind.PROPOSAL: Phrase("ұсыныс", "предложение", "proposal"),
    Kind.FEEDBACK: Phrase("үн қосу", "отклик", "feedback"),
    Kind.REQUEST: Phrase("сұрау салу", "запрос", "request for information"),
    Kind.PETITION: Phrase("өтінішхат", "ходатайство о принесении протеста", "petition for a protest"),
    Kind.INTERPELLATION: Phrase("депутаттық сауал", "депутатский запрос", "deputy’s interpellation"),
    Kind.DEPUTY_APPEAL: Phrase("депутаттың өтініші", "обращение депутата", "deputy’s appeal"),
}
OUTCOME_TITLES: dict[str, Phrase] = {
    Outcome.ANSWER: Phrase("мәні бойынша жауап беру", "дать ответ по существу", "answer on the merits"),
    Outcome.PERFORM_ACTION: Phrase(
        "әкімшілік әрекет жасау", "совершить административное действие", "perform an administrative action"
    ),
    Outcome.ADOPT_ACT: Phrase("әкімшілік акт қабылдау", "принять административный акт", "adopt an administrative act"),
    Outcome.CANCEL_ACT: Phrase("әкімшілік актінің күшін жою", "отменить административный акт", "cancel the act"),
    Outcome.CANCEL_AND_ADOPT: Phrase(
        "актінің күшін жойып, жаңасын қабылдау", "отменить акт и принять новый", "cancel the act and adopt another"
    ),
    Outcome.REFUSE: Phrase("қанағаттандырудан бас тарту", "отказать в удовлетворении", "refuse"),
    Outcome.TERMINATE: Phrase("рәсімді тоқтату", "прекратить процедуру", "terminate the procedure"),
    Outcome.LEAVE_WITHOUT_CONSIDERATION: Phrase(
        "қараусыз қалдыру", "оставить без рассмотрения", "leave without consideration"
    ),
    Outcome.SEND_DOWN: Phrase(
        "төмен тұрған прокуратураға жіберу", "направить в нижестоящую прокуратуру", "send to a lower office"
    ),
    Outcome.SEND_TO_BODY: Phrase("басқа органға жіберу", "направить в другой орган", "send to another body"),
    Outcome.TAKE_NOTE: Phrase("назарға алу", "принять к сведению", "take note"),
}

title({**KIND_TITLES, **OUTCOME_TITLES, **SENDER_TITLES, **ANSWERED_TITLES, **OFFICIAL_TITLES})


AskedKind = Annotated[
    Kind | None,
    Asked(
        Phrase("Жолданымның түрі", "Вид обращения", "Kind of appeal"),
        Phrase(
            "Түрі бұрын анықталмаса, таңдаңыз: мерзім содан есептеледі.",
            "Выберите, если вид ещё не определён: от него зависит срок.",
            "Choose if the kind is not decided yet: the term depends on it.",
        ),
        widget="choice",
        choices=tuple(KIND_TITLES.items()),
    ),
]
"""The kind of an appeal, asked of whoever passes it on while it is not decided."""


class Assign(Form):
    """Who considers the appeal (29I.26, 33)."""

    executor: Annotated[int, Asked(_EXECUTOR, widget="person")]
    co_executors: Annotated[tuple[int, ...], Asked(_CO_EXECUTORS, widget="people"), Field(max_length=20)] = ()
    kind: AskedKind = None
    topic: AskedTopic = None


class File(Form):
    """Closing: the matter is put to the file."""

    remark: Annotated[Text, Asked(Phrase("Белгі", "Отметка", "Remark"), widget="text"), Field(max_length=2000)] = ""


class GivePart(Form):
    """The information of a co-executor (29I.33.3)."""

    text: Annotated[
        Text,
        Asked(
            Phrase("Ақпарат", "Информация", "Information"),
            Phrase(
                "Жауапты орындаушыға толық мәлімет.",
                "Исчерпывающие сведения для ответственного исполнителя.",
                "Everything the executor in charge needs to know.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=50_000),
    ]


class Return(Form):
    """Why an appeal goes back to the applicant (29I.25.2); that one may file again is told beside it (29I.25.3)."""

    reason: Annotated[
        Text,
        Asked(
            Phrase("Қайтару себебі", "Основание возврата", "Reason of the return"),
            Phrase(
                "Қандай талап сақталмағанын жазыңыз.",
                "Напишите, какое требование не соблюдено.",
                "Say which requirement is not met.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=2000),
    ]


class MaterialsCame(Form):
    """What came in answer to a request."""

    received: Annotated[
        Text,
        Asked(Phrase("Не келіп түсті", "Что получено", "What came"), widget="text"),
        Field(min_length=1, max_length=20_000),
    ]


class Withdrawn(Form):
    """Why a request is no longer needed."""

    reason: Annotated[
        Text, Asked(Phrase("Себебі", "Причина", "Reason"), widget="text"), Field(min_length=1, max_length=2000)
    ]


def without_content(form: Register) -> dict[str, Any]:
    """Return what the journal seals of a registration: the facts, and of texts and files their digests.

    The digests of text and files are added by the step.
    """
    said = form.model_dump(
        mode="json",
        exclude_none=True,
        exclude={"text", "demands", "attachments", "signature_cms"},
    )
    long = {"demands": form.demands, "signature": form.signature_cms}
    return said | {f"{name}_sha256": hashlib.sha256(text.encode()).hexdigest() for name, text in long.items() if text}
