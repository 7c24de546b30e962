import type { ExplanationLine } from "#app/domain/selection/explain.ts";

type Code = ExplanationLine["code"] | "minimum_withheld";
type Said = { readonly code: Code; readonly sentence: string };

/** What a sentence is about; those that are not named here say what came of it. */
const partOf: { readonly [Each in Code]?: "score" | "order" } = {
  stage_score: "score",
  minimum_missed: "score",
  minimum_withheld: "score",
  minimums_met: "score",
  weighted_sum: "score",
  claim: "score",
  bonus: "score",
  bonus_not_added: "score",
  total: "score",
  rank: "order",
  same_total: "order",
  decided_by: "order",
};

/** The sentences in reading order under what they are about: the scores, the order among people, the seats. */
export function sentencesByPart(said: readonly Said[], needed: readonly string[]) {
  const of = (part: "score" | "order" | "seat") =>
    said.flatMap(({ code, sentence }) => ((partOf[code] ?? "seat") === part ? [sentence] : []));
  const parts = [
    { part: "seat", sentences: [...of("seat"), ...needed] },
    { part: "score", sentences: of("score") },
    { part: "order", sentences: of("order") },
  ] as const;
  return parts.filter(({ sentences }) => sentences.length > 0);
}
