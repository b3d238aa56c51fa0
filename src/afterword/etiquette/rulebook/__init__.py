"""The rulebook: etiquette as a table in layers, read, checked and ready to be asked."""
