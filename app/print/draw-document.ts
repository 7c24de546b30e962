import { loadFaces } from "./faces.ts";
import { asDecoration, font, ink, MARGIN, newPaper, type Paper } from "./paper.ts";
import { drawSignatureBoxes } from "./parts/signature-boxes.ts";
import { drawPairs, drawTable } from "./parts/tables.ts";
import { drawDigest, drawHeading, drawParagraph, drawStatement, drawTitle } from "./parts/texts.ts";
import type { PrintedDocument, PrintedPart } from "./printed-document.ts";

/**
 * The PDF of a document: A4, fonts embedded with the letters used, tagged, the same bytes for the same content. Takes
 * tens of milliseconds without a pause, so servers call `printDocument`, which draws in a thread.
 */
export async function drawDocument(document: PrintedDocument): Promise<Uint8Array> {
  const { header, footer, parts, layout = "portrait", ...settings } = document;
  const paper = newPaper(await loadFaces(), { ...settings, layout });
  const { pdf } = paper;
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  for (const part of parts) drawPart(paper, part);
  paper.structure.end();
  drawFrames(paper, { header, footer });
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawPart(paper: Paper, part: PrintedPart): void {
  switch (part.kind) {
    case "title":
      return drawTitle(paper, part);
    case "heading":
      return drawHeading(paper, part);
    case "paragraph":
      return drawParagraph(paper, part);
    case "statement":
      return drawStatement(paper, part);
    case "digest":
      return drawDigest(paper, part);
    case "pairs":
      return drawPairs(paper, part);
    case "table":
      return drawTable(paper, part);
    case "signatures":
      return drawSignatureBoxes(paper, part);
  }
}

/** Running head and foot of every page; how many pages there are is known last. */
function drawFrames(paper: Paper, { header, footer }: Pick<PrintedDocument, "header" | "footer">): void {
  const { pdf, left, width } = paper;
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const { height } = pdf.page;
    // Below the margin pdfkit would begin another page.
    pdf.page.margins.bottom = 0;
    asDecoration(paper, () => {
      const line = { width, lineBreak: false } as const;
      font(paper, "regular", 8.5).fillColor(ink.muted);
      pdf.text(header[0], left, MARGIN.top - 46, line);
      pdf.text(header[1], left, MARGIN.top - 46, { ...line, align: "right" });
      pdf.text(footer, left, height - MARGIN.bottom + 28, line);
      pdf.text(`${page - start + 1} / ${count}`, left, height - MARGIN.bottom + 28, { ...line, align: "right" });
      pdf.lineWidth(0.5).strokeColor(ink.line);
      for (const y of [MARGIN.top - 28, height - MARGIN.bottom + 20]) {
        pdf
          .moveTo(left, y)
          .lineTo(left + width, y)
          .stroke();
      }
    });
  }
}
