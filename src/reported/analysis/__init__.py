"""What follows from what was said: ranges, origins, retellings, consistency, and the record of a day."""
