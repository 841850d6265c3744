"""The pages "Keys" and "Lists": which keys there are with the switch of single ones; columns and density."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from nadzor.accounts.models import Account
from nadzor.law.words import Phrase
from nadzor.workplace.lists import HEADS
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.tastes import ALWAYS, keep, tastes_of

_SAVED = Phrase("Сақталды.", "Сохранено.", "Saved.")
EVERYWHERE: tuple[tuple[str, Phrase], ...] = (
    ("Ctrl + K", Phrase("іздеу", "поиск", "find")),
    (
        "Ctrl + Enter",
        Phrase(
            "форманы жіберу (кері қайтарылмайтын әрекеттен басқасы)",
            "отправить форму (кроме шага, который нельзя отменить)",
            "send the form (but not for a step that cannot be undone)",
        ),
    ),
    (
        "Ctrl + S",
        Phrase(
            "жобаны сақтау, беттің жобасы болса",
            "сохранить черновик, где он есть",
            "save the draft, where there is one",
        ),
    ),
    ("Esc", Phrase("терезені жабу", "закрыть окно", "close the window")),
)
SINGLE: tuple[tuple[str, Phrase], ...] = (
    ("?", Phrase("пернелер тізімі", "список клавиш", "list of keys")),
    ("J, K", Phrase("келесі, алдыңғы", "следующее, предыдущее", "next, previous")),
    ("X", Phrase("белгілеу", "отметить", "choose")),
    ("Enter", Phrase("ашу", "открыть", "open")),
    ("A", Phrase("белгіленгендерді беру", "передать отмеченные", "assign the ticked ones")),
    ("F", Phrase("белгіленгендерді жіберу", "направить отмеченные", "forward the ticked ones")),
    ("W", Phrase("мерзім неге осындай", "почему такой срок", "why this term")),
    ("G, I", Phrase("істер тізіміне өту", "перейти к списку дел", "go to the inbox")),
    ("G, C", Phrase("бақылауға өту", "перейти к контролю", "go to control")),
)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def my_keys(request: StaffRequest) -> HttpResponse:
    """Show the keys; POST turns the single ones on or off."""
    tastes = tastes_of(request)
    if request.method == "POST" and isinstance(request.user, Account):
        keep(request.user, replace(tastes, letters="letters" in request.POST))
        messages.success(request, _SAVED.into(page_language()))
        return redirect("my-keys")
    context = {"here": "my", "everywhere": EVERYWHERE, "single": SINGLE, "tastes": tastes}
    return page(request, "workplace/my_keys.html", context)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def my_lists(request: StaffRequest) -> HttpResponse:
    """Ask which columns lists show and how high their rows are."""
    tastes, columns = tastes_of(request), list(enumerate(HEADS))[ALWAYS:]
    if request.method == "POST" and isinstance(request.user, Account):
        wanted = set(request.POST.getlist("column"))
        hidden = frozenset(place for place, _ in columns if str(place) not in wanted)
        keep(request.user, replace(tastes, hidden=hidden, compact=request.POST.get("density") == "compact"))
        messages.success(request, _SAVED.into(page_language()))
        return redirect("inbox")
    context = {
        "here": "my",
        "columns": [(str(place), head["title"]) for place, head in columns],
        "chosen": [str(place) for place, _ in columns if place not in tastes.hidden],
        "densities": _DENSITIES,
        "density": "compact" if tastes.compact else "normal",
        "labels": _LABELS,
        "always": [head["title"] for head in HEADS[:ALWAYS]],
    }
    return page(request, "workplace/my_lists.html", context)


_DENSITIES = (("normal", Phrase("қалыпты", "обычные", "normal")), ("compact", Phrase("ықшам", "компактные", "compact")))
_LABELS = {
    "column": Phrase("Бағандар", "Столбцы", "Columns"),
    "density": Phrase("Жолдардың биіктігі", "Высота строк", "Height of the rows"),
}
