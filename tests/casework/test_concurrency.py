"""Several people at once: real threads, each with its own connection."""

from collections import Counter

import pytest
from django.db import OperationalError

from nadzor.casework.act import Act
from nadzor.casework.models import Entry, Key, Proceeding, Register, Tally
from nadzor.casework.perform import Done, perform, perform_each
from nadzor.casework.refusals import ChangedMeanwhile, Refusal, Taken, WrongState
from nadzor.casework.sealing import chained, head_of, salted
from nadzor.organs.actor import HOUSE
from tests.crowd import errors, together
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db(transaction=True)


def verify(register: Register) -> int:
    """Follow the chain of a book from its first head; return how many entries it has."""
    head = bytes(register.first_head)
    entries = list(Entry.objects.filter(register=register).select_related("proceeding").order_by("seq"))
    for place, entry in enumerate(entries, start=1):
        assert entry.seq == place
        assert bytes(entry.digest) == salted(entry.data, bytes(entry.salt or b""))
        assert bytes(entry.previous) == head
        number = entry.proceeding.number if entry.proceeding else ""
        head = chained(head, place, entry.register_number, head_of(entry, number))
        assert bytes(entry.hash) == head
    assert bytes(register.head) == head
    assert register.last_seq == len(entries)
    return len(entries)


def test_eight_registrars_in_one_office(house: House) -> None:
    actor, rounds, crowd = house.actor("almaty.registrar"), 5, 8

    def work() -> None:
        for _ in range(rounds):
            perform(Act("appeal", "register", actor, LETTER))

    assert errors(together(*[work] * crowd)) == []
    book = Register.objects.get()
    numbers = Proceeding.objects.order_by("register_number").values_list("register_number", flat=True)
    assert list(numbers) == list(range(1, rounds * crowd + 1))
    assert Proceeding.objects.values("number").distinct().count() == rounds * crowd
    assert verify(book) == book.last_number == rounds * crowd
    assert sum(Tally.objects.values_list("count", flat=True)) == rounds * crowd


def test_a_refusal_leaves_no_gap(house: House) -> None:
    """Every second letter comes twice with one external id: one of the two is refused, no number is lost."""
    actor = house.actor("almaty.registrar")

    def work(name: str) -> Done:
        return perform(Act("appeal", "register", actor, {**LETTER, "external_id": name}))

    results = together(*[lambda name=f"E-{place // 2}": work(name) for place in range(8)])
    assert Counter(type(each) for each in results) == {Done: 4, Taken: 4}
    assert sorted(Proceeding.objects.values_list("register_number", flat=True)) == [1, 2, 3, 4]
    assert verify(Register.objects.get()) == 4


def test_one_key_at_once_is_one_proceeding(house: House) -> None:
    actor = house.actor("almaty.registrar")
    for place in range(5):
        act = Act("appeal", "register", actor, LETTER, key=f"k-{place}")
        results = together(*[lambda act=act: perform(act)] * 4)
        assert errors(results) == []
        assert len({done.number for done in results}) == 1
        assert sum(not done.again for done in results) == 1
    assert Proceeding.objects.count() == Key.objects.count() == 5
    verify(Register.objects.get())


