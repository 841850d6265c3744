"""The side of the staff: inbox, proceeding, steps, structure."""
