import type { Actor } from "#app/domain/access/actor.ts";
import { regionShareOf } from "#app/domain/offer/region-share.ts";
import { groupTags } from "#app/domain/selection/group-tags.ts";
import { quotasOf } from "#app/domain/selection/rule-from-definition.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listHolderAnswers } from "#db/queries/seat-holders.ts";
import type { SeatCohort } from "./seat-context.ts";

/** How every regional share stands among those who hold a seat now. Empty where the definition has no quota. */
export async function refillShares(db: Db, { cohort, definition }: SeatCohort) {
  const shares = quotasOf(definition);
  if (!shares.ok || shares.value.length === 0) return [];
  const holders = await listHolderAnswers(db, cohort.id);
  const tags = holders.map((answers) => groupTags({ definition, answers, claims: [] }));
  return shares.value.map((share) => ({ quota: share.id, percent: share.percent, ...regionShareOf(share, tags) }));
}

/** The quota is not applied again when a seat is refilled; the record says each time how it stands. */
export async function reportRefillShare(trx: Trx, actor: Actor, seats: SeatCohort & { readonly now: Date }) {
  for (const share of await refillShares(trx, seats)) {
    await recordEvent(trx, {
      event: "refill-share",
      actor,
      cohortId: seats.cohort.id,
      subjectKind: "cohort",
      subjectId: seats.cohort.id,
      payload: share,
      now: seats.now,
    });
  }
}
