"""What the check of a rule says of itself, for the page of the rule."""

from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.rulefiles.rule import Rule


def manual_of(rule: Rule) -> str:
    """Return the first line of what the check says; of a rule that was read for a run the check may not be there yet."""
    return Catalogue().get(rule.check.name, rule.check).manual.split("\n")[0]
