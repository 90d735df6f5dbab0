"""A group led through one script: rooms as values, and the hub that carries them."""
