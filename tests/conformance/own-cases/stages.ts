import type { OwnCases } from "./own-case.ts";

const desc = (...keys: readonly string[]) => keys.map((key) => [key, "desc"]);

export const stages: OwnCases = {
  decimal_rounding: [
    {
      what: "the seven modes at 2.5 and -2.5, by their definitions in General Decimal Arithmetic",
      input: {
        vectors: ["half_up", "half_down", "half_even", "up", "down", "floor", "ceiling"].flatMap((mode) => [
          { id: `+${mode}`, value: 2.5, places: 0, mode },
          { id: `-${mode}`, value: "-2.5", places: 0, mode },
        ]),
      },
      expected: {
        results: {
          "+half_up": "3",
          "-half_up": "-3",
          "+half_down": "2",
          "-half_down": "-2",
          "+half_even": "2",
          "-half_even": "-2",
          "+up": "3",
          "-up": "-3",
          "+down": "2",
          "-down": "-2",
          "+floor": "2",
          "-floor": "-3",
          "+ceiling": "3",
          "-ceiling": "-2",
        },
      },
    },
    {
      what: "carries, long numbers, padding, and other spellings of a decimal",
      input: {
        vectors: [
          { id: "carry", value: "9.995", places: 2, mode: "half_up" },
          { id: "just below", value: "9.99499999999999999999", places: 2, mode: "half_up" },
          { id: "pad", value: "7", places: 3, mode: "floor" },
          { id: "up", value: "0.0001", places: 1, mode: "up" },
          { id: "exponent", value: "15E-1", places: 0, mode: "half_even" },
          { id: "large", value: "1E+3", places: 1, mode: "half_up" },
          { id: "plus", value: "+1.25", places: 1, mode: "half_down" },
          { id: "point first", value: ".5", places: 0, mode: "half_down" },
          { id: "hundreds", value: "250", places: -2, mode: "half_even" },
        ],
      },
      expected: {
        results: {
          carry: "10.00",
          "just below": "9.99",
          pad: "7.000",
          up: "0.1",
          exponent: "2",
          large: "1000.0",
          plus: "1.2",
          "point first": "0",
          hundreds: "200",
        },
      },
    },
    { what: "no value at all", input: { vectors: [] }, expected: { results: {} } },
  ],
  multistage: [
    {
      what: "the shortlist's tie is broken by a part, and stages count by published weights other than 1",
      input: {
        stage1: {
          A: { total: "80", tes: "10" },
          B: { total: 70, tes: "30" },
          C: { total: "70", tes: "40" },
          D: { total: null, tes: "99" },
        },
        stage1_order: desc("total", "tes"),
        shortlist: 2,
        stage2: { A: { total: "60" }, B: { total: "100" }, C: { total: "75" } },
        carry_over: { stage1: "0.4", stage2: 0.6 },
        final_order: desc("final", "stage2"),
        final_select: 1,
      },
      expected: {
        shortlist: ["A", "C"],
        // 0.4·80 + 0.6·60 and 0.4·70 + 0.6·75.
        final_total: { A: "68", C: "73" },
        final_order: ["C", "A"],
        selected: ["C"],
      },
    },
    {
      what: "all ties pass, the first stage is reset, who is absent is out, and a key may prefer the lower number",
      input: {
        stage1: { A: { total: "3" }, B: { total: "2" }, C: { total: "2" }, D: { total: "1" } },
        stage1_order: desc("total"),
        shortlist: 2,
        shortlist_ties: "all_ties",
        stage2: { A: { total: "5" }, B: { total: null }, C: { total: "5" }, D: { total: "9" } },
        carry_over: "reset",
        final_order: [...desc("final"), ["stage1", "asc"]],
      },
      expected: { shortlist: ["A", "B", "C"], final_total: { A: "5", C: "5" }, final_order: ["C", "A"] },
    },
    {
      what: "no places",
      input: {
        stage1: { A: { total: "3" } },
        stage1_order: desc("total"),
        shortlist: 0,
        stage2: {},
        carry_over: { stage1: "1", stage2: "2" },
        final_order: desc("final"),
        final_select: 5,
      },
      expected: { shortlist: [], final_total: {}, final_order: [], selected: [] },
    },
  ],
};
