"""What the learner says of a page, and how it is obeyed."""
