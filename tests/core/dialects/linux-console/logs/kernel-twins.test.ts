import { expect, test } from "vitest";
import { KernelTwins } from "../../../../../electron/core/dialects/linux-console/logs/kernel-twins.ts";

function listOnce(lines: readonly string[]): readonly string[] {
  const twins = new KernelTwins();
  return lines.filter((line) => !twins.isSecond(line));
}

test("a message that the kernel says on its console and in its log is told once, whichever comes first", () => {
  const said = "[   12.345678] eth0: Link is Down";
  const logged = "[12.345678] eth0: Link is Down";
  expect([listOnce([said, logged]), listOnce([logged, "other", said])]).toEqual([[said], [logged, "other"]]);
});

test("messages that only look alike are all told, however many there are", () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `[   ${at}.000001] eth0: Link is Down`);
  const plain = ["eth0: down", "eth0: down", "[12.3] short", "[12.3] short", "[Sun Nov 22 10:31:05 2026] x"];
  expect(listOnce([...lines, ...plain])).toEqual([...lines, ...plain]);
});

test("what only the log has, because the console is quiet, stays", () => {
  const lines = ["[1.000000] a", "[2.000000] b", "[3.000000] c", "[   3.000000] c"];
  expect(listOnce(lines)).toEqual(["[1.000000] a", "[2.000000] b", "[3.000000] c"]);
});
