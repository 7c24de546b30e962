/** A stretch of a text that stayed, or that is only in the one before or only in the one after. */
export type Stretch = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Beyond so many comparisons two texts are shown whole; 20,000 characters are some 4,000 words. */
const MAX_CELLS = 4_000_000;

/**
 * What changed between two texts, word by word: the stretches in reading order. Joined without "added" they are the
 * text before, without "removed" the text after. Texts of any length; where comparing would take too long, what lies
 * between the common beginning and end is told as removed and added whole.
 */
export function textDifference(before: string, after: string): readonly Stretch[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;

  const removed = one.slice(start, one.length - end);
  const added = other.slice(start, other.length - end);
  return joined([
    { kind: "same", text: one.slice(0, start).join("") },
    ...between(removed, added),
    { kind: "same", text: one.slice(one.length - end).join("") },
  ]);
}

/** Words with the blanks that follow them, so that joining gives the text back. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** By the longest common subsequence of words. */
function between(one: readonly string[], other: readonly string[]): readonly Stretch[] {
  const whole: readonly Stretch[] = [
    { kind: "removed", text: one.join("") },
    { kind: "added", text: other.join("") },
  ];
  if (one.length === 0 || other.length === 0 || one.length * other.length > MAX_CELLS) return whole;
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    const [mine, theirs] = [one[row], other[column]];
    if (mine !== undefined && mine === theirs) {
      stretches.push({ kind: "same", text: mine });
      row += 1;
      column += 1;
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      stretches.push({ kind: "removed", text: mine });
      row += 1;
    } else {
      stretches.push({ kind: "added", text: theirs ?? "" });
      column += 1;
    }
  }
  return stretches;
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const { kind, text } of stretches) {
    if (text === "") continue;
    const last = result.at(-1);
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text };
    else result.push({ kind, text });
  }
  return result;
}
