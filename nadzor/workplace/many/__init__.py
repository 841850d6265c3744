"""Many papers registered together: rows that are typed, pasted or taken from a table, each registered by itself."""
