"""Who signs: forwarding letters (29I.31, 32) and decisions (answers) by the seven levels of 29I.88.

Point 88 stands here level by level and case by case, in the order's own sequence; letters are those of the rows
29I.88.1-88.7; `levels.py` reads them. Readings: R6-R9, R24, R26, R29, R46-R48, R51, R53, R56, R57.
"""

from nadzor.law.facts import CENTRAL_SENDERS, Authority, Outcome
from nadzor.law.matrix import List, Row, Signatories
from nadzor.law.o29.levels import Case, Matrix88, On, Storey
from nadzor.law.posts import DISTRICT_LEVEL, OBLAST_LEVEL, PROSECUTORS_OF_OBLAST_RANK, Body, Official, Post, in_order

FORWARDING = List(
    (
        Row(
            "29I.31.4",
            (Body.GPO,),
            (Post.UNIT_HEAD, Post.UNIT_DEPUTY_HEAD, Post.DIRECTORATE_HEAD, Post.APPEALS_UNIT_EMPLOYEE),
        ),
        Row(
            "29I.31.5",
            PROSECUTORS_OF_OBLAST_RANK,
            (Post.HEAD, Post.DEPUTY_HEAD, Post.APPARATUS_HEAD, Post.SENIOR_ASSISTANT, Post.ASSISTANT),
        ),
        Row("29I.31.6", (Body.ACADEMY,), (Post.HEAD, Post.DEPUTY_HEAD, Post.APPARATUS_HEAD)),
        Row("29I.31.7", (Body.COMMITTEE, Body.COMMITTEE_TERRITORIAL), (Post.HEAD, Post.DEPUTY_HEAD)),
        Row("29I.31.7", (Body.INSTITUTION,), (Post.HEAD, Post.DEPUTY_HEAD)),  # R26: named nowhere, as a committee
        Row("29I.31.8", (Body.ASSET_RECOVERY,), (Post.HEAD, Post.DEPUTY_HEAD, Post.DIRECTORATE_HEAD)),
        Row("29I.31.9", (Body.DISTRICT,), (Post.HEAD, Post.DEPUTY_HEAD)),
    )
)

