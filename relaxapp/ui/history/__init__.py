"""The history: what was practised, what came of it, and what can be done with the log."""
