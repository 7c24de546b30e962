import type { OwnCases } from "./own-case.ts";

const weights = ["30", 25, 20, 15, 10];
const order = ["total desc", "sum c1 desc", "sum c2 desc", 'SHA-256(seed|"scale"|application_id) asc'];

/** What is expected comes from a Python program of its own, whole numbers only. */
export const scale: OwnCases = {
  scale: [
    {
      what: "30 applications, with a cut-off and two reserved groups (the choice also by all subsets)",
      input: {
        generator: "scale/scale_gen.py 30 OUT.csv",
        csv_sha256: "45aadfaca6700f00fb42f45a9ba22aac931bc9ef24e3e5160d452f3c1b77f08a",
        weights,
        aggregate: "per review weighted total, mean of the 3 reviews",
        cutoff: "mean of every criterion >= 40 (sum of 3 >= 120)",
        order,
        seed: "5eed",
        select: 8,
        reserves_one_to_one: { A: 2, B: 1 },
      },
      expected: {
        qualified: 20,
        plain: {
          first5: ["T0000010", "T0000029", "T0000025", "T0000002", "T0000014"],
          last: "T0000023",
          cut_total_sum: 20_255,
          sha256_of_ids_joined_by_newline_in_merit_order:
            "70aa2596a75cba52fbd94fded2b8f268b5fdf9414ccc7120df857042ca095533",
        },
        select_140_sha256: "d1340a77060a261d417af90a640f1d3d0a22537dafc0e1e05155b0a49d55ff96",
        with_reserves: {
          reserved_seats_filled: 3,
          last: "T0000009",
          replaced_vs_plain: 3,
          sha256_of_ids_joined_by_newline_in_merit_order:
            "43c818f3729de2b4ed79d03a6b4e6b1cb080a7c26bc174d29c0fc7592ffd545c",
        },
      },
    },
    {
      what: "300 applications of equal weights: many totals tie, and more seats are reserved than a group deserves",
      input: {
        generator: "scale_gen.py 300 OUT.csv",
        csv_sha256: "840d988fddd64e2532f78530495e14420fe94fd24f189ca9821e5218eba67be0",
        weights: [1, 1, 1, 1, 1],
        order,
        seed: "5eed",
        select: 40,
        reserves_one_to_one: { A: 12, B: 10 },
      },
      expected: {
        qualified: 300,
        plain: {
          last: "T0000002",
          cut_total_sum: 1132,
          sha256_of_ids_joined_by_newline_in_merit_order:
            "4f896048bc2909117646a714b95b2feade5bcb78fa2511a2d5879334cd57276b",
        },
        select_140_sha256: "158ab3693211dfe71ee702b2a1d84bdc7eb2ab3bc85dcacceef0521115c991e9",
        with_reserves: {
          reserved_seats_filled: 22,
          last: "T0000118",
          replaced_vs_plain: 16,
          sha256_of_ids_joined_by_newline_in_merit_order:
            "dba2ef02e67fd3192bd5db897a074c48478c4e459456a956e08c18f5e1c5ee32",
        },
      },
    },
    {
      what: "no seats, no reserves",
      input: { generator: "scale_gen.py 10 OUT.csv", weights, order: ["total desc"], select: 0 },
      expected: { qualified: 10, plain: { first5: [], last: null, cut_total_sum: null } },
    },
  ],
};
