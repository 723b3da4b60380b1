"""A page with the pictures of an evaluation and nothing else, as the report sets them."""

from types import SimpleNamespace

from fairaudit.reports import html


def page(*evaluations):
    """The pictures of one or several cases under the report's own style and policy."""
    environment = html._environment()
    style = f"\n{environment.get_template('report.css').render().strip()}\n"
    parts = [
        environment.get_template(name).render(
            drawings=html._pictures(SimpleNamespace(measures=one), f"case-{n}-"), absent=(), id=f"case-{n}"
        )
        for n, one in enumerate(evaluations, 1)
        for name in ("pictures.html.j2", "lanes.html.j2")
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Pictures</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{html._policy(style)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f"<style>{style}</style></head><body><main><h2>Case</h2>{''.join(parts)}</main></body></html>\n"
    )
