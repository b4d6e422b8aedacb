"""Pages of alternating prompts and answers. Each docstring is a page."""

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.pages import cards, whys


def test_questions_with_bulleted_and_bare_answers(page: Reading) -> None:
    """Unification of Italy Flashcards
    How did Cavour prepare the way?
    - By building railways and a modern army in Piedmont
    - By meeting Napoleon III at Plombières in July 1858
    -A trade treaty with Britain brought goodwill
    What happened in May 1860?
    Garibaldi landed at Marsala with about a thousand volunteers
    Why did Venetia join in 1866?
    Because Prussia had beaten Austria, and had promised it as the price of an alliance
    When did Rome become the capital?
    1871
    """
    assert page.deck.title == "Unification of Italy"
    assert page.layout == "alternating"
    assert page.problems == ()
    assert cards(page) == [
        (
            "How did Cavour prepare the way?",
            [
                "By building railways and a modern army in Piedmont",
                "By meeting Napoleon III at Plombières in July 1858",
                "A trade treaty with Britain brought goodwill",
            ],
        ),
        (
            "What happened in May 1860?",
            ["Garibaldi landed at Marsala with about a thousand volunteers"],
        ),
        (
            "Why did Venetia join in 1866?",
            ["Because Prussia had beaten Austria, and had promised it as the price of an alliance"],
        ),
        ("When did Rome become the capital?", ["1871"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(2, 5), (6, 7), (8, 9), (10, 11)]
    assert all(card.confidence > 0.7 for card in page.deck.cards)


def test_a_count_and_blank_lines(page: Reading) -> None:
    """Memory and forgetting Flashcards
    (4 cards)

    What is the capacity of short-term memory?
    Seven items, give or take two

    Who described the working memory model?
    Baddeley and Hitch, 1974

    What is retroactive interference?
    - New learning disturbs what was learnt before
    - It is worse where the two are alike

    How long does sensory memory last?
    Less than a second
    """
    assert page.declared == 4
    assert page.problems == ()
    assert [prompt for prompt, _ in cards(page)] == [
        "What is the capacity of short-term memory?",
        "Who described the working memory model?",
        "What is retroactive interference?",
        "How long does sensory memory last?",
    ]
    assert cards(page)[2][1] == [
        "New learning disturbs what was learnt before",
        "It is worse where the two are alike",
    ]


def test_blank_lines_between_all_lines(page: Reading) -> None:
    """Rivers

    What is a meander?

    A bend in a river, kept moving by erosion outside and deposition inside

    Where is the current fastest?

    On the outside of the bend

    What is left when a meander is cut off?

    An oxbow lake
    """
    assert page.deck.title == "Rivers"
    assert cards(page) == [
        (
            "What is a meander?",
            ["A bend in a river, kept moving by erosion outside and deposition inside"],
        ),
        ("Where is the current fastest?", ["On the outside of the bend"]),
        ("What is left when a meander is cut off?", ["An oxbow lake"]),
    ]


def test_terms_and_definitions_without_any_question(page: Reading) -> None:
    """The nephron Flashcards
    Glomerulus
    A knot of capillaries in which blood is filtered under pressure.
    Bowman's capsule
    The cup around the glomerulus that collects the filtrate.
    Proximal tubule
    Where most of the glucose, salts and water are taken back.
    Loop of Henle
    - Makes the medulla salty
    - So that water can leave the collecting duct
    ADH
    A hormone that makes the collecting duct let water through.
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "Glomerulus",
        "Bowman's capsule",
        "Proximal tubule",
        "Loop of Henle",
        "ADH",
    ]
    assert page.problems == ()


def test_bare_answers_of_several_lines_under_questions(page: Reading) -> None:
    """Negligence
    What must a claimant prove?
    A duty of care
    A breach of that duty
    Damage that was caused by the breach
    Which case set out the neighbour principle?
    Donoghue v Stevenson [1932]
    What is the standard of care?
    That of the reasonable person
    Professionals are held to their profession's standard
    Who bears the burden of proof?
    The claimant
    What is the thin skull rule?
    The defendant takes the claimant as he finds him
    """
    assert [(prompt, len(points)) for prompt, points in cards(page)] == [
        ("What must a claimant prove?", 3),
        ("Which case set out the neighbour principle?", 1),
        ("What is the standard of care?", 2),
        ("Who bears the burden of proof?", 1),
        ("What is the thin skull rule?", 1),
    ]
    assert page.deck.title == "Negligence"


def test_french(page: Reading) -> None:
    """La photosynthèse Flashcards
    Qu'est-ce que la photosynthèse ?
    La fabrication de sucre à partir de lumière, d'eau et de dioxyde de carbone
    Où a-t-elle lieu ?
    - Dans les chloroplastes
    - Surtout dans les feuilles
    Quel gaz est rejeté ?
    L'oxygène
    Pourquoi les feuilles sont-elles vertes ?
    Parce que la chlorophylle absorbe surtout le rouge et le bleu
    """
    assert [(prompt, len(points)) for prompt, points in cards(page)] == [
        ("Qu'est-ce que la photosynthèse ?", 1),
        ("Où a-t-elle lieu ?", 2),
        ("Quel gaz est rejeté ?", 1),
        ("Pourquoi les feuilles sont-elles vertes ?", 1),
    ]


def test_german_without_question_marks(page: Reading) -> None:
    """Weimarer Republik
    Wann wurde die Republik ausgerufen
    Am 9. November 1918
    Wer war der erste Reichspräsident
    Friedrich Ebert
    Welche Folgen hatte die Inflation
    - Ersparnisse wurden wertlos
    - Löhne wurden täglich ausgezahlt
    Warum scheiterte der Kapp-Putsch
    Wegen des Generalstreiks
    """
    assert [(prompt, points) for prompt, points in cards(page)] == [
        ("Wann wurde die Republik ausgerufen", ["Am 9. November 1918"]),
        ("Wer war der erste Reichspräsident", ["Friedrich Ebert"]),
        (
            "Welche Folgen hatte die Inflation",
            ["Ersparnisse wurden wertlos", "Löhne wurden täglich ausgezahlt"],
        ),
        ("Warum scheiterte der Kapp-Putsch", ["Wegen des Generalstreiks"]),
    ]


def test_no_title(page: Reading) -> None:
    """What is a monopoly?
    A market with a single seller
    What is an externality?
    A cost or benefit that falls on someone outside the deal
    What is deadweight loss?
    Welfare that nobody gets
    """
    assert page.deck.title == "notes"
    assert len(page.deck.cards) == 3


def test_an_answer_that_is_a_question(page: Reading) -> None:
    """Socratic method
    What does Socrates ask Euthyphro?
    Is the pious loved by the gods because it is pious?
    What does the slave boy show in the Meno?
    That learning is recollection
    What is aporia?
    Being at a loss
    What is the elenchus?
    A refutation by questions
    """
    assert cards(page)[0] == (
        "What does Socrates ask Euthyphro?",
        ["Is the pious loved by the gods because it is pious?"],
    )
    assert len(page.deck.cards) == 4


def test_a_lost_answer_is_a_problem(page: Reading) -> None:
    """Plate tectonics Flashcards
    What drives the plates?
    Slab pull and ridge push
    Where do plates slide past each other?
    What is a hot spot?
    A plume of hot mantle under a plate
    What is subduction?
    One plate sinking under another
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "What drives the plates?",
        "What is a hot spot?",
        "What is subduction?",
    ]
    assert [line for line, _ in whys(page)] == [4]


def test_a_prompt_broken_over_two_lines(page: Reading) -> None:
    """Evolution Flashcards
    What did Darwin see on the islands that made him think about how
    one species might turn into several?
    Finches whose beaks differed from island to island
    What is natural selection?
    The survival of those that fit their surroundings best
    What is a vestigial organ?
    One that has lost its use, like the appendix
    """
    assert cards(page)[0] == (
        (
            "What did Darwin see on the islands that made him think about how one species might turn "
            "into several?"
        ),
        ["Finches whose beaks differed from island to island"],
    )
    assert len(page.deck.cards) == 3


def test_answers_broken_at_a_margin(page: Reading) -> None:
    """Cold War Flashcards
    What was the Truman Doctrine?
    A promise made in March 1947 that the United States would
    support free peoples who resisted being taken over by
    armed minorities or by outside pressure
    What was the Marshall Plan?
    - Thirteen thousand million dollars for the rebuilding of
      Europe, most of it in gifts
    - It was refused by the Soviet Union and by the states
      under its influence
    What was Comecon?
    The Soviet answer to it, founded in January 1949 to bind
    the economies of eastern Europe together
    """
    assert cards(page) == [
        (
            "What was the Truman Doctrine?",
            [
                (
                    "A promise made in March 1947 that the United States would support free peoples "
                    "who resisted being taken over by armed minorities or by outside pressure"
                )
            ],
        ),
        (
            "What was the Marshall Plan?",
            [
                "Thirteen thousand million dollars for the rebuilding of Europe, most of it in gifts",
                "It was refused by the Soviet Union and by the states under its influence",
            ],
        ),
        (
            "What was Comecon?",
            [
                (
                    "The Soviet answer to it, founded in January 1949 to bind the economies of eastern "
                    "Europe together"
                )
            ],
        ),
    ]


def test_numbered_answers_without_a_space(page: Reading) -> None:
    """First aid
    What are the steps of the primary survey?
    1.Danger
    2.Response
    3.Airway
    4.Breathing
    What number do you call?
    112
    How fast are chest compressions?
    100 to 120 a minute
    """
    assert cards(page)[0] == (
        "What are the steps of the primary survey?",
        ["Danger", "Response", "Airway", "Breathing"],
    )
    assert len(page.deck.cards) == 3


def test_numbered_questions(page: Reading) -> None:
    """Astronomy
    1. What is a light year?
    The distance light travels in a year
    2. Which planet has the shortest day?
    Jupiter
    3. What keeps the sun shining?
    Fusion of hydrogen into helium
    4. What is a white dwarf?
    The core that a star like the sun leaves
    """
    assert cards(page) == [
        ("What is a light year?", ["The distance light travels in a year"]),
        ("Which planet has the shortest day?", ["Jupiter"]),
        ("What keeps the sun shining?", ["Fusion of hydrogen into helium"]),
        ("What is a white dwarf?", ["The core that a star like the sun leaves"]),
    ]


def test_dates_and_negative_numbers_are_no_lists(page: Reading) -> None:
    """Facts and figures Flashcards
    At what temperature does ammonia boil?
    -33 °C
    When did the war begin?
    1. September 1939
    How many people live in the city?
    1.5 million
    What is the price elasticity of salt?
    -0.1
    """
    assert [points for _, points in cards(page)] == [
        ["-33 °C"],
        ["1. September 1939"],
        ["1.5 million"],
        ["-0.1"],
    ]


def test_nested_items_are_points_too(page: Reading) -> None:
    """Coasts Flashcards
    How is a stack formed?
    - Waves open cracks in a headland
      - by hydraulic action
      - and by abrasion
    - The roof of the arch falls in
    What is longshore drift?
    Sand moved along the shore by waves that arrive at an angle
    """
    assert cards(page)[0] == (
        "How is a stack formed?",
        [
            "Waves open cracks in a headland",
            "by hydraulic action",
            "and by abrasion",
            "The roof of the arch falls in",
        ],
    )


def test_a_lead_in_before_items(page: Reading) -> None:
    """Enzymes Flashcards
    What slows an enzyme down?
    There are three things:
    - cold
    - the wrong pH
    - too little substrate
    What is the active site?
    The pocket in which the substrate fits
    What is denaturation?
    A change of shape that cannot be undone
    """
    assert cards(page)[0] == (
        "What slows an enzyme down?",
        ["There are three things:", "cold", "the wrong pH", "too little substrate"],
    )
    assert len(page.deck.cards) == 3


def test_for_and_against_keep_their_signs(page: Reading) -> None:
    """Zoos Flashcards
    Is the twin study method any good?
    + genes are held the same
    - twins share more than genes
    What is a correlation?
    Two things that vary together
    """
    assert cards(page)[0][1] == ["+ genes are held the same", "- twins share more than genes"]


@pytest.mark.parametrize("mark", ["•", "*", "–", "▪", "o\t", "+"])
def test_every_kind_of_bullet(mark: str, make_id: MakeId) -> None:
    text = (
        f"Lungs\nWhat helps gas exchange?\n{mark} A large area\n{mark} A thin wall\n"
        "What moves the ribs?\nThe intercostal muscles\n"
    )
    reading = read(text.encode(), "page.txt", make_id)
    assert cards(reading) == [
        ("What helps gas exchange?", ["A large area", "A thin wall"]),
        ("What moves the ribs?", ["The intercostal muscles"]),
    ]


def test_a_count_that_disagrees_is_said(page: Reading) -> None:
    """Poetry Flashcards
    (9 cards)
    What is a sonnet?
    A poem of fourteen lines
    What is enjambment?
    A sentence running over the end of a line
    """
    assert len(page.deck.cards) == 2
    assert len(page.problems) == 1
    assert "9 cards" in page.problems[0].why


def test_a_repeated_card_is_kept_once(page: Reading) -> None:
    """Verbs Flashcards
    What is an infinitive?
    The plain form of a verb
    What is a participle?
    A verb used as an adjective
    What is an infinitive?
    The plain form of a verb
    """
    assert len(page.deck.cards) == 2
    assert [(line, "already" in why) for line, why in whys(page)] == [(6, True)]


def test_an_article_is_no_deck(page: Reading) -> None:
    """The harbour was quiet when the first boats came in, and nobody had expected them so early.

    Some of the crews had been away for months. They told stories of ice and of long nights, and the people on the quay listened as they always had.

    In the evening the fish was sold. By the time the lamps were lit, there was nothing left but a few crates of herring and the smell of tar.

    The next morning it began to snow, and the harbour froze within a week.
    """
    assert all(card.confidence < 0.5 for card in page.deck.cards)
    assert page.problems != ()


def test_words_in_two_languages(page: Reading) -> None:
    """Am Bahnhof Flashcards
    der Zug
    train
    das Gleis
    platform
    die Fahrkarte
    ticket
    der Schaffner
    guard
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "der Zug",
        "das Gleis",
        "die Fahrkarte",
        "der Schaffner",
    ]
    assert page.problems != ()  # such lines show nothing themselves: it says that it guesses


def test_words_under_a_count_are_no_guess(page: Reading) -> None:
    """Kitchen verbs
    (4 cards)
    to stir
    remuer
    to peel
    éplucher
    to cut
    couper
    to be boiling
    bouillir
    """
    assert page.deck.title == "Kitchen verbs"
    assert cards(page)[0] == ("to stir", ["remuer"])
    assert cards(page)[3] == ("to be boiling", ["bouillir"])
    assert page.problems == ()


def test_a_bare_title_over_words_is_a_title(page: Reading) -> None:
    """Kitchen verbs
    to stir
    remuer
    to peel
    éplucher
    to cut
    couper
    """
    assert page.deck.title == "Kitchen verbs"
    assert [prompt for prompt, _ in cards(page)] == ["to stir", "to peel", "to cut"]


def test_questions_on_both_sides(page: Reading) -> None:
    """En la tienda Flashcards
    ¿Cuánto es?
    How much is it?
    la bolsa
    bag
    ¿Algo más?
    Anything else?
    la caja
    till
    ¿Está abierta?
    Is it open?
    barato
    cheap
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "¿Cuánto es?",
        "la bolsa",
        "¿Algo más?",
        "la caja",
        "¿Está abierta?",
        "barato",
    ]


