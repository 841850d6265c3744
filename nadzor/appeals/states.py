"""The states of an appeal: those of its main line and those in which it ends."""

from nadzor.casework.procedure import State, Tone
from nadzor.law.words import Phrase

REGISTERED, UNDER_REVIEW, ANSWERED, CLOSED, ANNULLED = "registered", "under_review", "answered", "closed", "annulled"
RETURNED, FORWARDED, SIGNED = "returned", "forwarded", "signed"
TERMINATED, UNCONSIDERED, ATTACHED = "terminated", "unconsidered", "attached"
EARLIER = "earlier"  # entered from records kept before: how it ended there is not known here
STATES = (
    State(REGISTERED, Phrase("Тіркелді", "Зарегистрировано", "Registered"), Tone.NEW, open=True),
    State(UNDER_REVIEW, Phrase("Қаралуда", "На рассмотрении", "Under review"), Tone.WORK, open=True),
    State(
        SIGNED,
        Phrase("Жауапқа қол қойылды", "Ответ подписан", "The answer is signed"),
        Tone.WORK,
        open=True,
    ),
    State(ANSWERED, Phrase("Жауап жолданды", "Ответ отправлен", "Answered"), Tone.DONE, open=True),
    State(CLOSED, Phrase("Аяқталды, іске тігілді", "Завершено, в деле", "Completed, on file"), Tone.DONE, open=False),
    State(
        FORWARDED,
        Phrase("Құзыреті бойынша жіберілді", "Направлено по компетенции", "Forwarded"),
        Tone.MOVED,
        open=False,
    ),
    State(
        RETURNED,
        Phrase("Өтініш берушіге қайтарылды", "Возвращено заявителю", "Returned to the applicant"),
        Tone.ENDED,
        open=False,
    ),
    State(
        TERMINATED, Phrase("Рәсім тоқтатылды", "Процедура прекращена", "Procedure terminated"), Tone.ENDED, open=False
    ),
    State(
        UNCONSIDERED,
        Phrase("Қараусыз қалдырылды", "Оставлено без рассмотрения", "Left without consideration"),
        Tone.ENDED,
        open=False,
    ),
    State(
        ATTACHED,
        Phrase("Басқа жолданымға қосылды", "Приобщено к другому обращению", "Joined to another appeal"),
        Tone.MOVED,
        open=False,
    ),
    State(EARLIER, Phrase("Бұрынғы есептен", "Из прежнего учёта", "From earlier records"), Tone.DONE, open=False),
    State(
        ANNULLED, Phrase("Тіркеу жойылды", "Регистрация аннулирована", "Registration annulled"), Tone.ENDED, open=False
    ),
)
