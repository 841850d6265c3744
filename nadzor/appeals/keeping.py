"""What keeps an appeal from being destroyed, whatever its term: control, a contested answer, an open copy."""

from collections.abc import Collection

from django.db.models import Q

from nadzor.appeals.models import Appeal
from nadzor.casework.retention import keeps
from nadzor.law.words import Phrase

CONTROL = Phrase("жолданым бақылауда", "обращение на контроле", "the appeal is under control")
CONTESTED = Phrase(
    "жауабы дауланып жатыр немесе оған байланысты жолданым қаралуда",
    "ответ оспаривается, или рассматривается связанное с ним обращение",
    "its answer is contested, or an appeal that goes on from it is considered",
)


@keeps
def kept_appeals(cases: Collection[int]) -> dict[int, Phrase]:
    """Return the appeals among some cases that stay: under control (29I.28-30), or gone on from by an open one."""
    controlled = Appeal.objects.filter(pk__in=cases).exclude(control_by="").values_list("pk", flat=True)
    on = Appeal.objects.filter(proceeding__open=True).filter(
        Q(repeat_of__in=cases) | Q(duplicate_of__in=cases) | Q(forwarded_from__in=cases)
    )
    gone_on = {pk for row in on.values_list("repeat_of", "duplicate_of", "forwarded_from") for pk in row if pk}
    return {**dict.fromkeys(gone_on & set(cases), CONTESTED), **dict.fromkeys(controlled, CONTROL)}
