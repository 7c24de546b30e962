import { z } from "zod";
import { bytesOfHex } from "#app/domain/proof/hash-text.ts";
import { drawnPositions, derivedHash, keyString } from "#app/domain/draw/rfc3797.ts";
import { seededOrder, ticketOf } from "#app/domain/draw/seeded-order.ts";
import { ticketHex } from "#app/domain/draw/ticket-order.ts";
import { drawKey, drawnOrder, ticketsFor } from "#app/domain/draw/verifiable-tickets.ts";
import { BadInput } from "../bad-input.ts";
import { readFileOptions } from "./file-options.ts";
import { readInput, writeOutput } from "./json-file.ts";

const refs = z
  .array(z.string().min(1))
  .refine((list) => new Set(list).size === list.length, { error: "a ref stands twice" });
const decimal = z.union([z.int().min(0), z.string().min(1)]);

const drawShape = z.discriminatedUnion("algorithm", [
  z.strictObject({ algorithm: z.literal("sha256-order"), seed: z.string().min(1), label: z.string().min(1), refs }),
  z.strictObject({
    algorithm: z.literal("vrs"),
    drawId: z.string().regex(/^[^|]+$/, { error: "text without |" }),
    randomness: z.string().min(1),
    oneTimeCode: z.string().regex(/^[0-9a-f]{64}$/, { error: "64 hex digits" }),
    refs,
  }),
  z.strictObject({
    algorithm: z.literal("rfc3797"),
    sources: z.array(z.union([decimal, z.array(decimal).min(1)])).min(1),
    draw: z.int().min(0).max(65_536),
    refs: refs.max(65_536),
  }),
]);

type Draw = z.output<typeof drawShape>;

/** Draws the people of a file by one of the three algorithms, with what anybody needs to check every step. */
export async function drawFile(words: readonly string[]): Promise<number> {
  const values = readFileOptions(words);
  writeOutput(values.output, drawn(readInput(values.input, drawShape)));
  return 0;
}

function drawn(draw: Draw) {
  switch (draw.algorithm) {
    case "sha256-order": {
      const { seed, label } = draw;
      const order = seededOrder({ seed, label, ids: draw.refs });
      return { ...head(draw), order, tickets: order.map((ref) => ticketOf({ seed, label }, ref)) };
    }
    case "vrs": {
      const oneTimeCode = bytesOfHex(draw.oneTimeCode) ?? new Uint8Array();
      const key = drawKey({ oneTimeCode, randomness: draw.randomness });
      const tickets = ticketsFor({ key, drawId: draw.drawId, refs: draw.refs });
      const hexOf = new Map(draw.refs.map((ref, index) => [ref, ticketHex(tickets, index)]));
      const order = drawnOrder(tickets);
      return { ...head(draw), order, tickets: order.map((ref) => hexOf.get(ref)) };
    }
    case "rfc3797":
      return byRfc3797(draw);
  }
}

function byRfc3797(draw: Extract<Draw, { readonly algorithm: "rfc3797" }>) {
  try {
    const key = keyString(draw.sources);
    const positions = drawnPositions({ key, poolSize: draw.refs.length, draws: draw.draw });
    const hashes = positions.map((_, counter) => derivedHash(key, counter));
    return { ...head(draw), keyString: key, order: positions.map((at) => draw.refs[at - 1]), positions, hashes };
  } catch (error) {
    throw new BadInput(`sources: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function head({ algorithm, refs: pool }: Draw) {
  return { algorithm, pool: pool.length };
}
