"""The vocabulary of chapter 4: what is contested, why a complaint is left, who is heard, what a higher prosecutor does.

Source: 29I.71.1 (what is contested), 29I.74 with R35 (grounds to leave), 29I.77 (sides), 29I.80.1, 29I.80.2.
"""

from nadzor.law.facts import Outcome
from nadzor.law.words import Phrase

TABLE = "complaint"
WHAT: dict[str, Phrase] = {
    "decision": Phrase("шешім", "решение", "decision"),
    "act": Phrase("акт", "акт", "act"),
    "action": Phrase("әрекет", "действие", "action"),
    "inaction": Phrase("әрекетсіздік", "бездействие", "inaction"),
}
GROUNDS: dict[str, Phrase] = {
    "decided": Phrase(
        "сол адамның, сол мәселе және сол негіздер бойынша шағымы бұрын шешілген (74-тармақтың 1-тармақшасы)",
        "жалоба того же участника о том же предмете и по тем же основаниям уже рассмотрена (пункт 74, подпункт 1)",
        "a complaint of the same participant on the same subject and grounds is decided (point 74, 1)",
    ),
    "court_act": Phrase(
        "сол мәселе бойынша күшіне енген сот актісі бар (74-тармақтың 2-тармақшасы)",
        "о том же лице, предмете и основаниях есть вступивший в силу судебный акт (пункт 74, подпункт 2)",
        "there is a court act in force about the same (point 74, 2)",
    ),
    "returned": Phrase(
        "шағым қайтарылған (74-тармақтың 3-тармақшасы)",
        "жалоба возвращена (пункт 74, подпункт 3)",
        "the complaint was returned (point 74, 3)",
    ),
    "withdrawn": Phrase(
        "шағымды кері қайтарып алу қабылданған (74-тармақтың 4-тармақшасы)",
        "принят отзыв жалобы (пункт 74, подпункт 4)",
        "its withdrawal was accepted (point 74, 4)",
    ),
    "claim": Phrase(
        "сол мәселе бойынша сотта талап қаралуда (ӘРПК 95-бабы)",
        "о том же в производстве суда есть административный иск (статья 95 АППК)",
        "a claim about the same is pending in court (APPK 95)",
    ),
}
RETURN_GROUNDS: dict[str, Phrase] = {
    "uncured": Phrase(
        "кемшіліктері берілген мерзімде жойылмаған",
        "недостатки не устранены в данный срок",
        "its defects were not mended in the time given",
    ),
    "identical": Phrase(
        "тоқтатылған рәсімдегі жолданыммен бірдей, жаңа уәж жоқ",
        "тождественна обращению, процедура по которому прекращена, новых доводов нет",
        "it is identical with a matter that was terminated, without new arguments",
    ),
    "insulting": Phrase(
        "былапыт немесе қорлайтын сөздер бар", "содержит нецензурные или оскорбительные слова", "it insults"
    ),
}
SIDES: dict[str, Phrase] = {
    "official": Phrase(
        "шағым жасалған лауазымды адам",
        "должностное лицо, чьи действия обжалуются",
        "the official complained of",
    ),
    "participant": Phrase("шағым берген қатысушы", "участник, подавший жалобу", "the participant"),
}
OFFICIAL = "official"
HELD, ABSENT, PUT_OFF, CALLED_OFF = "held", "absent", "put_off", "called_off"
CALL_ENDS: dict[str, Phrase] = {
    HELD: Phrase("тыңдалды", "заслушан", "heard"),
    ABSENT: Phrase("хабардар етілді, келмеді", "уведомлён, не явился", "told and did not come"),
    PUT_OFF: Phrase("ауыстырылды", "перенесено", "put off"),
    CALLED_OFF: Phrase("өткізілмейді", "отменено", "called off"),
}
OUTCOMES: dict[str, Phrase] = {
    Outcome.CANCEL_ACT: Phrase("актінің күшін жою", "отменить акт", "cancel the act"),
    Outcome.CANCEL_AND_ADOPT: Phrase(
        "актінің күшін жойып, жаңасын қабылдау", "отменить акт и принять новый", "cancel the act and adopt a new one"
    ),
    Outcome.PERFORM_ACTION: Phrase(
        "әкімшілік әрекет жасау", "совершить административное действие", "perform an administrative action"
    ),
    Outcome.REFUSE: Phrase(
        "шағымды қанағаттандырусыз қалдыру", "оставить жалобу без удовлетворения", "leave the complaint unsatisfied"
    ),
    Outcome.SEND_DOWN: Phrase(
        "бұзушылықтарды көрсетіп, істі жіберу",
        "направить дело с указанием нарушений",
        "send the case back, naming the breaches",
    ),
}
"""The outcomes on the merits (29I.80.1, 1-5); the sixth, leaving it, is a step of its own."""
TO_EXECUTE = frozenset({Outcome.CANCEL_ACT, Outcome.CANCEL_AND_ADOPT, Outcome.PERFORM_ACTION, Outcome.SEND_DOWN})
"""Outcomes that leave something to be done in the body complained of (29I.82.2)."""
MEASURES: dict[str, Phrase] = {
    "cancel": Phrase("күшін жою", "отменить", "cancel"),
    "recall": Phrase("кері қайтарып алу", "отозвать", "recall"),
    "suspend": Phrase("тоқтата тұру", "приостановить", "suspend"),
    "change": Phrase("өзгерту", "изменить", "change"),
}
SENDING_BACK: dict[str, Phrase] = {name: MEASURES[name] for name in ("cancel", "recall")}
"""Measures after which a decided case may be considered anew."""
BASES: dict[str, Phrase] = {
    "complaint": Phrase("шағым бойынша", "по жалобе", "on the complaint"),
    "own": Phrase("өз бастамасы бойынша", "по собственной инициативе", "of his own motion"),
}
CHOOSE = Phrase("Тізімнен таңдаңыз.", "Выберите из списка.", "Choose from the list.")
EMPTY = Phrase("Бұл өрісті толтырыңыз.", "Заполните это поле.", "Fill in this field.")
NOT_YET = Phrase("Бұл күн әлі келген жоқ.", "Этот день ещё не наступил.", "This day has not come yet.")
