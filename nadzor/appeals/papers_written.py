"""The papers that are written beside an appeal: those declared here (29I.52), and those of its other ways."""

from nadzor.appeals.checks.visit_papers import VISIT_PAPERS
from nadzor.appeals.control.controlling import LONG_MATTER, PlaceUnderControl
from nadzor.appeals.control.inspecting import GOING_ON, INTERIM
from nadzor.appeals.ends.approved import ANONYMOUS_CONCLUSION, END_CONCLUSION
from nadzor.appeals.ends.termination import TERMINATION
from nadzor.appeals.papers import prolonging
from nadzor.appeals.papers.signers import MEMO_AUTHOR
from nadzor.appeals.written import WRITTEN, Written, declare_written
from nadzor.casework.effects import Stop
from nadzor.law.words import Phrase

INTERIM_REPLY = declare_written(
    Written(
        prolonging.INTERIM_REPLY,
        draft=Phrase("Аралық жауаптың жобасы", "Проект промежуточного ответа", "Draft of the interim reply"),
        begins=Phrase("Аралық жауап жазу", "Подготовить промежуточный ответ", "Write an interim reply"),
        begun=Phrase("Аралық жауап жазылды", "Подготовлен промежуточный ответ", "An interim reply was written"),
        points=("29I.52.6", "29I.52.7"),
        of_signature=("29I.52.6",),
        when=(GOING_ON,),
        sent=(Stop(INTERIM),),
    )
)
CONTROL_MEMO = declare_written(
    Written(
        prolonging.CONTROL_MEMO,
        draft=Phrase("Бақылау туралы баянат", "Рапорт о контроле", "Control memo"),
        begins=Phrase(
            "Бақылауға алу туралы баянат жазу",
            "Написать рапорт о постановке на контроль",
            "Write a memo on additional control",
        ),
        begun=Phrase(
            "Бақылауға алу туралы баянат жазылды",
            "Написан рапорт о постановке на контроль",
            "A memo on additional control was written",
        ),
        points=("29I.52.3",),
        of_signature=("29I.52.3",),
        when=(LONG_MATTER,),
        author=MEMO_AUTHOR,
        signed=(PlaceUnderControl(),),
    )
)
__all__ = [
    "ANONYMOUS_CONCLUSION",
    "CONTROL_MEMO",
    "END_CONCLUSION",
    "INTERIM_REPLY",
    "TERMINATION",
    "VISIT_PAPERS",
    "WRITTEN",
]
