import { mayBeExtended } from "#app/domain/application/door.ts";
import type { Db } from "../connect.ts";

/**
 * Drafts that were never submitted expire; how many did. One with a personal extension that ends after `extendedAfter`
 * waits, unless the cohort is in review already and nobody can submit any more.
 */
export async function expireDrafts(
  db: Db,
  { cohortId, extendedAfter }: { cohortId: string; extendedAfter: Date },
): Promise<number> {
  const { academyId, phase } = await db
    .selectFrom("cohort")
    .select(["academyId", "phase"])
    .where("id", "=", cohortId)
    .executeTakeFirstOrThrow();
  const [changed] = await db
    .updateTable("application")
    .set({ status: "expired" })
    .where("academyId", "=", academyId)
    .where("cohortId", "=", cohortId)
    .where("status", "=", "draft")
    .$if(mayBeExtended(phase), (query) =>
      query.where("id", "not in", (eb) =>
        eb
          .selectFrom("personalExtension")
          .select("personalExtension.applicationId")
          .where("personalExtension.cohortId", "=", cohortId)
          .where("personalExtension.revokedAt", "is", null)
          .where("personalExtension.until", ">", extendedAfter.toISOString()),
      ),
    )
    .execute();
  return Number(changed?.numUpdatedRows ?? 0);
}

/** Cohorts that a person opened, and closed ones in which drafts are left: the worker looks at these. */
export async function listCohortsToClose(
  db: Db,
): Promise<readonly { readonly id: string; readonly definitionId: string }[]> {
  return db
    .selectFrom("cohort")
    .select(["id", "definitionId"])
    .where((eb) =>
      eb.or([
        eb("phase", "=", "open"),
        eb.and([
          eb("phase", "in", ["closed", "in_review"]),
          eb.exists(
            eb
              .selectFrom("application")
              .select("application.id")
              .whereRef("application.academyId", "=", "cohort.academyId")
              .whereRef("application.cohortId", "=", "cohort.id")
              .where("application.status", "=", "draft"),
          ),
        ]),
      ]),
    )
    .orderBy("createdAt")
    .limit(200)
    .execute();
}
