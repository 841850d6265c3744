"""What the steps of a hearing ask, keep and issue, and its clocks. Source: 29I.43-45; APPK 66, 73, 74; R36."""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.hearing.forms import (
    ORAL,
    VIDEO,
    WAYS,
    WRITTEN,
    AppointOral,
    AskOral,
    DecideRemarks,
    DrawRecord,
    Objection,
    OfferHearing,
    OmitHearing,
    ReadRecord,
    Received,
    Remarks,
)
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.hearing.models import Hearing, HearingOmitted
from nadzor.appeals.hearing.rules import (
    notice_by,
    require_in_term,
)
from nadzor.appeals.rights import (
    EXECUTOR_OR_KEEPER,
)
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import Notify, made_by
from nadzor.casework.forms import Form, typed_lines
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Clock, Guard, Right, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import applicant_of, language_of

OBJECTING = Clock("objecting", Phrase("Қарсылық білдіру", "Возражение участника", "Objection"), ("APPK.73.3",))
RECORDING = Clock("recording", Phrase("Хаттама жасау", "Составление протокола", "Making of the record"), ("APPK.74.2",))
REMARKING = Clock("remarking", Phrase("Хаттамаға ескерту", "Замечания на протокол", "Remarks"), ("APPK.74.4",))
POINTS = ("29I.43", "APPK.73")
RECORD = ("29I.45", "APPK.74")

SPEAKS = Right(
    "participant_or_staff",
    Phrase(
        "қатысушы порталда немесе оның айтқанын тіркейтін қызметкер",
        "участник на портале или работник, который регистрирует поступившее от него",
        "the participant on the portal, or the employee who enters what came",
    ),
    lambda actor, case, form: actor.is_house or EXECUTOR_OR_KEEPER.test(actor, case, form),
)


def invited(case: Case, data: OfferHearing, lang: Language) -> dict[str, Any]:  # noqa: ARG001
    """Return what the invitation says."""
    when = f"{day_text(data.on, lang)}, {data.hour}" if data.hour else day_text(data.on, lang)
    by_writing = _BY_WRITING.into(lang)
    return {
        "when": when,
        "where": data.place or by_writing,
        "way": WAYS[data.way].into(lang),
        "act_day": data.act_day,
        "preliminary": data.preliminary,
    }


_BY_WRITING = Phrase("жазбаша, портал немесе пошта арқылы", "письменно, через портал или почту", "in writing")


@dataclass(frozen=True)
class OpenHearing:
    """Open the hearing once its days stand in their order."""

    def apply(self, case: Case, data: OfferHearing, change: Change) -> None:
        """Open the child. Raises Invalid for days out of order, or an oral hearing without place and hour."""
        if not case.happened_on < data.on <= data.act_day:
            raise invalid(on=_DAYS)
        last = notice_by(data.act_day)
        if case.happened_on > last:
            raise invalid(act_day=with_day(_TOO_SOON, last))
        if data.way != WRITTEN and not (data.hour and data.place):
            raise invalid(**{("place" if data.hour else "hour"): _WHERE})
        child = open_child(case, "hearing", data.model_dump(), change)
        change.entry_data["hearing"] = child.row.number


_DAYS = Phrase(
    "Тыңдау ертеңнен бастап, акт күнінен кешіктірмей өтеді.",
    "Заслушивание – не раньше завтрашнего дня и не позже дня принятия акта.",
    "The hearing is tomorrow at the soonest and not after the day of the act.",
)
_TOO_SOON = Phrase(
    "Тым ерте: мұндай күн үшін {day} дейін хабарлау керек еді. Акт қабылданғанға дейін үш жұмыс күні қалуы тиіс.",
    "Слишком рано: для такого дня уведомить надо было по {day}. До принятия акта должно пройти три рабочих дня.",
    "Too soon: the notice for such a day was due by {day}. Three working days must pass before the act.",
)
_WHERE = Phrase(
    "Ауызша тыңдаудың уақыты мен орнын жазыңыз.",
    "Укажите час и место устного заслушивания.",
    "Give the hour and the place of an oral hearing.",
)


