import type { InputProblem, ReviewTask } from "#app/domain/assignment/review-task.ts";

/**
 * What is wrong with a task before anything is computed: an id twice, an unknown id in conflicts or anchors, counts
 * that are not whole numbers or are negative, min above max, a table of scores of the wrong size. Undefined = nothing.
 */
export function checkTask(task: ReviewTask): InputProblem | undefined {
  const { applications, reviewers } = task;
  const people = new Set(reviewers.map(({ id }) => id));
  const files = new Set(applications.map(({ id }) => id));
  return (
    repeated(applications.map(({ id }) => id)) ??
    repeated(reviewers.map(({ id }) => id)) ??
    unknown(
      people,
      applications.flatMap(({ conflicts }) => conflicts),
    ) ??
    unknown(files, task.anchors ?? []) ??
    counts(task) ??
    minOverMax(reviewers) ??
    shape(task)
  );
}

function repeated(ids: readonly string[]): InputProblem | undefined {
  const seen = new Set<string>();
  for (const what of ids) {
    if (seen.has(what)) return { kind: "duplicate-id", what };
    seen.add(what);
  }
  return undefined;
}

function unknown(known: ReadonlySet<string>, ids: readonly string[]): InputProblem | undefined {
  const what = ids.find((id) => !known.has(id));
  return what === undefined ? undefined : { kind: "unknown-id", what };
}

function counts({ applications, reviewers, rules, repairs, trackBonus }: ReviewTask): InputProblem | undefined {
  const numbers = [
    ...applications.map(({ reviews }) => reviews),
    ...reviewers.flatMap(({ min, max, taken }) => [min, max, taken ?? 0]),
    rules?.leastExperts ?? 0,
    rules?.leastExternal ?? 0,
    rules?.mostTogether ?? 0,
    repairs?.togetherWeight ?? 0,
    trackBonus ?? 0,
  ];
  const wrong = numbers.find((number) => !isCount(number));
  return wrong === undefined ? undefined : { kind: "not-whole", what: String(wrong) };
}

/** Counts of reviews are kept in 32 bits. */
function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < 2 ** 31;
}

function minOverMax(reviewers: ReviewTask["reviewers"]): InputProblem | undefined {
  const wrong = reviewers.find(({ min, max }) => min > max);
  return wrong && { kind: "min-over-max", what: wrong.id };
}

function shape({ applications, reviewers, scores }: ReviewTask): InputProblem | undefined {
  if (typeof scores === "function") return undefined;
  if (scores.length !== applications.length || scores.some((row) => row.length !== reviewers.length)) {
    return { kind: "wrong-shape", what: "scores" };
  }
  return undefined;
}
