import { z } from "zod";
import { chainHeads, firstBrokenLink } from "#app/domain/proof/hash-chain.ts";

const question = z.object({
  entries: z.array(z.json()),
  tampered: z.array(z.json()).nullish(),
  published_heads: z.array(z.string()).nullish(),
});

const numbered = z.object({ seq: z.number() });

/** The heads of a chain; and the first entry of a changed copy that does not fit the published heads, null if all do. */
export function answerHashChain(input: unknown): unknown {
  const { entries, tampered, published_heads: published } = question.parse(input);
  const heads = chainHeads(entries);
  const position = firstBrokenLink(tampered ?? entries, published ?? heads);
  return { heads, tampered_first_bad_seq: position < 0 ? null : seqAt(entries, position) };
}

/** The number that an entry carries; its position, from 0, where it carries none. */
function seqAt(entries: readonly unknown[], position: number): number {
  const entry = numbered.safeParse(entries[position]);
  return entry.success ? entry.data.seq : position;
}
