import type { OwnCases } from "./own-case.ts";

const desc = (...keys: readonly string[]) => keys.map((key) => [key, "desc"]);
const mean = { kind: "mean" };

export const scoring: OwnCases = {
  score_select: [
    {
      what: "per_criterion uses the scores that are there, the median of two is their middle, and a draw parts a tie",
      input: {
        criteria: [
          { id: "craft", weight: 2 },
          { id: "plan", weight: "1" },
        ],
        reviews: [
          ["B", "R1", ["6", 5]],
          ["B", "R2", [8, "3"]],
          ["B", "R3", [10, null]],
          ["A", "R1", [7, null]],
          ["A", "R2", [9, 4]],
          ["C", "R1", [null, 1]],
          ["D", "R1", [1, "30"]],
        ],
        rule: {
          missing_score: "per_criterion",
          aggregate: { kind: "median" },
          order: [...desc("total"), ["lottery", "asc"]],
          lottery: { seed: "5eed", label: "scores" },
          select: 2,
        },
      },
      expected: {
        apps: {
          // Medians 8 and 4: 2·8 + 4. SHA-256 of "5eed|scores|A" begins with 0475, that of B with 1c7a.
          A: { criterion: ["8", "4"], weighted_total: "20", total: "20", rank: 2 },
          B: { criterion: ["8", "4"], weighted_total: "20", total: "20", rank: 3 },
          C: { total: null, qualified: false, rank: null },
          D: { total: "32", rank: 1 },
        },
        selected: ["D", "A"],
      },
    },
    {
      what: "review totals are aggregated, extras come after them, the total is rounded, cut-offs are met by equality",
      input: {
        criteria: [
          { id: "x", weight: "1" },
          { id: "y", weight: "1" },
        ],
        reviews: [
          ...[["9", "1"], ["5", "5"], ["1", "9"], ["4", "4"], ["6", "8"]].map((scores, at) => ["A", `R${at}`, scores]), // prettier-ignore
          ["B", "R1", ["5", "5"]],
          ["B", "R2", ["5", "4"]],
          ...[["5", "5"], ["5", "5"], ["6", "4"]].map((scores, at) => ["C", `R${at}`, scores]), // prettier-ignore
          ["D", "R1", ["4", "5.4"]],
          ["E", "R1", ["10", "10"]],
        ],
        extras: { A: [["late", "-0.25"]], C: [["late", "-0.3"], ["region", "0.1"]] }, // prettier-ignore
        eligible: ["A", "B", "C", "D"],
        rule: {
          aggregate_level: "review_total",
          aggregate: { kind: "drop_high_low", drop: 1, min_reviews_for_drop: 3 },
          round_total: { places: 1, mode: "half_up" },
          cutoffs: { total: "9.5" },
          order: desc("total", "max_review"),
          select: 5,
        },
      },
      expected: {
        apps: {
          // Totals 10, 10, 10, 8, 14 without one 14 and one 8: 10, less 0.25 = 9.75, half up 9.8.
          A: { weighted_total: "10", total: "9.8", qualified: true, rank: 1 },
          // Two reviews are too few to drop any: (10 + 9) / 2.
          B: { weighted_total: "9.5", total: "9.5", qualified: true, rank: 3 },
          // 10 - 0.3 + 0.1 = 9.8 as well, but the highest review is 10, that of A 14.
          C: { total: "9.8", qualified: true, rank: 2 },
          D: { total: "9.4", qualified: false, rank: null },
          E: { total: "20", qualified: false, rank: null },
        },
        selected: ["A", "C", "B"],
      },
    },
    {
      what: "each declared step is rounded, and whom no key separates share a place",
      input: {
        criteria: [
          { id: "x", weight: "0.8" },
          { id: "y", weight: 0.8 },
        ],
        reviews: ["가", "나", "다"].flatMap((id) => [
          [id, "R1", [7, 5]],
          [id, "R2", [8, 5]],
          [id, "R3", [8, id === "다" ? 5 : 6]],
        ]),
        extras: { 가: [["proof", "1"]], 나: [["proof", "1"]], 다: [["proof", "1.06"]] },
        rule: {
          aggregate: mean,
          round_criterion: { places: 2, mode: "half_up" },
          round_weighted: { places: 2, mode: "half_up" },
          cutoffs: { x: "7.67", criterion: { y: 5 } },
          order: desc("total", "criterion:y", "extra:proof"),
          select: 1,
          ties: "all",
        },
      },
      expected: {
        apps: {
          // 23/3 -> 7.67, ·0.8 = 6.136 -> 6.14; 16/3 -> 5.33, ·0.8 = 4.264 -> 4.26; 10.40 + 1.
          가: { criterion: ["7.67", "5.33"], weighted_total: "10.4", total: "11.4", rank_min_ties: 1 },
          나: { total: "11.4", rank_min_ties: 1 },
          // 6.14 + 4 = 10.14, and 1.06.
          다: { weighted_total: "10.14", total: "11.2", rank_min_ties: 3 },
        },
        selected: ["가", "나"],
      },
    },
    {
      what: "nobody applied",
      input: { criteria: [{ id: "x", weight: 1 }], reviews: [], rule: { aggregate: mean, select: 3 } },
      expected: { apps: {}, selected: [] },
    },
  ],
  scoring_edge: [
    {
      what: "cut-offs of 40 % and on the base total are met by equality, and no bonus repairs a missed one",
      input: {
        criteria: [
          { id: "c1", max: "10", weight: "60" },
          { id: "c2", max: 5, weight: 40 },
        ],
        reviews: [
          ["P", "R1", ["4", "2"]],
          ["Q", "R1", ["10", "1.9"]],
          ["R", "R1", ["4", null]],
          ["S", "R1", ["3.9", "2"]],
        ],
        bonus: { P: [["veteran", "3"], ["region", "4"]], S: [["region", 5]], R: [["region", "5"]] }, // prettier-ignore
        rule: {
          normalise: "score / max * weight",
          missing_score: "drop_review",
          min_valid_reviews: 1,
          aggregate_level: "criterion",
          aggregate: mean,
          round_total: null,
          cutoffs: { base_total: "40", criterion_percent: "40" },
          bonus_cap: "5",
          order: desc("total"),
          select: 2,
        },
      },
      expected: {
        apps: {
          // 60·4/10 + 40·2/5 = 40; 3 + 4 are capped at 5.
          P: { status: "ranked", base_total: "40", bonus: "5", total: "45", rank: 1 },
          // 60 + 40·1.9/5; 1.9 of 5 are 38 %.
          Q: { status: "failed", base_total: "75.2", failed: ["criterion:c2"] },
          R: { status: "insufficient_reviews" },
          // 23.4 + 16 = 39.4 < 40, though 44.4 with the bonus.
          S: { status: "failed", base_total: "39.4", total: "44.4", failed: ["criterion:c1", "base_total"] },
        },
        order: ["P"],
        selected: ["P"],
      },
    },
    {
      what: "medians of review totals rounded to whole points tie on purpose; the criterion, then the draw, parts them",
      input: {
        criteria: [{ id: "c1", max: "10", weight: "100" }],
        reviews: [
          ["T", "R1", ["7"]],
          ["T", "R2", ["8"]],
          ["U", "R1", ["7.55"]],
          ["U", "R2", ["7.65"]],
          ["W", "R1", ["7.5"]],
          ["W", "R2", ["7.5"]],
          ["V", "R1", ["10"]],
          ["V", "R2", [null]],
        ],
        bonus: { T: [["region", "0.5"]], W: [["region", "0.9"]] },
        rule: {
          normalise: "score / max * weight",
          missing_score: "drop_review",
          min_valid_reviews: 2,
          aggregate_level: "review_total",
          aggregate: { kind: "median" },
          round_total: { places: 0, mode: "half_up" },
          cutoffs: {},
          bonus_cap: "12",
          order: [...desc("total", "criterion:c1"), ["lottery", "asc"]],
          lottery: { algorithm: "sha256_order", seed: "00ff", label: "edge" },
          select: 2,
        },
      },
      expected: {
        apps: {
          T: { status: "ranked", base_total: "75", total: "76", rank: 2, rank_min_ties: 2 },
          U: { status: "ranked", base_total: "76", bonus: "0", total: "76", rank: 1 },
          V: { status: "insufficient_reviews" },
          // The tickets of T and W begin with 5ab5 and 9b6a.
          W: { status: "ranked", total: "76", rank: 3 },
        },
        order: ["U", "T", "W"],
        selected: ["U", "T"],
      },
    },
  ],
};
