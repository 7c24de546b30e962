import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import { swapsOf, type ToSwap } from "#app/domain/selection/find-swaps.ts";
import { numbersOf, tieBlocks } from "#app/domain/selection/seats.ts";
import type { MatteringTie, Swap } from "#app/domain/selection/selection.ts";

type Swaps = ToSwap & { readonly swaps: readonly Swap[] };

/**
 * The first tie (best merit first) for which another order of its people gives other swaps. Only ties with a member that
 * changes places can matter. Up to five people every order is tried; beyond that, rotations, neighbours and the reverse.
 */
export function tieOfSwaps({ swaps, ...input }: Swaps): MatteringTie | null {
  const moved = new Set(swaps.flatMap((swap) => [swap.out, swap.in]));
  const blocks = tieBlocks(input.people);
  for (const [index, block] of blocks.entries()) {
    const possible = block.filter((ranked) => takesPart(input, ranked));
    if (possible.length < 2 || !possible.some(({ person }) => moved.has(person.applicationNo))) continue;

    const others = block.filter((ranked) => !possible.includes(ranked));
    for (const order of ordersToTry(possible)) {
      const people = blocks.flatMap((people, at) => (at === index ? [...order, ...others] : people));
      const changed = differences(swaps, swapsOf({ ...input, people }));
      const [first] = changed;
      if (!first) continue;
      const contenders = numbersOf(possible);
      return { group: numbersOf(block), contenders, where: "swap", track: first.track };
    }
  }
  return null;
}

/** Seated non-residents may be swapped out, unselected residents in. */
function takesPart({ share, seating }: ToSwap, { person }: RankedPerson): boolean {
  return person.tags.includes(share.tag) !== seating.has(person.applicationNo);
}

/** Swaps as who leaves and who enters which track; who replaces whom is no outcome of its own. */
function differences(one: readonly Swap[], other: readonly Swap[]): readonly Swap[] {
  const known = new Set(other.flatMap(factsOf));
  return one.filter((swap) => factsOf(swap).some((fact) => !known.has(fact)));
}

function factsOf(swap: Swap): readonly string[] {
  return [`out|${swap.track}|${swap.out}`, `in|${swap.track}|${swap.in}`];
}

function ordersToTry(people: readonly RankedPerson[]): readonly (readonly RankedPerson[])[] {
  if (people.length <= 5) return permutations(people);
  const rotations = people.map((_, start) => [...people.slice(start), ...people.slice(0, start)]);
  const neighbours = people.slice(1).map((later, index) => {
    const earlier = people.slice(index, index + 1);
    return [...people.slice(0, index), later, ...earlier, ...people.slice(index + 2)];
  });
  return [...rotations, ...neighbours, people.toReversed()];
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, index) => permutations(items.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
