import { EventEmitter } from "node:events";
import type { BrowserWindow, Dialog, MessageBoxSyncOptions } from "electron";
import { expect, test } from "vitest";
import { askBeforeLeaving } from "../../electron/main/ask-before-leaving.ts";
import { Preventable } from "./preventable.ts";

/** Whether the window goes when the person presses the button of that number, and what was asked. */
function leaveWith(chosen: number, locale: string): { readonly goes: boolean; readonly asked: MessageBoxSyncOptions } {
  const window = { webContents: new EventEmitter() };
  const asked: MessageBoxSyncOptions[] = [];
  const dialog = {
    showMessageBoxSync: (_window: unknown, options: MessageBoxSyncOptions) => {
      asked.push(options);
      return chosen;
    },
  };
  askBeforeLeaving(window as unknown as BrowserWindow, dialog as unknown as Dialog, () => locale);
  const event = new Preventable();
  window.webContents.emit("will-prevent-unload", event);
  const [question] = asked;
  if (question === undefined) throw new Error("nobody was asked");
  return { goes: event.defaultPrevented, asked: question };
}

test("the window goes only when the person says so", () => {
  const { asked } = leaveWith(0, "en-GB");
  const goings = (asked.buttons ?? []).map((button, place) => [button, leaveWith(place, "en-GB").goes]);
  expect(goings).toEqual([
    ["Keep writing", false],
    ["Stop and leave", true],
  ]);
});

test("closing the question, or pressing Enter, stays", () => {
  const { asked } = leaveWith(0, "en-GB");
  expect([asked.cancelId, asked.defaultId]).toEqual([0, 0]);
});

test.for(["zh-CN", "zh", "zh-Hans-SG"])("the question is Chinese where the system is %s", (locale) => {
  expect(leaveWith(0, locale).asked.message).toBe("正在写入设置");
});
