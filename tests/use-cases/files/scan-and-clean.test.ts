import { expect, test } from "vitest";
import { cleanFile } from "#app/files/clean-file.server.ts";
import { clamdAt } from "#app/files/clamd.server.ts";
import { cleanFiles } from "#app/use-cases/clean-files.ts";
import { scanFiles } from "#app/use-cases/scan-files.ts";
import { uploadFile } from "#app/use-cases/upload-file.ts";
import type { Db } from "#db/connect.ts";
import { listFiles } from "#db/queries/files.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { aPdf, aPng, memoryStore } from "#tests/factories/files.ts";
import { eicar, startClamdDouble } from "#tests/support/clamd-double.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";

const infectedPdf = new TextEncoder().encode(`%PDF-1.7\n${eicar}\n%%EOF\n`);

async function aDraftWith(db: Db, files: readonly Uint8Array[], scan: "off" | "waiting" = "off") {
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const { now } = cohort;
  const store = memoryStore();
  const upload = (bytes: Uint8Array, index: number) =>
    uploadFile(db, applicant, {
      applicationId,
      documentId: "bonusProof",
      files: [{ name: `${index}.pdf`, bytes }],
      store,
      scan,
      arrivedAt: now,
      now: new Date(now.getTime() + index * 1000),
    });
  for (const [index, bytes] of files.entries()) await upload(bytes, index);
  return { applicationId, store, now, upload, rows: () => listFiles(db, applicationId) };
}

test("a file gets its copy without metadata; where none can be made it says why, and neither is tried twice", async () => {
  const db = await freshDatabase();
  const { store, rows } = await aDraftWith(db, [aPng, aPdf]);

  expect(await cleanFiles(db, { store, clean: cleanFile })).toBe(2);
  expect(await cleanFiles(db, { store, clean: cleanFile })).toBe(0);

  const [picture, broken] = await rows();
  expect(picture).toMatchObject({ fault: null, cleanSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  expect(picture!.cleanSha256).not.toBe(picture!.sha256);
  expect(store.kept.has(picture!.cleanSha256!)).toBe(true);
  expect(broken).toMatchObject({ fault: "unreadable", cleanSha256: null });
});

test("a file whose bytes are gone says so, and one that was being cleaned at the stop keeps its turn", async () => {
  const db = await freshDatabase();
  const { store, rows } = await aDraftWith(db, [aPng]);
  await cleanFiles(db, { store, clean: async () => undefined });
  expect(await rows()).toMatchObject([{ fault: null, cleanSha256: null }]);

  store.kept.clear();
  await cleanFiles(db, { store, clean: cleanFile });
  expect(await rows()).toMatchObject([{ fault: "missing", cleanSha256: null }]);
});

test("a virus takes the bytes out of the store, stays on record, and is not taken again", async () => {
  const db = await freshDatabase();
  const daemon = await startClamdDouble();
  const { store, rows, now, upload } = await aDraftWith(db, [infectedPdf, aPng], "waiting");
  const scan = clamdAt(daemon.url);
  expect(await cleanFiles(db, { store, clean: cleanFile })).toBe(0);

  expect(await scanFiles(db, { store, scan, now })).toBe(2);

  const [infected, clean] = await rows();
  expect([infected!.scan, clean!.scan]).toEqual(["infected", "clean"]);
  expect([store.kept.has(infected!.sha256), store.kept.has(clean!.sha256)]).toEqual([false, true]);
  const events = await db.selectFrom("auditEntry").select("event").execute();
  expect(events.filter(({ event }) => event === "file_infected")).toHaveLength(1);
  expect(await cleanFiles(db, { store, clean: cleanFile })).toBe(1);

  expect(await upload(infectedPdf, 5)).toMatchObject({ refusal: { refused: [{ fault: "file-infected" }] } });
  expect(store.kept.has(infected!.sha256)).toBe(false);
  await daemon.stop();
});

test("while the scanner is down files wait; one that it does not take keeps no other waiting", async () => {
  const db = await freshDatabase();
  const { store, rows, now } = await aDraftWith(db, [infectedPdf, aPng], "waiting");
  const away = clamdAt(`tcp://127.0.0.1:${await freePort()}`);
  await expect(scanFiles(db, { store, scan: away, now })).rejects.toThrow("ECONNREFUSED");
  expect((await rows()).map(({ scan }) => scan)).toEqual(["waiting", "waiting"]);

  const daemon = await startClamdDouble({ mostBytes: aPng.length });
  await expect(scanFiles(db, { store, scan: clamdAt(daemon.url), now })).rejects.toThrow("size limit");
  expect((await rows()).map(({ scan }) => scan)).toEqual(["waiting", "clean"]);
  await daemon.stop();
});

test("where no scanner is configured any more nobody waits for it", async () => {
  const db = await freshDatabase();
  const { store, rows, now } = await aDraftWith(db, [aPng], "waiting");
  expect(await scanFiles(db, { store, scan: undefined, now })).toBe(0);
  expect(await rows()).toMatchObject([{ scan: "off" }]);
});
