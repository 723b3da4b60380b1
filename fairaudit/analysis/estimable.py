"""What cannot be estimated is an error with its reason, never 0 or a number without end."""


class NotEstimable(ValueError):  # noqa: N818  # it says what is the case, and is no fault
    """A figure that a set of scores cannot give; its text is the reason."""


NO_VARIATION = "not estimable: no variation"
