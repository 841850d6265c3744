"""The hearing of an applicant before an act that burdens him: notice, objection, oral hearing, record, remarks.

Source: 29I.43-45, 56.2; APPK 66 (ways of the notice), 73 (hearing, when none is held), 74 (record); R36.
"""
