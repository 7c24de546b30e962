import { done, refuse, type Result } from "#app/domain/result.ts";

/**
 * Reads comma-separated text (RFC 4180): quoted cells may hold commas, line breaks and doubled quotes; lines may end
 * in CRLF, LF or CR; a byte order mark is skipped. Refuses a quote that is never closed, or text right behind one.
 */
export function readCsv(text: string): Result<readonly (readonly string[])[], "broken-quotes"> {
  const source = text.replace(/^\uFEFF/, "");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    if (cell === undefined) return refuse("broken-quotes");
    row.push(cell.text);
    at = cell.end;
    if (source[at] === ",") {
      at += 1;
      // A comma at the very end of the text still begins an empty cell.
      if (at === source.length) row.push("");
      else continue;
    }
    at += source.startsWith("\r\n", at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return done(rows);
}

/** One line; a cell that needs quotes gets them. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string): string {
  // A spreadsheet runs what begins like a formula: a leading apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Cell = { readonly text: string; readonly end: number };

function plainCell(source: string, from: number): Cell {
  let end = from;
  while (end < source.length && !",\r\n".includes(source[end] ?? "")) end += 1;
  return { text: source.slice(from, end), end };
}

function quotedCell(source: string, from: number): Cell | undefined {
  let text = "";
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') {
      text += source[at];
    } else if (source[at + 1] === '"') {
      text += '"';
      at += 1;
    } else {
      const end = at + 1;
      return end === source.length || ",\r\n".includes(source[end] ?? "") ? { text, end } : undefined;
    }
  }
  return undefined;
}
