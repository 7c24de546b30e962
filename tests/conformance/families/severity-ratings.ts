import { z } from "zod";
import type { Rating } from "#app/domain/reliability/algebra/crossed-design.ts";

export const name = z.union([z.string(), z.number()]).transform(String);
export const number = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number());

/** `[application, reviewer, score]`; a score of null is a review that was not given. */
export const ratingList = z
  .array(z.tuple([name, name, number.nullable()]).rest(z.unknown()))
  .transform((rows): readonly Rating[] =>
    rows.flatMap(([application, reviewer, score]) => (score === null ? [] : [{ application, reviewer, score }])),
  );

/** An object by name. */
export function byName<Item, Value>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  valueOf: (item: Item) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(items.map((item) => [nameOf(item), valueOf(item)]));
}
