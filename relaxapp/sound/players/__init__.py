"""The ways a mix reaches the ears."""
