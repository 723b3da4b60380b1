"""The tags of web pages around a text, as portals export what was typed in a form: `<p>We will respond shortly.</p>`."""

import re

from fairaudit.analysis.latepattern import late_pattern

_BLOCK = late_pattern(r"</?(?:p|div|br|ul|ol|li|h[1-6]|table|tbody|tr|td|blockquote)\b[^<>]*>", re.IGNORECASE)
_INLINE = late_pattern(r"</?(?:span|b|i|u|em|strong|a|font|small)\b[^<>]*>", re.IGNORECASE)


def without_markup(text: str) -> str:
    """Return a text without the tags of a web page: what stood in paragraphs of their own stands in lines."""
    if "<" not in text and "&" not in text:
        return text
    plain = _INLINE.sub("", _BLOCK.sub("\n", text))
    return plain.replace("&nbsp;", " ").strip()
