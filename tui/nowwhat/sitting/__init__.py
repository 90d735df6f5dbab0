"""One person's sitting: draft, replay, advance, coach, save, finish; it drives every front end."""
