import fc from "fast-check";
import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { closeCohort } from "#app/use-cases/close-cohort.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

test("in is exactly what arrived before the end, whatever the clock says when it is done; numbers have no gap", async () => {
  const offset = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60_000, max: 60_000 }) },
  );
  // How long the work took, or how far the clock was set back meanwhile.
  const skew = fc.integer({ min: -120_000, max: 600_000 });
  const request = fc.record({ offset, skew, closesFirst: fc.boolean() });

  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 8 }), async (requests) => {
      const db = await freshDatabase();
      const cohort = await anOpenCohort(db);
      const { cohortId, closesAt } = cohort;
      const drafts = [];
      for (const each of requests) drafts.push({ ...each, ...(await aReadyDraft(db, { cohort })) });

      const numbers: string[] = [];
      for (const { offset: milliseconds, skew: took, closesFirst, applicant, applicationId } of drafts) {
        const arrivedAt = after(closesAt, milliseconds);
        const now = after(arrivedAt, took);
        if (closesFirst) await closeCohort(db, systemActor, { cohortId, now: after(closesAt, Math.max(0, took)) });
        const answer = await submitApplication(db, applicant, { applicationId, arrivedAt, now });
        expect(answer.ok).toBe(arrivedAt < closesAt);
        if (answer.ok) numbers.push(answer.value.applicationNumber);
      }
      expect(numbers).toEqual(numbers.map((_, index) => `GCC02-${String(index + 1).padStart(4, "0")}`));
    }),
    { numRuns: 25 },
  );
});
