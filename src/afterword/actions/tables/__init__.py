"""Tables and archives of other programs: read, in all their ways of writing a date, and written."""