def test_crossing_pairs_do_not_wait_for_each_other(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes and changes of executor on (a, b) and (b, a), over and over: all are made, none is tried in vain."""
    monkeypatch.setattr("nadzor.casework.perform._TRY_AGAIN", frozenset())  # a deadlock is told, not tried again
    first, second = house.people["almaty.executor1"].pk, house.people["almaty.executor2"].pk
    numbers = [house.register().number for _ in range(2)]
    for number in numbers:
        house.step("almaty.head", "assign", number, executor=first)
    head, deputy, rounds = house.actor("almaty.head"), house.actor("almaty.deputy"), 12

    def notes(on: tuple[str, ...]) -> None:
        for place in range(rounds):
            perform(Act("appeal", "note", head, {"text": f"{place}"}, on=on))

    def moves(on: tuple[str, ...]) -> None:
        for place in range(rounds):
            perform(Act("appeal", "reassign", deputy, {"executor": (first, second)[place % 2]}, on=on))

    a, b = numbers
    crowd = [lambda: notes((a, b)), lambda: notes((b, a)), lambda: moves((a, b)), lambda: moves((b, a))]
    assert errors(together(*crowd)) == []
    assert set(Proceeding.objects.values_list("version", flat=True)) == {2 + len(crowd) * rounds}
    assert verify(Register.objects.get()) == 2 * (2 + len(crowd) * rounds)
    assert sum(Tally.objects.values_list("count", flat=True)) == 2


def test_two_offices_crosswise(house: House) -> None:
    """The head of the General Prosecutor's Office touches cases of two books; so does the other way round."""
    a = house.register().number
    b = house.register("almaly.registrar", addressed_to="751110-district").number
    clerk = house.actor("almaty.registrar")
    at = {a: house.actor("almaty.head"), b: house.actor("almaly.head")}

    def work(number: str) -> None:
        for _ in range(10):
            perform(Act("appeal", "note", at[number], {"text": "т"}, on=(number,)))
            perform(Act("appeal", "register", clerk, LETTER))

    assert errors(together(lambda: work(a), lambda: work(b))) == []
    assert sorted(verify(book) for book in Register.objects.all()) == [1 + 10, 1 + 10 + 20]


def test_two_assign_at_once(house: House) -> None:
    """The second is told: by the version read what changed, without it that the state is another."""
    pks = [house.people[name].pk for name in ("almaty.executor1", "almaty.executor2")]
    logins = ("almaty.head", "almaty.deputy")
    for version, refusal in ((1, ChangedMeanwhile), (None, WrongState)):
        for _ in range(3):
            number = house.register().number
            acts = [
                Act("appeal", "assign", house.actor(login), {"executor": pk}, on=(number,), version=version)
                for login, pk in zip(logins, pks, strict=True)
            ]
            results = together(*[lambda act=act: perform(act) for act in acts])
            assert Counter(type(each) for each in results) == {Done: 1, refusal: 1}
            refused = next(each for each in results if isinstance(each, refusal))
            assert ("Передать на рассмотрение" if version else "На рассмотрении") in refused.message.ru
            assert Proceeding.objects.get(number=number).assignments.count() == 1


def test_a_batch_that_crosses_is_made_one_by_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    class Crossed(Exception):  # noqa: N818  # as the driver tells it
        sqlstate = "40P01"

    def crossing(*_: object) -> object:
        raise OperationalError from Crossed()

    monkeypatch.setattr("nadzor.casework.perform._perform_all", crossing)
    results = perform_each([Act("appeal", "register", HOUSE, {**LETTER, "external_id": name}) for name in "112"])
    assert [type(each) for each in results] == [Done, Taken, Done]
    assert Register.objects.get().last_number == 2


def test_batches_and_single_letters_share_a_book(house: House) -> None:
    """Every batch holds one letter twice, so it is made once more behind savepoints: no number is lost."""
    actor = house.actor("almaty.registrar")

    def batch(name: str) -> list[Done | Refusal]:
        ids = [f"{name}{place // 2 if place < 2 else place}" for place in range(10)]
        return perform_each([Act("appeal", "register", HOUSE, {**LETTER, "external_id": each}) for each in ids])

    def single() -> None:
        for _ in range(10):
            perform(Act("appeal", "register", actor, LETTER))

    results = together(lambda: batch("a"), lambda: batch("b"), single, single)
    assert errors(results) == []
    assert [sum(isinstance(each, Taken) for each in batch_of) for batch_of in results[:2]] == [1, 1]
    book = Register.objects.get()
    numbers = Proceeding.objects.order_by("register_number").values_list("register_number", flat=True)
    assert list(numbers) == list(range(1, 39)) == list(range(1, book.last_number + 1))
    assert verify(book) == 38
    assert sum(Tally.objects.values_list("count", flat=True)) == 38
