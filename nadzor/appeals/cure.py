"""The request to cure an appeal: what it lacks, until when it may be mended, what came.

Source: 29I.25; what an appeal must say: 29I.39-40, APPK 63. When one that was not cured is returned: R27. What the
applicant sends by the code of the appeal is looked at by whoever asked for it; if it is not all, it is asked for anew.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from nadzor.appeals.additions import APPLICANT
from nadzor.appeals.checking import Attachments
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.models import Appeal, CureRequest
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER, LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.files import adopt
from nadzor.casework.forms import Asked, Form, Nothing, Text, wrong
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Clock, Guard, Procedure, State, Step, Tone, Verdict, declare, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import Kind
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

CURE = Clock(
    "cure", Phrase("Кемшіліктерді жою", "Устранение недостатков", "Mending of the appeal"), ("29I.25.1", "29I.25.2")
)
REQUIREMENTS: dict[str, Phrase] = {
    "full_name": Phrase("тегі, аты, бар болса әкесінің аты", "фамилия, имя, отчество (если есть)", "full name"),
    "organisation": Phrase("заңды тұлғаның атауы", "наименование юридического лица", "name of the legal entity"),
    "iin": Phrase("бар болса ЖСН немесе БСН", "ИИН или БИН, если он есть", "IIN or BIN, if there is one"),
    "postal_address": Phrase("пошталық мекенжай", "почтовый адрес", "postal address"),
    "addressee": Phrase("кімге жолданғаны", "кому адресовано", "to whom it is addressed"),
    "substance": Phrase("мәні", "суть обращения", "the substance"),
    "demands": Phrase("уәждер мен талаптар", "мотивы и требования", "motives and demands"),
    "officials": Phrase(
        "кімнің әрекетіне шағым жасалғаны", "чьи действия обжалуются", "whose actions are complained of"
    ),
    "signature": Phrase("қолтаңба", "подпись", "the signature"),
    "authority": Phrase("өкілдің өкілеттігі", "полномочия представителя", "authority of the representative"),
}
"""What an appeal must have (29I.39, 29I.40.1-40.3): the checklist of the registrar."""
OF_COMPLAINTS: dict[str, Phrase] = {
    "complaint_address": Phrase(
        "нақты тұратын жері (заңды тұлғаның орналасқан жері)",
        "место фактического проживания (нахождения юридического лица)",
        "address of actual residence (seat of a legal entity)",
    ),
    "complaint_body": Phrase(
        "актісіне, әрекетіне, әрекетсіздігіне шағым жасалған орган, лауазымды адам",
        "орган, должностное лицо, чьи акт, действие, бездействие обжалуются",
        "the body or official complained of",
    ),
    "complaint_circumstances": Phrase(
        "шағымға негіз болған мән-жайлар мен дәлелдер",
        "обстоятельства, на которых основана жалоба, и доказательства",
        "the circumstances and the evidence",
    ),
    "complaint_date": Phrase("шағым берілген күн", "дата подачи жалобы", "the day of the complaint"),
    "complaint_enclosed": Phrase(
        "қоса берілетін құжаттардың тізбесі", "перечень прилагаемых документов", "the list of what is enclosed"
    ),
}
"""What a complaint must have besides (29I.72; APPK 93, part 2)."""
REQUIREMENTS |= OF_COMPLAINTS

_MISSING = Phrase("Не жетіспейді", "Чего не хватает", "What is missing")


class AskToCure(Form):
    """Which requirements are not met, and until when the applicant may mend it (29I.25.1)."""

    missing: Annotated[
        tuple[str, ...], Asked(_MISSING, widget="several", choices=tuple(REQUIREMENTS.items())), Field(min_length=1)
    ]
    words: Annotated[
        Text,
        Asked(
            Phrase("Түсіндірме", "Пояснение", "Explanation"),
            Phrase(
                "Өтініш берушіге не жазу немесе не қоса беру керегі түсінікті болсын.",
                "Пусть заявителю будет ясно, что написать или приложить.",
                "Let it be clear to the applicant what to write or enclose.",
            ),
            widget="text",
        ),
        Field(max_length=2000),
    ] = ""
    due: Annotated[
        dt.date,
        Asked(
            Phrase("Жою мерзімі", "Устранить до", "To be mended by"),
            Phrase("Ақылға қонымды мерзім.", "Разумный срок.", "A reasonable time."),
            widget="day",
        ),
    ]


class Cured(Form):
    """What came, and which requirements are met now."""

    came: Annotated[
        Text,
        Asked(Phrase("Не келіп түсті", "Что поступило", "What came"), widget="text"),
        Field(min_length=1, max_length=20_000),
    ]


class Mends(Form):
    """What the applicant sends to mend the appeal: words, files, or both."""

    words: Annotated[
        Text,
        Asked(Phrase("Өтініш беруші не жазды", "Что написал заявитель", "What the applicant wrote"), widget="text"),
        Field(max_length=20_000),
    ] = ""
    attachments: Attachments = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.words or self.attachments):
            raise wrong("nothing_added")
        return self


def _opened(form: AskToCure, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    return child_of(  # its subject is the appeal's: what is missing is told by its titles, in the page's language
        parent_of(ground, "missing"),
        CureRequest,
        {"missing": list(form.missing), "words": form.words, "came": ""},
        {"missing": list(form.missing), "due": form.due.isoformat()},
        words=form.words,
    )


_OF_COMPLAINTS_ALONE = Phrase(
    "АППК 93-бабының талаптары тек шағымға қатысты.",
    "Требования статьи 93 АППК относятся только к жалобам.",
    "The requirements of article 93 are for complaints alone.",
)
_UNKNOWN = Phrase("Тізімнен таңдаңыз.", "Выберите из списка.", "Choose from the list.")
_PAST = Phrase(
    "Мерзім ертеңнен ерте болмауы керек: өтініш беруші үлгеруі тиіс.",
    "Не раньше завтрашнего дня: заявителю нужно успеть.",
    "Not before tomorrow: the applicant must be able to make it.",
)


@dataclass(frozen=True)
class OpenCure:
    """Open the request to cure as a child matter."""

    def apply(self, case: Case, data: AskToCure, change: Change) -> None:
        """Open the child. Raises Invalid for an unknown requirement, or a day that leaves no time.

        Where something came already that is not all, that request ends, and what did come is asked for no more.
        """
        if set(data.missing) - set(REQUIREMENTS):
            raise invalid(missing=_UNKNOWN)
        if case.row.kind != Kind.COMPLAINT and set(data.missing) & set(OF_COMPLAINTS):
            raise invalid(missing=_OF_COMPLAINTS_ALONE)
        if data.due <= case.happened_on:
            raise invalid(due=_PAST)
        for before in case.open_children("cure_request"):
            asked = CureRequest.objects.get(pk=before.pk).missing
            _met(case, [each for each in asked if each not in data.missing], change)
            in_child(case, before, "fall_short", Nothing(), change)
        child = open_child(case, "cure_request", data.model_dump(), change)
        change.entry_data["request"] = child.row.number


@dataclass(frozen=True)
class KeepWhatCame:
    """Keep what came, and take the requirements that are met off the appeal's list."""

    def apply(self, case: Case, data: Cured, change: Change) -> None:
        """Change the request and the appeal it belongs to."""
        change.update(CureRequest, case.row.pk, came="\n\n".join(each for each in (case.facts.came, data.came) if each))
        if case.parent is not None:
            _met(case.parent, case.facts.missing, change)


