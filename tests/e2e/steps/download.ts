import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

export type Downloaded = { readonly name: string; readonly bytes: Uint8Array };

/** What comes of pressing a link to a file. */
export async function download(page: Page, press: () => Promise<void>): Promise<Downloaded> {
  const coming = page.waitForEvent("download");
  await press();
  const arrived = await coming;
  return { name: arrived.suggestedFilename(), bytes: Uint8Array.from(await readFile(await arrived.path())) };
}

export const linkTo = (page: Page, path: string): Locator => page.locator(`main a[href="${path}"]`).first();

/** The events of a calendar file, each line by its name; folded lines are one (RFC 5545, 3.1). */
export function eventsOf(calendar: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const lines = new TextDecoder()
    .decode(calendar)
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name === "BEGIN" && value === "VEVENT") events.push({});
    const event = events.at(-1);
    if (event && !(name in event)) event[name] = value;
  }
  return events;
}
