"""What all proceedings share: the table of steps, the only writer, the journal, terms, search, lists."""
