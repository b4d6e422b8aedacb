"""What is asked, as marking needs it: nobody types a picture or a sound."""

from learnt.deck import Point
from learnt.ids import PointId
from learnt.marking.question import Question


def test_pictures_and_sounds_are_no_part_of_what_is_to_be_said() -> None:
    point = Point(PointId("a"), "the Nile [sound:nile 1935.mp3]", accepted=("Nile",))
    plain = Point(PointId("b"), "a list [1, 2]")
    only = Point(PointId("c"), '<img data-card src="lake.png">')
    asked = Question('Which? <img data-card alt="a lake" src="x.png">', (point, plain, only))
    assert asked.prompt == "Which?"
    assert [one.text for one in asked.points] == [
        "the Nile",
        "a list [1, 2]",
        "[picture: lake.png]",
    ]
    assert asked.points[0].accepted == ("Nile",)
