"""Nadzor: the information system of a prosecutor's office."""
