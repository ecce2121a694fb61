// The window as it would be in a language with long words: whatever a screen says is made longer by two fifths, with accents
// and a character of another script, in brackets. Values (addresses, names of devices, lines of logs) stay as they are.
import type { Page } from "@playwright/test";

/** What does not fit then, in words; the window is as before afterwards. */
export async function findTooLong(page: Page): Promise<readonly string[]> {
  await lengthen(page);
  const found = await findCut(page);
  await restore(page);
  return found;
}

/** Whether the button that matters would need scrolling then. */
export async function findHiddenButton(page: Page): Promise<readonly string[]> {
  await lengthen(page);
  const hidden = await page.evaluate(() => {
    const shown = [...document.querySelectorAll("main button.bg-accent")].filter((one) => one.checkVisibility());
    return shown.slice(0, 1).flatMap((button) => {
      const { top, bottom } = button.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight ? [] : [`out of sight: ${button.textContent}`];
    });
  });
  await restore(page);
  return hidden;
}

async function lengthen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const accents: Readonly<Record<string, string>> = {
      a: "ä",
      e: "é",
      i: "ï",
      o: "ö",
      u: "ü",
      n: "ñ",
      s: "š",
      c: "ç",
    };
    const values =
      ".font-mono, code, pre, kbd, .xterm, [role=log], main [role=listbox], svg, input, select, [lang]:not(html)";
    const kept: [Text, string][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text;
      const said = text.data;
      if (said.trim() === "" || text.parentElement?.closest(values) || !/\p{Letter}/u.test(said)) continue;
      kept.push([text, said]);
      const longer = Array.from(said, (one) => accents[one] ?? one).join("");
      // German makes words longer, and few of them: the added part is one word of at most fourteen letters, again and again.
      const added = "übermäßigkeit長".repeat(8).slice(0, Math.ceil(said.length * 0.4));
      text.data = `[${longer} ${(added.match(/.{1,14}/gu) ?? []).join(" ")}]`;
    }
    Object.assign(window, { keptWords: kept });
  });
}

async function restore(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { keptWords } = window as unknown as { readonly keptWords: readonly (readonly [Text, string])[] };
    for (const [text, said] of keptWords) text.data = said;
  });
}

/** What is wider than its place, or cut without a sign and a tip that has it all. */
export function findCut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (one: Element): string => `<${one.tagName.toLowerCase()}> ${(one.textContent ?? "").slice(0, 40)}`;
    for (const part of document.querySelectorAll("html, header, main, aside nav, dialog[open]")) {
      if (part.checkVisibility({ visibilityProperty: true }) && part.scrollWidth > part.clientWidth + 1)
        found.push(`wider than its place: <${part.tagName.toLowerCase()}>`);
    }
    const isShown = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    for (const one of document.querySelectorAll("body *")) {
      if (!isShown(one) || one.closest(".sr-only, .xterm, [role=log], main [role=listbox], svg") !== null) continue;
      const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "");
      if (!hasText) continue;
      const style = getComputedStyle(one);
      const isCut = style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
      const isTold = style.textOverflow === "ellipsis" && one.closest("[title]") !== null;
      if (isCut && !isTold) found.push(`cut: ${name(one)}`);
      const range = document.createRange();
      range.selectNodeContents(one);
      const { left, right } = range.getBoundingClientRect();
      if (!isCut && (right > innerWidth + 1 || left < -1)) found.push(`outside the window: ${name(one)}`);
      const box = one.closest("button, summary, label, th")?.getBoundingClientRect();
      if (!isCut && box && (right > box.right + 1 || left < box.left - 1))
        found.push(`outside its button: ${name(one)}`);
    }
    return found;
  });
}
