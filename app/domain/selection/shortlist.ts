import { compareText } from "#app/domain/exact/compare-text.ts";
import {
  ceilingOf,
  multiply,
  rational,
  rationalOf,
  toFractionString,
  type Rational,
} from "#app/domain/exact/rational.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { weightedSum } from "#app/domain/selection/composite.ts";
import { decideTie } from "#app/domain/selection/scoring/decide-tie.ts";
import { meritKey } from "#app/domain/selection/scoring/merit-key.ts";
import { rankByKeys } from "#app/domain/selection/scoring/rank-by-keys.ts";
import type { DrawSeed, TieBreaker, TrackSeats } from "#app/domain/selection/selection.ts";
import { missedMinimums } from "#app/domain/selection/stage-minimums.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/**
 * `basis`: the stages whose score × weight is added, without bonus and unrounded; K = ceil(multiple × seats). Everybody
 * tied at the cut passes, or the tie-breakers decide as far as they can at this stage, the last of them by the draw or by
 * the recorded decision; a tie that nothing decides passes whole.
 */
export type PassRule = {
  readonly multiple: string;
  readonly perTrack: boolean;
  readonly basis: readonly { readonly id: string; readonly weightPercent: string }[];
  readonly tiesAtCut: "all_pass" | "tie_breakers";
  /** In published order; read with `tie_breakers` only. */
  readonly tieBreakers?: readonly TieBreaker[];
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
  /** Verified bonus items, where a claim is a tie-breaker and proofs were checked by now. */
  readonly claims?: readonly string[];
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
  /** The exact sum of the basis, "p/q", and the rank among all who met the minimums; equal people share the better rank. */
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
  /** The people of a tie at the cut that neither key, draw nor recorded decision separates: all of them passed. */
  readonly undecided?: readonly string[];
};

export type Shortlist = { readonly places: readonly ShortlistPlace[]; readonly cuts: readonly ShortlistCut[] };

export type ShortlistRefusal = { readonly reason: "stage_unfinished"; readonly applicationNos: readonly string[] };

type ToShortlist = {
  readonly rule: ShortlistRule;
  readonly people: readonly ShortlistPerson[];
  /** Needed when the last tie-breaker is `lottery`. */
  readonly draw?: DrawSeed | undefined;
  /** Recorded committee decisions: each an order, best first, of exactly the application numbers of one tie. */
  readonly tieDecisions?: readonly (readonly string[])[];
};

/**
 * Who goes on to the next stage. Places come sorted by application number. Refuses while somebody's score is still
 * blocked; throws on an unknown track, and where a basis stage has no score, which an earlier shortlist rules out.
 */
export function shortlistStage(input: ToShortlist): Result<Shortlist, ShortlistRefusal> {
  const { rule, people } = input;
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
  const cut = groups.map((group) => cutGroup(input, group));
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

function cutGroup(input: ToShortlist, { track, seats, people }: Group) {
  const { rule } = input;
  const below = people.flatMap((person) => failedPlace(rule, person, track) ?? []);
  const failed = new Set(below.map(({ applicationNo }) => applicationNo));
  const qualified = people
    .filter(({ applicationNo }) => !failed.has(applicationNo))
    .map((person): Qualified => ({ person, basis: basisOf(rule, person) }));

  const places = rule.pass && ceilingOf(multiply(rationalOf(rule.pass.multiple), rational(BigInt(seats))));
  const { ranked, undecided } = rankQualified(input, { qualified, places });
  const standing = ranked.map(({ row: { person, basis }, rank }): ShortlistPlace => {
    const passed = places === null || rank <= places;
    const decided = passed
      ? ({ outcome: "passed", reason: null } as const)
      : ({ outcome: "failed", reason: "outranked" } as const);
    return {
      applicationNo: person.applicationNo,
      track,
      ...decided,
      failures: [],
      basis: toFractionString(basis),
      rank,
    };
  });
  const passed = standing.filter(({ outcome }) => outcome === "passed");
  const line: ShortlistCut = {
    track,
    places,
    qualified: ranked.length,
    passed: passed.length,
    beyondPlaces: places === null ? 0 : Math.max(0, passed.length - places),
    lowestBasis: passed.at(-1)?.basis ?? null,
    ...(undecided.length > 0 ? { undecided } : {}),
  };
  return { places: [...below, ...standing], line };
}

type Qualified = { readonly person: ShortlistPerson; readonly basis: Rational };
type ToRank = { readonly qualified: readonly Qualified[]; readonly places: number | null };

/** Ranks from 1, shared by equal people, except where a tie at the cut was decided. */
function rankQualified({ rule: { pass }, draw, tieDecisions = [] }: ToShortlist, { qualified, places }: ToRank) {
  const tieBreakers = pass?.tiesAtCut === "tie_breakers" ? (pass.tieBreakers ?? []) : [];
  const ranked = rankByKeys(
    qualified.map((row) => ({ row, keys: [row.basis, ...tieBreakers.map((key) => meritKey(key, row.person))] })),
  ).map(({ row, tiedRank }) => ({ row, rank: tiedRank }));
  if (places === null || pass?.tiesAtCut !== "tie_breakers") return { ranked, undecided: [] };
  const first = ranked[places - 1]?.rank;
  const atCut = ranked.flatMap(({ row, rank }) => (rank === first ? [row.person.applicationNo] : []));
  if (first === undefined || first + atCut.length - 1 <= places) return { ranked, undecided: [] };

  const order = decideTie({ tied: atCut, lastKey: tieBreakers.at(-1)?.by, draw, tieDecisions });
  if (order === null) return { ranked, undecided: atCut };
  const decided = ranked.map(({ row, rank }) => {
    return { row, rank: rank === first ? first + order.indexOf(row.person.applicationNo) : rank };
  });
  return { ranked: decided, undecided: [] };
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
