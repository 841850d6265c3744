"""What was done by way of checks and transfers, in words."""

from nadzor.law.words import Phrase

CHECKS_DONE: dict[str, Phrase] = {
    "instruct": Phrase("Төмен тұрған прокурорға тапсырылды", "Поручено нижестоящему прокурору", "Assigned downwards"),
    "begin_visit": Phrase("Шығып тексеру басталды", "Начата проверка с выездом", "A check with a visit was begun"),
    "ask_transfer": Phrase(
        "Басқа бөлімшенің келісімі сұралды", "Запрошено согласие на передачу", "Another unit was asked to take it"
    ),
    "transfer": Phrase("Басқа бөлімшеге берілді", "Передано в другое подразделение", "Transferred to another unit"),
}
CHECKS_TABLES: dict[str, dict[str, Phrase]] = {
    "instruction": {
        "send": Phrase("Тапсырма жіберілді", "Поручение направлено", "The assignment was sent"),
        "report": Phrase("Ақпарат тіркелді", "Записана информация", "The information was entered"),
        "accept": Phrase("Орындау қабылданды", "Исполнение принято", "The execution was accepted"),
        "check_further": Phrase(
            "Қосымша тексеру тапсырылды", "Поручена дополнительная проверка", "A further check was assigned"
        ),
        "withdraw": Phrase("Тапсырма кері алынды", "Поручение отозвано", "The assignment was withdrawn"),
    },
    "transfer_request": {
        "ask": Phrase("Келісім сұралды", "Запрошено согласие", "Agreement was asked for"),
        "agree": Phrase("Келісілді", "Дано согласие", "It was agreed"),
        "decline": Phrase("Келісілмеді", "В согласии отказано", "It was declined"),
        "withdraw": Phrase("Сұрау кері алынды", "Запрос отозван", "The question was withdrawn"),
    },
    "visit": {
        "begin": Phrase("Шығып тексеру басталды", "Проверка с выездом начата", "The check was begun"),
        "finish": Phrase("Тексеру аяқталды", "Проверка завершена", "The check was finished"),
        "break_off": Phrase("Тексеру тоқтатылды", "Проверка прекращена", "The check was broken off"),
    },
}
