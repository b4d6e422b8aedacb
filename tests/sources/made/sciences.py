"""Sciences for made pages, and content that looks like something else."""

from tests.sources.made.facts import subject

BIOLOGY = subject(
    "Enzymes and membranes",
    """
What is an active site? => The part of an enzyme into which the substrate fits
Enzyme => A protein that speeds up a reaction and is not used up
Denaturation => The loss of a protein's shape, and with it of its work
What does a competitive inhibitor do? => It sits in the active site and keeps the substrate out
What affects the rate of an enzyme's reaction? => temperature | pH | how much substrate there is | how much enzyme there is
Cofactor => A helper that is no protein, such as a metal ion
Describe the fluid mosaic model => A double layer of phospholipids that can move sideways, with proteins scattered in it
Osmosis => Water moving through a membrane to where its potential is lower
Passive transport (3 kinds) => diffusion | facilitated diffusion | osmosis
What does active transport need => Energy from ATP and a carrier protein
Cholesterol in membranes... => keeps them from being too fluid when warm and too stiff when cold
Why do plant cells not burst in pure water? => The cell wall pushes back. Pressure rises until no more water comes in.
Glycoprotein => A protein with a chain of sugars that cells know each other by
What is Q10 for most enzymes? => About 2
Ribosome => Makes proteins
""",
)
CHEMISTRY = subject(
    "Acids, bases and bonds",
    """
Brønsted acid => A proton donor
What is the pH of a 0.1 mol dm⁻³ solution of a strong acid? => 1
Formula of sulfuric acid => H₂SO₄
Ionic bond => The pull between ions of opposite charge
Why does ice float? => Its molecules are held apart by hydrogen bonds, so it is less dense than water
Forces between molecules, weakest first => London forces | dipole-dipole | hydrogen bonds
Test for a carbonate => Add acid; the gas turns limewater milky
Buffer => A solution whose pH hardly changes when a little acid or base is added
What does Le Chatelier's principle say? => A system in balance answers a change by working against it
Conditions of the Haber process => about 450 °C | about 200 atm | an iron catalyst
Avogadro's number => 6.02 × 10²³
Kw at 25 °C => 1.0 × 10⁻¹⁴ mol² dm⁻⁶
How do you find the empirical formula? => Divide each mass by the relative atomic mass | Divide by the smallest result | Round to whole numbers
Oxidation => Loss of electrons
NaCl + AgNO₃ → ? => AgCl + NaNO₃
""",
)
COMPUTING = subject(
    "Networks and data",
    """
What does DNS do? => It turns names into addresses
TCP => Delivers a stream in order and sends again what was lost
UDP => Sends packets and hopes
Layers of the TCP/IP model => application | transport | internet | link
What is the difference between a switch and a hub? => A switch sends a frame only to the port that needs it, a hub to all
Binary of 13 => 1101
FF in denary => 255
Big-O of binary search => O(log n)
Primary key => A field whose value is different in every record
x = 5; print(x // 2) => 2
Which port does HTTPS use? => 443
A stack is LIFO: what does that mean? => Last in, first out
Normalisation: why? => no copies that can disagree | smaller tables | fewer mistakes on update
What is a race condition? => Two threads touch the same value, and the result hangs on which is first.
""",
)
GEOGRAPHY = subject(
    "Rivers and coasts",
    """
Source => Where a river begins
Mouth => Where it meets the sea
Confluence => Where two rivers join
How does a meander form? => Water runs faster on the outer bend and cuts into the bank | It drops sand on the inner bend | The bend grows
Hard engineering => sea walls | groynes | gabions
Longest river of Africa => Nile
Highest mountain on Earth => Everest
Capital of Mongolia => Ulaanbaatar
Capital of Chile => Santiago
Capital of Australia => Canberra
Longshore drift => Sand carried along the coast by waves that come in at an angle
Why do deltas form? => The river slows in standing water and drops what it carries
Which sea has no coast? => The Sargasso Sea
Spit => A finger of sand joined to the land at one end
""",
)
PSYCHOLOGY = subject(
    "Memory and forgetting",
    """
How many items does working memory hold? => About four, or seven with chunking
Retroactive interference => New learning gets in the way of old
Proactive interference => Old learning gets in the way of new
What did Ebbinghaus plot? => How much of a list of nonsense he had kept after a time
Encoding specificity => We recall best where the cues of learning are there again
Strengths of lab studies of memory => control | they can be repeated | clear measures
Give one weakness of lab studies of memory. => The tasks are unlike daily life
Spacing effect => Learning spread over days lasts longer than the same time in one go
Semantic memory => Facts and meanings
Episodic memory => What happened to us, with its time and place
What is a schema? => A frame of what usually goes together, which helps us to fill gaps - and misleads us
Case study: HM => Lost the power to form new memories after surgery, but learned to draw in a mirror
""",
)
TRICKY = subject(
    "Odds and ends",
    """
The opposite of forget => Learn
How many carbon atoms has glucose? => 6
The first letter of the alphabet => A
What is done to a theory? => Test
1/2 + 1/4 => 3/4
Roman numeral for fifty => L
A set of cards => Deck
Which blood group gives to all? => O
Stages of grief - 5 => denial | anger | bargaining | depression | acceptance
The 19 in Covid-19 => the year 2019
Who asked "Et tu, Brute?" => Caesar, in the play
Term for a word with the opposite meaning => Antonym
Number of players in water polo (per side) => 7
What did the front of 1914 look like? => Two lines of trenches: from the Channel to Switzerland
Answer to the riddle of the Sphinx => Man
""",
)
FORMULAS = subject(
    "Formulas",
    """
Quadratic formula => $x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}$
Formula of water => H<sub>2</sub>O
Area of a circle => $\\pi r^2$
Boyle's law => pV = constant
Is 5 < 7? => Yes
Kinetic energy => E = ½mv²
What is $\\int x \\, dx$? => $\\frac{x^2}{2} + C$
Ohm's law => V = IR
Sulfate ion => SO<sub>4</sub><sup>2-</sup>
Bayes => P(A|B) = P(B|A) P(A) / P(B)
Slope of y = 3x - 2 => 3
""",
)
