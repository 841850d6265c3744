"""Codes that a telephone reads: what a QR code on a paper leads to."""

import segno


def qr(text: str) -> str:
    """Return a QR code as the text of an SVG, to be printed 25 mm wide or more."""
    return segno.make(text, error="m").svg_inline(scale=4, border=2)
