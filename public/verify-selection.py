#!/usr/bin/env python3
"""Runs the published rule of a selection again on its record and says whether it gives the published result.

    python3 verify-selection.py RECORD.json [more records] [--root HEX]        ("-" reads standard input)

Prints one line for each thing that was checked (`equal: ...`) and for each that this level of publication withholds
(`not checked: ...`); at the end `EQUAL` (exit status 0), or at the first difference
`DIFFERENT: <where>: <what the record says> / <what the rule gives>` (exit status 1). What cannot be read as a record at
all is said on standard error (exit status 2). `--root` compares the root with one that was published elsewhere.

Python 3.8 or later and its standard library only; no network, no other file. Written from the text of the rule and of the
record's format, not from the portal's own program, so that an error in one of them shows. Names like "SELECTION A3" or
"RULINGS 22" are the sections of the rule; "RECORD" is the description of the record.
"""

import hashlib
import hmac
import itertools
import json
import re
import sys
from fractions import Fraction
from functools import lru_cache

# ---------------------------------------------------------------------------------------------------------------------
# What can go wrong, and what is said
# ---------------------------------------------------------------------------------------------------------------------


class BadInput(Exception):
    """The file is not a record: exit status 2."""


class Different(Exception):
    """The record does not say what the rule gives: exit status 1."""

    def __init__(self, where, says, gives, ref=None):
        named = "%s (ref %s)" % (where, ref) if ref else where
        super().__init__("%s: %s / %s" % (named, show(says), show(gives)))


class TooLarge(Exception):
    """An exact search that this program does not finish: not checked."""


class Told(str):
    """A description in place of a value."""


NOTHING = Told("nothing")


def show(value):
    text = str(value) if isinstance(value, Told) else canonical(value)
    return text if len(text) <= 160 else text[:157] + "..."


def same(where, says, gives, ref=None):
    """Raises Different at the first place where two JSON values are not the same."""
    if isinstance(says, dict) and isinstance(gives, dict):
        ref = says.get("ref", ref) if isinstance(says.get("ref"), str) else ref
        for name in sorted(set(says) | set(gives), key=code_units):
            same("%s.%s" % (where, name), says.get(name, NOTHING), gives.get(name, NOTHING), ref)
    elif isinstance(says, list) and isinstance(gives, list):
        for index, (left, right) in enumerate(itertools.zip_longest(says, gives, fillvalue=NOTHING)):
            same("%s[%d]" % (where, index), left, right, ref)
    elif type(says) is not type(gives) or says != gives:
        raise Different(where, says, gives, ref)


def require(holds, where, says, gives, ref=None):
    if not holds:
        raise Different(where, says, gives, ref)


class Findings:
    """What was checked so far."""

    def __init__(self, prefix="", quiet=False):
        self.prefix, self.quiet, self.said = prefix, quiet, set()

    def say(self, line):
        if not self.quiet and line not in self.said:
            print(self.prefix + line)
        self.said.add(line)

    def equal(self, what):
        self.say("equal: " + what)

    def not_checked(self, what):
        self.say("not checked: " + what)


# ---------------------------------------------------------------------------------------------------------------------
# Reading: strict JSON, then the shape of a record (RECORD: unknown members, duplicate keys and fractions are refused)
# ---------------------------------------------------------------------------------------------------------------------


class Pairs(list):
    """An object as it was written, before its keys were looked at."""


class NotWhole(str):
    """A number with a fraction or an exponent, or one that is none."""


SURROGATE = re.compile("[\ud800-\udfff]")


def read_json(data):
    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=Pairs, parse_float=NotWhole, parse_constant=NotWhole)
        return settle(value, "record")
    except UnicodeDecodeError as error:
        raise BadInput("record: not UTF-8 text (byte %d)" % error.start)
    except json.JSONDecodeError as error:
        raise BadInput("record: not JSON (line %d, column %d: %s)" % (error.lineno, error.colno, error.msg))
    except RecursionError:
        raise BadInput("record: nested too deeply")
    except ValueError:
        raise BadInput("record: not JSON (a number of too many digits)")


def settle(value, path):
    """The value with its objects as dictionaries; refuses duplicate keys, fractions, and text that no Unicode is."""
    if isinstance(value, Pairs):
        members = {}
        for name, member in value:
            settle(name, path)
            if name in members:
                raise BadInput("%s: the member %s stands twice" % (path, json.dumps(name)))
            members[name] = settle(member, "%s.%s" % (path, name))
        return members
    if isinstance(value, list):
        return [settle(item, "%s[%d]" % (path, index)) for index, item in enumerate(value)]
    if isinstance(value, NotWhole):
        raise BadInput("%s: %s is not a whole number" % (path, value[:40]))
    if isinstance(value, int) and abs(value) >= 2**53:
        raise BadInput("%s: a whole number beyond 2^53" % path)
    if isinstance(value, str) and SURROGATE.search(value):
        raise BadInput("%s: half of a surrogate pair" % path)
    return value


EXACT = re.compile(r"-?\d+(\.\d+)?|-?\d+/0*[1-9]\d*", re.ASCII)


def text(value, path):
    if not isinstance(value, str):
        raise BadInput("%s: text is needed" % path)


def decimals(value, path):
    whole(value, path)
    if value > 100:
        raise BadInput("%s: at most 100 decimals are kept" % path)


def flag(value, path):
    if not isinstance(value, bool):
        raise BadInput("%s: true or false is needed" % path)


def whole(value, path):
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadInput("%s: a whole number of 0 or more is needed" % path)


def exact(value, path):
    text(value, path)
    if len(value) > 200 or not EXACT.fullmatch(value):
        raise BadInput('%s: an exact number is needed, as "12.5" or "25/2"' % path)


def hexadecimal(digits=None):
    def check(value, path):
        text(value, path)
        if not re.fullmatch("([0-9a-f]{2})*", value) or (digits is not None and len(value) != digits):
            raise BadInput("%s: %slower-case hexadecimal digits are needed" % (path, "%d " % digits if digits else ""))

    return check


def just(*words):
    def check(value, path):
        if not isinstance(value, str) or value not in words:
            raise BadInput("%s: must be %s" % (path, " or ".join(json.dumps(word) for word in words)))

    return check


def maybe(check):
    return lambda value, path: None if value is None else check(value, path)


def listed(check):
    def each(value, path):
        if not isinstance(value, list):
            raise BadInput("%s: a list is needed" % path)
        for index, item in enumerate(value):
            check(item, "%s[%d]" % (path, index))

    return each


def by_name(check):
    def each(value, path):
        if not isinstance(value, dict):
            raise BadInput("%s: an object is needed" % path)
        for name, item in value.items():
            check(item, "%s.%s" % (path, name))

    return each


def members(required, optional=()):
    """An object with exactly these members; those in `optional` may be missing."""
    known = dict(required, **dict(optional))

    def check(value, path):
        if not isinstance(value, dict):
            raise BadInput("%s: an object is needed" % path)
        for name in value:
            if name not in known:
                raise BadInput("%s: unknown member %s" % (path, json.dumps(name)))
        for name in required:
            if name not in value:
                raise BadInput("%s: the member %s is missing" % (path, json.dumps(name)))
        for name, item in value.items():
            known[name](item, "%s.%s" % (path, name))

    return check


def kinds(tag, shapes):
    """An object whose member `tag` says which of the shapes it has."""

    def check(value, path):
        if not isinstance(value, dict) or tag not in value:
            raise BadInput("%s: an object with the member %s is needed" % (path, json.dumps(tag)))
        just(*shapes)(value[tag], "%s.%s" % (path, tag))
        members(dict(shapes[value[tag]], **{tag: text}))(value, path)

    return check


HASH = hexadecimal(64)
GUARANTEED = listed(members({"group": text, "seats": whole}))
BOUNDS = listed(members({"group": text, "min": whole, "max": maybe(whole)}))
CATEGORY = members({"group": text, "seats": whole, "guaranteed": GUARANTEED})
BLOCK = members({"id": text, "seats": whole, "group": maybe(text)}, {"prefer": text})
CHOICE_RULE = kinds(
    "kind",
    {
        "cut_off": {"seats": whole},
        "guarantee": {"seats": whole, "guaranteed": GUARANTEED},
        "nested_bounds": {"seats": whole, "bounds": BOUNDS},
        "set_aside": {
            "open": members({"seats": whole, "guaranteed": GUARANTEED}),
            "categories": listed(CATEGORY),
            "unfilled": just("vacant", "dereserve"),
        },
        "seat_blocks": {"blocks": listed(BLOCK), "unfilled": just("vacant", "open")},
        "overlapping_bounds": {"seats": whole, "bounds": BOUNDS},
    },
)
CRITERION = {"id": text, "max": exact, "minPercent": maybe(exact)}
GATE = maybe(members({"criterion": text, "minimumPercent": exact}))
MODES = just("half_up", "half_down", "half_even", "up", "down", "floor", "ceiling")
PREFER = just("high", "low")
TIE_BREAKER = kinds(
    "by",
    {
        "claim": {"item": text},
        "stage": {"stage": text, "prefer": PREFER},
        "criterion": {"stage": text, "criterion": text, "prefer": PREFER},
        "lottery": {},
        "committee_decision": {},
    },
)
STAGE = {"id": text, "minimum": maybe(exact), "criteria": listed(members(CRITERION)), "gate": GATE}
RULE = members(
    {
        "tracks": listed(members({"id": text, "seats": whole}, {"choice": CHOICE_RULE})),
        "assignment": just("score_first", "choice_first", "deferred_acceptance"),
        "rankingPerTrack": flag,
        "stages": listed(members(dict(STAGE, weightPercent=exact))),
        "bonus": maybe(members({"cap": maybe(exact), "items": listed(members({"id": text, "points": exact}))})),
        "minimumTotal": maybe(exact),
        "rounding": members({"scale": decimals, "mode": MODES}),
        "rankOn": just("rounded", "exact"),
        "tieBreakers": listed(TIE_BREAKER),
        "quotas": listed(members({"id": text, "kind": just("region_swap"), "tag": text, "percent": exact})),
        "reserve": members({"percentOfSeats": exact}),
    }
)
AGGREGATION = members(
    {
        "method": just("mean", "median"),
        "level": just("review_total", "criterion"),
        "trim": maybe(members({"enabledFrom": whole, "each": whole})),
        "minimumReviews": whole,
        "missingScore": just("block", "drop_review", "per_criterion"),
        "rounding": members({"at": just("stage_total", "criterion"), "scale": decimals, "mode": MODES}),
    }
)
IMPORTED_CRITERION = dict(CRITERION, column=just("percent", "points"))
SCORING = kinds(
    "kind",
    {
        "reviewed": {"rule": members(dict(STAGE, aggregation=AGGREGATION))},
        "imported": {"rule": members(dict(STAGE, criteria=listed(members(IMPORTED_CRITERION))))},
    },
)
DRAW = kinds(
    "algorithm",
    {
        "sha256-order": {"seed": text, "label": text},
        "vrs-00-drand": {
            "drawId": text,
            "pool": members({"size": whole, "root": HASH}),
            "commitment": HASH,
            "chain": members({"hash": HASH, "genesisTime": whole, "period": whole}),
            "number": whole,
            "signature": hexadecimal(),
            "randomness": HASH,
            "oneTimeCode": HASH,
        },
    },
)
SEAT = kinds(
    "kind",
    {
        "open": {},
        "guaranteed": {"group": text},
        "set_aside": {"category": text, "guaranteed": maybe(text)},
        "block": {"block": text},
        "dereserved": {},
    },
)
HOW = just("merit", "region_swap", "guaranteed")
SELECTED = members({"ref": text, "track": text, "choiceOrder": whole, "how": HOW, "seat": SEAT})
GROUP_REPORT = members(
    {"group": text, "guaranteed": whole, "available": whole, "filled": whole, "short": whole}, {"within": text}
)


