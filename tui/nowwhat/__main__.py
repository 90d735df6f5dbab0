"""`python -m nowwhat` does what `nowwhat` does."""

from nowwhat.cli.main import main

if __name__ == "__main__":
    main()