FORWARDING_UP = List(
    (
        Row("29I.32", (Body.GPO,), (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("29I.32", (*OBLAST_LEVEL, *DISTRICT_LEVEL), (Post.HEAD,), acting=True),
    )
)


_CANCELS = (Outcome.CANCEL_ACT,)
_CANCELS_AND_ADOPTS = (Outcome.CANCEL_AND_ADOPT,)

LEVEL_1 = Storey(
    *(1, "29I.88.1", (Body.GPO,), (Post.PROSECUTOR_GENERAL,), True),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case("a", On.CONTESTED, ("gpo:deputy_prosecutor_general", "gpo:apparatus_head")),  # R57: the apparatus
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case(  # R47: his own answer; R57: the head of the Apparatus
            "c",
            On.EARLIER,
            ("gpo:deputy_prosecutor_general", "gpo:prosecutor_general", "gpo:apparatus_head"),
        ),
        Case("d", On.INTERPELLATION, ("true",)),
        Case("e", On.RECEPTION, ("gpo:prosecutor_general",)),
        Case("f", On.REST, ()),
    ),
)
LEVEL_2 = Storey(
    *(2, "29I.88.2", (Body.GPO,), (Post.DEPUTY_PROSECUTOR_GENERAL, Post.APPARATUS_HEAD), False),
    (
        Case(
            "a",
            On.CONTROL,
            (
                *(Authority.PRESIDENT, Authority.PRIME_MINISTER, Authority.PARLIAMENT_CHAIRMAN),
                *(Authority.STATE_SECRETARY, Authority.PRESIDENTIAL_ADMINISTRATION_HEAD),
                *(Authority.PRESIDENTIAL_ADMINISTRATION_DEPUTY_HEAD, Authority.CONSTITUTIONAL_COURT),
                *(Authority.SECURITY_COUNCIL_SECRETARY, Authority.OMBUDSMAN),
            ),
        ),
        Case(
            "b",
            On.SENT,
            (
                *(Authority.PRESIDENTIAL_ASSISTANT, Authority.PRESIDENTIAL_ADVISER),
                *(Authority.SECURITY_COUNCIL_DEPUTY, Authority.PRESIDENTIAL_UNIT_HEAD),
            ),
        ),
        Case("c", On.OUTCOME, _CANCELS),
        Case(
            "c",
            On.CONTESTED,
            (
                *("gpo:unit_head", "military:head", "transport:head", "oblast:head"),
                *("committee:head", "asset_recovery:head", "institution:head", "academy:head"),
            ),
        ),
        Case("d", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("e", On.EARLIER, ("gpo:unit_head",)),
        Case("f", On.OUTCOME, (Outcome.REFUSE,)),
        Case("g", On.RECEPTION, ("gpo:deputy_prosecutor_general", "gpo:apparatus_head")),
        Case("h", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("i", On.REST, ("1",)),
    ),
)
LEVEL_3 = Storey(
    *(3, "29I.88.3", (Body.GPO,), (Post.UNIT_HEAD,), True),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case(  # R24: of the leadership, the heads belong to level 2
            "a",
            On.CONTESTED,
            ("gpo:unit_deputy_head", "military:deputy_head", "transport:deputy_head", "oblast:deputy_head"),
        ),
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("d", On.OUTCOME, (Outcome.SEND_DOWN,)),
        Case("e", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case(
            "f",
            On.SENT,
            (
                *(Authority.DEPUTY_PRIME_MINISTER, Authority.GOVERNMENT_OFFICE_HEAD, Authority.DEPUTY),
                *(Authority.PARLIAMENT_UNIT_HEAD, Authority.SUPREME_COURT_COLLEGIUM_CHAIRMAN),
                Authority.PARTY_LEADER,
            ),
        ),
        Case("f", On.CONTROL, (Authority.DEPUTY_PRIME_MINISTER,)),  # R29
        Case("g", On.CONTESTED, ("gpo:directorate_head", "gpo:appeals_unit_employee", "gpo:prosecutor")),
        Case("h", On.PRETRIAL_OUTCOME, (Outcome.REFUSE,)),
        Case("i", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("j", On.OUTCOME, (Outcome.ANSWER,)),
        Case("k", On.OUTCOME, (Outcome.TERMINATE,)),
        Case("l", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
        Case("m", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("n", On.REST, ("1", "2")),
    ),
)
LEVEL_4 = Storey(
    *(4, "29I.88.4", (Body.GPO,), (Post.UNIT_DEPUTY_HEAD,), False),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case(
            "a",
            On.CONTESTED,
            (
                *("committee:deputy_head", "asset_recovery:deputy_head", "institution:deputy_head"),
                *("academy:deputy_head", "district:head", "district:deputy_head"),
                *("committee_territorial:head", "committee_territorial:deputy_head"),
            ),
        ),
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("d", On.OUTCOME, (Outcome.SEND_DOWN,)),
        Case("e", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case("f", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
        Case("g", On.OUTCOME, (Outcome.ANSWER,)),
        Case("h", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("i", On.REST, ("1", "2", "3")),
    ),
)
LEVEL_5 = Storey(
    *(5, "29I.88.5", OBLAST_LEVEL, (Post.HEAD,), True),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case("a", On.CONTESTED, ("own:deputy_head",)),  # R46: in institutions and the academy too
        Case("a", On.EARLIER, ("own:deputy_head", "own:head")),  # R47: the head's own answer
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.OUTCOME, (Outcome.REFUSE,)),
        Case("d", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case("e", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("f", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("g", On.OUTCOME, (Outcome.TERMINATE,)),
        Case(
            "h",
            On.SENT,
            (
                *CENTRAL_SENDERS,
                Authority.PARTY_LEADER,  # R53
                *(Authority.PROSECUTOR_GENERAL, Authority.DEPUTY_PROSECUTOR_GENERAL, Authority.GPO),
            ),
        ),
        Case("i", On.EARLIER, ("committee_territorial:head", "district:head")),
        Case("i", On.CONTESTED, ("committee_territorial:head", "district:head")),  # R9
        Case("j", On.REST, ("1", "2", "3")),
    ),
    signs_also=(6,),  # R6: the head may sign all that his deputies may
)
LEVEL_6 = Storey(
    *(6, "29I.88.6", OBLAST_LEVEL, (Post.DEPUTY_HEAD,), False),
    (
        Case("a", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("b", On.OUTCOME, (Outcome.SEND_DOWN,)),
        Case("c", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case(
            "d",
            On.CONTESTED,
            (
                *("own:apparatus_head", "own:unit_head", "own:senior_assistant", "own:assistant"),
                *("own:directorate_head", "own:prosecutor", "district:deputy_head", "district:prosecutor"),
                *("committee_territorial:deputy_head", "committee_territorial:prosecutor"),
            ),
        ),
        Case("e", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
        Case("f", On.OUTCOME, (Outcome.ANSWER,)),
        Case("g", On.OUTCOME, (Outcome.TERMINATE,)),
        Case("h", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("i", On.REST, ("1", "2", "3")),
    ),
    extra=(Official(Body.ASSET_RECOVERY, Post.DIRECTORATE_HEAD),),
)
LEVEL_7 = Storey(
    *(
        7,
        "29I.88.7",
        DISTRICT_LEVEL,
        (Post.HEAD,),
        True,
    ),  # R8: territorial bodies of the Committee as a district
    (
        Case("a", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("b", On.OUTCOME, (Outcome.TERMINATE,)),
        Case("c", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("d", On.OUTCOME, (Outcome.REFUSE,)),
        Case("e", On.OUTCOME, (Outcome.ANSWER,)),
        Case("e", On.CONTESTED, ("own:deputy_head", "own:prosecutor")),  # 29I.70: a higher prosecutor of the office
        Case("f", On.OUTCOME, _CANCELS),
        Case("g", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("h", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("i", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case("j", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
    ),
)
LEVELS = (LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4, LEVEL_5, LEVEL_6, LEVEL_7)

DECISIONS = Matrix88(LEVELS)

PRETRIAL = List(
    (
        Row("29I.87", (Body.GPO,), (Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL), acting=True),
        Row("29I.87", (*OBLAST_LEVEL, *DISTRICT_LEVEL), (Post.HEAD,), acting=True),
    )
)
"""Answers on complaints against those who investigate before trial: by the UPK, not by point 88 (R77)."""


def of_pretrial(body: Body, outcome: Outcome) -> Signatories:
    """Return who signs an answer on a complaint against pre-trial investigation.

    Heads of units of the General Prosecutor's Office sign refusals in this supervision. Source: 29I.87, 29I.88.3.
    """
    found = PRETRIAL.signatories(body)
    if body is not Body.GPO or outcome is not Outcome.REFUSE:
        return found
    posts = in_order(body, {*found.posts, Post.UNIT_HEAD})
    return Signatories(posts, found.acting, (*found.cites, "29I.88.3"))
