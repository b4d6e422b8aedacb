"""The words of a text beside those of another: one form for all their spellings, and their weight.

In: a text, and a `Lexicon` of its language that `weights` loads. Out: `Word`s. Marking compares an
answer with a card by them, and comparing one card with another.
"""
