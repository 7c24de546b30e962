import type { Variables } from "#app/domain/message/message.ts";
import { fillVariables } from "./fill-variables.ts";

/** A body's parts, the same for every channel that shows more than one line. */
export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly string[] };

const bulletPattern = /^\s*[○•·-]\s+/;

/**
 * Reads a plain text: empty lines part paragraphs, lines that begin with ○ or "- " are a list.
 * The template is parted before its values are put in, so that no value can make a paragraph or a list of its own.
 */
export function blocksOf(template: string, variables: Variables): readonly Block[] {
  return template
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .flatMap((paragraph) => runsOf(paragraph.split("\n")))
    .map(({ listed, lines }): Block => {
      const filled = lines.map((line) => onOneLine(fillVariables(line, variables)));
      return listed ? { kind: "list", items: filled } : { kind: "paragraph", lines: filled };
    });
}

/** `bullet` stands before each item, as readers of the language are used to. */
export function textOf(blocks: readonly Block[], bullet: string): string {
  return blocks
    .map((block) =>
      block.kind === "list" ? block.items.map((item) => `${bullet} ${item}`).join("\n") : block.lines.join("\n"),
    )
    .join("\n\n");
}

/** Line ends inside a value or a subject become spaces. */
export function onOneLine(value: string): string {
  return value.replaceAll(/\s+/g, " ").trim();
}

type Run = { readonly listed: boolean; readonly lines: string[] };

function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const listed = bulletPattern.test(line);
    const last = runs.at(-1);
    const content = line.replace(bulletPattern, "");
    if (last?.listed === listed) last.lines.push(content);
    else runs.push({ listed, lines: [content] });
  }
  return runs;
}
