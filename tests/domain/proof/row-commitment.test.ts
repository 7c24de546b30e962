import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  commitmentToRow,
  proveOwnRow,
  publishCommitments,
  verifyOwnRow,
  type SaltedRow,
} from "#app/domain/proof/row-commitment.ts";
import { nodeSha256, textbookRoot } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

const people = fc
  .uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 12, selector: String })
  .map((salts) =>
    salts.map((salt, index): SaltedRow => ({
      row: { total: `${index}.5`, ref: `R${index}` },
      salt: Buffer.from(salt).toString("hex"),
    })),
  );

test("a commitment is the hash of a zero byte, the salt and the canonical row", () => {
  const salt = "0f".repeat(32);
  const expected = createHash("sha256")
    .update(Buffer.concat([Buffer.from([0]), Buffer.from(salt, "hex"), Buffer.from('{"a":1,"b":"x"}')]))
    .digest("hex");
  expect(commitmentToRow({ row: { b: "x", a: 1 }, salt })).toBe(expected);
  expect(commitmentToRow({ row: { b: "x", a: 1 }, salt }, nodeSha256)).toBe(expected);
  expect(() => commitmentToRow({ row: {}, salt: "0f" })).toThrow("a salt is 64 hex digits");
});

test("everybody can prove the own row, and nobody another one", () => {
  fc.assert(
    fc.property(people, fc.nat(), (rows, pick) => {
      const own = rows[pick % rows.length]!;
      const { root, commitments } = publishCommitments(rows.map((row) => commitmentToRow(row)));
      expect(root).toBe(textbookRoot(commitments.map((hex) => Buffer.from(hex, "hex"))).toString("hex"));
      expect(commitments).toEqual(commitments.toSorted());

      const proof = proveOwnRow(own, commitments);
      expect(proof.size).toBe(rows.length);
      expect(verifyOwnRow(proof, root)).toBe(true);
      expect(verifyOwnRow({ ...proof, row: { ref: "R0", total: "99" } }, root)).toBe(false);
      expect(verifyOwnRow({ ...proof, salt: "00".repeat(32) }, root)).toBe(false);
      expect(verifyOwnRow({ ...proof, salt: "00" }, root)).toBe(false);
      expect(verifyOwnRow(proof, "00".repeat(32))).toBe(false);
    }),
    { numRuns: instances },
  );
});

test("a faster hash gives the same", () => {
  const rows = [1, 2, 3].map((value) => ({ row: value, salt: `0${value}`.repeat(32) }));
  const hashes = rows.map((row) => commitmentToRow(row));
  const published = publishCommitments(hashes, nodeSha256);
  expect(published).toEqual(publishCommitments(hashes.toReversed()));
  expect(proveOwnRow(rows[1]!, published.commitments, nodeSha256)).toEqual(
    proveOwnRow(rows[1]!, published.commitments),
  );
});

test("two equal commitments, a shortened one and a row that is not there are refused", () => {
  const one = commitmentToRow({ row: 1, salt: "01".repeat(32) });
  expect(() => publishCommitments([one, one])).toThrow("different commitments");
  expect(() => publishCommitments([one.slice(2)])).toThrow("different commitments");
  expect(() => proveOwnRow({ row: 2, salt: "01".repeat(32) }, [one])).toThrow("not among the published");
});
