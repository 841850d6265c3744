"""Forwarding by competence: to another body, or to another office of the house, where the appeal is registered anew.

Source: 29I.27.5, 27.6, 31 (three working days, notice at the same time, who signs), 32 (upwards), 28.13 (never down),
61.2 (never to the one complained of). The national number and the applicant's code go along.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from nadzor import clock
from nadzor.appeals.bans.offices import barred_body, barred_office
from nadzor.appeals.control.going_along import go_along
from nadzor.appeals.higher import BREACH, EXPLAIN, FACTS, INSTRUCTED, decided_by
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import holds, titles
from nadzor.casework.case import Case, Ground, Opening, PartyCard
from nadzor.casework.forms import Asked, Form, Text, say, wrong
from nadzor.casework.models import Party, StoredFile
from nadzor.casework.opening import open_beside
from nadzor.casework.procedure import YES, Clock, Guard, Right, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import Kind
from nadzor.law.matrix import Signatories
from nadzor.law.o29.destinations import Why, above, wrong_office, wrong_outside
from nadzor.law.o29.registration import Channel, registered_on
from nadzor.law.o29.repeats import RepeatReason
from nadzor.law.o29.routing import Answer, Considers, route
from nadzor.law.o29.signing import FORWARDING as LETTERS
from nadzor.law.o29.signing import FORWARDING_UP as LETTERS_UP
from nadzor.law.posts import Body
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard
from nadzor.organs.folding import folded

FORWARDING = Clock(
    "forwarding",
    Phrase("Құзыреті бойынша жіберу", "Направление по компетенции", "Forwarding by competence"),
    ("29I.31.1", "29I.27.5"),
)
say(
    "one_addressee",
    Phrase(
        "Прокуратураны таңдаңыз немесе басқа органды жазыңыз: екеуінің бірін ғана.",
        "Выберите прокуратуру или напишите другой орган: что-то одно.",
        "Choose an office or write another body: one of the two.",
    ),
)


class Forward(Form):
    """Where an appeal goes, whole, and why (29I.31.1)."""

    office: Annotated[
        Text, Asked(Phrase("Прокуратура", "Прокуратура", "Prosecutor’s office"), widget="office"), Field(max_length=40)
    ] = ""
    body: Annotated[
        Text,
        Asked(
            Phrase("Басқа орган", "Другой орган", "Another body"),
            Phrase("Толық атауы.", "Полное наименование.", "The full name."),
        ),
        Field(max_length=300),
    ] = ""
    reason: Annotated[
        Text,
        Asked(
            Phrase("Неге оның құзыретінде", "Почему это в его компетенции", "Why it is for that body"), widget="text"
        ),
        Field(min_length=1, max_length=2000),
    ]
    higher: Annotated[
        bool,
        Asked(
            Phrase(
                "Басқа орган сатысы бойынша жоғары тұр",
                "Другой орган стоит выше по иерархии",
                "The other body stands above in the hierarchy",
            ),
            Phrase(
                "Онда ілеспе хатқа прокуратураның басшысы немесе оның орнындағы адам қол қояды (32-тармақ).",
                "Тогда сопроводительное письмо подписывает руководитель прокуратуры или тот, кто его замещает (п. 32).",
                "Then the head of the office, or whoever stands in, signs the covering letter (point 32).",
            ),
            widget="flag",
        ),
    ] = False

    @model_validator(mode="after")
    def _one(self) -> Self:
        if bool(self.office) == bool(self.body):
            raise wrong("one_addressee")
        return self


def norm_of(case: Case, _data: Any) -> str:
    """Which row counts the three working days here."""
    return "29I.27.5" if case.body.kind is Body.GPO else "29I.31.1"


def office_of(case: Case, form: Forward) -> BodyCard | None:
    """Return the office of the house that is meant, none for another body. Raises Invalid where it does not stand."""
    if not form.office:
        return None
    found = case.directory.by_code.get(form.office)
    if found is None or not found.stands(clock.today(case.body.zone)):
        raise invalid(office=_NO_OFFICE)
    if found.id == case.row.body_id:
        raise invalid(office=_ITSELF)
    return found


_NO_OFFICE = Phrase(
    "Мұндай прокуратура қазір жоқ. Тізімнен таңдаңыз.",
    "Такой прокуратуры сейчас нет. Выберите из списка.",
    "There is no such office now. Choose from the list.",
)
_ITSELF = Phrase(
    "Жолданым осы прокуратурада тұр. Басқасын таңдаңыз.",
    "Обращение и так в этой прокуратуре. Выберите другую.",
    "The appeal is in this office already. Choose another.",
)


def name_of(case: Case, form: Forward) -> Phrase:
    """Return what the addressee is called."""
    office = office_of(case, form)
    return office.name if office is not None else Phrase(*[form.body] * 3)


def _stands_above(case: Case, office: BodyCard) -> bool:
    return case.row.body_id in case.directory.lower(office.id)


def _signatories(case: Case, form: Form | None) -> list[Signatories]:
    """Who signs the letter: the heads alone where it goes upwards; before anything is said, either."""
    kind = case.body.kind
    if isinstance(form, Forward):
        office = office_of(case, form)
        upwards = _stands_above(case, office) if office is not None else form.higher or above(kind, folded(form.body))
        return [(LETTERS_UP if upwards else LETTERS).signatories(kind)]
    return [LETTERS.signatories(kind), LETTERS_UP.signatories(kind)]


def _forwards(actor: Actor, case: Case, form: Form | None) -> bool:
    return any(holds(actor, case, found) for found in _signatories(case, form))


def signs_letters(actor: Actor) -> bool:
    """Whether somebody may sign covering letters anywhere at all: what a list offers; the step asks for each case."""
    for held in actor.holdings:
        for table in (LETTERS, LETTERS_UP):
            found = table.signatories(held.kind)
            if held.post in (found.acting if held.acting else found.posts):
                return True
    return False


def _who_forwards(case: Case, form: Form | None) -> Phrase:
    posts = dict.fromkeys(post for found in _signatories(case, form) for post in found.posts)
    return titles(case.body, tuple(posts))


FORWARDING_SIGNATORY = Right(
    "forwarding_signatory",
    Phrase(
        "31 және 32-тармақтар бойынша ілеспе хатқа қол қоятын лауазымды адам",
        "должностное лицо, которое подписывает сопроводительное письмо по пунктам 31 и 32",
        "the official who signs the covering letter by points 31 and 32",
    ),
    _forwards,
    ("29I.31.4", "29I.31.5", "29I.31.6", "29I.31.7", "29I.31.8", "29I.31.9", "29I.32"),
    _who_forwards,
)
ARRIVAL = Right(
    "forwarding_office",
    Phrase(
        "жолданымды жіберген прокуратура (жіберу қадамымен бірге)",
        "прокуратура, которая направила обращение (вместе с шагом направления)",
        "the office that forwarded the appeal (with the step of forwarding)",
    ),
    lambda _actor, case, _form: case.origin is not None,
)


def _not_to_the_accused(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Never to the body whose act is contested, nor to an office whose head's is (29I.61.2)."""
    if not isinstance(form, Forward):
        return YES
    office = office_of(case, form)
    found = barred_body(case.facts, [form.body]) if office is None else barred_office(case.facts, office)
    return YES if found is None else no(found.why, found.point)


