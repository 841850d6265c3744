"""The style gallery: each part of the pages with made-up data, for staff and while developing. One page a surface."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from nadzor.law.words import Phrase
from nadzor.web.templatetags.nadzor import TONES

_ALMATY = dt.timezone(dt.timedelta(hours=5))
_WAITED = Phrase("Жауап күтілуде: әкімдік", "Ждём ответа: акимат", "Waiting for: the akimat")
WORDS = {
    "new": Phrase("Тіркелді", "Зарегистрировано", "Registered"),
    "work": Phrase("Қаралуда", "На рассмотрении", "Under review"),
    "wait": _WAITED,
    "soon": Phrase("Мерзімі жақын", "Срок близко", "Due soon"),
    "late": Phrase("Мерзімі өтті", "Срок истёк", "Overdue"),
    "moved": Phrase("Құзыреті бойынша жіберілді", "Направлено по компетенции", "Forwarded"),
    "done": Phrase("Жауап жолданды", "Ответ отправлен", "Answered"),
    "ended": Phrase("Тоқтатылды", "Прекращено", "Ended"),
}
_ANSWER = Phrase("Жауап беру", "Ответить", "Answer")
_TELL = Phrase("Жіберілгені туралы хабарлау", "Сообщить о направлении", "Tell of the forwarding")
_CALENDAR = Phrase(
    "Мерзім – 15 жұмыс күні. Тіркелген күн есептелмейді. Мереке күндері есептелмеді: 9–10, 23–25 наурыз.",
    "Срок – 15 рабочих дней. День регистрации не считается. Не вошли праздники: 9–10, 23–25 марта.",
    "The term is 15 working days. The day of registration is not counted. Holidays left out: 9-10, 23-25 March.",
)
_LAST_DAY = Phrase("Жаңа соңғы күні", "Новый последний день", "New last day")
_FACTS = Phrase("Анықталатын мән-жайлар", "Что нужно установить", "Facts to be established")
_TOO_FAR = Phrase(
    "Ең кеш күні: 2026 жылғы 1 маусым. Ертерек күнді енгізіңіз.",
    "Самый поздний день: 1 июня 2026 г. Введите более ранний день.",
    "The furthest day is 1 June 2026. Enter an earlier day.",
)


class Refused:
    """A refusal as the kernel gives it: a sentence and its points."""

    message = Phrase(
        "Бұл әрекет сіздің лауазымыңыздың өкілеттігіне кірмейді. Құқығы бар лауазымдар: басшы, басшының орынбасары.",
        "Это действие не входит в полномочия вашей должности. Вправе: руководитель, заместитель руководителя.",
        "This step is outside the powers of your post. Who may: the head, a deputy head.",
    )
    cites = ("29I.52.1",)


class SampleForm(forms.Form):
    """A form of Django's own, drawn by crispy forms."""

    surname = forms.CharField(label=_("Surname"), max_length=100)
    iin = forms.CharField(label=_("IIN"), required=False, help_text=_("12 digits, as in the document"))
    channel = forms.ChoiceField(label=_("Received"), choices=[("paper", _("on paper")), ("mail", _("by e-mail"))])
    way = forms.ChoiceField(
        label=_("How to answer"), widget=forms.RadioSelect, choices=[("sms", "SMS"), ("mail", _("by e-mail"))]
    )
    agree = forms.BooleanField(label=_("I agree to a visit by the executor"), required=False)


