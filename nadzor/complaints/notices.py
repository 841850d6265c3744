"""What applicants are told of a complaint, under which points; what comes next, and that the way then is the court."""

from nadzor.appeals.following import CONTESTED, SEQUELS, TOLD, Contest, Sequel
from nadzor.appeals.papers.complaints import COURT
from nadzor.appeals.states import ANSWERED, REGISTERED, SIGNED, UNDER_REVIEW
from nadzor.casework.notice_kinds import NoticeKind, declare_notice
from nadzor.law.words import Phrase

_TOLD: dict[str, tuple[Phrase, tuple[str, ...]]] = {
    "complaint_satisfied": (
        Phrase(
            "Шағымыңыз толық қанағаттандырылды", "Жалоба удовлетворена полностью", "The complaint is satisfied wholly"
        ),
        ("29I.71.5",),
    ),
    "term_restoration": (
        Phrase(
            "Шағым беру мерзімін қалпына келтіру шешілді",
            "Решён вопрос о восстановлении срока жалобы",
            "It was decided whether to restore the term of the complaint",
        ),
        ("29I.71.2",),
    ),
    "complaint_filed": (
        Phrase("Шағымыңыз тіркелді", "Ваша жалоба зарегистрирована", "Your complaint was registered"),
        ("29I.71.1",),
    ),
    "complaint_returned": (Phrase("Шағым қайтарылды", "Жалоба возвращена", "The complaint was returned"), ("29I.73",)),
    "complaint_left": (
        Phrase(
            "Шағым қараусыз қалдырылды",
            "Жалоба оставлена без рассмотрения",
            "The complaint was left without consideration",
        ),
        ("29I.75",),
    ),
    "complaint_silent": (
        Phrase(
            "Шағымды қарау мерзімі өтті: қанағаттандырудан бас тартылды деп есептеледі, сотқа жүгінуге болады",
            "Срок рассмотрения жалобы истёк: считается, что в удовлетворении отказано, можно обратиться в суд",
            "The term of the complaint is over: it counts as refused, and the way to court is open",
        ),
        ("29I.83",),
    ),
    "procedure_anew": (
        Phrase(
            "Шағымыңыз бойынша рәсім қайта жүргізіледі",
            "По жалобе процедура проводится заново",
            "After the complaint the procedure is carried out anew",
        ),
        (),
    ),
}
SEQUELS.update(
    complaint_silent=Sequel(
        frozenset({REGISTERED, UNDER_REVIEW, SIGNED}),
        Phrase(
            "Шағым бойынша шешім мерзімінде қабылданбады, сондықтан шағымды қанағаттандырудан бас тартылды деп "
            "есептеледі. Сотқа жүгінуге құқылысыз. Шешім бәрібір қабылданып, осы бетте шығады.",
            "Решение по жалобе не принято в срок, поэтому считается, что в её удовлетворении отказано. Вы вправе "
            "обратиться в суд. Решение всё равно примут, оно появится на этой странице.",
            "No decision on the complaint was made in time, so it counts as refused. You may go to court. A decision "
            "is made all the same and will appear on this page.",
        ),
    ),
    complaint_satisfied=Sequel(
        frozenset({ANSWERED}),
        Phrase(
            "Шағым жасалған орган шағымды өзі толық қанағаттандырды. Оның қағазы төменде, сізге арналған қағаздар "
            "арасында.",
            "Орган, на который вы жаловались, сам полностью удовлетворил жалобу. Его бумага ниже, среди бумаг для вас.",
            "The body you complained of has itself satisfied the complaint wholly. Its paper is below, among the "
            "papers for you.",
        ),
    ),
)
CONTESTED["complaint_decision"] = Contest(COURT, ("29I.71.6",))
for _name, (_title, _points) in _TOLD.items():
    TOLD[_name] = _title
    declare_notice(_name, NoticeKind(_title, _points))
