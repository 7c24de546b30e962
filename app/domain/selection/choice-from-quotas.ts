import { isRegionShare, type QuotaDefinition, type QuotaOf } from "#app/domain/programme/quotas.ts";
import { done, type Result } from "#app/domain/result.ts";
import type { ChoiceRule, SetAsideCategory } from "#app/domain/selection/choice/choice-rule.ts";
import { unsupported, type RuleRefusal } from "#app/domain/selection/stage-rule-from-definition.ts";

type Track = {
  readonly id: string;
  /** What the definition gives it, and with recorded additions: those are open to everybody. */
  readonly capacity: number;
  readonly seats: number;
  readonly isOnly: boolean;
};

/**
 * How a track gives its seats by groups; null = to the best, because no quota concerns it. Refuses rules that cannot stand
 * together in one track, naming the quota. Source: SELECTION B0 to B4.
 */
export function choiceFromQuotas(
  quotas: readonly QuotaDefinition[],
  track: Track,
): Result<ChoiceRule | null, RuleRefusal> {
  const own = quotas.filter(
    (quota) => !isRegionShare(quota) && (quota.track ?? (track.isOnly && track.id)) === track.id,
  );
  const [first] = own;
  if (!first) return done(null);
  const { seats } = track;
  const blocks = own.filter((quota) => quota.type === "seat_blocks");
  const bounds = own.filter((quota) => quota.type === "group_bounds");
  const categories = own.filter((quota) => quota.type === "set_aside");
  const guaranteed = own.filter((quota) => quota.type === "guaranteed_seats").map(guaranteedSeats);
  const [block] = blocks;
  if (block && own.length === 1) return done(seatBlocks(block, track));
  if (bounds.length === own.length) {
    return done({ kind: "nested_bounds", seats, bounds: bounds.map(({ id, min, max }) => ({ group: id, min, max })) });
  }
  if (guaranteed.length === own.length) return done({ kind: "guarantee", seats, guaranteed });
  if (block || bounds.length > 0) return unsupported(`quotas.${first.id}.track`, `${first.type} beside other rules`);

  const [category] = categories;
  const different = categories.find(({ unfilled }) => unfilled !== category?.unfilled);
  if (different) return unsupported(`quotas.${different.id}.unfilled`, different.unfilled);
  const aside = categories.reduce((all, quota) => all + quota.seats, 0);
  return done({
    kind: "set_aside",
    open: { seats: seats - aside, guaranteed },
    categories: categories.map(categoryOf),
    unfilled: category?.unfilled ?? "vacant",
  });
}

function guaranteedSeats({ id, seats }: { readonly id: string; readonly seats: number }) {
  return { group: id, seats };
}

function categoryOf({ id, seats, guaranteed }: QuotaOf<"set_aside">): SetAsideCategory {
  return { group: id, seats, guaranteed: (guaranteed ?? []).map(guaranteedSeats) };
}

function seatBlocks({ blocks, unfilled }: QuotaOf<"seat_blocks">, { capacity, seats }: Track): ChoiceRule {
  const own = blocks.map(({ id, seats: places, members, prefer }) => ({
    id,
    seats: places,
    group: members ? id : null,
    ...(prefer ? { prefer: `${id}-prefer` } : {}),
  }));
  const added = seats - capacity;
  const more = added > 0 ? [{ id: "over-admission", seats: added, group: null }] : [];
  return { kind: "seat_blocks", blocks: [...own, ...more], unfilled };
}
