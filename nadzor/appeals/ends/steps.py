"""The steps by which an appeal ends beside its answer, as the table of an appeal takes them."""

from nadzor.appeals.ends.anonymous import ANONYMOUS, ANONYMOUS_STEPS, REDIRECTING, STARTS_FOR_NAMELESS
from nadzor.appeals.ends.correspondence import CORRESPONDENCE_STEPS, TELLING_OF_ATTACHMENT, TELLING_OF_END
from nadzor.appeals.ends.duplicates import DUPLICATE_STEPS, ON_DUPLICATE, STARTS_FOR_DUPLICATE
from nadzor.appeals.ends.likeness import KeepKeys
from nadzor.appeals.ends.petitions import PETITION_RETURN, PETITION_STEPS
from nadzor.appeals.ends.terminating import TERMINATION_STEPS
from nadzor.appeals.ends.withdrawal import WITHDRAWAL_STEPS

END_STEPS = (
    *WITHDRAWAL_STEPS,
    *TERMINATION_STEPS,
    *ANONYMOUS_STEPS,
    *CORRESPONDENCE_STEPS,
    *DUPLICATE_STEPS,
    *PETITION_STEPS,
)
END_CLOCKS = (ANONYMOUS, REDIRECTING, TELLING_OF_END, TELLING_OF_ATTACHMENT, ON_DUPLICATE, PETITION_RETURN)
STARTED_AT_REGISTRATION = (STARTS_FOR_NAMELESS, STARTS_FOR_DUPLICATE, KeepKeys())
