"""What was done by the steps that end an appeal beside its answer, as the journal is told."""

from nadzor.law.words import Phrase

ENDS_DONE: dict[str, Phrase] = {
    "withdraw_appeal": Phrase(
        "Өтініш берушінің қайтарып алуы енгізілді", "Внесён отзыв обращения", "The applicant’s withdrawal was entered"
    ),
    "applicant_withdraws": Phrase(
        "Өтініш беруші жолданымын қайтарып алды", "Заявитель отозвал обращение", "The applicant withdrew the appeal"
    ),
    "terminate": Phrase("Рәсім тоқтатылды", "Процедура прекращена", "The procedure was terminated"),
    "redirect_anonymous": Phrase("Дереу қайта жіберілді", "Немедленно перенаправлено", "Redirected at once"),
    "leave_anonymous": Phrase("Қараусыз қалдырылды", "Оставлено без рассмотрения", "It was left without consideration"),
    "end_correspondence": Phrase("Хат алмасу тоқтатылды", "Переписка прекращена", "Correspondence was ended"),
    "attach_to_file": Phrase(
        "Қадағалау іс жүргізуіне қосылды",
        "Приобщено к надзорному производству",
        "It was attached to the supervisory file",
    ),
    "join": Phrase("Негізгі жолданымға қосылды", "Приобщено к основному обращению", "Joined to the main appeal"),
    "answer_duplicate": Phrase(
        "Берілген жауаптың көшірмесі жіберілді",
        "Направлена копия данного ответа",
        "The copy of the answer given was sent",
    ),
    "return_petition": Phrase("Өтінішхат қайтарылды", "Ходатайство возвращено", "The petition was returned"),
    "return_late_petition": Phrase(
        "Мерзімі өткен өтінішхат қайтарылды", "Возвращено запоздалое ходатайство", "A petition out of time was returned"
    ),
}
WITHDRAWAL_DONE: dict[str, Phrase] = {
    "enter": Phrase("Қайтарып алу енгізілді", "Внесён отзыв", "The withdrawal was entered"),
    "accept": Phrase("Қайтарып алу қабылданды", "Отзыв принят", "The withdrawal was accepted"),
    "consider_on": Phrase("Қарау жалғасады", "Рассмотрение продолжается", "The appeal is considered on"),
}
