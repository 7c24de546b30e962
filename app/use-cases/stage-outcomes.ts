import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { canonicalBytes } from "#app/domain/proof/canonical-json.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, type Result } from "#app/domain/result.ts";
import {
  shortlistRuleFromDefinition,
  type SeatAdditions,
  type SeatRefusal,
} from "#app/domain/selection/rule-from-definition.ts";
import { ENGINE_VERSION, type DrawSeed } from "#app/domain/selection/selection.ts";
import {
  shortlistStage,
  type Shortlist,
  type ShortlistPlace,
  type ShortlistRefusal,
} from "#app/domain/selection/shortlist.ts";
import type { RuleRefusal } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";
import type { EntryDetail, EntryOutcome, StageEntry } from "#db/queries/stage-entries.ts";
import type { StageResult, StageTrackResult } from "#db/queries/stages.ts";
import type { ScoredEntry } from "./score-entries.ts";
import { distributionOf, largestBasis } from "./stage-distribution.ts";

export type StageOutcomes = {
  readonly outcomes: readonly EntryOutcome[];
  readonly result: StageResult;
  readonly digest: string;
};

type ToDecide = {
  readonly definition: ProgrammeDefinition;
  readonly definitionId: string;
  readonly stageKey: string;
  readonly additions: SeatAdditions;
  readonly scored: readonly ScoredEntry[];
  /** Entries of people who left the running while the stage was open. */
  readonly gone: readonly StageEntry[];
  /** Standings in the other stages, by application and stage. */
  readonly earlier: ReadonlyMap<string, Readonly<Record<string, StageStanding>>>;
  readonly undecidedFlags: number;
  /** Where the last tie-breaker is a lottery: what a tie at the cut is drawn with. */
  readonly draw: DrawSeed | undefined;
};

/** Who passes a stage, with every number that led to it. */
export function stageOutcomes(input: ToDecide): Result<StageOutcomes, RuleRefusal | SeatRefusal | ShortlistRefusal> {
  const { definition, stageKey, additions, scored, gone } = input;
  const rule = shortlistRuleFromDefinition(definition, stageKey, additions);
  if (!rule.ok) return rule;
  const shortlist = shortlistStage({
    rule: rule.value,
    people: scored.map(({ entry, standing }) => ({
      applicationNo: entry.applicationNumber,
      firstChoice: entry.firstChoice,
      stages: { ...input.earlier.get(entry.applicationId), [stageKey]: standing },
    })),
    draw: input.draw,
  });
  if (!shortlist.ok) return shortlist;

  const placeOf = new Map(shortlist.value.places.map((place) => [place.applicationNo, place]));
  const decided = scored.flatMap((each) => {
    const place = placeOf.get(each.entry.applicationNumber);
    return place ? [{ entry: each.entry, outcome: outcomeOf(each, place) }] : [];
  });
  const left = gone.map((entry) => ({ entry, outcome: goneOutcome(entry) }));
  const all = [...decided, ...left];
  return done({
    outcomes: all.map(({ outcome }) => outcome),
    digest: stageDigest(stageKey, all),
    result: {
      engineVersion: ENGINE_VERSION,
      definitionId: input.definitionId,
      tracks: trackResults(input, { all, shortlist: shortlist.value }),
      reviewCounts: reviewCounts(scored),
      undecidedFlags: input.undecidedFlags,
    },
  });
}

type Decided = { readonly entry: StageEntry; readonly outcome: EntryOutcome };

function outcomeOf({ entry, standing, ...scored }: ScoredEntry, place: ShortlistPlace): EntryOutcome {
  const { exact, reviews, dropped, droppedByCriterion } = scored;
  const { failures, reason, basis, rank } = place;
  return {
    id: entry.id,
    applicationId: entry.applicationId,
    evaluationNumber: entry.evaluationNumber,
    outcome: place.outcome,
    score: standing.score,
    detail: { standing, exact, failures, reason, basis, rank, reviews, dropped, droppedByCriterion },
    reason: entry.reason,
  };
}

function goneOutcome(entry: StageEntry): EntryOutcome {
  const detail: EntryDetail = {
    standing: { outcome: "not_reached", score: null, criteria: {} },
    exact: null,
    failures: [],
    reason: entry.applicationStatus === "withdrawn" ? "withdrawn" : "excluded",
    basis: null,
    rank: null,
    reviews: null,
    dropped: null,
    droppedByCriterion: {},
  };
  const { id, applicationId, evaluationNumber, reason } = entry;
  return { id, applicationId, evaluationNumber, outcome: "excluded", score: null, detail, reason };
}

/** SHA-256 over the outcomes keyed by application number: no row id, reviewer or instant is in it. */
export function stageDigest(stageKey: string, entries: readonly Decided[]): string {
  const people = entries.map(({ entry, outcome: { outcome, detail } }) => {
    const { standing, exact, failures, reason, basis, rank } = detail ?? { standing: null };
    return [
      entry.applicationNumber,
      {
        outcome,
        standing,
        exact: exact ?? null,
        failures: failures ?? [],
        reason: reason ?? null,
        basis: basis ?? null,
        rank: rank ?? null,
      },
    ] as const;
  });
  return sha256Hex(canonicalBytes({ stage: stageKey, people: Object.fromEntries(people) }));
}

function trackResults(
  { definition, stageKey }: ToDecide,
  { all, shortlist }: { readonly all: readonly Decided[]; readonly shortlist: Shortlist },
): readonly StageTrackResult[] {
  const max = largestBasis(definition, stageKey);
  return definition.tracks.map(({ id }) => {
    const own = all.filter(({ entry }) => entry.firstChoice === id).map(({ outcome }) => outcome);
    const cut = shortlist.cuts.find(({ track }) => track === id || track === null);
    const count = (matches: (outcome: EntryOutcome) => boolean) => own.filter(matches).length;
    return {
      track: id,
      entered: own.length,
      passed: count(({ outcome }) => outcome === "passed"),
      absent: count(({ outcome }) => outcome === "absent"),
      excluded: count(({ outcome }) => outcome === "excluded"),
      belowMinimum: count(({ outcome, detail }) => outcome === "failed" && detail?.reason !== "outranked"),
      outranked: count(({ detail }) => detail?.reason === "outranked"),
      places: cut?.places ?? null,
      lowestBasis: cut?.lowestBasis ?? null,
      beyondPlaces: cut?.beyondPlaces ?? 0,
      distribution: distributionOf(own, max),
    };
  });
}

function reviewCounts(scored: readonly ScoredEntry[]): StageResult["reviewCounts"] {
  const counts = new Map<number, number>();
  for (const { reviews, standing } of scored) {
    if (reviews !== null && standing.outcome === "scored") counts.set(reviews, (counts.get(reviews) ?? 0) + 1);
  }
  return [...counts]
    .map(([reviews, applications]) => ({ reviews, applications }))
    .toSorted((left, right) => left.reviews - right.reviews);
}
