"""The front door of `python -m afterword`: it opens the command line."""

from afterword.cli import main

if __name__ == "__main__":
    main(prog_name="afterword")
