import { createHash } from "node:crypto";
import type { OwnCases } from "./own-case.ts";

const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// The seven leaves d0 … d6 and the nodes a … l of the example in RFC 6962, section 2.1.3.
const leaves = ["", "00", "6431", "6432", "6433", "6434", "643536"];
const node = (left: Buffer, right: Buffer) => sha256(Uint8Array.of(1), left, right);
const leafOf = (at: number) => sha256(Uint8Array.of(0), Buffer.from(leaves[at] ?? "", "hex"));
const [a, b, c, d, e, f, j] = [0, 1, 2, 3, 4, 5, 6].map(leafOf) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]; // prettier-ignore
const [g, h, i] = [node(a, b), node(c, d), node(e, f)];
const [k, l] = [node(g, h), node(i, j)];
const root = node(k, l);
const hex = (...nodes: readonly Buffer[]) => nodes.map((each) => each.toString("hex"));
const [rootHex = "", kHex = "", aHex = "", dHex = ""] = hex(root, k, a, d);
const empty = sha256("").toString("hex");

const between = (size1: number, size2: number, own: object) => ({
  size1,
  size2,
  root1: rootHex,
  root2: rootHex,
  ...own,
});

/** The heads of a log by their definition: SHA-256 of the last head and the entry's canonical text. */
function heads(texts: readonly string[]): readonly string[] {
  const found: Buffer[] = [];
  for (const text of texts) found.push(sha256(found.at(-1) ?? Buffer.alloc(32), text));
  return hex(...found);
}
const log = ['{"by":"r1","seq":4}', '{"by":"r2","seq":5,"x":null}', '{"by":"관리","seq":6}'];
const entries: readonly unknown[] = log.map((text) => JSON.parse(text) as unknown);

export const proving: OwnCases = {
  merkle: [
    {
      what: "roots, from the empty tree on",
      input: { op: "roots", leaves_hex: leaves },
      expected: { root: rootHex, roots: [empty, ...hex(a, g, node(g, c), k, node(k, e), node(k, i), root)] },
    },
    {
      what: "the inclusion proofs of the RFC's example",
      input: { op: "inclusion", leaves_hex: leaves, queries: [{ index: 0 }, { index: 3 }, { index: 4 }, { index: 6 }, { index: 0, size: 1 }] }, // prettier-ignore
      expected: { proofs: [hex(b, h, l), hex(c, g, l), hex(f, j, k), hex(i, k), []] },
    },
    {
      what: "the consistency proofs of the RFC's example, and of a tree with itself",
      input: {
        op: "consistency",
        leaves_hex: leaves,
        queries: [{ size1: 3, size2: 7 }, { size1: 4 }, { size1: 6 }, { size1: 7 }, { size1: 1, size2: 2 }], // prettier-ignore
      },
      expected: { proofs: [hex(c, d, g, l), hex(l), hex(i, j, k), [], hex(b)] },
    },
    {
      what: "consistency proofs are checked: whole, too short, too long, of a changed tree, of impossible sizes",
      input: {
        op: "verify_consistency",
        vectors: [
          between(3, 7, { id: "3-7", root1: hex(node(g, c))[0], proof: hex(c, d, g, l) }),
          between(4, 7, { id: "4-7", root1: kHex, proof: hex(l) }),
          between(6, 7, { id: "6-7", root1: hex(node(k, i))[0], proof: hex(i, j, k) }),
          between(7, 7, { id: "same", proof: [] }),
          between(7, 7, { id: "same, other root", root1: kHex, proof: [] }),
          between(0, 7, { id: "from nothing", root1: empty, proof: [] }),
          between(3, 7, { id: "short", root1: hex(node(g, c))[0], proof: hex(c, d, g) }),
          between(4, 7, { id: "long", root1: kHex, proof: hex(l, l) }),
          between(4, 7, { id: "changed", root1: aHex, proof: hex(l) }),
          between(7, 4, { id: "backwards", proof: [] }),
          between(4, 7, { id: "no proof", root1: kHex, proof: null }),
          between(4, 7, { id: "not hex", root1: kHex, proof: ["zz"] }),
        ],
      },
      expected: {
        valid: {
          "3-7": true,
          "4-7": true,
          "6-7": true,
          same: true,
          "same, other root": false,
          "from nothing": false,
          short: false,
          long: false,
          changed: false,
          backwards: false,
          "no proof": false,
          "not hex": false,
        },
      },
    },
    {
      what: "inclusion proofs are checked: right, of another place, beyond the tree, in a tree of one",
      input: {
        op: "verify_inclusion",
        vectors: [
          { id: "d3", index: 3, size: 7, leaf_hash: dHex, proof: hex(c, g, l), root: rootHex },
          { id: "other place", index: 2, size: 7, leaf_hash: dHex, proof: hex(c, g, l), root: rootHex },
          { id: "beyond", index: 7, size: 7, leaf_hash: dHex, proof: hex(c, g, l), root: rootHex },
          { id: "only one", index: 0, size: 1, leaf_hash: dHex, proof: [], root: dHex },
          { id: "none", index: 0, size: 0, leaf_hash: dHex, proof: [], root: empty },
        ],
      },
      expected: { valid: { d3: true, "other place": false, beyond: false, "only one": true, none: false } },
    },
  ],
  canonical_json: [
    {
      what: "the sample of RFC 8785, section 3.2.2, with its canonical form of 3.2.4",
      input: {
        json_text: String.raw`{
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }`,
      },
      expected: {
        canonical_hex: Buffer.from(
          String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
        ).toString("hex"),
      },
    },
    {
      what: "the keys of RFC 8785, section 3.2.3, in the order of their UTF-16 units",
      input: {
        json_text: String.raw`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}`,
      },
      expected: {
        canonical_hex: Buffer.from('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}').toString("hex"),
      },
    },
    {
      what: "numbers of RFC 8785, appendix B, and -0",
      input: { json_text: "[-0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000, 9.999999999999997e22, 1e23, 1e21, 1E-7]" }, // prettier-ignore
      expected: {
        canonical_hex: Buffer.from(
          "[0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,9.999999999999997e+22,1e+23,1e+21,1e-7]",
        ).toString("hex"),
      },
    },
    {
      what: "an empty object, and its SHA-256",
      input: { json_text: " { } " },
      expected: { canonical_hex: "7b7d", sha256: sha256("{}").toString("hex") },
    },
  ],
  hash_chain: [
    {
      what: "the first entry that was changed, by the number it carries",
      input: {
        entries,
        tampered: [entries[0], { seq: 5, by: "r3", x: null }, entries[2]],
        published_heads: heads(log),
      },
      expected: { heads: heads(log), tampered_first_bad_seq: 5 },
    },
    { what: "nothing was changed", input: { entries, tampered: null }, expected: { tampered_first_bad_seq: null } },
    {
      what: "an entry cut off at the end, and one put behind it",
      input: { entries, tampered: entries.slice(0, 2), published_heads: heads(log) },
      expected: { tampered_first_bad_seq: 6 },
    },
    { what: "an empty log", input: { entries: [] }, expected: { heads: [], tampered_first_bad_seq: null } },
  ],
};