def shortage(value, path):
    within = {"within": text} if isinstance(value, dict) and "within" in value else {}
    shapes = {
        "too_few_people": {"seats": whole, "people": whole},
        "hall": {"groups": listed(text), "people": whole, "seats": whole},
        "conflict": {"minima": listed(text), "maxima": listed(text)},
    }
    kinds("kind", {kind: dict(shape, **within) for kind, shape in shapes.items()})(value, path)


QUALIFIED_ROW = {
    "ref": text,
    "qualified": flag,
    "choices": listed(text),
    "acceptOther": flag,
    "rank": whole,
    "ticket": maybe(HASH),
}


def table_row(value, path):
    """Three shapes: not qualified, with a total, with a band in its place."""
    qualified = isinstance(value, dict) and value.get("qualified") is True
    if not qualified:
        members({"ref": text, "qualified": flag})(value, path)
    elif "bandFrom" in value:
        members(dict(QUALIFIED_ROW, bandFrom=exact))(value, path)
    else:
        known = {"total": exact, "keys": listed(maybe(text)), "tags": maybe(listed(text))}
        members(dict(QUALIFIED_ROW, **known))(value, path)


REVIEW = members({"reviewer": text, "scores": by_name(maybe(exact))})
PERSON_STAGE = members(
    {
        "outcome": just("scored", "absent", "not_reached", "insufficient_reviews", "incomplete_review"),
        "score": maybe(exact),
        "criteria": by_name(exact),
        "reviews": maybe(listed(REVIEW)),
        "row": maybe(by_name(maybe(exact))),
    }
)
PERSON = members(
    {
        "ref": text,
        "label": maybe(text),
        "choices": listed(text),
        "acceptOther": flag,
        "standing": just("in", "excluded", "withdrawn"),
        "stages": by_name(PERSON_STAGE),
        "claimsAsked": listed(text),
        "claims": listed(text),
        "tags": listed(text),
    }
)
DISCLOSED = members(
    {
        "ref": text,
        "stages": by_name(maybe(exact)),
        "total": maybe(exact),
        "rank": maybe(whole),
        "outcome": just("selected", "reserve", "not_selected"),
    }
)
ADDED = members({"ref": text, "track": text, "fromTrack": maybe(text), "number": maybe(whole)})
CUT_LINE = members({"track": text, "seats": whole, "lowestTotal": maybe(exact), "lowestRank": maybe(whole)})
QUOTA_COUNTS = ("selected", "needed", "byMerit", "achieved", "shortfall")
ALWAYS = {
    "format": just("seonbal-record-1"),
    "level": just("P0", "P1", "P2"),
    "cohort": text,
    "engine": whole,
    "digest": HASH,
    "rule": RULE,
    "scoring": by_name(SCORING),
    "draw": maybe(DRAW),
    "labels": maybe(just("ref", "private")),
    "tieDecisions": listed(listed(text)),
    "withheld": listed(just("claims", "tags")),
    "counts": members({"people": whole, "qualified": whole, "selected": whole, "reserves": whole}),
    "selected": listed(SELECTED),
    "cutLines": listed(CUT_LINE),
    "unfilled": listed(members({"track": text, "seats": whole, "reason": just("no_qualified_applicant_left")})),
    "quotas": listed(
        members(dict({"id": text, "tag": text, "percent": exact}, **{name: whole for name in QUOTA_COUNTS}))
    ),
    "swaps": listed(members({"quota": text, "track": text, "out": text, "in": text})),
    "choices": by_name(
        members({"seats": whole, "filled": whole, "groups": listed(GROUP_REPORT), "shortages": listed(shortage)})
    ),
    "refills": listed(
        members(
            {
                "leavers": listed(text),
                "seatsAdded": listed(members({"track": text, "seats": whole})),
                "added": listed(ADDED),
            }
        )
    ),
    "commitments": members({"disclosed": listed(HASH), "review": listed(HASH)}),
    "roots": members(
        dict(
            {name: HASH for name in ("rule", "scoring", "pool", "table", "selected", "reserves", "report")},
            **{"stages": by_name(HASH), "refills": listed(HASH), "disclosed": HASH, "review": HASH},
        )
    ),
    "root": HASH,
}
RESERVE = members({"ref": text, "track": text, "number": whole, "displacedBy": maybe(text)})
FROM_P1 = dict(ALWAYS, reserves=listed(RESERVE), table=listed(table_row))
OPENING = members({"reviewSalt": HASH, "disclosedSalt": HASH, "disclosed": DISCLOSED})
FROM_P2 = dict(FROM_P1, people=listed(PERSON), openings=by_name(OPENING))


def check_shape(record):
    if not isinstance(record, dict):
        raise BadInput("record: an object is needed")
    level = record.get("level")
    members({"P1": FROM_P1, "P2": FROM_P2}.get(level, ALWAYS) if isinstance(level, str) else ALWAYS)(record, "record")


# ---------------------------------------------------------------------------------------------------------------------
# Exact numbers (SELECTION A1, A5): no floating point anywhere
# ---------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=None)
def number(written):
    """The value of exact text: a decimal, or "p/q"."""
    return Fraction(written)


def rounded(value, scale, mode):
    """The multiple of 10^-scale that the mode names, in units of 10^-scale (SELECTION A5, General Decimal Arithmetic)."""
    magnitude = abs(value) * 10**scale
    units = magnitude.numerator // magnitude.denominator
    rest = magnitude - units
    away = rest > 0 and goes_away(mode, rest, units % 2 == 1, value < 0)
    units += 1 if away else 0
    return -units if value < 0 else units


def goes_away(mode, rest, odd, negative):
    """Whether something between two multiples goes to the one farther from zero."""
    if mode.startswith("half"):
        half = Fraction(1, 2)
        return rest > half or (rest == half and (mode == "half_up" or (mode == "half_even" and odd)))
    return mode == "up" or (mode == "floor" and negative) or (mode == "ceiling" and not negative)


def round_to(value, rounding):
    return Fraction(rounded(value, rounding["scale"], rounding["mode"]), 10 ** rounding["scale"])


def decimal_text(value, scale, mode="down"):
    """Rounded, with exactly `scale` decimals; zero has no sign."""
    units = rounded(value, scale, mode)
    digits = str(abs(units)).rjust(scale + 1, "0")
    sign = "-" if units < 0 else ""
    return sign + (digits if scale == 0 else digits[:-scale] + "." + digits[-scale:])


def exact_text(value):
    """The shortest decimal when at most six decimals say it, else "p/q"."""
    for scale in range(7):
        if 10**scale % value.denominator == 0:
            return decimal_text(value, scale)
    return ratio_text(value)


def ratio_text(value):
    return "%d/%d" % (value.numerator, value.denominator)


