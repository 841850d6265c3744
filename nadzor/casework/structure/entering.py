"""Changes of how people enter: whom an office asks for a second factor, a lost device, the identity of the provider.

And the end of access when the last post has ended: the house makes that change itself, so that it stands in the journal
like a dismissal.
"""

from typing import Annotated

from allauth.socialaccount.models import SocialAccount
from django.db.models import Exists, OuterRef
from pydantic import Field

from nadzor import clock
from nadzor.accounts.factors import WHO_TITLES, Who
from nadzor.accounts.models import Account
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.refusals import NoRight, Refusal, WrongState
from nadzor.casework.structure import Ground, StructureAct, StructureStep, Written, change_structure, offers
from nadzor.casework.structure.access import close, reset_factors
from nadzor.casework.structure.forms import RenewAccess
from nadzor.casework.structure.people import NO_ACCOUNT, open_cases, require_whole
from nadzor.casework.structure.posts import NOT_ONESELF, home_of, require_another
from nadzor.casework.structure.rules import about, not_over, refused
from nadzor.casework.structure.sight import Kind
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE
from nadzor.organs.models import Acting, Appointment, Body, Person

STAFF_PROVIDER = "organisation"
"""The provider of staff, as allauth and the settings call it."""
_NO_FACTOR = Phrase(
    "Бұл адамның екінші факторы жоқ. Ештеңе өзгертілген жоқ.",
    "У этого человека нет второго фактора. Ничего не изменено.",
    "This person has no second factor. Nothing was changed.",
)
_STILL_HOLDS = Phrase(
    "Бұл адам лауазым атқарады немесе атқаратын болады; кіруі жабылмайды.",
    "Этот человек занимает или займёт должность; доступ не закрывается.",
    "This person holds a post or will hold one; access is not closed.",
)
_BY_HOUSE = Phrase(
    "Мұны жүйе өзі жасайды. Кіруді жабу үшін «Қызметтен босату» қадамын алыңыз.",
    "Это делает сама система. Чтобы закрыть доступ, есть шаг «Уволить».",
    "The system does this itself. To close access take the step “Dismiss”.",
)
_IIN_TAKEN = Phrase(
    "Бұл ЖСН басқа есептік жазбада бар: {login}. Тексеріңіз.",
    "Этот ИИН уже указан у другой учётной записи: {login}. Проверьте.",
    "Another account has this IIN already: {login}. Check it.",
)
_SUBJECT_TAKEN = Phrase(
    "Бұл сәйкестендіргіш басқа есептік жазбада бар: {login}. Тексеріңіз.",
    "Этот идентификатор уже указан у другой учётной записи: {login}. Проверьте.",
    "Another account has this identifier already: {login}. Check it.",
)


class AskSecondFactor(Form):
    """Whom an office asks for a second factor."""

    second_factor: Annotated[
        tuple[Who, ...],
        Asked(
            Phrase("Екінші фактор кімнен талап етіледі", "От кого требуется второй фактор", "Who must have one"),
            Phrase(
                "Белгіленгендер келесі бетте-ақ оны орнатады; орнатпайынша басқа бет ашылмайды.",
                "Отмеченные настроят его на следующей же странице; до этого другие страницы не откроются.",
                "Those ticked set it up on their very next page; until then no other page opens.",
            ),
            "several",
            tuple(WHO_TITLES.items()),
        ),
    ] = ()


class TieIdentity(Form):
    """By what the organisation's provider knows a person."""

    iin: Annotated[
        Text,
        Field(pattern=r"^$|^\d{12}$"),
        Asked(
            Phrase("ЖСН", "ИИН", "IIN"),
            Phrase(
                "Он екі цифр. Кіру қызметі бұл адамды осы нөмір бойынша таниды.",
                "Двенадцать цифр. По нему служба входа узнаёт человека.",
                "Twelve digits. The sign-in service knows the person by it.",
            ),
        ),
    ] = ""
    subject: Annotated[
        Text,
        Field(max_length=190),
        Asked(
            Phrase("Сәйкестендіргіші (sub)", "Идентификатор (sub)", "Identifier (sub)"),
            Phrase(
                "Кіру қызметінің әкімшісі береді; ЖСН берілсе, бос қалдыруға болады.",
                "Даёт администратор службы входа; если указан ИИН, можно оставить пустым.",
                "The administrator of the sign-in service gives it; it may stay empty where the IIN is given.",
            ),
        ),
    ] = ""


class NothingMore(Form):
    """A change that needs nothing."""


