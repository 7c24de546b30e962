import { compareText } from "#app/domain/exact/compare-text.ts";
import {
  ceilingOf,
  compare,
  multiply,
  rational,
  rationalOf,
  toFractionString,
  type Rational,
} from "#app/domain/exact/rational.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { weightedSum } from "#app/domain/selection/composite.ts";
import type { TrackSeats } from "#app/domain/selection/selection.ts";
import { missedMinimums } from "#app/domain/selection/stage-minimums.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/** `basis`: the stages whose score × weight is added, without bonus and unrounded; K = ceil(multiple × seats). */
export type PassRule = {
  readonly multiple: string;
  readonly perTrack: boolean;
  readonly basis: readonly { readonly id: string; readonly weightPercent: string }[];
  readonly tiesAtCut: "all_pass";
};

/** Without a `pass` everybody goes on who meets the stage's minimums and gate. */
export type ShortlistRule = {
  readonly stage: StageMinimums;
  readonly pass: PassRule | null;
  readonly tracks: readonly TrackSeats[];
};

/** Somebody who stood in this stage; `stages` holds this stage and every stage of the basis. */
export type ShortlistPerson = {
  readonly applicationNo: string;
  readonly firstChoice: string;
  readonly stages: Readonly<Record<string, StageStanding>>;
};

export type ShortlistReason =
  "absent" | "below_stage_minimum" | "below_criterion_minimum" | "gate" | "outranked" | null;

export type ShortlistPlace = {
  readonly applicationNo: string;
  /** The track whose cut line counts; null when one cut line counts for all. */
  readonly track: string | null;
  readonly outcome: "passed" | "failed" | "absent";
  readonly reason: ShortlistReason;
  readonly failures: readonly StageFailure[];
  /** The exact sum of the basis, "p/q", and the rank among all who met the minimums; equal sums share the better rank. */
  readonly basis: string | null;
  readonly rank: number | null;
};

/** `places` is K; null when everybody above the minimums passes. `beyondPlaces` passed only because of a tie at the cut. */
export type ShortlistCut = {
  readonly track: string | null;
  readonly places: number | null;
  readonly qualified: number;
  readonly passed: number;
  readonly beyondPlaces: number;
  readonly lowestBasis: string | null;
};

export type Shortlist = { readonly places: readonly ShortlistPlace[]; readonly cuts: readonly ShortlistCut[] };

export type ShortlistRefusal = { readonly reason: "stage_unfinished"; readonly applicationNos: readonly string[] };

type ToShortlist = { readonly rule: ShortlistRule; readonly people: readonly ShortlistPerson[] };

/**
 * Who goes on to the next stage. Places come sorted by application number. Refuses while somebody's score is still
 * blocked; throws on an unknown track, and where a basis stage has no score, which an earlier shortlist rules out.
 */
export function shortlistStage({ rule, people }: ToShortlist): Result<Shortlist, ShortlistRefusal> {
  const unfinished = people.filter((person) => !["scored", "absent"].includes(outcomeOf(rule, person)));
  if (unfinished.length > 0) {
    return refuse({ reason: "stage_unfinished", applicationNos: unfinished.map(({ applicationNo }) => applicationNo) });
  }
  const lost = people.find(({ firstChoice }) => !rule.tracks.some(({ id }) => id === firstChoice));
  if (lost) throw new RangeError(`no track ${lost.firstChoice}`);

  const perTrack = rule.pass?.perTrack ?? true;
  const groups = perTrack
    ? rule.tracks.map(({ id, seats }) => ({
        track: id,
        seats,
        people: people.filter(({ firstChoice }) => firstChoice === id),
      }))
    : [{ track: null, seats: rule.tracks.reduce((all, { seats }) => all + seats, 0), people }];
  const cut = groups.map((group) => cutGroup(rule, group));
  return done({
    places: cut
      .flatMap(({ places }) => places)
      .toSorted((left, right) => compareText(left.applicationNo, right.applicationNo)),
    cuts: cut.map(({ line }) => line),
  });
}

function outcomeOf({ stage }: ShortlistRule, { stages }: ShortlistPerson): StageStanding["outcome"] {
  return stages[stage.id]?.outcome ?? "absent";
}

type Group = {
  readonly track: string | null;
  readonly seats: number;
  readonly people: readonly ShortlistPerson[];
};
type Ranked = { readonly applicationNo: string; readonly sum: Rational };

function cutGroup(rule: ShortlistRule, { track, seats, people }: Group) {
  const below = people.flatMap((person) => failedPlace(rule, person, track) ?? []);
  const failed = new Set(below.map(({ applicationNo }) => applicationNo));
  const ranked = people
    .filter(({ applicationNo }) => !failed.has(applicationNo))
    .map((person): Ranked => ({ applicationNo: person.applicationNo, sum: basisOf(rule, person) }))
    .toSorted((left, right) => compare(right.sum, left.sum));

  const places = rule.pass && ceilingOf(multiply(rationalOf(rule.pass.multiple), rational(BigInt(seats))));
  const last = places === null || places >= ranked.length ? ranked.at(-1) : ranked[places - 1];
  let rank = 0;
  const standing = ranked.map(({ applicationNo, sum }, index): ShortlistPlace => {
    const passed = last !== undefined && compare(sum, last.sum) >= 0;
    const above = ranked[index - 1];
    if (!above || compare(above.sum, sum) !== 0) rank = index + 1;
    const outcome = passed ? "passed" : "failed";
    const reason = passed ? null : "outranked";
    return { applicationNo, track, outcome, reason, failures: [], basis: toFractionString(sum), rank };
  });
  const passed = standing.filter(({ outcome }) => outcome === "passed").length;
  const line: ShortlistCut = {
    track,
    places,
    qualified: ranked.length,
    passed,
    beyondPlaces: places === null ? 0 : Math.max(0, passed - places),
    lowestBasis: last ? toFractionString(last.sum) : null,
  };
  return { places: [...below, ...standing], line };
}

const reasons = {
  stage_minimum: "below_stage_minimum",
  criterion_minimum: "below_criterion_minimum",
  gate: "gate",
} as const satisfies Record<StageFailure["kind"], ShortlistReason>;

function failedPlace(rule: ShortlistRule, person: ShortlistPerson, track: string | null): ShortlistPlace | null {
  const { applicationNo } = person;
  const standing = person.stages[rule.stage.id];
  const unranked = { applicationNo, track, basis: null, rank: null };
  if (!standing || standing.outcome === "absent") {
    return { ...unranked, outcome: "absent", reason: "absent", failures: [] };
  }
  const failures = missedMinimums(rule.stage, standing);
  const [first] = failures;
  return first ? { ...unranked, outcome: "failed", reason: reasons[first.kind], failures } : null;
}

function basisOf({ pass, stage }: ShortlistRule, { stages }: ShortlistPerson): Rational {
  return weightedSum(pass?.basis ?? [{ id: stage.id, weightPercent: "100" }], stages);
}
