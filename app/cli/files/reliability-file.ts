import { z } from "zod";
import { estimateAdditiveSeverity } from "#app/domain/reliability/additive-severity.ts";
import { designComponents } from "#app/domain/reliability/connectivity.ts";
import { intraclassCorrelations } from "#app/domain/reliability/icc.ts";
import { kendallConcordance } from "#app/domain/reliability/kendall.ts";
import { krippendorffAlpha } from "#app/domain/reliability/krippendorff.ts";
import { reliabilityOfMean } from "#app/domain/reliability/mixed-reliability.ts";
import { estimateMixedSeverity } from "#app/domain/reliability/mixed-severity.ts";
import { severityTable } from "#app/domain/reliability/mixed-severity-table.ts";
import { readFileOptions } from "./file-options.ts";
import { readInput, writeOutput } from "./json-file.ts";

const id = z.string().min(1);
const score = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(?:\.\d{1,6})?$/, { error: "not a decimal" })
    .transform(Number),
]);

const ratingsShape = z.strictObject({
  ratings: z
    .array(z.tuple([id, id, score]))
    .min(1)
    .superRefine((ratings, context) => {
      const seen = new Set<string>();
      for (const [index, [application, reviewer]] of ratings.entries()) {
        const pair = JSON.stringify([application, reviewer]);
        if (seen.has(pair)) context.addIssue({ code: "custom", path: [index], message: "this review stands twice" });
        seen.add(pair);
      }
    }),
  /** Reviews an application is meant to get: what the reliability of their mean is told for. */
  reviewsPerApplication: z.int().min(1).max(100).optional(),
});

/** Agreement, severity and reliability of the reviews of a file. Advisory: no score is changed by any of it. */
export async function reliabilityFile(words: readonly string[]): Promise<number> {
  const values = readFileOptions(words);
  const { ratings: rows, reviewsPerApplication } = readInput(values.input, ratingsShape);
  const ratings = rows.map(([application, reviewer, points]) => ({ application, reviewer, score: points }));
  const table = tableOf(ratings);
  const components = designComponents(ratings).map(({ applications, reviewers }) => {
    return { applications: applications.length, reviewers: reviewers.length };
  });
  const additive = estimateAdditiveSeverity(ratings);
  const mixed = estimateMixedSeverity(ratings);
  const perApplication = reviewsPerApplication ?? Math.max(1, Math.round(ratings.length / table.length));
  writeOutput(values.output, {
    advisory: true,
    reviews: ratings.length,
    components,
    agreement: {
      icc: intraclassCorrelations(table),
      krippendorff: krippendorffAlpha(table, "interval"),
      kendall: kendallConcordance(table),
    },
    severity: additive.ok ? severityTable(additive.value.reviewers) : { refused: additive.refusal.kind },
    mixed: mixed.ok ? mixed.value : { refused: mixed.refusal.kind },
    reliabilityOfMean: mixed.ok
      ? { reviews: perApplication, ...reliabilityOfMean(mixed.value.variances, perApplication) }
      : null,
  });
  return 0;
}

type Rated = { readonly application: string; readonly reviewer: string; readonly score: number };

/** Applications by reviewers, null where there is no review. */
function tableOf(ratings: readonly Rated[]): readonly (readonly (number | null)[])[] {
  const reviewers = [...new Set(ratings.map(({ reviewer }) => reviewer))];
  const columnOf = new Map(reviewers.map((reviewer, index) => [reviewer, index]));
  const rows = new Map<string, (number | null)[]>();
  for (const { application, reviewer, score: points } of ratings) {
    const row = rows.get(application) ?? reviewers.map(() => null);
    row[columnOf.get(reviewer) ?? 0] = points;
    rows.set(application, row);
  }
  return [...rows.values()];
}
