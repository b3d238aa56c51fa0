"""The fake ear keeps the contract that the trained one is held to."""

import pytest

from afterword.letters.check.sheet import Ear
from tests.ear.contract import Contract
from tests.letters.check.taught import BEGGING


class TestTaught(Contract):
    """It does what every ear does."""

    @pytest.fixture
    def ear(self) -> Ear:
        """Return an ear with a few phrases."""
        return BEGGING
