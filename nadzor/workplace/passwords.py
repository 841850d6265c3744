"""The password given once more, before a signature."""

from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import failed, too_many
from nadzor.accounts.models import Account, Attempt
from nadzor.law.words import Phrase
from nadzor.workplace.staff import StaffRequest

NO_PASSWORD = Phrase("Құпиясөзді енгізіңіз.", "Введите пароль.", "Enter your password.")
WRONG_PASSWORD = Phrase(
    "Құпиясөз дұрыс емес. Жауапқа қол қойылған жоқ; қайта енгізіңіз.",
    "Пароль неверен. Ответ не подписан; введите пароль снова.",
    "The password is wrong. The answer is not signed; enter it again.",
)
_TOO_MANY = Phrase(
    "Қате құпиясөз тым көп енгізілді. Бір сағаттан кейін қайталаңыз; жобалар кезекте тұр.",
    "Слишком много неверных паролей. Повторите через час; проекты остаются в очереди.",
    "Too many wrong passwords. Try again in an hour; the drafts stay in the queue.",
)


def password_fault(request: StaffRequest) -> Phrase | None:
    """Why the password is not taken; none where it is right. Ten wrong tries an hour, as at signing in."""
    address, given = address_of(request), request.POST.get("password", "")
    if too_many(Attempt.Kind.SIGN_IN, address):
        return _TOO_MANY
    if not given:
        return NO_PASSWORD
    user = request.user
    if isinstance(user, Account) and user.check_password(given):
        return None
    failed(Attempt.Kind.SIGN_IN, address)
    return WRONG_PASSWORD
