"""Who would come first in other circumstances: for an evaluation that is locked, or for an auditor."""
