import { expect, test } from "vitest";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { describeFailure } from "../../renderer/i18n/failures/describe-failure.ts";

test.each([
  ["zh-CN", "ENOENT", "无法读取文件 /srv/site.yaml：没有这个文件或文件夹（ENOENT）。"],
  ["zh-CN", "EISDIR", "无法读取文件 /srv/site.yaml：这是一个文件夹（EISDIR）。"],
  ["zh-CN", "EWHATEVER", "无法读取文件 /srv/site.yaml：EWHATEVER。"],
] as const)("in %s a file that cannot be had for %s is told in words where there are any", (language, reason, told) => {
  const failure = makeFailure("file-unreadable", { file: "/srv/site.yaml", reason });
  expect(describeFailure(failure, language).sentence).toBe(told);
});
