"""Tools of the workshop: index of tests by norm, bench, mutants."""
