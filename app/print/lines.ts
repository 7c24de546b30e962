import type { Paper } from "./paper.ts";

export type LineBox = { readonly width: number; readonly lineGap?: number };

/**
 * A text cut into lines for the current font: between words, as Korean is read, while the library alone would end a line
 * after any syllable. A word longer than a line ends where the line does, after a "/" where there is one.
 */
export function linesOf({ pdf }: Pick<Paper, "pdf">, text: string, width: number): readonly string[] {
  // As the library measures: word by word, each with the blank behind it.
  const fits = (line: string) => line.split(/(?<= )/).reduce((sum, word) => sum + pdf.widthOfString(word), 0) <= width;
  return text.split("\n").flatMap((line) => cutIntoLines(line, fits));
}

/** How much of the page the text takes in the current font. */
export function heightOf(paper: Paper, text: string, { width, lineGap = 0 }: LineBox): number {
  return linesOf(paper, text, width).length * (paper.pdf.currentLineHeight(true) + lineGap);
}

type Place = LineBox & { readonly x: number; readonly y?: number; readonly align?: "left" | "right" | "center" };

/** Writes the text line by line from `y` (or where the paper stands) on. */
export function writeLines(paper: Paper, text: string, { x, y, ...box }: Place): void {
  const { pdf } = paper;
  if (y !== undefined) pdf.y = y;
  for (const line of linesOf(paper, text, box.width)) pdf.text(line, x, pdf.y, box);
}

function cutIntoLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line)) {
      const cut = cutOf(line, fits);
      if (cut >= line.length) break;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return [...lines, line];
}

/** How much of a long word stands on one line; at least one letter. */
function cutOf(word: string, fits: (line: string) => boolean): number {
  let cut = 0;
  for (const letter of word) {
    if (cut > 0 && !fits(word.slice(0, cut + letter.length))) break;
    cut += letter.length;
  }
  const slash = word.lastIndexOf("/", cut - 1) + 1;
  return slash > cut / 2 ? slash : cut;
}
