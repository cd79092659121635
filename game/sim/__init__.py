"""Many games: played in parallel, counted the same whatever the machine or the number of workers."""
