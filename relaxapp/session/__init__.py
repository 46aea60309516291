"""One session while it runs, and its record in the journal."""
