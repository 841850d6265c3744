"""Every table of the law in one place, by what it answers: for questions, for checks and for the test bench."""

from nadzor.law import appk, lecture
from nadzor.law.matrix import List
from nadzor.law.o29 import duties as duties_29
from nadzor.law.o29 import signing as signing_29
from nadzor.law.o29 import terms as terms_29
from nadzor.law.o29.regimes import TERMS_OF_OTHER_LAWS
from nadzor.law.o60 import duties as duties_60
from nadzor.law.o60 import terms as terms_60
from nadzor.law.o102 import duties as duties_102
from nadzor.law.o102 import signing as signing_102
from nadzor.law.o102 import terms as terms_102
from nadzor.law.periods import Duty
from nadzor.law.terms import Term

TERMS: dict[str, Term] = {
    **terms_29.TERMS,
    **TERMS_OF_OTHER_LAWS,
    **terms_102.TERMS,
    **terms_60.TERMS,
    **lecture.TERMS,
    **appk.TERMS,
}
DUTIES: dict[str, Duty] = {**duties_29.DUTIES, **duties_102.DUTIES, **duties_60.DUTIES}

# Lists of signatories by the letter or act they sign; decisions (answers) go by 29I.88, which is no plain list.
LISTS: dict[str, List] = {
    "forward": signing_29.FORWARDING,
    "forward_up": signing_29.FORWARDING_UP,
    "inspection_order": signing_102.INSPECTION_ORDER,
    "expert_order": signing_102.EXPERT_ORDER,
    "demand_state_body": signing_102.DEMAND_STATE_BODY,
    "demand_business": signing_102.DEMAND_BUSINESS,
    "suspend_act": signing_102.SUSPEND_ACT,
    "appeal_civil": signing_102.APPEAL_CIVIL,
    "appeal_admin": signing_102.APPEAL_ADMINISTRATIVE,
    "appeal_offence": signing_102.APPEAL_OFFENCE,
}
DECISIONS = signing_29.DECISIONS
