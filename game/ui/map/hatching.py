"""Seamless antialiased hatch patterns: the second cue for blocs that touch."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

PERIOD = 9
"""Pixels between lines along a row, at interface scale 1."""
_SAMPLES = 4


@cache
def mask(kind: str, scale: float) -> npt.NDArray[np.float64]:
    """A square tile of shares 0..1; repeats seamlessly. `kind` is one of `model.HATCH_KINDS`."""
    period = max(6, round(PERIOD * scale))
    steps = (np.arange(period * _SAMPLES) + 0.5) / _SAMPLES
    x, y = np.meshgrid(steps, steps)
    if kind == "diagonal":
        inside = (x + y) % period < period * 0.45
    elif kind == "cross":
        inside = ((x + y) % period < period * 0.22) | ((x - y) % period < period * 0.22)
    elif kind == "dots":
        # Two dots a tile, set off by half a period, make an even lattice.
        half = period / 2
        near = np.hypot((x - half / 2 + half) % period - half, (y - half / 2 + half) % period - half)
        far = np.hypot((x - 1.5 * half + half) % period - half, (y - 1.5 * half + half) % period - half)
        inside = np.minimum(near, far) < period * 0.24
    else:
        raise ValueError(f"{kind!r} is not a hatching")
    shares: npt.NDArray[np.float64] = inside.reshape(period, _SAMPLES, period, _SAMPLES).mean(axis=(1, 3))
    return shares