NOT_TO_THE_ACCUSED = Guard("not_to_the_accused", _not_to_the_accused)


def routed(case: Case, *, to_be_forwarded: bool = False, within_competence: bool = True) -> Answer | None:
    """Who considers an appeal that arrived at this office (29I.27-31); none while its kind is not decided.

    `to_be_forwarded`: it is meant to be sent on (29I.27.1), so what is considered here by default alone may go;
    `within_competence`: of the prosecutor's office.
    """
    if case.procedure.name != "appeal" or not case.row.kind:
        return None
    facts: Appeal = case.facts
    return route(
        case.body.kind,
        Kind(case.row.kind),
        sender=facts.sender or None,
        report_due=facts.report_due,
        interpellation=case.row.kind == Kind.INTERPELLATION,
        to_be_forwarded=to_be_forwarded,
        repeated=facts.repeat_of_id is not None,
        earlier_by=None if facts.repeat_of_id is None else decided_by(facts.repeat_of_id),
        disagrees=facts.repeat_reason == RepeatReason.CONTESTS,
        control_by=facts.control_by or None,
        answered_by=facts.answered_by or None,
        contested_by=facts.contested_by or None,
        president_instruction=INSTRUCTED in facts.flags,
        explain_procedure=EXPLAIN in facts.flags,
        staff_procedure_breach=BREACH in facts.flags,
        within_competence=within_competence,
    )


