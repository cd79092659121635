"""A few thousand bad acts and sheets: each is refused with a reason, and leaves no trace. The benchmark does more."""

import pytest

from benchmarks import soak
from benchmarks.soak import Unsound, soaked
from game.core.problems import ActError, IllegalAct, illegal


def test_bad_input_is_refused_with_a_reason_and_leaves_no_trace() -> None:
    found = soaked(("nato-1949-class",), 3000, 11)
    came = {result for _, result in found.done}
    assert came == {"allowed", "IllegalAct", "StaleAct", "InvalidAct"}
    tried = {kind for kind, _ in found.acted}
    assert tried >= {*soak._KINDS, "sheet", "answers"}
    assert {how for how, _ in found.done} == {
        "again", "altered", "by a mind", "made up", "malformed", "of another", "of long ago", "of nobody",
    }  # fmt: skip


@pytest.mark.parametrize(
    "error",
    [
        ActError("FRA", (illegal("No kind is given to this one."),)),
        IllegalAct("FRA", ()),
        IllegalAct("FRA", (illegal("nope"),)),
        IllegalAct("FRA", (illegal("There is no treaty None here."),)),
        IllegalAct("GBR", (illegal("Said to somebody else."),)),
    ],
)
def test_a_refusal_that_is_no_refusal_is_found(error: ActError) -> None:
    with pytest.raises(Unsound):
        soak._sound(error, "FRA")


def test_a_trace_of_what_was_refused_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaves_a_trace(state, who, what, lookout=None):
        state.nations["FRA"].standing["nowhere"] = 1
        raise IllegalAct(who, (illegal("It is not allowed here."),))

    monkeypatch.setattr(soak, "act", leaves_a_trace)
    with pytest.raises(Unsound, match="the state changed"):
        soaked(("nato-1949-class",), 200, 1)
