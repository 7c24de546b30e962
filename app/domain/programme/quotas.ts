import { z } from "zod";
import { count, identifier, localText, part, percent, positiveCount, written, type DeepReadonly } from "./shape.ts";

/** Who belongs to a group: people of a region, with a verified bonus claim, or who gave one of these answers. */
const members = z.union([
  part({ region: identifier, basisField: identifier }),
  part({ bonusItem: identifier }),
  part({ field: identifier, is: z.array(written).min(1) }),
]);

const group = { label: localText, members };
/** `track` may be left out where the programme has one. */
const place = { id: identifier, track: identifier.optional(), method: localText.optional() };
const oneToOne = z.literal("one_to_one").optional();
const oneToAll = z.literal("one_to_all").optional();

/** A share of residents reached by swaps over all tracks. */
const regionShare = part({
  id: identifier,
  type: z.literal("region_minimum_share"),
  region: identifier,
  /** The address field that says where an applicant lives. */
  basisField: identifier,
  percent,
  scope: z.enum(["programme", "track"]),
  soft: z.boolean(),
  counting: z.enum(["one_to_one", "one_to_all"]).optional(),
  method: localText.optional(),
});

/** Seats kept for a group; a person fills at most one. Within a track that has set-asides: among its open seats. */
const guaranteedSeats = part({
  ...place,
  ...group,
  type: z.literal("guaranteed_seats"),
  seats: positiveCount,
  counting: oneToOne,
});

/** A minimum and a maximum for a group; a person counts for every own group. The track's groups are nested or disjoint. */
const groupBounds = part({
  ...place,
  ...group,
  type: z.literal("group_bounds"),
  min: count,
  max: count.nullable(),
  counting: oneToAll,
});

/** Seats of a category, filled after the open seats from its remaining members. Categories choose in the order written. */
const setAside = part({
  ...place,
  ...group,
  type: z.literal("set_aside"),
  seats: positiveCount,
  guaranteed: z.array(part({ id: identifier, ...group, seats: positiveCount })).optional(),
  unfilled: z.enum(["vacant", "dereserve"]),
});

/** All seats of a track in a public order of blocks, each taking its best remaining people. */
const seatBlocks = part({
  ...place,
  type: z.literal("seat_blocks"),
  blocks: z
    .array(
      part({
        id: identifier,
        label: localText,
        seats: positiveCount,
        members: members.nullable(),
        prefer: members.optional(),
      }),
    )
    .min(1),
  unfilled: z.enum(["vacant", "open"]),
});

const quota = z.discriminatedUnion("type", [regionShare, guaranteedSeats, groupBounds, setAside, seatBlocks]);

export const quotasSchema = z.array(quota);

export type QuotaDefinition = DeepReadonly<z.output<typeof quota>>;
export type QuotaOf<Type extends QuotaDefinition["type"]> = Extract<QuotaDefinition, { readonly type: Type }>;
export type GroupMembers = DeepReadonly<z.output<typeof members>>;

/** A group that a rule names, as the engine knows it by `id`. */
export type QuotaGroup = {
  readonly id: string;
  readonly label: { readonly ko: string; readonly en: string } | null;
} & {
  readonly members: GroupMembers;
  /** Where it stands: `quotas[0].members`. */
  readonly path: string;
};

export function isRegionShare(quota: QuotaDefinition): quota is QuotaOf<"region_minimum_share"> {
  return quota.type === "region_minimum_share";
}

/** Every group that the quotas name, in the order written; a block's preferred people are the group `<block>-prefer`. */
export function quotaGroups(quotas: readonly QuotaDefinition[]): readonly QuotaGroup[] {
  return quotas.flatMap((quota, index) => groupsOfQuota(quota, `quotas[${index}]`));
}

function groupsOfQuota(quota: QuotaDefinition, path: string): readonly QuotaGroup[] {
  switch (quota.type) {
    case "region_minimum_share": {
      const { region, basisField } = quota;
      return [{ id: region, label: null, members: { region, basisField }, path }];
    }
    case "guaranteed_seats":
    case "group_bounds":
      return [{ id: quota.id, label: quota.label, members: quota.members, path: `${path}.members` }];
    case "set_aside": {
      const own = { id: quota.id, label: quota.label, members: quota.members, path: `${path}.members` };
      const inside = (quota.guaranteed ?? []).map(({ id, label, members: who }, at) => {
        return { id, label, members: who, path: `${path}.guaranteed[${at}].members` };
      });
      return [own, ...inside];
    }
    case "seat_blocks":
      return quota.blocks.flatMap(({ id, label, members: who, prefer }, at) => [
        ...(who ? [{ id, label, members: who, path: `${path}.blocks[${at}].members` }] : []),
        ...(prefer ? [{ id: `${id}-prefer`, label, members: prefer, path: `${path}.blocks[${at}].prefer` }] : []),
      ]);
  }
}
