import { describe, expect, test } from "vitest";
import { csvLine, readCsv } from "#app/domain/review/csv.ts";
import { readScoreTable, type ScoreColumn, type ScoreTable } from "#app/domain/review/score-import.ts";

const columns: readonly ScoreColumn[] = [
  { key: "progress", header: "진도율", percent: true, limit: "100" },
  { key: "assignment", header: "과제점수", percent: false, limit: "50" },
];
const numbers = new Map([
  ["AI06-00001", { applicationId: "one", isInStage: true }],
  ["AI06-00002", { applicationId: "two", isInStage: true }],
  ["AI06-00003", { applicationId: "out", isInStage: false }],
]);

describe("reading a score file", () => {
  test("finds the columns in any order and keeps exact decimals", () => {
    const read = readScoreTable(
      tableOf(["비고", "과제 점수", "접수번호", "진도율"], ["x", "041.50", "AI06-00001", "85.5%"], ["", "", "", ""]),
      columns,
      numbers,
    );
    expect(read).toEqual({
      ok: true,
      value: {
        rows: [{ applicationId: "one", number: "AI06-00001", values: { progress: "85.5", assignment: "41.5" } }],
        looksLikeShares: [],
      },
    });
  });

  test("names row, column and reason of everything that is wrong, and imports nothing", () => {
    const read = readScoreTable(
      tableOf(
        ["접수번호", "진도율", "과제점수"],
        ["AI06-00001", "101", "50.01"],
        ["AI06-00001", "90", "없음"],
        ["AI06-99999", "90", "1/2"],
        ["AI06-00003", "90", ""],
        ["", "-1", "5%"],
      ),
      columns,
      numbers,
    );
    expect(!read.ok && read.refusal.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, "진도율", "out_of_range"],
      [2, "과제점수", "out_of_range"],
      [3, "접수번호", "duplicate"],
      [3, "과제점수", "not_a_number"],
      [4, "접수번호", "unknown_number"],
      [4, "과제점수", "not_a_number"],
      [5, "접수번호", "not_in_stage"],
      [5, "과제점수", "missing_value"],
      [6, "접수번호", "missing_number"],
      [6, "진도율", "out_of_range"],
      [6, "과제점수", "not_a_number"],
    ]);
  });

  test("asks for every column of the definition, once", () => {
    const missing = readScoreTable(
      tableOf(["접수번호", "과제점수", "과제점수"], ["AI06-00001", "1", "1"]),
      columns,
      numbers,
    );
    expect(!missing.ok && missing.refusal.map(({ column, reason }) => [column, reason])).toEqual([
      ["진도율", "missing_column"],
      ["과제점수", "repeated_column"],
    ]);
    expect(readScoreTable([], columns, numbers)).toMatchObject({ ok: false });
    expect(readScoreTable(tableOf(["접수번호", "진도율", "과제점수"]), columns, numbers)).toMatchObject({ ok: false });
  });

  test("wonders about percentages that look like shares", () => {
    const read = readScoreTable(
      tableOf(["접수번호", "진도율", "과제점수"], ["AI06-00001", "0.85", "40"], ["AI06-00002", "1", "40"]),
      columns,
      numbers,
    );
    expect(read.ok && read.value.looksLikeShares).toEqual(["진도율"]);
  });
});

describe("comma-separated text", () => {
  test("keeps commas, quotes and line breaks inside quotes", () => {
    expect(readCsv('\uFEFFa,"b ""x"", c"\r\n"1\n2",\n3,4')).toEqual({
      ok: true,
      value: [
        ["a", 'b "x", c'],
        ["1\n2", ""],
        ["3", "4"],
      ],
    });
    expect(readCsv("a,b,")).toEqual({ ok: true, value: [["a", "b", ""]] });
    expect(readCsv("")).toEqual({ ok: true, value: [] });
  });

  test("refuses a quote that is never closed", () => {
    expect(readCsv('a,"b').ok).toBe(false);
    expect(readCsv('"a"b,c').ok).toBe(false);
  });

  test("reads back what it wrote, and never writes a formula", () => {
    const cells = ['say "hi", all', "plain", ""];
    expect(readCsv(csvLine(cells))).toEqual({ ok: true, value: [cells] });
    expect(csvLine(["=1+1"])).toBe("'=1+1\r\n");
  });
});

function tableOf(...rows: readonly (readonly string[])[]): ScoreTable {
  return rows.map((cells, index) => ({ row: index + 1, cells }));
}
