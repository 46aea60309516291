"""A timeline made audible: voice, cues, breath and ambience, mixed, played and written."""
