"""Appeals connected with the return of assets: considered by this Instruction with the particularities of that law.

Source: 29I.21-1. The mark stands among the flags of the appeal, so that lists and pages show it.
"""

from dataclasses import dataclass
from typing import Annotated

from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form
from nadzor.casework.procedure import Step
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase

FLAG = "asset_recovery"


class MarkAssets(Form):
    """Whether an appeal is connected with the return of assets."""

    connected: Annotated[
        bool,
        Asked(
            Phrase(
                "Жолданым активтерді қайтаруға байланысты",
                "Обращение связано с возвратом активов",
                "The appeal is connected with the return of assets",
            ),
            Phrase(
                "Мұндай жолданым активтерді қайтару туралы заңның ерекшеліктерімен қаралады. Белгіні алып тастау үшін "
                "бос қалдырыңыз.",
                "Такое обращение рассматривают с особенностями закона о возврате активов. Чтобы снять отметку, "
                "оставьте пустым.",
                "Such an appeal is considered with the particularities of the law on the return of assets. Leave it "
                "empty to take the mark off.",
            ),
            widget="flag",
        ),
    ] = False


@dataclass(frozen=True)
class KeepMark:
    """Set the mark or take it off."""

    def apply(self, case: Case, data: MarkAssets, change: Change) -> None:
        """Change the flags. Raises Invalid where nothing would change."""
        appeal: Appeal = case.facts
        if data.connected == (FLAG in appeal.flags):
            raise invalid(connected=_SAME)
        left = [each for each in appeal.flags if each != FLAG]
        change.update(Appeal, case.row.pk, flags=[*left, FLAG] if data.connected else left)


_SAME = Phrase(
    "Белгі қазір де солай тұр: ештеңе өзгермейді.",
    "Отметка и сейчас такая: ничего не изменится.",
    "The mark stands like this already: nothing would change.",
)
ASSET_STEP = Step(
    "mark_assets",
    Phrase("Активтерді қайтару туралы белгі", "Отметка о возврате активов", "Mark on the return of assets"),
    frozenset({REGISTERED, UNDER_REVIEW}),
    None,
    EXECUTOR_OR_KEEPER,
    needs=MarkAssets,
    effects=(KeepMark(),),
    cites=("29I.21-1",),
    aside=True,
)
