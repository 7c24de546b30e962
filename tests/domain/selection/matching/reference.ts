import type { ChoiceRule, GuaranteedSeats } from "#app/domain/selection/choice/choice-rule.ts";
import { groupNames, type Instance } from "#tests/domain/selection/matching/generated.ts";

/** The rules again, by trying every subset: slow, and independent of the product's own. Lists are best first. */
export function tryAllChoices(
  rule: ChoiceRule,
  people: readonly number[],
  masks: readonly number[],
): readonly number[] {
  const isIn = (person: number, group: string): boolean => ((masks[person]! >> groupNames.indexOf(group)) & 1) === 1;

  function guaranteed(of: readonly number[], seats: number, reserved: readonly GuaranteedSeats[]): readonly number[] {
    const places = reserved.flatMap((one) => Array<string>(one.seats).fill(one.group));
    const most = (list: readonly number[], free: readonly string[]): number => {
      const [first, ...rest] = list;
      if (first === undefined) return 0;
      const fits = free.findIndex((group, at) => isIn(first, group) && free.indexOf(group) === at);
      if (fits < 0) return most(rest, free);
      const options = new Set(free.filter((group) => isIn(first, group)));
      return Math.max(
        most(rest, free),
        ...[...options].map((group) => 1 + most(rest, free.toSpliced(free.indexOf(group), 1))),
      );
    };
    const size = Math.min(seats, of.length);
    return bestSubset(of, (set) => (set.length === size ? [most(set, places)] : null));
  }

  switch (rule.kind) {
    case "cut_off":
      return people.slice(0, rule.seats);
    case "guarantee":
      return guaranteed(people, rule.seats, rule.guaranteed);
    case "nested_bounds":
      return bestSubset(people, (set) => {
        const count = (group: string): number => set.filter((person) => isIn(person, group)).length;
        if (set.length > rule.seats || rule.bounds.some(({ group, max }) => max !== null && count(group) > max))
          return null;
        return [set.length, -rule.bounds.reduce((sum, { group, min }) => sum + Math.max(0, min - count(group)), 0)];
      });
    case "set_aside": {
      const chosen = [...guaranteed(people, rule.open.seats, rule.open.guaranteed)];
      const rest = (): readonly number[] => people.filter((person) => !chosen.includes(person));
      for (const { group, seats, guaranteed: own } of rule.categories) {
        chosen.push(
          ...guaranteed(
            rest().filter((person) => isIn(person, group)),
            seats,
            own,
          ),
        );
      }
      const total = rule.categories.reduce((sum, { seats }) => sum + seats, rule.open.seats);
      if (rule.unfilled === "dereserve") chosen.push(...rest().slice(0, total - chosen.length));
      return people.filter((person) => chosen.includes(person));
    }
    case "seat_blocks": {
      const chosen: number[] = [];
      const rest = (): readonly number[] => people.filter((person) => !chosen.includes(person));
      for (const { group, prefer, seats } of rule.blocks) {
        const eligible = rest().filter((person) => group === null || isIn(person, group));
        const first = eligible.filter((person) => prefer !== undefined && isIn(person, prefer));
        chosen.push(...[...first, ...eligible.filter((person) => !first.includes(person))].slice(0, seats));
      }
      const total = rule.blocks.reduce((sum, { seats }) => sum + seats, 0);
      if (rule.unfilled === "open") chosen.push(...rest().slice(0, total - chosen.length));
      return people.filter((person) => chosen.includes(person));
    }
    case "overlapping_bounds":
      throw new Error("not among tracks");
  }
}

/** The subset with the greatest worth, then the lexicographically best; `worth` null = not allowed. */
function bestSubset(
  people: readonly number[],
  worth: (set: readonly number[]) => readonly number[] | null,
): readonly number[] {
  let best: { set: readonly number[]; key: readonly number[] } = { set: [], key: [-Infinity] };
  for (let bits = 0; bits < 1 << people.length; bits += 1) {
    const set = people.filter((_, at) => (bits >> at) & 1);
    const own = worth(set);
    if (!own) continue;
    const key = [...own, ...people.map((person) => (set.includes(person) ? 1 : 0))];
    const differs = key.findIndex((value, at) => value !== best.key[at]);
    if (differs >= 0 && key[differs]! > (best.key[differs] ?? -Infinity)) best = { set, key };
  }
  return best.set;
}

export type Assignment = readonly (number | null)[];

/** Every matching that is stable with respect to the choice functions, by trying all of them. */
export function allStableMatchings({ masks, tracks, lists }: Instance): readonly Assignment[] {
  const memory = new Map<string, readonly number[]>();
  function chosen(track: number, people: readonly number[]): readonly number[] {
    const { rule, order } = tracks[track]!;
    const asked = order.filter((person) => people.includes(person));
    const key = `${track}:${asked.join(",")}`;
    const known = memory.get(key) ?? tryAllChoices(rule, asked, masks);
    memory.set(key, known);
    return known;
  }
  function isStable(assignment: Assignment): boolean {
    return tracks.every((_, track) => {
      const held = assignment.flatMap((own, person) => (own === track ? [person] : []));
      if (chosen(track, held).length !== held.length) return false;
      return lists.every((list, person) => {
        const own = assignment[person] ?? null;
        const wants = list.includes(track) && (own === null || list.indexOf(track) < list.indexOf(own));
        return !wants || !chosen(track, [...held, person]).includes(person);
      });
    });
  }
  let assignments: Assignment[] = [[]];
  for (const [person, list] of lists.entries()) {
    const options = [null, ...list.filter((track) => tracks[track]!.order.includes(person))];
    assignments = assignments.flatMap((head) => options.map((own) => [...head, own]));
  }
  return assignments.filter(isStable);
}
