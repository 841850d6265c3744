"""The steps and the tables of this part, as the main line takes them."""

from nadzor.appeals.checks.instructions import INSTRUCT, INSTRUCTION
from nadzor.appeals.checks.transfer_asked import ASK_TRANSFER, TRANSFER_REQUEST
from nadzor.appeals.checks.transfers import TRANSFER, TRANSFERRING
from nadzor.appeals.checks.visits import BEGIN_VISIT, CHECKS_OVER, VISIT
from nadzor.casework.procedure import Step

BESIDE_CHECKS = (INSTRUCTION, VISIT, TRANSFER_REQUEST)
VISIT_AND_INSTRUCTION_STEPS: tuple[Step, ...] = (INSTRUCT, BEGIN_VISIT, ASK_TRANSFER, TRANSFER)
__all__ = ["BESIDE_CHECKS", "CHECKS_OVER", "TRANSFERRING", "VISIT_AND_INSTRUCTION_STEPS"]
