import { z } from "zod";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { toFractionString, type Rational } from "#app/domain/exact/rational.ts";
import { probabilityOfReaching, resampledMeans } from "#app/domain/reliability/bootstrap-mean.ts";
import { exactSelectionProbabilities } from "#app/domain/reliability/cut-line-exact.ts";
import { simulateSelections } from "#app/domain/reliability/flip-probability.ts";
import { leaveOneReviewerOut } from "#app/domain/reliability/leave-one-out.ts";
import { probabilityNumber } from "#app/domain/reliability/probability-number.ts";
import { selectByMean } from "#app/domain/reliability/selection-rule.ts";
import { errorFromReliability } from "#app/domain/reliability/spearman-brown.ts";
import { amount, exactAmount, id } from "./ratings-input.ts";

const higherIsBetter = z
  .boolean()
  .nullish()
  .transform((answer) => answer ?? true);
const bareScore = exactAmount.nullable().transform((score) => ({ reviewer: null, score }));
const namedScore = z.tuple([id, exactAmount.nullable()]).transform(([reviewer, score]) => ({ reviewer, score }));

/** Applications in merit order with their scores, or one list of `[application, reviewer, score]`. */
const byApplication = z.object({
  applications: z.array(z.object({ id, reviews: z.array(z.union([bareScore, namedScore])) })),
  select: z.int().min(0),
  higher_is_better: higherIsBetter,
});
const byReview = z
  .object({
    ratings: z.array(z.tuple([id, id, exactAmount.nullable()]).rest(z.unknown())),
    select: z.int().min(0),
    higher_is_better: higherIsBetter,
  })
  .transform(({ ratings, ...rest }) => ({
    ...rest,
    applications: [...new Set(ratings.map(([application]) => application))].map((application) => ({
      id: application,
      reviews: ratings
        .filter(([of]) => of === application)
        .map(([, reviewer, score]) => ({ reviewer: reviewer as string | null, score })),
    })),
  }));
/** One application against a fixed cut; a measurement error. */
const oneApplication = z.object({ reviews: z.array(exactAmount), cut: exactAmount, higher_is_better: higherIsBetter });
const measurement = z.object({ sd: amount, reliability: amount });

const question = z.union([
  byApplication.transform((input) => answerSelection(input)),
  byReview.transform((input) => answerSelection(input)),
  oneApplication.transform(({ reviews, cut, higher_is_better }) => {
    const reaching = probabilityOfReaching(resampledMeans(reviews), { cut, higherIsBetter: higher_is_better });
    return { method: "exact", p_selected: probabilityNumber(reaching), p_selected_exact: toFractionString(reaching) };
  }),
  measurement.transform(({ sd, reliability }) => ({ sem: errorFromReliability(sd, reliability) })),
]);

export function answerCutoffUncertainty(input: unknown): unknown {
  return question.parse(input);
}

type Review = { readonly reviewer: string | null; readonly score: Rational };
type Question = {
  readonly applications: readonly {
    readonly id: string;
    readonly reviews: readonly { readonly reviewer: string | null; readonly score: Rational | null }[];
  }[];
  readonly select: number;
  readonly higher_is_better: boolean;
};

/** Far more runs than a screen needs, for a standard error of at most 0.004. */
const runs = 20_000;

function answerSelection({ applications, select, higher_is_better }: Question): unknown {
  const ids = applications.map((application) => application.id);
  const given = applications.map(({ reviews }) => reviews.filter((review): review is Review => review.score !== null));
  const cut = {
    reviews: given.map((reviews) => reviews.map(({ score }) => score)),
    select,
    higherIsBetter: higher_is_better,
  };
  const rule = selectByMean(cut);
  const reviewers = given.map((reviews) => reviews.flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer])));
  const named =
    given.every((reviews, number) => reviewers[number]?.length === reviews.length) && reviewers.flat().length > 0;

  const keyed = <Value>(values: readonly Value[]) => Object.fromEntries(values.map((value, at) => [ids[at], value]));
  const sorted = (numbers: readonly number[]): readonly string[] =>
    numbers.map((number) => ids[number] ?? "").toSorted(compareText);
  const leaveOneOut = (): unknown => {
    const { selected, without } = leaveOneReviewerOut({ reviewersOf: reviewers, rule });
    return {
      selected: sorted(selected),
      leave_one_reviewer_out: Object.fromEntries(
        [...without].map(([reviewer, { enter, leave }]) => [reviewer, { enter: sorted(enter), leave: sorted(leave) }]),
      ),
    };
  };

  const exact = exactSelectionProbabilities(cut);
  const probabilities =
    exact === null
      ? {
          method: "monte_carlo",
          p_selected: keyed(
            simulateSelections({ reviewCounts: given.map(({ length }) => length), rule, root: "0".repeat(16), runs })
              .probabilities,
          ),
        }
      : {
          method: "exact_enumeration",
          p_selected: keyed(exact.map(probabilityNumber)),
          p_selected_exact: keyed(exact.map(toFractionString)),
        };
  return named ? { ...probabilities, ...(leaveOneOut() as object) } : probabilities;
}
