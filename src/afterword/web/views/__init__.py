"""The views: one module for each page, named after it."""
