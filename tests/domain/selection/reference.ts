import { createHash } from "node:crypto";
import type { SelectionInput, SelectionPerson, SelectionRule } from "#app/domain/selection/selection.ts";
import { isLess, over, plus, read, rounded, times, upTo, type Fraction } from "./reference-fraction.ts";

/** What the published rules say of one cohort, as plain facts. */
export type ReferenceResult = {
  /** Application number to "track, choice, how". */
  readonly selected: Readonly<Record<string, string>>;
  /** Application number to "track, number". */
  readonly reserves: Readonly<Record<string, string>>;
  readonly notSelected: Readonly<Record<string, string>>;
  readonly swaps: readonly string[];
  readonly residents: number;
  readonly emptySeats: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, string>>;
  /** How many people stand before somebody by the published keys alone, plus one. */
  readonly ranks: Readonly<Record<string, number>>;
};

type Judged = { readonly person: SelectionPerson; readonly keys: readonly Fraction[]; readonly total: Fraction };

/**
 * The rules read once more, in loops and without any code of the engine. `untie` puts people whom every published key
 * leaves equal in an order, best first.
 */
export function referenceSelection(
  { rule, people, draw }: SelectionInput,
  untie: (numbers: readonly string[]) => readonly string[],
): ReferenceResult {
  const notSelected: Record<string, string> = {};
  const qualified: Judged[] = [];
  for (const person of people) {
    const missed = missedOf(rule, person);
    if (missed.length > 0) notSelected[person.applicationNo] = missed.toSorted().join();
    else qualified.push(judgedOf(rule, person));
  }

  const ranks: Record<string, number> = {};
  for (const one of qualified) {
    ranks[one.person.applicationNo] = 1 + qualified.filter((other) => isBefore(other, one)).length;
  }
  const seeded = draw && "seed" in draw ? draw : undefined;
  const ticket = (no: string) => createHash("sha256").update(`${seeded?.seed}|${seeded?.label}|${no}`).digest("hex");
  const byTicket = (one: string, other: string) => (ticket(one) < ticket(other) ? -1 : 1);
  const isDrawn = rule.tieBreakers.at(-1)?.by === "lottery";
  const order: string[] = [];
  while (order.length < qualified.length) {
    const rest = qualified.filter(({ person }) => !order.includes(person.applicationNo));
    const best = rest.filter((one) => !rest.some((other) => isBefore(other, one)));
    const numbers = best.map(({ person }) => person.applicationNo).toSorted();
    order.push(...(isDrawn ? numbers.toSorted(byTicket) : untie(numbers)));
  }

  const personOf = new Map(people.map((person) => [person.applicationNo, person]));
  const choicesOf = (no: string) => personOf.get(no)?.choices ?? [];
  const seatOf = new Map<string, string>();
  const isFree = (track: string) =>
    [...seatOf.values()].filter((taken) => taken === track).length <
    (rule.tracks.find(({ id }) => id === track)?.seats ?? 0);
  if (rule.assignment === "score_first") {
    for (const no of order) {
      for (const track of choicesOf(no)) if (!seatOf.has(no) && isFree(track)) seatOf.set(no, track);
    }
  } else {
    for (let choice = 0; choice < rule.tracks.length; choice += 1) {
      for (const no of order) {
        const track = choicesOf(no)[choice];
        if (track !== undefined && !seatOf.has(no) && isFree(track)) seatOf.set(no, track);
      }
    }
  }

  const swaps: string[] = [];
  const swappedIn = new Set<string>();
  const displaced = new Set<string>();
  const [share] = rule.quotas;
  const isResident = (no: string) => share !== undefined && (personOf.get(no)?.tags.includes(share.tag) ?? false);
  const residents = () => [...seatOf.keys()].filter(isResident).length;
  const isShort = () =>
    share !== undefined &&
    isLess([100n * BigInt(residents()), 1n], times(read(share.percent), [BigInt(seatOf.size), 1n]));
  const findSwap = (): readonly [string, string, string] | undefined => {
    for (const out of order.toReversed()) {
      const track = seatOf.get(out);
      if (track === undefined || isResident(out)) continue;
      for (let choice = 0; choice < rule.tracks.length; choice += 1) {
        const next = order.find((no) => isResident(no) && !seatOf.has(no) && choicesOf(no)[choice] === track);
        if (next !== undefined) return [out, next, track];
      }
    }
    return undefined;
  };
  while (isShort()) {
    const swap = findSwap();
    if (!swap) break;
    const [out, next, track] = swap;
    seatOf.delete(out);
    seatOf.set(next, track);
    swappedIn.add(next);
    displaced.add(out);
    swaps.push(`out ${out} ${track}`, `in ${next} ${track}`);
  }

  const selected: Record<string, string> = {};
  for (const [no, track] of seatOf) {
    selected[no] = `${track}, ${choicesOf(no).indexOf(track) + 1}, ${swappedIn.has(no) ? "region_swap" : "merit"}`;
  }
  const reserves: Record<string, string> = {};
  for (const { id, seats } of rule.tracks) {
    const length = upTo(over(times(read(rule.reserve.percentOfSeats), [BigInt(seats), 1n]), 100));
    let number = 0;
    for (const no of order) {
      if (seatOf.has(no) || choicesOf(no)[0] !== id || number >= length) continue;
      number += 1;
      reserves[no] = `${id}, ${number}`;
    }
  }
  for (const no of order) {
    if (seatOf.has(no) || reserves[no] !== undefined) continue;
    notSelected[no] = displaced.has(no) ? "displaced_by_quota" : "outranked";
  }
  const emptySeats: Record<string, number> = {};
  for (const { id, seats } of rule.tracks) {
    const empty = seats - [...seatOf.values()].filter((track) => track === id).length;
    if (empty > 0) emptySeats[id] = empty;
  }
  const totals = Object.fromEntries(qualified.map(({ person, total }) => [person.applicationNo, written(total)]));
  return {
    selected,
    reserves,
    notSelected,
    swaps: swaps.toSorted(),
    residents: residents(),
    emptySeats,
    totals,
    ranks,
  };
}

