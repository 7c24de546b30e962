import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { getApplication } from "#db/queries/applications.ts";
import { findSubmission, type Submission } from "#db/queries/submissions.ts";
import type { Portal } from "#tests/support/portal.ts";
import { readPdf } from "../../print/read-pdf.ts";
import type { Hand } from "./hand.ts";
import type { Person } from "./person.ts";

type OnReceipt = {
  readonly portal: Portal;
  readonly person: Person;
  readonly hand: Hand;
  readonly applicationId: string;
  readonly definition: ProgrammeDefinition;
  readonly language: "ko" | "en";
  readonly email: string;
  readonly name: string;
  /** Which submission this is the receipt of, counted from 1. */
  readonly version?: number;
};

export type Received = {
  readonly number: string;
  readonly submission: Submission;
  /** Of the PDF, without any space. */
  readonly paper: string;
};

/** Page, mail and paper say the same: number, name, time, and the SHA-256 of what lies in the database. */
export async function checkReceipt({ portal, person: { page }, hand, ...receipt }: OnReceipt): Promise<Received> {
  const { applicationId, definition, language, email, name, version = 1 } = receipt;
  const stored = await findSubmission(portal.db, { applicationId, number: version });
  if (!stored) throw new Error(`no submission ${version}`);
  const { applicationNumber } = await getApplication(portal.db, applicationId);
  const number = applicationNumber ?? "";
  expect(number).toMatch(
    new RegExp(`^${definition.numbering.application.pattern.replace(/\{seq:(\d)\}/, "\\d{$1}")}$`),
  );
  expect(stored.sha256).toBe(sha256Hex(stored.answers));
  const time = formatInstantWithSeconds(stored.arrivedAt, language);

  const card = page.locator("main .description-list").first();
  for (const words of [number, name, time, stored.sha256]) await expect(card).toContainText(words);

  const mail = await portal.mailbox.wait(email, number);
  expect(mail.subject).toContain({ ko: "접수되었습니다", en: "Application received" }[language]);
  expect(mail.text).toContain(name);
  const mails = () => portal.mailbox.mails.filter(({ to, subject }) => to === email && subject.includes(number));
  await expect.poll(() => mails().length, { timeout: 30_000 }).toBe(version);

  const downloading = page.waitForEvent("download");
  await hand.press(page.locator(`main a[href="${paths.my.receiptPdf(applicationId)}"]`));
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const { text } = await readPdf(Uint8Array.from(await readFile(await download.path())));
  // Lines break where the paper ends.
  const paper = text.replaceAll(/\s/g, "");
  for (const words of [number, name, time, stored.sha256]) expect(paper).toContain(words.replaceAll(/\s/g, ""));
  return { number, submission: stored, paper };
}
