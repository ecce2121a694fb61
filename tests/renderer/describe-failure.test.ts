import { expect, test } from "vitest";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { describeFailure } from "../../renderer/i18n/failures/describe-failure.ts";

test.each([
  ["zh-CN", "ENOENT", "无法读取文件 /srv/site.yaml：找不到它。"],
  ["zh-CN", "EISDIR", "无法读取文件 /srv/site.yaml：它是一个文件夹。"],
  ["zh-CN", "EWHATEVER", "无法读取文件 /srv/site.yaml：EWHATEVER。"],
] as const)("in %s a file that cannot be had for %s is told in words where there are any", (language, reason, told) => {
  const failure = makeFailure("file-unreadable", { file: "/srv/site.yaml", reason });
  expect(describeFailure(failure, language).sentence).toBe(told);
});
