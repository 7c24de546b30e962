import type { OwnCases } from "./own-case.ts";

/** Shrout and Fleiss 1979, Psychological Bulletin 86, Table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const half = Math.SQRT1_2;

export const agreement: OwnCases = {
  icc: [
    {
      what: "the table of Shrout and Fleiss 1979, to the two decimals that they print",
      input: { ratings: shroutFleiss },
      expected: {
        "ICC(1,1)": 0.17,
        "ICC(2,1)": 0.29,
        "ICC(3,1)": 0.71,
        "ICC(1,k)": 0.44,
        "ICC(2,k)": 0.62,
        "ICC(3,k)": 0.91,
        F: { "ICC(1,1)": { F: 1.79, df1: 5, df2: 18 }, "ICC(3,1)": { F: 11.03, df1: 5, df2: 15 } },
      },
      tolerance: 0.005,
    },
    {
      what: "a reviewer who always gives 3 beside one who gives 1, 2, 3",
      input: { ratings: [[1, 3], [2, "3"], [3, 3]] }, // prettier-ignore
      // BMS = EMS = 1/2, WMS = 5/6, JMS = 3/2: (BMS - WMS) / (BMS + WMS) = -1/4, and (BMS - WMS) / BMS = -2/3.
      expected: { "ICC(1,1)": -0.25, "ICC(2,1)": 0, "ICC(3,1)": 0, "ICC(1,k)": -2 / 3, "ICC(3,k)": 0 },
      tolerance: 1e-12,
    },
    {
      what: "nothing differs: 0/0 has no value",
      input: { ratings: [[3, 3], [3, 3]] }, // prettier-ignore
      expected: { "ICC(1,1)": null, "ICC(2,1)": null, "ICC(3,1)": null, "ICC(3,k)": null, cronbach_alpha: null },
    },
    { what: "nobody was rated", input: { ratings: [] }, expected: { "ICC(1,1)": null, "ICC(2,k)": null } },
  ],
  kendall_w: [
    {
      what: "three judges in full agreement",
      input: { ratings: [[1, 10, "0.1"], [2, 20, "0.2"], [3, 30, "0.3"]] }, // prettier-ignore
      // chi² = m(n-1)W = 6 on 2 degrees of freedom: p = e^-3.
      expected: {
        W_tie_corrected: 1,
        W_uncorrected: 1,
        chi_square_tie_corrected: 6,
        df: 2,
        p_value: Math.exp(-3),
        rank_sums: [3, 6, 9],
      },
      tolerance: 1e-9,
    },
    {
      what: "a judge who ties everybody",
      input: { ratings: [[1, 3], [2, 3], [3, 3]] }, // prettier-ignore
      // Rank sums 3, 4, 5: Q = 2; 12·2/(4·24) uncorrected; T = 24: 24/(96 - 48). chi² = 2, p = e^-1.
      expected: { W_tie_corrected: 0.5, W_uncorrected: 0.25, chi_square_tie_corrected: 2, p_value: Math.exp(-1) },
      tolerance: 1e-9,
    },
    {
      what: "all judges tie everybody",
      input: { ratings: [[3, 3], [3, 3]] }, // prettier-ignore
      expected: { W_tie_corrected: null, W_uncorrected: 0, p_value: null },
    },
    { what: "no judges", input: { ratings: [] }, expected: { W_tie_corrected: null, df: null } },
  ],
  krippendorff_alpha: [
    {
      what: "two values only: every level weighs the one disagreement alike",
      input: { data: [[1, 1], [2, 2], [1, 2]] }, // prettier-ignore
      // o12 = 1, n1 = n2 = 3, n = 6: 1 - 5·1/9.
      expected: { nominal: 4 / 9, ordinal: 4 / 9, interval: 4 / 9, ratio: 4 / 9 },
      tolerance: 1e-12,
    },
    {
      what: "reviews are missing, and who was rated once does not count",
      input: { data: [[1, 1, null], [3, 3, 3], [5, null, null], [1, null, 3]], levels: ["nominal", "interval"] }, // prettier-ignore
      // o13 = 1, n1 = 3, n3 = 4, n = 7: 1 - 6/12.
      expected: { nominal: 0.5, interval: 0.5 },
      tolerance: 1e-12,
    },
    {
      what: "three values: the levels part",
      input: { data: [[1, 1], [2, 3], [3, 3]], levels: ["nominal", "interval"] }, // prettier-ignore
      // n1 = 2, n2 = 1, n3 = 3, n = 6, o23 = 1. Nominal: 1 - 5·1/(2 + 6 + 3); interval: 1 - 5·1/(2·1 + 6·4 + 3·1).
      expected: { nominal: 6 / 11, interval: 24 / 29 },
      tolerance: 1e-12,
    },
    { what: "no variation at all", input: { data: [[2, 2], [2, 2]], levels: null }, expected: { nominal: null } }, // prettier-ignore
  ],
  reviewer_zscore: [
    {
      what: "keys count a reviewer's ratings; constant and single ratings have no z",
      input: {
        ratings: [["a", "s", 1], ["a", "r", 5], ["b", "s", "3"], ["b", "r", 5], ["c", "t", 4], ["c", "r", 5]], // prettier-ignore
      },
      // s: mean 2, standard deviation √2 (n - 1).
      expected: { z: { s: -half, "s.1": half, r: null, "r.1": null, "r.2": null, t: null }, T: { s: 50 - 10 * half } },
      tolerance: 1e-12,
    },
    {
      what: "a rating that was not given has no z and does not count",
      input: { ratings: [["a", "r", 10], ["b", "r", null], ["c", "r", 20]] }, // prettier-ignore
      expected: { z: { r: -half, "r.1": null, "r.2": half } },
      tolerance: 1e-12,
    },
    { what: "no ratings", input: { ratings: [] }, expected: { z: {} } },
  ],
  design_connectivity: [
    {
      what: "three panels, the largest first; a reviewer may be called like an application",
      input: { pairs: [["x", "y"], ["y", "x"], ["z", "x"], ["b", "r"], ["b", "r"]] }, // prettier-ignore
      expected: { components: 3, applications_per_component_desc: [2, 1, 1] },
    },
    {
      what: "one review joins two panels",
      input: { pairs: [["a", "r"], ["b", "r"], ["c", "s"], ["d", "s"], ["a", "s"]] }, // prettier-ignore
      expected: { components: 1, applications_per_component_desc: [4], reviewers_per_component: [2] },
    },
    { what: "no reviews", input: { pairs: [] }, expected: { components: 0, applications_per_component_desc: [] } },
  ],
};
