"""What the program does of itself about destruction: proposes by night, carries out what is approved."""

from collections import defaultdict

from nadzor import clock
from nadzor.casework import acts
from nadzor.casework.act import Act
from nadzor.casework.destruction_forms import APPROVED, MOST
from nadzor.casework.kept import DestructionItem
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import Done, perform
from nadzor.casework.refusals import Refusal
from nadzor.casework.retention import MATTER, due_in
from nadzor.organs.actor import HOUSE
from nadzor.organs.directory import directory


def propose_all() -> list[str]:
    """Propose what every office may destroy now, one matter for each year of closing; return the numbers."""
    known, made = directory(), []
    taken = set(DestructionItem.objects.filter(live=True).values_list("case", flat=True))
    for body in known.bodies.values():
        years: dict[int, list[int]] = defaultdict(list)
        for each in due_in(known, body.id, clock.today(body.zone)):
            if each.case not in taken:
                years[each.closed_on.year].append(each.case)
        for year, cases in sorted(years.items()):
            for at in range(0, len(cases), MOST):
                data = {"office": body.code, "year": year, "cases": cases[at : at + MOST]}
                made.append(perform(Act(MATTER, "propose", HOUSE, data)).number)
    return made


def carry_out_all() -> list[str]:
    """Carry out the acts that are approved, each by itself; one that may not be any more waits, and says so."""
    done = []
    for number in (
        Proceeding.objects.filter(procedure=MATTER, state=APPROVED).order_by("pk").values_list("number", flat=True)
    ):
        try:
            done.append(perform(Act(MATTER, "carry_out", HOUSE, {}, on=(number,))).number)
        except Refusal:  # the head sees the sentence on the page of the matter
            continue
    return done


def reapply() -> list[Done]:
    """Apply once more the acts noted outside the database that it does not know: it is that of an older backup."""
    made = []
    for note in acts.notes():
        gone = DestructionItem.objects.filter(erased_at__isnull=False).values("case")
        begun = DestructionItem.objects.filter(live=True, destruction__proceeding__state=APPROVED)
        begun = begun.exclude(destruction__again="")  # entered again, and broken off before it was carried out
        rows = (
            Proceeding.objects.filter(number__in=note.cases).exclude(pk__in=gone).exclude(pk__in=begun.values("case"))
        )
        cases = sorted(rows.values_list("pk", flat=True))
        if not cases:
            continue
        DestructionItem.objects.filter(case__in=cases, live=True).update(live=False)  # what the backup still discussed
        data = {"office": note.office, "year": note.year, "number": note.number, "approved": note.approved}
        done = perform(Act(MATTER, "reapply", HOUSE, {**data, "cases": cases}))
        made.append(perform(Act(MATTER, "carry_out", HOUSE, {}, on=(done.number,))))
    return made
