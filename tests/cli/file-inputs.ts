/** The inputs of the commands that read no database, small and made up. */
export const selectInput = {
  rule: {
    tracks: [{ id: "game", seats: 1 }],
    assignment: "score_first",
    rankingPerTrack: false,
    stages: [{ id: "document", weightPercent: "100", minimum: null, criteria: [], gate: null }],
    bonus: null,
    minimumTotal: "60",
    rounding: { scale: 2, mode: "half_up" },
    rankOn: "rounded",
    tieBreakers: [{ by: "lottery" }],
    quotas: [],
    reserve: { percentOfSeats: "100" },
  },
  people: ["A", "B", "C"].map((applicationNo, at) => ({
    applicationNo,
    choices: ["game"],
    acceptOther: true,
    standing: "in",
    stages: { document: { outcome: "scored", score: ["80", "90.5", "59.99"][at], criteria: {} } },
    claimsAsked: [],
    claims: [],
    tags: [],
  })),
  draw: { seed: "5eed", label: "game" },
};

export const assignInput = {
  applications: [
    { id: "a", reviews: 1 },
    { id: "b", reviews: 1 },
  ],
  reviewers: ["r", "s", "t"].map((id) => ({ id, min: 0, max: 1 })),
  // Of b only r and s may be asked; a goes to r on its own, but 8 + 8 is more than 9 + 2.
  scores: [[9, 8, 5], [8, 2, null]], // prettier-ignore
  seed: "s",
};

export const ratingsInput = {
  ratings: [
    ["a", "r", "1"],
    ["a", "s", 4],
    ["b", "r", 5],
    ["b", "s", "6.0"],
    ["c", "r", 9],
    ["c", "s", 11],
  ],
};
