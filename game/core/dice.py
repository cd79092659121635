"""Keyed draws. Every draw names what it is for, so that a new draw elsewhere never shifts an old one's luck."""

from hashlib import blake2b


def dice(seed: int, turn: int, phase: str, subject: str) -> int:
    """A number from 0 to 999, the same for ever for the same seed, turn, phase and subject."""
    return draw(seed, turn, phase, subject) % 1000


def draw(seed: int, turn: int, phase: str, subject: str) -> int:
    """A 48-bit number behind `dice`, for uses that need more than a thousand steps."""
    key = f"{seed}|{turn}|{phase}|{subject}".encode()
    return int.from_bytes(blake2b(key, digest_size=6).digest(), "big")


def shuffled(names: tuple[str, ...], seed: int, turn: int, phase: str) -> tuple[str, ...]:
    """`names` in an order that depends on the key alone, not on the order they came in."""
    return tuple(sorted(names, key=lambda name: (draw(seed, turn, phase, name), name)))
