"""The whole tree of an appeal and its complaints: what each contests, where it went, how it ended (29I.70-84).

Two proceedings hang together where one was forwarded to the other, or where one contests what was decided in the other.
A level of the tree is read by two questions, however many stand on it.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from nadzor.appeals.models import Appeal
from nadzor.casework.models import Proceeding
from nadzor.complaints.models import Complaint
from nadzor.complaints.words import TABLE

_DEEPEST = 30  # nobody complains thirty times in a row; a ring of wrong numbers ends here


@dataclass
class Node:
    """A proceeding of the tree: its row, the complaint that it is (none for the first appeal), what hangs below."""

    row: Proceeding
    complaint: Complaint | None
    forwarded: bool
    below: list["Node"] = field(default_factory=list)

    @property
    def day(self) -> dt.date:
        """The day of its registration."""
        return self.row.registered_on


def hangs_together(appeal: int) -> bool:
    """Whether an appeal is part of a tree: it is a complaint with its matter, or is contested by one."""
    return Complaint.objects.filter(Q(contested=appeal) | Q(proceeding__parent=appeal)).exists()


def root_of(appeal: int) -> int:
    """Return the first proceeding of a tree: up what is contested, up from where it was forwarded."""
    seen = [appeal]
    for _ in range(_DEEPEST):
        here = seen[-1]
        above = (
            Complaint.objects.filter(proceeding__parent=here, contested__isnull=False)
            .exclude(proceeding__state="annulled")
            .values_list("contested", flat=True)
            .first()
        )
        before = Appeal.objects.filter(pk=here).values_list("forwarded_from", flat=True).first()
        up = before or above  # a complaint that was sent up hangs below the one it was sent from
        if up is None or up in seen:
            break
        seen.append(up)
    return seen[-1]


def tree_of(appeal: int) -> Node:
    """Return the tree that an appeal stands in, from its root."""
    root = root_of(appeal)
    matters = _matters([root])
    top = Node(Proceeding.objects.select_related("body").get(pk=root), matters.get(root), forwarded=False)
    level, known = [top], {root}
    while level:
        found = {node.row.pk: node for node in level}
        ways = {pk: of for pk, of in _below(found).items() if pk not in known}
        known |= set(ways)
        rows = Proceeding.objects.select_related("body").in_bulk(list(ways))
        matters = _matters(ways)
        level = []
        for pk in sorted(rows):
            above, forwarded = ways[pk]
            node = Node(rows[pk], matters.get(pk), forwarded)
            found[above].below.append(node)
            level.append(node)
    return top


def _below(above: Collection[int]) -> Mapping[int, tuple[int, bool]]:
    """What hangs below some proceedings: below which, and whether it was forwarded from there."""
    contests = Complaint.objects.filter(contested__in=above).exclude(proceeding__state="annulled")
    found = {pk: (of, False) for pk, of in contests.values_list("proceeding__parent", "contested") if pk and of}
    went = Appeal.objects.filter(forwarded_from__in=above).values_list("pk", "forwarded_from")
    went_rows = {pk: (of, True) for pk, of in went if of}
    # who was sent up contests the same decision: it hangs below the complaint it was sent from
    sent = Appeal.objects.filter(pk__in=list(found), forwarded_from__isnull=False).values_list("pk", flat=True)
    return {pk: way for pk, way in found.items() if pk not in set(sent)} | went_rows


def _matters(appeals: Collection[int]) -> dict[int, Complaint]:
    rows = Complaint.objects.filter(proceeding__parent__in=list(appeals), proceeding__procedure=TABLE)
    rows = rows.exclude(proceeding__state="annulled").select_related("proceeding", "body").order_by("pk")
    return {row.proceeding.parent_id: row for row in rows if row.proceeding.parent_id is not None}
