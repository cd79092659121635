"""Words: events and records of the rules turned into sentences, a chronicle, a summary and breakdowns.

Nothing here changes a game or knows a secret of its own: every function reads the world it is handed, which is the
referee's or one nation's.
"""
