import type { OwnCases } from "./own-case.ts";

/** People in merit order: `["p1", "AB"]` is in the groups A and B. */
const people = (...named: readonly (readonly [string, string?])[]) =>
  named.map(([id, groups], at) => ({ id, merit_rank: at + 1, ...(groups && { groups: [...groups] }) }));

const nested = people(["p1", "B"], ["p2"], ["p3", "A"], ["p4", "AB"], ["p5", "B"]);

export const choosing: OwnCases = {
  quota_selection: [
    {
      what: "one-to-one: somebody of two groups sits where the other seat can still be filled",
      input: {
        mode: "one_to_one",
        seats: 2,
        // p2 must take the seat of B, or nobody could: p3 is only in A.
        applicants: people(["p1"], ["p2", "AB"], ["p3", "A"]).toReversed(),
        reserves: { A: 1, B: 1 },
      },
      expected: { selected: ["p2", "p3"], reserved_seats_filled: 2, reserved_seats_total: 2 },
    },
    {
      what: "one-to-one: more guaranteed than there are seats or people",
      input: { mode: "one_to_one", seats: 1, applicants: people(["p1"], ["p2", "A"]), reserves: { A: 3, B: 2 } },
      expected: { selected: ["p2"], reserved_seats_filled: 1, reserved_seats_total: 5 },
    },
    {
      what: "one-to-all: a minimum that the pool cannot meet is short by one when softened",
      input: { mode: "one_to_all", seats: 2, applicants: people(["p1"], ["p2"], ["p3", "A"]), minima: { A: 2 } },
      expected: {
        feasible: false,
        selected: null,
        soft: { selected: ["p1", "p3"], seats_filled: 2, total_shortfall: 1 },
        conflict: { minima: ["A"], maxima: [] },
      },
    },
    {
      what: "one-to-all: one person meets two minima, maxima stay hard",
      input: {
        mode: "one_to_all",
        seats: 2,
        applicants: people(["p1", "C"], ["p2", "C"], ["p3"], ["p4", "AB"]),
        minima: { A: 1, B: 1 },
        maxima: { C: 1 },
      },
      expected: { feasible: true, selected: ["p1", "p4"] },
    },
    {
      what: "one-to-all: one person for five seats",
      input: { mode: "one_to_all", seats: 5, applicants: people(["p1", "A"]), minima: { A: 1 }, maxima: null },
      expected: { feasible: true, selected: ["p1"], soft: { seats_filled: 1, total_shortfall: 0 } },
    },
    {
      what: "one-to-all: nobody at all",
      input: { mode: "one_to_all", seats: 2, applicants: [] },
      expected: { feasible: true, selected: [], soft: { selected: [], seats_filled: 0, total_shortfall: 0 } },
    },
    {
      what: "no seats",
      input: { mode: "one_to_one", seats: 0, applicants: people(["p1", "A"]), reserves: { A: 1 } },
      expected: { selected: [], reserved_seats_filled: 0, reserved_seats_total: 1 },
    },
  ],
  reserve_rules: [
    {
      what: "a guarantee of two women in five seats: the next woman replaces the lowest of the others",
      input: {
        mode: "one_to_one",
        seats: 5,
        applicants: people(["1"], ["2"], ["3"], ["4", "W"], ["5"], ["6"], ["7"], ["8", "W"], ["9", "W"]),
        reserves: { W: 2 },
      },
      expected: { selected: ["1", "2", "3", "4", "8"], reserved_seats_filled: 2, reserved_seats_total: 2 },
    },
    {
      what: "open first: a member good enough takes no set-aside seat; what stays empty goes to the best of the rest",
      input: {
        mode: "vertical_horizontal",
        applicants: [
          { id: "a", merit_rank: 1, groups: [], vertical: "S" },
          { id: "b", merit_rank: 2, groups: null, vertical: null },
          { id: "c", merit_rank: 3 },
          { id: "d", merit_rank: 4, groups: ["W"] },
          { id: "e", merit_rank: 5, groups: ["W"], vertical: "S" },
        ],
        open: { seats: 2, reserves: { W: 1 } },
        vertical: { S: { seats: 2, reserves: { W: 1 } }, T: { seats: 1 } },
        unfilled: "dereserve",
      },
      // Open: a on merit and d for W. S has only e left. One seat of S and that of T: b and c.
      expected: { selected: ["a", "b", "c", "d", "e"], by_category: { open: ["a", "d"], S: ["e"], T: [], dereserved: ["b", "c"] } }, // prettier-ignore
    },
    ...(
      [
        ["open before the block of A is over and above", ["*", "A"], ["p1", "p2", "p3"]],
        ["the block of A before open is a minimum guarantee", ["A", "*"], ["p1", "p2", "p4"]],
      ] as const
    ).map(([what, order, [first, , last]]) => ({
      what: `the same two seats each, ${what}`,
      input: {
        mode: "sequential",
        applicants: people(["p1", "A"], ["p2"], ["p3", "A"], ["p4"]),
        blocks: order.map((eligible, at) => ({ name: `b${at}`, seats: eligible === "*" ? 2 : 1, eligible })),
        on_shortage: "vacant",
      },
      // Open first: p1 and p2, then p3 of A. A first: p1, then p2 and p3 by merit.
      expected:
        order[0] === "*"
          ? { selected: [first, "p2", last], blocks: [["b0", ["p1", "p2"]], ["b1", ["p3"]]] } // prettier-ignore
          : { selected: [first, "p2", "p3"], blocks: [["b0", ["p1"]], ["b1", ["p2", "p3"]]] }, // prettier-ignore
    })),
    {
      what: "seats that a block cannot fill become open at the end, or stay vacant",
      input: {
        mode: "sequential",
        applicants: people(["p1"], ["p2"], ["p3", "A"]),
        blocks: [{ name: "b0", seats: 2, eligible: "A" }],
        on_shortage: "open",
      },
      expected: { selected: ["p1", "p3"] },
    },
    {
      what: "nobody applied",
      input: { mode: "sequential", applicants: [], blocks: [{ name: "b0", seats: 2 }] },
      expected: { selected: [], blocks: [["b0", []]] },
    },
    {
      what: "bounds on nested groups",
      input: { mode: "one_to_all", seats: 2, applicants: nested.slice(0, 3), minima: { A: 1 }, maxima: { B: 0 } },
      expected: { feasible: true, selected: ["p2", "p3"] },
    },
  ],
  refill: [
    {
      what: "one-to-one: the decline of a guaranteed seat calls the best of its group, that of an open seat the best",
      input: {
        base: {
          mode: "one_to_one",
          seats: 2,
          applicants: people(["p1"], ["p2"], ["p3"], ["p4", "A"], ["p5", "A"]),
          reserves: { A: 1 },
        },
        policy: "rerun",
        declines: [["p4"], "p1", ["p5", "p3"]],
      },
      expected: {
        initial: ["p1", "p4"],
        after: [
          { added: ["p5"], selected: ["p1", "p5"], reserved_seats_filled: 1 },
          { added: ["p2"], selected: ["p2", "p5"], reserved_seats_filled: 1 },
          { added: [], selected: ["p2"], reserved_seats_filled: 0 },
        ],
      },
    },
    {
      what: "one-to-all: who accepted keeps the seat where a clean rerun would push them out",
      input: {
        base: { mode: "one_to_all", seats: 2, applicants: nested, minima: { A: 1 }, maxima: { B: 1 } },
        policy: "protect_incumbents",
        declines: [["p3"]],
      },
      expected: {
        initial: ["p1", "p3"],
        // Only p4 is left in A, but p1 already fills what B may have: A goes short. Anew it would be p2 and p4.
        after: [
          {
            added: ["p2"],
            selected: ["p1", "p2"],
            total_shortfall: 1,
            clean_rerun: ["p2", "p4"],
            clean_rerun_shortfall: 0,
            differs_from_clean_rerun: true,
          },
        ],
      },
    },
    {
      what: "one-to-all without any bound, an empty batch, and nobody left",
      input: {
        base: { mode: "one_to_all", seats: 1, applicants: people(["p1"], ["p2"]) },
        declines: [[], "p1", ["p2"]],
      },
      expected: {
        initial: ["p1"],
        after: [
          { added: [], selected: ["p1"] },
          { added: ["p2"], selected: ["p2"] },
          { added: [], selected: [], total_shortfall: 0 },
        ],
      },
    },
  ],
};
