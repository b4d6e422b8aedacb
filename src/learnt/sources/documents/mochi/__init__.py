"""Collections of Mochi (.mochi) → decks: data.json (Transit) or data.edn, packed as ZIP.

transit, edn → plain values → cards, by sides, clozes and templates → decks of the tree
"""
