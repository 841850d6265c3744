"""What the registrar sees on a paper comes by HTTP and from a file just so; what was sent before is taken as before."""

from pathlib import Path

import pytest

from nadzor.appeals import letters
from nadzor.appeals.models import Appeal, OralProtocol
from tests.api.callers import Callers
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db
MORE = {
    "addressee": "Прокурору города",
    "signature": "eds",
    "also_missing": ["demands"],
    "governed_by": "criminal",
    "representative": {"type": "person", "surname": "Иной"},
    "authority_document": False,
}
MAP = """
source = "file"
[columns]
external_id = "id"
text = "text"
signature = "signed"
addressee = "to"
governed_by = "law"
repeat_of = "again"
repeat_reason = "why"
authority_document = "authority"
"applicant.surname" = "surname"
"applicant.iin" = "iin"
[defaults]
channel = "paper"
addressed_to = "750000-oblast"
received_at = "2026-03-05T09:00:00+05:00"
[values.signed]
"""


@pytest.mark.norm("29I.40.2", "29I.40.3", "29I.2.12", "29I.41")
def test_by_http(callers: Callers, house: House) -> None:
    portal = callers.of()
    first = portal.post("/appeals", LETTER).json()
    assert (first["standing"], first["repeat_of"], first["standing_cites"]) == ("primary", None, ["29I.2.6"])
    said = portal.post("/appeals", {**LETTER, **MORE, "text": "Снова."}).json()
    assert (said["missing"], said["flags"]) == (["authority", "demands"], ["incomplete"])
    again = {**LETTER, "text": "Опять.", "repeat_of": first["number"], "repeat_reason": "faults"}
    assert portal.post("/appeals", again).json()["repeat_of"] == first["number"]
    early = portal.post("/appeals", {**again, "repeat_reason": "contests"})
    assert (early.status_code, list(early.json()["error"]["fields"])) == (422, ["repeat_reason"])
    assert portal.post("/appeals", {**LETTER, "signature": "rubber"}).status_code == 422
    assert portal.post("/appeals", {**LETTER, "birth_date": "1996-01-01"}).status_code == 422


@pytest.mark.norm("29I.37")
def test_an_oral_one_by_http_has_its_protocol(callers: Callers, house: House) -> None:
    number = callers.of("almaty.registrar").post("/appeals", {**LETTER, "channel": "oral"}).json()["number"]
    kept = OralProtocol.objects.get(appeal__proceeding__number=number)
    assert kept.received_by == house.people["almaty.registrar"].full_name


def test_what_a_paper_is_can_be_said_by_http(callers: Callers, house: House) -> None:
    registrar = callers.of("almaty.registrar")
    number = registrar.post("/appeals", LETTER).json()["number"]
    steps = {each["step"]: each for each in registrar.get(f"/proceedings/{number}/steps").json()["steps"]}
    assert steps["sort"]["allowed"]
    assert steps["sort"]["needs"]["required"] == ["standing"]
    said = registrar.post(f"/proceedings/{number}/steps/sort", {"standing": "primary", "governed_by": "court_civil"})
    assert said.status_code == 200
    assert Appeal.objects.get(proceeding__number=number).governed_by == "court_civil"


def test_from_a_file(house: House, tmp_path: Path) -> None:
    first = house.register().number
    table, told = tmp_path / "letters.csv", tmp_path / "map.toml"
    rows = [
        "id,text,signed,to,law,again,why,authority,surname,iin",
        f"1,Снова.,none,Прокурору города,criminal,{first},faults,,Пробная,960101500101",
        f"2,Опять.,own_hand,,,{first},contests,,Пробная,960101500101",
    ]
    table.write_text("\n".join(rows), encoding="utf-8")
    told.write_text(MAP.replace("[values.signed]\n", ""), encoding="utf-8")
    card = letters.read_map(told)
    total = letters.Outcome()
    for outcome in letters.register_all(letters.letters_of(letters.read_rows(table), card), card, history=False):
        total.registered += outcome.registered
        total.refused += outcome.refused
    assert total.registered == 1
    assert [list(why.fields) for _letter, why in total.refused] == [["repeat_reason"]]
    kept = Appeal.objects.get(external_id="1")
    assert (kept.standing, kept.signature, kept.addressee, kept.governed_by) == (
        *("repeated", "none", "Прокурору города", "criminal"),
    )
