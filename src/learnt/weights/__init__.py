"""Tables and learnt weights that the pure stages are handed as values; only files are read here.

In: the data files beside this package. Out: the `Language` that `facts` reads with.
"""
