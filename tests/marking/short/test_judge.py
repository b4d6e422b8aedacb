"""Short answers by their own rules: no score has a say in any of these."""

import pytest

from learnt.journal import VerdictKind
from tests.marking.made import a_point, a_question, scored, short_kind

COVERED = [
    ("mitosis", "Mitosis"),
    ("mitosis", "it is mitosis."),
    ("mitosis", "mitosys"),
    ("mitosis", "mitosis, not meiosis"),
    ("mitosis", "not meiosis but mitosis"),
    ("photosynthesis", "fotosynthesis"),
    ("enzyme", "enzymes"),
    ("nucleus", "nuclei"),
    ("niño", "nino"),
    ("colour", "color"),
    ("aluminium", "aluminum"),
    ("gold", "Au"),
    ("newton", "N"),
    ("color / hue", "hue"),
    ("(the) river", "river"),
    ("adenine (A)", "adenine"),
    ("der Hund", "Hund"),
    ("東京", "東京"),
    ("Louis Pasteur", "pasteur"),
    ("Louis Pasteur", "Louis Pastuer"),
    ("Isaac Newton", "I. Newton"),
    ("Isaac Newton", "Sir Isaac Newton"),
    ("Isaac Newton", "it was found by Newton"),
    ("Winston Churchill", "prime minister Churchill"),
    ("League of Nations", "LoN"),
    ("First World War", "ww1"),
    ("United Kingdom", "UK"),
    ("Germany", "the Germans"),
    ("Treaty of Versailles", "the Versailles treaty"),
    ("May 1935", "05/1935"),
    ("May 1935", "may 35"),
    ("May 1935", "3 May 1935"),
    ("1935", "May 1935"),
    ("1935", "in 35"),
    ("1935", "not 1934 but 1935"),
    ("1914-1918", "1914-18"),
    ("1914-1918", "1914 to 1918"),
    ("16th century", "sixteenth century"),
    ("16th century", "1550"),
    ("44 BC", "44 BC"),
    ("75%", "three quarters"),
    ("75%", "75 percent"),
    ("75%", "0.75"),
    ("75%", "75"),
    ("50%", "half"),
    ("50%", "1/2"),
    ("1/2", "0.5"),
    ("3 km", "3000 m"),
    ("1.5 kg", "1500 g"),
    ("two weeks", "14 days"),
    ("9.8 m/s²", "9.8 m/s2"),
    ("100,000", "100000"),
    ("100,000", "a hundred thousand"),
    ("46", "forty-six"),
    ("205", "two hundred and five"),
    ("-5", "-5"),
    ("−273 °C", "minus 273"),
    ("3.14", "3,14"),
    ("10-20", "10 to 20"),
    ("6.022 × 10²³", "6.022 x 10^23"),
    ("H₂O", "h2o"),
    ("H2O", "water"),
    ("CO2", "carbon dioxide"),
    ("E = mc²", "E=mc^2"),
    ("E = mc²", "mc² = E"),
    ("a² + b² = c²", "b^2+a^2=c^2"),
    ("V = IR", "V = I × R"),
    ("2H2 + O2 → 2H2O", "O2 + 2H2 -> 2H2O"),
]
CONFLICT = [
    ("mitosis", "meiosis"),
    ("ethanol", "methanol"),
    ("nitrate", "nitrite"),
    ("xylem", "phloem"),
    ("house", "mouse"),
    ("cat", "cot"),
    ("carbon", "car"),
    ("Louis Pasteur", "Robert Koch"),
    ("Marie Curie", "Pierre Curie"),
    ("Pacific Ocean", "Atlantic Ocean"),
    ("Treaty of Versailles", "Treaty of Trianon"),
    ("Germany", "France"),
    ("Niger", "Nigeria"),
    ("left ventricle", "right ventricle"),
    ("東京", "大阪"),
    ("May 1935", "May 1934"),
    ("1935", "1953"),
    ("1914-1918", "1915-18"),
    ("16th century", "17th century"),
    ("44 BC", "44 AD"),
    ("75%", "57%"),
    ("3 km", "3 m"),
    ("100,000", "10,000"),
    ("46", "64"),
    ("7", "seventeen"),
    ("-5", "5"),
    ("5", "-5"),
    ("3.14", "3.41"),
    ("6.022 × 10²³", "6.022 x 10^22"),
    ("H2SO4", "H2SO3"),
    ("E = mc²", "E=mc"),
    ("2H2 + O2 → 2H2O", "2H2O → 2H2 + O2"),
    ("2H2O", "2"),
]
MISSING = [
    ("mitosis", "I don't know"),
    ("mitosis", "?"),
    ("mitosis", "mitosis or meiosis"),
    ("mitosis", "the long process by which cells divide into two"),
    ("May 1935", "1935"),
    ("1935", "1934 or 1935"),
    ("1935", "the 1930s"),
    ("1914-1918", "1914"),
    ("3", "3-5"),
    ("red", "red or green"),
    ("1935", "not 1935"),
    ("46", "not 46"),
    ("mitosis", "not mitosis"),
]


@pytest.mark.parametrize(("point", "answer"), COVERED)
def test_covered(point: str, answer: str) -> None:
    assert short_kind(point, answer) == "covered"


