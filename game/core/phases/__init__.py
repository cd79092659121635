"""One file a phase: each reads like the rulebook and changes the draft of the turn through its verbs."""
