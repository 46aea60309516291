"""How the sounds that the program ships are made; `python -m relaxapp.sound.synthesis audio/` makes them."""
