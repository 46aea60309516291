"""Small painted widgets that know nothing of the app: they are given plain values."""
