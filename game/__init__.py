"""Foedus: a turn-based negotiation wargame of military diplomacy."""

__version__ = "0.1.0"
