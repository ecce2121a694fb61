// What can only be tried where the test speaks as Electron's own inside would: on the double.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProcess } from "../started-process.ts";
import { expect, listDoubleArguments, root, test } from "./targets.ts";

test("a frame inside the page is not answered, while the page itself is", async ({ page }) => {
  const answered = await page.evaluate(async () => {
    const replies: number[] = [];
    const own = window as unknown as Record<string, (channel: string, values: string[]) => void>;
    const receive = own["__electronDoubleReceive"];
    own["__electronDoubleReceive"] = (channel, values) => {
      const message = JSON.parse(values[0] ?? "null") as { readonly id?: number } | null;
      if (message?.id !== undefined && message.id > 1000) replies.push(message.id);
      else receive?.(channel, values);
    };
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const ask = async (asker: Window | null, id: number): Promise<void> => {
      const send = (asker as unknown as Record<string, (channel: string, json: string) => Promise<void>>)[
        "__electronDoubleSend"
      ];
      await send?.("counterpart", JSON.stringify({ type: "request", id, command: "ports.list", input: {} }));
    };
    await ask(frame.contentWindow, 9001);
    await ask(window, 9002);
    for (let waited = 0; replies.length === 0 && waited < 5000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return replies;
  });
  expect(answered).toEqual([9002]);
});

test("a second start brings the first window to the front and ends", async () => {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-second-"));
  const first = await startProcess(listDoubleArguments(folder), root);
  const second = await startProcess(listDoubleArguments(folder), root).catch((error: unknown) => String(error));
  const status = await first.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  expect([typeof second, status]).toEqual(["string", 0]);
});
