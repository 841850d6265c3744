"""Checks of the arguments of an appeal: by lower prosecutors on assignment, with a visit; transfer between units.

Source: 29I.34 (transfer), 64 (visits), 65 (specialists), 66 (assignments), 67 (additional check).
"""
