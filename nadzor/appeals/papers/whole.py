"""Every paper of the Instruction (29I): declared by being imported, once the tables of the room are known."""

from nadzor.appeals.papers import arriving, checking, complaints, ending, hearing, prolonging, sending, shaped

__all__ = ["arriving", "checking", "complaints", "ending", "hearing", "prolonging", "sending", "shaped"]
