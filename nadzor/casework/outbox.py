"""The outbox: notices that steps owe, delivered by a job. Each once: marked in the transaction that delivers it.

The page of the applicant and the inbox of the staff show a notice from then on; the same transaction plans by which
other ways an applicant is told (`plans`), and `mailing` sends the e-mails.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction

from nadzor import clock
from nadzor.casework import mail
from nadzor.casework.delivery import Delivery, Outcome
from nadzor.casework.models import Notice, Party
from nadzor.casework.notice_kinds import KINDS, NoticeKind

BATCH = 200
# The page of the applicant and the inbox of the staff show a notice from the moment it counts as delivered.
SHOWN = ("portal", "inbox")
BY_PAPER = frozenset({"post", "courier", "by_hand"})


def deliver() -> int:
    """Deliver what waits, in batches; return how many. Two workers at once never take the same notice."""
    delivered = 0
    while count := _batch():
        delivered += count
    return delivered


def _batch() -> int:
    with transaction.atomic():
        waiting = Notice.objects.select_for_update(skip_locked=True).filter(
            delivered_at__isnull=True, channel__in=SHOWN
        )
        found = list(waiting.order_by("pk")[:BATCH])
        by_channel: dict[str, list[int]] = {}
        for row in found:
            by_channel.setdefault(row.channel, []).append(row.pk)
        now = clock.now()
        for channel, ids in by_channel.items():
            Notice.objects.filter(pk__in=ids).update(delivered_at=now, delivered_by=channel)
        plan(each for each in found if each.to == "applicant")
    return len(found)


def plan(notices: Iterable[Notice]) -> None:
    """Enter by which ways applicants are told of these notices, each way once."""
    rows = list(notices)
    if not rows:
        return
    cases = {row.proceeding_id for row in rows}
    parties: dict[int, list[Party]] = {}
    for party in Party.objects.filter(proceeding__in=cases, role__in=("applicant", "representative")).order_by("pk"):
        parties.setdefault(party.proceeding_id, []).append(party)
    Delivery.objects.bulk_create(
        [each for row in rows for each in plans(row, parties.get(row.proceeding_id, ()))], ignore_conflicts=True
    )


def plans(notice: Notice, parties: Sequence[Party]) -> Iterator[Delivery]:
    """Yield the ways of a notice: the page; then for the applicant and the representative those of their contacts.

    Whoever is represented stays a participant, and the representative may do everything for him (article 68 of the
    code on administrative procedures): both are told (R63). An e-mail about an answer that was itself sent by e-mail
    would tell it twice.
    """
    now, kind = clock.now(), KINDS.get(notice.template)
    shown = {"outcome": Outcome.DELIVERED, "at": now, "main": False}
    if kind is None or not kind.accepted:
        yield Delivery(notice=notice, way="portal", planned_at=now, **shown)
    if kind is None:
        return
    for party in parties:
        if party.role == "applicant":
            yield from _to_applicant(notice, party, kind, now)
        elif not kind.accepted:  # the answer itself was asked for by the applicant; that it went, both are told
            owed = bool(kind.points) and notice.data.get("way") != "portal"
            yield from _by_contacts(notice, party, now, owed=owed, to=party)


def _to_applicant(notice: Notice, party: Party, kind: NoticeKind, now: dt.datetime) -> Iterator[Delivery]:
    """The way that the step names, else those of the contacts."""
    named = str(notice.data.get("way", ""))
    on_paper = named in BY_PAPER
    if named != "email":
        owed = bool(kind.points) and not named and not kind.accepted
        yield from _by_contacts(notice, party, now, owed=owed, told=on_paper)
    if on_paper:
        yield Delivery(notice=notice, way=named, address=party.postal_address, planned_at=now)


def _by_contacts(  # noqa: PLR0913  # whom, when, what is owed
    notice: Notice, party: Party, now: dt.datetime, *, owed: bool, told: bool = False, to: Party | None = None
) -> Iterator[Delivery]:
    """The e-mail where there is an address; a registered letter where a point asks and no e-mail suffices (R62).

    An e-mail alone is a due notice only for who has signed that the contacts are true and notice to them is enough
    (article 66), or gave nothing else to write to. `told`: another way carries it already.
    """
    mailed = mail.is_address(party.email)
    letter = owed and bool(party.postal_address) and not (mailed and party.contacts_confirmed)
    if mailed:
        carries = not told and not letter
        yield Delivery(
            notice=notice, party=to, way="email", address=party.email, planned_at=now, next_at=now, main=carries
        )
    if letter:
        yield Delivery(notice=notice, party=to, way="post", address=party.postal_address, planned_at=now)
