"""A life to tell: somebody signed in, on a clock that moves."""

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.life import Life
from tests.journeys.serving import Clock


@pytest.fixture
def life(visit: Visit, clock: Clock) -> Life:
    """Return a candidate who has just opened Afterword for the first time."""
    return Life(visit(), clock)
