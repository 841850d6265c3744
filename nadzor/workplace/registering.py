"""Registering from a page, of papers or of calls: the same step, and the same answer to a form that is sent twice."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from nadzor.appeals.forms import Register
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.act import Act
from nadzor.casework.forms import parsed
from nadzor.casework.models import Key
from nadzor.casework.perform import perform
from nadzor.casework.refusals import KeyReused, Refusal, invalid
from nadzor.law.words import Phrase
from nadzor.workplace.staff import StaffRequest


def fitting(data: dict[str, Any], wrong: Mapping[str, Phrase]) -> dict[str, Any]:
    """Return what was typed if it can be registered. Raises Invalid, first for what could not be read (`wrong`)."""
    if wrong:
        raise invalid(**wrong)
    parsed(Register, data, listed=False)
    return data


def registering(  # noqa: PLR0913  # what the page gives, and where it goes from here
    request: StaffRequest,
    data: dict[str, Any],
    wrong: Mapping[str, Phrase],
    *,
    key: str,
    then: Callable[[str], HttpResponse],
    again: Callable[[Refusal], HttpResponse],
) -> HttpResponse:
    """Register an appeal. `then`: where its number leads; `again`: the form with what was refused.

    A form that was changed and sent again under its first key leads to the first receipt.
    """
    try:
        done = perform(Act(APPEAL.name, "register", request.actor, fitting(data, wrong), key=key))
    except KeyReused:
        number = registered_with(key, request)
        if number is None:
            raise
        messages.info(request, gettext("This form was registered before. What was changed since was not registered."))
        return redirect("receipt", number)
    except Refusal as refusal:
        return again(refusal)
    return then(done.number)


def registered_with(key: str, request: StaffRequest) -> str | None:
    """The number that this form got before, if it was sent before."""
    row = Key.objects.filter(space=request.actor.key_space, key=key).first()
    return str(row.answer[0]["number"]) if row is not None else None
