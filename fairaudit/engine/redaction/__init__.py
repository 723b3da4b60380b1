"""People and bidders out of a report: who they are, the labels that stand for them, and the texts that may name one."""
