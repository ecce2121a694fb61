// Each target is wired: the page loads, both sides say hello, and a command is answered, also after a reload.
import type { Page } from "@playwright/test";
import { expect, test } from "./targets.ts";

/** Takes the place of the page's own client on its link, whichever that is, and gives what the other side says. */
function speakOnLink(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => {
    const said = [
      { type: "hello", version: 1 },
      { type: "request", id: 4242, command: "ports.list", input: {} },
    ].map((message) => JSON.stringify(message));
    const heard: { readonly type: string; readonly id?: number }[] = [];
    const hear = (json: string): void => void heard.push(JSON.parse(json) as (typeof heard)[number]);
    const { counterpart: bridge } = window as unknown as {
      readonly counterpart?: { send(json: string): void; onMessage(listener: (json: string) => void): void };
    };
    if (bridge) {
      bridge.onMessage(hear);
      for (const json of said) bridge.send(json);
    } else {
      const socket = new WebSocket(`ws://${location.host}/link`);
      const key = sessionStorage.getItem("counterpart.key");
      socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "admit", key })));
      socket.addEventListener("message", ({ data }) => {
        hear(String(data));
        if (heard.length === 1) for (const json of said) socket.send(json);
      });
    }
    const isAnswered = (): boolean => heard.some(({ id }) => id === 4242);
    for (let waited = 0; !isAnswered() && waited < 5000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return heard.filter(({ type, id }) => type === "hello" || id === 4242);
  });
}

const greeting = [
  { type: "hello", version: 1 },
  expect.objectContaining({ type: "reply", id: 4242, ok: true, output: { ports: expect.any(Array) } }),
];

test("the page loads, both sides say hello, and the ports are listed", async ({ page, target }) => {
  await expect(page.locator("#root")).not.toBeEmpty();
  if (target === "browser") await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
  expect(await speakOnLink(page)).toEqual(greeting);
});

test("a reload finds the same side again", async ({ page, target }) => {
  if (target === "browser") await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
  await page.reload();
  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await speakOnLink(page)).toEqual(greeting);
});
