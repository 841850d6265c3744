"""The papers of the Instruction (29I), each declared once; `whole` names every module."""
