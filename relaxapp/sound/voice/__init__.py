"""The voices that can speak a script."""
