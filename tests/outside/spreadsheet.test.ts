import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { importColumns, readScoreTable, type KnownNumber, type ScoreTable } from "#app/domain/review/score-import.ts";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";
import { readScoreFile } from "#app/routes/administrator/cohort/scores/read-score-file.server.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const folder = mkdtempSync(join(tmpdir(), "seonbal-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commas, UTF-8; special numbers (percent) read as numbers. */
const CSV_AS_IT_IS = "CSV:44,34,76,1,,0,false,true";

function throughLibreOffice(csv: string): Uint8Array {
  const file = join(folder, "scores.csv");
  writeFileSync(file, csv);
  const { status, stderr } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      `--infilter=${CSV_AS_IT_IS}`,
      "--convert-to",
      "xlsx",
      "--outdir",
      folder,
      file,
    ],
    { encoding: "utf8", timeout: 150_000 },
  );
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
  return readFileSync(join(folder, "scores.xlsx"));
}

const definition = aDefinition({ sample: "ai-academy" });

function scoresOf(stageKey: string, table: ScoreTable) {
  const stage = definition.stages.find(({ id }) => id === stageKey)!;
  const scored = stageRuleFromDefinition(definition, stageKey);
  const rule = scored.ok && scored.value.kind === "imported" ? scored.value.rule : undefined;
  const numbers = table
    .slice(1)
    .map(({ cells }): [string, KnownNumber] => [cells.find((cell) => cell.startsWith("AI06-")) ?? "", known(cells)]);
  return readScoreTable(table, importColumns(stage, rule!), new Map(numbers));
}

function known(cells: readonly string[]): KnownNumber {
  return { applicationId: `id of ${cells.find((cell) => cell.startsWith("AI06-"))}`, isInStage: true };
}

async function tableOf(bytes: Uint8Array): Promise<ScoreTable> {
  const read = await readScoreFile(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

test("a workbook that LibreOffice wrote gives the same scores as the text it was made from", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => {
    const number = `AI06-${String(index + 1).padStart(5, "0")}`;
    const progress = ["85.5%", "100%", "7.25%", "66.67", "0", "99.999%"][index % 6];
    return [`"가상, ${index}"`, progress, number, (index % 99) / 2 + 0.1].join(",");
  });
  const csv = ["이름,진도율,접수번호,과제점수", ...rows, ""].join("\r\n");

  const fromText = scoresOf("precourse", await tableOf(new TextEncoder().encode(csv)));
  const fromWorkbook = scoresOf("precourse", await tableOf(throughLibreOffice(csv)));

  expect(fromWorkbook).toEqual(fromText);
  expect(fromText).toMatchObject({ ok: true });
  expect(fromText.ok && fromText.value.rows).toHaveLength(300);
  expect(fromText.ok && fromText.value.rows[0]?.values).toEqual({ progress: "85.5", assignment: "0.1" });
});

test("a mistake is found at the row that the spreadsheet shows", async () => {
  const csv = ["접수번호,코딩,논리", "AI06-00001,60,40", "", "AI06-00002,61,40", "AI06-00003,absent,12"].join("\n");

  const read = scoresOf("test", await tableOf(throughLibreOffice(csv)));

  expect(read.ok ? [] : read.refusal.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [4, "코딩", "out_of_range"],
    [5, "코딩", "not_a_number"],
  ]);
});
