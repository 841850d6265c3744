"""Passing many appeals to one executor: each is answered by itself, a refused one never stops the others."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from nadzor.appeals.procedure import APPEAL, REGISTERED
from nadzor.casework.access import visible
from nadzor.casework.perform import Act, perform_apart
from nadzor.casework.refusals import Refusal
from nadzor.law.words import Phrase
from nadzor.organs.models import Person
from nadzor.workplace.staff import StaffRequest, for_staff, page

MOST = 100
_NOTHING = Phrase(
    "Ештеңе таңдалмады: жолданымдарды белгілеп, орындаушыны таңдаңыз.",
    "Ничего не выбрано: отметьте обращения и выберите исполнителя.",
    "Nothing was chosen: tick the appeals and choose an executor.",
)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def assign_chosen(request: StaffRequest) -> HttpResponse:
    """Pass the ticked appeals on, or give them another executor where they are under review already."""
    if request.method != "POST":  # a change of language comes back here
        return redirect("inbox")
    asked = list(dict.fromkeys(request.POST.getlist("number")))[:MOST]
    executor = request.POST.get("executor", "")
    person = Person.objects.filter(pk=int(executor)).first() if executor.isdigit() else None
    if not asked or person is None:
        return page(request, "workplace/bulk.html", {"here": "inbox", "nothing": _NOTHING}, status=422)
    states = dict(visible(request.actor).filter(number__in=asked, procedure=APPEAL.name).values_list("number", "state"))
    numbers = [number for number in asked if number in states]
    results = perform_apart(
        [
            Act(
                APPEAL.name,
                "assign" if states[number] == REGISTERED else "reassign",
                request.actor,
                {"executor": person.pk},
                on=(number,),
            )
            for number in numbers
        ]
    )
    rows = []
    for number, result in zip(numbers, results, strict=True):
        refusal = result if isinstance(result, Refusal) else None
        said = next(iter(refusal.fields.values()), refusal.message) if refusal else None
        rows.append({"number": number, "refusal": refusal, "said": said})
    done = sum(row["refusal"] is None for row in rows)
    context = {"here": "inbox", "rows": rows, "done": done, "refused": len(rows) - done, "person": person}
    return page(request, "workplace/bulk.html", context) if rows else redirect("inbox")
