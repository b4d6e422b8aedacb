"""Reviews in brief, as a package takes them along."""

from collections.abc import Iterable

from learnt.journal import BriefReview, Review


def in_brief(reviews: Iterable[Review]) -> list[BriefReview]:
    return [
        BriefReview(
            one.id,
            one.at,
            one.rating,
            one.direction,
            one.duration_ms,
            {each.point: each.rating for each in one.outcomes},
        )
        for one in reviews
    ]
