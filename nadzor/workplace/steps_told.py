"""What somebody may do in a case now, and what not: the table is asked, the order of the offer alone stands here."""

from typing import Any

from django.urls import reverse

from nadzor.casework.case import Case
from nadzor.casework.rules import offered
from nadzor.organs.actor import Actor
from nadzor.workplace.step_groups import AT_HAND, grouped


def steps_told(case: Case, actor: Actor) -> dict[str, Any]:
    """Return what can be done: first the main line, then what is at hand, then the rest by subject; and what cannot."""
    now: list[dict[str, Any]] = []
    not_now: list[dict[str, Any]] = []
    for each in offered(case, actor):
        said = {"name": each.step.name, "title": each.step.title}
        if each.refusal is None:
            url = reverse("step", args=[case.row.number, each.step.name])
            beside = each.step.aside or each.step.kernel
            now.append({**said, "url": url, "leads": each.step.leads, "aside": beside})
        else:
            not_now.append({**said, "why": each.refusal.message, "cites": each.refusal.cites})
    main = sorted((step for step in now if not step["aside"]), key=lambda step: not step["leads"])
    if main:
        main[0]["primary"] = main[0]["leads"]  # what the main line waits for comes first
    aside = [step for step in now if step["aside"]]
    return {
        "now": main,
        "at_hand": [step for step in aside if step["name"] in AT_HAND],
        "groups": grouped(step for step in aside if step["name"] not in AT_HAND),
        "not_now": grouped(not_now),
        "not_now_count": len(not_now),
    }