CONSIDERS: dict[str, Phrase] = {
    Considers.APPEALS_UNIT: Phrase("Жолданымдар бөлімшесі", "подразделение по обращениям", "the Appeals Unit"),
    Considers.GPO_UNIT: Phrase(
        "Бас прокуратураның бөлімшесі",
        "подразделение Генеральной прокуратуры",
        "a unit of the General Prosecutor’s Office",
    ),
    Considers.OBLAST_LEVEL: Phrase(
        "облыс деңгейіндегі прокуратура", "прокуратура областного уровня", "the office of the oblast level"
    ),
    Considers.DISTRICT_LEVEL: Phrase(
        "аудан деңгейіндегі прокуратура", "прокуратура районного уровня", "the office of the district level"
    ),
    Considers.FORWARD: Phrase("құзыретті орган", "орган, которому это подведомственно", "the competent body"),
}


@dataclass(frozen=True, slots=True)
class Routes:
    """Who considers an appeal: where it is meant to be sent on, where it is not."""

    on: Answer
    plain: Answer


def routes(case: Case) -> Routes | None:
    """Return who considers an appeal; none while its kind is not decided."""
    on, plain = routed(case, to_be_forwarded=True), routed(case)
    return None if on is None or plain is None else Routes(on, plain)


def wrong_place(case: Case, office: BodyCard | None, found: Routes | None = None) -> Verdict:
    """Whether an appeal may go to an office, or leave the house (none). `found`: its routes, asked for before.

    Source: 29I.27-31, 28.13, 61.2.
    """
    if office is None:
        outside = routed(case, to_be_forwarded=True, within_competence=False)
        wrong = None if outside is None else wrong_outside(outside)
        return YES if outside is None or wrong is None else no(_WRONG_PLACE[wrong.why](outside), *wrong.cites)
    known = found or routes(case)
    if known is None:
        return YES
    below = office.id in case.directory.lower(case.row.body_id)
    wrong = wrong_office(known.on, office.kind, below=below, competent=known.plain)
    if wrong is None:
        return YES
    return no(_WRONG_PLACE[wrong.why](known.plain if wrong.cites[0] in known.plain.cites else known.on), *wrong.cites)


