"""How days, times and numbers are written and read in each language (FORMAT_MODULE_PATH)."""
