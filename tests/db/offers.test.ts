import { expect, test } from "vitest";
import {
  findFirstSent,
  findNewestOffer,
  findOffer,
  insertOffers,
  listOffersOfStatus,
  listUnreplacedOffers,
  saveOffer,
  type NewOffer,
} from "#db/queries/offers.ts";
import { countOffers, listLedger, liveOffersByTrack } from "#db/queries/seat-ledger.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function twoOffers() {
  const db = await freshDatabase();
  const selected = { standing: "selected", track: "game" } as const;
  const cohort = await aPublishedCohort(db, {
    seats: { game: 2 },
    people: [selected, selected, { ...selected, standing: "reserve" }],
  });
  const [first, second, third] = cohort.people;
  return { db, cohort, first: first!, second: second!, third: third! };
}

test("an offer keeps what a move changed, and nothing else moves", async () => {
  const { db, first } = await twoOffers();
  const before = (await findOffer(db, first.offerId!))!;
  const answeredAt = new Date("2026-12-01T00:00:00.123Z");
  await saveOffer(db, { ...before, status: "accepted", answeredAt, trackKey: "webtoon" });
  expect(await findOffer(db, first.offerId!)).toEqual({ ...before, status: "accepted", answeredAt });
});

test("nobody can hold two live offers, whatever a program tries", async () => {
  const { db, cohort, first } = await twoOffers();
  const { cohortId, publishedAt } = cohort;
  const second = { cohortId, applicationId: first.applicationId, trackKey: "webtoon", choiceOrder: 2 } as const;
  await expect(insertOffers(db, [{ ...held, ...second, heldAt: publishedAt }])).rejects.toThrow();
});

test("an ended offer is unreplaced until another takes its seat over", async () => {
  const { db, cohort, first, third } = await twoOffers();
  const { cohortId, publishedAt } = cohort;
  const offer = (await findOffer(db, first.offerId!))!;
  await saveOffer(db, { ...offer, status: "declined", answeredAt: publishedAt });
  expect(await listUnreplacedOffers(db, cohortId)).toEqual([{ id: offer.id, trackKey: "game" }]);

  const next = { cohortId, applicationId: third.applicationId, trackKey: "game", replacesOfferId: offer.id };
  await insertOffers(db, [{ ...held, ...next, heldAt: publishedAt }]);
  expect(await listUnreplacedOffers(db, cohortId)).toEqual([]);
  expect(
    (await listOffersOfStatus(db, { cohortId, status: "held" })).map(({ applicationId }) => applicationId),
  ).toEqual([third.applicationId]);
  expect((await findNewestOffer(db, third.applicationId))?.status).toBe("held");
});

test("seats taken are counted by track, and the ledger is filtered and paged", async () => {
  const { db, cohort, first } = await twoOffers();
  const { cohortId } = cohort;
  const offer = (await findOffer(db, first.offerId!))!;
  await saveOffer(db, { ...offer, status: "lapsed", answeredAt: cohort.respondBy });
  expect(liveOffersByTrack(await countOffers(db, cohortId))).toEqual({ game: 1 });
  const page = await listLedger(db, { cohortId, page: 2, pageSize: 1 });
  expect([page.total, page.rows.length]).toEqual([2, 1]);
  const lapsed = await listLedger(db, { cohortId, status: "lapsed", page: 1, pageSize: 10 });
  expect(lapsed.rows.map(({ applicationNumber }) => applicationNumber)).toEqual([first.applicationNumber]);
});

test("no message sent means nobody's hours run", async () => {
  const { db, first } = await twoOffers();
  expect(await findFirstSent(db, (await findOffer(db, first.offerId!))!)).toBeNull();
});

const held: Omit<NewOffer, "cohortId" | "applicationId" | "trackKey" | "heldAt"> = {
  choiceOrder: 1,
  status: "held",
  origin: "reserve",
  replacesOfferId: null,
  approvedBy: null,
  openedAt: null,
  respondBy: null,
};
