"""What bidders asked and were told: answers to all alike, askers unnamed, nothing owed left out."""