def _samples() -> dict[str, Any]:
    day = dt.date(2026, 4, 1)
    terms = [
        {"title": _TELL, "day": dt.date(2026, 3, 27), "left": -1, "why": _CALENDAR, "cites": ["29I.31.2"]},
        {"title": _ANSWER, "day": day, "left": 2, "why": _CALENDAR, "cites": ["29I.50"]},
        {"title": _ANSWER, "day": dt.date(2027, 1, 12), "left": 25, "why": _CALENDAR, "provisional": True},
    ]
    people = [
        ("000118", "Әбенов Қ.", "late", -1),
        ("000123", "Жақсыбекова Б.", "work", 2),
        ("000131", "«Дала» ЖШС", "wait", 3),
    ]
    rows = [
        {
            "url": f"#{number}",
            "cells": [
                {"day": day, "left": left},
                {"text": number},
                {"text": name},
                {"tone": tone, "word": WORDS[tone]},
            ],
        }
        for number, name, tone, left in people
    ]
    heads = [
        {"title": Phrase("Мерзімі", "Срок", "Due"), "url": "?sort=due", "sort": "ascending"},
        {"title": Phrase("Нөмірі", "Номер", "Number")},
        {"title": Phrase("Кімнен", "От кого", "From")},
        {"title": Phrase("Күйі", "Состояние", "State")},
    ]
    at = dt.datetime(2026, 3, 10, 14, 5, tzinfo=_ALMATY)
    events = [
        {
            "what": Phrase("Орындаушы тағайындалды", "Назначен исполнитель", "Executor named"),
            "who": "Серікова Г.",
            "at": at,
        },
        {"what": WORDS["new"], "who": "Ким А.", "on": dt.date(2026, 3, 5), "detail": _CALENDAR, "cites": ["29I.23.1"]},
    ]
    return {
        "tones": [(tone, WORDS[tone]) for tone in TONES],
        "terms": terms,
        "rows": rows,
        "heads": heads,
        "events": events,
        "day": day,
        "why": _CALENDAR,
        "sample_refusal": Refused,
        "now": [
            {
                "title": Phrase("Жауап жобасын дайындау", "Подготовить ответ", "Draft the answer"),
                "url": "#",
                "primary": True,
            },
            {"title": Phrase("Материалдарды сұрату", "Запросить материалы", "Ask for materials"), "url": "#"},
        ],
        "at_hand": [{"title": Phrase("Белгі қою", "Сделать отметку", "Add a note"), "url": "#"}],
        "groups": [
            {
                "title": Phrase("Мерзім және бақылау", "Срок и контроль", "Term and control"),
                "steps": [{"title": Phrase("Бақылауға алу", "Взять на контроль", "Take under control"), "url": "#"}],
            }
        ],
        "not_now": [
            {
                "title": Phrase("Жауапсыз аяқтау", "Окончание без ответа", "Ends without an answer"),
                "steps": [
                    {
                        "title": Phrase("Қайталанған деп тоқтату", "Прекратить как повторное", "End as repeated"),
                        "why": Phrase(
                            "Бұрын жауап берілмеген.", "Ответа раньше не было.", "There is no earlier answer."
                        ),
                        "cites": ["29I.57.1"],
                    }
                ],
            }
        ],
        "not_now_count": 1,
        "sample_errors": [{"id": "id_due", "label": _LAST_DAY, "text": _TOO_FAR}],
        "last_day": _LAST_DAY,
        "facts": _FACTS,
        "too_far": _TOO_FAR,
        "choices": [(tone, WORDS[tone]) for tone in ("new", "work", "done")],
        "caption": Phrase("Менің істерім: 3", "Мои дела: 3", "My cases: 3"),
        "data": [
            {"title": Phrase("Тараптар", "Стороны", "Parties"), "text": "Жақсыбекова Б., ЖСН ••••4541"},
            {"title": Phrase("Соңғы күні", "Последний день", "Last day"), "day": day, "left": 2},
            {"title": Phrase("Күйі", "Состояние", "State"), "tone": "work", "word": WORDS["work"]},
        ],
    }


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the parts: of the portal, or with ?of=workplace of the workplace. For staff; for anybody while DEBUG."""
    if not settings.DEBUG and not getattr(request, "actor", None):
        raise Http404
    base = "workplace_base.html" if request.GET.get("of") == "workplace" else "portal_base.html"
    wrong = SampleForm({"surname": "", "iin": "960101", "channel": "paper"})
    return render(
        request, "ui/gallery.html", {"base": base, "sample": wrong, "fresh": SampleForm(prefix="b"), **_samples()}
    )


urlpatterns: list[URLPattern] = [path("gallery/", gallery, name="gallery")]
