"""Recomputes the head of an audit chain from its exported rows: `python3 audit_chain.py < rows.json`.

head(0) is 32 zero bytes; head(n) = SHA-256(head(n - 1) || canonical JSON of entry n). The payload is not in an entry,
only the commitment SHA-256(salt || payload), so that it can be destroyed. Prints `<size> <head>`, or `broken at <n>`.
"""

import hashlib
import sys

from canonical import canonical, read


def sha256(data):
    return hashlib.sha256(data).digest()


def chained(row):
    return {
        "sequence": row["sequence"],
        "at": row["at"],
        "actor": row["actorId"] if row["actorId"] is not None else "system",
        "role": row["actorRole"],
        "event": row["event"],
        "subject": row["subjectKind"] + ":" + row["subjectId"],
        "commitment": row["commitment"],
    }


def keeps_its_word(row):
    if row["payload"] is None:
        return True
    if row["salt"] is None:
        return False
    return sha256((row["salt"] + row["payload"]).encode("utf-8")).hex() == row["commitment"]


def verify(rows):
    head = bytes(32)
    for expected, row in enumerate(rows, start=1):
        head = sha256(head + canonical(chained(row)).encode("utf-8"))
        if row["sequence"] != expected or row["hash"] != head.hex() or not keeps_its_word(row):
            return "broken at %d" % expected
    return "%d %s" % (len(rows), head.hex())


if __name__ == "__main__":
    print(verify(read(sys.stdin)), end="")