/** Totals have at most six decimals: as a whole number of millionths. */
function written([top, bottom]: Fraction): string {
  return `${(top * 10n ** 6n) / bottom}`;
}

function isBefore(one: Judged, other: Judged): boolean {
  for (const [index, key] of one.keys.entries()) {
    const against = other.keys[index] ?? [0n, 1n];
    if (isLess(against, key)) return true;
    if (isLess(key, against)) return false;
  }
  return false;
}

function baseOf(rule: SelectionRule, person: SelectionPerson): Fraction {
  let base: Fraction = [0n, 1n];
  for (const { id, weightPercent } of rule.stages) {
    base = plus(base, over(times(read(person.stages[id]?.score ?? "0"), read(weightPercent)), 100));
  }
  return base;
}

function missedOf(rule: SelectionRule, person: SelectionPerson): readonly string[] {
  const missed: string[] = person.standing === "in" ? [] : [person.standing];
  let unscored = false;
  for (const stage of rule.stages) {
    const standing = person.stages[stage.id];
    if (standing?.outcome !== "scored" || standing.score === null) {
      unscored = true;
      missed.push(standing?.outcome === "absent" ? "absent" : "not_reached");
      continue;
    }
    if (stage.minimum !== null && isLess(read(standing.score), read(stage.minimum))) missed.push("stage_minimum");
    for (const { id, max, minPercent } of stage.criteria) {
      const hundredfold = times(read(standing.criteria[id] ?? "0"), [100n, 1n]);
      if (minPercent !== null && isLess(hundredfold, times(read(minPercent), read(max))))
        missed.push("criterion_minimum");
      const { gate } = stage;
      if (gate?.criterion === id && isLess(hundredfold, times(read(gate.minimumPercent), read(max))))
        missed.push("gate");
    }
  }
  const tested = !unscored && rule.minimumTotal !== null;
  if (tested && isLess(baseOf(rule, person), read(rule.minimumTotal ?? "0"))) missed.push("total_minimum");
  return missed;
}

function judgedOf(rule: SelectionRule, person: SelectionPerson): Judged {
  let bonus: Fraction = [0n, 1n];
  for (const { id, points } of rule.bonus?.items ?? []) {
    if (person.claims.includes(id)) bonus = plus(bonus, read(points));
  }
  const cap = rule.bonus?.cap ?? null;
  if (cap !== null && isLess(read(cap), bonus)) bonus = read(cap);
  const exact = plus(baseOf(rule, person), bonus);
  const total = rounded(exact, rule.rounding.scale, rule.rounding.mode);
  const keys: Fraction[] = [rule.rankOn === "exact" ? exact : total];
  for (const key of rule.tieBreakers) {
    if (key.by === "claim") keys.push([person.claims.includes(key.item) ? 1n : 0n, 1n]);
    if (key.by !== "stage" && key.by !== "criterion") continue;
    const stage = person.stages[key.stage];
    const value = read((key.by === "stage" ? stage?.score : stage?.criteria[key.criterion]) ?? "0");
    keys.push(key.prefer === "high" ? value : [-value[0], value[1]]);
  }
  return { person, keys, total };
}
