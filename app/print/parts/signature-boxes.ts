import type { PartOf } from "../printed-document.ts";
import { asDecoration, font, ink, makeRoom, readAs, type Paper } from "../paper.ts";

const HEIGHT = 52;
const GAP = 12;

/** A box for each person to sign or seal in, two beside each other; `mark` is the word in its corner: "(서명)". */
export function drawSignatureBoxes(paper: Paper, { signatories, mark }: PartOf<"signatures">): void {
  const { pdf, left, width } = paper;
  const each = (width - GAP) / 2;
  for (let index = 0; index < signatories.length; index += 2) {
    makeRoom(paper, HEIGHT + GAP);
    const top = pdf.y;
    for (const [column, { role, name }] of signatories.slice(index, index + 2).entries()) {
      const x = left + column * (each + GAP);
      asDecoration(paper, () => pdf.lineWidth(0.5).rect(x, top, each, HEIGHT).strokeColor(ink.line).stroke());
      font(paper, "regular", 9).fillColor(ink.muted);
      readAs(paper, "P", () => pdf.text(role, x + 10, top + 8, { width: each - 20 }));
      font(paper, "bold", 11).fillColor(ink.text);
      readAs(paper, "P", () => pdf.text(name, x + 10, top + 26, { width: each - 70 }));
      font(paper, "regular", 9).fillColor(ink.muted);
      readAs(paper, "P", () => pdf.text(mark, x + 10, top + 28, { width: each - 20, align: "right" }));
    }
    pdf.x = left;
    pdf.y = top + HEIGHT + GAP;
  }
}
