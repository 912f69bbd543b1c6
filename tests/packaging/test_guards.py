"""What the tests lean on fails where it should."""

from __future__ import annotations

import pytest

from tests.read.some import some


@pytest.mark.parametrize("nothing", [[], {}.items(), iter(()), (number for number in () if number)])
def test_a_loop_over_nothing_fails(nothing):
    with pytest.raises(AssertionError, match="there is nothing to look at"):
        some(nothing)


def test_what_there_is_is_given_back_in_order():
    assert some(iter("abc")) == ["a", "b", "c"]
