import { expect, test } from "vitest";
import { namePartFile, nameSafely } from "../../../electron/app/captures/capture-names.ts";

test.each([
  ["/var/log/pos.log", "var_log_pos.log"],
  ["../../etc/passwd", "etc_passwd"],
  ["..", "_"],
  ["", "_"],
  ["C:\\Windows\\x", "C_Windows_x"],
  ["con.txt", "_con.txt"],
  [".hidden\n\u0000name", "hidden_name"],
  ["日志/终端 1.log", "日志_终端_1.log"],
])("%j is called %j on this disk", (name, expected) => {
  expect(nameSafely(name)).toBe(expected);
});

test("two sources never share a file", () => {
  expect(namePartFile("/a/b", new Set(["a_b.log"]))).toBe("a_b-2.log");
});
