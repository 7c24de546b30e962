import { expect, type Locator, type Page } from "@playwright/test";
import type { Hand } from "./hand.ts";

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** How files come onto the page: `plain` is a form without scripts, `keys` opens the browser's own dialog. */
export type Carrying = "plain" | "drop" | "keys";

type Files = { readonly documentId: string; readonly files: readonly Upload[]; readonly carrying: Carrying };

/** Hands files in under one document, and waits until the page lists each of them. */
export async function handInFiles(page: Page, hand: Hand, { documentId, files, carrying }: Files): Promise<void> {
  const form = page.locator(
    `main form.upload:has(input[name=document][value="${documentId}"]):not(:has(input[name=replaces]))`,
  );
  const input = form.locator("input[type=file]");
  const button = form.locator("button[type=submit]");
  if (carrying === "plain") {
    await input.setInputFiles([...files]);
    await hand.press(button);
  } else if (carrying === "keys") {
    const dialog = page.waitForEvent("filechooser");
    await hand.press(button);
    await (await dialog).setFiles([...files]);
  } else {
    const [first, ...others] = files;
    if (first) await input.setInputFiles(first);
    await listed(page, files.slice(0, 1));
    if (others.length > 0) await drop(page, form, others);
  }
  await listed(page, files);
}

async function listed(page: Page, files: readonly Upload[]): Promise<void> {
  for (const { name } of files) {
    await expect(page.locator(".upload__file").filter({ hasText: name.normalize("NFC") })).toBeVisible();
  }
}

async function drop(page: Page, onto: Locator, files: readonly Upload[]): Promise<void> {
  const dropped = files.map(({ name, mimeType, buffer }) => ({
    name,
    type: mimeType,
    base64: buffer.toString("base64"),
  }));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  }, dropped);
  await onto.dispatchEvent("dragover", { dataTransfer });
  await expect(onto).toHaveClass(/upload--over/);
  await onto.dispatchEvent("drop", { dataTransfer });
}
