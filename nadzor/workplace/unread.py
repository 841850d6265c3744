"""How many notices somebody has not marked as read: a number in the bar of every page."""

from django.db.models import QuerySet

from nadzor.casework.models import Notice
from nadzor.organs.actor import Actor

_COUNTED = 99


def own(actor: Actor) -> QuerySet[Notice]:
    """The notices of somebody; none for who is no person."""
    return Notice.objects.filter(person=actor.person_id or 0, to="staff")


def unread(actor: Actor) -> str:
    """How many are not read, as it stands in the bar: empty, "7", "99+"; counts no further."""
    count = own(actor).filter(read_at__isnull=True).order_by().values("pk")[: _COUNTED + 1].count()
    return f"{_COUNTED}+" if count > _COUNTED else str(count or "")
