"""Characters that would do something on a screen or in a build log do nothing."""

import pytest

from fairaudit.reports.characters import unheeded


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::gotcha", ": :error::gotcha"),
        ("    ::error::gotcha", "    : :error::gotcha"),
        ("::", ": :"),
        ("a ::error::gotcha", "a ::error::gotcha"),
        ("std::vector", "std::vector"),
        (" ##[error]gotcha", " # #[error]gotcha"),
        ("a ##vso[task.complete]", "a # #vso[task.complete]"),
        ("###teamcity[x]", "## #teamcity[x]"),
        ("## A heading", "## A heading"),
        ("C##", "C##"),
    ],
)
def test_no_line_commands_a_build_server(line, shown):
    assert unheeded(line) == shown
