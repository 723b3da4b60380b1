"""Pictures as files of their own: SVG, and PNG where the extra that makes it is installed."""

from __future__ import annotations

from fairaudit.reports.pictures.values import BELOW, ELSEWHERE, Picture

_LIGHT, _DARK = ("#1c2126", "#ffffff"), ("#e9e6df", "#14171a")
_FACES = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif'
MISSING = 'to write pictures as PNG, install the extra: pip install "fairaudit[figures]"; SVG needs nothing'


class FiguresMissingError(Exception):
    """What makes PNG of SVG is not installed; the message says how to install it."""


def svg_file(picture: Picture) -> str:
    """Return the picture as an SVG file with its own styles, for white and for dark screens."""
    style = (
        f"svg{{font-family:{_FACES};{_paper(_LIGHT)}}}.halo{{{_halo(_LIGHT)}}}"
        f"@media screen and (prefers-color-scheme:dark){{svg{{{_paper(_DARK)}}}.halo{{{_halo(_DARK)}}}}}"
    )
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _with_style(picture.svg.replace(BELOW, ELSEWHERE, 1), style)


def png_file(picture: Picture, zoom: int = 2) -> bytes:
    """Return the picture as PNG on white, `zoom` times as large as on a page; needs the extra `figures`.

    Raises FiguresMissingError, with one line for people, where `resvg_py` is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise FiguresMissingError(MISSING) from None
    ink, paper = _LIGHT
    style = f"svg{{font-family:{_FACES}}}.halo{{{_halo(_LIGHT)}}}"
    text = _with_style(picture.svg, style).replace("<svg ", f'<svg color="{ink}" ', 1)
    return bytes(svg_to_bytes(svg_string=text, background=paper, zoom=zoom))


def _with_style(svg: str, style: str) -> str:
    opening, rest = svg.split("\n", 1)
    return f"{opening}\n<style>{style}</style>\n{rest}"


def _paper(colours: tuple[str, str]) -> str:
    return f"color:{colours[0]};background:{colours[1]}"


def _halo(colours: tuple[str, str]) -> str:
    return f"paint-order:stroke;stroke:{colours[1]};stroke-width:3px;stroke-linejoin:round"
