"""The way in: one file a command, each importing only what it needs."""
