"""What is remembered: everything that happened, was noted, drafted and decided, row by row."""