def _met(appeal: Case, met: Collection[str], change: Change) -> None:
    """Take requirements that are met off the list of an appeal."""
    facts: Appeal = appeal.facts
    left = [each for each in facts.missing if each not in met]
    flags = [each for each in facts.flags if each != "incomplete" or left]
    facts.missing, facts.flags = left, flags
    change.update(Appeal, appeal.row.pk, missing=left, flags=flags)


@dataclass(frozen=True)
class KeepSent:
    """Keep what the applicant sent; the files join those of the appeal, whose executor is told."""

    def apply(self, case: Case, data: Mends, change: Change) -> None:
        """Change the request. Raises Invalid for files of somebody else."""
        change.update(CureRequest, case.row.pk, came=data.words)
        if case.parent is None or case.act is None:
            return
        if data.attachments:
            adopt(data.attachments, case.act.actor.key_space, case.parent.row.pk, change)
        said = {"files": len(data.attachments)}
        Notify("applicant", "cure_came", lambda _case, _data: said).apply(case.parent, data, change)


def whom_to_tell(case: Case, _data: Any) -> tuple[int | None, ...]:
    """Who is told that something came: those who consider the appeal, before that who registered it."""
    if case.parent is None:
        return ()
    return tuple(case.parent.executors()) or (case.parent.row.registrar_id,)


@dataclass(frozen=True)
class CloseLapsed:
    """Close the request whose time has run out, with an entry of its own."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Make the step “lapse” in the child."""
        for child in case.open_children("cure_request"):
            in_child(case, child, "lapse", Nothing(), change)


