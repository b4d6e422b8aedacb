"""Names that are known by the noun in them: the Rapallo treaty, Treaty of Rapallo, Red Army.

    before = (capital | known name | number | word of that kind)* head
    after  = head "of" ["the"] (capital | known name)+ ["and" (capital | known name)+]

In: the tokens of a text and the names that are known in it. Out: the longer names around nouns.

    around (what is a name here?) → behind ("Treaty of …"), before ("… treaty") → reading (both)
"""

from learnt.facts.names.heads.reading import Heads

__all__ = ["Heads"]
