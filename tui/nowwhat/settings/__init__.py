"""The person's choices, and where their files lie."""
