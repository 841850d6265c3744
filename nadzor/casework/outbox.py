"""The outbox: notices that steps owe, delivered by a job. Each once: marked in the transaction that delivers it."""

from django.db import transaction

from nadzor import clock
from nadzor.casework.models import Notice

BATCH = 200
# The page of the applicant and the inbox of the staff show a notice from the moment it counts as delivered.
SHOWN = ("portal", "inbox")


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
        by_channel: dict[str, list[int]] = {}
        for pk, channel in waiting.order_by("pk").values_list("pk", "channel")[:BATCH]:
            by_channel.setdefault(channel, []).append(pk)
        for channel, ids in by_channel.items():
            Notice.objects.filter(pk__in=ids).update(delivered_at=clock.now(), delivered_by=channel)
    return sum(map(len, by_channel.values()))
