"""A real house under load whose parts are killed: `python -m tools.soak`. The tests of faults use the same parts."""
