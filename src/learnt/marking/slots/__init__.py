"""What an answer says otherwise than the card: dates, numbers, names, polarity, roles, opposites.

In: a point beside the stretch of an answer that speaks of it. Out: a `Clash`, or nothing.
"""
