import { expect, test } from "vitest";
import { removeKernelMessages } from "../../../electron/core/frames/kernel-messages.ts";

test.each([
  ["between lines", "a\n[    1.234567] usb 1-1: x\nb\n", "a\nb\n"],
  ["in the middle of a line", "192.168[   12.345678] usb 1-1: x\n.1.5\n", "192.168.1.5\n"],
  ["with a level", "<4>[   12.345678] x\nb", "b"],
  ["with a thread", "[   12.345678][    T1] x\nb", "b"],
  ["with a processor", "[   12.345678][    C0] x\nb", "b"],
  ["behind a prompt", "login: [   12.345678] x\n", "login: "],
  ["in the middle of a line end", "a\r[   12.345678] x\n\nb", "a\nb"],
])("a kernel message %s is taken out", (_name, noisy, clean) => {
  expect(removeKernelMessages(noisy)).toBe(clean);
});

test.each(["[12] x\n", "[1.5] x\n", "[2026-01-15 10:00:00] paid\n", "[   12.345678] not ended"])("%j stays", (text) => {
  expect(removeKernelMessages(text)).toBe(text);
});
