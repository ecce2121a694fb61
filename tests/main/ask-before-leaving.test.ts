import { EventEmitter } from "node:events";
import type { BrowserWindow, Dialog, MessageBoxSyncOptions } from "electron";
import { expect, test } from "vitest";
import type { Language } from "../../electron/core/failures/localized.ts";
import { askBeforeLeaving } from "../../electron/main/ask-before-leaving.ts";
import { findLanguage } from "../../electron/main/find-language.ts";
import { Preventable } from "./preventable.ts";

/** Whether the window goes when the person presses the button of that number, and what was asked. */
function leaveWith(
  chosen: number,
  language: Language,
): { readonly goes: boolean; readonly asked: MessageBoxSyncOptions } {
  const window = { webContents: new EventEmitter() };
  const asked: MessageBoxSyncOptions[] = [];
  const dialog = {
    showMessageBoxSync: (_window: unknown, options: MessageBoxSyncOptions) => {
      asked.push(options);
      return chosen;
    },
  };
  askBeforeLeaving(window as unknown as BrowserWindow, dialog as unknown as Dialog, () => language);
  const event = new Preventable();
  window.webContents.emit("will-prevent-unload", event);
  const [question] = asked;
  if (question === undefined) throw new Error("nobody was asked");
  return { goes: event.defaultPrevented, asked: question };
}

test("the window goes only when the person says so", () => {
  const { asked } = leaveWith(0, "en");
  const goings = (asked.buttons ?? []).map((button, place) => [button, leaveWith(place, "en").goes]);
  expect(goings).toEqual([
    ["Keep writing", false],
    ["Stop and leave", true],
  ]);
});

test("closing the question, or pressing Enter, stays", () => {
  const { asked } = leaveWith(0, "en");
  expect([asked.cancelId, asked.defaultId]).toEqual([0, 0]);
});

test("the question is in the person's language", () => {
  expect(leaveWith(0, "zh-CN").asked.message).toBe("正在写入设置");
});

test.for([
  ["zh-CN", null, "zh-CN"],
  ["zh", null, "zh-CN"],
  ["zh-Hans-SG", null, "zh-CN"],
  ["de-DE", null, "en"],
  ["zh-CN", "en", "en"],
] as const)("where the system is %s and %s was chosen, it is %s", ([locale, language, spoken]) => {
  expect(findLanguage({ language }, locale)).toBe(spoken);
});