def test_lines_that_begin_with_years_are_a_list(page: Reading) -> None:
    """Ireland Flashcards
    What was the Great Famine?
    The failure of the potato crop from 1845
    Steps to the Free State
    1916. The rising in Dublin
    1919: Dáil Éireann meets for the first time
    1921. The treaty is signed in London
    Who led the Volunteers at the Post Office?
    Patrick Pearse
    """
    assert cards(page)[1] == (
        "Steps to the Free State",
        [
            "1916. The rising in Dublin",
            "1919: Dáil Éireann meets for the first time",
            "1921. The treaty is signed in London",
        ],
    )


def test_sentences_after_a_sentence_belong_to_the_answer(page: Reading) -> None:
    """Kidneys Flashcards
    What do the kidneys do?
    They filter the blood.
    They keep its water level steady.
    They make urine.
    What is urea?
    Waste from amino acids
    Describe how dialysis works
    Blood flows past a membrane.
    Urea passes into the fluid outside.
    The fluid is changed often.
    What carries urine to the bladder?
    The ureter
    """
    assert [len(points) for _, points in cards(page)] == [3, 1, 3, 1]


def test_formulae_are_answers(page: Reading) -> None:
    """Circuits
    Ohm's law
    $V = IR$
    Power from current
    $P = I^2 R$
    Charge on an electron
    1.6 × 10⁻¹⁹ C
    Energy transferred
    $E = QV$
    What is the unit of charge?
    C
    """
    assert page.deck.title == "Circuits"
    assert [prompt for prompt, _ in cards(page)] == [
        "Ohm's law",
        "Power from current",
        "Charge on an electron",
        "Energy transferred",
        "What is the unit of charge?",
    ]


