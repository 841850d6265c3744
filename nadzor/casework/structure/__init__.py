"""The only writer of the structure: bodies, units, territories, people, posts, acting periods, absences, works, access.

One transaction: one change of the structure at a time (its version is the lock), right and data are checked on what is
locked, rows written, one entry sealed in the register `structure` of the body concerned, the version moved on, so that
every process reads the structure anew. A refusal changes nothing.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from django.db.models import F

from nadzor import clock
from nadzor.casework import keys
from nadzor.casework.forms import Form, parsed
from nadzor.casework.models import Entry
from nadzor.casework.refusals import NoRight
from nadzor.casework.registers import enter, register_of
from nadzor.casework.sealing import canonical, head_of, new_salt, salted
from nadzor.casework.structure.sight import Kind, administered, no_such, target_of
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.directory import Directory, card_of, directory
from nadzor.organs.models import Body, Person, StructureVersion

BOOK = "structure"
_NOT_YOURS = Phrase(
    "Құрылымды тек прокуратура әкімшісі өзгертеді. Өз прокуратураңыздың әкімшісіне жүгініңіз.",
    "Структуру меняет только администратор прокуратуры. Обратитесь к администратору своей прокуратуры.",
    "Only an administrator of the office changes its structure. Ask the administrator of your office.",
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a change may look at: who makes it, the structure under the lock, the bodies within the actor's reach."""

    actor: Actor
    known: Directory
    seen: frozenset[int]


@dataclass(frozen=True, slots=True)
class Written:
    """What a change has written. `body`: in whose register it is entered. `subject`: what the entry is about.

    `shown`: what the page leads to ("person:12", "body:750000-oblast"); `secret`: a password told once, never kept.
    """

    body: Body
    subject: str
    data: Mapping[str, Any] = field(default_factory=dict)
    shown: str = ""
    secret: str = ""


@dataclass(frozen=True)
class StructureStep:
    """One kind of change: what it is made on, what it needs, what it writes. `final`: a page asks once more."""

    name: str
    title: Phrase
    on: Kind
    needs: type[Form]
    apply: Callable[[Ground, Any, Any], Written]
    final: bool = False
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StructureAct:
    """What an administrator wants changed. `on`: the body's code or the number of the row; `key` as in `perform`."""

    step: str
    actor: Actor
    on: str
    data: Mapping[str, Any]
    key: str | None = None

    def asked(self) -> keys.Asked | None:
        """The key with the digest of what it stands for, none without a key."""
        if self.key is None:
            return None
        said = canonical([BOOK, self.step, self.on, keys.plain(self.data)])
        return keys.Asked(self.actor.key_space, self.key, hashlib.sha256(said).digest())


@dataclass(frozen=True, slots=True)
class Changed:
    """What was done. `again`: it had been done before, then `secret` is empty."""

    shown: str
    seq: int
    secret: str = ""
    again: bool = False


STEPS: dict[str, StructureStep] = {}


def offers(*steps: StructureStep) -> None:
    """Add changes to those of the house. Raises ValueError for a name that is taken."""
    for step in steps:
        if STEPS.setdefault(step.name, step) is not step:
            raise ValueError(step.name)


def change_structure(act: StructureAct) -> Changed:
    """Make a change. Raises NotFound, NoRight, WrongState, Invalid, ForbiddenByLaw, KeyReused: nothing is changed."""
    step = STEPS.get(act.step)
    if step is None:
        raise no_such()
    form = parsed(step.needs, act.data)
    with transaction.atomic():
        version = StructureVersion.objects.select_for_update().get_or_create(pk=1)[0].number
        asked = act.asked()
        if asked is not None:
            kept = keys.recall(asked)
            if kept is not None:
                return Changed(str(kept[0]["shown"]), int(kept[0]["seq"]), again=True)
        known = directory(version)
        actor = _as_of_now(act.actor)
        ground = Ground(actor, known, administered(actor, known))
        if not ground.seen:
            raise NoRight(_NOT_YOURS)
        written = step.apply(ground, target_of(step.on, act.on, ground.seen), form)
        StructureVersion.objects.filter(pk=1).update(number=F("number") + 1)
        seq = _enter(step, form, ground, written)
        if asked is not None:
            change = Change()
            answer = {"shown": written.shown or written.subject, "seq": seq}
            keys.keep(change, asked, [answer])
            change.write()
    return Changed(written.shown or written.subject, seq, written.secret)


def _as_of_now(actor: Actor) -> Actor:
    """The actor's posts and works read under the lock: an administrator just dismissed changes nothing more."""
    if actor.person_id is None:
        return actor
    person = Person.objects.select_related("account").get(pk=actor.person_id)
    account = getattr(person, "account", None)
    if account is not None and not account.is_active:
        return replace(actor, holdings=(), roles=frozenset())
    return replace(actor_of(person, clock.today("Asia/Almaty")), client_id=actor.client_id, key_space=actor.key_space)


def _enter(step: StructureStep, form: Form, ground: Ground, written: Written) -> int:
    """Seal the entry of a change and return its place."""
    body, actor, today = written.body, ground.actor, clock.today(written.body.zone)
    held = next(iter(actor.posts_in(body.pk)), actor.main)
    capacity = f"{held.kind}:{held.post}{' (acting)' if held.acting else ''}; {held.order}" if held else ""
    data = {**keys.plain(form.model_dump(mode="json", exclude_none=True)), **keys.plain(written.data)}
    entry = Entry(
        register_id=register_of(card_of(body), BOOK, today.year),
        subject=written.subject,
        step=step.name,
        person_id=actor.person_id,
        client_id=actor.client_id,
        actor=actor.name[:300],
        capacity=capacity[:200],
        happened_on=today,
        recorded_at=clock.now(),
        cites=list(step.cites),
        salt=new_salt(),
    )
    entry.digest = salted(data, bytes(entry.salt or b""))
    change = Change()
    enter(change, entry, head_of(entry, ""), data, opened=None, numbered=False)
    return change.write()[0][0]
