"""What sites and programs write around cards, and its removal before any layout looks."""
