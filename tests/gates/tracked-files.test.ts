import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { listProjectFiles } from "./copy-tree.ts";

const root = resolve(import.meta.dirname, "../..");

/** Where the things of one machine show; spelled so that this file does not match itself. */
const machinePath = /(?<![\w.~$}/-])\/(?:home|work|Users|root)\/[\w.-]+\//g;
const allowedPaths = new Set(["/home/user/"]);

describe("the lockfile", () => {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");

  test("names no place to download from", () => {
    expect(lock).not.toMatch(/"resolved"\s*:/);
  });

  test("has addresses only where packages ask for funding", () => {
    const strays: string[] = [];
    JSON.parse(lock, function (this: unknown, key, value: unknown) {
      const address = typeof value === "string" && /^(git\+|git:|ssh:|https?:)/.test(value);
      const funding = key === "url" || key === "funding" || Array.isArray(this);
      if (address && !funding) strays.push(`${key}: ${value}`);
      return value;
    });
    expect(strays).toEqual([]);
  });
});

test("no file of the project names a registry of packages or a machine's own folder", () => {
  const registryKey = /^\s*(?:@[\w-]+:)?registry\s*=/m;
  const registryHost = /\bregistry\.[\w-]+\.(?:org|com|net|dev)\b/;
  const strays: string[] = [];
  for (const path of listProjectFiles()) {
    const text = readFileSync(join(root, path), "utf8");
    const paths = (text.match(machinePath) ?? []).filter((found) => !allowedPaths.has(found));
    if (registryKey.test(text) || registryHost.test(text) || paths.length > 0) strays.push(path);
  }
  expect(strays).toEqual([]);
});