def _ask(ground: Ground, body: Body, form: AskSecondFactor) -> Written:  # noqa: ARG001  # as all changes
    was, body.second_factor = body.second_factor, sorted({str(each) for each in form.second_factor})
    body.save(update_fields=["second_factor"])
    return Written(body, f"body:{body.code}", {"was": was})


def _account_of(ground: Ground, person: Person) -> Account:
    require_whole(ground, person)
    require_another(ground, person)
    account: Account | None = getattr(person, "account", None)
    if account is None:
        raise WrongState(NO_ACCOUNT)
    return account


def _reset(ground: Ground, person: Person, form: RenewAccess) -> Written:  # noqa: ARG001
    told = reset_factors(_account_of(ground, person))
    if not told["removed"]:
        raise WrongState(_NO_FACTOR)
    return Written(home_of(person), about(person), told)


def _tie(ground: Ground, person: Person, form: TieIdentity) -> Written:
    account = _account_of(ground, person)
    other = Account.objects.filter(iin=form.iin).exclude(pk=account.pk).first() if form.iin else None
    if other is not None:
        raise refused("iin", _IIN_TAKEN, login=other.login)
    ties = SocialAccount.objects.filter(provider=STAFF_PROVIDER)
    foreign = ties.filter(uid=form.subject).exclude(user=account).first() if form.subject else None
    if foreign is not None:
        raise refused("subject", _SUBJECT_TAKEN, login=str(foreign.user))
    was = {"iin": account.iin, "subject": list(ties.filter(user=account).values_list("uid", flat=True))}
    account.iin = form.iin
    account.save(update_fields=["iin"])
    ties.filter(user=account).delete()
    if form.subject:
        SocialAccount.objects.create(user=account, provider=STAFF_PROVIDER, uid=form.subject)
    return Written(home_of(person), about(person), {"was": was})


def identity_of(person: Person) -> dict[str, str]:
    """Return by what the provider knows a person now."""
    account = Account.objects.filter(person=person).first()
    if account is None:
        return {}
    tie = SocialAccount.objects.filter(provider=STAFF_PROVIDER, user=account).first()
    return {"iin": account.iin, "subject": tie.uid if tie is not None else ""}


def _close_access(ground: Ground, person: Person, form: NothingMore) -> Written:  # noqa: ARG001
    if not ground.actor.is_house:
        raise NoRight(_BY_HOUSE if person.pk != ground.actor.person_id else NOT_ONESELF)
    still = not_over(clock.today("Asia/Almaty"))
    if person.appointments.filter(still).exists() or person.acting.filter(still).exists():
        raise WrongState(_STILL_HOLDS)
    home = home_of(person)
    return Written(home, about(person), {"closed": close(person), "open": [row.number for row in open_cases(person)]})


offers(
    StructureStep(
        "ask_second_factor",
        Phrase("Екінші факторды талап ету", "Требовать второй фактор", "Ask for a second factor"),
        Kind.BODY,
        AskSecondFactor,
        _ask,
    ),
    StructureStep(
        "reset_factors",
        Phrase(
            "Жоғалған құрылғы: екінші факторды алып тастау",
            "Утеряно устройство: снять второй фактор",
            "A device is lost: remove the second factor",
        ),
        Kind.PERSON,
        RenewAccess,
        _reset,
        final=True,
    ),
    StructureStep(
        "tie_identity",
        Phrase("Ұйымның кіру қызметіне байлау", "Связать со службой входа", "Tie to the sign-in service"),
        Kind.PERSON,
        TieIdentity,
        _tie,
    ),
    StructureStep(
        "close_access",
        Phrase(
            "Кіру жабылды: лауазымы аяқталды", "Доступ закрыт: должность завершена", "Access closed: the post ended"
        ),
        Kind.PERSON,
        NothingMore,
        _close_access,
    ),
)


def departed() -> list[Person]:
    """Return the people with an open account whose last post has ended and who will hold no other."""
    today = clock.today("Asia/Almaty")
    still = not_over(today)
    held = Exists(Appointment.objects.filter(still, person=OuterRef("pk")))
    acts = Exists(Acting.objects.filter(still, person=OuterRef("pk")))
    once = Exists(Appointment.objects.filter(person=OuterRef("pk")))
    return list(Person.objects.filter(once, ~held, ~acts, account__is_active=True).order_by("pk"))


def close_departed() -> int:
    """Close the access of everybody whose last post has ended; return how many."""
    count = 0
    for person in departed():
        try:
            change_structure(StructureAct("close_access", HOUSE, str(person.pk), {}))
        except Refusal:  # appointed meanwhile
            continue
        count += 1
    return count
