import Pdf from "pdfkit";
import type { Faces } from "./faces.ts";
import type { PrintedDocument } from "./printed-document.ts";

/** In points, 72 to the inch. */
export const MARGIN = { side: 56, top: 84, bottom: 72 } as const;
export const ink = { text: "#1e2124", muted: "#58616a", line: "#b1b8be", fill: "#f4f5f6" } as const;

type StructureElement = ReturnType<PDFKit.PDFDocument["struct"]>;

/** A document that is being drawn, with the column that parts may use. */
export type Paper = {
  readonly pdf: PDFKit.PDFDocument;
  readonly faces: Faces;
  readonly left: number;
  readonly width: number;
  /** What screen readers read, in order. */
  readonly structure: StructureElement;
};

type PaperSettings = Pick<PrintedDocument, "language" | "title" | "author" | "createdAt"> & {
  readonly layout: "portrait" | "landscape";
};

/** A4, tagged for screen readers, no font but ours. */
export function newPaper(faces: Faces, { language, title, author, createdAt, layout }: PaperSettings): Paper {
  const pdf = new Pdf({
    size: "A4",
    layout,
    margins: { left: MARGIN.side, right: MARGIN.side, top: MARGIN.top, bottom: MARGIN.bottom },
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language === "ko" ? "ko-KR" : "en",
    font: faces.regular as string,
    info: { Title: title, Author: author, Creator: "Seonbal", Producer: "Seonbal", CreationDate: createdAt },
  });
  const structure = pdf.struct("Document");
  pdf.addStructure(structure);
  return { pdf, faces, structure, left: MARGIN.side, width: pdf.page.width - 2 * MARGIN.side };
}

/** The lowest point that parts may use. */
export function bottomOf({ pdf }: Paper): number {
  return pdf.page.height - MARGIN.bottom;
}

/** A new page where `height` more does not fit on this one. */
export function makeRoom(paper: Paper, height: number): void {
  if (paper.pdf.y + height > bottomOf(paper)) paper.pdf.addPage();
}

export function font({ pdf, faces }: Paper, weight: keyof Faces, size: number): PDFKit.PDFDocument {
  return pdf.font(faces[weight], size);
}

/** What is drawn is read as a `type` ("P", "H1", "TD"), inside `parent` or the document itself. */
export function readAs(paper: Paper, type: string, draw: () => void, parent = paper.structure): void {
  const { pdf } = paper;
  const content = pdf.markStructureContent(type);
  draw();
  pdf.endMarkedContent();
  parent.add(pdf.struct(type, {}, [content]));
}

/** What is drawn is decoration: lines, frames, running heads. */
export function asDecoration({ pdf }: Paper, draw: () => void): void {
  pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pdf.endMarkedContent();
}
