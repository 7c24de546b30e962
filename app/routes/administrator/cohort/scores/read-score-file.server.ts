import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { readCsv } from "#app/domain/review/csv.ts";
import type { ScoreTable, TableRow } from "#app/domain/review/score-import.ts";
import { unpacksWithin } from "#app/http/zip-size.server.ts";

export type FileRefusal = "file-empty" | "file-too-large" | "file-not-read" | "file-old-xls" | "file-too-many-rows";

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 150 * 1024 * 1024;
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 100;

/** The rows of an XLSX workbook's first sheet, or of comma-separated text in UTF-8 or CP949, as text. */
export async function readScoreFile(bytes: Uint8Array): Promise<Result<ScoreTable, FileRefusal>> {
  if (bytes.byteLength === 0) return refuse("file-empty");
  if (bytes.byteLength > MAX_BYTES) return refuse("file-too-large");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse("file-old-xls");
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readText(bytes);
  return (await unpacksWithin(bytes, MAX_UNPACKED_BYTES)) ? readWorkbook(bytes) : refuse("file-not-read");
}

function readText(bytes: Uint8Array): Result<ScoreTable, FileRefusal> {
  const read = readCsv(decoded(bytes));
  if (!read.ok || bytes.includes(0)) return refuse("file-not-read");
  if (read.value.length > MAX_ROWS) return refuse("file-too-many-rows");
  return done(read.value.map((cells, index) => ({ row: index + 1, cells })));
}

/** What is not UTF-8 comes from a Korean spreadsheet of the old kind: WHATWG's euc-kr is CP949. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<ScoreTable, FileRefusal>> {
  const rows: TableRow[] = [];
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
      entries: "ignore",
      hyperlinks: "ignore",
      sharedStrings: "cache",
      styles: "cache",
      worksheets: "emit",
    });
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        if (rows.length >= MAX_ROWS) return refuse("file-too-many-rows");
        rows.push({ row: row.number, cells: cellsOf(row) });
      }
      break;
    }
  } catch {
    return refuse("file-not-read");
  }
  return done(rows);
}

function cellsOf(row: ExcelJS.Row): readonly string[] {
  const columns = Math.min(row.cellCount, MAX_COLUMNS);
  return Array.from({ length: columns }, (_, index) => {
    const cell = row.getCell(index + 1);
    return cellText(cell.value, cell.numFmt);
  });
}

function cellText(value: ExcelJS.CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberText(value, format);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("formula" in value || "sharedFormula" in value) return cellText(value.result ?? null, format);
  return "text" in value ? value.text : "";
}

/** A spreadsheet keeps fifteen digits; a cell shown as 85 % holds 0.85. */
function numberText(value: number, format: string | undefined): string {
  const shown = format?.includes("%") === true ? value * 100 : value;
  return String(Number(shown.toPrecision(15)));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
