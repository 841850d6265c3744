"""What the steps of a draft of the answer need, from its first words to its signing."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.casework.forms import Asked, Form, Text, title
from nadzor.law.facts import Outcome
from nadzor.law.o29.decisions import CHARACTER_TITLES, FINDING_TITLES, Character, Checked, Contents, Finding
from nadzor.law.words import LANGUAGE_TITLES, Phrase

title({**FINDING_TITLES, **CHARACTER_TITLES})
_MOST_ARGUMENTS = 50


class Argument(Form):
    """An argument of the applicant, what its check has shown, by which facts (29I.60.1)."""

    argument: Annotated[Text, Field(min_length=1, max_length=2000)]
    finding: Finding | None = None
    facts: Annotated[Text, Field(max_length=5000)] = ""


class Draft(Form):
    """A draft of the answer. It may be kept with gaps; they are asked for when it is sent on (29I.85, 86)."""

    outcome: Annotated[
        Outcome,
        Asked(
            Phrase("Шешім", "Решение", "Decision"),
            Phrase(
                "Қол қою құқығы шешімге байланысты (№ 29 бұйрық, Нұсқаулық, 88-тармақ).",
                "От решения зависит, кто вправе подписать (приказ № 29, Инструкция, п. 88).",
                "Who may sign depends on the decision (Order No. 29, Instruction, point 88).",
            ),
            widget="decision",
            choices=tuple(OUTCOME_TITLES.items()),
        ),
    ]
    character: Annotated[
        Character | None,
        Asked(
            Phrase("Актінің сипаты", "Характер акта", "Character of the act"),
            Phrase(
                "Әкімшілік акт қабылданғанда ғана керек (47-тармақ).",
                "Нужен, только если принимается административный акт (п. 47).",
                "Needed only where an administrative act is adopted (point 47).",
            ),
            widget="choice",
            choices=tuple(CHARACTER_TITLES.items()),
        ),
    ] = None
    language: Annotated[
        Literal["kk", "ru", "en"],
        Asked(
            Phrase("Жауаптың тілі", "Язык ответа", "Language of the answer"),
            Phrase(
                "Мемлекеттік тіл немесе жолданымның тілі (85-тармақ).",
                "Государственный язык или язык обращения (п. 85).",
                "The state language or that of the appeal (point 85).",
            ),
            widget="choice",
            choices=tuple(LANGUAGE_TITLES.items()),
        ),
    ]
    arguments: Annotated[
        tuple[Argument, ...],
        Asked(
            Phrase("Өтініш берушінің уәждері", "Доводы заявителя", "Arguments of the applicant"),
            Phrase(
                "Әр уәжге тексеру нәтижесін және оны растайтын немесе теріске шығаратын фактілерді жазыңыз "
                "(60, 85-тармақтар).",
                "По каждому доводу запишите итог проверки и факты, которые его подтверждают или опровергают "
                "(п. 60, 85).",
                "For each argument write what its check has shown and the facts that confirm or refute it "
                "(points 60, 85).",
            ),
            widget="arguments",
            choices=tuple(FINDING_TITLES.items()),
        ),
        Field(max_length=_MOST_ARGUMENTS),
    ] = ()
    text: Annotated[
        Text,
        Asked(
            Phrase("Жауаптың мәтіні", "Текст ответа", "Text of the answer"),
            Phrase(
                "Негізделген және дәлелді: не тексерілді, не анықталды, не істелді.",
                "Обоснованно и мотивированно: что проверено, что установлено, что сделано.",
                "With grounds and reasons: what was checked, what was found, what was done.",
            ),
            widget="text",
        ),
        Field(max_length=60_000),
    ] = ""
    position: Annotated[
        Text,
        Asked(
            Phrase("Қатысушының ұстанымын бағалау", "Оценка позиции участника", "What is made of the position"),
            Phrase(
                "Қатысушы тыңдалса немесе қарсылық білдірсе ғана керек (45-тармақ; ӘРПК 73-бабы).",
                "Нужна, если участник заслушан или возразил (п. 45; статья 73 АППК).",
                "Needed where a participant was heard or has objected (point 45; article 73 of the code).",
            ),
            widget="text",
        ),
        Field(max_length=20_000),
    ] = ""
    norms: Annotated[
        Text,
        Asked(
            Phrase("Заңнамаға сілтеме", "Ссылки на законодательство", "References to legislation"),
            Phrase(
                "Акт пен бап, әр жолда біреуден.", "Акт и статья, по одной на строке.", "Act and article, one a line."
            ),
            widget="text",
        ),
        Field(max_length=5000),
    ] = ""
    act_brought: Annotated[
        Text,
        Asked(
            Phrase("Енгізілген акт", "Внесённый акт", "Act brought"),
            Phrase(
                "Талап арыз, наразылық немесе өзге акт енгізілсе, соны атаңыз (86-тармақ).",
                "Если предъявлен иск, внесён протест или иной акт, назовите его (п. 86).",
                "If a claim was filed, a protest or other act brought, name it (point 86).",
            ),
        ),
        Field(max_length=500),
    ] = ""
    act_results: Annotated[
        Text,
        Asked(
            Phrase("Нәтижесін қалай білуге болады", "Как узнать о результатах", "How to learn of its results"),
            Phrase(
                "Өтініш беруші актінің қаралу нәтижесін қайдан және қашан біледі.",
                "Где и когда заявитель узнает, чем закончилось рассмотрение акта.",
                "Where and when the applicant will learn how the act was decided.",
            ),
            widget="text",
        ),
        Field(max_length=2000),
    ] = ""
    contest: Annotated[
        Text,
        Asked(
            Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"),
            Phrase(
                "Кімге, қандай мерзімде және қалай шағымдануға болады.",
                "Кому, в какой срок и как можно пожаловаться.",
                "To whom, within what time and how one may complain.",
            ),
            widget="text",
        ),
        Field(max_length=3000),
    ] = ""

    def contents(
        self, kind: str | None, asked_in: str, demands: Sequence[str] = (), *, objected: bool = False
    ) -> Contents:
        """Return what it carries, for the law to check.

        `demands`: of the appeal, each to be answered; `objected`: a participant has stated a position.
        """
        return Contents(
            kind=kind,
            outcome=self.outcome,
            language=self.language,
            asked_in=asked_in,
            text=self.text,
            norms=self.norms,
            contest=self.contest,
            arguments=[Checked(each.argument, str(each.finding or ""), each.facts) for each in self.arguments],
            character=str(self.character or ""),
            act_brought=self.act_brought,
            act_results=self.act_results,
            demands=demands,
            objected=objected,
            position=self.position,
        )


class Remark(Form):
    """Why a draft goes back."""

    remark: Annotated[
        Text,
        Asked(
            Phrase("Ескерту", "Замечание", "Remark"),
            Phrase("Нені түзету керек.", "Что исправить.", "What is to be mended."),
            widget="text",
        ),
        Field(min_length=1, max_length=2000),
    ]


class ToSign(Form):
    """Whom the draft is sent to for signing; whether the person may sign is checked here and again at signing."""

    signatory: Annotated[
        int,
        Asked(
            Phrase("Кім қол қояды", "Кто подписывает", "Who signs"),
            Phrase(
                "Қол қоюға құқығы барлар ғана көрсетілген.",
                "Показаны только те, кто вправе подписать.",
                "Only those who may sign are shown.",
            ),
            widget="signatory",
        ),
    ]


class ToApprove(ToSign):
    """Whom a signed conclusion is sent to for approval: its author signs it, the other approves."""

    signatory: Annotated[
        int,
        Asked(
            Phrase("Кім бекітеді", "Кто утверждает", "Who approves"),
            Phrase(
                "Оны бекітуге құқығы барлар ғана көрсетілген.",
                "Показаны только те, кто вправе её утвердить.",
                "Only those who may approve it are shown.",
            ),
            widget="signatory",
        ),
    ]


class Vouching(Form):
    """A decision before which who makes it is asked the questions of point 61: those confirmed (`law.o29.bans`)."""

    vouched: Annotated[tuple[Annotated[str, Field(max_length=20)], ...], Field(max_length=20)] = ()


class Sign(Vouching):
    """Signing: the digest of what was read. The password is asked by the page and never kept."""

    seen: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


WAY_TITLES: dict[str, Phrase] = {
    "portal": Phrase("порталда", "на портале", "on the portal"),
    "post": Phrase("поштамен", "почтой", "by post"),
    "courier": Phrase("курьермен", "курьером", "by courier"),
    "by_hand": Phrase("қолма-қол", "нарочно", "by hand"),
    "email": Phrase("электрондық поштамен", "по электронной почте", "by e-mail"),
}


class Dispatched(Form):
    """How a signed answer went out on paper."""

    way: Annotated[
        Literal["post", "courier", "by_hand"],
        Asked(
            Phrase("Қалай жіберілді", "Как отправлен", "How it was sent"),
            widget="choice",
            choices=tuple(item for item in WAY_TITLES.items() if item[0] not in {"portal", "email"}),
        ),
    ]
    remark: Annotated[
        Text,
        Asked(
            Phrase("Белгі", "Отметка", "Remark"),
            Phrase(
                "Мысалы, пошта жөнелтілімінің нөмірі.",
                "Например, номер почтового отправления.",
                "For example, the number of the postal item.",
            ),
        ),
        Field(max_length=200),
    ] = ""
