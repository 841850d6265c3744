"""The papers of reception outside the office: in institutions, on visits.

Source: 29R.6.1, 40.2 (duty prosecutors in institutions, by an approved schedule posted in the buildings, at least once
a week); 29R.14.1, 31, 40.1 (receptions on a visit by decision of the leadership); 29R.14.2 (booking).
"""

from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, SCHEDULE, Kind, Paper, To, declare_paper
from nadzor.papers.kit import field, fixed, head
from nadzor.reception.words import DAYS, LEADING, NAME, PLACE, RECEIVING

DUTY_SCHEDULE = declare_paper(
    Paper(
        "duty_schedule",
        Phrase(
            "Кезекші прокурорлардың қабылдау кестесі",
            "График приёма дежурными прокурорами",
            "Schedule of reception by duty prosecutors",
        ),
        ("29R.6.1", "29R.40.2"),
        (
            field("period", Phrase("Кезеңі", "Период", "Period"), "29R.6.1", kind=Kind.LINE),
            field(
                "institutions",
                Phrase("Мекемелердегі қабылдау", "Приём в учреждениях", "Reception in institutions"),
                "29R.6.1",
                kind=Kind.TABLE,
                columns=(
                    Phrase("Мекеме", "Учреждение", "Institution"),
                    Phrase("Кезекші прокурор", "Дежурный прокурор", "Duty prosecutor"),
                    DAYS,
                ),
            ),
            fixed(
                "weekly",
                Phrase("Жиілігі", "Периодичность", "How often"),
                "29R.40.2",
                kk="Қабылдау аптасына кемінде бір рет жүргізіледі. Кесте мекемелердің ғимараттарында ілінеді.",
                ru="Приём проводится не реже одного раза в неделю. График вывешивается в зданиях учреждений.",
            ),
            head("approver", "29R.6.1"),
        ),
        RECEIVING,
        To.PUBLIC,
        SCHEDULE,
        approved=LEADING,
    )
)
VISIT = declare_paper(
    Paper(
        "outreach_decision",
        Phrase(
            "Көшпелі қабылдау өткізу туралы шешім",
            "Решение о проведении выездного приёма",
            "Decision on a reception on a visit",
        ),
        ("29R.14.1", "29R.31", "29R.40.1"),
        (
            field(
                "where",
                PLACE,
                *("29R.14.1", "29R.31"),
                kind=Kind.LINE,
                kk="Жеке тұлғаларды және заңды тұлғалардың өкілдерін көшпелі қабылдау өткізілсін. Орны: {where}.",
                ru="Провести выездной приём физических лиц и представителей юридических лиц. Место: {where}.",
            ),
            field("when", Phrase("Күні мен уақыты", "Дата и время", "Day and hour"), "29R.14.1", kind=Kind.LINE),
            field(
                "officials",
                Phrase("Қабылдайтын лауазымды адамдар", "Принимающие должностные лица", "Officials who receive"),
                *("29R.14.1", "29R.31"),
                kind=Kind.TABLE,
                columns=(NAME, Phrase("Лауазымы", "Должность", "Post")),
            ),
            field(
                "keeper",
                Phrase("Жазуды жүргізеді", "Запись ведёт", "Who books"),
                "29R.14.2",
                kind=Kind.LINE,
            ),
            head("day", "29R.14.1"),
            head("signatory", "29R.14.1"),
        ),
        LEADING,
        To.INSIDE,
        RECORD,
    )
)
