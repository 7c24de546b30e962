import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { formatNumber, tokensOf } from "#app/domain/programme/numbering.ts";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

export type Entrant = { readonly id: string; readonly applicationNumber: string; readonly firstChoice: string | null };
export type Numbered = { readonly applicationId: string; readonly evaluationNumber: string };

type ToNumber = {
  readonly definition: ProgrammeDefinition;
  readonly stageKey: string;
  readonly entrants: readonly Entrant[];
  /** Numbers that may not be given again. */
  readonly taken: ReadonlySet<string>;
  readonly seed: string;
  readonly now: Date;
};

/**
 * What reviewers know an application by: drawn anew for every stage from a recorded seed, over people in a drawn order,
 * so that nothing of the application number shows in it. Refuses when the pattern has fewer numbers than people.
 */
export function evaluationNumbers(input: ToNumber): Result<readonly Numbered[], "evaluation-numbers-exhausted"> {
  const { definition, stageKey, entrants, taken, seed, now } = input;
  const { pattern } = definition.numbering.evaluation;
  const tokens = tokensOf(pattern) ?? [];
  const digits = Number(tokens.find((token) => token.startsWith("{random"))?.match(/\d/)?.[0] ?? 0);
  const isSequence = tokens.some((token) => token.startsWith("{seq"));
  const random = createSeededRandom({ seed, label: `evaluation|${stageKey}` });
  const year = Number(dayInSeoul(now).slice(0, 4));

  const used = new Set(taken);
  const numbered: Numbered[] = [];
  const drawn = random.shuffle(
    entrants.toSorted((left, right) => compareText(left.applicationNumber, right.applicationNumber)),
  );
  for (const [index, entrant] of drawn.entries()) {
    const trackCode = codeOf(definition, entrant.firstChoice);
    const next = (value: number) => formatNumber(pattern, { random: value, seq: index + 1, trackCode, year });
    const evaluationNumber =
      isSequence && digits === 0 ? freeOf(next(0), used) : drawFree({ digits, random, next, used });
    if (evaluationNumber === null) return refuse("evaluation-numbers-exhausted");
    used.add(evaluationNumber);
    numbered.push({ applicationId: entrant.id, evaluationNumber });
  }
  return done(numbered);
}

function codeOf({ tracks }: ProgrammeDefinition, track: string | null): string {
  return tracks.find(({ id }) => id === track)?.code ?? track?.toUpperCase() ?? "";
}

function freeOf(number: string, used: ReadonlySet<string>): string | null {
  return used.has(number) ? null : number;
}

type ToDraw = {
  readonly digits: number;
  readonly random: ReturnType<typeof createSeededRandom>;
  readonly next: (value: number) => string;
  readonly used: ReadonlySet<string>;
};

/** Draws until a free number comes; when that takes too long, the first free one after the last draw is taken. */
function drawFree({ digits, random, next, used }: ToDraw): string | null {
  const range = 10 ** digits;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const free = freeOf(next(random.integerBelow(range)), used);
    if (free !== null) return free;
  }
  const start = random.integerBelow(range);
  for (let step = 0; step < range; step += 1) {
    const free = freeOf(next((start + step) % range), used);
    if (free !== null) return free;
  }
  return null;
}
