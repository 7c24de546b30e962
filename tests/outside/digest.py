"""Recomputes the digest of a selection run from its input: `python3 digest.py < input.json`.

SHA-256 over the canonical JSON (RFC 8785) of the rule and of the people by application number. Of a person only what
the rule looks at counts; claims and tags are sets. With `--canonical` it prints the canonical text of any JSON instead.
"""

import hashlib
import sys

from canonical import canonical, read


def person(entry):
    stages = {
        name: {key: standing[key] for key in ("outcome", "score", "criteria")}
        for name, standing in entry["stages"].items()
    }
    return {
        "choices": entry["choices"],
        "acceptOther": entry["acceptOther"],
        "standing": entry["standing"],
        "stages": stages,
        "claimsAsked": as_set(entry["claimsAsked"]),
        "claims": as_set(entry["claims"]),
        "tags": as_set(entry["tags"]),
    }


def as_set(names):
    return sorted(set(names), key=lambda name: name.encode("utf-16-be"))


def digest(run):
    people = {entry["applicationNo"]: person(entry) for entry in run["people"]}
    whole = canonical({"rule": run["rule"], "people": people})
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()


def main():
    value = read(sys.stdin)
    sys.stdout.reconfigure(encoding="utf-8")
    print(canonical(value) if "--canonical" in sys.argv else digest(value), end="")


if __name__ == "__main__":
    main()
