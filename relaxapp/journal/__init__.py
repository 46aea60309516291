"""The log of sessions, on this computer and nowhere else."""
