import { z } from "zod";
import { part, written, type DeepReadonly } from "./shape.ts";

export const numberingSchema = part({
  application: part({
    pattern: written,
    assignedAt: z.literal("final_submission"),
    reuse: z.literal(false),
    example: written.optional(),
  }),
  evaluation: part({ pattern: written, purpose: z.literal("blind"), uniqueWithin: z.enum(["stage", "cohort"]) }),
  appeal: part({ pattern: written }),
  document: part({ pattern: written }),
});

export type NumberingDefinition = DeepReadonly<z.output<typeof numberingSchema>>;

export type NumberParts = {
  readonly seq?: number;
  /** A random whole number; its last digits fill `{random:n}`. */
  readonly random?: number;
  readonly trackCode?: string;
  readonly year?: number;
};

/** The tokens of a pattern: `{seq:n}`, `{random:n}` (n = 1 to 9 digits), `{trackCode}`, `{year}`; undefined where a brace is no token. */
export function tokensOf(pattern: string): readonly string[] | undefined {
  const tokens = pattern.match(/\{(?:(?:seq|random):[1-9]|trackCode|year)\}/g) ?? [];
  const rest = tokens.reduce((left, token) => left.replace(token, ""), pattern);
  return /[{}]/.test(rest) ? undefined : tokens;
}

/**
 * A number by its pattern: `AI06-{seq:5}` with seq 123 is `AI06-00123`. A sequence longer than its digits keeps all of
 * them, so that numbers never repeat. Throws when the pattern needs a part that was not given.
 */
export function formatNumber(pattern: string, parts: NumberParts): string {
  return pattern.replace(/\{(\w+)(?::(\d))?\}/g, (token, name: string, digits: string | undefined) => {
    const width = Number(digits ?? 0);
    if (name === "seq" && parts.seq !== undefined) return String(parts.seq).padStart(width, "0");
    if (name === "random" && parts.random !== undefined) return String(parts.random % 10 ** width).padStart(width, "0");
    if (name === "trackCode" && parts.trackCode !== undefined) return parts.trackCode;
    if (name === "year" && parts.year !== undefined) return String(parts.year);
    throw new Error(`The number pattern ${pattern} needs a value for ${token}`);
  });
}
