"""What reminds a candidate outside of the pages: entries for calendars, and a daily digest."""
