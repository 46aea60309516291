"""Manners on the desktop: the display kept awake, media keys, one window, and where it stands."""
