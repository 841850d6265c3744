"""The papers of the Instruction (29I), each declared once."""

from nadzor.appeals.papers import arriving

__all__ = ["arriving"]
