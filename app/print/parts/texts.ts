import type { PartOf } from "../printed-document.ts";
import { asDecoration, font, ink, makeRoom, readAs, type Paper } from "../paper.ts";
import { wrapped } from "../wrapped.ts";

/** The document's name, large; with a line below it where one is given. */
export function drawTitle(paper: Paper, { text, below }: PartOf<"title">): void {
  const { pdf, left, width } = paper;
  font(paper, "bold", 22).fillColor(ink.text);
  readAs(paper, "H1", () => pdf.text(wrapped(paper, text, width), left, pdf.y, { width, align: "center" }));
  if (below) {
    pdf.y += 4;
    font(paper, "regular", 12).fillColor(ink.muted);
    readAs(paper, "P", () => pdf.text(wrapped(paper, below, width), left, pdf.y, { width, align: "center" }));
  }
  pdf.y += 22;
}

/** Never the last line of a page. */
export function drawHeading(paper: Paper, { text }: PartOf<"heading">): void {
  const { pdf, left, width } = paper;
  pdf.y += 8;
  makeRoom(paper, 70);
  font(paper, "bold", 13).fillColor(ink.text);
  readAs(paper, "H2", () => pdf.text(wrapped(paper, text, width), left, pdf.y, { width }));
  pdf.y += 6;
}

/** Each line of the text is a paragraph of its own. */
export function drawParagraph(
  paper: Paper,
  { text, size = 10.5, isMuted = false, align = "left" }: PartOf<"paragraph">,
): void {
  const { pdf, left, width } = paper;
  for (const line of text.split("\n")) {
    font(paper, "regular", size).fillColor(isMuted ? ink.muted : ink.text);
    const each = wrapped(paper, line, width);
    makeRoom(paper, Math.min(60, pdf.heightOfString(each, { width, lineGap: 3 })));
    readAs(paper, "P", () => pdf.text(each, left, pdf.y, { width, align, lineGap: 3 }));
  }
  pdf.y += 8;
}

/** One short statement that the document is about, framed. */
export function drawStatement(paper: Paper, { text }: PartOf<"statement">): void {
  const { pdf, left, width } = paper;
  const inner = width - 40;
  font(paper, "bold", 16);
  const lines = wrapped(paper, text, inner);
  const height = pdf.heightOfString(lines, { width: inner, lineGap: 4 }) + 32;
  makeRoom(paper, height);
  const top = pdf.y;
  asDecoration(paper, () =>
    pdf.lineWidth(1).roundedRect(left, top, width, height, 6).fillAndStroke(ink.fill, ink.line),
  );
  font(paper, "bold", 16).fillColor(ink.text);
  readAs(paper, "P", () => pdf.text(lines, left + 20, top + 16, { width: inner, align: "center", lineGap: 4 }));
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
