"""What the portal keeps of an appeal by its number alone: the draft it was sent from, emptied then, goes with it."""

from collections.abc import Collection

from nadzor.casework.erasing import ALSO
from nadzor.portal.models import Draft


def erase_drafts(cases: Collection[int], numbers: Collection[str]) -> None:  # noqa: ARG001  # as all that erase
    """Drop the drafts of erased appeals."""
    Draft.objects.filter(number__in=numbers).delete()


ALSO.append(erase_drafts)
