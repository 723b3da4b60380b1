"""The graph of interests: people, what they hold and belong to, owners, partners and subcontractors, up to the bidders.

`web` draws it from the records of a case, `rows` says of every tie between somebody with influence and a bidder how strong it is
and whether it was declared; what is found in it is judged by `indirect`, and what is in it measured by `measured`.
"""
