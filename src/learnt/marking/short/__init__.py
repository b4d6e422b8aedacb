"""Short answers by their own rules: a word, a name, a date, a number, a formula, a list of such.

In: a question with short points and the answer. Out: for each point how it stands, or None for
points that are statements.
"""
