"""Changes of people: staff, posts, dismissal, access."""

from typing import Any

from django.db.models import Q

from nadzor import clock
from nadzor.casework.models import Assignment, Proceeding
from nadzor.casework.refusals import NoRight, WrongState
from nadzor.casework.structure import Ground, StructureStep, Written, offers
from nadzor.casework.structure.access import close, give_account, renew
from nadzor.casework.structure.forms import AddPerson, Appoint, ChangePerson, Close, RenewAccess
from nadzor.casework.structure.posts import (
    body_in_reach,
    end_all,
    home_of,
    ordered,
    require_another,
    require_appointer,
    require_end,
    require_not_own,
    require_post,
)
from nadzor.casework.structure.rules import (
    about,
    after,
    as_data,
    days_of,
    not_over,
    overlapping,
    refused,
    require_days,
    require_order,
    require_within,
    told,
    unit_of,
)
from nadzor.casework.structure.sight import Kind, holds_now_or_later
from nadzor.law.words import Phrase
from nadzor.organs.folding import sort_key
from nadzor.organs.models import Appointment, Body, Duty, Person, Unit
from nadzor.organs.seed_data import SINGLE

_HELD = Phrase(
    "Бұл лауазымды {name} атқарады ({days}). Алдымен оның тағайындалуын аяқтаңыз немесе міндет атқару мерзімін "
    "жазыңыз.",
    "Эту должность занимает {name} ({days}). Сначала завершите это назначение или оформите исполнение обязанностей.",
    "This post is held by {name} ({days}). End that appointment first, or record an acting period.",
)
_HELD_ALREADY = Phrase(
    "Бұл адам осы лауазымды бұрыннан атқарады ({days}). Басқа лауазымды немесе басқа күндерді көрсетіңіз.",
    "Этот человек уже занимает эту должность ({days}). Укажите другую должность или другие дни.",
    "This person holds this post already ({days}). Give another post or other days.",
)
_IN_FUTURE = Phrase(
    "Босату күні әлі келген жоқ: кіру бірден жабылады. Бүгінгі немесе өткен күнді көрсетіңіз; кейінгі күнге "
    "тағайындауды аяқтаңыз.",
    "День увольнения ещё не наступил, а доступ закрывается сразу. Укажите сегодняшний или прошедший день; на будущий "
    "день завершите назначение.",
    "The day of dismissal lies in the future, but access is closed at once. Give today or a past day; for a later day "
    "end the appointment.",
)
_NOTHING_HELD = Phrase(
    "Бұл адам ешқандай лауазым атқармайды және кіруі жабық. Ештеңе өзгертілген жоқ.",
    "Этот человек не занимает должности, и доступ уже закрыт. Ничего не изменено.",
    "This person holds no post and access is closed already. Nothing was changed.",
)
_BEFORE_SERVICE = Phrase(
    "Бұл адам {day} күннен бастап қызмет етеді. Осы немесе кейінгі күнді көрсетіңіз.",
    "Этот человек служит с {day}. Укажите этот день или более поздний.",
    "This person serves from {day}. Give this day or a later one.",
)
_ELSEWHERE = Phrase(
    "Бұл адам сізге қарамайтын прокуратурада да лауазым немесе жұмыс атқарады ({codes}). Жоғары тұрған прокуратураның "
    "әкімшісіне жүгініңіз.",
    "У этого человека есть должность или работа и в прокуратуре, которую ведёте не вы ({codes}). Обратитесь к "
    "администратору вышестоящей прокуратуры.",
    "This person has a post or work also in an office that is not yours ({codes}). Ask the administrator of the office "
    "above.",
)
NO_ACCOUNT = Phrase(
    "Бұл адамның кіру жазбасы жоқ. Адамды «Қызметкер қосу» арқылы қосыңыз.",
    "У этого человека нет учётной записи. Заведите её через «Добавить сотрудника».",
    "This person has no account. Make one through “Add a member of staff”.",
)
_NO_POST_NOW = Phrase(
    "Бұл адам лауазым атқармайды. Алдымен оны лауазымға тағайындаңыз.",
    "Этот человек не занимает должности. Сначала назначьте его на должность.",
    "This person holds no post. Appoint the person first.",
)


def open_cases(person: Person) -> list[Proceeding]:
    """Return the open proceedings that a person considers, the soonest term first."""
    theirs = Assignment.objects.filter(person=person, until__isnull=True).values("proceeding")
    return list(Proceeding.objects.filter(Q(executor=person) | Q(pk__in=theirs), open=True).order_by("next_due", "pk"))


def _require_vacant(body: Body, unit: Unit | None, person: Person | None, form: Any) -> None:
    """A post with one holder is not held by another on any day of the period, nor twice by the same person."""
    until = getattr(form, "until", None)
    rows = Appointment.objects.filter(overlapping(form.since, until), body=body, post=form.post).select_related(
        "person"
    )
    mine = None if person is None else rows.filter(person=person, unit=unit).first()
    if mine is not None:
        raise refused("post", _HELD_ALREADY, days=days_of(mine))
    held = rows.first() if form.post in SINGLE else None
    if held is not None:
        raise refused("post", _HELD, name=held.person.short_name, days=days_of(held))


def _appointed(body: Body, person: Person | None, form: Any) -> Unit | None:
    """Check an appointment; return its unit. Raises Invalid."""
    unit = unit_of(body, form.unit)
    require_order(form, begins=True)
    require_days(form)
    require_post(body, unit, form)
    require_appointer(body, form)
    require_within(body, unit, form)
    _require_vacant(body, unit, person, form)
    return unit


