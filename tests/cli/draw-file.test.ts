import { createHash, createHmac } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { drawFile } from "#app/cli/files/draw-file.ts";
import { aFileFolder } from "./file-command.ts";

const { run, refusalOf, remove } = aFileFolder();
afterAll(remove);

describe("draw", () => {
  const refs = ["A-1", "A-2", "가-3"];

  test("orders by the SHA-256 of seed, label and ref", async () => {
    const { code, answer } = await run(drawFile, { algorithm: "sha256-order", seed: "5eed", label: "x", refs });

    const tickets = refs.map((ref) => [createHash("sha256").update(`5eed|x|${ref}`).digest("hex"), ref] as const);
    const sorted = tickets.toSorted(([left], [right]) => (left < right ? -1 : 1));
    expect(code).toBe(0);
    expect(answer).toEqual({
      algorithm: "sha256-order",
      pool: 3,
      order: sorted.map(([, ref]) => ref),
      tickets: sorted.map(([ticket]) => ticket),
    });
  });

  test("orders by the HMACs of draft-thomson-elegy-vrs-00", async () => {
    const [oneTimeCode, randomness] = ["11".repeat(32), "drand:abc:1:ff"];
    const { answer } = await run(drawFile, { algorithm: "vrs", drawId: "d", oneTimeCode, randomness, refs });

    const key = createHmac("sha256", Buffer.from(oneTimeCode, "hex")).update(randomness).digest();
    const tickets = refs.map((ref) => [createHmac("sha256", key).update(`d|${ref}\u0001`).digest("hex"), ref] as const);
    const sorted = tickets.toSorted(([left], [right]) => (left < right ? -1 : 1));
    expect(answer).toMatchObject({ order: sorted.map(([, ref]) => ref), tickets: sorted.map(([ticket]) => ticket) });
  });

  test("gives the worked example of RFC 3797, section 6", async () => {
    const { answer } = await run(drawFile, {
      algorithm: "rfc3797",
      sources: [9319, [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]],
      draw: 3,
      refs: Array.from({ length: 25 }, (_, at) => `p${at + 1}`),
    });

    expect(answer).toMatchObject({
      keyString: "9319./2.5.8.10.12./9.18.26.34.41.45./",
      positions: [17, 7, 2],
      order: ["p17", "p7", "p2"],
      hashes: ["990dd0a5692a029a98b5e01aa28f3459", "3691e55cb63fcc37914430b2f70b5ec6", "fe814edf564c190ac1d25753979990fa"], // prettier-ignore
    });
  });

  test.each<readonly [string, object, RegExp]>([
    ["a ref twice", { algorithm: "sha256-order", seed: "s", label: "l", refs: ["A", "A"] }, /refs: a ref stands twice/],
    ["an unknown algorithm", { algorithm: "dice", refs }, /algorithm: /],
    [
      "a code too short",
      { algorithm: "vrs", drawId: "d", oneTimeCode: "11", randomness: "r", refs },
      /oneTimeCode: 64/,
    ],
    ["a bar in the draw's id", { algorithm: "vrs", drawId: "d|e", oneTimeCode: "11".repeat(32), randomness: "r", refs }, /drawId: /], // prettier-ignore
    ["a negative source", { algorithm: "rfc3797", sources: [-1], draw: 1, refs }, /sources/],
    ["a source of no letters", { algorithm: "rfc3797", sources: ["!"], draw: 1, refs }, /sources: /],
    ["a member misspelt", { algorithm: "sha256-order", seed: "s", lable: "l", refs }, /label|lable/],
  ])("refuses %s", async (_what, input, line) => {
    expect(await refusalOf(drawFile, input)).toMatch(line);
  });
});
