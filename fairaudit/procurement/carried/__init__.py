"""Messages that carry an answer or a change, whatever kind of event they were entered as, and those that only may.

`Answer to question Q1: yes, nine` sent to a bidder is the answer, as a message, an e-mail or a letter; `Q1 will be answered
next week` is not, and `Q1: see below` leaves it open. A message that says that it came back carries nothing.
"""
