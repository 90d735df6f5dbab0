"""What the terminal shows, and the least bytes that change it."""
