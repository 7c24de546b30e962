import { chosenOf, type Arrangement } from "#app/domain/assignment/arrangement.ts";
import type { PairTable } from "#app/domain/assignment/pair-table.ts";
import type { RuleBreach, SideRules } from "#app/domain/assignment/review-task.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";

/** The institution of each reviewer as a number; who has none is alone in theirs. */
export function institutionsOf({ reviewers }: Pick<PairTable, "reviewers">): readonly number[] {
  const numbers = new Map<string, number>();
  return reviewers.map(({ institution }, j) => {
    if (institution == null) return -1 - j;
    const number = numbers.get(institution) ?? numbers.size;
    numbers.set(institution, number);
    return number;
  });
}

/** Counts how far an application's readers are from the rules: 0 = all met. */
export function createBreachCount(arrangement: Arrangement, rules: SideRules) {
  const { table } = arrangement;
  const institutions = institutionsOf(table);
  const readersOf = (i: number): readonly number[] =>
    chosenOf(arrangement, i).map((pair) => table.reviewer[pair] as number);
  const lacking = (readers: readonly number[], least: number, of: "expert" | "external"): number =>
    Math.max(0, least - readers.filter((j) => table.reviewers[j]?.[of] === true).length);

  function parts(i: number) {
    const readers = table.isAnchor[i] === 1 ? undefined : readersOf(i);
    if (readers === undefined) return { institution: 0, experts: 0, external: 0 };
    const distinct = new Set(readers.map((j) => institutions[j])).size;
    return {
      institution: rules.onePerInstitution === true ? readers.length - distinct : 0,
      experts: lacking(readers, rules.leastExperts ?? 0, "expert"),
      external: lacking(readers, rules.leastExternal ?? 0, "external"),
    };
  }

  function ofApplication(i: number): number {
    const { institution, experts, external } = parts(i);
    return institution + experts + external;
  }

  return { parts, ofApplication };
}

/** Every rule that is not met, by name; empty = all met. */
export function ruleBreaches(arrangement: Arrangement, rules: SideRules): readonly RuleBreach[] {
  const { table, together } = arrangement;
  const count = createBreachCount(arrangement, rules);
  const breaches = table.applications.flatMap(({ id }, i): readonly RuleBreach[] => {
    const parts = count.parts(i);
    const kinds = ["institution", "experts", "external"] as const;
    return kinds.filter((kind) => parts[kind] > 0).map((kind) => ({ kind, of: [id] }));
  });
  const most = rules.mostTogether ?? Number.POSITIVE_INFINITY;
  const meetings = [...together].flatMap(([key, times]): readonly RuleBreach[] => {
    if (times <= most) return [];
    const pair = [Math.floor(key / table.reviewers.length), key % table.reviewers.length];
    return [{ kind: "together", of: pair.flatMap((j) => table.reviewers[j]?.id ?? []) }];
  });
  return [...breaches, ...meetings.toSorted((one, other) => compareText(one.of.join(" "), other.of.join(" ")))];
}
