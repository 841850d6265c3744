"""Who signs the papers of order 102 of 2021: inspections, expert examinations, demands, suspensions, appeals.

The Chief Military and the Chief Transport Prosecutor are equated to the prosecutor of an oblast; agencies,
institutions and the academy are no prosecutors of any level. The order is kept for its own period only (R38).
"""

import pytest

from nadzor.law.ask import ask

POSTS = {
    "PG": "prosecutor_general",
    "DPG": "deputy_prosecutor_general",
    "UH": "unit_head",
    "H": "head",
    "D": "deputy_head",
    "P": "prosecutor",
}
ON = "2022-03-01"

# Each cell: posts / those of them whose acting holder may sign too, in the order of the interface.
# Rows under a letter: body, who signs, the rows of the catalogue that name these posts.
INSPECTION_ORDER = [  # 102I point 13: every post "and the persons who replace them"
    ("gpo", "PG DPG UH / PG DPG UH", "102I.13.1 102I.13.2 102I.13.3"),
    ("oblast", "H D / H D", "102I.13.4 102I.13.5"),
    ("military", "H D / H D", "102I.13.4 102I.13.5"),
    ("transport", "H D / H D", "102I.13.4 102I.13.5"),
    ("district", "H / H", "102I.13.6"),  # his deputies are not on the list
    ("committee", "/", "102I.13.6"),  # its refusal: any office not named
    ("asset_recovery", "/", "102I.13.6"),
    ("academy", "/", "102I.13.6"),
    ("institution", "/", "102I.13.6"),
    ("committee_territorial", "/", "102I.13.6"),
]
EXPERT_ORDER = [  # 102I point 20: as in point 13, and heads of units of oblast offices
    ("gpo", "PG DPG UH / PG DPG UH", "102I.20.2 102I.20.3 102I.20.4"),
    ("oblast", "H D UH / H D UH", "102I.20.5 102I.20.6 102I.20.7"),
    ("military", "H D UH / H D UH", "102I.20.5 102I.20.6 102I.20.7"),
    ("transport", "H D UH / H D UH", "102I.20.5 102I.20.6 102I.20.7"),
    ("district", "H / H", "102I.20.8"),
    ("committee", "/", "102I.20.8"),
    ("asset_recovery", "/", "102I.20.8"),
    ("academy", "/", "102I.20.8"),
    ("institution", "/", "102I.20.8"),
    ("committee_territorial", "/", "102I.20.8"),
]
DEMAND_STATE_BODY = [  # 102R point 21
    ("gpo", "PG DPG UH / PG DPG UH", "102R.21.1 102R.21.2 102R.21.3"),
    ("oblast", "H D / H D", "102R.21.4 102R.21.5"),
    ("military", "H D / H D", "102R.21.4 102R.21.5"),
    ("transport", "H D / H D", "102R.21.4 102R.21.5"),
    ("district", "H / H", "102R.21.6"),
    ("committee", "/", "102R.21.6"),
    ("asset_recovery", "/", "102R.21.6"),
    ("academy", "/", "102R.21.6"),
    ("institution", "/", "102R.21.6"),
    ("committee_territorial", "/", "102R.21.6"),
]
DEMAND_BUSINESS = [  # 102R point 22: neither deputies of oblast prosecutors nor districts
    ("gpo", "PG DPG UH / PG DPG UH", "102R.22.2 102R.22.3 102R.22.4"),
    ("oblast", "H / H", "102R.22.5"),
    ("military", "H / H", "102R.22.5"),
    ("transport", "H / H", "102R.22.5"),
    ("district", "/", "102R.22.5"),
    ("committee", "/", "102R.22.5"),
    ("asset_recovery", "/", "102R.22.5"),
    ("academy", "/", "102R.22.5"),
    ("institution", "/", "102R.22.5"),
    ("committee_territorial", "/", "102R.22.5"),
]
SUSPEND_ACT = [  # 102R point 30: no heads of units, no deputies of oblast prosecutors, no districts
    ("gpo", "PG DPG / PG DPG", "102R.30.1 102R.30.2"),
    ("oblast", "H / H", "102R.30.3"),
    ("military", "H / H", "102R.30.3"),
    ("transport", "H / H", "102R.30.3"),
    ("district", "/", "102R.30.3"),
    ("committee", "/", "102R.30.3"),
    ("asset_recovery", "/", "102R.30.3"),
    ("academy", "/", "102R.30.3"),
    ("institution", "/", "102R.30.3"),
    ("committee_territorial", "/", "102R.30.3"),
]
APPEAL_CIVIL = [  # 102I point 32: no replacing persons; the prosecutor who took part, whatever his office
    ("gpo", "PG DPG P /", "102I.32.5 102I.32.6 102I.32.11"),
    ("oblast", "H D P /", "102I.32.7 102I.32.8 102I.32.11"),
    ("military", "H D P /", "102I.32.7 102I.32.8 102I.32.11"),
    ("transport", "H D P /", "102I.32.7 102I.32.8 102I.32.11"),
    ("district", "H D P /", "102I.32.9 102I.32.10 102I.32.11"),
    ("committee", "P /", "102I.32.11"),
    ("asset_recovery", "P /", "102I.32.11"),
    ("academy", "P /", "102I.32.11"),
    ("institution", "P /", "102I.32.11"),
    ("committee_territorial", "P /", "102I.32.11"),
]
APPEAL_ADMIN = [  # 102I point 32: "their deputies" stands before the district prosecutor
    ("gpo", "PG DPG P /", "102I.32.13 102I.32.14 102I.32.18"),
    ("oblast", "H D P /", "102I.32.15 102I.32.16 102I.32.18"),
    ("military", "H D P /", "102I.32.15 102I.32.16 102I.32.18"),
    ("transport", "H D P /", "102I.32.15 102I.32.16 102I.32.18"),
    ("district", "H P /", "102I.32.17 102I.32.18"),
    ("committee", "P /", "102I.32.18"),
    ("asset_recovery", "P /", "102I.32.18"),
    ("academy", "P /", "102I.32.18"),
    ("institution", "P /", "102I.32.18"),
    ("committee_territorial", "P /", "102I.32.18"),
]
APPEAL_OFFENCE = [  # 102I point 48
    ("gpo", "PG DPG P /", "102I.48.1 102I.48.2 102I.48.7"),
    ("oblast", "H D P /", "102I.48.3 102I.48.4 102I.48.7"),
    ("military", "H D P /", "102I.48.3 102I.48.4 102I.48.7"),
    ("transport", "H D P /", "102I.48.3 102I.48.4 102I.48.7"),
    ("district", "H D P /", "102I.48.5 102I.48.6 102I.48.7"),
    ("committee", "P /", "102I.48.7"),
    ("asset_recovery", "P /", "102I.48.7"),
    ("academy", "P /", "102I.48.7"),
    ("institution", "P /", "102I.48.7"),
    ("committee_territorial", "P /", "102I.48.7"),
]
# A letter, its table, and the answer in the General Prosecutor's Office with the row of its first post
LETTERS = [
    ("inspection_order", INSPECTION_ORDER, "PG DPG UH / PG DPG UH", "102I.13.1"),
    ("expert_order", EXPERT_ORDER, "PG DPG UH / PG DPG UH", "102I.20.2"),
    ("demand_state_body", DEMAND_STATE_BODY, "PG DPG UH / PG DPG UH", "102R.21.1"),
    ("demand_business", DEMAND_BUSINESS, "PG DPG UH / PG DPG UH", "102R.22.2"),
    ("suspend_act", SUSPEND_ACT, "PG DPG / PG DPG", "102R.30.1"),
    ("appeal_civil", APPEAL_CIVIL, "PG DPG P /", "102I.32.5"),
    ("appeal_admin", APPEAL_ADMIN, "PG DPG P /", "102I.32.13"),
    ("appeal_offence", APPEAL_OFFENCE, "PG DPG P /", "102I.48.1"),
]


