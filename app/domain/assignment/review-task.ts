import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";

export type ApplicationToRead = {
  readonly id: string;
  /** Reviews it needs; an anchor is read by everybody who may, whatever stands here. */
  readonly reviews: number;
  readonly track?: string | null;
  /** Reviewers who must not read it: declared by either side, family, supervisor, employer … */
  readonly conflicts: readonly string[];
  /** Reviewers of these institutions must not read it either. */
  readonly institutions?: readonly string[];
};

export type Reader = {
  readonly id: string;
  /** Fewest and most reviews, `taken` included. */
  readonly min: number;
  readonly max: number;
  /** Reviews besides those of this task; they count towards the load. 0 without it. */
  readonly taken?: number;
  readonly institution?: string | null;
  readonly expert?: boolean;
  readonly external?: boolean;
  /** Reads applications of these tracks only (with `trackBonus`: preferably); everything without it. */
  readonly tracks?: readonly string[];
};

/** Whole numbers, the larger the better; null = must not read it. A table by the places of the lists, or a function of them. */
export type Scores =
  readonly (readonly (number | null)[])[] | ((application: number, reviewer: number) => number | null);

/** What every application's readers have to be like (SELECTION E4). Anchors are exempt. */
export type SideRules = {
  /** No two readers of one institution; people without an institution are alone in theirs. */
  readonly onePerInstitution?: boolean;
  readonly leastExperts?: number;
  readonly leastExternal?: number;
  /** Two reviewers share at most so many applications. */
  readonly mostTogether?: number;
};

/** What may be given up of the total score afterwards (SELECTION E5). Without them the total is the largest possible. */
export type Repairs = {
  /** One connected component for each track (all applications together where they have no track). */
  readonly connect?: boolean;
  /** Every reviewer shares applications with at least min(2r, m − 1) others. */
  readonly overlap?: boolean;
  /** Points of score that one unit of Σ (applications shared by a pair of reviewers)² is worth: against fixed trios. */
  readonly togetherWeight?: number;
  /** The lowest application's total is raised as far as exchanges can. */
  readonly raiseWorst?: boolean;
};

export type ReviewTask = {
  readonly applications: readonly ApplicationToRead[];
  readonly reviewers: readonly Reader[];
  readonly scores: Scores;
  readonly seed: string;
  /** `level`: loads as equal as possible (least sum of squares) before any score counts; bounds always hold. */
  readonly loads?: "bounds" | "level";
  /** Points for a reader whose `tracks` hold the application's track; makes `tracks` a wish instead of a rule. */
  readonly trackBonus?: number;
  /** Applications read by everybody who may, to compare reviewers' severity. */
  readonly anchors?: readonly string[];
  readonly rules?: SideRules;
  readonly repairs?: Repairs;
};

export type ReviewPair = { readonly application: string; readonly reviewer: string };

/** Handed in; without it side rules are met by exchanges only, and a failure is not proved. */
export type AssignmentTools = { readonly solver?: IntegerSolver };

export type InputProblem = {
  readonly kind: "duplicate-id" | "unknown-id" | "not-whole" | "min-over-max" | "wrong-shape" | "numbers-too-large";
  /** The id or number that is wrong. */
  readonly what: string;
};

/** No assignment exists; what cannot be had, with the numbers that prove it. Conflicts are never broken instead. */
export type AssignmentShortage =
  | {
      readonly kind: "applications-short";
      /** Hall set: together they need `need` reviews, but all who may read them can give them only `capacity`. */
      readonly applications: readonly string[];
      readonly reviewers: readonly string[];
      readonly need: number;
      readonly capacity: number;
      /** Over the whole task. */
      readonly assignable: number;
      readonly required: number;
    }
  | {
      readonly kind: "minimum-unreachable";
      /** Together they are to have `minimum` reviews, but what they may read gives only `available`. */
      readonly reviewers: readonly string[];
      readonly minimum: number;
      readonly available: number;
    }
  /** Proved by the solver. */
  | { readonly kind: "rules-infeasible" }
  /** Neither met nor proved impossible. */
  | { readonly kind: "rules-unmet"; readonly breaches: readonly RuleBreach[] };

export type RuleBreach = {
  readonly kind: "institution" | "experts" | "external" | "together";
  /** An application, or two reviewers. */
  readonly of: readonly string[];
};

export type ReviewAssignment = {
  /** By application, then reviewer; kept ones included. */
  readonly pairs: readonly ReviewPair[];
  /** Sum of the scores (track bonuses included), and the lowest application's sum (0 without applications). */
  readonly total: number;
  readonly worst: number;
  readonly loads: readonly { readonly reviewer: string; readonly load: number }[];
  /** The largest total without side rules and repairs, among the considered pairs. */
  readonly bound: number;
  /** No assignment that obeys all rules has a better total (before repairs). Proved by prices, or by the solver. */
  readonly optimal: boolean;
  /** Who is compared with whom, after repairs. */
  readonly panels: readonly PanelReport[];
  /** What a repetition needs (with the input): all of it is determined by them. */
  readonly log: {
    readonly seed: string;
    readonly scorePoint: number;
    readonly noise: number;
    readonly consideredPairs: number;
    readonly repairs: number;
    readonly lost: number;
  };
};

export type PanelReport = {
  /** Empty where applications have no track. */
  readonly track: string;
  /** Connected components of the graph of applications and reviewers; 1 = all can be compared. */
  readonly components: number;
  /** Fewest other reviewers that any of its reviewers shares an application with, and the target min(2r, m − 1). */
  readonly leastOverlap: number;
  readonly overlapTarget: number;
  /** Most applications that two reviewers share. */
  readonly mostTogether: number;
};
