"""The gates: each module looks for one thing, and yields a finding wherever it sees it."""
