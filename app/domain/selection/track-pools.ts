import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { groupsOf } from "#app/domain/selection/choice/rule-groups.ts";
import type { SelectionPerson, TrackSeats } from "#app/domain/selection/selection.ts";

/** How a track gives its seats: to the best, where the rule says nothing else. Source: SELECTION B0. */
export function ruleOfTrack({ seats, choice }: TrackSeats): ChoiceRule {
  return choice ?? { kind: "cut_off", seats };
}

/**
 * What each track chooses from: the people who name it, numbered by their place in the list (best first), and the groups that
 * the rules name, as bits. Tags that no rule names are left out. Source: SELECTION B.
 */
export function trackPools(tracks: readonly TrackSeats[], people: readonly SelectionPerson[]): readonly Pool[] {
  const groupNames = [...new Set(tracks.flatMap((track) => groupsOf(ruleOfTrack(track))))];
  const bits = new Map(groupNames.map((name, index) => [name, 1 << index]));
  const masks = Uint32Array.from(people, ({ tags }) => tags.reduce((mask, tag) => mask | (bits.get(tag) ?? 0), 0));
  const named = new Map<string, number[]>(tracks.map(({ id }) => [id, []]));
  for (const [number, { choices }] of people.entries()) for (const id of choices) named.get(id)?.push(number);
  return tracks.map(({ id }) => ({ order: Uint32Array.from(named.get(id) ?? []), groupNames, masks }));
}
