"""Other service and the special register: entered with an order, counted, refused; shown on the page of a person."""

from typing import Any

import pytest

from nadzor.casework.models import Entry
from nadzor.casework.refusals import Invalid, NotFound
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.casework.structure.service import counted_of
from nadzor.organs.models import MilitaryRegister, Service
from tests.house import House

pytestmark = pytest.mark.django_db
ORDER = {"order_number": "3-Л", "order_day": "2026-03-02"}
SERVED = {"kind": "armed_forces", "place": "воинская часть", "since": "2015-01-01", "until": "2015-12-31"}


def change(house: House, step: str, on: object, by: str = "almaty.admin", **data: Any) -> None:
    change_structure(StructureAct(step, house.actor(by), str(on), {**ORDER, **data}))


@pytest.mark.norm("SYS.73")
def test_periods_are_counted_by_their_kind_and_by_decision(house: House) -> None:
    person = house.people["almaty.executor1"]
    change(house, "add_service", person.pk, **SERVED)
    assert counted_of(person) == 365
    teaching = {"kind": "teaching", "place": "университет", "since": "2016-01-01", "until": "2016-01-31"}
    change(house, "add_service", person.pk, **teaching)
    assert counted_of(person) == 365  # it may be included, and was not
    change(house, "drop_service", Service.objects.get(kind="teaching").pk)
    change(house, "add_service", person.pk, **teaching, included=True)
    assert counted_of(person) == 396
    entry = Entry.objects.filter(step="drop_service").get()
    assert entry.data is not None
    assert entry.data["was"]["place"] == "университет"  # the row went, the entry keeps it
    assert entry.cites == ["SYS.73"]


WRONG = [
    ({"until": "2026-03-06"}, "until"),  # not over yet
    ({"until": "2014-12-31"}, "until"),
    ({"kind": "circus"}, "kind"),
    ({"place": " "}, "place"),
    ({"order_day": "2026-03-06"}, "order_day"),
]


@pytest.mark.norm("SYS.73")
@pytest.mark.parametrize(("changes", "field"), WRONG)
def test_a_wrong_period_is_refused_at_its_field(house: House, changes: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        change(house, "add_service", house.people["almaty.executor1"].pk, **{**SERVED, **changes})
    assert set(refused.value.fields) == {field}
    assert not Service.objects.exists()


@pytest.mark.norm("SYS.71")
def test_the_special_register_is_entered_once_and_left(house: House) -> None:
    person = house.people["almaty.executor1"]
    change(house, "enter_register", person.pk, since="2026-03-03")
    with pytest.raises(Invalid) as refused:
        change(house, "enter_register", person.pk, since="2026-03-04")
    assert "stands on the special register already" in refused.value.fields["since"].en
    row = MilitaryRegister.objects.get()
    change(house, "leave_register", row.pk, until="2026-03-04")
    change(house, "enter_register", person.pk, since="2026-03-05")  # and may come back
    assert MilitaryRegister.objects.count() == 2


@pytest.mark.norm("SYS.71", "SYS.73")
def test_another_offices_administrator_sees_neither(house: House) -> None:
    change(house, "add_service", house.people["almaty.executor1"].pk, **SERVED)
    change(house, "add_service", house.people["gpo.executor"].pk, by="gpo.admin", **SERVED)
    theirs = Service.objects.get(person=house.people["gpo.executor"])
    with pytest.raises(NotFound):
        change(house, "drop_service", theirs.pk)
    with pytest.raises(NotFound):
        change(house, "enter_register", house.people["gpo.executor"].pk, since="2026-03-05")
