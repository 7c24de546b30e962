import { compareText } from "#app/domain/exact/compare-text.ts";
import { createPairNoise } from "#app/domain/assignment/pair-noise.ts";
import type { ApplicationToRead, Reader, ReviewPair, ReviewTask } from "#app/domain/assignment/review-task.ts";

/** What of a task is given beforehand: pairs that exist (`begun` ones cannot move), and reviewers who read no more. */
export type Standing = {
  readonly current: readonly (ReviewPair & { readonly begun?: boolean })[];
  readonly dropped: readonly string[];
};

/** The possible pairs of a task, applications and reviewers in order of their ids whatever order they came in. */
export type PairTable = {
  readonly applications: readonly ApplicationToRead[];
  readonly reviewers: readonly Reader[];
  /** Pairs of application i: start[i] … start[i+1] − 1, ascending by reviewer. */
  readonly start: Int32Array;
  readonly reviewer: Int32Array;
  readonly score: Float64Array;
  /** 32 bits of chance for each pair. */
  readonly chance: Uint32Array;
  readonly isCurrent: Uint8Array;
  readonly locked: Uint8Array;
  readonly need: Int32Array;
  readonly isAnchor: Uint8Array;
  /** Whether pairs were left out: then an answer without them need not be the best. */
  readonly isThinned: boolean;
};

/** Which pairs an application keeps: its best (all that are as good), some at random, and those named by `also`. */
export type Thinning = {
  readonly best: number;
  readonly random: number;
  /** Asked for each pair that would be left out. */
  readonly also?: (application: number, pair: PossiblePair) => boolean;
};

export type PossiblePair = { readonly reviewer: number; readonly score: number; readonly chance: number };

/** The legal pairs: no conflict, no shared institution, right track, a score that is not null. Source: SELECTION E3, steps 1 and 2. */
export function tablePairs(task: ReviewTask, standing: Standing, thinning: Thinning | undefined): PairTable {
  const legal = createLegalPairs(task, standing);
  const { applications, reviewers, current } = legal;
  const anchors = new Set(task.anchors);
  const rows: (readonly PossiblePair[])[] = [];
  const need = new Int32Array(applications.length);
  let isThinned = false;
  applications.forEach((application, i) => {
    const all = legal.of(i);
    const isAnchor = anchors.has(application.id);
    const row = thinning === undefined || isAnchor ? all : thinned(all, thinning, { i, current: current[i] });
    if (row.length < all.length) isThinned = true;
    need[i] = isAnchor ? all.length : application.reviews;
    rows.push(row);
  });
  const entries = rows.flat();
  const start = new Int32Array(applications.length + 1);
  rows.forEach((row, i) => (start[i + 1] = (start[i] as number) + row.length));
  const isCurrent = new Uint8Array(entries.length);
  const locked = new Uint8Array(entries.length);
  rows.forEach((row, i) =>
    row.forEach(({ reviewer }, place) => {
      const begun = current[i]?.get(reviewer);
      if (begun === undefined) return;
      isCurrent[(start[i] as number) + place] = 1;
      if (begun) locked[(start[i] as number) + place] = 1;
    }),
  );
  return {
    applications,
    reviewers,
    start,
    reviewer: Int32Array.from(entries, ({ reviewer }) => reviewer),
    score: Float64Array.from(entries, ({ score }) => score),
    chance: Uint32Array.from(entries, ({ chance }) => chance),
    isCurrent,
    locked,
    need,
    isAnchor: Uint8Array.from(applications, ({ id }) => (anchors.has(id) ? 1 : 0)),
    isThinned,
  };
}

function thinned(
  all: readonly PossiblePair[],
  { best, random, also }: Thinning,
  { i, current }: { readonly i: number; readonly current: ReadonlyMap<number, boolean> | undefined },
): readonly PossiblePair[] {
  if (all.length <= best + random) return all;
  const worstOfBest = Float64Array.from(all, (pair) => -pair.score).sort()[best - 1] ?? 0;
  const lastByChance = Uint32Array.from(all, ({ chance }) => chance).sort()[random - 1] ?? 0;
  return all.filter(
    (pair) =>
      -pair.score <= worstOfBest ||
      pair.chance <= lastByChance ||
      current?.has(pair.reviewer) === true ||
      also?.(i, pair) === true,
  );
}

function createLegalPairs(task: ReviewTask, { current, dropped }: Standing) {
  const noise = createPairNoise(task.seed);
  const applications = task.applications.map((value, place) => ({ value, place })).toSorted(byId);
  const reviewers = task.reviewers.map((value, place) => ({ value, place })).toSorted(byId);
  const reviewerPlace = new Map(reviewers.map(({ value }, j) => [value.id, j]));
  const applicationPlace = new Map(applications.map(({ value }, i) => [value.id, i]));
  const chances = reviewers.map(({ value }) => noise.ofReviewer(value.id));
  const gone = new Set(dropped);
  const tracks = reviewers.map(({ value }) => (value.tracks === undefined ? undefined : new Set(value.tracks)));
  const { scores, trackBonus } = task;
  const scoreOf = typeof scores === "function" ? scores : (i: number, j: number) => scores[i]?.[j] ?? null;
  const currentOf = applications.map(() => new Map<number, boolean>());
  for (const { application, reviewer, begun } of current) {
    const i = applicationPlace.get(application);
    const j = reviewerPlace.get(reviewer);
    if (i !== undefined && j !== undefined) currentOf[i]?.set(j, begun === true);
  }

  function of(i: number): readonly PossiblePair[] {
    const application = applications[i];
    if (!application) return [];
    const { value, place } = application;
    const conflicts = new Set(value.conflicts);
    const institutions = new Set(value.institutions);
    const chance = noise.ofApplication(value.id);
    const entries: PossiblePair[] = [];
    reviewers.forEach(({ value: person, place: column }, j) => {
      if (gone.has(person.id) || conflicts.has(person.id)) return;
      if (person.institution != null && institutions.has(person.institution)) return;
      const isOwnTrack = value.track != null && tracks[j]?.has(value.track) === true;
      if (trackBonus === undefined && tracks[j] !== undefined && !isOwnTrack) return;
      const score = scoreOf(place, column);
      if (score === null) return;
      entries.push({
        reviewer: j,
        score: isOwnTrack ? score + (trackBonus ?? 0) : score,
        chance: noise.ofPair(chance, chances[j] as number),
      });
    });
    return entries;
  }

  return {
    applications: applications.map(({ value }) => value),
    reviewers: reviewers.map(({ value }) => value),
    current: currentOf,
    of,
  };
}

function byId(one: { readonly value: { readonly id: string } }, other: { readonly value: { readonly id: string } }) {
  return compareText(one.value.id, other.value.id);
}
