import { afterEach, expect, test } from "vitest";
import { cleanerInThread, type Cleaner } from "#app/threads/clean-in-thread.ts";
import { aPdf, aPng } from "#tests/factories/files.ts";

let cleaner: Cleaner | undefined;
afterEach(() => cleaner?.stop());

test("files are cleaned one after another in a thread that leaves the others their turn", async () => {
  cleaner = cleanerInThread();
  const { clean } = cleaner;

  expect(await clean({ kind: "png", bytes: aPng })).toMatchObject({ ok: true });
  expect(await clean({ kind: "pdf", bytes: aPdf })).toEqual({ ok: false, refusal: "unreadable" });
});

test("a file that takes too long is called unreadable, and the next one is cleaned all the same", async () => {
  cleaner = cleanerInThread(1);
  expect(await cleaner.clean({ kind: "png", bytes: aPng })).toEqual({ ok: false, refusal: "unreadable" });
  await cleaner.stop();
  expect(await cleaner.clean({ kind: "png", bytes: aPng })).toBeUndefined();
});
