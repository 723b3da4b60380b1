"""Until when, and from when, bidders could do what they did: deadlines, extensions, beginnings, lateness."""
