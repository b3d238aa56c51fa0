"""Where the data lies, and what Django is told: values for it are in `afterword.settings.values`.

Those are read from the environment when they are first imported, so nothing may import them before
`start` has named the folder.
"""
