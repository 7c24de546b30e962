import type { Paper } from "./paper.ts";

/**
 * A text with its line ends set for the current font: between words, as Korean is read, while the library alone would
 * end a line after any syllable. A word longer than a line ends where the line does, after a "/" where there is one.
 */
export function wrapped({ pdf }: Pick<Paper, "pdf">, text: string, width: number): string {
  // The library adds up the words one by one, which may come to a hair more.
  const fits = (line: string) => pdf.widthOfString(line) <= width - 0.5;
  return text
    .split("\n")
    .flatMap((line) => linesOf(line, fits))
    .join("\n");
}

function linesOf(text: string, fits: (line: string) => boolean): readonly string[] {
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
