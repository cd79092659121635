"""The window: theme, kit of widgets, scenes and the map, on pygame-ce. It holds a seat at the table, never
the rules."""

import os

# pygame otherwise greets on stdout, which belongs to commands.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
