import { expect, type Locator, type Page } from "@playwright/test";

/** How somebody works a page: with a mouse, with a finger, with keys alone. */
export type Hand = {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** A radio button or a checkbox, ticked afterwards whatever it was before. */
  readonly tick: (target: Locator) => Promise<void>;
  readonly choose: (target: Locator, value: string) => Promise<void>;
};

export function pointer(touch: boolean): Hand {
  const press = (target: Locator) => (touch ? target.tap() : target.click());
  return {
    press,
    write: (target, text) => target.fill(text),
    async tick(target) {
      if (!(await target.isChecked())) await press(target);
      await expect(target).toBeChecked();
    },
    async choose(target, value) {
      await target.selectOption(value);
    },
  };
}

/** Tab, Space, Enter, arrows and letters; the focus must be seen wherever it stops. */
export function keyboard(page: Page): Hand {
  const keys = page.keyboard;

  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < 200; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        expect(await target.evaluate(showsFocus), `the focus is seen on ${String(target)}`).toBe(true);
        return;
      }
      await keys.press("Tab");
    }
    throw new Error(`Tab does not lead to ${String(target)}`);
  }

  return {
    async press(target) {
      await reach(target);
      await keys.press("Enter");
    },
    async write(target, text) {
      await reach(target);
      if ((await target.getAttribute("type")) === "date") return writeDay(target, text);
      await keys.press("Control+A");
      await keys.insertText(text);
      await expect(target).toHaveValue(text);
    },
    async tick(target) {
      if (await target.isChecked()) return;
      if ((await target.getAttribute("type")) === "radio") return pickByArrows(target);
      await reach(target);
      await keys.press("Space");
      await expect(target).toBeChecked();
    },
    async choose(target, value) {
      await reach(target);
      for (let options = 0; options < 60; options += 1) {
        if ((await target.inputValue()) === value) return;
        await keys.press("ArrowDown");
      }
      throw new Error(`the arrows do not lead to ${value}`);
    },
  };

  /** Tab leads to the group, to its first button as long as none is chosen; arrows choose. */
  async function pickByArrows(target: Locator): Promise<void> {
    const name = (await target.getAttribute("name")) ?? "";
    const group = page.locator(`main input[type=radio][name="${name}"]`);
    const chosen = page.locator(`main input[type=radio][name="${name}"]:checked`);
    await reach((await chosen.count()) > 0 ? chosen : group.first());
    if ((await chosen.count()) === 0) await keys.press("Space");
    for (let buttons = await group.count(); buttons > 0 && !(await target.isChecked()); buttons -= 1) {
      await keys.press("ArrowDown");
    }
    await expect(target).toBeChecked();
  }

  /** The parts of a day stand in the order that the browser's own language has. */
  async function writeDay(target: Locator, day: string): Promise<void> {
    const [year = "", month = "", date = ""] = day.split("-");
    await keys.type(`${month}${date}${year}`);
    if ((await target.inputValue()) === day) return;
    await keys.press("Shift+Tab");
    await keys.press("Tab");
    await reach(target);
    for (const part of [year, month, date]) {
      await keys.type(part);
      if (part === year) await keys.press("ArrowRight");
    }
    await expect(target).toHaveValue(day);
  }
}

function showsFocus(element: Element): boolean {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
}
