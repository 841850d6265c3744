"""Who signs under order 102/2021: inspections, expert examinations, demands, suspension of acts, court motions.

Rows stand as in the order, one office level a row. `acting`: the order names the person standing in for the post.
"Regional prosecutor (or equated)" is the head of a military, transport or oblast office.
"""

from nadzor.law.matrix import List, Row
from nadzor.law.posts import DISTRICT_LEVEL as _DISTRICT_LEVEL
from nadzor.law.posts import OBLAST_LEVEL, PROSECUTORS_OF_OBLAST_RANK, Body, Post

_GPO = (Body.GPO,)
_REGION = PROSECUTORS_OF_OBLAST_RANK
_DISTRICT = (Body.DISTRICT,)
_ANYWHERE = (Body.GPO, *OBLAST_LEVEL, *_DISTRICT_LEVEL)

INSPECTION_ORDER = List(
    (
        Row("102I.13.1", _GPO, (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("102I.13.2", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,), acting=True),
        Row("102I.13.3", _GPO, (Post.UNIT_HEAD,), acting=True),
        Row("102I.13.4", _REGION, (Post.HEAD,), acting=True),
        Row("102I.13.5", _REGION, (Post.DEPUTY_HEAD,), acting=True),
        Row("102I.13.6", _DISTRICT, (Post.HEAD,), acting=True),
    )
)

EXPERT_ORDER = List(
    (
        Row("102I.20.2", _GPO, (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("102I.20.3", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,), acting=True),
        Row("102I.20.4", _GPO, (Post.UNIT_HEAD,), acting=True),
        Row("102I.20.5", _REGION, (Post.HEAD,), acting=True),
        Row("102I.20.6", _REGION, (Post.DEPUTY_HEAD,), acting=True),
        Row("102I.20.7", _REGION, (Post.UNIT_HEAD,), acting=True),
        Row("102I.20.8", _DISTRICT, (Post.HEAD,), acting=True),
    )
)

APPEAL_CIVIL = List(
    (
        Row("102I.32.5", _GPO, (Post.PROSECUTOR_GENERAL,)),
        Row("102I.32.6", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,)),
        Row("102I.32.7", _REGION, (Post.HEAD,)),
        Row("102I.32.8", _REGION, (Post.DEPUTY_HEAD,)),
        Row("102I.32.9", _DISTRICT, (Post.HEAD,)),
        Row("102I.32.10", _DISTRICT, (Post.DEPUTY_HEAD,)),
        Row("102I.32.11", _ANYWHERE, (Post.PROSECUTOR,)),  # who took part in first instance, whatever his office
    )
)

APPEAL_ADMINISTRATIVE = List(
    (
        Row("102I.32.13", _GPO, (Post.PROSECUTOR_GENERAL,)),
        Row("102I.32.14", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,)),
        Row("102I.32.15", _REGION, (Post.HEAD,)),
        Row("102I.32.16", _REGION, (Post.DEPUTY_HEAD,)),
        Row("102I.32.17", _DISTRICT, (Post.HEAD,)),  # his deputies stand before him in the sentence: not named
        Row("102I.32.18", _ANYWHERE, (Post.PROSECUTOR,)),
    )
)

APPEAL_OFFENCE = List(
    (
        Row("102I.48.1", _GPO, (Post.PROSECUTOR_GENERAL,)),
        Row("102I.48.2", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,)),
        Row("102I.48.3", _REGION, (Post.HEAD,)),
        Row("102I.48.4", _REGION, (Post.DEPUTY_HEAD,)),
        Row("102I.48.5", _DISTRICT, (Post.HEAD,)),
        Row("102I.48.6", _DISTRICT, (Post.DEPUTY_HEAD,)),
        Row("102I.48.7", _ANYWHERE, (Post.PROSECUTOR,)),
    )
)

DEMAND_STATE_BODY = List(
    (
        Row("102R.21.1", _GPO, (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("102R.21.2", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,), acting=True),
        Row("102R.21.3", _GPO, (Post.UNIT_HEAD,), acting=True),
        Row("102R.21.4", _REGION, (Post.HEAD,), acting=True),
        Row("102R.21.5", _REGION, (Post.DEPUTY_HEAD,), acting=True),
        Row("102R.21.6", _DISTRICT, (Post.HEAD,), acting=True),
    )
)

DEMAND_BUSINESS = List(
    (
        Row("102R.22.2", _GPO, (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("102R.22.3", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,), acting=True),
        Row("102R.22.4", _GPO, (Post.UNIT_HEAD,), acting=True),
        Row("102R.22.5", _REGION, (Post.HEAD,), acting=True),
    )
)

SUSPEND_ACT = List(
    (
        Row("102R.30.1", _GPO, (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("102R.30.2", _GPO, (Post.DEPUTY_PROSECUTOR_GENERAL,), acting=True),
        Row("102R.30.3", _REGION, (Post.HEAD,), acting=True),
    )
)
