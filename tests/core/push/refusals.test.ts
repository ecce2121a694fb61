import { expect, test } from "vitest";
import { FailureError, makeFailure } from "../../../electron/core/failures/failure.ts";
import { note } from "../../../electron/core/push/end-push.ts";
import { refuseTests } from "../../../electron/core/push/refuse-tests.ts";

test("a journal that says why it cannot be written is taken at its word", async () => {
  const failure = makeFailure("records-damaged", { file: "records.db" });
  const written = await note({ record: () => Promise.reject(new FailureError(failure)) }, "begun", null);
  expect(written).toBe(failure);
});

test("a journal that cannot be written has the one code for it, with its reason in both languages", async () => {
  const written = await note({ record: () => Promise.reject(new Error("ENOSPC")) }, "begun", null);
  expect([
    written?.code,
    written?.message.en.includes("(ENOSPC)"),
    written?.message["zh-CN"].includes("（ENOSPC）"),
  ]).toEqual(["records-unwritable", true, true]);
});

test("tests that a terminal cannot run are refused with its own reason in each language", () => {
  const refused = refuseTests({ state: "no", reason: { en: "No shell.", "zh-CN": "没有命令行。" } });
  expect([
    refused.code,
    refused.message.en.includes("No shell."),
    refused.message["zh-CN"].includes("没有命令行。"),
  ]).toEqual(["tests-impossible", true, true]);
});
