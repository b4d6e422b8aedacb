"""The sitting in a terminal: keys in, pictures out, and the desk between them.

In: key presses. Out: a screen for each phase of the sitting; the answers go to `Collection`.
"""
