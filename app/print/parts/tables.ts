import type { PartOf } from "../printed-document.ts";
import { heightOf, writeLines } from "../lines.ts";
import { asDecoration, bottomOf, font, ink, makeRoom, readAs, type Paper } from "../paper.ts";

const PADDING = 7;

/** A table whose head is repeated on every page; a row is never cut in two unless it is longer than a page. */
export function drawTable(paper: Paper, { columns, rows, size = 9.5 }: PartOf<"table">): void {
  const { pdf, structure } = paper;
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / all) * paper.width);
  const element = pdf.struct("Table");
  structure.add(element);
  const cells = (texts: readonly string[], type: "TH" | "TD") =>
    texts.map((text, index) => ({ text, type, width: widths[index] ?? 0, align: columns[index]?.align ?? "left" }));
  const row = (texts: readonly string[], type: "TH" | "TD") =>
    drawRow(paper, { cells: cells(texts, type), size, element });

  const head = columns.map(({ header }) => header);
  const headHeight = heightOfRow(paper, cells(head, "TH"), size);
  makeRoom(paper, headHeight + 2 * size);
  row(head, "TH");
  for (const texts of rows) {
    if (pdf.y + heightOfRow(paper, cells(texts, "TD"), size) > bottomOf(paper)) {
      pdf.addPage();
      row(head, "TH");
    }
    row(texts, "TD");
  }
  element.end();
  pdf.x = paper.left;
  pdf.y += 12;
}

/** Pairs of a term and what it is; pairs without a text are left out. */
export function drawPairs(paper: Paper, { pairs }: PartOf<"pairs">): void {
  const { pdf, structure, width } = paper;
  const element = pdf.struct("Table");
  structure.add(element);
  const term = width * 0.28;
  for (const [label, text] of pairs) {
    if (!text) continue;
    const cells: readonly Cell[] = [
      { text: label, type: "TH", width: term, align: "left" },
      { text, type: "TD", width: width - term, align: "left" },
    ];
    makeRoom(paper, Math.min(heightOfRow(paper, cells, 10.5), 300));
    drawRow(paper, { cells, size: 10.5, element });
  }
  element.end();
  pdf.x = paper.left;
  pdf.y += 12;
}

type Cell = {
  readonly text: string;
  readonly type: "TH" | "TD";
  readonly width: number;
  readonly align: "left" | "right" | "center";
};

function textBox({ width }: Cell) {
  return { width: width - 2 * PADDING, lineGap: 2 };
}

function heightOfRow(paper: Paper, cells: readonly Cell[], size: number): number {
  const heights = cells.map((cell) => {
    font(paper, cell.type === "TH" ? "bold" : "regular", size);
    return heightOf(paper, cell.text, textBox(cell));
  });
  return Math.max(...heights) + 2 * PADDING;
}

type Row = {
  readonly cells: readonly Cell[];
  readonly size: number;
  readonly element: ReturnType<PDFKit.PDFDocument["struct"]>;
};

function drawRow(paper: Paper, { cells, size, element }: Row): void {
  const { pdf, left } = paper;
  const top = pdf.y;
  const height = heightOfRow(paper, cells, size);
  const row = pdf.struct("TR");
  element.add(row);
  const starts = cells.map((_, index) => cells.slice(0, index).reduce((sum, { width }) => sum + width, left));
  asDecoration(paper, () => {
    pdf.lineWidth(0.5);
    for (const [index, { type, width }] of cells.entries()) {
      const box = pdf.rect(starts[index] ?? left, top, width, height);
      if (type === "TH") box.fillAndStroke(ink.fill, ink.line);
      else box.strokeColor(ink.line).stroke();
    }
  });
  for (const [index, cell] of cells.entries()) {
    const x = (starts[index] ?? left) + PADDING;
    font(paper, cell.type === "TH" ? "bold" : "regular", size).fillColor(ink.text);
    const place = { ...textBox(cell), x, y: top + PADDING, align: cell.align };
    const draw = () => writeLines(paper, cell.text, place);
    readAs(paper, cell.type, draw, row);
  }
  row.end();
  pdf.x = left;
  pdf.y = top + height;
}
