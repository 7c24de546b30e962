import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { drawnPositions, keyString } from "#app/domain/draw/rfc3797.ts";
import { seededOrder, ticketOf } from "#app/domain/draw/seeded-order.ts";
import { ticketHex } from "#app/domain/draw/ticket-order.ts";
import { drawKey, drawnOrder, ticketsForLabels } from "#app/domain/draw/verifiable-tickets.ts";
import { bytesOfHex } from "#app/domain/proof/hash-text.ts";

const value = z.union([z.number(), z.string()]);
const text = value.transform(String);
const rfc3797 = z.object({
  algorithm: z.literal("rfc3797"),
  pool: z.array(value),
  sources: z.array(z.union([value, z.array(value)])),
  draw: z.number().nullish(),
});
const vrs = z.object({
  algorithm: z.literal("vrs"),
  randomness_utf8: z.string(),
  one_time_code_hex: z.string(),
  labels: z.array(text),
});
const sha256Order = z.object({
  algorithm: z.literal("sha256_order"),
  seed: text,
  label: text,
  ids: z.array(text),
});
const question = z.discriminatedUnion("algorithm", [rfc3797, vrs, sha256Order]);

/** The order that a public draw gives, by one of the three algorithms. */
export function answerLottery(input: unknown): unknown {
  const asked = question.parse(input);
  if (asked.algorithm === "rfc3797") return answerRfc3797(asked);
  return asked.algorithm === "vrs" ? answerVrs(asked) : answerSha256Order(asked);
}

// The derived hashes (`md5_hex`) are not given: no case shows how many of them, or in which case, are wanted.
function answerRfc3797({ pool, sources, draw }: z.infer<typeof rfc3797>) {
  const key = keyString(sources);
  const positions = drawnPositions({ key, poolSize: pool.length, draws: draw ?? pool.length });
  return { key_string: key, order_index_1based: positions, order: positions.map((place) => pool[place - 1]) };
}

function answerVrs({ randomness_utf8: randomness, one_time_code_hex: hex, labels }: z.infer<typeof vrs>) {
  const oneTimeCode = bytesOfHex(hex);
  if (!oneTimeCode) throw new TypeError("the code is not hex");
  const key = drawKey({ oneTimeCode, randomness });
  const tickets = ticketsForLabels({ key, refs: labels });
  const positions = Object.fromEntries(labels.map((label, at) => [label, ticketHex(tickets, at)]));
  return { prk_hex: bytesToHex(key), position_hex: positions, order: drawnOrder(tickets) };
}

function answerSha256Order({ seed, label, ids }: z.infer<typeof sha256Order>) {
  const order = seededOrder({ seed, label, ids });
  const [first] = order;
  return first === undefined ? { order } : { order, ticket_hex_of_first: ticketOf({ seed, label }, first) };
}
