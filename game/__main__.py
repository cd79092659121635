"""`python -m game` is `foedus`."""

from game.cli import main

if __name__ == "__main__":
    main()
