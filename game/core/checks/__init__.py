"""Reasons why something is not allowed, one file a kind of thing: drafts, talks, cases, sheets, sealed answers."""