def signs(text):
    posts, _, acting = text.partition("/")
    return {"posts": [POSTS[p] for p in posts.split()], "acting": [POSTS[p] for p in acting.split()]}


def letter(name, **question):
    return ask({"ask": "signatories", "letter": name, **question})


@pytest.mark.parametrize(
    ("name", "body", "who", "rows"),
    [
        pytest.param(name, body, who, rows, id=f"{name} {body}", marks=pytest.mark.norm(*rows.split()))
        for name, table, *_ in LETTERS
        for body, who, rows in table
    ],
)
def test_signatories(name, body, who, rows):
    answer = letter(name, body=body, on=ON)
    assert set(answer.pop("cites")) >= set(rows.split())
    assert answer == signs(who)


@pytest.mark.parametrize("day", ["2021-07-26", "2023-01-30"])
@pytest.mark.parametrize(
    ("name", "who"),
    [pytest.param(name, who, id=name, marks=pytest.mark.norm(row)) for name, _, who, row in LETTERS],
)
def test_first_and_last_day_of_the_order(name, who, day):
    answer = letter(name, body="gpo", on=day)
    assert {key: answer.get(key) for key in ("posts", "acting")} == signs(who)


@pytest.mark.parametrize("on", [{"on": "2021-07-25"}, {"on": "2023-01-31"}, {"on": "2026-03-05"}, {}])
@pytest.mark.parametrize(
    "name", [pytest.param(name, id=name, marks=pytest.mark.norm(row)) for name, _, _, row in LETTERS]
)
def test_out_of_force(name, on):
    assert letter(name, body="gpo", **on)["error"]["code"] == "not_in_force"
