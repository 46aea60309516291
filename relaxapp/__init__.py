"""relaxapp: guided relaxation on the desktop, led by plain text scripts and sound."""

__version__ = "0.1.0"
