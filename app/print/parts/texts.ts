import type { PartOf } from "../printed-document.ts";
import { heightOf, writeLines } from "../lines.ts";
import { asDecoration, font, ink, makeRoom, readAs, type Paper } from "../paper.ts";

/** The document's name, large; with a line below it where one is given. */
export function drawTitle(paper: Paper, { text, below }: PartOf<"title">): void {
  const { pdf, left, width } = paper;
  font(paper, "bold", 22).fillColor(ink.text);
  readAs(paper, "H1", () => writeLines(paper, text, { x: left, width, align: "center" }));
  if (below) {
    pdf.y += 4;
    font(paper, "regular", 12).fillColor(ink.muted);
    readAs(paper, "P", () => writeLines(paper, below, { x: left, width, align: "center" }));
  }
  pdf.y += 22;
}

/** Never the last line of a page. */
export function drawHeading(paper: Paper, { text }: PartOf<"heading">): void {
  const { pdf, left, width } = paper;
  pdf.y += 8;
  makeRoom(paper, 70);
  font(paper, "bold", 13).fillColor(ink.text);
  readAs(paper, "H2", () => writeLines(paper, text, { x: left, width }));
  pdf.y += 6;
}

/** Each line of the text is a paragraph of its own. */
export function drawParagraph(
  paper: Paper,
  { text, size = 10.5, isMuted = false, align = "left" }: PartOf<"paragraph">,
): void {
  const { pdf, left, width } = paper;
  // Centred is what closes a document: who issues it.
  if (align === "center") pdf.y += 18;
  for (const each of text.split("\n")) {
    font(paper, "regular", size).fillColor(isMuted ? ink.muted : ink.text);
    makeRoom(paper, Math.min(60, heightOf(paper, each, { width, lineGap: 3 })));
    readAs(paper, "P", () => writeLines(paper, each, { x: left, width, align, lineGap: 3 }));
  }
  pdf.y += 8;
}

/** One short statement that the document is about, framed. */
export function drawStatement(paper: Paper, { text }: PartOf<"statement">): void {
  const { pdf, left, width } = paper;
  const inner = width - 40;
  font(paper, "bold", 16);
  const height = heightOf(paper, text, { width: inner, lineGap: 4 }) + 32;
  makeRoom(paper, height);
  const top = pdf.y;
  asDecoration(paper, () =>
    pdf.lineWidth(1).roundedRect(left, top, width, height, 6).fillAndStroke(ink.fill, ink.line),
  );
  font(paper, "bold", 16).fillColor(ink.text);
  readAs(paper, "P", () =>
    writeLines(paper, text, { x: left + 20, y: top + 16, width: inner, align: "center", lineGap: 4 }),
  );
  pdf.y = top + height + 16;
}

/** A digest with what it is of; on a line of its own, so that it is copied whole. */
export function drawDigest(paper: Paper, { label, digest }: PartOf<"digest">): void {
  const { pdf, left, width } = paper;
  makeRoom(paper, 40);
  font(paper, "bold", 9.5).fillColor(ink.muted);
  readAs(paper, "P", () => pdf.text(label, left, pdf.y, { width }));
  const top = pdf.y + 2;
  font(paper, "regular", 10.5).fillColor(ink.text);
  readAs(paper, "P", () => pdf.text(digest, left, top, { width, lineBreak: false }));
  pdf.x = left;
  pdf.y = top + 26;
}
