"""The ways in which an appeal ends beside its answer: withdrawn, terminated, left or joined to another."""
