import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isImported, isPerTrackPanel } from "#app/domain/programme/stage.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findAccount } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { insertPanelMember, listSeatsOfReviewer } from "#db/queries/panels.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext } from "./stage-context.ts";

type AddPanelMember = {
  readonly cohortId: string;
  readonly stageKey: string;
  /** Empty where one panel reads every track. */
  readonly trackKey: string;
  readonly reviewerId: string;
  readonly isExternal: boolean;
  readonly now: Date;
};

/** Calls a reviewer of the academy to the pool of a stage. */
export async function addPanelMember(db: Db, actor: Actor, { cohortId, stageKey, now, ...member }: AddPanelMember) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "review:assign", context.cohort)) return refuse("not-yours");
    const { cohort, definition, rule, stage } = context;
    if (isImported(rule)) return refuse("stage-is-imported");
    if (stage.status !== "waiting" && stage.status !== "open") return refuse("stage-closed");
    const tracks = isPerTrackPanel(definition, stageKey) ? definition.tracks.map(({ id }) => id) : [""];
    if (!tracks.includes(member.trackKey)) return refuse("track-needed");

    const account = await findAccount(trx, member.reviewerId);
    const isOurs = account?.role === "reviewer" && account.academyId === cohort.academyId;
    if (!isOurs || account.disabledAt !== null) return refuse("not-a-reviewer");
    const seats = await listSeatsOfReviewer(trx, { cohortId, stageKey, reviewerId: member.reviewerId });
    if (seats.some(({ trackKey }) => trackKey === member.trackKey)) return refuse("already-on-panel");

    const id = await insertPanelMember(trx, { cohortId, stageKey, ...member, now });
    await recordEvent(trx, {
      event: "panel-member-added",
      actor,
      cohortId,
      subjectKind: "panel-member",
      subjectId: id,
      payload: { stage: stageKey, ...member },
      now,
    });
    return done({ memberId: id });
  });
}
