"""Who may do what with a complaint: its matter is opened by a step of the appeal, its ends are entered by one."""

from nadzor.appeals.rights import LEADER
from nadzor.casework.procedure import Right
from nadzor.law.words import Phrase

BY_THE_APPEAL = Right(
    "by_the_appeal",
    Phrase(
        "шағымның өз қадамын жасайтын адам (сол қадаммен бірге)",
        "тот, кто делает шаг самой жалобы (вместе с этим шагом)",
        "whoever makes the step of the complaint itself (with that step)",
    ),
    lambda actor, case, _form: actor.is_house or (case.opening is not None and case.parent is not None),
)
HOUSE_ITSELF = Right(
    "house",
    Phrase("ақпараттық жүйе", "информационная система", "the information system"),
    lambda actor, _case, _form: actor.is_house,
)
__all__ = ["BY_THE_APPEAL", "HOUSE_ITSELF", "LEADER"]
