"""The ghostwriter: a language model that may word a letter, if the candidate wants one.

Off by default. `settings` says which model, `screen` what stays here, `prompt` what leaves,
`agreement` whether that was agreed to, and `endpoint` carries it. `answer` and `fences` read what
comes back, and `ghost` decides: the model's letter, or the built-in one, and why. The rooms that
touch the world are `keys`, `agreement`, `wire` and `endpoint`; all else is pure.
"""
