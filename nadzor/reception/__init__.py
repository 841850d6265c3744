"""Personal reception (29R)."""
