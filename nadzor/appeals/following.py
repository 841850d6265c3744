"""What an applicant is told of an appeal, on the page and by the API alike: the state, terms, notices, the answer.

No member of staff is named but the one who signed the answer.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from nadzor import clock
from nadzor.appeals.applicant.doings import NOTHING, MayDo, may_do
from nadzor.appeals.clocks import CONSIDERATION, PASSING_ON
from nadzor.appeals.complaint import COMPLAINT_CITES, complaint_told, surely_until
from nadzor.appeals.cure import REQUIREMENTS
from nadzor.appeals.drafts import last_answer
from nadzor.appeals.ends.copies import copies_with
from nadzor.appeals.ends.told import of_end
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.appeals.letter import texts_of
from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.appeals.own_letters import OWN_LETTER
from nadzor.appeals.procedure import APPEAL
from nadzor.appeals.routing.told import part_told
from nadzor.appeals.sent_ways import ways_of
from nadzor.appeals.states import (
    ANNULLED,
    ANSWERED,
    ATTACHED,
    CLOSED,
    EARLIER,
    FORWARDED,
    REGISTERED,
    RETURNED,
    SIGNED,
    TERMINATED,
    UNCONSIDERED,
    UNDER_REVIEW,
)
from nadzor.appeals.written import unsent_papers
from nadzor.casework.case import Case
from nadzor.casework.loading import case_of
from nadzor.casework.models import Notice, Party, Proceeding, StoredFile
from nadzor.casework.opening import read_track_code
from nadzor.casework.procedure import State
from nadzor.casework.showing import running_terms, signature_told
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text
from nadzor.organs.directory import BodyCard
from nadzor.organs.folding import folded
from nadzor.papers.declared import To
from nadzor.papers.issuing import papers_of, title_of
from nadzor.papers.models import IssuedPaper


@dataclass(frozen=True, slots=True)
class Sequel:
    """What comes next once a notice was given, while the appeal is in one of some states."""

    states: frozenset[str]
    told: Phrase


SEQUELS: dict[str, Sequel] = {}
"""By the template of the notice; rooms add theirs."""


@dataclass(frozen=True, slots=True)
class Contest:
    """How a decision is contested where that is not by a complaint to a higher prosecutor."""

    told: Phrase
    cites: tuple[str, ...]


CONTESTED: dict[str, Contest] = {}
"""By the paper of the decision; rooms add theirs."""
_NEXT: dict[str, Phrase] = {
    REGISTERED: Phrase(
        "Жолданым орындаушыға беріледі, содан кейін ол мәні бойынша қаралады.",
        "Обращение передадут исполнителю, затем рассмотрят по существу.",
        "The appeal will be passed to an executor and then considered on its merits.",
    ),
    UNDER_REVIEW: Phrase(
        "Орындаушы жолданымды қарап жатыр. Жауап осы бетте де шығады.",
        "Исполнитель рассматривает обращение. Ответ появится и на этой странице.",
        "The executor is considering the appeal. The answer will also appear on this page.",
    ),
    SIGNED: Phrase(
        "Жауапқа қол қойылды, ол жөнелтілуде. Жөнелтілгенде осы бетте де шығады.",
        "Ответ подписан, его отправляют. Когда отправят, он появится и на этой странице.",
        "The answer is signed and is being sent. Once it is sent, it will appear on this page too.",
    ),
    ANSWERED: Phrase(
        "Жауап төменде.",
        "Ответ ниже.",
        "The answer is below.",
    ),
    CLOSED: Phrase(
        "Жолданымды қарау аяқталды, жауап төменде.",
        "Рассмотрение завершено, ответ ниже.",
        "The consideration is completed; the answer is below.",
    ),
    EARLIER: Phrase(
        "Жолданым бұрынғы есептен енгізілген; қаралу нәтижесін прокуратурадан сұраңыз.",
        "Обращение внесено из прежнего учёта; об итогах его рассмотрения спросите в прокуратуре.",
        "The appeal was entered from earlier records; ask the office how it was considered.",
    ),
    FORWARDED: Phrase(
        "Жолданымды енді жіберілген орган қарайды; қарау мерзімі оған келіп түскен күннен кейінгі күннен есептеледі.",
        "Обращение рассматривает орган, куда оно направлено; срок считается со дня, следующего за днём поступления "
        "туда.",
        "The body it was sent to considers the appeal; the term runs from the day after it arrives there.",
    ),
    RETURNED: Phrase(
        "Жолданым талаптарға сәйкестендірілмегендіктен қайтарылды. Оны толықтырып, қайта жолдауға құқығыңыз бар.",
        "Обращение возвращено: его не привели в соответствие с требованиями. Вы вправе дополнить его и подать снова.",
        "The appeal was returned, as it was not brought in line with the requirements. You may complete it and file "
        "again.",
    ),
    TERMINATED: Phrase(
        "Рәсім тоқтатылды, жауап берілмейді. Негізі мен шағымдану тәртібі шешімде жазылған.",
        "Процедура прекращена, ответа не будет. Основание и порядок обжалования указаны в решении.",
        "The procedure is terminated; there will be no answer. The ground and how to contest it stand in the decision.",
    ),
    UNCONSIDERED: Phrase(
        "Авторы анықталмағандықтан жолданым қаралмайды. Атыңызды атап, қол қойып, қайта жолдауға құқығыңыз бар.",
        "Обращение не рассматривается: автор не установлен. Вы вправе подать его снова, назвав себя и подписав.",
        "The appeal is not considered: its author is not known. You may file it again under your name and signed.",
    ),
    ATTACHED: Phrase(
        "Жолданым сол мәселе бойынша бұрынғысына қосылды; қайсысына екені төмендегі хабарламада.",
        "Обращение приобщено к прежнему по тому же вопросу; к какому – сказано в уведомлении ниже.",
        "The appeal was joined to an earlier one on the same matter; the notice below says to which.",
    ),
    ANNULLED: Phrase(
        "Тіркеу жойылды, жолданым бұл нөмірмен қаралмайды. Себебін 115 нөмірінен сұраңыз.",
        "Регистрация аннулирована, под этим номером обращение не рассматривается. Причину спросите по номеру 115.",
        "The registration was annulled; nothing is considered under this number. Ask for the reason by phone 115.",
    ),
}
_OVERDUE = Phrase(
    "Қарау мерзімі өтті (соңғы күні: {day}), жауап әлі жолданған жоқ. Әрекетсіздікке шағым беруге құқылысыз.",
    "Срок рассмотрения истёк (последний день: {day}), ответ ещё не отправлен. Вы вправе обжаловать бездействие.",
    "The term has run out (last day: {day}) and no answer has been sent. You may complain of the inaction.",
)
_ANONYMOUS = Phrase(
    "Автор көрсетілмеген. Мұндай жолданымда қылмыс туралы немесе қауіпсіздікке төнген қатер туралы мәлімет болмаса, ол "
    "қаралмайды. Атыңызды атап, қайта жолдауға құқығыңыз бар.",
    "Автор не назван. Такое обращение не рассматривают, если в нём нет сведений о преступлении или об угрозе "
    "безопасности. Вы вправе подать его снова, назвав себя.",
    "No author is named. Such an appeal is not considered unless it tells of a crime or of a threat to security. You "
    "may file it again under your name.",
)
TOLD: dict[str, Phrase] = {
    "registered": Phrase("Жолданым тіркелді", "Обращение зарегистрировано", "The appeal was registered"),
    "executor_named": Phrase("Орындаушы тағайындалды", "Назначен исполнитель", "An executor was named"),
    "cure_asked": Phrase(
        "Жолданымды толықтыру сұралды", "Вас просят дополнить обращение", "You are asked to complete the appeal"
    ),
    "cure_came": Phrase(
        "Толықтырғаныңыз алынды, тексеріледі", "Ваше дополнение получено, его проверят", "What you sent was received"
    ),
    "part_forwarded": Phrase(
        "Жолданымның бір бөлігі жіберілді", "Часть обращения направлена", "A part of the appeal was forwarded"
    ),
    "forwarded": Phrase(
        "Құзыреті бойынша жіберілді", "Обращение направлено по компетенции", "The appeal was forwarded"
    ),
    "materials_added": Phrase("Материалдарыңыз іске қосылды", "Приобщены ваши материалы", "Your materials were added"),
    "returned": Phrase("Жолданым қайтарылды", "Обращение возвращено", "The appeal was returned"),
    OWN_LETTER: Phrase("Сізге хат жіберілді", "Вам направлено письмо", "A letter was sent to you"),
    "answered": Phrase("Жауап жолданды", "Ответ отправлен", "The answer was sent"),
    "term_extended": Phrase(
        "Жолданымыңызды қарау мерзімі ұзартылды",
        "Срок рассмотрения вашего обращения продлён",
        "The term of your appeal was extended",
    ),
    "control_taken": Phrase(
        "Жолданымыңыз қосымша бақылауға алынды",
        "Ваше обращение поставлено на дополнительный контроль",
        "Your appeal was placed under additional control",
    ),
    "hearing_offered": Phrase(
        "Сізді тыңдауға шақырады", "Вас приглашают на заслушивание", "You are invited to a hearing"
    ),
    "hearing_set": Phrase("Ауызша тыңдау белгіленді", "Назначено устное заслушивание", "An oral hearing is appointed"),
    "access_set": Phrase(
        "Сізді іспен таныстыруға шақырады", "Вас приглашают ознакомиться с делом", "You are invited to see the file"
    ),
    "paper_sent": Phrase("Сізге хат жіберілді", "Вам отправлено письмо", "A letter was sent to you"),
    "withdrawal_accepted": Phrase(
        "Жолданымды қайтарып алуыңыз қабылданды", "Отзыв обращения принят", "Your withdrawal was accepted"
    ),
    "considered_on": Phrase(
        "Жолданым қаралуын жалғастырады", "Рассмотрение продолжается", "The appeal is considered on"
    ),
    "terminated": Phrase("Рәсім тоқтатылды", "Процедура прекращена", "The procedure was terminated"),
    "redirected": Phrase(
        "Жолданым дереу қайта жіберілді", "Обращение немедленно перенаправлено", "The appeal was redirected at once"
    ),
    "left_anonymous": Phrase(
        "Жолданым қараусыз қалдырылды", "Обращение оставлено без рассмотрения", "The appeal was left unconsidered"
    ),
    "correspondence_ended": Phrase("Хат алмасу тоқтатылды", "Переписка прекращена", "Correspondence was ended"),
    "attached": Phrase(
        "Жолданым қадағалау іс жүргізуіне қосылды",
        "Обращение приобщено к надзорному производству",
        "The appeal was attached to the supervisory file",
    ),
    "joined": Phrase(
        "Жолданым негізгісіне қосылды", "Обращение приобщено к основному", "The appeal was joined to the main one"
    ),
    "main_answered": Phrase(
        "Негізгі жолданымға жауап берілді", "На основное обращение дан ответ", "The main appeal was answered"
    ),
    "duplicate_answered": Phrase(
        "Берілген жауаптың көшірмесі жіберілді",
        "Направлена копия данного ответа",
        "The copy of the answer given was sent",
    ),
    "petition_returned": Phrase("Өтінішхат қайтарылды", "Ходатайство возвращено", "The petition was returned"),
    "late_petition_returned": Phrase(
        "Мерзімі өткен өтінішхат қайтарылды",
        "Ходатайство, поданное после срока, возвращено",
        "The petition filed out of time was returned",
    ),
    "answer_corrected": Phrase(
        "Сізге жіберілген құжаттағы қате түзетілді, түзетілген дана жіберілді",
        "В направленной вам бумаге исправлена описка, исправленный экземпляр отправлен",
        "A slip in the paper sent to you was corrected, and the corrected copy was sent",
    ),
}
_OF_ENDS = frozenset({"considered_on", "terminated", "attached", "joined", "main_answered"})
_CLOCKS = (CONSIDERATION.name, PASSING_ON.name)


@dataclass(frozen=True, slots=True)
class Followed:
    """What is shown. `terms`, `events`: as the parts of the pages take them; `answer` empty until it is sent.

    `outcome_code`: the decision as programs know it.
    """

    number: str
    state: State
    body: BodyCard
    registered_on: Any
    next: Phrase | None
    terms: list[dict[str, Any]]
    events: list[dict[str, Any]]
    answer: str = ""
    outcome: Phrase | None = None
    outcome_code: str = ""
    signed_by: Phrase | None = None
    answered_on: Any = None
    complaint: Phrase | None = None
    complaint_until: dt.date | None = None
    complaint_is_late: bool = False  # reckoned from the sending
    complaint_cites: tuple[str, ...] = ()
    row_id: int = 0
    has_file: bool = False  # the answer is there as a PDF
    answer_parts: list[tuple[Phrase, str]] = field(default_factory=list)  # what stands in the letter beside the text
    answer_language: str = ""
    may: MayDo = NOTHING
    papers: list[dict[str, Any]] = field(default_factory=list)  # that were issued to the applicant, newest first


_TO_MEND = Phrase(
    "{due} дейін толықтырыңыз: {missing}.", "До {due} укажите или приложите: {missing}.", "By {due}, add: {missing}."
)


def _more(notice: Notice) -> Phrase | None:
    """What a notice tells beside its title: what is missing and until when, why an appeal goes back."""
    said = notice.data
    if notice.template in {"forwarded", "redirected"}:
        to = said.get("to", {})
        return Phrase(*(f"{to.get(lang, '')}. {said.get('reason', '')}" for lang in LANGUAGES))
    if notice.template == "part_forwarded":
        return part_told(said)
    if notice.template == OWN_LETTER:
        return Phrase(*[str(said.get("title", ""))] * 3)
    if notice.template == "paper_sent":
        title = said.get("title") or {}
        return Phrase(*(str(title.get(lang, "")) for lang in LANGUAGES)) if title else None
    if notice.template in _OF_ENDS:
        return of_end(notice.template, said)
    if notice.template in _MEETINGS:
        return when_told(said)
    if notice.template == "returned":
        return Phrase(*[str(said.get("reason", ""))] * 3)
    if notice.template != "cure_asked":
        return None
    told = []
    for lang in LANGUAGES:
        missing = ", ".join(REQUIREMENTS[each].into(lang) for each in said["missing"] if each in REQUIREMENTS)
        line = _TO_MEND.into(lang).format(missing=missing, due=day_text(dt.date.fromisoformat(said["due"]), lang))
        told.append(f"{line} {said.get('words', '')}".strip())
    return Phrase(*told)


_MEETINGS = {"hearing_offered", "hearing_set", "access_set"}


def when_told(said: dict[str, Any]) -> Phrase:
    """Return the day, the hour and the place of a meeting; a written position has a day alone."""
    day = dt.date.fromisoformat(said["on"])
    return Phrase(
        *(
            ", ".join(part for part in (day_text(day, lang), said.get("hour"), said.get("place")) if part)
            for lang in LANGUAGES
        )
    )


def _next(case: Case, templates: list[str]) -> Phrase | None:
    """What comes next: after the last notice that changes it, of a term that has run out, else in this state."""
    state = case.row.state
    for each in templates:
        if each in SEQUELS and state in SEQUELS[each].states:
            return SEQUELS[each].told
    considered = case.running(CONSIDERATION.name)
    if considered is not None and considered.due_day < case.happened_on:
        due = considered.due_day
        return Phrase(*(_OVERDUE.into(lang).format(day=day_text(due, lang)) for lang in LANGUAGES))
    if state == REGISTERED and "anonymous" in case.facts.flags:
        return _ANONYMOUS
    return _NEXT.get(state)


def _way_of(row: Proceeding) -> list[int]:
    """The proceeding and those it was forwarded from, newest first."""
    way = [row.pk]
    while (before := Appeal.objects.filter(pk=way[-1]).values_list("forwarded_from", flat=True).first()) is not None:
        way.append(before)
    return way


def followed(code: str) -> Followed | None:
    """Return what the applicant of a code is told; none where no appeal has this code."""
    track = read_track_code(code)
    row = Proceeding.objects.filter(track=track, procedure=APPEAL.name).first() if track and len(track) <= 20 else None
    if row is None:
        return None
    case = case_of(row)
    facts = case.facts
    answered = facts.answer if case.row.state in {ANSWERED, CLOSED} else ""
    given = last_answer(row.pk) if answered else None
    paper = given.paper.paper if given is not None and given.paper is not None else ""
    contest = CONTESTED.get(paper)
    complaint, until = None, None
    if answered and facts.answered_on and contest is None:
        complaint, until = complaint_told(facts.answered_on, case.body.name), surely_until(facts.answered_on)
    elif contest is not None:
        complaint = contest.told
    way = _way_of(row)
    notices = list(Notice.objects.filter(proceeding__in=way, to="applicant", template__in=TOLD).order_by("-pk"))
    ways = ways_of(each.pk for each in notices)
    return Followed(
        number=row.number,
        state=case.state,
        body=case.body,
        registered_on=row.registered_on,
        next=_next(case, [each.template for each in notices if each.proceeding_id == row.pk]),
        terms=running_terms(case, clock.today(case.body.zone), _CLOCKS, readings=False),
        events=[
            {
                "what": TOLD[notice.template],
                "at": notice.made_at,
                "detail": _more(notice),
                "ways": ways.get(notice.pk, []),
            }
            for notice in notices
        ],
        answer=answered,
        outcome=OUTCOME_TITLES.get(facts.outcome) if answered else None,
        outcome_code=facts.outcome if answered else "",
        signed_by=signature_told(facts.signed_by, case.body) if answered and facts.signed_by else None,
        answered_on=facts.answered_on if answered else None,
        complaint=complaint,
        complaint_until=until,
        complaint_is_late=until is not None and until < case.happened_on,
        complaint_cites=COMPLAINT_CITES if contest is None else contest.cites,
        row_id=row.pk,
        has_file=given is not None,
        answer_parts=_parts(given) if given is not None else [],
        answer_language=given.language if given is not None else "",
        may=may_do(case),
        papers=[{"row": each, "title": title_of(each)} for each in _papers(way)],
    )


def _papers(way: list[int]) -> list[IssuedPaper]:
    """The papers for the applicant but for answers, which the page shows by themselves, and what is not sent yet."""
    unsent = unsent_papers(way)
    found = [each for each in papers_of(way, To.APPLICANT) if each.paper != "answer" and each.pk not in unsent]
    corrected = {each.corrects_id for each in found}  # the corrected copy, of the same number, stands in its place
    found = [each for each in found if each.pk not in corrected]
    copies = copies_with(found)  # the answer that was given before goes with the letter on a duplicate (29I.35.2)
    return [paper for each in found for paper in ([each, copies[each.pk]] if each.pk in copies else [each])]


def _parts(given: AnswerGiven) -> list[tuple[Phrase, str]]:
    """What stands in the letter beside its text, in its language."""
    lang: Lang = next((each for each in LANGUAGES if each == given.language), "ru")
    return [(title, text) for title, text in texts_of(given.contents, lang) if text != given.text]


def answer_file(code: str, surname: str) -> StoredFile | None:
    """Return the PDF of the answer to who holds the code and knows the applicant's surname; none otherwise.

    For an organisation its title is asked; an appeal without a name asks for none.
    """
    found = followed(code)
    given = last_answer(found.row_id) if found is not None and found.has_file else None
    if found is None or given is None:
        return None
    return given.file if is_named(found.row_id, surname) else None


def is_named(appeal: int, surname: str) -> bool:
    """Whether somebody knows the applicant’s surname, or the organisation’s title; of a nameless one anybody does."""
    party = Party.objects.filter(proceeding=appeal, role="applicant").first()
    name = folded(party.organisation or party.surname or party.given_name) if party is not None else ""
    return not name or folded(surname) == name


_PAPER = Phrase("{title}, № {number}, {day}", "{title}, № {number}, {day}", "{title}, No. {number}, {day}")


def paper_choices(found: Followed) -> list[tuple[str, Phrase]]:
    """Return the papers of the applicant by number, each in words."""
    return [
        (
            each["row"].number,
            Phrase(
                *(
                    _PAPER.into(lang).format(
                        title=each["title"].into(lang), number=each["row"].number, day=day_text(each["row"].day, lang)
                    )
                    for lang in LANGUAGES
                )
            ),
        )
        for each in found.papers
    ]


def paper_for(code: str, number: str, surname: str) -> IssuedPaper | None:
    """Return a paper that was issued to the applicant, by its number, as `answer_file` returns the answer."""
    found = followed(code)
    if found is None or not is_named(found.row_id, surname):
        return None
    return next((each["row"] for each in found.papers if each["row"].number == number), None)
