"""Who may take part, what is asked of them and costs them, and how their bids were treated."""
