"""The sections of the settings page, one module each, and the rows they are made of."""
