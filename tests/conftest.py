"""Set-up every test shares: no window, no user's folder touched, the same random examples every time."""

import os
import shutil
import tempfile

import pytest
from hypothesis import HealthCheck, Phase, settings

# Before anything imports pygame or matplotlib: tests draw off-screen and play no sound.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["MPLBACKEND"] = "Agg"

# `ci` finds the same examples on every run; HYPOTHESIS_PROFILE=search looks for new ones.
# It does not shrink what it finds: a smaller example of a whole game takes longer than anybody waits.
FINDING = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("ci", derandomize=True, database=None, deadline=None, print_blob=True, phases=FINDING)
settings.register_profile(
    "search", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_folders: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    """Give the run, and every command it starts, a user's folder of its own."""
    folder = tempfile.mkdtemp(prefix="foedus-tests-")
    _folders.append(folder)
    os.environ["FOEDUS_USER_DIR"] = folder


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take that folder away."""
    while _folders:
        shutil.rmtree(_folders.pop(), ignore_errors=True)
