"""What the pages of a draft show beside its form: the letter it answers, what stands in it at first, what changed."""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from nadzor.appeals.agreement import ForAgreement
from nadzor.appeals.complaint import contest_told
from nadzor.appeals.demands import demands_in
from nadzor.appeals.draft_check import Checked, checklist
from nadzor.appeals.drafting_forms import WAY_TITLES, Draft
from nadzor.appeals.drafts import lacks_of, said_in
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.appeals.higher import FACTS, MATTERS, MarkFacts
from nadzor.appeals.models import Appeal, Dispatch, PaperDraft
from nadzor.appeals.papers_written import WRITTEN
from nadzor.appeals.written import lacks_of_paper
from nadzor.casework.case import Case
from nadzor.casework.procedure import Step
from nadzor.law.explain import point_text
from nadzor.law.facts import Outcome
from nadzor.law.o29.decisions import CHARACTER_TITLES, POINT_OF_CHARACTER, character_of
from nadzor.law.words import LANGUAGE_TITLES, LANGUAGES, Lang, Phrase
from nadzor.organs.models import Person
from nadzor.workplace.answer_templates import WITH_SLOTS, filled, templates_for
from nadzor.workplace.paper_life import chosen_in


def begun(case: Case, step: Step) -> dict[str, Any]:
    """Return what stands in the fields of a draft before anything is typed; empty for any other step.

    A new draft begins with the language of the appeal, its demands one by one, and the way of complaint.
    """
    if step.needs is MarkFacts:
        matter = next((each for each in case.facts.flags if each in MATTERS), "")
        return {"matter": matter, **{name: getattr(case.facts, name, "") for name in FACTS}}
    if step.needs is ForAgreement:
        return {"agreers": case.facts.agreers}
    if step.needs in _WRITTEN_FORMS and not isinstance(case.facts, PaperDraft):
        written = next(each for each in WRITTEN.values() if each.form is step.needs)
        return {"language": "ru" if case.facts.language == "ru" else "kk", **written.begins_with(case)}
    if isinstance(case.facts, PaperDraft) and step.name == "rewrite":
        return dict(case.facts.contents)
    if step.needs is not Draft:
        return {}
    facts: Appeal = case.facts
    lang: Lang = next((each for each in LANGUAGES if each == facts.language), "ru")
    arguments = [{"argument": each} for each in demands_in(facts.demands or "")]
    return {"language": lang, "arguments": arguments, "contest": contest_told(case.body.name).into(lang)}


