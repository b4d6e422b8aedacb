"""What is known before a learner has answered."""

import numpy as np
import pytest

from learnt.memory import fsrs6, sbd
from learnt.memory.fitting import Prior
from learnt.memory.fitting.families import FSRS6, SBD, Family
from learnt.weights.priors import priors


def test_there_is_a_prior_for_each_model_with_a_kernel() -> None:
    assert set(priors()) == {"fsrs6", "sbd"}
    assert len(priors()["fsrs6"].mean) == len(fsrs6.DEFAULT_PARAMETERS)
    assert len(priors()["sbd"].mean) == len(sbd.DEFAULT_PARAMETERS)


@pytest.mark.parametrize("family", [FSRS6, SBD], ids=lambda family: family.name)
def test_its_mean_is_within_the_limits_of_a_fit(family: Family) -> None:
    low, high = family.limits
    mean = priors()[family.name].mean
    assert (low < mean).all()
    assert (mean < high).all()
    w = family.parameters(mean)
    if family is FSRS6:
        assert w[0] < w[1] < w[2] < w[3]
    else:
        assert w[0] < w[1]


@pytest.mark.parametrize("name", ["fsrs6", "sbd"])
def test_its_covariance_is_that_of_a_distribution(name: str) -> None:
    prior = priors()[name]
    assert (prior.covariance == prior.covariance.T).all()
    assert np.linalg.eigvalsh(prior.covariance).min() > 0
    np.linalg.cholesky(prior.covariance)
    np.testing.assert_allclose(
        prior.precision @ prior.covariance, np.eye(len(prior.mean)), atol=1e-8
    )


def test_first_stabilities_go_together() -> None:
    """The correlations between the logarithms, and how far each may go, are as in the file."""
    covariance = priors()["fsrs6"].covariance
    deviation = np.sqrt(np.diag(covariance))
    shape = covariance / np.outer(deviation, deviation)
    assert shape[0, 1] == pytest.approx(0.65)
    assert shape[8, 10] == pytest.approx(0.90)
    assert shape[11, 12] == pytest.approx(-0.50)
    assert shape[4, 6] == 0
    # w4: widened 1.5 times (7.33 - 7.04) / (2 * .6745), and half of 7.17 - 6.4133 from it
    assert deviation[4] == pytest.approx(np.hypot(1.5 * 0.29 / 1.349, 0.37835), rel=1e-6)
    assert np.sqrt(priors()["sbd"].covariance[0, 0]) == pytest.approx(1.754)


def test_a_covariance_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="row and a column"):
        Prior(np.zeros(2), np.eye(3))


def test_correlations_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="correlations"):
        Prior(np.zeros(3), np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]))
