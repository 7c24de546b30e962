import { createHash, randomBytes } from "node:crypto";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "#db/connect.ts";
import { insertMany } from "#db/queries/insert-many.ts";
import { inTransaction } from "#db/transaction.ts";
import { anApplicant, anOpenCohort, type OpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";

export type ReadyApplicant = { readonly applicationId: string; readonly cookie: string };
export type ReadyCohort = { readonly cohort: OpenCohort; readonly applicants: readonly ReadyApplicant[] };

/** A cohort in which made-up people, all signed in, have whole drafts that nobody handed in yet. */
export async function aCohortBeforeItsClose(db: Db, { people }: { readonly people: number }): Promise<ReadyCohort> {
  const now = new Date();
  return inTransaction(db, async (trx) => {
    const cohort = await anOpenCohort(trx, { now });
    const applicants: ReadyApplicant[] = [];
    const sessions = [];
    for (let index = 0; index < people; index += 1) {
      // Nobody shall look like somebody else: those who seem to apply twice are another test's matter.
      const applicant = await anApplicant(trx, { name: `가상${String.fromCodePoint(0xac00 + index)}`, now });
      const phone = `010-0000-${String(index % 10_000).padStart(4, "0")}`;
      const { applicationId } = await aReadyDraft(trx, { cohort, applicant, answers: { phone } });
      const token = randomBytes(20).toString("hex");
      sessions.push({
        id: createHash("sha256").update(token).digest("hex"),
        accountId: applicant.accountId,
        expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
      });
      applicants.push({ applicationId, cookie: `session=${token}` });
    }
    await insertMany(trx, "session", sessions);
    return { cohort, applicants };
  });
}

/** Moves the close; only before any process has read the rules, because versions are kept in memory. */
export async function closeAt(db: Db, cohort: OpenCohort, end: Date): Promise<void> {
  const { definition } = cohort;
  const events = definition.calendar.events.map((event) =>
    event.key === "application" ? { ...event, end: inSeoul(end) } : event,
  );
  const moved: ProgrammeDefinition = { ...definition, calendar: { ...definition.calendar, events } };
  await db
    .updateTable("definitionVersion")
    .set({ definition: JSON.stringify(moved) })
    .where("id", "=", cohort.definitionId)
    .execute();
}

/** As definitions write instants: whole seconds, Seoul's offset. */
function inSeoul(instant: Date): string {
  return `${new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}
