"""The complaint of an applicant by the code of the appeal: what may be contested, until when, and the step that files.

Source: 29I.71.1 (with whom, until when), 71.3 (a late one is taken), 72 (what it must hold: APPK 93, part 2). A page
asks `may_complain` what to offer and performs the step `applicant_complains` on the appeal; `filed_after` tells what
came of it. Whoever holds the code is the applicant.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from nadzor.appeals.checking import Attachments
from nadzor.appeals.complaint import COMPLAINT_CITES
from nadzor.appeals.states import ANSWERED, CLOSED
from nadzor.appeals.written import unsent_papers
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.loading import case_of
from nadzor.casework.models import Party, Proceeding
from nadzor.casework.opening import open_beside, open_child, read_track_code
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.contesting import last_day
from nadzor.complaints.models import Complaint
from nadzor.complaints.words import CHOOSE, NOT_YET, TABLE, WHAT
from nadzor.law.facts import Kind
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text
from nadzor.papers.declared import To
from nadzor.papers.issuing import title_of
from nadzor.papers.models import IssuedPaper

STEP = "applicant_complains"
INACTION, OTHER = "inaction", "other"
DECISIONS = (
    *("answer", "complaint_decision", "return_letter", "complaint_return", "leaving_notice", "termination_decision"),
    *("end_notice", "extension_notice", "control_notice", "petition_return", "late_petition_return"),
)
"""Papers for the applicant that decide something."""
_Long = Annotated[Text, Field(max_length=50_000)]


class Complain(Form):
    """A complaint as the applicant files it by the code (29I.72; APPK 93, part 2)."""

    act: Annotated[
        Text,
        Asked(
            Phrase("Неге шағымданасыз", "Что вы обжалуете", "What you contest"),
            Phrase(
                "Тізімнен таңдаңыз; басқа болса, төменде жазыңыз.",
                "Выберите из списка; если другое, напишите ниже.",
                "Choose from the list; if it is another, write it below.",
            ),
            widget="choice",
        ),
        Field(min_length=1, max_length=100),
    ]
    what: Annotated[
        Literal["decision", "act", "action", "inaction"],
        Asked(Phrase("Бұл не", "Что это", "What it is"), widget="choice", choices=tuple(WHAT.items())),
    ] = "action"
    content: Annotated[
        _Long,
        Asked(
            Phrase("Қысқаша мазмұны", "Краткое содержание", "In short"),
            Phrase("Тізімде жоқ акт, әрекет үшін.", "Для акта, действия не из списка.", "Of what is not in the list."),
            widget="text",
        ),
    ] = ""
    circumstances: Annotated[
        _Long,
        Asked(
            Phrase("Мән-жайлар мен дәлелдер", "Обстоятельства и доказательства", "Circumstances and evidence"),
            Phrase(
                "Немен келіспейсіз, неліктен және оны не растайды.",
                "С чем вы не согласны, почему и чем это подтверждается.",
                "What you disagree with, why, and what confirms it.",
            ),
            widget="text",
        ),
        Field(min_length=1),
    ]
    demands: Annotated[_Long, Asked(Phrase("Не сұрайсыз", "О чём просите", "What you ask for"), widget="text")] = ""
    official: Annotated[
        Text,
        Asked(
            Phrase(
                "Кімнің әрекетіне шағымданасыз",
                "На чьи действия вы жалуетесь",
                "Whose actions you complain of",
            ),
            Phrase("Білсеңіз: лауазымы, тегі.", "Если знаете: должность, фамилия.", "If you know: post, surname."),
        ),
        Field(max_length=300),
    ] = ""
    learnt_on: Annotated[
        dt.date | None,
        Asked(
            Phrase("Бұл туралы қашан білдіңіз", "Когда вы об этом узнали", "When you learnt of it"),
            Phrase(
                "Бос болса: шешім жіберілген күн.",
                "Если пусто: день отправки решения.",
                "Empty: the day the decision was sent.",
            ),
            widget="day",
        ),
    ] = None
    real_address: Annotated[
        Text,
        Asked(
            Phrase("Нақты тұратын мекенжайыңыз", "Адрес фактического проживания", "Address where you really live"),
            Phrase(
                "Ұйым үшін: орналасқан жері.", "Для организации: место нахождения.", "Of an organisation: its seat."
            ),
        ),
        Field(max_length=500),
    ] = ""
    missed_because: Annotated[
        Text,
        Asked(
            Phrase("Мерзім неге өтіп кетті", "Почему срок пропущен", "Why the term was missed"),
            Phrase(
                "Мерзім өтсе де шағым қабылданады; себебін жазсаңыз, мерзімді қалпына келтіру қаралады.",
                "Жалобу примут и после срока; если напишете причину, решат о восстановлении срока.",
                "A late complaint is taken all the same; with a reason the restoration of the term is decided.",
            ),
            widget="text",
        ),
        Field(max_length=20_000),
    ] = ""
    language: Literal["kk", "ru"] = "ru"
    attachments: Attachments = ()


@dataclass(frozen=True, slots=True)
class Contestable:
    """What of an appeal may be contested. `value`: the number of a paper, or what else it is.

    `until`: on that day a complaint is in time in any case; none: unknown.
    """

    value: str
    title: Phrase
    what: str
    day: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class MayComplain:
    """What a page offers: the appeal, with whom the complaint is filed, what may be contested, the points."""

    number: str
    body: Phrase
    acts: tuple[Contestable, ...]
    cites: tuple[str, ...]

    def choices(self) -> tuple[tuple[str, Phrase], ...]:
        """Return the acts as the field `act` offers them."""
        return tuple((each.value, each.title) for each in self.acts)


def may_complain(code: str) -> MayComplain | None:
    """Return what the applicant of a code may contest and until when; none where no appeal has this code."""
    track = read_track_code(code)
    row = Proceeding.objects.filter(track=track, procedure="appeal").first() if track and len(track) <= 20 else None
    if row is None or row.state == "annulled":
        return None
    case = case_of(row)
    return MayComplain(row.number, case.body.name, contestable(case), COMPLAINT_CITES)


def contestable(case: Case) -> tuple[Contestable, ...]:
    """Return what of an appeal may be contested: what was sent, that nothing was in time, anything else."""
    rows = IssuedPaper.objects.filter(proceeding=case.row.pk, to=To.APPLICANT, paper__in=DECISIONS)
    rows = rows.filter(corrects__isnull=True).order_by("-pk")
    unsent = unsent_papers([case.row.pk])
    found = [_of_paper(each) for each in rows.defer("data") if each.pk not in unsent]
    overdue = [each for each in case.terms if each.clock == "consideration" and each.due_day < case.happened_on]
    if overdue and case.row.state not in {ANSWERED, CLOSED}:
        due = max(each.due_day for each in overdue)
        title = Phrase(*(_SILENT.into(lang).format(day=day_text(due, lang)) for lang in LANGUAGES))
        found.append(Contestable(INACTION, title, "inaction", due, last_day(due)))
    return (*found, Contestable(OTHER, _OTHER, "", None, None))


def _of_paper(row: IssuedPaper) -> Contestable:
    told = (
        _PAPER.into(lang).format(title=title_of(row).into(lang), number=row.number, day=day_text(row.day, lang))
        for lang in LANGUAGES
    )
    return Contestable(row.number, Phrase(*told), "decision", row.day, last_day(row.day))


_PAPER = Phrase("{title}, № {number}, {day}", "{title}, № {number}, {day}", "{title}, No. {number}, {day}")
_SILENT = Phrase(
    "Жауап берілмеді: мерзім {day} өтті", "Ответ не дан: срок истёк {day}", "No answer: the term ended on {day}"
)
_OTHER = Phrase("Басқа акт, әрекет, әрекетсіздік", "Другой акт, действие, бездействие", "Another act or action")


@dataclass(frozen=True)
class FileComplaint:
    """Register the complaint with the body complained of, with its matter; the contested appeal stands as it was."""

    def apply(self, case: Case, data: Complain, change: Change) -> None:
        """Open both. Raises Invalid for an act that is not of this appeal, or a day to come."""
        act = next((each for each in contestable(case) if each.value == data.act), None)
        if act is None:
            raise invalid(act=CHOOSE)
        if act.value == OTHER and not data.content:
            raise invalid(content=_SAY_WHICH)
        learnt = data.learnt_on or act.day
        if learnt is not None and learnt > case.happened_on:
            raise invalid(learnt_on=NOT_YET)
        if learnt is not None and act.day is not None and learnt < act.day:
            raise invalid(learnt_on=_BEFORE)
        received = open_beside(case, "appeal", "register", _appeal(case, data), change)
        lang: Lang = data.language
        contested = {
            "what": act.what or data.what,
            "content": data.content if act.value == OTHER else act.title.into(lang),
            "office": case.body.code,
            "official": data.official,
            "contested": case.row.number,
            "learnt_on": learnt,
            "real_address": data.real_address,
            "missed_because": data.missed_because,
        }
        open_child(received, TABLE, contested, change)
        said = dict.fromkeys(data.model_dump())
        change.entry_data.update(said, act=data.act, filed_as=received.row.number)


_SAY_WHICH = Phrase(
    "Неге шағымданатыныңызды жазыңыз.", "Напишите, что вы обжалуете.", "Write what it is that you contest."
)
_BEFORE = Phrase(
    "Бұл күні шешім әлі шықпаған еді. Күнді тексеріңіз.",
    "В этот день решения ещё не было. Проверьте дату.",
    "There was no decision yet on this day. Check it.",
)


def _appeal(case: Case, data: Complain) -> dict[str, Any]:
    """The complaint as what comes in: of the same people, with the body whose decision it contests."""
    people = list(Party.objects.filter(proceeding=case.row.pk).order_by("pk"))
    first = next((each for each in people if each.role == "applicant"), None)
    members = [_person(each) for each in people if each.role == "member"]
    stands_in = next((each for each in people if each.role == "representative"), None)
    return {
        "channel": "portal",
        "received_at": case.at,
        "language": data.language,
        "kind": Kind.COMPLAINT,
        "addressed_to": case.body.code,
        "applicant": {
            **({"type": "anonymous"} if first is None or not first.full_name else _person(first)),
            **({"members": members} if members else {}),
        },
        **({"representative": _person(stands_in)} if stands_in is not None else {}),
        "text": data.circumstances,
        "demands": data.demands or None,
        "complained_of": [{"body": case.body.name.into(data.language), "name": data.official or None}],
        "attachments": [{"id": each} for each in data.attachments],
    }


def _person(party: Party) -> dict[str, Any]:
    named = (
        {"name": party.organisation, "bin": party.iin or None}
        if party.type == "organisation"
        else {
            "surname": party.surname or None,
            "name": party.given_name or None,
            "patronymic": party.patronymic or None,
            "iin": party.iin or None,
        }
    )
    contacts = {name: getattr(party, name) or None for name in ("postal_address", "email", "phone")}
    return {"type": party.type, **named, **contacts, "contacts_confirmed": party.contacts_confirmed}


def filed_after(number: str) -> Proceeding | None:
    """Return the complaint that was filed last about an appeal: its number, and the code of the applicant (`track`)."""
    row = (
        Complaint.objects.filter(contested__number=number).select_related("proceeding__parent").order_by("-pk").first()
    )
    return row.proceeding.parent if row is not None else None
