import { oneLine } from "./mistake.ts";

export type Segment = string | number;

/** `["stages", 0, "rubric"]` is `stages[0].rubric`; the whole document is `$`; odd keys stand in quotes. */
export function pathOf(segments: readonly Segment[]): string {
  if (segments.length === 0) return "$";
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === "number") return `${path}[${segment}]`;
    if (!/^[\w$-]+$/.test(segment)) return `${path}[${JSON.stringify(oneLine(segment).slice(0, 60))}]`;
    return path === "" ? segment : `${path}.${segment}`;
  }, "");
}