def opened(form: OfferHearing, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    """Return the opening of a hearing."""
    appeal = parent_of(ground, "way")
    said = form.model_dump()
    facts = {**said, "oral": form.way != WRITTEN, "language": language_of(appeal), "version": appeal.row.version}
    told = {"way": form.way, "on": form.on.isoformat(), "act_day": form.act_day.isoformat()}
    return child_of(appeal, Hearing, facts, told, words=form.preliminary)


@dataclass(frozen=True)
class KeepOmitted:
    """Keep why no hearing is held, and who has said so."""

    def apply(self, case: Case, data: OmitHearing, change: Change) -> None:
        """Write the row. Raises Invalid for an act that is needed at once without reasons."""
        if data.ground == "at_once" and not data.reasons:
            raise invalid(reasons=_SAY_WHY)
        change.insert(
            HearingOmitted,
            appeal_id=case.row.pk,
            version=case.row.version,
            ground=data.ground,
            reasons=data.reasons,
            person_id=made_by(case),
            omitted_on=case.happened_on,
        )


_SAY_WHY = Phrase(
    "Акт неге дереу қажет екенін жазыңыз: бұл актіде де көрсетіледі.",
    "Напишите, почему акт нужен немедленно: это указывают и в акте.",
    "Say why the act is needed at once: the act states it too.",
)


@dataclass(frozen=True)
class KeepReceived:
    """Keep when and by which way the preliminary decision came."""

    def apply(self, case: Case, data: Received, change: Change) -> None:
        """Write the row. Raises Invalid for a day before the notice or to come."""
        require_in_term(case, "", "received_on", data.received_on, case.row.registered_on)
        change.update(Hearing, case.row.pk, received_on=data.received_on, told_by=data.told_by)


@dataclass(frozen=True)
class KeepObjection:
    """Keep what the participant says."""

    def apply(self, case: Case, data: Objection, change: Change) -> None:
        """Write the row. Raises Invalid for a day outside the term."""
        require_in_term(case, OBJECTING.name, "came_on", data.came_on, case.facts.received_on)
        change.update(Hearing, case.row.pk, objection=data.text, objected_on=data.came_on)


@dataclass(frozen=True)
class KeepAsked:
    """Keep that the participant asks for an oral hearing."""

    def apply(self, case: Case, data: AskOral, change: Change) -> None:
        """Write the row. Raises Invalid for a day outside the term."""
        require_in_term(case, OBJECTING.name, "came_on", data.came_on, case.facts.received_on)
        change.update(Hearing, case.row.pk, oral=True, objection=data.text, objected_on=data.came_on)


@dataclass(frozen=True)
class KeepOral:
    """Appoint the oral hearing that the participant has asked for."""

    def apply(self, case: Case, data: AppointOral, change: Change) -> None:
        """Write the row. Raises Invalid for a day that is over or after that of the act."""
        if not case.happened_on <= data.on <= case.facts.act_day:
            raise invalid(on=with_day(_BY_THE_ACT, case.facts.act_day))
        way = VIDEO if data.video else ORAL
        change.update(Hearing, case.row.pk, way=way, on=data.on, hour=data.hour, place=data.place)


_BY_THE_ACT = Phrase(
    "Бүгіннен бастап, акт күнінен кешіктірмей: {day}.",
    "Не раньше сегодняшнего дня и не позже дня акта: {day}.",
    "Not before today and not after the day of the act: {day}.",
)


def appointed(case: Case, data: AppointOral, lang: Language) -> dict[str, Any]:
    """Return what the invitation to the oral hearing says."""
    return {
        "when": f"{day_text(data.on, lang)}, {data.hour}",
        "where": data.place,
        "way": WAYS[VIDEO if data.video else ORAL].into(lang),
        "act_day": case.facts.act_day,
        "preliminary": case.facts.preliminary,
    }


def applicant_of_parent(case: Case, data: Any, lang: Language) -> tuple[str, str]:
    """Return the applicant of the appeal that is heard, and where letters go."""
    return applicant_of(case.parent or case, data, lang)


@dataclass(frozen=True)
class TellApplicant:
    """Owe the applicant of the appeal a notice of the hearing."""

    template: str
    to: str = "applicant"

    def apply(self, case: Case, data: AppointOral, change: Change) -> None:
        """Collect the row: it hangs on the appeal, which the applicant follows."""
        said = {"on": data.on.isoformat(), "hour": data.hour, "place": data.place}
        Notify("applicant", self.template, lambda _case, _data: said).apply(case.parent or case, data, change)


@dataclass(frozen=True)
class KeepAbsent:
    """Keep that the participant was invited and did not come: the act may be made (APPK 73)."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the row."""
        change.update(Hearing, case.row.pk, absent=True)


def _is_oral(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not case.facts.oral:
        return no(_IN_WRITING, *POINTS)
    return YES if case.facts.on <= case.happened_on else no(with_day(_NOT_YET, case.facts.on), *POINTS)


_IN_WRITING = Phrase(
    "Тыңдау жазбаша өтеді: қатысушы ауызша тыңдауды сұрамаған.",
    "Заслушивание письменное: об устном участник не просил.",
    "The hearing is in writing: the participant has not asked for an oral one.",
)
_NOT_YET = Phrase(
    "Тыңдау {day} күніне белгіленген.", "Заслушивание назначено на {day}.", "The hearing is appointed for {day}."
)
IS_ORAL = Guard("oral_and_today", _is_oral)


@dataclass(frozen=True)
class KeepHeld:
    """Keep the day of the hearing."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the row."""
        change.update(Hearing, case.row.pk, held_on=case.happened_on)


def recorded(case: Case, data: DrawRecord, lang: Language) -> dict[str, Any]:
    """Return what the record says."""
    present = typed_lines(data.present)
    held = day_text(case.facts.held_on, lang)
    return {
        "where": data.where,
        "began": f"{held}, {data.began}",
        "ended": data.ended,
        "official": data.official,
        "secretary": data.secretary,
        "present": present,
        "question": data.question,
        "course": data.course,
    }


@dataclass(frozen=True)
class HoursFit:
    """A hearing ends after it began, and who presided did not write the record alone."""

    def apply(self, case: Case, data: DrawRecord, change: Change) -> None:  # noqa: ARG002
        """Raise Invalid for hours out of order, or one person in both parts."""
        if data.ended <= data.began:
            raise invalid(ended=_HOURS)
        if data.official.casefold() == data.secretary.casefold():
            raise invalid(secretary=_TWO_PEOPLE)


_HOURS = Phrase("Аяқталуы басталуынан кейін болады.", "Окончание – позже начала.", "It ends after it began.")
_TWO_PEOPLE = Phrase(
    "Хаттамаға төраға мен хатшы қол қояды: олар екі адам.",
    "Протокол подписывают председательствующий и секретарь: это два человека.",
    "Who presides and the secretary sign the record: they are two people.",
)


@dataclass(frozen=True)
class KeepRead:
    """Keep when the record was read."""

    def apply(self, case: Case, data: ReadRecord, change: Change) -> None:
        """Write the row. Raises Invalid for a day before the hearing or to come."""
        require_in_term(case, "", "read_on", data.read_on, case.facts.held_on)
        change.update(Hearing, case.row.pk, read_on=data.read_on)


@dataclass(frozen=True)
class KeepRemarks:
    """Keep remarks on the record."""

    def apply(self, case: Case, data: Remarks, change: Change) -> None:
        """Write the row. Raises Invalid for a day outside the term."""
        require_in_term(case, REMARKING.name, "came_on", data.came_on, case.facts.read_on)
        change.update(Hearing, case.row.pk, remarks=data.text)


@dataclass(frozen=True)
class KeepDecided:
    """Keep what was decided on the remarks."""

    def apply(self, case: Case, data: DecideRemarks, change: Change) -> None:
        """Write the row."""
        change.update(Hearing, case.row.pk, decided=data.decision)
