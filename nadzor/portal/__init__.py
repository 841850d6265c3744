"""The public side: follow an appeal."""
