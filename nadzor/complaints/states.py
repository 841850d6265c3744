"""The states of a complaint matter."""

AT_BODY, CONSIDERED, TO_TELL, TO_COPY = "at_body", "considered", "to_tell", "to_copy"
EXECUTING, DONE, SENT_UP, CORRECTED = "executing", "done", "sent_up", "corrected"
RETURNED, ANNULLED = "returned", "annulled"
