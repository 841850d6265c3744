"""Where an appeal is considered, kept as guards; and its parts, each forwarded with a term of its own (29I.27-32)."""