@pytest.mark.parametrize(("point", "answer"), CONFLICT)
def test_conflict(point: str, answer: str) -> None:
    assert short_kind(point, answer) == "conflict"


@pytest.mark.parametrize(("point", "answer"), MISSING)
def test_missing(point: str, answer: str) -> None:
    assert short_kind(point, answer) == "missing"


@pytest.mark.parametrize("point", sorted({point for point, _ in (*COVERED, *CONFLICT)}))
def test_a_point_says_itself(point: str) -> None:
    assert short_kind(point, point) == "covered"


def marked(answer: str, *points: str, ordered: bool = False) -> list[tuple[str, list[str]]]:
    """The kind and the words of each point of a list."""
    question = a_question("Name them", *points, ordered=ordered)
    return [
        (one.kind.value[:3], [span.of(answer) for span in one.evidence])
        for one in scored(0.5).mark(question, answer)
    ]


STATES = ("solid", "liquid", "gas")


@pytest.mark.parametrize(
    "answer",
    [
        "gas, solid, liquid",
        "solid; liquid; gas",
        "solid\nliquid\ngas",
        "solid and liquid and gas",
        "- solid\n- liquid\n- gas",
        "solid → liquid → gas",
        "solid + liquid & gas",
    ],
)
def test_a_list_in_any_order_and_form(answer: str) -> None:
    assert marked(answer, *STATES) == [("cov", [one]) for one in STATES]


def test_a_list_without_commas() -> None:
    assert [kind for kind, _ in marked("solid liquid gas", *STATES)] == ["cov"] * 3


def test_the_first_letters_of_a_list() -> None:
    assert marked("s, l, g", *STATES) == [("cov", ["s"]), ("cov", ["l"]), ("cov", ["g"])]


def test_what_is_left_out_of_a_list_is_missing() -> None:
    assert marked("solid, plasma, gas", *STATES) == [
        ("cov", ["solid"]),
        ("mis", []),
        ("cov", ["gas"]),
    ]


@pytest.mark.parametrize(
    ("answer", "points"),
    [("gas", STATES), ("1914", ("1918", "1914", "1939")), ("46", ("64", "46"))],
)
def test_the_answer_to_one_point_is_no_wrong_answer_to_another(
    answer: str, points: tuple[str, ...]
) -> None:
    kinds = [kind for kind, _ in marked(answer, *points)]
    assert kinds == ["cov" if point == answer else "mis" for point in points]


PLANETS = ("Mercury", "Venus", "Earth")


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ("Mercury, Venus, Earth", ["cov", "cov", "cov"]),
        ("Mercury, Earth", ["cov", "mis", "cov"]),
        ("Venus, Mercury, Earth", ["cov", "cov", "cov"]),
    ],
)
def test_a_list_whose_order_says_nothing(answer: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in marked(answer, *PLANETS)] == kinds


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ("Mercury, Venus, Earth", ["cov", "cov", "cov"]),
        ("Mercury, Earth", ["cov", "mis", "cov"]),
        ("Venus, Mercury, Earth", ["con", "con", "cov"]),
        ("Earth, Venus, Mercury", ["con", "cov", "con"]),
    ],
)
def test_points_that_come_in_an_order(answer: str, kinds: list[str]) -> None:
    question = a_question("From the sun outwards", *PLANETS, ordered=True)
    found = [one.kind.value for one in scored(0.5).mark(question, answer)]
    names = {"cov": "covered", "mis": "missing", "con": "conflict"}
    assert found == [names[kind] for kind in kinds]


def test_a_conflict_says_what_was_typed_and_what_is_right() -> None:
    (found,) = scored(0.5).mark(a_question("Which?", "xylem"), "  phloem ")
    assert (found.said, found.wanted) == ("phloem", "xylem")
    assert "“phloem”" in found.reason
    assert "“xylem”" in found.reason


@pytest.mark.parametrize("answer", ["Holland", "the netherlands"])
def test_an_accepted_wording_of_a_name(answer: str) -> None:
    point = a_point(0, "Netherlands", accepted=["Holland"])
    (found,) = scored(0.5).mark(a_question("Which country?", point), answer)
    assert found.kind.value == "covered"


@pytest.mark.parametrize(
    "point",
    [
        "Routers forward packets",
        "Cold slows bacteria",
        "Clay soils hold water",
        "The kiln bakes bricks hard",
        "Fish suffocate",
    ],
)
def test_a_statement_of_few_words_is_scored(point: str) -> None:
    """Its words are no term that the answer must hold as they stand; a score has its say."""
    asked = a_question(None, "The mill stands on the river because the wheel needs it", point)
    (_, found) = scored(0.5).mark(asked, "They pass things on, as anyone who has seen it knows")
    assert found.kind is VerdictKind.UNSURE


@pytest.mark.parametrize(
    "point",
    [
        "The Peace of Westphalia",
        "acute angle",
        "Marie Curie",
        "1648",
        "he left",
        "global warming",
        "unleavened bread",
    ],
)
def test_a_term_beside_statements_is_not(point: str) -> None:
    asked = a_question(None, "The mill stands on the river because the wheel needs it", point)
    (_, found) = scored(0.5).mark(asked, "They pass things on, as anyone who has seen it knows")
    assert found.kind is VerdictKind.MISSING
