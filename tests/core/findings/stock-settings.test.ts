// Healthy settings as stock systems have them, in the form of `read --json`: nothing wrong, and nothing odd. Where each of
// them comes from stands in the README beside them.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { checkAndJudge } from "../../../electron/core/findings/check.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

const corpus = resolve(import.meta.dirname, "../../corpus/settings");
const list = (folder: string): readonly string[] => readdirSync(join(corpus, folder)).map((name) => join(folder, name));
const cases = [...list("read"), ...list("composed")];

test.each(cases)("%s is healthy", (name) => {
  const settings = networkSettingsSchema.parse(JSON.parse(readFileSync(join(corpus, name), "utf8")));
  const { findings, verdict } = checkAndJudge(settings);
  const told = findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
  expect([told, verdict.code]).toEqual([[], "healthy"]);
});

test("no stock settings are told that their router is the only name server", () => {
  const told = cases.filter((name) => {
    const settings = networkSettingsSchema.parse(JSON.parse(readFileSync(join(corpus, name), "utf8")));
    return checkAndJudge(settings).findings.some(({ rule }) => rule === "dns.server-single");
  });
  expect(told).toEqual([]);
});

test("every stock manager has a case, and the README tells where each case comes from", () => {
  const managers = [
    "read/debian-ifupdown",
    "read/networkmanager",
    "read/networkd-resolved",
    "read/connman",
    "composed/openwrt",
  ];
  const about = readFileSync(join(corpus, "README.md"), "utf8");
  const untold = cases.filter((name) => !about.includes(basename(name, ".json")));
  expect([managers.filter((manager) => !cases.some((name) => name.startsWith(manager))), untold]).toEqual([[], []]);
});
