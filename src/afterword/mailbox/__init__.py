"""A person's mailbox and calendar: looked into, written into, and the one door out; no Django.

What a message is, `recognising` says; whatever touches a server has a module that says so.
"""
