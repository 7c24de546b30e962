import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The page in Korean and in English, each as `looksRightIn` asks. */
export async function looksRight(page: Page): Promise<void> {
  for (const language of ["ko", "en"] as const) {
    await page.context().addCookies([{ name: "language", value: language, url: new URL(page.url()).origin }]);
    await page.reload();
    await looksRightIn(page, language);
  }
}

/**
 * The page as it stands: axe finds nothing, in forced high contrast neither; it fits 320 CSS pixels (640 at 200 %), and
 * text at 200 %, without scrolling sideways.
 */
export async function looksRightIn(page: Page, language: "ko" | "en"): Promise<void> {
  const here = new URL(page.url()).pathname;
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await faults(axeOn(page)), here).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  // Forced colours change colours only.
  const colours = axeOn(page).withRules(["color-contrast", "link-in-text-block"]);
  expect(await faults(colours), `${here} in forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: null });

  const size = page.viewportSize();
  if (!size) throw new Error("a page without a size");
  await page.setViewportSize({ width: 320, height: size.height });
  expect(await widerThanScreen(page), `${here} at 320 px`).toEqual([]);
  await page.setViewportSize(size);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  expect(await widerThanScreen(page), `${here} with text at 200 %`).toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
}

/** Our pages are of one frame, and nothing but the faults is asked for: much the quicker way. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

async function faults(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}

/** What makes the page scroll sideways: nothing, or the innermost elements that stick out. */
async function widerThanScreen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
    const scrollsItself = (element: Element) => getComputedStyle(element).overflowX !== "visible";
    const isInScroller = (element: Element): boolean =>
      element.parentElement !== null &&
      element.parentElement !== document.body &&
      (scrollsItself(element.parentElement) || isInScroller(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => sticksOut(element) && !isInScroller(element) && ![...element.children].some(sticksOut))
      .map((element) => element.outerHTML.slice(0, 200));
  });
}