def retold(case: Case, step: Step, data: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed, the way of complaint in the language of the answer where nobody has changed its words.

    The page put them in before the language was chosen; words of one's own are never touched.
    """
    if step.needs is not Draft:
        return data
    told = contest_told(case.body.name)
    lang = next((each for each in LANGUAGES if each == data.get("language")), None)
    said = " ".join(str(data.get("contest", "")).split())
    return data if lang is None or said not in set(told) else {**data, "contest": told.into(lang)}


def letter_beside(case: Case, step: Step) -> Appeal | None:
    """Return the appeal whose text is shown beside the form of its answer, or of another paper on it."""
    if step.needs is not Draft and step.needs not in _WRITTEN_FORMS:
        return None
    facts = (case.parent or case).facts
    return facts if isinstance(facts, Appeal) else None


def templates_beside(case: Case, step: Step) -> list[tuple[str, str]]:
    """Return the templates that fit the appeal and the decision of its draft, in the languages an answer may have.

    Each as its id and title. Source of the languages: 29I.85.
    """
    facts = letter_beside(case, step)
    if facts is None or step.needs is not Draft:
        return []
    appeal = case.parent or case
    wanted = dict.fromkeys(lang for lang in LANGUAGES if lang in {"kk", facts.language})
    decided = case.facts.contents.get("outcome") if isinstance(case.facts, PaperDraft) else None
    return [
        (str(each.pk), f"{each.title} ({lang})")
        for lang in wanted
        for each in templates_for(appeal, lang)
        if decided is None or each.outcome in {"", decided}
    ]


def with_template(case: Case, posted: QueryDict) -> QueryDict:
    """Return what was typed with the text of the chosen template below it; an unknown one adds nothing."""
    said, appeal = posted.copy(), case.parent or case
    wanted, act = posted.get("template", ""), posted.get("act_brought", "")
    for lang in LANGUAGES:
        for each in templates_for(appeal, lang):
            if str(each.pk) == wanted:
                said["text"] = "\n\n".join(text for text in (said.get("text", ""), filled(each, appeal, act)) if text)
                said.setdefault("language", lang)
                for name in WITH_SLOTS[1:]:
                    _put_in(said, name, filled(each, appeal, act, name), appeal)
                if each.outcome and not said.get("outcome"):
                    said["outcome"] = each.outcome
    return said


def _put_in(said: QueryDict, name: str, text: str, appeal: Case) -> None:
    """Put a text of a template into a field; words of one's own stay, those of the system give way."""
    own = said.get(name, "").strip()
    ours = name == "contest" and " ".join(own.split()) in set(contest_told(appeal.body.name))
    if text and (not own or ours):
        said[name] = text


def check_beside(case: Case) -> list[Checked]:
    """Return the draft of an answer looked through item by item; nothing for anything else."""
    facts = case.facts
    if case.parent is None or not isinstance(facts, PaperDraft) or facts.paper in WRITTEN or not facts.contents:
        return []
    return checklist(said_in(facts), case.parent)


def draft_data(facts: Any, appeal: Case | None) -> list[tuple[Phrase, Any]]:
    """What a draft decides, in which language, what it lacks, who is to sign."""
    if not isinstance(facts, PaperDraft):
        return []
    signatory = Person.objects.filter(pk=facts.signatory_id).first() if facts.signatory_id else None
    if facts.paper in WRITTEN:
        lacks = _joined(lacks_of_paper(facts))
        return [
            *chosen_in(facts),
            (Phrase("Тілі", "Язык", "Language"), LANGUAGE_TITLES.get(facts.contents.get("language", ""))),
            (Phrase("Не жетіспейді", "Чего не хватает", "What it lacks"), lacks),
            (Phrase("Нұсқа", "Версия", "Version"), str(facts.version)),
            (_APPROVES if WRITTEN[facts.paper].paper.approved else _SIGNS, signatory.full_name if signatory else None),
        ]
    return [
        (Phrase("Шешім", "Решение", "Decision"), OUTCOME_TITLES.get(facts.contents.get("outcome", ""))),
        (Phrase("Актінің сипаты", "Характер акта", "Character of the act"), _character(facts)),
        (Phrase("Тілі", "Язык", "Language"), LANGUAGE_TITLES.get(facts.contents.get("language", ""))),
        (Phrase("Не жетіспейді", "Чего не хватает", "What it lacks"), _lacks(facts, appeal)),
        (Phrase("Нұсқа", "Версия", "Version"), str(facts.version)),
        (Phrase("Кім қол қояды", "Кто подписывает", "Who signs"), signatory.full_name if signatory else None),
    ]


def _lacks(facts: PaperDraft, appeal: Case | None) -> Phrase | None:
    """What the draft lacks before it may be sent on (29I.60.1, 85, 86)."""
    lacks = lacks_of(said_in(facts), appeal) if appeal is not None and facts.contents else []
    return _joined([each.text for each in lacks])


def _joined(lacks: Sequence[Phrase]) -> Phrase | None:
    return Phrase(*(" ".join(each.into(lang) for each in lacks) for lang in LANGUAGES)) if lacks else None


_SIGNS = Phrase("Кім қол қояды", "Кто подписывает", "Who signs")
_APPROVES = Phrase("Кім бекітеді", "Кто утверждает", "Who approves")
_WRITTEN_FORMS = frozenset(each.form for each in WRITTEN.values())


def _character(facts: PaperDraft) -> Phrase | None:
    """Favourable or burdensome, where the decision is an act (29I.47.2, 29I.47.3)."""
    outcome = facts.contents.get("outcome")
    found = character_of(Outcome(outcome), facts.contents.get("character") or "") if outcome else ""
    if not found:
        return None
    title, point = CHARACTER_TITLES[found], POINT_OF_CHARACTER[found]
    return Phrase(*(f"{title.into(lang)} ({point_text(point, lang)})" for lang in LANGUAGES))


def dispatch_data(case: Case) -> list[tuple[Phrase, Any]]:
    """How an answer went out, and its number in the dispatch book."""
    facts = case.facts
    if not isinstance(facts, Dispatch):
        return []
    return [
        (Phrase("Шығыс нөмірі", "Исходящий номер", "Outgoing number"), str(case.row.register_number or "")),
        (Phrase("Қалай жіберілді", "Как отправлен", "How it was sent"), WAY_TITLES.get(facts.way)),
        (Phrase("Кімге", "Кому", "To whom"), facts.addressee),
        (Phrase("Мекенжайы", "Адрес", "Address"), facts.postal_address),
        (Phrase("Белгі", "Отметка", "Remark"), facts.remark),
    ]


def is_draft(step: Step) -> bool:
    """Whether a step writes a draft: it is saved with its gaps."""
    return step.needs is Draft or step.needs in _WRITTEN_FORMS
