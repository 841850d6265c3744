"""What was done by the steps of this room, in words."""

from nadzor.appeals.done import DRAFT_DONE, tell_done
from nadzor.complaints.decision import DECISION
from nadzor.complaints.words import TABLE
from nadzor.law.words import Phrase

tell_done(
    "appeal",
    {
        "contest": Phrase("Не шағымдалғаны жазылды", "Записано, что обжалуется", "What is contested was entered"),
        "applicant_complains": Phrase(
            "Өтініш беруші шағымданды", "Заявитель подал жалобу", "The applicant has complained"
        ),
        "send_complaint_up": Phrase(
            "Шағым жоғары тұрған прокурорға жіберілді", "Жалоба направлена вышестоящему", "The complaint was sent up"
        ),
        "correct_self": Phrase(
            "Орган шағымды өзі толық қанағаттандырды", "Орган сам удовлетворил жалобу", "The body satisfied it itself"
        ),
        "restore_term": Phrase(
            "Мерзімді қалпына келтіру шешілді", "Решено о восстановлении срока", "The restoration was decided"
        ),
        "return_complaint": Phrase("Шағым қайтарылды", "Жалоба возвращена", "The complaint was returned"),
        "leave_complaint": Phrase(
            "Шағым қараусыз қалдырылды", "Жалоба оставлена без рассмотрения", "The complaint was left unconsidered"
        ),
        "tell_left": Phrase(
            "Қараусыз қалдырылғаны хабарланды", "Уведомлено об оставлении", "It was told that it was left"
        ),
        f"write_{DECISION.name}": DECISION.begun,
        "decide_complaint": Phrase("Шағым шешілді", "Жалоба решена", "The complaint was decided"),
        "deem_refused": Phrase(
            "Мерзім өтті: бас тартылды деп есептеледі", "Срок истёк: считается отказом", "Silence: it counts as refused"
        ),
        "higher_measure": Phrase(
            "Төмен тұрған прокурордың актісіне шара қолданылды",
            "Принята мера по акту нижестоящего прокурора",
            "A measure was taken on an act of a lower prosecutor",
        ),
        "measure_from_above": Phrase(
            "Жоғары тұрған прокурор осы істегі актіге шара қолданды",
            "Вышестоящий прокурор принял меру по акту в этом деле",
            "A higher prosecutor took a measure on an act of this case",
        ),
        "return_from_above": Phrase(
            "Жоғары тұрған прокурор шешімнің күшін жойып, істі қайтарды",
            "Вышестоящий прокурор отменил решение и вернул дело",
            "A higher prosecutor cancelled the decision and sent the case back",
        ),
        "complaint_outcome": Phrase(
            "Шағымның нәтижесі жазылды", "Записан итог жалобы", "The outcome of a complaint was entered"
        ),
        "complaint_sent_back": Phrase(
            "Шағым бойынша рәсім қайта басталды", "По жалобе процедура начата заново", "The procedure began anew"
        ),
    },
)
tell_done(DECISION.name, DRAFT_DONE)
tell_done(
    TABLE,
    {
        "begin": Phrase("Не шағымдалғаны жазылды", "Записано, что обжалуется", "What is contested was entered"),
        "take_here": Phrase("Осында қаралуда", "Рассматривается здесь", "It is considered here"),
        "ask_restoration": Phrase(
            "Мерзімді қалпына келтіру сұралды", "Просят восстановить срок", "The restoration was asked for"
        ),
        "call_official": Phrase(
            "Лауазымды адам тыңдауға шақырылды",
            "Должностное лицо вызвано на заслушивание",
            "The official was called to be heard",
        ),
        "put_off_call": Phrase(
            "Лауазымды адамды тыңдау ауыстырылды",
            "Заслушивание должностного лица перенесено",
            "The hearing of the official was put off",
        ),
        "call_off_call": Phrase(
            "Лауазымды адамды тыңдау өткізілмейтін болды",
            "Заслушивание должностного лица отменено",
            "The hearing of the official was called off",
        ),
        "hear": Phrase("Тыңдау өткізілді", "Проведено заслушивание", "A hearing was held"),
        "not_heard": Phrase(
            "Неге тыңдалмағаны жазылды", "Записано, почему не заслушан", "It was entered why a side is not heard"
        ),
        "keep_in_force": Phrase("Актінің күші сақталды", "Акт оставлен в силе", "The act was kept in force"),
        "withdraw": Phrase("Шағымды қайтарып алу қабылданды", "Принят отзыв жалобы", "The withdrawal was accepted"),
        "go_up": Phrase("Жоғары жіберілді", "Направлена вышестоящему", "Sent up"),
        "correct_self": Phrase("Орган өзі түзетті", "Орган исправил сам", "The body corrected itself"),
        "decide": Phrase("Шешілді", "Решена", "Decided"),
        "leave": Phrase("Қараусыз қалдырылды", "Оставлена без рассмотрения", "Left without consideration"),
        "go_back": Phrase("Қайтарылды", "Возвращена", "Returned"),
        "tell": Phrase("Хабарланды", "Уведомлено", "Told"),
        "send_copy": Phrase("Шешімнің көшірмесі жіберілді", "Направлена копия решения", "A copy was sent"),
        "executed": Phrase("Шешім орындалды", "Решение исполнено", "The decision was executed"),
    },
)
