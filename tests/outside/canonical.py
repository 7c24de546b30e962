"""Canonical JSON as RFC 8785 describes it. Python 3, standard library only."""

import json
import math

SHORT = {0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\"}


def canonical(value):
    """The one text of a JSON value (section 3.2)."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return text(value)
    if isinstance(value, (int, float)):
        return number(float(value))
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
    return "{" + ",".join(text(key) + ":" + canonical(member) for key, member in members) + "}"


def text(value):
    """Section 3.2.2.2: the seven short escapes, other control characters as \\u00xx, everything else as it is."""
    value.encode("utf-8")
    written = []
    for character in value:
        code = ord(character)
        written.append(SHORT.get(code) or ("\\u%04x" % code if code < 0x20 else character))
    return '"' + "".join(written) + '"'


def number(value):
    """Section 3.2.2.3: as ECMAScript writes a double. Python's repr has the same shortest digits in another form."""
    if not math.isfinite(value):
        raise ValueError("JSON has no such number")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    return sign + placed(digits, point)


def placed(digits, point):
    """`digits` with the decimal point after the first `point` of them, by ECMAScript's Number::toString."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    exponent = ("+" if point > 0 else "-") + str(abs(point - 1))
    return digits[0] + ("." + digits[1:] if count > 1 else "") + "e" + exponent


def read(stream):
    return json.load(stream)
