"""Logs of other programs: every row is a review or a problem with its line, whatever it holds."""

import csv
import io
from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.errors import Unreadable
from learnt.sources.review_log import ForeignReviews, read_reviews

HEADER = "card_id,review_rating,review_time\n"


def read(rows: str, header: str = HEADER) -> ForeignReviews:
    return read_reviews((header + rows).encode())


def the_time(stamp: str) -> int:
    """One row's instant, which must be read."""
    found = read(f'a,3,"{stamp}"\n')
    assert found.problems == ()
    assert found.stamps == (stamp.strip(),)
    return found.times[0]


def test_rows_are_read_in_their_order() -> None:
    found = read("b,3,2026-05-31T18:30:00Z\na,1,2026-05-30T00:00:00Z\nb,4,1780000000000\n")
    assert found == ForeignReviews(
        ("b", "a", "b"),
        (3, 1, 4),
        (Instant(1780252200000), Instant(1780099200000), Instant(1780000000000)),
        ("2026-05-31T18:30:00Z", "2026-05-30T00:00:00Z", "1780000000000"),
        (),
    )


@pytest.mark.parametrize(
    ("stamp", "instant"),
    [
        ("2026-05-31T18:30:00Z", 1780252200000),
        ("2026-05-31T18:30:00+00:00", 1780252200000),
        ("2026-05-31T20:30:00+02:00", 1780252200000),
        ("2026-05-31T08:30:00-10:00", 1780252200000),
        ("2026-06-01T00:15:00+05:45", 1780252200000),
        ("2026-05-31T18:30:00", 1780252200000),
        ("2026-05-31 18:30:00", 1780252200000),
        ("20260531T183000Z", 1780252200000),
        ("2026-05-31T18:30", 1780252200000),
        ("2026-05-31", 1780185600000),
        ("2026-05-31T18:30:00.007Z", 1780252200007),
        ("2026-05-31T18:30:00.0071234Z", 1780252200007),
        ("2026-05-31T18:30:00.123456+02:00", 1780245000123),
        ("1780252200007", 1780252200007),
        (" 1780252200007 ", 1780252200007),
        ("0", 0),
        ("1970-01-01T00:00:00Z", 0),
        ("3000-01-01T00:00:00Z", 32_503_680_000_000),
    ],
)
def test_times_in_each_way_they_are_written(stamp: str, instant: int) -> None:
    assert the_time(stamp) == instant


@given(st.datetimes(datetime(1970, 1, 2), datetime(2999, 12, 30), timezones=st.timezones()))
def test_a_time_in_any_zone_is_its_instant(moment: datetime) -> None:
    assert the_time(moment.isoformat()) == round(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    "time",
    [
        "",
        "yesterday",
        "31.05.2026",
        "-1",
        "-1780252200007",
        "1780252200.5",
        "1e12",
        "32503680000001",
        "9" * 5000,
        "10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-12:00",
        "3000-01-01T00:00:01Z",
        "0001-01-01T00:00:00+14:00",
        "1969-12-31T23:59:59Z",
        "2026-02-30T10:00:00Z",
        "2026-05-31T25:00:00Z",
        "2026-05-31T18:30:00+99:00",
        "²",
        "nan",
        "NULL",
    ],
)
def test_a_time_that_is_none_is_a_problem_with_its_line(time: str) -> None:
    found = read(f"a,3,5\nb,3,{time}\nc,3,7\n")
    assert found.cards == ("a", "c")
    (problem,) = found.problems
    assert problem.line == 3
    assert "1 to 4" in problem.why
    assert f"b,3,{time}".startswith(problem.text.rstrip("…"))


@pytest.mark.parametrize("rating", ["0", "5", "x", "", "-1", "3.0", "10", "Good", "٣"])
def test_a_rating_that_is_none_is_a_problem_with_its_line(rating: str) -> None:
    found = read(f"a,3,5\nb,{rating},6\n")
    assert (found.cards, found.ratings) == (("a",), (3,))
    assert [problem.line for problem in found.problems] == [3]


