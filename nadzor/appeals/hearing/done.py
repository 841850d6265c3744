"""What was done at a hearing, in words."""

from nadzor.law.words import Phrase

HEARING_DONE: dict[str, Phrase] = {
    "offer_hearing": Phrase("Тыңдауға шақырылды", "Приглашён на заслушивание", "Invited to a hearing"),
    "omit_hearing": Phrase(
        "Неге тыңдау жоқ екені жазылды", "Записано, почему нет заслушивания", "It was entered why there is no hearing"
    ),
}
HEARING_TABLE: dict[str, Phrase] = {
    "invite": Phrase("Шақыру жіберілді", "Уведомление направлено", "The notice was sent"),
    "received": Phrase("Алғаны белгіленді", "Отмечено получение", "The receipt was noted"),
    "object": Phrase("Қарсылық тіркелді", "Записано возражение", "An objection was entered"),
    "ask_oral": Phrase(
        "Ауызша тыңдау сұралды", "Поступило ходатайство об устном заслушивании", "An oral hearing was asked for"
    ),
    "appoint": Phrase("Ауызша тыңдау белгіленді", "Назначено устное заслушивание", "An oral hearing was set"),
    "note_absence": Phrase("Келмегені белгіленді", "Отмечена неявка", "It was noted that nobody came"),
    "hold": Phrase("Ауызша тыңдау өтті", "Проведено устное заслушивание", "The oral hearing was held"),
    "draw_record": Phrase("Хаттамаға қол қойылды", "Подписан протокол", "The record was signed"),
    "read_record": Phrase("Хаттамамен танысты", "С протоколом ознакомлен", "The record was read"),
    "remark": Phrase("Ескертулер тіркелді", "Записаны замечания", "Remarks were entered"),
    "decide_remarks": Phrase("Ескертулер шешілді", "По замечаниям решено", "The remarks were decided on"),
    "finish": Phrase("Тыңдау аяқталды", "Заслушивание завершено", "The hearing was finished"),
}
