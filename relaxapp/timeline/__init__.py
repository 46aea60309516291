"""A script, a wish for minutes and spoken lengths, laid out: what happens when."""