def lapsed(case: Case) -> bool:
    """Whether a request to cure stands open whose day is over."""
    return any(child.next_due < case.happened_on for child in case.open_children("cure_request"))


def _has_lapsed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if lapsed(case) else no(_NOT_LAPSED, "29I.25.2")


_NOT_LAPSED = Phrase(
    "Жолданым кемшіліктерді жою сұралып, берілген мерзім өткеннен кейін ғана қайтарылады. Алдымен жоюды сұраңыз.",
    "Обращение возвращают, только если недостатки просили устранить и данное на это время прошло. Сначала попросите.",
    "An appeal is returned only after it was asked to be mended and the time given has passed. Ask for that first.",
)
CURE_LAPSED = Guard("cure_lapsed", _has_lapsed)


def _none_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    open_ones = [each for each in case.open_children("cure_request") if each.state == ASKED]
    if not open_ones:
        return YES
    number = open_ones[0].number
    return no(
        Phrase(
            f"Кемшіліктерді жою әлдеқашан сұралған: {number}.",
            f"Устранить недостатки уже просили: {number}.",
            f"The applicant has been asked already: {number}.",
        ),
        "29I.25.1",
    )


NO_OPEN_CURE = Guard("no_open_cure", _none_open)

ASKED, SENT, CAME, LAPSED, ANNULLED = "asked", "sent", "came", "lapsed", "annulled"
_STATES = (
    State(
        ASKED, Phrase("Өтініш берушіні күтеміз", "Ждём заявителя", "Waiting for the applicant"), Tone.WAIT, open=True
    ),
    State(
        SENT,
        Phrase("Өтініш беруші толықтырды, тексеру керек", "Заявитель дополнил, проверьте", "Sent by the applicant"),
        Tone.WORK,
        open=True,
    ),
    State(CAME, Phrase("Жойылды", "Устранено", "Mended"), Tone.DONE, open=False),
    State(LAPSED, Phrase("Жойылмады", "Не устранено", "Not mended"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Тіркеуі жойылды", "Аннулирован", "Annulled"), Tone.ENDED, open=False),
)

CURE_REQUEST = declare(
    Procedure(
        "cure_request",
        Phrase("Кемшіліктерді жою туралы сұрау", "Запрос об устранении недостатков", "Request to mend the appeal"),
        _STATES,
        (
            Step(
                "send",
                Phrase("Жоюды сұрау", "Попросить устранить", "Ask to mend"),
                frozenset(),
                ASKED,
                EXECUTOR_OR_KEEPER,
                needs=AskToCure,
                effects=(Start(CURE, due=lambda _case, data: data.due),),
                cites=("29I.25.1",),
                opens=_opened,
            ),
            Step(
                "applicant_mends",
                Phrase(
                    "Өтініш беруші толықтырды", "Заявитель дополнил обращение", "The applicant sent what was missing"
                ),
                frozenset({ASKED}),
                SENT,
                APPLICANT,
                needs=Mends,
                effects=(KeepSent(), Stop(CURE), Notify("executor", "cure_came", who=whom_to_tell)),
                cites=("29I.25.1",),
                house=True,
            ),
            Step(
                "fall_short",
                Phrase("Бәрі келмегенін белгілеу", "Отметить, что пришло не всё", "Note that not all came"),
                frozenset({SENT}),
                LAPSED,
                APPLICANT,
                effects=(CallOff(),),
                cites=("29I.25.1",),
                house=True,
            ),
            Step(
                "cured",
                Phrase("Жойылғанын белгілеу", "Отметить, что устранено", "Note that it is mended"),
                frozenset({ASKED, SENT}),
                CAME,
                EXECUTOR_OR_KEEPER,
                needs=Cured,
                effects=(KeepWhatCame(), Stop(CURE)),
                cites=("29I.25.1",),
                late=True,
            ),
            Step(
                "lapse",
                Phrase("Жойылмағанын белгілеу", "Отметить, что не устранено", "Note that it was not mended"),
                frozenset({ASKED}),
                LAPSED,
                EXECUTOR_OR_KEEPER,
                effects=(CallOff(),),
                cites=("29I.25.2",),
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({ASKED, SENT}),
                considered=frozenset({ASKED, SENT}),
                reopens=frozenset({CAME, LAPSED}),
                reopened_to=lambda _case: ASKED,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=CURE,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(CURE,),
        facts="cure_request",
    )
)
__all__ = [
    "CURE",
    "CURE_LAPSED",
    "CURE_REQUEST",
    "NO_OPEN_CURE",
    "REQUIREMENTS",
    "AskToCure",
    "CloseLapsed",
    "OpenCure",
    "lapsed",
]
