import { expect, test } from "vitest";
import { insertDocumentRequest, saveFulfilled } from "#db/queries/document-requests.ts";
import { insertOffers } from "#db/queries/offers.ts";
import { listHappenings } from "#db/queries/timeline.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

test("the timeline tells results, requests and answers, and nothing of a seat that is only held", async () => {
  const db = await freshDatabase();
  const { cohortId, people, publishedAt } = await aPublishedCohort(db, {
    seats: { game: 1 },
    people: [{ standing: "reserve", track: "game" }],
  });
  const { applicationId } = people[0]!;
  const after = (minutes: number) => new Date(publishedAt.getTime() + minutes * 60_000);
  const request = { cohortId, applicationId, documentKey: "bonusProof", reason: "x", requestedBy: null };
  const id = await insertDocumentRequest(db, { ...request, dueAt: after(60), now: after(1) });
  await saveFulfilled(db, { ids: [id], fulfilledAt: after(3) });
  const seat = { cohortId, applicationId, trackKey: "game", choiceOrder: 1, origin: "reserve" } as const;
  const heldOnly = {
    status: "held",
    replacesOfferId: null,
    approvedBy: null,
    openedAt: null,
    respondBy: null,
  } as const;
  await insertOffers(db, [{ ...seat, ...heldOnly, heldAt: after(5) }]);

  const own = await db
    .selectFrom("application")
    .select(["id", "status", "createdAt", "withdrawnAt"])
    .where("id", "=", applicationId)
    .executeTakeFirstOrThrow();
  expect((await listHappenings(db, own)).map(({ kind }) => kind)).toEqual([
    "started",
    "result",
    "document_asked",
    "document_fulfilled",
  ]);
});
