"""Mail: what comes back is taken in, drafts are left, and what was released is sent, once."""
