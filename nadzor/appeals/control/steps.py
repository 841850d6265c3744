"""What the time of an appeal adds to its table: steps and clocks."""

from nadzor.appeals.control.controlling import CONTROL_STEPS, CONTROL_TOLD
from nadzor.appeals.control.extending import EXTENSION_STEPS, EXTENSION_TOLD
from nadzor.appeals.control.inspecting import INSPECTION_STEPS, INTERIM
from nadzor.appeals.control.interpellations import INTERPELLATION_STEPS, TO_GENERAL
from nadzor.appeals.control.undoing import UNDO_STEPS
from nadzor.appeals.regimes.choosing import REGIME_STEPS

TIME_STEPS = (
    *(*EXTENSION_STEPS, *INSPECTION_STEPS, *CONTROL_STEPS, *UNDO_STEPS),
    *(*INTERPELLATION_STEPS, *REGIME_STEPS),
)
TIME_CLOCKS = (EXTENSION_TOLD, INTERIM, CONTROL_TOLD, TO_GENERAL)
