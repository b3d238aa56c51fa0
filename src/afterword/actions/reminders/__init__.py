"""Reminders: the entries of calendars, and the digest, made of what the plans say now."""
