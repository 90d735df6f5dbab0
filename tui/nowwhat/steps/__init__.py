"""One widget for each kind of step: it shows what is asked and says what was answered."""
