"""Accounts of staff and clients of the API: who may enter."""
