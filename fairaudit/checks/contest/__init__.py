"""Who comes first in an evaluation as it is recorded, how near, and what the weights and the formula did to it."""
