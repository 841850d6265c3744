"""The time of an appeal beside its main line: extension, inspection, control, the materials of an interpellation."""
