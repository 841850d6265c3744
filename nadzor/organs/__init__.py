"""Bodies, units, posts, people and powers of the prosecutor's office; who one is on a day and what one sees."""
