import type { OwnCases } from "./own-case.ts";

/** Ratings from a table: a line an application, `r4 s7` reviewer and score. */
const ratings = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([application, line]) =>
    line.split(" ").map((each) => [application, each.slice(0, 1), Number(each.slice(1))]),
  );

/** Two reviewers see the same yes-or-no criterion of 20 people: 6 twice yes, 6 only s, 2 only r, 6 neither. */
const yesOrNo = [
  [1, 1, 6],
  [0, 1, 6],
  [1, 0, 2],
  [0, 0, 6],
].flatMap(([r, s, people], group) =>
  // prettier-ignore
  Array.from({ length: people ?? 0 }, (_, at) => [
    [`p${group}${at}`, "r", r],
    [`p${group}${at}`, "s", s],
  ]).flat(),
);

export const severity: OwnCases = {
  severity_additive: [
    {
      what: "two panels that share nobody: severities sum to 0 inside each",
      input: { ratings: ratings({ a: "r1 s3", b: "r2 s4", c: "t5 u6", d: "t7 u7" }) },
      // Panel 2: u - t is 1 and 0, on average 1/2; four residuals of 1/4. Free: 8 - 4 applications - (4 - 2) reviewers.
      expected: {
        application_adjusted: { a: 2, b: 3, c: 5.5, d: 7 },
        reviewer_severity: { r: -1, s: 1, t: -0.25, u: 0.25 },
        rss: 0.25,
        df_residual: 2,
        sigma: Math.sqrt(0.125),
      },
      tolerance: 1e-9,
    },
    {
      what: "an unbalanced chain fits exactly: b tells that s gives two points more than r",
      input: { ratings: ratings({ a: "r4", b: "r5 s7", c: "s3" }) },
      expected: {
        application_adjusted: { a: 5, b: 6, c: 2 },
        reviewer_severity: { r: -1, s: 1 },
        rss: 0,
        df_residual: 0,
        sigma: null,
      },
      tolerance: 1e-9,
    },
    {
      what: "reviewers who always give the same, and a review that was not given",
      input: { ratings: [...ratings({ a: "r3 s5", b: "r3 s5" }), ["c", "r", null]] },
      expected: { application_adjusted: { a: 4, b: 4 }, reviewer_severity: { r: -1, s: 1 }, sigma: 0, df_residual: 1 },
      tolerance: 1e-9,
    },
    {
      what: "one review",
      input: { ratings: [["a", "r", 3]] },
      expected: { application_adjusted: { a: 3 }, reviewer_severity: { r: 0 } },
    },
  ],
  severity_mixed: [
    {
      what: "a balanced table, where REML is the analysis of variance",
      input: { ratings: ratings({ a: "r1 s4", b: "r5 s6", c: "r9 s11" }) },
      // BMS 28.5, JMS 6, EMS 1/2: (28.5 - 0.5)/2 and (6 - 0.5)/3. BLUP: 14/14.25 and (5.5/3)/2 of the means' distance.
      expected: {
        mu: 6,
        var_app: 14,
        var_rev: 5.5 / 3,
        var_res: 0.5,
        blup_application: { a: (-3.5 * 14) / 14.25, b: (-0.5 * 14) / 14.25, c: (4 * 14) / 14.25 },
        blup_reviewer: { r: -5.5 / 6, s: 5.5 / 6 },
        singular: false,
      },
      tolerance: 1e-3,
    },
    {
      what: "reviewers with equal means: their variance is 0, and one-way analysis is left",
      input: { ratings: ratings({ a: "r1 s2", b: "r6 s5" }) },
      // BMS 16, WMS 1/2: (16 - 0.5)/2; 7.75/8 of the distance 2.
      expected: {
        mu: 3.5,
        var_app: 7.75,
        var_rev: 0,
        var_res: 0.5,
        blup_application: { a: -1.9375, b: 1.9375 },
        blup_reviewer: { r: 0, s: 0 },
        singular: true,
      },
      tolerance: 1e-3,
    },
    {
      what: "nothing varies",
      input: { ratings: ratings({ a: "r3 s3", b: "r3 s3" }) },
      expected: { mu: 3, var_app: 0, var_rev: 0, var_res: 0, blup_application: { a: 0, b: 0 } },
      tolerance: 1e-9,
    },
  ],
  severity_mixed_known: [
    {
      what: "two panels that share nobody, and constant reviewers",
      input: { ratings: ratings({ a: "r3", b: "r3", c: "s5" }), var_app: 1, var_rev: "0.5", var_res: 1 },
      // The panels' means have variances 1.5 and 2.5: mu = (3/1.5 + 5/2.5)/(1/1.5 + 1/2.5). r: 0.5/1.5·(3 - mu) …
      expected: {
        mu: 3.75,
        blup_application: { a: -0.25, b: -0.25, c: 0.5 },
        blup_reviewer: { r: -0.25, s: 0.25 },
      },
      tolerance: 1e-9,
    },
    {
      what: "reviewers without variance: each application's mean, shrunk by 1/(1 + 1/2)",
      input: { ratings: ratings({ a: "r1 s3", b: "r2 s4" }), var_app: 1, var_rev: 0, var_res: 1 },
      expected: { mu: 2.5, blup_application: { a: -1 / 3, b: 1 / 3 }, blup_reviewer: { r: 0, s: 0 } },
      tolerance: 1e-9,
    },
    {
      what: "one review is the mean",
      input: { ratings: [["a", "r", "4.5"]], var_app: 1, var_rev: 1, var_res: 1 },
      expected: { mu: 4.5, blup_application: { a: 0 }, blup_reviewer: { r: 0 } },
      tolerance: 1e-9,
    },
  ],
  severity_mfrm: [
    {
      what: "two reviewers, one yes-or-no criterion: half the log odds of who alone said yes, as in Rasch 1960",
      input: { rows: yesOrNo },
      expected: { reviewer_severity: { r: Math.log(6 / 2) / 2, s: -Math.log(6 / 2) / 2 } },
      tolerance: 0.01,
    },
    {
      what: "reviewers who give the same scores are equally severe, also where a score is missing",
      input: {
        rows: ["r", "s"].flatMap((reviewer) => [
          ["a", reviewer, 0, 1],
          ["b", reviewer, 1, null],
          ["c", reviewer, 2, 1],
          ["d", reviewer, 1, 0],
        ]),
      },
      expected: { reviewer_severity: { r: 0, s: 0 } },
      tolerance: 1e-6,
    },
  ],
  cutoff_uncertainty: [
    {
      what: "two applications: 1, 2, 2 or 3 against 2, ties to the one listed first",
      input: { applications: [{ id: "a", reviews: [1, "3"] }, { id: "b", reviews: [2] }], select: 1 }, // prettier-ignore
      expected: { p_selected: { a: 0.75, b: 0.25 } },
    },
    {
      what: "lower may be better, nobody or all may be selected, and who has no review is out",
      input: { applications: [{ id: "a", reviews: [1] }, { id: "b", reviews: [2] }, { id: "c", reviews: [] }], select: 1, higher_is_better: false }, // prettier-ignore
      expected: { p_selected: { a: 1, b: 0, c: 0 } },
    },
    {
      what: "without each reviewer in turn: who is left without a review drops out",
      input: { ratings: [["a", "r", 5], ["a", "s", 7], ["b", "r", 6], ["c", "s", 9]], select: 2 }, // prettier-ignore
      // All: c 9, a 6, b 6, and a stands before b. Without r there is no b; without s no c.
      expected: {
        selected: ["a", "c"],
        leave_one_reviewer_out: { r: { enter: [], leave: [] }, s: { enter: ["b"], leave: ["c"] } },
      },
    },
    {
      what: "one application against a cut: 17 of the 27 resamples of 1, 2, 3 sum to 6 or more",
      input: { reviews: [1, 2, 3], cut: 2 },
      expected: { p_selected: 17 / 27 },
      tolerance: 1e-12,
    },
    {
      what: "the standard error of measurement: 10·√(1 - 0.84)",
      input: { sd: 10, reliability: 0.84 },
      expected: { sem: 4 },
      tolerance: 1e-12,
    },
  ],
};
