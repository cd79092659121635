"""The window: theme, kit of widgets, scenes and the map, on pygame-ce. It holds a seat at the table, never
the rules."""
