"""Who has seen the site, when, and for how long."""
