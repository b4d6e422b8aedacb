"""Content as students type it in a hurry: no capitals, fragments, abbreviations, long answers."""

from tests.sources.made.facts import subject

NURSING = subject(
    "pharm exam 2",
    """
metformin => first line for type 2 diabetes, take with food
s/s of hypoglycemia => shaky | sweaty | confused | hungry
antidote for heparin => protamine sulfate
antidote for warfarin => vitamin K
max dose of paracetamol in 24h => 4 g
what do you check before giving digoxin? => apical pulse for a full minute, hold if under 60
ACE inhibitors end in => -pril
beta blockers end in => -olol
ADRs of opioids => constipation | resp depression | sedation | N/V
half life => time for the plasma conc to fall by half
why are enteric coated tablets not crushed => the coat protects the stomach, or the drug from it
PRN => as needed
NPO => nothing by mouth
5 rights => patient | drug | dose | route | time
""",
)
GOVERNMENT = subject(
    "US Gov Unit 1",
    """
federalism => power is split between the national govt and the states
how many amendments are there? => 27
McCulloch v. Maryland (1819) => Congress may found a bank; states can't tax it
enumerated powers => the ones written in Art. I sec. 8
What is the elastic clause? => "necessary and proper" clause. Congress can make the laws it needs to carry out its other powers. Used in McCulloch.
checks on the president => veto can be overridden | impeachment | senate confirms appointments | courts review acts
pork barrel => spending that brings money to one district
filibuster => talking a bill to death in the Senate
What did Marbury v Madison establish => judicial review
iron triangle => agency, committee and interest group that look after each other
full faith and credit => states respect each other's public acts
who elects the president if nobody has 270? => the House, one vote per state
grandfather clause => exempted people whose grandfathers could vote before 1867
""",
)
ANATOMY = subject(
    "Anatomy - upper limb",
    """
deltoid => abducts the arm
innervation of deltoid => axillary nerve (C5, C6)
biceps brachii => flexes the elbow and supinates the forearm
rotator cuff muscles => supraspinatus | infraspinatus | teres minor | subscapularis
carpal bones, proximal row => scaphoid | lunate | triquetrum | pisiform
what runs through the carpal tunnel? => median nerve | tendons of flexor digitorum superficialis | tendons of flexor digitorum profundus | tendon of flexor pollicis longus
wrist drop => radial nerve
claw hand => ulnar nerve
Where do you feel the brachial pulse? => medial to the biceps tendon
glenohumeral joint type => ball and socket
anatomical snuffbox - floor => scaphoid
medial epicondyle => common flexor origin
""",
)
ACCOUNTING = subject(
    "Accounting basics",
    """
assets = => liabilities + equity
debit => left side of an account
credit => right side of an account
accrual => booked when earned, not when paid
goodwill => price paid for a business above the fair value of its net assets
why depreciate? => to spread the cost of an asset over the years in which it is used
straight line method => (cost - residual value) / useful life
current ratio => current assets / current liabilities
What goes on the income statement? => revenue | expenses | gains | losses
bad debt => a claim that won't be paid
FIFO => first in first out: oldest stock is sold first
in a period of rising prices which gives the higher profit, FIFO or LIFO? => FIFO
""",
)
PHILOSOPHY = subject(
    "Philosophy of mind",
    """
Dualism => The mind is not physical
Who said "cogito ergo sum"? => Descartes
Ryle's objection => a category mistake: the mind is no further thing beside what the body does
What is it like to be a bat? => Nagel's paper. It says that science from outside leaves out what experience is like from inside.
qualia => the felt side of experience
Mary's room => Mary knows every physical fact about colour and has never seen any. When she sees red, does she learn something? If so, physicalism leaves something out.
functionalism => mental states are what they do
multiple realisability => pain in octopus and man: different stuff, same state
Problems for behaviourism => actors | paralysed people | circular definitions
Chinese room: author? => Searle
zombies => beings like us in all but experience
""",
)
MUSIC = subject(
    "Music theory grade 5",
    """
allegro => fast
rit. => getting slower
What is a tritone? => an interval of three whole tones
relative minor of G major => E minor
sharps in A major => F# | C# | G#
perfect cadence => V - I
plagal cadence => IV - I
interrupted cadence => V - vi
4/4 => four crotchets in a bar
hemiola => two bars of three felt as three bars of two
compound time => the beat divides into three
tessitura => the range in which most of a part lies
da capo => from the beginning
Which instruments transpose? => clarinet | horn | trumpet | saxophone
""",
)
GEOLOGY = subject(
    "Geology quiz 3 (minerals)",
    """
Mohs 1 => talc
Mohs 7 => quartz
Mohs 10 => diamond
cleavage vs. fracture => cleavage is breaking along planes, fracture is breaking anywhere
streak => colour of the powder
What makes basalt dark? => iron and magnesium
felsic => light coloured, rich in silica
Bowen's series, discontinuous branch => olivine | pyroxene | amphibole | biotite
extrusive or intrusive: granite => intrusive
extrusive or intrusive: rhyolite => extrusive
foliation => minerals lined up by pressure
What kind of rock can hold fossils? => sedimentary
half life of C-14 => 5,730 years
""",
)
SLOPPY = (NURSING, GOVERNMENT, ANATOMY, ACCOUNTING, PHILOSOPHY, MUSIC, GEOLOGY)
