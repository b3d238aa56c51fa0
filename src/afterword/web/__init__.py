"""The pages: one function view for each address, one template for each view; no rules, no SQL."""