def test_blank_lines_anywhere_separate_nothing(page: Reading) -> None:
    """Glaciers Flashcards
    What is a drumlin?

    A hill of till shaped like an egg
    What is an erratic?
    A boulder carried far from its source

    What is plucking?

    Ice freezes onto rock and pulls it away
    What is a corrie?

    A hollow where a glacier began

    What is abrasion?
    Stones in the ice scrape the bed
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "What is a drumlin?",
        "What is an erratic?",
        "What is plucking?",
        "What is a corrie?",
        "What is abrasion?",
    ]


def test_double_spacing_keeps_broken_items_together(page: Reading) -> None:
    """Glaciers Flashcards

    What is till?

    - a mixture of stones and clay that the

      ice has dropped

    - it is not sorted by size

    What is outwash?

    - sand and gravel that was carried off by

      streams of meltwater
    """
    assert cards(page) == [
        (
            "What is till?",
            [
                "a mixture of stones and clay that the ice has dropped",
                "it is not sorted by size",
            ],
        ),
        ("What is outwash?", ["sand and gravel that was carried off by streams of meltwater"]),
    ]


def test_short_lines_of_one_length_are_not_broken_prose(page: Reading) -> None:
    """Sleep Flashcards
    Length of a whole cycle of sleep in grown people
    About ninety minutes (Dement and Kleitman, 1957)
    Reasons to trust the studies of sleep laboratory
    + The recordings are the same whoever reads them
    + Several laboratories have found the same cycle
    Reasons to doubt the studies of sleep laboratory
    - People sleep less well in a strange narrow bed
    - Only nine people took part in the earliest one
    What is REM sleep?
    The stage with fast movements of the eyes
    """
    assert [len(points) for _, points in cards(page)] == [1, 2, 2, 1]


def test_lines_with_both_sides_are_not_paired_with_one_another(page: Reading) -> None:
    """Tides
    What causes tides? The pull of the moon and the sun
    Neap tide A tide with little between high and low water
    When are spring tides? At new moon and at full moon
    Ebb The tide going out
    What is slack water? The short time when nothing flows
    Flood The tide coming in
    """
    assert page.layout == "oneline"
    assert cards(page)[0] == ("What causes tides?", ["The pull of the moon and the sun"])


def test_a_title_over_paragraphs_is_no_card(page: Reading) -> None:
    """A day at the mill
    The wheel was turning before anyone in the valley was awake, and it did not stop until after dark.

    Corn came in carts from the farms above, and the miller weighed every sack twice before he paid.
    """
    assert page.deck.cards == ()
