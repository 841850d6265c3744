"""What was done where a participant wants to see the file, in words."""

from nadzor.law.words import Phrase

ACCESS_DONE: dict[str, Phrase] = {
    "ask_access": Phrase(
        "Іспен танысу өтініші түсті", "Поступила просьба об ознакомлении", "A request to see the file came"
    ),
}
ACCESS_TABLE: dict[str, Phrase] = {
    "ask": Phrase("Іспен танысу сұралды", "Просят ознакомить с делом", "Access was asked for"),
    "appoint": Phrase("Таныстыру күні белгіленді", "Назначен день ознакомления", "A day was set"),
    "give": Phrase("Іспен таныстырылды", "Ознакомлен с делом", "The file was shown"),
    "note_absence": Phrase("Келмегені белгіленді", "Отмечена неявка", "Noted that nobody came"),
}