def test_the_columns_may_stand_in_any_order_among_others_and_in_any_case() -> None:
    found = read(
        "x,2026-05-31T18:30:00Z,deck one,2,card 7,9000\n,5,,1,card 8,\n",
        "state, Review_Time ,deck,REVIEW_RATING,card_id,duration\n",
    )
    assert found.cards == ("card 7", "card 8")
    assert found.ratings == (2, 1)
    assert found.times == (1780252200000, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_ends_of_lines_and_a_byte_order_mark_do_not_matter(
    end: str, last: bool, mark: bytes
) -> None:
    text = "card_id,review_rating,review_time\na,3,5\n\nb,2,x\nc,1,6" + "\n" * last
    found = read_reviews(mark + text.replace("\n", end).encode())
    assert (found.cards, found.times) == (("a", "c"), (5, 6))
    assert [problem.line for problem in found.problems] == [4]


def test_quoted_ids_keep_their_signs_and_count_their_lines() -> None:
    found = read('"a ""b"", c",3,5\n"two\nlines",2,6\nd,9,7\n"Ω, 犬",1,"8"\n')
    assert found.cards == ('a "b", c', "two\nlines", "Ω, 犬")
    assert [problem.line for problem in found.problems] == [5]


def test_the_same_row_twice_is_two_reviews() -> None:
    assert read("a,3,5\na,3,5\n").cards == ("a", "a")


def test_rows_that_are_too_short_are_problems_and_too_long_ones_are_read() -> None:
    found = read("a,3\nb\nc,3,5,more,and more\n,3,6\n")
    assert found.cards == ("c", "")
    assert [problem.line for problem in found.problems] == [2, 3]


@pytest.mark.parametrize("data", [HEADER.encode(), HEADER.strip().encode()])
def test_a_header_alone_is_a_log_of_no_reviews(data: bytes) -> None:
    assert read_reviews(data) == ForeignReviews((), (), (), (), ())


@pytest.mark.parametrize("missing", ["card_id", "review_rating", "review_time"])
def test_a_missing_column_is_named(missing: str) -> None:
    header = ",".join(name for name in HEADER.strip().split(",") if name != missing)
    with pytest.raises(Unreadable, match=rf"no column {missing}\. "):
        read("a,3\n", header + "\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"\xef\xbb\xbf",
        b"a,3,5\n",
        b"card_id;review_rating;review_time\na;3;5\n",
        b'{"card_id": 1}',
        b"\0\0\0\0",
        HEADER.encode("utf-16"),
        HEADER.encode("utf-16-le"),
        b"PK\x03\x04\x14\x00",
        b"SQLite format 3\0",
        b"\n" + HEADER.encode(),
    ],
)
def test_what_is_no_log_is_said(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"no column|UTF-8|no CSV"):
        read_reviews(data)


def test_a_log_in_another_encoding_is_said() -> None:
    with pytest.raises(Unreadable, match="UTF-8"):
        read_reviews((HEADER + "naïve,3,5\n").encode("latin-1"))


def test_a_nul_is_only_a_sign() -> None:
    found = read("a\0b,3,5\nc,\0,6\n")
    assert found.cards == ("a\0b",)
    assert [problem.line for problem in found.problems] == [3]


def test_a_field_without_an_end_is_said_with_its_line() -> None:
    with pytest.raises(Unreadable, match=r"Line [23] of this log is no CSV"):
        read("a,3,5\n" + "x" * 200_000 + ",3,6\n")
    with pytest.raises(Unreadable, match="no CSV"):
        read_reviews(b"x" * 200_000)
    with pytest.raises(Unreadable, match="no CSV"):
        read('a,3,5\n"' + "x\n" * 200_000)


def test_many_columns_and_many_rows_are_no_trouble() -> None:
    header = ",".join(f"x{place}" for place in range(2_000)) + "," + HEADER
    found = read("," * 2_000 + "a,3,5\n", header)
    assert found.cards == ("a",)
    assert len(read("a,3,5\n" * 50_000).cards) == 50_000


SIGNS = (
    'card_id review_rating review_time , " a 3 5 1780252200007 2026-05-31T18:30:00Z é - T +99:99 ٣ ²'
    " 0001-01-01T00:00+14:00"
)
pieces = st.lists(
    st.sampled_from(
        [*SIGNS.split(" "), HEADER, "\n", "\r\n", "\r", "\0", "\ufeff", "9" * 4400, "\u2028", " "]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(st.binary(), pieces.map(str.encode), pieces.map(lambda x: (HEADER + x).encode())))
@example((HEADER + "a,3,0001-01-01T00:00:00+23:59").encode())
@example((HEADER + "a,3,2026-W01-1").encode())
def test_any_bytes_are_a_log_or_unreadable(data: bytes) -> None:
    """And of a log, each row that is not empty is a review or a problem."""
    try:
        found = read_reviews(data)
    except Unreadable:
        return
    count = len(found.cards)
    assert count == len(found.ratings) == len(found.times) == len(found.stamps)
    assert all(1 <= one <= 4 for one in found.ratings)
    assert all(0 <= one <= 32_503_680_000_000 for one in found.times)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert count + len(found.problems) == sum(bool(row) for row in rows[1:])
    lines = [problem.line for problem in found.problems]
    assert lines == sorted({line for line in lines if line is not None})


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\r")).map(str.strip),
            st.integers(1, 4),
            st.integers(0, 32_503_680_000_000),
        )
    ),
    st.permutations(["card_id", "review_rating", "review_time", "other"]),
)
def test_what_a_program_writes_comes_back(
    rows: list[tuple[str, int, int]], columns: list[str]
) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    for card, rating, at in rows:
        writer.writerow(
            {"card_id": card, "review_rating": rating, "review_time": at, "other": "o,\n"}
        )
    found = read_reviews(text.getvalue().encode())
    assert found.problems == ()
    assert list(zip(found.cards, found.ratings, found.times, strict=True)) == rows
