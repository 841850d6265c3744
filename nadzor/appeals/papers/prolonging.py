"""Papers of a longer term: memo, decision, notice of extension; additional control; the interim reply.

Source: 29I.52.
"""

from nadzor.appeals.papers.signers import MEMO_AUTHOR
from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER
from nadzor.law.words import Phrase
from nadzor.papers.declared import RECORD, Kind, Paper, To, declare_paper
from nadzor.papers.kit import REASONS, field, fixed, head

_DUE = Phrase("Бұрынғы мерзім", "Прежний срок", "Term so far")
_NEW = Phrase("Жаңа мерзім", "Новый срок", "New term")
EXTENSION_MEMO = declare_paper(
    Paper(
        "extension_memo",
        Phrase("Мерзімді ұзарту туралы баянат", "Рапорт о продлении срока", "Memo on extending the term"),
        ("29I.52.5",),
        (
            head("addressee", "29I.52.5"),
            fixed(
                "said",
                Phrase("Ұзарту туралы", "О продлении", "Of the extension"),
                "29I.52.5",
                kk="{registered:де} тіркелген № {appeal} жолданымды қарау мерзімін ұзартуды сұраймын.",
                ru="Прошу продлить срок рассмотрения обращения № {appeal} от {registered}.",
            ),
            field("due", _DUE, "29I.52.5", kind=Kind.DAY),
            field("until", _NEW, "29I.52.1", kind=Kind.DAY),
            field("reasons", REASONS, "29I.52.1"),
            head("day", "29I.52.5"),
        ),
        MEMO_AUTHOR,
        To.INSIDE,
        RECORD,
    )
)
EXTENSION_DECISION = declare_paper(
    Paper(
        "extension_decision",
        Phrase("Мерзімді ұзарту туралы шешім", "Решение о продлении срока", "Decision to extend the term"),
        ("29I.52.1",),
        (
            field("due", _DUE, "29I.52.1", kind=Kind.DAY),
            field(
                "until",
                _NEW,
                "29I.52.1",
                kind=Kind.DAY,
                kk="{registered:де} тіркелген № {appeal} жолданымды қараудың {due:де} аяқталатын мерзімі {until:ге} "
                "дейін (осы күнді қоса) ұзартылсын.",
                ru="Срок рассмотрения обращения № {appeal} от {registered}, истекающий {due}, продлить по {until} "
                "включительно.",
            ),
            field(
                "facts",
                Phrase("Анықталатын мән-жайлар", "Обстоятельства, которые нужно установить", "Facts to be established"),
                "29I.52.1",
            ),
            field("reasons", REASONS, "29I.52.1"),
            head("day", "29I.52.1"),
            head("signatory", "29I.52.1"),
        ),
        LEADER,
        To.INSIDE,
        RECORD,
    )
)
EXTENSION_NOTICE = declare_paper(
    Paper(
        "extension_notice",
        Phrase("Мерзімнің ұзартылғаны туралы хабарлама", "Уведомление о продлении срока", "Notice of extension"),
        ("29I.52.2",),
        (
            field(
                "decided",
                Phrase("Шешім күні", "Дата решения", "Day of the decision"),
                "29I.52.2",
                kind=Kind.DAY,
            ),
            field(
                "until",
                _NEW,
                "29I.52.2",
                kind=Kind.DAY,
                kk="{registered:де} тіркелген № {appeal} жолданымыңызды қарау мерзімі {decided:де} қабылданған "
                "шешіммен {until:ге} дейін (осы күнді қоса) ұзартылды.",
                ru="Срок рассмотрения вашего обращения № {appeal} от {registered} решением от {decided} продлён по "
                "{until} включительно.",
            ),
            field("reasons", Phrase("Ұзарту себебі", "Причина продления", "Reason of the extension"), "29I.52.1"),
            head("day", "29I.52.2"),
        ),
        LEADER,
    )
)
CONTROL_MEMO = declare_paper(
    Paper(
        "control_memo",
        Phrase("Қосымша бақылауға алу туралы баянат", "Рапорт о постановке на дополнительный контроль", "Control memo"),
        ("29I.52.3",),
        (
            head("addressee", "29I.52.3"),
            fixed(
                "said",
                Phrase("Бақылау туралы", "О контроле", "Of the control"),
                "29I.52.3",
                kk="№ {appeal} жолданымды түпкілікті орындалғанға дейін қосымша бақылауға алуды сұраймын.",
                ru="Прошу поставить обращение № {appeal} на дополнительный контроль до окончательного исполнения.",
            ),
            field("reasons", REASONS, "29I.52.3"),
            field(
                "until",
                Phrase("Болжамды аяқтау күні", "Предполагаемое окончание", "Expected end"),
                "29I.52.3",
                kind=Kind.DAY,
                optional=True,
            ),
            head("approver", "29I.52.3"),
        ),
        MEMO_AUTHOR,
        To.INSIDE,
        RECORD,
        approved=LEADER,
    )
)
CONTROL_NOTICE = declare_paper(
    Paper(
        "control_notice",
        Phrase("Қосымша бақылау туралы хабарлама", "Уведомление о дополнительном контроле", "Notice of control"),
        ("29I.52.4",),
        (
            field(
                "decided",
                Phrase("Шешім күні", "Дата решения", "Day of the decision"),
                "29I.52.4",
                kind=Kind.DAY,
                kk="{registered:де} тіркелген № {appeal} жолданымыңыз {decided:дегі} шешіммен түпкілікті "
                "орындалғанға дейін қосымша бақылауға алынды.",
                ru="Решением от {decided} ваше обращение № {appeal} от {registered} поставлено на дополнительный "
                "контроль до окончательного исполнения.",
            ),
            field("reasons", Phrase("Себебі", "Причина", "Reason"), "29I.52.3"),
            head("day", "29I.52.4"),
        ),
        LEADER,
    )
)
INTERIM_REPLY = declare_paper(
    Paper(
        "interim_reply",
        Phrase("Аралық жауап", "Промежуточный ответ", "Interim reply"),
        ("29I.52.6", "29I.52.7"),
        (
            field(
                "check",
                Phrase("Тағайындалған тексеру", "Назначенная проверка", "Inspection ordered"),
                "29I.52.6",
                kind=Kind.LINE,
                kk="{registered:де} тіркелген № {appeal} жолданымыңыз бойынша тексеру тағайындалды: {check}.",
                ru="По вашему обращению № {appeal} от {registered} назначена проверка: {check}.",
            ),
            field(
                "since", Phrase("Тексеру басталды", "Начало проверки", "Inspection begins"), "29I.52.6", kind=Kind.DAY
            ),
            field(
                "until", Phrase("Тексеру аяқталады", "Окончание проверки", "Inspection ends"), "29I.52.6", kind=Kind.DAY
            ),
            fixed(
                "final",
                Phrase("Түпкілікті жауап", "Окончательный ответ", "Final reply"),
                "29I.52.7",
                kk="Түпкілікті жауап тексеру аяқталғаннан кейін он жұмыс күні ішінде беріледі.",
                ru="Окончательный ответ будет дан в течение десяти рабочих дней после окончания проверки.",
            ),
            head("day", "29I.52.6"),
        ),
        EXECUTOR_OR_LEADER,
    )
)
