"""Letters in the states that the pages of dispatch show, made through the steps where a step makes them."""

from nadzor import clock
from nadzor.casework import outbox
from nadzor.casework.delivery import Delivery, PostList
from nadzor.casework.models import Proceeding
from tests.house import House

REGISTRAR = "almaty.registrar"


def posted(house: House, number: str) -> PostList:
    """The answer on a case came back by post; another letter is with the post, one waits, one is with the courier."""
    outbox.deliver()
    now, body = clock.now(), Proceeding.objects.get(number=number).body_id
    count = PostList.objects.filter(body=body).count()
    made = PostList.objects.create(body_id=body, year=now.year, number=count + 1, made_at=now)
    row = Delivery.objects.get(notice__proceeding__number=number, way="post")
    Delivery.objects.filter(pk=row.pk).update(post_list=made, outcome="listed")
    house.step(REGISTRAR, "note_delivery", number, delivery=row.pk, outcome="sent", tracking=f"{row.pk:012}")
    house.step(REGISTRAR, "note_delivery", number, delivery=row.pk, outcome="returned", reason="Δεν βρέθηκε.")
    letter = {"notice": row.notice, "planned_at": now, "main": False, "address": row.address}
    Delivery.objects.create(way="post", attempt=2, outcome="listed", post_list=made, **letter)
    Delivery.objects.create(
        way="post", attempt=3, outcome="sent", at=now, tracking=f"{row.pk:013}", post_list=made, **letter
    )
    Delivery.objects.create(way="post", attempt=4, **letter)
    Delivery.objects.create(way="courier", **letter)
    mail = {**letter, "address": "a@example.kz"}
    Delivery.objects.create(
        way="email", outcome="refused", at=now, proof={"answer": "550 a@example.kz Άγνωστος"}, **mail
    )
    return made
