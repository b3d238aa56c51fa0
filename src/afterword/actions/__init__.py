"""What a person or the due-work loop can do: one module a verb; transactions live here."""
