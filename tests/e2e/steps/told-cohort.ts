import { expect } from "@playwright/test";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { findActorById } from "#db/queries/actors.ts";
import { insertConsents } from "#db/queries/consents.ts";
import type { Portal } from "#tests/support/portal.ts";
import { aPublishedSelection } from "#tests/use-cases/selection/published-selection.ts";
import { smallDefinition, type DefinitionDraft } from "#tests/use-cases/selection/small-cohort.ts";

const DAY = 86_400_000;

/**
 * The small cohort, told its final result, with time left to answer and to appeal: A, B and G have a seat, C is first of
 * the reserve list, D was outranked, H was absent, F missed the minimum of a stage and L that of a criterion.
 */
export async function aToldCohort({ db }: Portal) {
  const now = new Date();
  const { cohort } = await aPublishedSelection(
    db,
    smallDefinition((draft) => stillOpen(draft, now)),
  );
  // The portal's own worker makes the record.
  const records = async () => (await db.selectFrom("selectionRecord").select("runId").execute()).length;
  await expect.poll(records, { timeout: 90_000 }).toBe(1);
  const { cohortId, definitionId, idOf } = cohort;
  const consentKeys = ["collect", "thirdParty", "promotion", "truth"];
  for (const number of ["A", "B", "C", "D", "G", "H"]) {
    await insertConsents(db, { cohortId, applicationId: idOf(number), definitionId, consentKeys, now });
  }

  async function actorOf(number: string): Promise<AccountActor> {
    const { applicantId } = await db
      .selectFrom("application")
      .select("applicantId")
      .where("id", "=", idOf(number))
      .executeTakeFirstOrThrow();
    const actor = await findActorById(db, applicantId);
    if (!actor) throw new Error(`nobody applied under ${number}`);
    return actor;
  }
  const { slug } = await db.selectFrom("cohort").select("slug").where("id", "=", cohortId).executeTakeFirstOrThrow();
  return { ...cohort, slug, respondBy: inDays(now, 2), actorOf };
}

function stillOpen(draft: DefinitionDraft, now: Date): void {
  const [soon, later, last] = [2, 5, 9].map((days) => inSeoul(inDays(now, days))) as [string, string, string];
  draft.acceptance.confirmBy = soon;
  draft.appeals.window.end = later;
  draft.reserve.validUntil = last;
  draft.acceptance.afterStartReplacementUntil = last;
  const ends: Readonly<Record<string, string>> = { appeal: later, confirm: soon, reserveFill: last };
  for (const event of draft.calendar.events) {
    const end = ends[event.key];
    if (end !== undefined) event.end = end;
    if (event.key === "start") event.start = inSeoul(inDays(now, 10));
  }
}

/** Whole seconds, as definitions have them. */
function inDays(now: Date, days: number): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000 + days * DAY);
}

function inSeoul(instant: Date): string {
  return `${new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}
