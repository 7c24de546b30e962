import type { ExplanationLine } from "#app/domain/selection/explain.ts";
import type { AppealsDefinition } from "#app/domain/programme/appeals.ts";

export type Disclosure = AppealsDefinition["ownScoreDisclosure"]["what"][number];

/** What each fact gives away of one's own numbers; facts that are not named here are told to everybody. */
const gives: { readonly [Code in ExplanationLine["code"]]?: Disclosure } = {
  stage_score: "stage_totals",
  weighted_sum: "total",
  total: "total",
  same_total: "total",
  rank: "rank",
  decided_by: "rank",
  cut_line: "pass_line",
};

/** A minimum that was missed, told without its numbers. */
export type WithheldMinimum = { readonly code: "minimum_withheld" };

/** The facts that the programme's notice allows a person to read about the own result. */
export function disclosedLines(
  lines: readonly ExplanationLine[],
  allowed: readonly Disclosure[],
): readonly (ExplanationLine | WithheldMinimum)[] {
  const told = lines.flatMap((line): readonly (ExplanationLine | WithheldMinimum)[] => {
    if (line.code === "minimum_missed") return [mayTell(line, allowed) ? line : { code: "minimum_withheld" }];
    const needed = gives[line.code];
    return needed === undefined || allowed.includes(needed) ? [line] : [];
  });
  // Several withheld minimums are one sentence.
  const first = told.findIndex(({ code }) => code === "minimum_withheld");
  return told.filter(({ code }, index) => code !== "minimum_withheld" || index === first);
}

type Missed = Extract<ExplanationLine, { readonly code: "minimum_missed" }>;

function mayTell({ failure }: Missed, allowed: readonly Disclosure[]): boolean {
  if (failure.code === "stage_minimum" || failure.code === "gate") return allowed.includes("stage_totals");
  if (failure.code === "criterion_minimum") return allowed.includes("criterion_scores");
  if (failure.code === "total_minimum") return allowed.includes("total");
  return true;
}
