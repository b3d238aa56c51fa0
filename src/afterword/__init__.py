"""Afterword: what a well-mannered friend would tell a candidate after a job interview."""

__version__ = "0.1.0"
