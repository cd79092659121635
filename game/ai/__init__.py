"""Minds: pure functions from what one nation may know to what it does."""
