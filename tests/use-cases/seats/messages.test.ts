import { expect, test } from "vitest";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { resendMessage } from "#app/use-cases/resend-message.ts";
import { holdStoppedMessages, resumeMessages, stopMessages } from "#app/use-cases/stop-messages.ts";
import { claimDueMessages, markUnsent } from "#db/queries/outbox.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { aStaffMember, anAcademy } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { events } from "./seats.ts";

async function aCohortWithMessages() {
  const db = await freshDatabase();
  const selected = { standing: "selected", track: "game" } as const;
  const cohort = await aPublishedCohort(db, { seats: { game: 2 }, people: [selected, selected] });
  const [ada, grace] = cohort.people;
  const now = cohort.publishedAt;
  await acceptOffer(db, ada!.applicant, { offerId: ada!.offerId!, pledged: true, arrivedAt: now, now });
  const rows = async () => db.selectFrom("outbox").selectAll().orderBy("createdAt").orderBy("messageKey").execute();
  return { db, cohort, ada: ada!, grace: grace!, now, rows };
}

test("a failed message is sent again under a new key, to the address the person has now, with the reason on record", async () => {
  const { db, cohort, ada, now, rows } = await aCohortWithMessages();
  const { cohortId, administrator } = cohort;
  const [row] = await rows();
  const again = { cohortId, messageId: row!.id, reason: "주소를 고쳤습니다.", now };
  expect(await resendMessage(db, administrator, again)).toEqual({ ok: false, refusal: "still-under-way" });
  await markUnsent(db, { id: row!.id, error: "550 no such mailbox", retryAt: null });
  await db.updateTable("account").set({ email: "new@people.example" }).where("id", "=", ada.applicantId).execute();

  expect(await resendMessage(db, administrator, { ...again, reason: "  " })).toEqual({
    ok: false,
    refusal: "reason-missing",
  });
  expect((await resendMessage(db, administrator, again)).ok).toBe(true);
  expect((await resendMessage(db, administrator, again)).ok).toBe(true);

  expect(
    (await rows()).map(({ messageKey, recipient, status }) => [
      messageKey.split(":").slice(2).join(":"),
      recipient,
      status,
    ]),
  ).toEqual([
    ["", ada.applicant.email, "failed"],
    ["again:1", "new@people.example", "queued"],
    ["again:2", "new@people.example", "queued"],
  ]);
  expect(await events(db)).toEqual(["offer-accepted", "message-resent", "message-resent"]);
});

test("another academy's administrator sees no message to send again", async () => {
  const { db, cohort, now, rows } = await aCohortWithMessages();
  const stranger = await aStaffMember(db, { role: "administrator", academyId: await anAcademy(db) });
  const [row] = await rows();
  const answer = await resendMessage(db, stranger, {
    cohortId: cohort.cohortId,
    messageId: row!.id,
    reason: "이유",
    now,
  });
  expect(answer).toEqual({ ok: false, refusal: "not-yours" });
});

test("stopped, nothing leaves: neither what was queued nor what is enqueued later, until it goes on", async () => {
  const { db, cohort, grace, now, rows } = await aCohortWithMessages();
  const { cohortId, administrator } = cohort;
  const change = { cohortId, reason: "본문을 다시 확인합니다.", now };
  expect(await stopMessages(db, administrator, change)).toEqual({ ok: true, value: { messages: 1 } });
  await declineOffer(db, grace.applicant, { offerId: grace.offerId!, arrivedAt: now, now });
  expect(await holdStoppedMessages(db, now)).toBe(1);
  expect(await claimDueMessages(db, { now, limit: 10, claimFor: 1000 })).toEqual([]);

  expect(await resumeMessages(db, administrator, change)).toEqual({ ok: true, value: { messages: 2 } });
  expect((await rows()).map(({ status }) => status)).toEqual(["queued", "queued"]);
  expect(await holdStoppedMessages(db, now)).toBe(0);
});
