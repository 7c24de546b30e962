import type { OwnCases } from "./own-case.ts";

const pair = (a: string, b: string) => [a, b];

export const matching: OwnCases = {
  deferred_acceptance: [
    {
      what: "the cyclic market of Gale and Shapley 1962, Example 1: three stable matchings, applicants get their first",
      input: {
        applicants: { 가람: ["게임", "웹툰", "영상"], 나래: ["웹툰", "영상", "게임"], 다온: ["영상", "게임", "웹툰"] },
        tracks: {
          게임: { capacity: 1, priority: ["나래", "다온", "가람"] },
          웹툰: { capacity: 1, priority: ["다온", "가람", "나래"] },
          영상: { capacity: 1, priority: ["가람", "나래", "다온"] },
        },
      },
      expected: { matching: { 가람: "게임", 나래: "웹툰", 다온: "영상" } },
    },
    {
      what: "a rejection runs on: b takes the game seat from a, and a the web seat from c",
      input: {
        applicants: { a: ["game", "web"], b: ["web", "game"], c: ["web"], d: [], e: ["film", "game"] },
        tracks: {
          game: { capacity: 1, priority: ["b", "a"] },
          web: { capacity: 1, priority: ["a", "c", "b"] },
          film: { capacity: 0, priority: ["e"] },
        },
      },
      // c holds web against b, b goes to game against a, a goes to web against c. e stands in no priority with a seat.
      expected: { matching: { a: "web", b: "game", c: null, d: null, e: null } },
    },
    { what: "an empty market", input: { applicants: {}, tracks: {} }, expected: { matching: {} } },
  ],
  track_matching: [
    {
      what: "a vacancy moves people up their lists",
      input: {
        applicants: [
          { id: "a", groups: [], prefs: ["t1"] },
          { id: "b", prefs: ["t1", "t2"] },
          { id: "c", groups: null, prefs: ["t2"] },
        ],
        tracks: {
          t1: { capacity: 1, reserves: {}, priority: ["a", "b", "c"] },
          t2: { capacity: 1, priority: ["b", "c"] },
        },
        policy: "rerun_with_upgrades",
        declines: ["a", ["c", "b"]],
      },
      expected: {
        matching: { a: "t1", b: "t2", c: null },
        after: [
          { declined: "a", matching: { b: "t1", c: "t2" }, moved: { b: ["t2", "t1"], c: [null, "t2"] } },
          { declined: ["c", "b"], matching: {}, moved: {} },
        ],
      },
    },
    {
      what: "a frozen list fills a vacancy from its own waiting people: who holds another seat stays",
      input: {
        applicants: [
          { id: "a", prefs: ["t1"] },
          { id: "b", prefs: ["t1", "t2"] },
          { id: "c", prefs: ["t2"] },
          { id: "d", prefs: ["t1"] },
        ],
        tracks: {
          t1: { capacity: 1, priority: ["a", "b", "d"] },
          t2: { capacity: 1, priority: ["b", "c"] },
        },
        policy: "frozen",
        declines: ["a"],
      },
      expected: { after: [{ matching: { b: "t2", c: null, d: "t1" }, moved: { d: [null, "t1"] } }] },
    },
    {
      what: "a guaranteed seat is kept while somebody of the group is left, and there are no declines at all",
      input: {
        applicants: [
          { id: "p", prefs: ["t"] },
          { id: "q", prefs: ["t"] },
          { id: "x", groups: ["X", "Y"], prefs: ["t"] },
        ],
        tracks: { t: { capacity: 2, reserves: { X: 1 }, priority: ["p", "q", "x"] } },
      },
      expected: { matching: { p: "t", q: null, x: "t" }, after: [] },
    },
  ],
  reviewer_assignment: [
    {
      what: "the best total, not the best pair first; capacity 0 and conflicts forbid",
      input: {
        applications: [
          { id: "a", reviews: 1 },
          { id: "b", reviews: 1 },
        ],
        reviewers: [
          { id: "r", min: 0, max: 1 },
          { id: "s", min: 0, max: 1 },
          { id: "t", min: 0, max: 0 },
          { id: "u", max: 2 },
        ],
        scores: [[9, "8", 99, 50], [9, 1, 99, null]], // prettier-ignore
        conflicts: [pair("a", "u"), pair("nobody", "r")],
      },
      // 8 + 9, where the greedy start with (a, r) ends at 9 + 1.
      expected: { feasible: true, optimum_total: 17, assignment: [["a", "s"], ["b", "r"]] }, // prettier-ignore
    },
    {
      what: "too few reviewers: how many reviews can be given",
      input: {
        applications: [{ id: "a", reviews: 3 }],
        reviewers: [
          { id: "r", min: 0, max: 2 },
          { id: "s", min: 0, max: 1 },
        ],
        scores: [[5, 3]],
        conflicts: [],
      },
      expected: { feasible: false, max_reviews_assignable: 2, reviews_required: 3 },
    },
    {
      what: "a reviewer drops out: as few pairs as possible move besides",
      input: {
        applications: [
          { id: "a", reviews: 1 },
          { id: "b", reviews: 1 },
        ],
        reviewers: ["r", "s", "t"].map((id) => ({ id, min: 0, max: 1 })),
        scores: [[9, 1, 5], [8, 2, null]], // prettier-ignore
        conflicts: [],
        current: [pair("a", "r"), pair("b", "s")],
        dropped: ["s"],
      },
      // t may not read b: b gets r, and a moves to t.
      expected: {
        feasible: true,
        pairs_removed_besides_dropped: 1,
        optimum_total: 13,
        assignment: [pair("a", "t"), pair("b", "r")],
      },
    },
    {
      what: "one reviewer of an institution, and an expert",
      input: {
        applications: [{ id: "a", reviews: 2 }],
        reviewers: [
          { id: "r", min: 0, max: 1, institution: "X", expert: false },
          { id: "s", min: 0, max: 1, institution: "X" },
          { id: "t", min: 0, max: 1, institution: "Y", expert: true },
          { id: "u", min: 0, max: 1, institution: "Z", expert: false },
        ],
        scores: [[9, 8, 1, 5]],
        conflicts: null,
        rules: { max_one_per_institution: true, min_experts: 1 },
      },
      expected: { feasible: true, optimum_total: 10, assignment: [pair("a", "r"), pair("a", "t")] },
    },
    {
      what: "nothing to read, and reviewers who must read more than there is",
      input: { applications: [{ id: "a", reviews: 0 }], reviewers: [{ id: "r", min: 0, max: 0 }], scores: [[5]] },
      expected: { feasible: true, optimum_total: 0, assignment: [] },
    },
    {
      what: "least loads that cannot be reached",
      input: {
        applications: [{ id: "a", reviews: 1 }],
        reviewers: ["r", "s"].map((id) => ({ id, min: 1, max: 2 })),
        scores: [[5, 3]],
      },
      expected: { feasible: false },
    },
  ],
};