def _named(form: AddPerson | ChangePerson) -> dict[str, str]:
    names = {name: getattr(form, name) for name in ("surname", "given_name", "patronymic")}
    return {**names, "email": form.email, "sort_key": sort_key(" ".join(part for part in names.values() if part))}


def _add_person(ground: Ground, body: Body, form: AddPerson) -> Written:  # noqa: ARG001  # as all changes
    unit = _appointed(body, None, form)
    person = Person.objects.create(**_named(form))
    password = give_account(person, form.login, form.language)
    held = ordered(form)
    Appointment.objects.create(person=person, body=body, unit=unit, post=form.post, **held)
    for role in dict.fromkeys(form.roles):
        Duty.objects.create(person=person, body=body, role=role, **held)
    return Written(body, about(person), {"body": body.code}, secret=password)


def _change_person(ground: Ground, person: Person, form: ChangePerson) -> Written:
    require_whole(ground, person)
    was = as_data(person)
    for name, value in _named(form).items():
        setattr(person, name, value)
    person.save()
    now = as_data(person)
    differs = {name: value for name, value in was.items() if now[name] != value}
    return Written(home_of(person), about(person), {"was": differs})


def _appoint(ground: Ground, person: Person, form: Appoint) -> Written:
    require_another(ground, person)
    body = body_in_reach(ground, form.body)
    unit = _appointed(body, person, form)
    row = Appointment.objects.create(person=person, body=body, unit=unit, post=form.post, **ordered(form))
    return Written(body, about(person), {"appointment": row.pk})


def _end_appointment(ground: Ground, row: Appointment, form: Close) -> Written:
    """End a post; with the last one in the office end the works and acting periods there too."""
    require_end(row, form)
    require_not_own(ground, row)
    later = after(form.until)
    others = row.person.appointments.filter(later, body=row.body).exclude(pk=row.pk)
    rows: list[Any] = [row]
    if not others.exists():
        rows += [*row.person.acting.filter(later, body=row.body), *row.person.duties.filter(later, body=row.body)]
    ended: dict[str, Any] = {"ended": end_all(rows, form)}
    if _left(row.person):
        ended |= {"closed": close(row.person), "open": [each.number for each in open_cases(row.person)]}
    return Written(row.body, about(row.person), ended)


def _left(person: Person) -> bool:
    """Whether the last post of a person is over: access ends with it, at once."""
    still = not_over(clock.today("Asia/Almaty"))
    return not (person.appointments.filter(still).exists() or person.acting.filter(still).exists())


def require_whole(ground: Ground, person: Person) -> None:
    """Access is given and closed by who administers every office of the person. Raises NoRight."""
    codes = [code for pk, code in sorted(holds_now_or_later(person).items()) if pk not in ground.seen]
    if codes:
        raise NoRight(told(_ELSEWHERE, codes=", ".join(codes)))


def _dismiss(ground: Ground, person: Person, form: Close) -> Written:
    """Close access at once; end posts, acting periods, works and absences by the last day of service."""
    require_whole(ground, person)
    require_another(ground, person)
    require_order(form)
    if form.until > clock.today("Asia/Almaty"):
        raise refused("until", _IN_FUTURE)
    first = person.appointments.order_by("since").first()
    if first is not None and first.since <= clock.today("Asia/Almaty") and form.until < first.since:
        raise refused("until", _BEFORE_SERVICE, day=first.since)
    later = after(form.until)
    home = home_of(person)
    sets = (person.appointments, person.acting, person.duties, person.absences)
    rows: list[Any] = [row for each in sets for row in each.filter(later)]
    if not rows and not getattr(getattr(person, "account", None), "is_active", False):
        raise refused("until", _NOTHING_HELD)
    data = {"ended": end_all(rows, form), "closed": close(person), "open": [row.number for row in open_cases(person)]}
    return Written(home, about(person), data)


def _renew_access(ground: Ground, person: Person, form: RenewAccess) -> Written:  # noqa: ARG001
    require_whole(ground, person)
    require_another(ground, person)
    account = getattr(person, "account", None)
    if account is None:
        raise WrongState(NO_ACCOUNT)
    later = person.appointments.filter(after(clock.today("Asia/Almaty"))).exists()
    if not (later or (account.is_active and holds_now_or_later(person))):  # dismissed today: the post ends today
        raise WrongState(_NO_POST_NOW)
    return Written(home_of(person), about(person), {"account": account.login}, secret=renew(account))


offers(
    StructureStep(
        "add_person",
        Phrase("Қызметкер қосу", "Добавить сотрудника", "Add a member of staff"),
        Kind.BODY,
        AddPerson,
        _add_person,
    ),
    StructureStep(
        "change_person",
        Phrase("Аты-жөнін өзгерту", "Изменить имя и адрес", "Change the name"),
        Kind.PERSON,
        ChangePerson,
        _change_person,
    ),
    StructureStep(
        "appoint",
        Phrase("Лауазымға тағайындау", "Назначить на должность", "Appoint to a post"),
        Kind.PERSON,
        Appoint,
        _appoint,
    ),
    StructureStep(
        "end_appointment",
        Phrase("Тағайындауды аяқтау", "Завершить назначение", "End the appointment"),
        Kind.APPOINTMENT,
        Close,
        _end_appointment,
        final=True,
    ),
    StructureStep(
        "renew_access",
        Phrase("Жаңа уақытша құпиясөз беру", "Выдать новый временный пароль", "Give a new temporary password"),
        Kind.PERSON,
        RenewAccess,
        _renew_access,
    ),
    StructureStep(
        "dismiss", Phrase("Қызметтен босату", "Уволить", "Dismiss"), Kind.PERSON, Close, _dismiss, final=True
    ),
)
