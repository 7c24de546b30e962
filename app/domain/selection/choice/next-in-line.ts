import type { GuaranteeRule } from "#app/domain/selection/choice/choice-rule.ts";
import { chooseGuarantee, matchGuaranteed } from "#app/domain/selection/choice/guarantee.ts";
import type { Choice, Pool, SeatGiven } from "#app/domain/selection/choice/pool.ts";
import { takeSeat, type SeatMatching } from "#app/domain/selection/choice/seat-matching.ts";

/** Who is offered a seat of this kind once one falls free: a person number, or null when nobody waits. */
export type NextInLine = { readonly seat: SeatGiven; readonly next: number | null };

/**
 * B1's answer to "who is next", for each kind of seat that somebody has: the open ones, and the guaranteed ones of each
 * group. A free open seat goes to the best person who waits. So does a guaranteed one that somebody chosen on an open
 * seat can fill, for then it is the open seat that falls free; else the best of those waiting who can fill it gets it,
 * and where nobody can, the best of all who wait. Told of one vacancy: several at once are a new choice from those who
 * remain. Source: SELECTION C2.
 */
export function nextBySeat(rule: GuaranteeRule, pool: Pool): readonly NextInLine[] {
  const choice = chooseGuarantee(rule, pool);
  const isChosen = new Set(choice.chosen);
  const waiting = pool.order.filter((person) => !isChosen.has(person));
  const kinds = new Map(choice.seats.map((seat) => [groupOf(seat), seat]));
  return Array.from(kinds, ([group, seat]) => {
    const fit = group === null ? undefined : whoFills(group, { rule, pool, choice, waiting });
    return { seat, next: fit ?? waiting[0] ?? null };
  });
}

/**
 * The person who takes the seat of `gone` under B1, while all others chosen keep theirs. Null when nobody waits, and
 * when `gone` was not chosen: then no seat falls free. Source: SELECTION C2.
 */
export function nextInLine(gone: number, { rule, pool }: { rule: GuaranteeRule; pool: Pool }): number | null {
  const { chosen, seats } = chooseGuarantee(rule, pool);
  const vacated = seats[chosen.indexOf(gone)];
  if (!vacated) return null;
  return nextBySeat(rule, pool).find(({ seat }) => groupOf(seat) === groupOf(vacated))?.next ?? null;
}

type Kept = {
  readonly rule: GuaranteeRule;
  readonly pool: Pool;
  readonly choice: Choice;
  readonly waiting: Uint32Array;
};

/**
 * The best person waiting who can fill a free guaranteed seat of the group; undefined where it needs none of them, or
 * none can.
 */
function whoFills(group: string, { rule, pool, choice, waiting }: Kept): number | undefined {
  const matching = withSeatFree(matchGuaranteed(rule, pool).matching, pool.groupNames.indexOf(group));
  const onOpenSeats = choice.chosen.filter((_, index) => choice.seats[index]?.kind === "open");
  if (onOpenSeats.some((person) => takeSeat(matching, person))) return undefined;
  return waiting.find((person) => takeSeat(matching, person));
}

/**
 * Whoever of the group leaves, the same others can fill the seat: nobody else on the group's seats has to move for it.
 */
function withSeatFree(matching: SeatMatching, place: number): SeatMatching {
  const seated = matching.seated.map((sitting, group) => (group === place ? sitting.slice(1) : sitting));
  return { ...matching, seated, closed: 0 };
}

function groupOf(seat: SeatGiven): string | null {
  return seat.kind === "guaranteed" ? seat.group : null;
}
