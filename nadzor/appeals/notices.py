"""What applicants are told of an appeal, under which points, and what an e-mail carries."""

from nadzor.appeals.dispatching import BY_EMAIL
from nadzor.appeals.emailing import answer_of
from nadzor.appeals.following import TOLD
from nadzor.casework.notice_kinds import NoticeKind, declare_notice
from nadzor.law.words import Phrase

_OWED: dict[str, tuple[str, ...]] = {
    "cure_asked": ("29I.25.1",),
    "forwarded": ("29I.31.2",),
    "part_forwarded": ("29I.31.2",),
    "returned": ("29I.25.2",),
    "answered": ("29I.68.1",),
    "terminated": ("29I.47.1",),
    "correspondence_ended": ("29I.58.2",),
    "attached": ("29I.58.4",),
    "main_answered": ("29I.35.1",),
    "duplicate_answered": ("29I.35.2",),
    "petition_returned": ("29I.28.10",),
    "hearing_offered": ("29I.43", "29I.44"),
    "hearing_set": ("29I.43", "29I.44"),
    "access_set": ("29I.78",),
    "late_petition_returned": ("29I.28.12",),
    "own_letter": ("29I.44",),
    "term_extended": ("29I.52.2",),
    "control_taken": ("29I.52.4",),
}
"""Notices that a point asks for: each is proved, and goes by a registered letter where there is no e-mail address.

A registration is told by the receipt that is given with it; that an executor was named, no point asks to tell.
"""

for _name, _title in TOLD.items():
    declare_notice(_name, NoticeKind(_title, _OWED.get(_name, ())))
declare_notice(
    BY_EMAIL,
    NoticeKind(
        Phrase("жауап жіберілді", "направлен ответ", "the answer"),
        ("29I.68.1",),
        carries=answer_of,
        accepted="email_accepted",
    ),
)
