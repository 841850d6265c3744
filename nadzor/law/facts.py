"""Facts of a submission that the matrices of order 29 ask for: who controls it, who sent it, what came before."""

from enum import StrEnum


class Authority(StrEnum):
    """Who put a submission under control, or sent it. The names of the interface; the orders' words beside them."""

    PRESIDENT = "president"
    STATE_SECRETARY = "state_secretary"
    PRESIDENTIAL_ADMINISTRATION_HEAD = "presidential_administration_head"
    PRESIDENTIAL_ADMINISTRATION_DEPUTY_HEAD = "presidential_administration_deputy_head"
    PRESIDENTIAL_ADMINISTRATION = "presidential_administration"
    PRESIDENTIAL_ASSISTANT = "presidential_assistant"
    PRESIDENTIAL_ADVISER = "presidential_adviser"
    PRESIDENTIAL_UNIT_HEAD = "presidential_unit_head"
    SECURITY_COUNCIL_SECRETARY = "security_council_secretary"
    SECURITY_COUNCIL_DEPUTY = "security_council_deputy"
    PRIME_MINISTER = "prime_minister"
    DEPUTY_PRIME_MINISTER = "deputy_prime_minister"
    GOVERNMENT_OFFICE_HEAD = "government_office_head"  # Канцелярия Премьер-Министра, earlier Аппарат Правительства
    GOVERNMENT_OFFICE = "government_office"
    PARLIAMENT_CHAIRMAN = "parliament_chairman"  # of a chamber
    DEPUTY = "deputy"
    PARLIAMENT_UNIT_HEAD = "parliament_unit_head"
    CONSTITUTIONAL_COURT = "constitutional_court"  # as one who controls: its Chairman
    SUPREME_COURT = "supreme_court"
    SUPREME_COURT_COLLEGIUM_CHAIRMAN = "supreme_court_collegium_chairman"
    OMBUDSMAN = "ombudsman"
    HUMAN_RIGHTS_CENTRE = "human_rights_centre"
    CENTRAL_BODY = "central_body"
    PARTY = "party"
    PARTY_LEADER = "party_leader"
    PROSECUTOR_GENERAL = "prosecutor_general"
    DEPUTY_PROSECUTOR_GENERAL = "deputy_prosecutor_general"
    GPO = "gpo"
    COMMITTEE = "committee"
    MILITARY = "military"
    TRANSPORT = "transport"
    OBLAST = "oblast"


# "Администрация Президента" as a sender: the Administration and everyone who writes from it.
PRESIDENTIAL = (
    Authority.PRESIDENTIAL_ADMINISTRATION_HEAD,
    Authority.PRESIDENTIAL_ADMINISTRATION_DEPUTY_HEAD,
    Authority.PRESIDENTIAL_ADMINISTRATION,
    Authority.PRESIDENTIAL_ASSISTANT,
    Authority.PRESIDENTIAL_ADVISER,
    Authority.PRESIDENTIAL_UNIT_HEAD,
)

# Senders outside the prosecutor's office who stand at the centre of the state (R53).
CENTRAL_SENDERS = (
    *(Authority.PRESIDENT, Authority.STATE_SECRETARY, *PRESIDENTIAL),
    *(Authority.SECURITY_COUNCIL_SECRETARY, Authority.SECURITY_COUNCIL_DEPUTY),
    *(Authority.PRIME_MINISTER, Authority.DEPUTY_PRIME_MINISTER),
    *(Authority.GOVERNMENT_OFFICE_HEAD, Authority.GOVERNMENT_OFFICE),
    *(Authority.PARLIAMENT_CHAIRMAN, Authority.DEPUTY, Authority.PARLIAMENT_UNIT_HEAD),
    *(Authority.CONSTITUTIONAL_COURT, Authority.SUPREME_COURT, Authority.SUPREME_COURT_COLLEGIUM_CHAIRMAN),
    *(Authority.OMBUDSMAN, Authority.CENTRAL_BODY),
)


class Kind(StrEnum):
    """Kinds of submissions (29I.2)."""

    APPLICATION = "application"
    COMPLAINT = "complaint"
    MESSAGE = "message"
    PROPOSAL = "proposal"
    FEEDBACK = "feedback"
    REQUEST = "request"
    PETITION = "petition"
    INTERPELLATION = "interpellation"
    DEPUTY_APPEAL = "deputy_appeal"


class Outcome(StrEnum):
    """Outcomes of 29I.88."""

    REFUSE = "refuse"
    ADOPT_ACT = "adopt_act"
    CANCEL_ACT = "cancel_act"
    CANCEL_AND_ADOPT = "cancel_and_adopt"
    PERFORM_ACTION = "perform_action"
    SEND_DOWN = "send_down"
    SEND_TO_BODY = "send_to_body"
    TERMINATE = "terminate"
    LEAVE_WITHOUT_CONSIDERATION = "leave_without_consideration"
    ANSWER = "answer"
    TAKE_NOTE = "take_note"


class AnsweredBy(StrEnum):
    """An administrative body outside the prosecutor's office that has already answered at head level."""

    CENTRAL_BODY_HEAD = "central_body_head"
    OBLAST_BODY_HEAD = "oblast_body_head"
    DISTRICT_BODY_HEAD = "district_body_head"
