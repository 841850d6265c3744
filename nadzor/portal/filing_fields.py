"""The steps of filing: what each asks, and what cannot be sent. All else is a warning (`filing.warnings`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.forms import KIND_TITLES, LONGEST_TEXT
from nadzor.law.explain import point_text
from nadzor.law.facts import Kind
from nadzor.law.o29.kinds import DEFINITIONS
from nadzor.law.o29.regimes import is_marked_secret
from nadzor.law.words import LANGUAGES, OWN_NAMES, Phrase
from nadzor.portal.offices import COUNTRY, area_choices, office_choices

TYPE_TITLES = {
    "person": Phrase("жеке адам", "гражданин", "a person"),
    "organisation": Phrase("ұйым", "организация", "an organisation"),
    "group": Phrase("адамдар тобы", "группа лиц", "a group of people"),
    "anonymous": Phrase("атымды атамаймын", "не называю себя", "I do not give my name"),
}
_KINDS = ("application", "complaint", "message", "proposal", "feedback", "request", "petition")
KIND_CHOICES: tuple[tuple[str, Phrase], ...] = (
    ("", Phrase("білмеймін", "не знаю", "I do not know")),
    *(
        (
            kind,
            Phrase(
                *(
                    f"{KIND_TITLES[kind].into(lang)}: {DEFINITIONS[Kind(kind)].text.into(lang)} "
                    f"({point_text(DEFINITIONS[Kind(kind)].norm, lang)})"
                    for lang in LANGUAGES
                )
            ),
        )
        for kind in _KINDS
    ),
)
"""Kinds that people file, each with its definition and its point; that of a deputy comes from Parliament."""
MOST_MEMBERS = 200
LONGEST_ABOUT = 150
_LONGEST_NAME = 100
NO_TEXT = Phrase(
    "Не болғанын жазыңыз: мәтінсіз жолданымды жіберу мүмкін емес. Бірнеше сөйлем жеткілікті.",
    "Напишите, что случилось: без текста обращение отправить нельзя. Достаточно нескольких предложений.",
    "Say what happened: an appeal without a text cannot be sent. A few sentences are enough.",
)
TOO_LONG = Phrase(
    "Тым ұзын: {longest} таңбаға дейін қысқартыңыз немесе мәтінді файл ретінде қосыңыз.",
    "Слишком длинно: сократите до {longest} знаков или приложите текст файлом.",
    "Too long: shorten it to {longest} characters, or attach the text as a file.",
)
_MEMBERS = Phrase(
    "Ең көбі 200 адам, әр жолда 100 таңбаға дейін. Ұзағырақ тізімді файл ретінде қосыңыз.",
    "Не более 200 человек, до 100 знаков на строке. Более длинный список приложите файлом.",
    "At most 200 people, up to 100 characters a line. Attach a longer list as a file.",
)


SECRETS = "secrets"
SECRETS_NOT_HERE = Phrase(
    "Мемлекеттік құпиялары бар жолданымды сайт арқылы жіберуге болмайды. Жазғаныңыз сақталған жоқ. Қағазды "
    "прокуратураның құпия іс жүргізу бөліміне өзіңіз апарып тапсырыңыз.",
    "Обращение со сведениями, составляющими государственные секреты, через сайт не подают. Написанное не сохранено. "
    "Принесите бумагу лично в секретное делопроизводство прокуратуры.",
    "An appeal with state secrets is not filed on this site. What you wrote is not kept. Bring the paper in person to "
    "the secret record-keeping of the prosecutor’s office.",
)
"""The refusal at the door, and the way to go (29I.18)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a step. `longest`: characters that are taken; `limit`: those that the browser lets type."""

    name: str
    label: Phrase
    widget: str = "line"
    hint: Phrase | None = None
    choices: tuple[tuple[str, Phrase | str], ...] = ()
    longest: int = 300
    required: bool = False
    autocomplete: str = ""

    @property
    def limit(self) -> int | None:
        """What a line lets type; a long text is never cut while it is pasted."""
        return None if self.widget == "text" else self.longest


@dataclass(frozen=True, slots=True)
class FilingStep:
    """A page of the filing: its place among the six steps, its heading, what it asks."""

    name: str
    number: int
    title: Phrase
    fields: Callable[[Mapping[str, Any]], tuple[Field, ...]] = lambda _said: ()
    lead: Phrase | None = None


_ABOUT = Field(
    "subject",
    Phrase("Жолданым не туралы", "О чём обращение", "What it is about"),
    hint=Phrase(
        "Бір жолмен, мысалы: «ауладағы жарық жанбайды».",
        "Одной строкой, например: «во дворе не горит свет».",
        "In one line, such as: “no light in the yard”.",
    ),
    longest=LONGEST_ABOUT,
)


def _to(_said: Mapping[str, Any]) -> tuple[Field, ...]:
    area = Field(
        "area",
        Phrase("Бұл қай жерде болды", "Где это произошло", "Where did it happen"),
        "choice",
        Phrase(
            "Қай прокуратура екенін білмесеңіз, облысты немесе қаланы ғана таңдаңыз: қажетіне біз өзіміз жеткіземіз.",
            "Если не знаете, какая прокуратура нужна, выберите только область или город: до нужной доведём мы.",
            "If you do not know which office it is, choose only the region or city: we bring it to the right one.",
        ),
        choices=area_choices(),
    )
    return (area, _ABOUT)


def _office(said: Mapping[str, Any]) -> tuple[Field, ...]:
    title = Phrase("Прокуратура", "Прокуратура", "Office")
    return (Field("office", title, "radio", choices=office_choices(str(said.get("area") or COUNTRY)), required=True),)


_WHAT = (
    Field(
        "text",
        Phrase("Не болды", "Что случилось", "What happened"),
        "text",
        Phrase(
            "Не, қашан, қайда, кім екенін жазыңыз. Бірнеше сөйлем жеткілікті. 200 000 таңбаға дейін.",
            "Напишите, что, когда, где и кто. Достаточно нескольких предложений. До 200 000 знаков.",
            "Say what, when, where and who. A few sentences are enough. Up to 200,000 characters.",
        ),
        longest=LONGEST_TEXT,
        required=True,
    ),
    Field(
        "demands",
        Phrase("Бізден не сұрайсыз", "О чём вы просите", "What do you ask us to do"),
        "text",
        longest=LONGEST_TEXT,
    ),
    Field(
        "kind",
        Phrase("Бұл қандай жолданым", "Что это за обращение", "What kind of appeal it is"),
        "radio",
        Phrase(
            "Білмесеңіз, бос қалдырыңыз: түрін біз анықтаймыз.",
            "Если не знаете, оставьте так: вид определим мы.",
            "If you do not know, leave it: we decide the kind.",
        ),
        choices=KIND_CHOICES,
    ),
    Field(
        SECRETS,
        Phrase(
            "Мәтінде немесе файлдарда мемлекеттік құпиялар бар",
            "В тексте или файлах есть государственные секреты",
            "The text or the files hold state secrets",
        ),
        "flag",
        Phrase(
            "Мұндай жолданымды осы жерде жазбаңыз: белгі қойсаңыз, қайда жүгіну керегін айтамыз.",
            "Такое обращение здесь не пишите: поставьте отметку, и мы скажем, куда его принести.",
            "Do not write such an appeal here: tick this, and we tell you where to bring it.",
        ),
    ),
)
_OF_YOU = Phrase("Сіз өкіл болсаңыз: {what}", "Если вы представитель: {what}", "If you represent somebody: {what}")
_REPRESENTATIVE: tuple[tuple[str, Phrase, dict[str, Any]], ...] = (
    (
        "surname",
        Phrase("тегіңіз", "ваша фамилия", "your surname"),
        {
            "hint": Phrase(
                "Басқа адамның немесе топтың атынан жазсаңыз: жоғарыда оларды, осында өзіңізді көрсетіңіз. "
                "Өкілеттігіңізді растайтын құжатты «Файлдар» қадамында қосыңыз.",
                "Если пишете за другого человека или группу: выше назовите их, здесь себя. Документ о полномочиях "
                "приложите на шаге «Файлы».",
                "If you write for another person or a group: name them above and yourself here. Attach the document "
                "of your authority at the step “Files”.",
            ),
            "longest": _LONGEST_NAME,
        },
    ),
    ("given_name", Phrase("атыңыз", "ваше имя", "your name"), {"longest": _LONGEST_NAME}),
    ("patronymic", Phrase("әкеңіздің аты", "ваше отчество", "your patronymic"), {"longest": _LONGEST_NAME}),
    ("iin", Phrase("ЖСН-іңіз", "ваш ИИН", "your IIN"), {"widget": "number", "longest": 20}),
)
"""Who acts for a person or a group (29I.40.3); for an organisation its representative stands above."""
_YOU = (
    Field("type", Phrase("Кім жазады", "Кто пишет", "Who writes"), "radio", choices=tuple(TYPE_TITLES.items())),
    Field(
        "organisation",
        Phrase("Ұйымның атауы", "Название организации", "Name of the organisation"),
        hint=Phrase("Ұйымның атынан жазсаңыз.", "Если пишете от организации.", "If you write for an organisation."),
        autocomplete="organization",
    ),
    Field(
        "iin",
        Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"),
        "number",
        Phrase(
            "12 цифр. ЖСН болмаса, өрісті бос қалдырыңыз: осы себеппен жолданымды қабылдаудан бас тартылмайды.",
            "12 цифр. Если ИИН нет, оставьте поле пустым: из-за этого в приёме обращения не откажут.",
            "12 digits. If you have no IIN, leave the field empty: your appeal will not be refused for that.",
        ),
        longest=20,
    ),
    Field(
        "surname",
        Phrase("Тегі", "Фамилия", "Surname"),
        hint=Phrase("Құжаттағыдай.", "Как в документе.", "As in the document."),
        longest=_LONGEST_NAME,
        autocomplete="family-name",
    ),
    Field("given_name", Phrase("Аты", "Имя", "Name"), longest=_LONGEST_NAME, autocomplete="given-name"),
    Field("patronymic", Phrase("Әкесінің аты", "Отчество", "Patronymic"), longest=_LONGEST_NAME),
    Field(
        "members",
        Phrase("Топтың қалған мүшелері", "Остальные участники группы", "Other members of the group"),
        "text",
        Phrase(
            "Топ болып жазсаңыз: тегі мен аты, әр жолға бір адам.",
            "Если пишете группой: фамилия и имя, по одному на строке.",
            "If you write as a group: surname and name, one on each line.",
        ),
        longest=MOST_MEMBERS * (_LONGEST_NAME + 1),
    ),
    Field(
        "postal_address",
        Phrase("Мекенжай", "Адрес", "Address"),
        hint=Phrase(
            "Облыс, аудан немесе қала, көше, үй, пәтер. Жауап осында жіберілуі мүмкін.",
            "Область, район или город, улица, дом, квартира. Сюда могут направить ответ.",
            "Region, district or city, street, house, flat. The answer may be sent here.",
        ),
        longest=500,
        autocomplete="street-address",
    ),
    *(
        Field(f"rep_{name}", Phrase(*(_OF_YOU.into(lang).format(what=label.into(lang)) for lang in LANGUAGES)), **more)
        for name, label, more in _REPRESENTATIVE
    ),
    Field("email", Phrase("Электрондық пошта", "Электронная почта", "E-mail"), longest=254, autocomplete="email"),
    Field("phone", Phrase("Телефон", "Телефон", "Telephone"), longest=50, autocomplete="tel"),
)
TOLD_BY: tuple[tuple[str, Phrase], ...] = (
    (
        "yes",
        Phrase(
            "электрондық поштамен: байланыс деректерім дұрыс және солар бойынша хабарлау жеткілікті екенін растаймын",
            "по электронной почте: подтверждаю, что мои контакты верны и уведомления по ним достаточно",
            "by e-mail: I confirm that my contacts are true and that notice to them is enough",
        ),
    ),
    ("no", Phrase("пошталық мекенжайға хатпен", "письмом на почтовый адрес", "by letter to the postal address")),
)
"""By what a participant wants to be told; the first is what article 66 wants him to sign."""
_ANSWER = (
    Field(
        "language",
        Phrase("Жауап тілі", "Язык ответа", "Language of the answer"),
        "radio",
        Phrase(
            "Жауап осы тілде беріледі. Оны код бойынша осы сайттан оқуға болады.",
            "Ответ дадут на этом языке. Его можно будет прочитать здесь, на сайте, по коду.",
            "The answer comes in this language. You can read it on this site by your code.",
        ),
        choices=OWN_NAMES,
        required=True,
    ),
    Field(
        "contacts_confirmed",
        Phrase("Қалай хабарлаймыз", "Как вас уведомлять", "How to notify you"),
        "radio",
        Phrase(
            "ӘРПК-нің 66-бабы. Таңдамасаңыз, заң талап ететін хабарламалар пошталық мекенжайыңызға тапсырыс хатпен "
            "жіберіледі. Бәрін осы сайттан да көре аласыз.",
            "Статья 66 АППК. Если не выберете, уведомления, которых требует закон, придут заказным письмом на почтовый "
            "адрес. Все они видны и здесь, на сайте.",
            "Article 66 of the code. If you choose nothing, notices that the law asks for come by registered letter to "
            "your postal address. All of them are shown on this site too.",
        ),
        choices=TOLD_BY,
    ),
)

STEPS = (
    FilingStep("to", 1, Phrase("Кімге және не туралы", "Кому и о чём", "To whom and what about"), _to),
    FilingStep("office", 1, Phrase("Қай прокуратураға", "В какую прокуратуру", "To which office"), _office),
    FilingStep(
        "what",
        2,
        Phrase("Не болды және не сұрайсыз", "Что случилось и о чём вы просите", "What happened and what you ask"),
        lambda _said: _WHAT,
    ),
    FilingStep("files", 3, Phrase("Файлдар", "Файлы", "Files")),
    FilingStep(
        "about",
        4,
        Phrase("Өзіңіз туралы", "О вас", "About you"),
        lambda _said: _YOU,
        Phrase(
            "Бос өріс жолданымды жіберуге кедергі болмайды. Аты-жөніңіз бен мекенжайыңыз болмаса, оларды кейін "
            "сұраймыз.",
            "Пустое поле не помешает отправить обращение. Если не будет имени и адреса, их спросят потом.",
            "An empty field does not stop the appeal. If your name and address are missing, you are asked for them "
            "later.",
        ),
    ),
    FilingStep(
        "answer", 5, Phrase("Қалай жауап береміз", "Как вам ответить", "How to answer you"), lambda _said: _ANSWER
    ),
    FilingStep("check", 6, Phrase("Жауаптарыңызды тексеріңіз", "Проверьте ответы", "Check your answers")),
)
STEP = {each.name: each for each in STEPS}


def after(name: str, said: Mapping[str, Any]) -> str:
    """Return the step that follows; the choice of an office is passed over where there is one alone."""
    found = STEPS[[each.name for each in STEPS].index(name) + 1].name
    return "what" if found == "office" and _is_alone(said) else found


def before(name: str, said: Mapping[str, Any]) -> str:
    """Return the step that stands before; empty for the first one."""
    place = [each.name for each in STEPS].index(name)
    found = STEPS[place - 1].name if place else ""
    return "to" if found == "office" and _is_alone(said) else found


def _is_alone(said: Mapping[str, Any]) -> bool:
    return len(office_choices(str(said.get("area") or COUNTRY))) <= 1


def wrong(fields: tuple[Field, ...], said: Mapping[str, Any]) -> dict[str, Phrase]:
    """Return what cannot be sent of what was typed: no text, more than is taken, state secrets (29I.18)."""
    found: dict[str, Phrase] = {}
    for field in fields:
        typed = str(said.get(field.name) or "")
        if field.name == SECRETS and typed:
            found[field.name] = SECRETS_NOT_HERE
        elif field.name == "text" and not typed:
            found[field.name] = NO_TEXT
        elif field.name == "members" and _too_many(typed):
            found[field.name] = _MEMBERS
        elif len(typed) > (most := field.longest - _before(field, said)):
            longest = f"{most:,}".replace(",", "\u00a0")
            found[field.name] = Phrase(*(TOO_LONG.into(lang).format(longest=longest) for lang in LANGUAGES))
    return found


def holds_secrets(said: Mapping[str, Any]) -> str:
    """Return the field by which a paper with state secrets is known: it was said, or the text bears a mark (29I.18)."""
    if said.get(SECRETS):
        return SECRETS
    return next((name for name in _TEXTS if is_marked_secret(str(said.get(name) or ""))), "")


_TEXTS = ("text", "demands")


def _before(field: Field, said: Mapping[str, Any]) -> int:
    """How many characters of a text are taken by the line above it that says what it is about."""
    subject = str(said.get("subject") or "")
    return len(subject) + 2 if field.name == "text" and subject else 0


def _too_many(typed: str) -> bool:
    lines = typed.splitlines()
    return len(lines) > MOST_MEMBERS or any(len(line) > _LONGEST_NAME for line in lines)