def ceiling(value):
    return -((-value.numerator) // value.denominator)


# ---------------------------------------------------------------------------------------------------------------------
# Canonical JSON (RFC 8785), hashes and trees (RFC 6962), as SELECTION F uses them
# ---------------------------------------------------------------------------------------------------------------------

ESCAPES = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
ESCAPED = {code: ESCAPES.get(code, "\\u%04x" % code) for code in list(range(32)) + [34, 92]}


def code_units(name):
    """Sorts text as RFC 8785 sorts keys: by UTF-16 code units."""
    return name.encode("utf-16-be")


def canonical(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + value.translate(ESCAPED) + '"'
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    pairs = ["%s:%s" % (canonical(name), canonical(value[name])) for name in sorted(value, key=code_units)]
    return "{" + ",".join(pairs) + "}"


def canonical_bytes(value):
    return canonical(value).encode("utf-8")


def sha256(data):
    return hashlib.sha256(data).digest()


def hash_of(value):
    """RECORD: H(x)."""
    return sha256(canonical_bytes(value)).hex()


def tree_hash(leaves):
    """RFC 6962, 2.1: MTH of a list of leaves, as bytes."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + tree_hash(leaves[:split]) + tree_hash(leaves[split:]))


def root_of_rows(rows):
    """MTH of the rows' canonical JSON, sorted by ref."""
    ordered = sorted(rows, key=lambda row: code_units(row["ref"]))
    return tree_hash([canonical_bytes(row) for row in ordered]).hex()


def root_of_labels(labels):
    return tree_hash([label.encode("utf-8") for label in sorted(labels, key=code_units)]).hex()


def root_of_hashes(hashes):
    return tree_hash([bytes.fromhex(each) for each in sorted(hashes)]).hex()


def commitment(salt, row):
    """SELECTION F: SHA-256(0x00 || salt || JCS(row))."""
    return sha256(b"\0" + bytes.fromhex(salt) + canonical_bytes(row)).hex()


# ---------------------------------------------------------------------------------------------------------------------
# Stage scores from reviews and imports (SELECTION A2, A6; RULINGS 18)
# ---------------------------------------------------------------------------------------------------------------------


def trimmed(values, trim):
    """Without the `each` highest and lowest values, exactly that many also among equals (SELECTION A2)."""
    ordered = sorted(values)
    if trim and len(ordered) >= trim["enabledFrom"] and len(ordered) > 2 * trim["each"] and trim["each"] > 0:
        return ordered[trim["each"] : -trim["each"]]
    return ordered


def aggregate(values, aggregation):
    kept = trimmed(values, aggregation["trim"])
    if aggregation["method"] == "mean":
        return sum(kept, Fraction(0)) / len(kept)
    middle = len(kept) // 2
    return kept[middle] if len(kept) % 2 else (kept[middle - 1] + kept[middle]) / 2


def counted_reviews(reviews, aggregation):
    """The reviews that count, or None where one without all its scores blocks (SELECTION A6)."""
    complete = [review for review in reviews if None not in review["scores"].values()]
    if aggregation["missingScore"] == "block" and len(complete) < len(reviews):
        return None
    some = [review for review in reviews if any(score is not None for score in review["scores"].values())]
    return some if aggregation["missingScore"] == "per_criterion" else complete


def unscored(outcome):
    return {"outcome": outcome, "score": None, "criteria": {}}


def reviewed_standing(rule, reviews):
    """How an application stands in a stage that reviewers scored."""
    aggregation = rule["aggregation"]
    rounding = aggregation["rounding"]
    counted = counted_reviews(reviews, aggregation)
    if counted is None:
        return unscored("incomplete_review")
    values = {}
    for criterion in rule["criteria"]:
        given = [review["scores"][criterion["id"]] for review in counted]
        values[criterion["id"]] = [number(score) for score in given if score is not None]
    enough = len(counted) >= aggregation["minimumReviews"] and all(values.values())
    if not counted or not enough:
        return unscored("insufficient_reviews")
    own = {name: aggregate(each, aggregation) for name, each in values.items()}
    if rounding["at"] == "criterion":
        own = {name: round_to(value, rounding) for name, value in own.items()}
    if aggregation["level"] == "criterion":
        score = sum(own.values(), Fraction(0))
    else:
        totals = [sum((number(score) for score in review["scores"].values()), Fraction(0)) for review in counted]
        score = aggregate(totals, aggregation)
    return {
        "outcome": "scored",
        "score": decimal_text(score, rounding["scale"], rounding["mode"]),
        "criteria": {name: ratio_text(value) for name, value in own.items()},
    }


def imported_standing(rule, row):
    """How an application stands in a stage that was scored elsewhere; without a row it was absent (RULINGS 18)."""
    if row is None or any(row.get(criterion["id"]) is None for criterion in rule["criteria"]):
        return unscored("absent")
    points = {}
    for criterion in rule["criteria"]:
        value = number(row[criterion["id"]])
        share = number(criterion["max"]) / 100 if criterion["column"] == "percent" else 1
        points[criterion["id"]] = value * share
    score = exact_text(sum(points.values(), Fraction(0)))
    criteria = {name: ratio_text(value) for name, value in points.items()}
    return {"outcome": "scored", "score": score, "criteria": criteria}


def check_reviews(where, rule, reviews, ref):
    """SELECTION A2 step 1: each reviewer once, exactly the criteria, points from 0 to the maximum."""
    names = [review["reviewer"] for review in reviews]
    require(len(set(names)) == len(names), where, Told("a reviewer twice"), Told("each reviewer once"), ref)
    same(where + " (reviewers)", names, sorted(names, key=code_units), ref)
    most = {criterion["id"]: criterion["max"] for criterion in rule["criteria"]}
    for index, review in enumerate(reviews):
        place = "%s[%d].scores" % (where, index)
        same(place + " (criteria)", sorted(review["scores"]), sorted(most), ref)
        for name, score in review["scores"].items():
            inside = score is None or is_score(score, most[name])
            require(inside, "%s.%s" % (place, name), score, Told("0 to %s" % most[name]), ref)


@lru_cache(maxsize=None)
def is_score(score, most):
    return 0 <= number(score) <= number(most)


def check_stage(where, scoring, stage, ref):
    """The standing that the record tells against the one that the reviews or the imported row give."""
    told = {name: stage[name] for name in ("outcome", "score", "criteria")}
    if scoring["kind"] == "reviewed":
        same(where + ".row", stage["row"], None, ref)
        if stage["reviews"] is None:
            require(stage["outcome"] != "scored", where + ".reviews", None, Told("the reviews of this score"), ref)
            return same(where, told, unscored(stage["outcome"]), ref)
        check_reviews(where + ".reviews", scoring["rule"], stage["reviews"], ref)
        return same(where, told, reviewed_standing(scoring["rule"], stage["reviews"]), ref)
    same(where + ".reviews", stage["reviews"], None, ref)
    if stage["row"] is None and stage["outcome"] != "scored":
        return same(where, told, unscored(stage["outcome"]), ref)
    return same(where, told, imported_standing(scoring["rule"], stage["row"]), ref)


def check_stages(record, findings):
    stages = [stage["id"] for stage in record["rule"]["stages"]]
    unproved = 0
    for index, person in enumerate(record["people"]):
        where, ref = "people[%d].stages" % index, person["ref"]
        same(where + " (ids)", sorted(person["stages"]), sorted(stages), ref)
        for stage in stages:
            own = person["stages"][stage]
            check_stage("%s.%s" % (where, stage), record["scoring"][stage], own, ref)
            unproved += own["outcome"] not in ("scored", "not_reached")
    findings.equal("stage scores and criteria of %d people from reviews and imports" % len(record["people"]))
    stopped = sum(was_stopped(record["rule"], row) for row in record["people"])
    if stopped:
        findings.not_checked("shortlists: why %d people who passed a stage did not reach the next" % stopped)
    if unproved:
        findings.not_checked("absences and unfinished reviews (%d), of which no evidence is kept" % unproved)


def was_stopped(rule, row):
    """Whether somebody passed every stage up to one that is told as not reached."""
    for stage in rule["stages"]:
        own = row["stages"][stage["id"]]
        if not stage_passes(stage, own):
            return own["outcome"] == "not_reached"
    return False


def check_scoring(record):
    """The scoring of a stage and the selection rule must tell the same minimums (RECORD: `scoring`)."""
    for index, stage in enumerate(record["rule"]["stages"]):
        scoring = record["scoring"].get(stage["id"])
        where = "scoring.%s" % stage["id"]
        require(scoring is not None, where, NOTHING, Told("the rule has this stage"))
        rule = scoring["rule"]
        criteria = [{name: each[name] for name in CRITERION} for each in rule["criteria"]]
        told = {"id": rule["id"], "minimum": rule["minimum"], "gate": rule["gate"], "criteria": criteria}
        same(where + ".rule", told, {name: stage[name] for name in STAGE})


# ---------------------------------------------------------------------------------------------------------------------
# From a person to a total (SELECTION A3, A4, A5; RULINGS 18, 20)
# ---------------------------------------------------------------------------------------------------------------------


class Person:
    """Somebody qualified, as the rule reads a person. `tags`, `claims` and `compared` are None where they are withheld."""

    def __init__(self, row):
        self.ref, self.choices, self.accept_other = row["ref"], row["choices"], row["acceptOther"]
        self.tags = self.claims = self.compared = self.total = self.band = self.label = self.ticket = None
        self.keys = []
        self.rank = row.get("rank")


def stage_passes(stage, own):
    """SELECTION A3: equality passes everywhere."""
    if own["outcome"] != "scored":
        return False
    if stage["minimum"] is not None and number(own["score"]) < number(stage["minimum"]):
        return False
    most = {criterion["id"]: number(criterion["max"]) for criterion in stage["criteria"]}
    for criterion in stage["criteria"]:
        least = criterion["minPercent"]
        if least is not None and number(own["criteria"][criterion["id"]]) * 100 < number(least) * most[criterion["id"]]:
            return False
    gate = stage["gate"]
    if gate is None:
        return True
    points = number(own["criteria"][gate["criterion"]])
    return points * 100 >= number(gate["minimumPercent"]) * most[gate["criterion"]]


def weighted_sum(rule, row):
    scores = (number(row["stages"][stage["id"]]["score"]) * number(stage["weightPercent"]) for stage in rule["stages"])
    return sum(scores, Fraction(0)) / 100


def bonus_points(rule, row):
    """SELECTION A4: the sum of the verified items, capped."""
    if rule["bonus"] is None:
        return Fraction(0)
    points = {item["id"]: number(item["points"]) for item in rule["bonus"]["items"]}
    granted = sum((points[item] for item in set(row["claims"])), Fraction(0))
    cap = rule["bonus"]["cap"]
    return granted if cap is None else min(number(cap), granted)


def is_qualified(rule, row):
    """RULINGS 18, 20: the minimum total is tested on the unrounded sum before the bonus."""
    if row["standing"] != "in":
        return False
    if not all(stage_passes(stage, row["stages"][stage["id"]]) for stage in rule["stages"]):
        return False
    return rule["minimumTotal"] is None or weighted_sum(rule, row) >= number(rule["minimumTotal"])


def key_text(breaker, row):
    """A tie-breaker's value as the public table writes it."""
    if breaker["by"] == "claim":
        return "1" if breaker["item"] in row["claims"] else "0"
    own = row["stages"][breaker["stage"]]
    return own["score"] if breaker["by"] == "stage" else own["criteria"][breaker["criterion"]]


def key_value(breaker, written):
    """The same as a number to sort by, best first."""
    value = number(written)
    return value if breaker.get("prefer") == "low" else -value


def person_of(rule, row):
    person = Person(row)
    person.tags, person.claims, person.label = set(row["tags"]), set(row["claims"]), row["label"]
    exact_total = weighted_sum(rule, row) + bonus_points(rule, row)
    person.total = round_to(exact_total, rule["rounding"])
    person.compared = exact_total if rule["rankOn"] == "exact" else person.total
    person.keys = [key_text(breaker, row) for breaker in rule["tieBreakers"][:-1]]
    return person


def total_text(rule, total):
    return decimal_text(total, rule["rounding"]["scale"])


def compared_text(rule, person):
    return exact_text(person.compared) if rule["rankOn"] == "exact" else total_text(rule, person.compared)


def check_people(record):
    """What the rule needs of a person: tracks that there are, claims that it knows."""
    tracks = {track["id"] for track in record["rule"]["tracks"]}
    items = {item["id"] for item in (record["rule"]["bonus"] or {"items": []})["items"]}
    for index, row in enumerate(record["people"]):
        where = "people[%d]" % index
        check_choices(where, row, tracks)
        for name in ("claims", "claimsAsked"):
            known = set(row[name]) <= items
            require(known, "%s.%s" % (where, name), row[name], Told("items of the rule"), row["ref"])


def check_choices(where, row, tracks):
    choices = row["choices"]
    sound = choices and len(set(choices)) == len(choices) and set(choices) <= tracks
    require(sound, where + ".choices", choices, Told("different tracks of the rule"), row["ref"])


# ---------------------------------------------------------------------------------------------------------------------
# The draw (SELECTION A9; RECORD: `draw`)
# ---------------------------------------------------------------------------------------------------------------------


def ticket_function(draw):
    """From a person's label to the ticket, in hex."""
    if draw["algorithm"] == "sha256-order":
        prefix = "%s|%s|" % (draw["seed"], draw["label"])
        return lambda label: sha256((prefix + label).encode("utf-8")).hex()
    beacon = "drand:%s:%d:%s" % (draw["chain"]["hash"], draw["number"], draw["randomness"])
    key = hmac.new(bytes.fromhex(draw["oneTimeCode"]), beacon.encode("utf-8"), hashlib.sha256).digest()

    def ticket(label):
        message = ("%s|%s" % (draw["drawId"], label)).encode("utf-8") + b"\1"
        return hmac.new(key, message, hashlib.sha256).hexdigest()

    return ticket


def check_draw(record, labels, findings):
    """`labels` of everybody in the pool, or None where the level does not tell them."""
    draw = record["draw"]
    last = record["rule"]["tieBreakers"][-1]["by"]
    require(draw is not None or last != "lottery", "draw", None, Told("the rule ends in a lottery"))
    require((draw is None) == (record["labels"] is None), "labels", record["labels"], Told("null without a draw only"))
    if draw is None or draw["algorithm"] != "vrs-00-drand":
        return
    same("draw.randomness", draw["randomness"], sha256(bytes.fromhex(draw["signature"])).hex())
    same("draw.commitment", draw["commitment"], sha256(bytes.fromhex(draw["oneTimeCode"])).hex())
    same("draw.pool.size", draw["pool"]["size"], record["counts"]["people"])
    findings.equal("draw: randomness of the signature, commitment to the one-time code, size of the pool")
    findings.not_checked("BLS signature of the beacon")
    if labels is None:
        findings.not_checked("draw.pool.root (the labels are private)")
    else:
        same("draw.pool.root", draw["pool"]["root"], root_of_labels(labels))


def check_tickets(record, people, findings):
    """Each ticket in the table against its label; `people` are pairs of (where, row with ref, ticket, label)."""
    if record["draw"] is None:
        for where, ref, told, _ in people:
            same(where, told, None, ref)
        return
    ticket = ticket_function(record["draw"])
    wrong = [each for each in people if each[2] != ticket(each[3])]
    if wrong and len(wrong) == len(people) and len(people) > 1:
        raise Different("draw", Told("tickets of another draw"), Told("other tickets for all %d" % len(people)))
    for where, ref, told, label in wrong:
        same(where, told, ticket(label), ref)
    findings.equal("tickets of %d people" % len(people))


# ---------------------------------------------------------------------------------------------------------------------
# The order of merit (SELECTION A8; RULINGS 17)
# ---------------------------------------------------------------------------------------------------------------------


class Order:
    """The qualified people, best first, with their ranks, and the ties that nobody decided."""

    def __init__(self, people, undecided):
        self.people, self.undecided = people, undecided
        self.of = {person.ref: person for person in people}

    def with_tie(self, group, members_in_order):
        """The same order with one undecided tie in another order."""
        turn = iter(members_in_order)
        refs = {person.ref for person in group}
        return [next(turn) if person.ref in refs else person for person in self.people]


def order_people(rule, people, decisions):
    breakers = rule["tieBreakers"]

    def chain(person):
        values = tuple(key_value(breaker, key) for breaker, key in zip(breakers, person.keys))
        drawn = (person.ticket, code_units(person.label)) if breakers[-1]["by"] == "lottery" else ()
        return (-person.compared,) + values + drawn

    ranked, undecided = [], []
    ordered = sorted(people, key=lambda person: (chain(person), code_units(person.ref)))
    for _, equals in itertools.groupby(ordered, key=chain):
        group = list(equals)
        decided = decided_order(group, decisions)
        for offset, person in enumerate(decided or group):
            person.rank = len(ranked) + 1 - (0 if decided else offset)
            ranked.append(person)
        if len(group) > 1 and not decided:
            undecided.append(group)
    return Order(ranked, undecided)


def decided_order(group, decisions):
    """The committee's recorded order of exactly these people, if there is one (RULINGS 17)."""
    of = {person.ref: person for person in group}
    for decision in decisions:
        if len(group) > 1 and len(decision) == len(group) and set(decision) == set(of):
            return [of[ref] for ref in decision]
    return None


def order_of_table(record, findings):
    """Level P1: the order that the table's ranks tell, after each rank was compared with totals, keys and tickets."""
    people = []
    for index, row in enumerate(record["table"]):
        if row["qualified"]:
            person = Person(row)
            person.index, person.ticket = index, row["ticket"]
            if "bandFrom" in row:
                person.band = number(row["bandFrom"])
            else:
                person.compared, person.keys = number(row["total"]), row["keys"]
                person.tags = None if row["tags"] is None else set(row["tags"])
                person.total = round_to(person.compared, record["rule"]["rounding"])
            people.append(person)
    people.sort(key=lambda person: (person.rank, code_units(person.ref)))
    undecided = []
    for place, person in enumerate(people):
        before = people[place - 1] if place else None
        shares = before is not None and before.rank == person.rank
        where = "table[%d].rank" % person.index
        same(where, person.rank, before.rank if shares else place + 1, person.ref)
        if before is not None:
            check_neighbours(record, before, person, shares)
        if shares:
            undecided[-1].append(person)
        else:
            undecided.append([person])
    drawn = " and tickets" if record["draw"] else ""
    findings.equal("order of merit of %d people by totals, keys%s" % (len(people), drawn))
    return Order(people, [group for group in undecided if len(group) > 1])


def check_neighbours(record, before, person, shares):
    """Two people next to each other in the table: whether what it shows of them gives this order."""
    where = "table[%d].rank" % person.index
    better, breakers = Told("not behind ref %s" % before.ref), record["rule"]["tieBreakers"]
    if before.compared is None or person.compared is None:
        upper = before.compared if before.compared is not None else before.band + 10
        lower = person.compared if person.compared is not None else person.band
        return require(not shares and upper > lower, where, person.rank, better, person.ref)
    pairs = [(-before.compared, -person.compared)]
    for breaker, left, right in zip(breakers, before.keys, person.keys):
        unknown = left is None or right is None
        pairs.append(None if unknown else (key_value(breaker, left), key_value(breaker, right)))
    for pair in pairs:
        if pair is None or pair[0] != pair[1]:
            ahead = not shares and (pair is None or pair[0] < pair[1])
            if pair is None and shares:
                continue  # whoever shares a rank is equal in what is withheld as well
            return require(ahead, where, person.rank, better, person.ref)
    if breakers[-1]["by"] == "lottery":
        return require(not shares and before.ticket <= person.ticket, where, person.rank, better, person.ref)
    decided = any(
        before.ref in order and person.ref in order and order.index(before.ref) + 1 == order.index(person.ref)
        for order in record["tieDecisions"]
    )
    equal = Told("the rank of ref %s: equal in all" % before.ref)
    return require(shares or decided, where, person.rank, equal, person.ref)


def check_bands(people, seated):
    """RECORD: only the best and the worst of those not selected may be shown as a band of ten points."""
    rest = [person for person in people if person.ref not in seated]
    for person in people:
        is_end = rest and person in (rest[0], rest[-1])
        where, shown = "table[%d].bandFrom" % person.index, person.band is not None
        require(not shown or is_end, where, Told("a band"), Told("a total"), person.ref)
        require(not shown or person.band % 10 == 0, where, Told("a band"), Told("a multiple of 10"), person.ref)


# ---------------------------------------------------------------------------------------------------------------------
# Rules by which a track chooses (SELECTION B0 to B5): `people` best first -> {ref: seat}
# ---------------------------------------------------------------------------------------------------------------------

OPEN = {"kind": "open"}


def seats_of_rule(rule):
    if rule["kind"] == "set_aside":
        return rule["open"]["seats"] + sum(category["seats"] for category in rule["categories"])
    if rule["kind"] == "seat_blocks":
        return sum(block["seats"] for block in rule["blocks"])
    return rule["seats"]


def choose(rule, people):
    kind = rule["kind"]
    if kind == "cut_off":
        return {person.ref: OPEN for person in people[: rule["seats"]]}
    if kind == "guarantee":
        return choose_guarantee(people, rule["seats"], rule["guaranteed"])
    if kind == "set_aside":
        return choose_set_aside(rule, people)
    if kind == "seat_blocks":
        return choose_blocks(rule, people)
    return choose_bounded(rule, people)


def match_guaranteed(people, guaranteed):
    """B1: {ref: group} of the best people with whom as many guaranteed seats as possible are filled, one person one seat."""
    room = {each["group"]: each["seats"] for each in guaranteed if each["seats"] > 0}
    holders = {group: [] for group in room}
    hopeless = set()
    for person in people:
        own = frozenset(person.tags & set(room))
        if not own or own in hopeless:
            continue
        path = path_to_room(own, room, holders)
        if path is None:
            hopeless.add(own)
            continue
        # Along the path everybody moves on to the next group, which leaves room for this person in the first.
        for (group, _), (following, mover) in zip(reversed(path[:-1]), reversed(path[1:])):
            holders[group].remove(mover)
            holders[following].append(mover)
        holders[path[0][0]].append(person)
    return {person.ref: group for group, people_in in holders.items() for person in people_in}


def path_to_room(own, room, holders):
    """The shortest chain of (group, who moves into it) from one of the own groups to a group with a seat left."""
    came = {group: None for group in sorted(own)}
    queue = list(came)
    for group in queue:
        if len(holders[group]) < room[group]:
            path = []
            while group is not None:
                before = came[group]
                path.append((group, before[1] if before else None))
                group = before[0] if before else None
            return path[::-1]
        for holder in holders[group]:
            for following in sorted(holder.tags & set(room)):
                if following not in came:
                    came[following] = (group, holder)
                    queue.append(following)
    return None


def choose_guarantee(people, seats, guaranteed):
    """B1: the guaranteed seats first, the rest of the seats to the best who remain."""
    matched = match_guaranteed(people, guaranteed)
    given = {ref: {"kind": "guaranteed", "group": group} for ref, group in matched.items()}
    for person in people:
        if len(given) >= seats:
            break
        given.setdefault(person.ref, OPEN)
    return given


def without(people, given):
    return [person for person in people if person.ref not in given]


def choose_set_aside(rule, people):
    """B3: open seats from everybody, then each category its own from its members who remain."""
    given = choose_guarantee(people, rule["open"]["seats"], rule["open"]["guaranteed"])
    empty = 0
    for category in rule["categories"]:
        rest = [person for person in without(people, given) if category["group"] in person.tags]
        own = choose_guarantee(rest, category["seats"], category["guaranteed"])
        empty += category["seats"] - len(own)
        for ref, seat in own.items():
            given[ref] = {"kind": "set_aside", "category": category["group"], "guaranteed": seat.get("group")}
    if rule["unfilled"] == "dereserve":
        for person in without(people, given)[:empty]:
            given[person.ref] = {"kind": "dereserved"}
    return given


def choose_blocks(rule, people):
    """B4: block after block takes its best people who remain, those whom it prefers first."""
    given, empty = {}, 0
    for block in rule["blocks"]:
        rest = without(people, given)
        able = [person for person in rest if block["group"] is None or block["group"] in person.tags]
        able.sort(key=lambda person: block.get("prefer") is not None and block["prefer"] not in person.tags)
        chosen = able[: block["seats"]]
        empty += block["seats"] - len(chosen)
        given.update({person.ref: {"kind": "block", "block": block["id"]} for person in chosen})
    if rule["unfilled"] == "open":
        given.update({person.ref: OPEN for person in without(people, given)[:empty]})
    return given


def choose_bounded(rule, people):
    """B2, B5 with the fallback of B6: as many as the maxima allow, then least short of the minima, then by merit."""
    groups = {bound["group"] for bound in rule["bounds"]}
    kind_of = {person.ref: frozenset(person.tags & groups) for person in people}
    available = count(kind_of.values())
    best = best_nested if is_nested(available, groups) else best_overlapping
    target = best(rule["bounds"], available, {}, rule["seats"])
    fixed, dead, given = {}, set(), {}
    for person in people:
        kind = kind_of[person.ref]
        if kind in dead or len(given) >= target[0]:
            continue
        more = dict(fixed)
        more[kind] = more.get(kind, 0) + 1
        if best(rule["bounds"], available, more, rule["seats"]) == target:
            fixed, given[person.ref] = more, OPEN
        else:
            dead.add(kind)
    return given


def count(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def is_nested(available, groups):
    """Whether of any two groups one holds the other's people or they share nobody."""
    people_in = {group: {kind for kind in available if group in kind} for group in groups}
    return all(
        not (left & right) or left <= right or right <= left
        for left, right in itertools.combinations(people_in.values(), 2)
    )


def best_nested(bounds, available, fixed, seats):
    """(most people, least shortfall) of the sets that hold at least `fixed` of each kind; None where there is none.

    Bottom up over the tree of groups: the least shortfall below a group for each number of people in it.
    """
    people_in = {bound["group"]: {kind for kind in available if bound["group"] in kind} for bound in bounds}
    parts = [({kind}, own_counts(kind, available, fixed, seats)) for kind in available]
    for bound in sorted(bounds, key=lambda bound: len(people_in[bound["group"]])):
        inside = [part for part in parts if part[0] <= people_in[bound["group"]]]
        joined = bounded_table(sum_of_tables(inside, seats), bound)
        parts = [part for part in parts if part not in inside] + [(set().union(*(part[0] for part in inside)), joined)]
    table = sum_of_tables(parts, seats)
    possible = [(people, short) for people, short in enumerate(table) if short is not None]
    return max(possible, key=lambda each: (each[0], -each[1])) if possible else None


def sum_of_tables(parts, seats):
    table = [0]
    for _, part in parts:
        table = add_tables(table, part, seats)
    return table


def own_counts(kind, available, fixed, seats):
    return [0 if people >= fixed.get(kind, 0) else None for people in range(min(available[kind], seats) + 1)]


def bounded_table(table, bound):
    limit = len(table) if bound["max"] is None else bound["max"] + 1
    return [
        None if short is None else short + max(0, bound["min"] - people) for people, short in enumerate(table[:limit])
    ]


def add_tables(left, right, seats):
    table = [None] * min(len(left) + len(right) - 1, seats + 1)
    for people, short in enumerate(left):
        for more, shorter in enumerate(right[: len(table) - people]):
            if short is not None and shorter is not None:
                known = table[people + more]
                table[people + more] = short + shorter if known is None else min(known, short + shorter)
    return table


MOST_STATES = 20000


def best_overlapping(bounds, available, fixed, seats):
    """B5 by exact search over the counts of each group: the same answer as best_nested, for groups that overlap."""
    if len(available) > 64:
        raise TooLarge()
    states = {(0,) * (len(bounds) + 1)}
    for kind in sorted(available, key=sorted):
        inside = [1] + [int(bound["group"] in kind) for bound in bounds]
        states = {
            tuple(value + own * people for value, own in zip(state, inside))
            for state in states
            for people in range(fixed.get(kind, 0), min(available[kind], seats) + 1)
        }
        states = {state for state in states if state[0] <= seats and within_maxima(bounds, state)}
        if len(states) > MOST_STATES:
            raise TooLarge()
    if not states:
        return None
    short = {state: sum(max(0, bound["min"] - value) for bound, value in zip(bounds, state[1:])) for state in states}
    best = max(states, key=lambda state: (state[0], -short[state]))
    return best[0], short[best]


def within_maxima(bounds, state):
    return all(bound["max"] is None or value <= bound["max"] for bound, value in zip(bounds, state[1:]))


# ---------------------------------------------------------------------------------------------------------------------
# Tracks (RULINGS 21; SELECTION B7): -> {ref: (track, order of the choice, seat)}
# ---------------------------------------------------------------------------------------------------------------------


def is_matching(rule):
    """Whether tracks choose: a rule with groups, or deferred acceptance (RECORD)."""
    return rule["assignment"] == "deferred_acceptance" or any("choice" in track for track in rule["tracks"])


def uses_groups(rule):
    return any("choice" in track for track in rule["tracks"])


def seat_people(rule, people):
    """Who sits where, and who applied to each track on the way."""
    if is_matching(rule):
        return deferred_acceptance(rule["tracks"], people)
    free = {track["id"]: track["seats"] for track in rule["tracks"]}
    seating = {}
    longest = max([len(person.choices) for person in people] or [0])
    if rule["assignment"] == "score_first":
        turns = [(person, range(len(person.choices))) for person in people]
    else:
        turns = [(person, range(turn, turn + 1)) for turn in range(longest) for person in people]
    for person, choices in turns:
        for choice in choices:
            if person.ref not in seating and choice < len(person.choices) and free[person.choices[choice]] > 0:
                free[person.choices[choice]] -= 1
                seating[person.ref] = (person.choices[choice], choice + 1, OPEN)
    return seating, {}


def choice_rule(track):
    return track.get("choice", {"kind": "cut_off", "seats": track["seats"]})


def deferred_acceptance(tracks, people):
    """B7: everybody without a seat applies to the next track; each track keeps whom its rule chooses."""
    turn = {person.ref: place for place, person in enumerate(people)}
    rules = {track["id"]: choice_rule(track) for track in tracks}
    held = {track["id"]: {} for track in tracks}
    of = {person.ref: person for person in people}
    asked = {person.ref: 0 for person in people}
    applied = {track["id"]: [] for track in tracks}
    waiting = list(people)
    while waiting:
        arrivals = {}
        for person in waiting:
            if asked[person.ref] < len(person.choices):
                arrivals.setdefault(person.choices[asked[person.ref]], []).append(person)
                asked[person.ref] += 1
        waiting = []
        for track, new in arrivals.items():
            applied[track] += new
            pool = sorted([of[ref] for ref in held[track]] + new, key=lambda person: turn[person.ref])
            held[track] = choose(rules[track], pool)
            waiting += without(pool, held[track])
    for everybody in applied.values():
        everybody.sort(key=lambda person: turn[person.ref])
    seating = {}
    for track, given in held.items():
        for ref, seat in given.items():
            seating[ref] = (track, of[ref].choices.index(track) + 1, seat)
    return seating, applied


# ---------------------------------------------------------------------------------------------------------------------
# Region swap and reserve lists (RULINGS 22, 23)
# ---------------------------------------------------------------------------------------------------------------------


def residents_needed(quota, selected):
    return ceiling(number(quota["percent"]) * selected / 100)


def best_resident(people, seating, tag, track):
    """The best unselected resident who names the track first, else second."""
    able = [person for person in people if person.ref not in seating and tag in person.tags and track in person.choices]
    return min(able, key=lambda person: person.choices.index(track), default=None)


def swap_for_region(quota, people, seating):
    """RULINGS 22: from the lowest seated non-resident upwards, until the share is reached or nobody is left."""
    tag, swaps = quota["tag"], []
    residents = sum(person.ref in seating and tag in person.tags for person in people)
    while residents < residents_needed(quota, len(seating)):
        for out in reversed([person for person in people if person.ref in seating and tag not in person.tags]):
            track = seating[out.ref][0]
            resident = best_resident(people, seating, tag, track)
            if resident is not None:
                break
        else:
            return swaps
        apply_swap(seating, out, resident, track)
        residents += 1
        swaps.append({"quota": quota["id"], "track": track, "out": out.ref, "in": resident.ref})
    return swaps


def apply_swap(seating, out, resident, track):
    del seating[out.ref]
    seating[resident.ref] = (track, resident.choices.index(track) + 1, OPEN)


def reserve_length(rule, track):
    return ceiling(number(rule["reserve"]["percentOfSeats"]) * track["seats"] / 100)


def reserve_lists(rule, people, seating, swaps):
    """RULINGS 23: everybody qualified and unselected once, on the list of the first choice, by merit."""
    displaced = {swap["out"]: swap["in"] for swap in swaps}
    lists = []
    for track in rule["tracks"]:
        waiting = [person for person in people if person.ref not in seating and person.choices[0] == track["id"]]
        for place, person in enumerate(waiting[: reserve_length(rule, track)]):
            by = displaced.get(person.ref)
            lists.append({"ref": person.ref, "track": track["id"], "number": place + 1, "displacedBy": by})
    return lists


def run(rule, people):
    """Seats, swaps and reserve lists of a strict order."""
    seating, applied = seat_people(rule, people)
    before = dict(seating)
    swaps = [swap for quota in rule["quotas"] for swap in swap_for_region(quota, people, seating)]
    return seating, before, applied, swaps, reserve_lists(rule, people, seating, swaps)


def check_ties(record, order, findings):
    """RULINGS 17: a tie that nobody decided must decide nothing. Tries its other orders: all of them up to four people."""
    rule = record["rule"]
    outcome = outcome_of(rule, order.people)
    for group in order.undecided:
        for other in orders_of(group):
            if outcome_of(rule, order.with_tie(group, other)) != outcome:
                says = Told("no order of %s" % show([person.ref for person in group]))
                raise Different("tieDecisions", says, Told("a tie that decides"), group[0].ref)
    if order.undecided:
        findings.equal("%d undecided ties decide nothing" % len(order.undecided))


def orders_of(group):
    """All orders of a short tie; of a longer one its reverse and its turns: everybody is first once and last once."""
    if len(group) <= 4:
        return itertools.permutations(group)
    return [group, group[::-1]] + [group[place:] + group[:place] for place in range(1, len(group))]


def seated_as_told(record, order):
    """The order in which the record lets the people of undecided ties go, where that is one of their orders.

    All give the same people the same tracks and lists (check_ties); which of the tied sits on a guaranteed seat, and who
    is swapped for whom among them, may differ.
    """
    people, liked = order.people, likeness(record, order.people)
    # Which order of one tie fits may show only once another tie is right: again as long as it gets better.
    better = True
    while liked[2] and better:
        better = False
        for group in reversed(order.undecided):
            others = [Order(people, []).with_tie(group, other) for other in orders_of(group)]
            best = max(others, key=lambda each: likeness(record, each)[:2], default=people)
            if likeness(record, best)[:2] > liked[:2]:
                people, liked, better = best, likeness(record, best), True
    return people


def likeness(record, people):
    """How many seats and how many first swaps are those told, and whether anything is not."""
    seating, _, _, swaps, _ = run(record["rule"], people)
    told = {entry["ref"]: entry["seat"]["kind"] for entry in record["selected"]}
    seats = sum(place[2]["kind"] == told.get(ref) for ref, place in seating.items())
    first = list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(record["swaps"], swaps)))
    return seats, len(first), seats < len(seating) or len(first) < len(swaps)


def outcome_of(rule, people):
    seating, _, _, swaps, reserves = run(rule, people)
    seats = {ref: track for ref, (track, _, _) in seating.items()}
    moved = sorted(swap["out"] for swap in swaps), sorted(swap["in"] for swap in swaps)
    return seats, moved, sorted(map(canonical, reserves))


# ---------------------------------------------------------------------------------------------------------------------
# Who is selected, and the reports on it
# ---------------------------------------------------------------------------------------------------------------------


def how_of(seat, ref, swapped_in):
    if ref in swapped_in:
        return "region_swap"
    return "guaranteed" if seat["kind"] in ("guaranteed", "set_aside", "block") else "merit"


def check_selected(record, order, seating, swaps, findings):
    """The list of selected people, by track and merit; returns it with the seats as the record names them."""
    swapped_in = {swap["in"] for swap in swaps}
    expected = []
    for track in record["rule"]["tracks"]:
        for person in order.people:
            place = seating.get(person.ref)
            if place and place[0] == track["id"]:
                how = how_of(place[2], person.ref, swapped_in)
                entry = {"ref": person.ref, "track": place[0], "choiceOrder": place[1], "how": how, "seat": place[2]}
                expected.append(entry)
    for told, entry in zip(record["selected"], expected):
        if told["ref"] == entry["ref"]:
            entry["seat"] = same_seat(told["seat"], entry["seat"], order.of[entry["ref"]])
    same("selected", record["selected"], expected)
    for track in record["rule"]["tracks"]:
        check_guaranteed_seats(record, track)
    findings.equal("selected: %d people, their tracks and seats" % len(expected))


def same_seat(told, given, person):
    """Which guaranteed seat somebody sits on may differ, where the person belongs to that group too (SELECTION B1)."""
    name = {"guaranteed": "group", "set_aside": "guaranteed"}.get(given["kind"])
    if name is None or told["kind"] != given["kind"] or told[name] is None or given[name] is None:
        return given
    return dict(given, **{name: told[name]}) if told[name] in person.tags else given


def check_guaranteed_seats(record, track):
    """No group has more people on its guaranteed seats than it has such seats (the certificate of SELECTION B1)."""
    rule = choice_rule(track)
    room = {}
    if rule["kind"] == "guarantee":
        room = {(None, each["group"]): each["seats"] for each in rule["guaranteed"]}
    if rule["kind"] == "set_aside":
        room = {(None, each["group"]): each["seats"] for each in rule["open"]["guaranteed"]}
        for category in rule["categories"]:
            room.update({(category["group"], each["group"]): each["seats"] for each in category["guaranteed"]})
    taken = count(guaranteed_seat(entry["seat"]) for entry in record["selected"] if entry["track"] == track["id"])
    for name, people in taken.items():
        if name is not None:
            where = "selected (track %s, seats guaranteed to %s)" % (track["id"], name[1])
            require(people <= room.get(name, 0), where, people, room.get(name, 0))


def guaranteed_seat(seat):
    """(category or None, group) where somebody sits on a guaranteed seat."""
    if seat["kind"] == "guaranteed":
        return (None, seat["group"])
    if seat["kind"] == "set_aside" and seat["guaranteed"] is not None:
        return (seat["category"], seat["guaranteed"])
    return None


def check_cut_lines(record, order, findings):
    """The last person seated by merit in each track, and the seats that stayed empty."""
    rule, lines, empty = record["rule"], [], []
    for track in rule["tracks"]:
        here = [entry for entry in record["selected"] if entry["track"] == track["id"]]
        by_merit = [order.of[entry["ref"]] for entry in here if entry["how"] == "merit"]
        last = max(by_merit, key=lambda person: person.rank, default=None)
        line = {"track": track["id"], "seats": track["seats"], "lowestTotal": None, "lowestRank": None}
        if last is not None:
            line["lowestTotal"], line["lowestRank"] = total_text(rule, last.total), last.rank
        lines.append(line)
        if len(here) < track["seats"]:
            left = track["seats"] - len(here)
            empty.append({"track": track["id"], "seats": left, "reason": "no_qualified_applicant_left"})
    same("cutLines", record["cutLines"], lines)
    same("unfilled", record["unfilled"], empty)
    findings.equal("cutLines, unfilled")


def quota_report(quota, people, before, seating):
    by_merit = sum(person.ref in before and quota["tag"] in person.tags for person in people)
    achieved = sum(person.ref in seating and quota["tag"] in person.tags for person in people)
    needed = residents_needed(quota, len(seating))
    return {
        "id": quota["id"],
        "tag": quota["tag"],
        "percent": quota["percent"],
        "selected": len(seating),
        "needed": needed,
        "byMerit": by_merit,
        "achieved": achieved,
        "shortfall": max(0, needed - achieved),
    }


def check_quota_sums(record):
    """What must hold in the report of a share whether or not the tags are known."""
    same("quotas (ids)", [told["id"] for told in record["quotas"]], [quota["id"] for quota in record["rule"]["quotas"]])
    for index, (told, quota) in enumerate(zip(record["quotas"], record["rule"]["quotas"])):
        swapped = sum(swap["quota"] == quota["id"] for swap in record["swaps"])
        needed = residents_needed(quota, len(record["selected"]))
        expected = {name: quota[name] for name in ("id", "tag", "percent")}
        expected.update(selected=len(record["selected"]), needed=needed, byMerit=told["achieved"] - swapped)
        expected.update(achieved=told["achieved"], shortfall=max(0, needed - told["achieved"]))
        same("quotas[%d]" % index, told, expected)
        enough = swapped == 0 or told["achieved"] <= needed
        require(enough, "quotas[%d].achieved" % index, told["achieved"], Told("no swap beyond what is needed"))


def apply_told_swaps(record, order, seating, findings):
    """Level P1 without tags: the swaps as told, where they can be valid (RULINGS 22, 29)."""
    for quota in record["rule"]["quotas"]:
        findings.not_checked("quota %s (tags are withheld); its swaps are taken as told" % quota["id"])
    swapped_in, rank = set(), None
    for index, swap in enumerate(record["swaps"]):
        where = "swaps[%d]" % index
        seated = seating.get(swap["out"])
        leaves = seated is not None and seated[0] == swap["track"] and swap["out"] not in swapped_in
        require(leaves, where + ".out", swap["out"], Told("somebody seated in this track by merit"))
        out, resident = order.of[swap["out"]], order.of.get(swap["in"])
        enters = resident is not None and swap["in"] not in seating and swap["track"] in resident.choices
        require(enters, where + ".in", swap["in"], Told("somebody qualified and unselected who named the track"))
        require(rank is None or out.rank <= rank, where + ".out", swap["out"], Told("somebody better than before"))
        known = any(quota["id"] == swap["quota"] for quota in record["rule"]["quotas"])
        require(known, where + ".quota", swap["quota"], Told("a quota of the rule"))
        apply_swap(seating, out, resident, swap["track"])
        swapped_in.add(swap["in"])
        rank = out.rank
    check_quota_sums(record)


# --- What a rule with groups asked, and what came of it (SELECTION B6) -----------------------------------------------


class ChoiceReport:
    """Builds the report of one track; the shortages that have several right answers are checked, not compared."""

    def __init__(self, where, told, seats, filled):
        self.where, self.told = where, told
        self.expected = {"seats": seats, "filled": filled, "groups": [], "shortages": []}

    def group(self, group, guaranteed, available, filled, within=None):
        short = max(0, guaranteed - filled)
        line = {"group": group, "guaranteed": guaranteed, "available": available, "filled": filled, "short": short}
        self.expected["groups"].append(dict(line, **({"within": within} if within else {})))

    def shortage(self, line, within=None):
        self.expected["shortages"].append(dict(line, **({"within": within} if within else {})))

    def proven(self, kind, holds, within=None):
        """A shortage of this kind stands next; `holds` says whether the one that is told is one."""
        place = len(self.expected["shortages"])
        where = "%s.shortages[%d]" % (self.where, place)
        told = self.told["shortages"][place] if place < len(self.told["shortages"]) else None
        fits = told is not None and told["kind"] == kind and told.get("within") == within and holds(told)
        require(fits, where, told if told is not None else NOTHING, Told("a %s that holds" % kind))
        self.expected["shortages"].append(told)

    def check(self):
        same(self.where, self.told, self.expected)


def report_guarantee(report, people, seats, guaranteed, filled, within=None):
    """The part of a report on one set of guaranteed seats; `filled` by group as the record seats them."""
    for each in guaranteed:
        able = sum(each["group"] in person.tags for person in people)
        report.group(each["group"], each["seats"], able, filled.get((within, each["group"]), 0), within)
    if within:
        report_too_few(report, seats, people, within)
    if len(match_guaranteed(people, guaranteed)) < sum(each["seats"] for each in guaranteed):
        report.proven("hall", lambda told: is_hall(told, people, guaranteed), within)


def report_too_few(report, seats, people, within=None):
    if len(people) < seats:
        report.shortage({"kind": "too_few_people", "seats": seats, "people": len(people)}, within)


def is_hall(told, people, guaranteed):
    """B1: together these groups have fewer people than guaranteed seats."""
    groups = set(told["groups"])
    seats = sum(each["seats"] for each in guaranteed if each["group"] in groups)
    able = sum(bool(groups & person.tags) for person in people)
    known = groups <= {each["group"] for each in guaranteed}
    return known and told["seats"] == seats and told["people"] == able and able < seats


def report_set_aside(report, rule, people, given, filled):
    report_guarantee(report, people, rule["open"]["seats"], rule["open"]["guaranteed"], filled)
    gone = {ref for ref, seat in given.items() if seat["kind"] in ("open", "guaranteed")}
    for category in rule["categories"]:
        able = [person for person in people if person.ref not in gone and category["group"] in person.tags]
        own = {ref for ref, seat in given.items() if seat.get("category") == category["group"]}
        report.group(category["group"], category["seats"], len(able), len(own))
        report_guarantee(report, able, category["seats"], category["guaranteed"], filled, category["group"])
        gone |= own


def report_blocks(report, rule, people, given):
    gone = set()
    for block in rule["blocks"]:
        own = {ref for ref, seat in given.items() if seat.get("block") == block["id"]}
        if block["group"] is not None:
            able = [person for person in people if person.ref not in gone and block["group"] in person.tags]
            report.group(block["group"], block["seats"], len(able), len(own), block["id"])
        gone |= own


def report_bounds(report, rule, people, given):
    chosen = [person for person in people if person.ref in given]
    for bound in rule["bounds"]:
        able, inside = (sum(bound["group"] in person.tags for person in some) for some in (people, chosen))
        report.group(bound["group"], bound["min"], able, inside)
    seats = min(rule["seats"], len(people))
    everything = [bound["group"] for bound in rule["bounds"]]
    if not can_hold(rule, people, everything, everything, seats):
        report.proven("conflict", lambda told: is_conflict(rule, people, told, seats))


def can_hold(rule, people, minima, maxima, seats):
    """Whether so many people meet these minima and maxima."""
    bounds = [
        {
            "group": bound["group"],
            "min": bound["min"] if bound["group"] in minima else 0,
            "max": bound["max"] if bound["group"] in maxima else None,
        }
        for bound in rule["bounds"]
    ]
    groups = {bound["group"] for bound in bounds}
    available = count(frozenset(person.tags & groups) for person in people)
    best = best_nested if is_nested(available, groups) else best_overlapping
    return best(bounds, available, {}, seats) == (seats, 0)


def is_conflict(rule, people, told, seats):
    """B6: these bounds cannot hold together, and without any one of them they can."""
    minima, maxima = told["minima"], told["maxima"]
    if can_hold(rule, people, minima, maxima, seats):
        return False
    fewer = [([one for one in minima if one != left], maxima) for left in minima]
    fewer += [(minima, [one for one in maxima if one != left]) for left in maxima]
    return all(can_hold(rule, people, some, others, seats) for some, others in fewer)


def check_choice_reports(record, applied, findings):
    tracks = [track for track in record["rule"]["tracks"] if "choice" in track]
    same("choices (tracks)", sorted(record["choices"]), sorted(track["id"] for track in tracks))
    for track in tracks:
        rule, people = track["choice"], applied[track["id"]]
        given = {entry["ref"]: entry["seat"] for entry in record["selected"] if entry["track"] == track["id"]}
        filled = count(guaranteed_seat(seat) for seat in given.values())
        told = record["choices"][track["id"]]
        report = ChoiceReport("choices.%s" % track["id"], told, seats_of_rule(rule), len(given))
        report_too_few(report, seats_of_rule(rule), people)
        if rule["kind"] == "guarantee":
            report_guarantee(report, people, rule["seats"], rule["guaranteed"], filled)
        elif rule["kind"] == "set_aside":
            report_set_aside(report, rule, people, given, filled)
        elif rule["kind"] == "seat_blocks":
            report_blocks(report, rule, people, given)
        elif rule["kind"] != "cut_off":
            report_bounds(report, rule, people, given)
        report.check()
    if tracks:
        findings.equal("choices: reports of %d tracks" % len(tracks))


# ---------------------------------------------------------------------------------------------------------------------
# Refills (RULINGS 23, 24; SELECTION C1, C5)
# ---------------------------------------------------------------------------------------------------------------------


class Seats:
    """Who holds which seat and who waits, from batch to batch."""

    def __init__(self, record, order):
        self.rule, self.order = record["rule"], order
        self.held = {entry["ref"]: entry["track"] for entry in record["selected"]}
        self.waiting = [dict(entry) for entry in record["reserves"]]
        self.listed = {entry["ref"] for entry in record["reserves"]}
        self.left = set()
        self.more = {track["id"]: 0 for track in record["rule"]["tracks"]}

    def leave(self, where, batch):
        same(where + ".leavers", batch["leavers"], sorted(set(batch["leavers"]), key=code_units))
        for ref in batch["leavers"]:
            there = ref not in self.left and (ref in self.held or ref in self.listed)
            require(there, where + ".leavers", ref, Told("somebody with a seat or on a list"))
            self.left.add(ref)
            self.held.pop(ref, None)
        self.waiting = [entry for entry in self.waiting if entry["ref"] not in self.left]
        for added in batch["seatsAdded"]:
            require(added["track"] in self.more, where + ".seatsAdded", added["track"], Told("a track of the rule"))
            self.more[added["track"]] += added["seats"]

    def free(self, track):
        taken = sum(here == track["id"] for here in self.held.values())
        return track["seats"] + self.more[track["id"]] - taken

    def call(self, entry, track):
        self.held[entry["ref"]] = track
        self.waiting.remove(entry)
        return {"ref": entry["ref"], "track": track, "fromTrack": entry["track"], "number": entry["number"]}


def next_from_elsewhere(seats, track):
    """The best who wait on other lists and accept other tracks: those who named the track first, then by merit."""

    def wish(entry):
        person = seats.order.of[entry["ref"]]
        named = person.choices.index(track) if track in person.choices else len(person.choices) + len(seats.more)
        return (named, person.rank)

    able = [entry for entry in seats.waiting if entry["track"] != track and seats.order.of[entry["ref"]].accept_other]
    best = min(map(wish, able), default=None)
    return [entry for entry in able if wish(entry) == best]


def fill_by_numbers(seats, wanted):
    """One batch: every track its own list by number, then the tracks whose lists are used up from elsewhere (RULINGS 23).

    `wanted` is what the record adds; it decides between people in an undecided tie and how many seats of a track were
    given already. Answers who was called, whether a tie was decided by it, and the seats that stayed free.
    """
    called, tied = [], False
    asked = count(one["track"] for one in wanted)
    room = {track["id"]: min(seats.free(track), asked.get(track["id"], 0)) for track in seats.rule["tracks"]}
    for track in room:
        for entry in [entry for entry in seats.waiting if entry["track"] == track][: room[track]]:
            called.append(seats.call(entry, track))
            room[track] -= 1
    refs = {one["ref"] for one in wanted}
    for track in room:
        for _ in range(room[track]):
            able = next_from_elsewhere(seats, track)
            if not able:
                break
            tied = tied or len(able) > 1
            called.append(seats.call(next((entry for entry in able if entry["ref"] in refs), able[0]), track))
    return called, tied


def check_numbered_refills(record, order, findings):
    seats = Seats(record, order)
    for index, batch in enumerate(record["refills"]):
        where = "refills[%d]" % index
        seats.leave(where, batch)
        check_room(seats, where, batch)
        called, tied = fill_by_numbers(seats, batch["added"])
        turn = {one["ref"]: place for place, one in enumerate(batch["added"])}
        called.sort(key=lambda one: turn.get(one["ref"], len(turn)))
        same(where + ".added", batch["added"], called)
        if tied:
            findings.not_checked("%s: who of an undecided tie comes first" % where)
        for track in seats.rule["tracks"]:
            own = [entry for entry in seats.waiting if entry["track"] == track["id"]]
            if seats.free(track) > 0 and (own or next_from_elsewhere(seats, track["id"])):
                findings.not_checked("%s: why a seat of %s stayed free while people waited" % (where, track["id"]))


def check_room(seats, where, batch):
    for track in seats.rule["tracks"]:
        added = sum(one["track"] == track["id"] for one in batch["added"])
        free = seats.free(track)
        place = "%s.added (track %s)" % (where, track["id"])
        require(added <= free, place, added, Told("at most %d free seats" % free))


def with_seats(track, more):
    """A track with seats added after the run (RECORD: they are open to everybody)."""
    larger = dict(track, seats=track["seats"] + more)
    rule = track.get("choice")
    if rule is None or more == 0:
        return larger
    if rule["kind"] == "set_aside":
        rule = dict(rule, open=dict(rule["open"], seats=rule["open"]["seats"] + more))
    elif rule["kind"] == "seat_blocks":
        block = {"id": "over-admission", "seats": more, "group": None}
        rule = dict(rule, blocks=rule["blocks"] + [block])
    else:
        rule = dict(rule, seats=rule["seats"] + more)
    return dict(larger, choice=rule)


def check_rerun_refills(record, order, findings):
    """SELECTION C1: the rule applied to everybody who has not left."""
    seats = Seats(record, order)
    kinds_used = {choice_rule(track)["kind"] for track in record["rule"]["tracks"]}
    if "overlapping_bounds" in kinds_used:
        return findings.not_checked("refills under bounds that overlap (holders are protected, SELECTION C3)")
    for index, batch in enumerate(record["refills"]):
        where = "refills[%d]" % index
        before = dict(seats.held)
        seats.leave(where, batch)
        tracks = [with_seats(track, seats.more[track["id"]]) for track in record["rule"]["tracks"]]
        people = [person for person in order.people if person.ref not in seats.left]
        seating, _ = deferred_acceptance(tracks, people)
        seats.held = {ref: track for ref, (track, _, _) in seating.items()}
        added = [
            {"ref": ref, "track": track, "fromTrack": before.get(ref), "number": None}
            for ref, track in seats.held.items()
            if before.get(ref) != track
        ]
        by_ref = lambda one: code_units(one["ref"])
        same(where + ".added", sorted(batch["added"], key=by_ref), sorted(added, key=by_ref))
    return None


def check_refills(record, order, groups_known, findings):
    if not record["refills"]:
        return
    if not groups_known:
        findings.not_checked("refills (tags are withheld)")
        seats = Seats(record, order)
        for index, batch in enumerate(record["refills"]):
            seats.leave("refills[%d]" % index, batch)
            seats.held.update({one["ref"]: one["track"] for one in batch["added"]})
        return
    # Whoever is called from a numbered list has a number; a rerun of the rule gives none (SELECTION C1).
    by_rerun = any(seat["number"] is None for batch in record["refills"] for seat in batch["added"])
    check = check_rerun_refills if by_rerun else check_numbered_refills
    check(record, order, findings)
    findings.equal("refills: %d batches" % len(record["refills"]))


# ---------------------------------------------------------------------------------------------------------------------
# The public table made of the review rows (SELECTION F; RULINGS 29)
# ---------------------------------------------------------------------------------------------------------------------


def band_of(value):
    return 10 * (value // 10)


def withholds(rule, people):
    """Whether a cell of (tags and claim keys, band of ten points) has one to four people (k-anonymity, k = 5)."""
    items = {breaker["item"] for breaker in rule["tieBreakers"] if breaker["by"] == "claim"}
    cells = count((frozenset(one.tags), frozenset(one.claims & items), band_of(one.compared)) for one in people)
    return any(size < 5 for size in cells.values())


def banded(people, seated):
    """Refs of the best and the worst of those not selected, where nobody qualified has the same total."""
    rest = sorted(person.compared for person in people if person.ref not in seated)
    having = count(person.compared for person in people)
    ends = {total for total in rest[:1] + rest[-1:] if having[total] == 1}
    return {person.ref for person in people if person.compared in ends}


def seated_refs(record, order):
    """Who the rule selects, or who is told as selected where that is too large to compute."""
    try:
        return set(run(record["rule"], order.people)[0])
    except TooLarge:
        return {entry["ref"] for entry in record["selected"]}


def check_table(record, order, findings):
    """The table against what the review rows give."""
    rule = record["rule"]
    hidden, bands = withholds(rule, order.people), banded(order.people, seated_refs(record, order))
    same("withheld", record["withheld"], ["claims", "tags"] if hidden else [])
    rows = []
    for row in record["people"]:
        person = order.of.get(row["ref"])
        if person is None:
            rows.append({"ref": row["ref"], "qualified": False})
            continue
        public = {"ref": person.ref, "qualified": True, "choices": person.choices, "acceptOther": person.accept_other}
        public.update(rank=person.rank, ticket=person.ticket)
        if person.ref in bands:
            public["bandFrom"] = exact_text(Fraction(band_of(person.compared)))
        else:
            claims = [hidden and breaker["by"] == "claim" for breaker in rule["tieBreakers"]]
            public["keys"] = [None if secret else key for secret, key in zip(claims, person.keys)]
            public["total"] = compared_text(rule, person)
            public["tags"] = None if hidden else sorted(person.tags, key=code_units)
        rows.append(public)
    for index, (told, gives) in enumerate(zip(record["table"], rows)):
        for name in ("qualified", "total", "keys", "ticket"):
            same("table[%d].%s" % (index, name), told.get(name, NOTHING), gives.get(name, NOTHING), told["ref"])
    same("table", record["table"], rows)
    findings.equal("table: %d rows, %d qualified, totals, keys and ranks" % (len(rows), len(order.people)))


def check_withheld(record):
    """Level P1: rows leave out exactly what `withheld` says."""
    require(record["withheld"] in ([], ["claims", "tags"]), "withheld", record["withheld"], Told("both or none"))
    hidden = bool(record["withheld"])
    breakers = record["rule"]["tieBreakers"][:-1]
    for index, row in enumerate(record["table"]):
        if not row["qualified"] or "bandFrom" in row:
            continue
        where = "table[%d]" % index
        require((row["tags"] is None) == hidden, where + ".tags", row["tags"], Told("as `withheld` says"), row["ref"])
        secret = [hidden and breaker["by"] == "claim" for breaker in breakers]
        same(where + ".keys (withheld)", [key is None for key in row["keys"]], secret, row["ref"])
        for place, key in enumerate(row["keys"]):
            sound = key is None or EXACT.fullmatch(key)
            require(sound, "%s.keys[%d]" % (where, place), key, Told("an exact number"), row["ref"])


# ---------------------------------------------------------------------------------------------------------------------
# Commitments, digest and roots (SELECTION F; RECORD: roots)
# ---------------------------------------------------------------------------------------------------------------------


def check_openings(record, name, rows, findings):
    """Every row opens one of the published commitments, and there is one for everybody."""
    told, salt = record["commitments"][name], name + "Salt"
    opened = {ref: commitment(record["openings"][ref][salt], row) for ref, (_, row) in rows.items()}
    if sorted(opened.values()) != told and root_of_hashes(told) != record["roots"][name]:
        lost = [each for each in told if each not in set(opened.values())]
        raise Different("commitments.%s" % name, lost[0] if lost else told, Told("what roots.%s covers" % name))
    for ref, value in opened.items():
        where = "%s or openings.%s.%s" % (rows[ref][0], ref, salt)
        require(value in told, where, Told("commitment %s" % value), Told("none of commitments.%s" % name), ref)
    same("commitments.%s" % name, told, sorted(opened.values()))
    findings.equal("commitments.%s: %d rows open theirs" % (name, len(opened)))


def check_disclosed(record, order, findings):
    """What each person was told, as far as the definition discloses each (RULINGS 29)."""
    seated = {entry["ref"] for entry in record["selected"]}
    listed_refs = {entry["ref"] for entry in record["reserves"]}
    tells = {"stages": set(), "total": set(), "rank": set()}
    for row in record["people"]:
        ref, person = row["ref"], order.of.get(row["ref"])
        told = record["openings"][ref]["disclosed"]
        full = {
            "stages": {name: own["score"] for name, own in row["stages"].items()},
            "total": total_text(record["rule"], person.total) if person else None,
            "rank": person.rank if person else None,
        }
        silent = {"stages": {name: None for name in full["stages"]}, "total": None, "rank": None}
        outcome = "selected" if ref in seated else "reserve" if ref in listed_refs else "not_selected"
        expected = {"ref": ref, "outcome": outcome}
        for name, value in full.items():
            expected[name] = silent[name] if told[name] == silent[name] else value
            if silent[name] != value:
                tells[name].add(told[name] != silent[name])
        same("openings.%s.disclosed" % ref, told, expected, ref)
    for name, answers in tells.items():
        require(len(answers) < 2, "openings", Told("%s disclosed to some" % name), Told("to all or to nobody"))
    findings.equal("disclosed rows of %d people" % len(record["people"]))


def check_digest(record, findings):
    """RULINGS 13: the digest is that of the rule and the people by application number, which only a draw's labels tell."""
    if record["labels"] is None:
        return findings.not_checked("digest (application numbers are not in the record)")
    people = {}
    for row in record["people"]:
        stages = {
            name: {part: own[part] for part in ("outcome", "score", "criteria")} for name, own in row["stages"].items()
        }
        sets = {name: sorted(set(row[name]), key=code_units) for name in ("claimsAsked", "claims", "tags")}
        plain = {name: row[name] for name in ("choices", "acceptOther", "standing")}
        people[row["label"]] = dict(plain, stages=stages, **sets)
    same("digest", record["digest"], hash_of({"rule": record["rule"], "people": people}))
    return findings.equal("digest")


def root_of_stage(people, stage):
    return root_of_rows(
        [
            {"ref": row["ref"], "outcome": row["stages"][stage]["outcome"], "score": row["stages"][stage]["score"]}
            for row in people
        ]
    )


def check_roots(record, findings):
    roots, level = record["roots"], record["level"]
    same("roots.selected (of selected)", roots["selected"], root_of_rows(record["selected"]))
    report = {name: record[name] for name in ("cutLines", "unfilled", "quotas", "swaps", "choices")}
    same("roots.report (of %s)" % ", ".join(report), roots["report"], hash_of(report))
    same("roots.refills (of refills)", roots["refills"], [hash_of(batch) for batch in record["refills"]])
    for name in ("disclosed", "review"):
        same("roots.%s (of commitments.%s)" % (name, name), roots[name], root_of_hashes(record["commitments"][name]))
    if level == "P0":
        findings.not_checked("roots of pool, stages, table and reserves (not in level P0)")
    else:
        same("roots.table (of table)", roots["table"], root_of_rows(record["table"]))
        same("roots.reserves (of reserves)", roots["reserves"], root_of_rows(record["reserves"]))
        same("roots.pool (of refs)", roots["pool"], root_of_labels([row["ref"] for row in record["table"]]))
    if level == "P2":
        stages = [stage["id"] for stage in record["rule"]["stages"]]
        same("roots.stages", roots["stages"], {stage: root_of_stage(record["people"], stage) for stage in stages})
    elif level == "P1":
        findings.not_checked("roots of stages (scores are in level P2)")
    findings.equal("roots")
    covered = ("format", "cohort", "engine", "digest", "draw", "labels", "tieDecisions", "withheld", "counts", "roots")
    gives = hash_of({name: record[name] for name in covered})
    require(record["root"] == gives, "root (covers %s)" % ", ".join(covered), record["root"], gives)
    findings.equal("root %s" % gives)


# ---------------------------------------------------------------------------------------------------------------------
# One record
# ---------------------------------------------------------------------------------------------------------------------


def check_rule(record, findings):
    """The rule is the one that its root covers, and hangs together."""
    rule = record["rule"]
    same("roots.rule (of the rule)", record["roots"]["rule"], hash_of(rule))
    same("roots.scoring (of the scoring)", record["roots"]["scoring"], hash_of(record["scoring"]))
    tracks = [track["id"] for track in rule["tracks"]]
    require(len(set(tracks)) == len(tracks), "rule.tracks", tracks, Told("different tracks"))
    breakers = [breaker["by"] for breaker in rule["tieBreakers"]]
    last = bool(breakers) and breakers[-1] in ("lottery", "committee_decision")
    last = last and not {"lottery", "committee_decision"} & set(breakers[:-1])
    require(last, "rule.tieBreakers", breakers, Told("one last key"))
    check_names(rule)
    for index, track in enumerate(rule["tracks"]):
        seats = seats_of_rule(choice_rule(track))
        same("rule.tracks[%d].choice (seats)" % index, seats, track["seats"])
    check_scoring(record)
    findings.equal("rule and scoring: %d tracks, %d stages" % (len(tracks), len(rule["stages"])))


def check_names(rule):
    """Gates and tie-breakers name stages and criteria that there are."""
    criteria = {stage["id"]: {criterion["id"] for criterion in stage["criteria"]} for stage in rule["stages"]}
    require(len(criteria) == len(rule["stages"]), "rule.stages", sorted(criteria), Told("different stages"))
    for index, stage in enumerate(rule["stages"]):
        name = stage["gate"] and stage["gate"]["criterion"]
        known = name is None or name in criteria[stage["id"]]
        require(known, "rule.stages[%d].gate.criterion" % index, name, Told("a criterion of the stage"))
    for index, breaker in enumerate(rule["tieBreakers"]):
        stage = breaker.get("stage")
        where = "rule.tieBreakers[%d]" % index
        require(stage is None or stage in criteria, where, stage, Told("a stage of the rule"))
        name = breaker.get("criterion")
        require(name is None or name in criteria[stage], where, name, Told("a criterion of the stage"))


def check_lists(record):
    """Refs once and sorted, counts as the lists are long."""
    counts = record["counts"]
    for name in ("table", "people"):
        if name in record:
            refs = [row["ref"] for row in record[name]]
            same("%s (refs, sorted)" % name, refs, sorted(set(refs), key=code_units))
            same("counts.people", counts["people"], len(refs))
    if "table" in record:
        same("counts.qualified", counts["qualified"], sum(row["qualified"] for row in record["table"]))
        same("counts.reserves", counts["reserves"], len(record["reserves"]))
    if "people" in record:
        refs = [row["ref"] for row in record["people"]]
        same("table (refs)", [row["ref"] for row in record["table"]], refs)
        same("openings (refs)", sorted(record["openings"], key=code_units), refs)
    same("counts.selected", counts["selected"], len(record["selected"]))
    for name in ("disclosed", "review"):
        told = record["commitments"][name]
        same("commitments.%s (sorted)" % name, told, sorted(told))
        same("commitments.%s (number)" % name, len(told), counts["people"])


def check_seats_as_told(record):
    """What must hold of the selected people whether or not the rule can be run: each once, no track over its seats."""
    seats = {track["id"]: track["seats"] for track in record["rule"]["tracks"]}
    refs = [entry["ref"] for entry in record["selected"]]
    require(len(set(refs)) == len(refs), "selected", Told("somebody twice"), Told("everybody once"))
    swapped_in = {swap["in"] for swap in record["swaps"]}
    taken = {track: 0 for track in seats}
    for index, entry in enumerate(record["selected"]):
        where = "selected[%d]" % index
        require(entry["track"] in seats, where + ".track", entry["track"], Told("a track of the rule"), entry["ref"])
        same(where + ".how", entry["how"], how_of(entry["seat"], entry["ref"], swapped_in), entry["ref"])
        taken[entry["track"]] += 1
    places = [list(seats).index(entry["track"]) for entry in record["selected"]]
    same("selected (places of the tracks)", places, sorted(places))
    for track, people in taken.items():
        require(people <= seats[track], "selected (track %s)" % track, people, Told("at most %d seats" % seats[track]))
        line = [each for each in record["cutLines"] if each["track"] == track]
        same("cutLines (track %s)" % track, [each["seats"] for each in line], [seats[track]])
        empty = sum(each["seats"] for each in record["unfilled"] if each["track"] == track)
        same("unfilled (track %s)" % track, empty, seats[track] - people)
        if track in record["choices"]:
            same("choices.%s.filled" % track, record["choices"][track]["filled"], people)
    for index, swap in enumerate(record["swaps"]):
        there = any(entry["ref"] == swap["in"] and entry["track"] == swap["track"] for entry in record["selected"])
        require(there, "swaps[%d].in" % index, swap["in"], Told("selected in this track"))
        require(swap["out"] not in refs, "swaps[%d].out" % index, swap["out"], Told("not selected"))
    check_quota_sums(record)


def told_seating(record, order):
    """The seating that the record tells, where it cannot be computed: qualified people in tracks that they named."""
    seating = {}
    for index, entry in enumerate(record["selected"]):
        where, person = "selected[%d]" % index, order.of.get(entry["ref"])
        require(person is not None, where + ".ref", entry["ref"], Told("somebody qualified"))
        named = entry["track"] in person.choices and person.choices.index(entry["track"]) + 1
        same(where + ".choiceOrder", entry["choiceOrder"], named, entry["ref"])
        seating[entry["ref"]] = (entry["track"], entry["choiceOrder"], entry["seat"])
    told = [entry["ref"] for entry in record["selected"]]
    tracks = [track["id"] for track in record["rule"]["tracks"]]
    ordered = [person.ref for track in tracks for person in order.people if seating.get(person.ref, [None])[0] == track]
    same("selected (by track and merit)", told, ordered)
    return seating


def check_result(record, order, findings):
    """From the order of merit to seats, reports, reserve lists and refills."""
    rule = record["rule"]
    groups_known = all(person.tags is not None for person in order.people)
    swaps = record["swaps"]
    try:
        if groups_known or not (uses_groups(rule) or rule["quotas"]):
            check_ties(record, order, findings)
            seating, before, applied, swaps, _ = run(rule, seated_as_told(record, order))
            check_selected(record, order, seating, swaps, findings)
            same("swaps", record["swaps"], swaps)
            reports = [quota_report(quota, order.people, before, seating) for quota in rule["quotas"]]
            same("quotas", record["quotas"], reports)
            findings.equal("quotas: %d, swaps: %d" % (len(reports), len(swaps)))
            check_choice_reports(record, applied, findings)
        elif not uses_groups(rule):
            seating, _ = seat_people(rule, order.people)
            apply_told_swaps(record, order, seating, findings)
            check_selected(record, order, seating, swaps, findings)
        else:
            findings.not_checked("quota: seats by groups (tags are withheld); they are taken as told")
            seating = seats_as_told(record, order)
    except TooLarge:
        findings.not_checked("seats by bounds that overlap: too large for an exact search; they are taken as told")
        seating = seats_as_told(record, order)
    check_cut_lines(record, order, findings)
    same("reserves", record["reserves"], reserve_lists(rule, order.people, seating, swaps))
    findings.equal("reserves: %d people" % len(record["reserves"]))
    check_refills(record, order, groups_known or not uses_groups(rule), findings)


def seats_as_told(record, order):
    check_seats_as_told(record)
    return told_seating(record, order)


def check_full(record, findings):
    """Level P2: everything from the reviews on."""
    rule = record["rule"]
    check_people(record)
    check_stages(record, findings)
    own_rows = {row["ref"]: ("people[%d]" % at, row) for at, row in enumerate(record["people"])}
    check_openings(record, "review", own_rows, findings)
    draw, labels = record["draw"], [row["label"] for row in record["people"]]
    for index, row in enumerate(record["people"]):
        named = isinstance(row["label"], str) if draw else row["label"] is None
        require(named, "people[%d].label" % index, row["label"], Told("a label with a draw only"), row["ref"])
    if draw:
        own = all(row["label"] == row["ref"] for row in record["people"])
        same("labels", record["labels"], "ref" if own else "private")
    check_draw(record, labels if draw else None, findings)
    people = [person_of(rule, row) for row in record["people"] if is_qualified(rule, row)]
    if draw:
        ticket = ticket_function(draw)
        for person in people:
            person.ticket = ticket(person.label)
    label_of = {row["ref"]: row["label"] for row in record["people"]}
    shown = [
        ("table[%d].ticket" % at, row["ref"], row["ticket"], label_of[row["ref"]])
        for at, row in enumerate(record["table"])
        if row["qualified"]
    ]
    check_tickets(record, shown, findings)
    order = order_people(rule, people, record["tieDecisions"])
    check_table(record, order, findings)
    check_result(record, order, findings)
    check_disclosed(record, order, findings)
    rows = {ref: ("openings.%s.disclosed" % ref, opening["disclosed"]) for ref, opening in record["openings"].items()}
    check_openings(record, "disclosed", rows, findings)
    check_digest(record, findings)


def check_public(record, findings):
    """Level P1: everything from the totals on."""
    tracks = {track["id"] for track in record["rule"]["tracks"]}
    qualified = [(at, row) for at, row in enumerate(record["table"]) if row["qualified"]]
    for at, row in qualified:
        check_choices("table[%d]" % at, row, tracks)
        given = (row["ticket"] is None) == (record["draw"] is None)
        require(given, "table[%d].ticket" % at, row["ticket"], Told("null without a draw only"), row["ref"])
    check_withheld(record)
    findings.not_checked("scores, minimums, totals and keys (level P2)")
    public = record["labels"] == "ref"
    check_draw(record, [row["ref"] for row in record["table"]] if public else None, findings)
    if public or record["draw"] is None:
        shown = [("table[%d].ticket" % at, row["ref"], row["ticket"], row["ref"]) for at, row in qualified]
        check_tickets(record, shown, findings)
    else:
        findings.not_checked("tickets (the labels are private)")
    order = order_of_table(record, findings)
    check_result(record, order, findings)
    check_bands(order.people, {entry["ref"] for entry in record["selected"]})
    findings.not_checked("openings of the commitments, digest (level P2)")


def verify(record, root, findings):
    check_shape(record)
    check_rule(record, findings)
    check_lists(record)
    findings.equal("counts: %s" % ", ".join("%d %s" % (value, name) for name, value in record["counts"].items()))
    if record["level"] == "P2":
        check_full(record, findings)
    elif record["level"] == "P1":
        check_public(record, findings)
    else:
        findings.not_checked("people, totals, order, seats, reserve lists, refills (levels P1 and P2)")
        check_draw(record, None, findings)
    check_roots(record, findings)
    if record["level"] == "P0":
        check_seats_as_told(record)
        findings.equal("seats, cutLines, unfilled, quotas and swaps agree with each other")
    if root is not None:
        same("root (given with --root)", record["root"], root)
        findings.equal("root, with the one given")


def verify_file(name, root, findings):
    """The exit status of one file; says what was found."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(name, "rb") as file:
                data = file.read()
        verify(read_json(data), root, findings)
    except OSError as error:
        print("%s%s: %s" % (findings.prefix, name, error.strerror), file=sys.stderr)
        return 2
    except BadInput as error:
        print("%s%s" % (findings.prefix, error), file=sys.stderr)
        return 2
    except Different as error:
        print("%sDIFFERENT: %s" % (findings.prefix, error))
        return 1
    print(findings.prefix + "EQUAL")
    return 0


def main(words):
    root, names = None, []
    words = iter(words)
    for word in words:
        if word == "--root":
            root = next(words, "")
            if not re.fullmatch("[0-9a-fA-F]{64}", root):
                print("--root needs 64 hexadecimal digits", file=sys.stderr)
                return 2
            root = root.lower()
        elif word.startswith("-") and word != "-":
            print(__doc__, file=sys.stderr)
            return 2
        else:
            names.append(word)
    if not names:
        print(__doc__, file=sys.stderr)
        return 2
    several = len(names) > 1
    return max(verify_file(name, root, Findings("%s: " % name if several else "", several)) for name in names)


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
        sys.stderr.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
