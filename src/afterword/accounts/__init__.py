"""Who signs in, on which devices, and what they prefer."""
