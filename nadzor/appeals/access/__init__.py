"""Access of a participant to the file (29I.78; APPK 75)."""
