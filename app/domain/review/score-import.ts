import { compare, rationalOf, parseRational } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import type { StageDefinition } from "#app/domain/programme/stages.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { ImportedCriterionRule, ImportedStageRule } from "#app/domain/selection/imported-score.ts";

/** A file as text: its rows in order, each with the number that a spreadsheet shows beside it. */
export type ScoreTable = readonly TableRow[];
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/** A column of the file: `header` as the definition names it, `limit` the largest allowed value. */
export type ScoreColumn = {
  readonly key: string;
  readonly header: string;
  readonly percent: boolean;
  readonly limit: string;
};

/** What the database knows of the cohort's application numbers. */
export type KnownNumber = { readonly applicationId: string; readonly isInStage: boolean };

export type ImportProblem = {
  /** Null for what is wrong with the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly reason:
    | "empty_file"
    | "missing_column"
    | "repeated_column"
    | "missing_number"
    | "unknown_number"
    | "not_in_stage"
    | "duplicate"
    | "missing_value"
    | "not_a_number"
    | "out_of_range";
  readonly value: string;
  readonly limit?: string;
};
export type ScoreRow = {
  readonly applicationId: string;
  readonly number: string;
  /** Exact decimals by column key. */
  readonly values: Readonly<Record<string, string>>;
};
export type ReadScores = { readonly rows: readonly ScoreRow[]; readonly looksLikeShares: readonly string[] };

/** Headers under which the application number may stand; the first is the template's. */
export const numberHeaders = ["접수번호", "applicationNo", "Application number"] as const;

/** The columns that a stage takes from a file, in the order of its rubric; empty for a stage that is reviewed. */
export function importColumns(stage: StageDefinition, rule: ImportedStageRule): readonly ScoreColumn[] {
  const headers = stage.source?.columns ?? {};
  const criteria: readonly ImportedCriterionRule[] = rule.criteria;
  return criteria
    .filter(({ id }) => Object.hasOwn(headers, id))
    .map(({ id, max, column }) => {
      const percent = column === "percent";
      return { key: id, header: headers[id] ?? id, percent, limit: percent ? "100" : max };
    });
}

/**
 * The scores of a file, columns in any order, other columns ignored, blank rows skipped. Refuses with everything that is
 * wrong, row by row: nothing is imported unless all of it is good. Values become the shortest exact decimal.
 */
export function readScoreTable(
  table: ScoreTable,
  columns: readonly ScoreColumn[],
  numbers: ReadonlyMap<string, KnownNumber>,
): Result<ReadScores, readonly ImportProblem[]> {
  const [head, ...body] = table.filter(({ cells }) => cells.some((cell) => plain(cell) !== ""));
  if (!head) return refuse([ofFile("empty_file")]);
  const places = placesOf(head, columns);
  if (!places.ok) return places;

  const problems: ImportProblem[] = [];
  const rows: ScoreRow[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of body) {
    const number = plain(cells[places.value.number] ?? "");
    const known = numbers.get(number);
    const wrong = seen.has(number) && number !== "" ? "duplicate" : wrongNumber(number, known);
    if (wrong) problems.push({ row, column: numberHeaders[0], reason: wrong, value: number });
    seen.add(number);
    const values: Record<string, string> = {};
    for (const { column, place } of places.value.columns) {
      const read = readValue(column, plain(cells[place] ?? ""));
      if (read.ok) values[column.key] = read.value;
      else problems.push({ row, column: column.header, ...read.refusal });
    }
    if (known) rows.push({ applicationId: known.applicationId, number, values });
  }
  if (body.length === 0) problems.push(ofFile("empty_file"));
  if (problems.length > 0) return refuse(problems);
  return done({ rows, looksLikeShares: sharesAmong(columns, rows) });
}

type Places = {
  readonly number: number;
  readonly columns: readonly { readonly column: ScoreColumn; readonly place: number }[];
};

function placesOf(head: TableRow, columns: readonly ScoreColumn[]): Result<Places, readonly ImportProblem[]> {
  const headers = head.cells.map(headerOf);
  const problems: ImportProblem[] = [];
  const placeOf = (names: readonly string[]): number => {
    const wanted = names.map(headerOf);
    const found = headers.flatMap((header, place) => (wanted.includes(header) ? [place] : []));
    const [place = -1] = found;
    const column = names[0] ?? "";
    if (found.length === 0) problems.push({ row: null, column, reason: "missing_column", value: "" });
    if (found.length > 1) problems.push({ row: head.row, column, reason: "repeated_column", value: "" });
    return place;
  };
  const number = placeOf(numberHeaders);
  const placed = columns.map((column) => ({ column, place: placeOf([column.header]) }));
  return problems.length > 0 ? refuse(problems) : done({ number, columns: placed });
}

function wrongNumber(number: string, known: KnownNumber | undefined): ImportProblem["reason"] | undefined {
  if (number === "") return "missing_number";
  if (!known) return "unknown_number";
  return known.isInStage ? undefined : "not_in_stage";
}

type ValueProblem = Pick<ImportProblem, "reason" | "value" | "limit">;

function readValue({ percent, limit }: ScoreColumn, cell: string): Result<string, ValueProblem> {
  const value = percent ? cell.replace(/\s*%$/, "") : cell;
  if (value === "") return refuse({ reason: "missing_value", value: cell });
  const parsed = parseRational(value);
  if (!parsed.ok || value.includes("/")) return refuse({ reason: "not_a_number", value: cell });
  const fits = parsed.value.numerator >= 0n && compare(parsed.value, rationalOf(limit)) <= 0;
  return fits ? done(toExactString(parsed.value)) : refuse({ reason: "out_of_range", value: cell, limit });
}

/** Percent columns in which nobody has more than 1: somebody may have written 0.85 for 85 %. */
function sharesAmong(columns: readonly ScoreColumn[], rows: readonly ScoreRow[]): readonly string[] {
  const one = rationalOf("1");
  return columns
    .filter(
      ({ percent, key }) => percent && rows.every(({ values }) => compare(rationalOf(values[key] ?? "0"), one) <= 0),
    )
    .map(({ header }) => header);
}

function ofFile(reason: ImportProblem["reason"]): ImportProblem {
  return { row: null, column: null, reason, value: "" };
}

function plain(cell: string): string {
  return cell.normalize("NFKC").trim();
}

function headerOf(cell: string): string {
  return plain(cell).replaceAll(/\s+/g, "").toLowerCase();
}
