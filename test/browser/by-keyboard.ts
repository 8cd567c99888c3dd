import type { Page } from "playwright-core";

/** More stops than any page has before what is sought; reaching it means that it cannot be reached. */
const MOST_STOPS = 400;

/** A person without a mouse: nothing here can click, hover or scroll. */
export interface Keyboard {
  /** Presses Tab until the focus is on something that `selector` names, and fails where it shows no focus. */
  tabTo(selector: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** As from the clipboard: one input, however long. */
  paste(text: string): Promise<void>;
  /** Tab to it and Enter: a link, a button, a summary. */
  choose(selector: string): Promise<void>;
  /** Tab to a field, empty it, type. */
  fill(selector: string, text: string): Promise<void>;
}

export function byKeyboard(page: Page): Keyboard {
  const { keyboard } = page;
  const tabTo = async (selector: string): Promise<void> => {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const here = await page.evaluate(focusOn, selector);
      if (here === "there") return;
      if (here !== "elsewhere") throw new Error(here);
      await keyboard.press("Tab");
    }
    throw new Error(`${selector} on ${page.url()} cannot be reached by Tab`);
  };
  return {
    tabTo,
    async press(...keys) {
      for (const key of keys) await keyboard.press(key);
    },
    type: (text) => keyboard.type(text),
    paste: (text) => keyboard.insertText(text),
    async choose(selector) {
      await tabTo(selector);
      await keyboard.press("Enter");
    },
    async fill(selector, text) {
      await tabTo(selector);
      await keyboard.press("Control+A");
      await keyboard.type(text);
    },
  };
}

/** Whether the focus is on it; in words what is wrong, where it is there but cannot be seen. */
function focusOn(selector: string): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || !focused.matches(selector)) return "elsewhere";
  const style = getComputedStyle(focused);
  const box = focused.getBoundingClientRect();
  if (style.outlineStyle === "none" || Number.parseFloat(style.outlineWidth) < 2) return `${selector} shows no focus`;
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return seen ? "there" : `${selector} has the focus outside the window`;
}
