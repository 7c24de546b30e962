import { z } from "zod";
import type { Result } from "#app/domain/result.ts";
import type { Holdings, MatchingInput, MatchingTrack } from "#app/domain/selection/matching/matching.ts";
import { preferencesFrom } from "#app/domain/selection/matching/preferences.ts";

const names = z.array(z.string());
const applicant = z.object({ id: z.string(), groups: names.nullish(), prefs: names.nullish() });
const track = z.object({
  capacity: z.int().min(0),
  reserves: z.record(z.string(), z.int().min(0)).nullish(),
  priority: names.nullish(),
});
const market = z.object({
  applicants: z.union([z.array(applicant), z.record(z.string(), names.nullable())]),
  tracks: z.record(z.string(), track),
});
type Track = z.infer<typeof track>;

export type ParsedMarket = {
  readonly input: MatchingInput;
  readonly applicantIds: readonly string[];
  readonly trackIds: readonly string[];
};

/** Applicants with their lists, and tracks that take the best of their priority, with guaranteed seats where `reserves` names some. */
export function parseMatching(input: unknown): ParsedMarket {
  const { applicants, tracks } = market.parse(input);
  const people = Array.isArray(applicants)
    ? applicants.map(({ id, groups, prefs }) => ({ id, groups: groups ?? [], prefs: prefs ?? [] }))
    : Object.entries(applicants).map(([id, prefs]) => ({ id, groups: [], prefs: prefs ?? [] }));
  const applicantIds = people.map(({ id }) => id);
  if (new Set(applicantIds).size < applicantIds.length) throw new Error("an applicant stands twice in the case");

  const trackIds = Object.keys(tracks);
  const groupNames = [...new Set(Object.values(tracks).flatMap(({ reserves }) => Object.keys(reserves ?? {})))];
  const masks = people.map(({ groups }) =>
    groupNames.reduce((mask, name, bit) => (groups.includes(name) ? mask | (1 << bit) : mask), 0),
  );
  const pools = {
    groupNames,
    masks: Uint32Array.from(masks),
    numbers: new Map(applicantIds.map((id, at) => [id, at])),
  };
  const preferences = valueOf(
    preferencesFrom(
      people.map(({ prefs }) => prefs),
      trackIds,
    ),
  );
  const parsed = Object.entries(tracks).map(([id, own]) => trackOf(id, { own, pools }));
  return { input: { tracks: parsed, preferences }, applicantIds, trackIds };
}

type Pools = {
  readonly groupNames: readonly string[];
  readonly masks: Uint32Array;
  readonly numbers: ReadonlyMap<string, number>;
};

function trackOf(id: string, { own, pools }: { own: Track; pools: Pools }): MatchingTrack {
  const { numbers, ...groups } = pools;
  const order = Uint32Array.from(new Set((own.priority ?? []).flatMap((name) => numbers.get(name) ?? [])));
  const guaranteed = Object.entries(own.reserves ?? {}).map(([group, seats]) => ({ group, seats }));
  const seats = own.capacity;
  const rule =
    guaranteed.length === 0
      ? ({ kind: "cut_off", seats } as const)
      : ({ kind: "guarantee", seats, guaranteed } as const);
  return { id, rule, pool: { ...groups, order } };
}

/** By applicant id the track's id, or null; without those who left. */
export function namesOfTracks(
  { applicantIds, trackIds }: ParsedMarket,
  holdings: Holdings,
  leavers: ReadonlySet<number> = new Set(),
): Readonly<Record<string, string | null>> {
  const entries = applicantIds.map((id, person) => [id, trackIds[holdings[person] ?? -1] ?? null] as const);
  return Object.fromEntries(entries.filter((_, person) => !leavers.has(person)));
}

/** The value of a result that a case's input must allow. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
