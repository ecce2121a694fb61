import { expect, test } from "vitest";
import type { Stage } from "../../../renderer/features/diagnosis/guide.ts";
import { drawStages } from "../../../renderer/features/diagnosis/stage-path.ts";
import "../../../renderer/i18n/late-words.ts";
import { createTranslate } from "../../../renderer/i18n/translate.ts";

const say = createTranslate("en");

function end(stage: Stage["stage"], outcome: Stage["outcome"], target: string | null = null): Stage {
  return { stage, from: "terminal", outcome, reason: null, target, ms: 1, detail: "" };
}

test("the way is broken at the first hop that failed, and what was skipped stays unknown", () => {
  const { hops, broken } = drawStages(
    [end("link", "passed"), end("gateway", "failed", "192.168.2.1"), end("tcp", "skipped")],
    say,
  );
  expect([broken, hops.map(({ state }) => state)]).toEqual([
    "router",
    ["unknown", "ok", "wrong", "unknown", "unknown"],
  ]);
});

test("one silent host among hosts that answer does not break the way", () => {
  expect(drawStages([end("tcp", "passed", "a:1"), end("tcp", "failed", "b:1")], say).broken).toBeNull();
});
