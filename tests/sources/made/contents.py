"""The contents of made pages: a dozen subjects in our own words, and other pages' sentences."""

from tests.sources.made.facts import Choice, subject
from tests.sources.made.sciences import (
    BIOLOGY,
    CHEMISTRY,
    COMPUTING,
    FORMULAS,
    GEOGRAPHY,
    PSYCHOLOGY,
    TRICKY,
)  # fmt: skip
from tests.sources.made.sloppy import SLOPPY
from tests.sources.made.tongues import LANGUAGES, PROSE

HISTORY = subject(
    "The French Revolution",
    """
Why was the Estates-General called in 1789? => The crown had run out of money and the nobles would not agree to a tax
What did the Tennis Court Oath promise? => Not to part until France had a constitution
Who met in the Jacobin club => Radical deputies and their friends in the towns
Causes of the flight to Varennes => fear for the royal family | hope of help from Austria | anger about the oath of the clergy
Bastille => A fortress and prison in Paris, stormed on 14 July 1789
Assignats => Paper money backed by land taken from the church
What changed in August 1789? => Feudal dues were given up | The rights of man were declared
The Terror => A time of trials and executions under the Committee of Public Safety, 1793-94
How did the war change the Revolution? => It made enemies of the king into patriots and friends of the king into traitors; prices rose and so did fear.
Thermidor => The month in which Robespierre fell
What weakened the Directory? => empty coffers | two coups a year | a general who won battles
Sans-culottes => Working people of Paris who wore long trousers
Who wrote "What is the Third Estate?" => The abbé Sieyès
Robespierre's question to the Convention => "Do you want a revolution without a revolution?"
In which year was the king executed? => 1793
""",
)
LAW = subject(
    "Tort: negligence",
    """
What must a claimant show in negligence? => a duty of care | a breach of that duty | damage caused by the breach | damage that is not too remote
Duty of care => An obligation to take reasonable care not to harm people one ought to have in mind
The reasonable person => Someone of ordinary care and sense, in the defendant's place
What standard is a learner driver held to? => That of a driver who has passed the test
"But for" test => Would the harm have come about without the breach?
When is damage too remote? => When its kind could not have been foreseen
Contributory negligence => The claimant's own carelessness, for which the award is cut
Volenti => Consent to the risk; a full defence
Res ipsa loquitur => The thing speaks for itself
Who carries the burden of proof? => The claimant, on the balance of probabilities
Pure economic loss: general rule? => Not recoverable
Factors in breach => how likely harm is | how grave it would be | what precautions cost | how useful the conduct is
Primary victim of shock => Was in danger himself, or thought so
Vicarious liability: why does it exist? => The employer gains from the work, can insure, and chooses whom to employ.
""",
)
ECONOMICS = subject(
    "Markets and prices",
    """
Opportunity cost => The next best thing that one gives up
What shifts a demand curve? => income | tastes | the price of other goods | how many buyers there are
Define price elasticity of demand => How strongly the quantity asked for responds to a change in price
Inferior good => One that people buy less of as they earn more
What happens at a price ceiling below equilibrium? => More is wanted than is offered, so there are queues
Public good => Nobody can be kept from it, and one person's use leaves as much for the rest
Why do monopolies charge more? => They face the whole demand and gain by selling less at a higher price
Externality => A cost or benefit for people outside the deal
MC => Marginal cost
Ways to correct a negative externality => a tax | a permit | a rule | a bargain between those concerned
GDP => The value of all that is made in a country in a year
What is the CPI used for? => To measure inflation
A firm in perfect competition produces where... => price equals marginal cost
Diminishing returns => Each further worker adds less than the one before
Fiscal policy vs monetary policy? => Taxes and spending by the government, against interest rates set by the central bank
""",
)
SUBJECTS = (
    HISTORY, BIOLOGY, LAW, ECONOMICS, CHEMISTRY, PSYCHOLOGY, GEOGRAPHY, COMPUTING, TRICKY, FORMULAS, *PROSE, *SLOPPY
)  # fmt: skip

BLANKS = subject(
    "Fill in the gaps: the Earth",
    """
The thin outer shell of the Earth is the ____. => crust
Plates move apart at a ____ boundary. => divergent
Rock that cools from melt is called ______ rock. => igneous
The ____ scale says how strong an earthquake is. => moment magnitude
Most earthquakes happen along plate ____. => edges
Limestone turns into ____ under heat and pressure. => marble
The layer between crust and core is the ____. => mantle
Sediment is laid down in layers called ____. => strata
____ is the hardest mineral known. => Diamond
""",
)

CHOICES = (
    Choice(
        "Which gas do plants take in by day?",
        ("Carbon dioxide", "Nitrogen", "Argon", "Helium"),
        "It is the carbon source of photosynthesis.",
    ),
    Choice(
        "The legislature of Iceland is called the",
        ("Althing", "Storting", "Riksdag"),
        "It first met in 930.",
    ),
    Choice(
        "What is the derivative of x squared?",
        ("2x", "x", "x cubed over 3", "2"),
        "Bring down the power and take one off it.",
    ),
    Choice(
        "Which of these is a noble gas?",
        ("Neon", "Chlorine", "Oxygen", "Hydrogen"),
        "Its outer shell is full.",
    ),
    Choice(
        "In a sonnet of Shakespeare's there are how many lines?",
        ("14", "12", "16", "10"),
        "Three quatrains and a couplet.",
    ),
    Choice(
        "Whose interests does a trustee serve?",
        ("The beneficiary's", "The settlor's", "Their own", "The court's"),
        "A trustee may not profit from the trust.",
    ),
    Choice(
        "Which organ makes insulin?",
        ("The pancreas", "The liver", "The spleen", "The kidneys"),
        "Its beta cells do.",
    ),
    Choice(
        "The first crossing of Antarctica by land was made in",
        ("1958", "1912", "1934", "1969"),
        "Fuchs led it.",
    ),
)

STATEMENTS = {
    "Why did the Hanseatic League decline": (
        "The Dutch built cheaper ships and sailed past the Sound without stopping in Lübeck",
        "Princes grew strong enough to tax the towns and forbid their leagues",
        "Herring left the Baltic",
        "Novgorod's office was closed by the tsar in 1494, and with it the fur trade was lost",
        "English merchants got their own rights in the German towns. They needed no middlemen now",
        "The Thirty Years' War ruined inland trade",
    ),
    "Photosynthesis in outline": (
        "Light is caught by chlorophyll in the thylakoids",
        "Water is split; oxygen is given off",
        "ATP and NADPH carry the energy to the stroma",
        "The Calvin cycle fixes carbon dioxide with the enzyme Rubisco",
        "Three turns of the cycle make one three-carbon sugar",
    ),
    "What makes a good hypothesis?": (
        "It can be tested",
        "It says what would prove it wrong",
        "It goes beyond what is seen already, but no further than it must",
        "It fits what is known",
    ),
}

HEADINGS = subject(
    "The heart and the blood",
    """
Chambers of the heart => left atrium | right atrium | left ventricle | right ventricle
Arteries => carry blood away from the heart | have thick walls | have a small lumen
Veins => carry blood to the heart | have valves | have thin walls
What slows a clot? => warfarin | heparin
The cardiac cycle => atrial systole | ventricular systole | diastole
Red cells => no nucleus | full of haemoglobin | about 120 days of life
Risk factors for heart disease => smoking | high blood pressure | too little exercise | family history
""",
)

__all__ = ["BLANKS", "CHOICES", "HEADINGS", "LANGUAGES", "STATEMENTS", "SUBJECTS"]
