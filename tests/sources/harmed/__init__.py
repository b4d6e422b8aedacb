"""Files of every kind that something has happened to: made by a seed, read in a bounded process.

whole (a file of each kind) → harming (by its bytes, or by what it is made of) → reading (in `run`)
"""
