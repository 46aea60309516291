"""A step script: read, checked and described."""
