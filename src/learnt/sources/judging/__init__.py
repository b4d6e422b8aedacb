"""Which reading is taken, what is said of it, and how sure each card is."""