def _may_go_there(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return wrong_place(case, office_of(case, form)) if isinstance(form, Forward) else YES


_STAYS = Phrase(
    "Мұндай жолданым осы прокуратурада қаралады, оны төмен жіберуге болмайды.",
    "Такое обращение рассматривается здесь, направлять его вниз нельзя.",
    "Such an appeal is considered here; it may not be passed down.",
)
_TOO_LOW = Phrase(
    "Ол прокуратураның мұндай жолданымды қарауға өкілеттігі жоқ. Оны қарайтын: {who}.",
    "У той прокуратуры нет полномочий рассматривать такое обращение. Его рассматривает {who}.",
    "That office has no power to consider such an appeal. Who considers it: {who}.",
)
_NOT_OUTSIDE = Phrase(
    "Мұндай жолданым прокуратурадан тыс органға жіберілмейді. Оны қарайтын: {who}.",
    "Такое обращение не направляют за пределы прокуратуры. Его рассматривает {who}.",
    "Such an appeal is not sent outside the prosecutor’s office. Who considers it: {who}.",
)
_WRONG_PLACE: dict[Why, Callable[[Answer], Phrase]] = {
    Why.KEPT: lambda _found: _STAYS,
    Why.TOO_LOW: lambda found: _with_who(_TOO_LOW, found),
    Why.NOT_OUTSIDE: lambda found: _with_who(_NOT_OUTSIDE, found),
}


def _with_who(said: Phrase, found: Answer) -> Phrase:
    return Phrase(*(said.into(lang).format(who=CONSIDERS[found.considers].into(lang)) for lang in LANGUAGES))


MAY_GO_THERE = Guard("may_go_there", _may_go_there)


@dataclass(frozen=True)
class SendOn:
    """Keep where it went; to an office of the house it is registered there in the same step, with its code."""

    def apply(self, case: Case, data: Forward, change: Change) -> None:
        """Write the addressee; open the proceeding of the other office."""
        office = office_of(case, data)
        change.update(Appeal, case.row.pk, forwarded_to=name_of(case, data).ru[:300])
        change.entry_data["to"] = office.code if office is not None else data.body
        if office is None:
            return
        letters = [each["pdf_sha256"] for each in change.entry_data.get("papers", ()) if each["paper"] == COVERING]
        received = open_beside(case, "appeal", "arrive", {"office": office.code, "letters": letters}, change)
        change.entry_data["received_as"] = received.row.number
        go_along(case, received, change)
        case.row.track = None  # it goes along, the applicant follows the appeal where it is


COVERING = "forwarding_letter"
"""The paper that goes along with the appeal; the notice is for the applicant."""


class Arrive(Form):
    """Which office receives it. `letters`: digests of the covering letters that this very step has signed."""

    office: str
    letters: tuple[str, ...] = ()


def arrived(form: Arrive, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    """Return the proceeding of the office that receives an appeal. Raises Invalid outside a forwarding."""
    origin = ground.origin
    if origin is None:
        raise invalid(office=_NO_OFFICE)
    body, now = ground.known.by_code[form.office], clock.now()
    facts: Appeal = origin.facts
    kept = {name: getattr(facts, name) for name in GO_ALONG}
    return Opening(
        body=body,
        book="appeals",
        number=_next_number(origin.row.number),
        track=origin.row.track,
        received_at=now,
        registered_on=registered_on(now, Channel.PORTAL).day,
        kind=origin.row.kind,
        applicant=origin.row.applicant,
        subject=origin.row.subject,
        words=" ".join(part for part in (facts.text, facts.demands) if part),
        facts_model=Appeal,
        facts={**kept, "forwarded_from_id": origin.row.pk, "source": "", "external_id": "", **NOTHING_YET},
        parties=tuple(card_of(party) for party in origin.parties if isinstance(party, Party)),
        copies=(
            *StoredFile.objects.filter(proceeding=origin.row.pk).order_by("pk"),
            *StoredFile.objects.filter(space=f"case:{origin.row.pk}", proceeding=None, sha256__in=form.letters),
        ),
        followed=origin.row.track is not None,
        entry={"from": origin.row.number, "text_sha256": bytes(facts.text_digest).hex()},
    )


GO_ALONG = (
    *("channel", "language", "topic", "text", "text_digest", "demands", "complained_of", "sender", "report_due"),
    *("signature_cms", "missing", "flags", "duplicate_of_id"),
    *("addressee", "signature", "standing", "repeat_of_id", "repeat_reason", "governed_by"),
    *FACTS,
)
NOTHING_YET = {"outcome": "", "answer": "", "answered_on": None, "signed_by": "", "forwarded_to": ""}


def _next_number(number: str) -> str:
    """The national number with the place of the office in the way of the appeal: "2026-75-000123-2"."""
    *national, last = number.split("-")
    if len(national) == _PARTS:
        return f"{'-'.join(national)}-{int(last) + 1}"
    return f"{number}-2"


_PARTS = 3


def card_of(party: Party) -> PartyCard:
    """Return a party as it goes along with an appeal."""
    fields = (
        *("role", "type", "iin", "surname", "given_name", "patronymic"),
        *("organisation", "postal_address", "email", "phone", "contacts_confirmed"),
    )
    return PartyCard(**{name: getattr(party, name) for name in fields})


def told(case: Case, data: Forward) -> dict[str, Any]:
    """What the notice says: where it went, in each language, and why (29I.31.2)."""
    to = name_of(case, data)
    return {"to": {lang: to.into(lang) for lang in LANGUAGES}, "reason": data.reason}
