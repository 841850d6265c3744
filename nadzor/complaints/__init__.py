"""The room of complaints out of court: chapter 4 of the Instruction (29I.70-84; APPK 91-101)."""
