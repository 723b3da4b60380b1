"""Formulas that a tender writes out: worked out as plain arithmetic does it, refused with the place where they cannot be read."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.formulas import FormulaError, formula_named, known_as, points
from fairaudit.analysis.formulas.named import claims_independence, values_of
from fairaudit.analysis.formulas.written import DEEPEST, LONGEST

PRICES = [Fraction(one) for one in (80_000, 90_000, 60_000)]


def worked(name, parameters=None, price=80_000, weight=40):
    return points(name, Fraction(price), PRICES, Fraction(weight), parameters)


@pytest.mark.parametrize(
    ("name", "parameters", "found"),
    [
        ("= (BA - P) / BA", {"BA": 100_000}, 8),
        ("our line = 1 - P/BA", {"BA": 100_000}, 8),
        ("x = PEmax * (1 - (P / BA)^n)", {"BA": 100_000, "n": 2}, Fraction(144, 10)),
        ("x = PE_max × (1 − (P ÷ BA)**2)", {"BA": 100_000}, Fraction(144, 10)),
        ("x = pemax * 2 * P / BA / 4", {"BA": 100_000}, 16),
        ("x = Pmin / P", None, 30),
        ("x = Pmin\u00a0/\u00a0P", None, 30),
        ("x = 1.5 \u2014 (P \u2044 BA \u2010 0.2) \u22c5 1", {"BA": 80_000}, 28),
        ("x = (Pmax - P) / (Pmax - Pmin)", None, Fraction(40, 3)),
        ("x = Pmean / P - .5", None, Fraction(40) * (Fraction(23, 24) - Fraction(1, 2))),
        ("x = max(0, min(1, a - P / BA), 0.05)", {"a": Fraction(3, 2), "BA": 100_000}, 28),
        ("x = -(P/BA)^2 + 1", {"BA": 100_000}, Fraction(144, 10)),
        ("x = (0 - 2)^3 + 9 + 0 * P", None, 40),
        ("x = 2^2^3 / 256 + 0 * P", None, 40),
        ("x = 8 / 2 / 4 - 1 - -1 + 0 * P", None, 40),
        ("x = 1 - 0.5 - 0.25 + 0 * P", None, 10),
        ("x = PEmax * (2.5 - P / BA)", {"BA": 100_000, "cap": 20}, 20),
        ("x = w * Pmin / P", None, 30),
        # The cheapest bid has no answer, which is told of that bid.
        ("x = 10000 / (P - 60000)", None, 20),
        ("x = W · (Pmax − P) ÷ (Pmax − Pmin)", None, Fraction(40, 3)),
        ("x = P / BA - 2", {"BA": 100_000}, -48),
        ("x = P / BA - 2", {"BA": 100_000, "floor": 0}, 0),
        ("x = (P / BA)^0.5", {"BA": 500_000}, 16),
    ],
)
def test_what_a_written_formula_gives(name, parameters, found):
    # A root is no fraction: fifty digits of it are.
    assert abs(worked(name, parameters) - found) <= (Fraction(1, 10**40) if "^0" in name else 0)


def test_the_curve_with_its_own_numbers_is_worked_out_by_its_name():
    """40 · √(1 − 0.8³), 40 · √(1 − 0.9³) and 40 · √(1 − 0.6³), by hand."""
    name = "consip-s-curve = PEmax * (1 - (P / BA)^n)^m"
    numbers = {"BA": Fraction(100_000), "n": Fraction(3), "m": Fraction(1, 2)}
    assert [f"{float(worked(name, numbers, one)):.6f}" for one in PRICES] == ["27.942799", "20.823064", "35.417510"]
    assert (formula_named(name).title, formula_named(name).family, known_as(name)) == (
        "consip-s-curve",
        "absolute",
        name,
    )


def test_what_looks_at_other_prices_is_not_independent():
    assert [claims_independence(one) for one in ("x = 1 - P / 2", "x = Pmin / P", "x = 1 - P / Pmean")] == [
        True,
        False,
        False,
    ]


def test_its_parameters_are_the_names_it_has_and_all_are_needed():
    name = "x = k * (BA - P) / BA"
    assert [one.name for one in formula_named(name).parameters] == ["k", "BA"]
    for given_, words in (({"k": 1}, "needs `BA` (as published)"), ({"k": 1, "BA": 2, "l": 3}, "has no parameter `l`")):
        with pytest.raises(FormulaError, match=words.replace("(", r"\(").replace(")", r"\)")):
            values_of(formula_named(name), given_)


WRITE = "write it with numbers such as 0.5, names, + - * / ^, brackets, min( ) and max( )"
TIMES = "write * between what is multiplied, and numbers and names without blanks"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 - ", f"the formula `1 -` cannot be read at its end; {WRITE}"),
        ("", f"the formula `` cannot be read at its end; {WRITE}"),
        ("(1 - P", f"the formula `(1 - P` cannot be read at its end; {WRITE}"),
        ("1 - P)", f"the formula `1 - P)` cannot be read at `)`; {WRITE}"),
        ("P P", "the formula `P P` cannot be read at `P`; "+TIMES),
        ("P = 3", "the formula `P = 3` cannot be read at `= 3`; write the expression alone behind the first ="),
        ("__import__('os').system('true')", f"the formula `__import__('os').system('true')` cannot be read at `'os').system('true')`; {WRITE}"),
        ("exec(P)", "the formula `exec(P)` cannot be read at `( P )`; `exec( )` is not known, only min( ) and max( ) are; write * for a product"),
        ("P.__class__", f"the formula `P.__class__` cannot be read at `.__class__`; {WRITE}"),
        ("[P for P in P]", "the formula `[P for P in P]` cannot be read at `[P for P in P]`; write round brackets"),
        ("0,5 * P", "`0,5` in the formula can be read as one number or two: write decimals with a point, a large number without "
         "commas, and a blank behind a comma between two numbers"),
        ("sqrt(P)", "the formula `sqrt(P)` cannot be read at `( P )`; `sqrt( )` is not known, only min( ) and max( ) are; write * for a "
         "product, and a root as ^0.5"),
        ("40% * P", "the formula `40% * P` cannot be read at `% * P`; write 0.4 for 40 %"),
        ("2(1 - P)", "the formula `2(1 - P)` cannot be read at `( 1 - P )`; "+TIMES),
        ("1 - P/100'000", "the formula `1 - P/100'000` cannot be read at `'000`; write a large number without signs between its figures"),
        ("min(1,5 * Pmin / P)", "`1,5` in the formula can be read as one number or two: write decimals with a point, a large number without commas, and a blank "
         "behind a comma between two numbers"),
        ("\u00a01 - \u0420 / BA", f"the formula `1 - \u0420 / BA` cannot be read at `\u0420 / BA`, a letter of another alphabet or a sign that is "
         f"not known; {WRITE}"),
        ("40", "there is no `P` in `40`: a formula that is written out behind `=` says how `P`, the price of the bid, becomes a "
         "share of the points"),
        ("BA / 2", "there is no `P` in `BA / 2`: a formula that is written out behind `=` says how `P`, the price of the bid, "
         "becomes a share of the points"),
        ("1e5 * P", "the formula `1e5 * P` cannot be read at `e5 * P`; "+TIMES),
        ("PEmax * P + 3", "the formula `PEmax * P + 3` cannot be read at `+ 3`; put all that stands behind `PEmax *` in brackets, so that it is clear "
         "what is multiplied"),
        ("P * PEmax", "the formula should give a share of the points: write `PEmax *` or `w *`, the points, before it or not at all"),
        ("P - floor", "`floor` in the formula is the name of something else; call the parameter otherwise"),
        ("P * min", "`min` in the formula is the name of something else; call the parameter otherwise"),
        ("1+" * LONGEST, f"the formula has more than {LONGEST} signs"),
        ("(" * 200 + ")" * 200, f"the formula has more than {DEEPEST} brackets or signs within each other"),
        ("-" * 200 + "P", f"the formula has more than {DEEPEST} brackets or signs within each other"),
        ("^".join("2" * 100), f"the formula has more than {DEEPEST} brackets or signs within each other"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_place(text, said):
    with pytest.raises(FormulaError) as caught:
        formula_named(f"x = {text}")
    assert (str(caught.value), caught.value.field) == (said, "name")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 / (P - 80000)", "divides by zero"),
        ("P * 0 / 0", "divides by zero"),
        ("(P - 80001)^0.5", "no such power of zero or of a number below it"),
        ("(P - 80000)^-1", "no such power of zero or of a number below it"),
        ("P^P", "too large to be worked out"),
        ("40 * (1 - P / 100000)", "gives more than all points for a price: write the share of the points, from 0 to 1"),
        # A dear bid has less than one point, so that only the others show that they are no shares.
        ("40 * (1 - P / 80100)", "gives more than all points for a price"),
        ("40 * (P / 79900 - 1)", "gives more than all points for a price"),
        ("1.001 + 0 * P", "gives more than all points for a price"),
        ("P^100000.5", "too large to be worked out"),
        ("((((P^99)^9)^9)^9)^9", "too large to be worked out"),
        ("*".join(["(P^99 + 1/3)"] * 20), "too long to be worked with"),
    ],
)
def test_what_has_no_answer_is_an_error_with_its_reason(text, said):
    with pytest.raises(FormulaError, match=said):
        worked(f"x = {text}")


numbers = st.fractions(0, 50, max_denominator=8)
trees = st.recursive(
    numbers | st.sampled_from(["P", "a", "Pmin"]),
    lambda parts: (
        st.tuples(st.sampled_from("+-*/^"), parts, parts) | st.tuples(st.sampled_from(["min", "max"]), parts, parts)
    ),
    max_leaves=8,
)
KNOWN = {"P": Fraction(7, 2), "a": Fraction(-3), "Pmin": Fraction(2)}


def shown(tree, rank=0):
    """A tree as people write it, with brackets only where they are needed."""
    if isinstance(tree, Fraction):
        return str(tree.numerator) if tree.denominator == 1 else f"({tree.numerator} / {tree.denominator})"
    if isinstance(tree, str):
        return tree
    sign, one, other = tree
    if sign in ("min", "max"):
        return f"{sign}({shown(one)}, {shown(other)})"
    own = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}[sign]
    left, right = (own + 1, own) if sign == "^" else (own, own + 1)
    text = f"{shown(one, left)} {sign} {shown(other, right)}"
    return f"({text})" if own < rank else text


def value(tree):
    if isinstance(tree, Fraction):
        return tree
    if isinstance(tree, str):
        return KNOWN[tree]
    sign, one, other = tree[0], value(tree[1]), value(tree[2])
    if sign in ("min", "max"):
        return {"min": min, "max": max}[sign](one, other)
    if sign == "^":
        if other.denominator != 1 or abs(other) > 6 or one <= 0:
            raise OverflowError
        return one ** int(other)
    return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__, "/": one.__truediv__}[sign](other)


@given(trees)
def test_any_expression_is_worked_out_as_plain_arithmetic_does_it(tree):
    name = f"x = w * ({shown(tree)} + 0 * P)"
    own = [KNOWN["P"], KNOWN["Pmin"]]
    try:
        expected = value(tree)
    except OverflowError:
        return
    except ZeroDivisionError:
        with pytest.raises(FormulaError, match="divides by zero"):
            points(name, own[0], own, Fraction(1), {"a": KNOWN["a"]} if "a" in name.replace("max", "") else {})
        return
    given_ = {"a": KNOWN["a"]} if "a" in name.replace("max", "") else {}
    capped = given_ | {"cap": Fraction(10**40)}
    assert points(name, own[0], own, Fraction(1), capped) == min(expected, 10**40)


@given(st.text("P1a+-*/^()., minx=÷", max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        found = formula_named(f"x = {text}").expression
    except FormulaError as error:
        found = error.field
    assert found in ("name", text.strip())
