"""The outbox: notices that steps owe, delivered by a job. Each once: marked in the transaction that delivers it.

The page of the applicant and the inbox of the staff show a notice from then on; the same transaction plans by which
other ways an applicant is told (`plans`), and `mailing` sends the e-mails.
"""

from collections.abc import Iterable, Iterator

from django.db import transaction

from nadzor import clock
from nadzor.casework import mail
from nadzor.casework.delivery import Delivery, Outcome
from nadzor.casework.models import Notice, Party
from nadzor.casework.notice_kinds import KINDS

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
    wanted = Party.objects.filter(proceeding__in={row.proceeding_id for row in rows}, role="applicant").order_by("-pk")
    parties = {party.proceeding_id: party for party in wanted}
    Delivery.objects.bulk_create(
        [each for row in rows for each in plans(row, parties.get(row.proceeding_id))], ignore_conflicts=True
    )


def plans(notice: Notice, party: Party | None) -> Iterator[Delivery]:
    """Yield the ways of a notice: the page; the way that the step names; an e-mail where there is an address.

    Where the step names no way, the e-mail carries the notice. Without an e-mail address a registered letter does, if a
    point asks for the notice at all: for the others the page and the receipt are enough. An e-mail about an answer that
    was itself sent by e-mail would tell it twice.
    """
    now, named = clock.now(), str(notice.data.get("way", ""))
    kind = KINDS.get(notice.template)
    shown = {"outcome": Outcome.DELIVERED, "at": now, "main": False}
    if kind is None or not kind.accepted:
        yield Delivery(notice=notice, way="portal", planned_at=now, **shown)
    if party is None or kind is None:
        return
    on_paper = named in BY_PAPER
    if mail.is_address(party.email) and named != "email":
        ready = {"next_at": now, "main": not on_paper}
        yield Delivery(notice=notice, way="email", address=party.email, planned_at=now, **ready)
    elif kind.points and not named and party.postal_address:
        yield Delivery(notice=notice, way="post", address=party.postal_address, planned_at=now)
    if on_paper:
        yield Delivery(notice=notice, way=named, address=party.postal_address, planned_at=now)
