"""Territorial and specialised offices of one place: specialised ones complement territorial ones (SYS.38)."""

import datetime as dt

from nadzor.organs.directory import BodyCard, Directory
from nadzor.organs.models import Territory, held_on
from nadzor.organs.seed_records import Sphere

NEIGHBOUR_CITES = ("SYS.38",)


def neighbours(body: BodyCard, known: Directory, day: dt.date) -> list[BodyCard]:
    """Return the offices that share ground with one on a day: specialised with a territorial one, and the reverse.

    Territories are beginnings of KATO codes: one lies in the other when it begins like it.
    """
    rows = list(Territory.objects.filter(held_on(day)).values_list("body_id", "kato"))
    mine = [kato for pk, kato in rows if pk == body.id]
    territorial = body.sphere is Sphere.TERRITORIAL
    found = {
        pk
        for pk, kato in rows
        if (known.bodies[pk].sphere is Sphere.TERRITORIAL) is not territorial
        and known.bodies[pk].stands(day)
        and any(kato.startswith(own) or own.startswith(kato) for own in mine)
    }
    return sorted((known.bodies[pk] for pk in found), key=lambda card: card.code)
