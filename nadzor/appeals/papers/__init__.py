"""The papers of the Instruction (29I), each declared once."""

from nadzor.appeals.papers import arriving, checking, complaints, ending, hearing, prolonging, sending, shaped

__all__ = ["arriving", "checking", "complaints", "ending", "hearing", "prolonging", "sending", "shaped"]
