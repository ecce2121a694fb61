// Healthy settings as stock systems have them, in the form of `read --json`: nothing wrong, and nothing odd.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkAndJudge } from "../../../electron/core/findings/check.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

const folder = resolve(import.meta.dirname, "../../corpus/settings");
const cases = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe.each(cases)("%s", (name) => {
  const settings = networkSettingsSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));

  test("is healthy", () => {
    const { findings, verdict } = checkAndJudge(settings);
    expect(findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule)).toEqual([]);
    expect(verdict.code).toBe("healthy");
  });
});

test("every stock manager has a case", () => {
  const managers = ["debian-ifupdown", "networkmanager", "networkd-resolved", "openwrt", "connman"];
  expect(managers.filter((manager) => !cases.some((name) => name.startsWith(manager)))).toEqual([]);
});
