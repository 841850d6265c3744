"""How scenarios set a term of keeping, wait for the night of a proposal, approve an act and see it carried out."""

from nadzor import clock
from nadzor.casework import destroying
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import Done
from nadzor.casework.playing import Player
from nadzor.casework.retention import MATTER
from nadzor.casework.scenarios import Event
from nadzor.casework.structure import StructureAct, change_structure


def _keep(player: Player, event: Event) -> Done:
    """Set the term by which the office of a case keeps its cases, from today on."""
    number = player.on(event)[0]
    today = clock.now().date().isoformat()
    said = {"ground": "Номенклатура дел", "since": today, "order_number": "1", "order_day": today}
    office = Proceeding.objects.values_list("body__code", flat=True).get(number=number)
    data = {**said, **player.data_of(event)}
    change_structure(StructureAct("set_retention", player.actor(event.who), office, data))
    return Done(({"number": number},))


def _propose(player: Player, event: Event) -> Done:  # noqa: ARG001  # as all ways
    return Done(({"number": destroying.propose_all()[0]},))


def _approve(player: Player, event: Event) -> Done:
    """Approve with the password given again; `password: false` forgets to."""
    said, actor = player.data_of(event), player.actor(event.who)
    if said.pop("password", True):
        actor = actor.again()
    return player.act(event, (MATTER, "approve"), said, actor)


def _carry_out(player: Player, event: Event) -> Done:  # noqa: ARG001
    return Done(({"number": destroying.carry_out_all()[0]},))


KEEPING_WAYS = {
    "destruction.keep": _keep,
    "destruction.propose": _propose,
    "destruction.approve": _approve,
    "destruction.carry_out": _carry_out,
}
