// What people and scanners type at the bench.
import { describe, expect, test } from "vitest";
import { poolSchema } from "../../../electron/core/provisioning/pool.ts";
import { KeyBurst } from "../../../renderer/features/provisioning/key-burst.ts";
import { emptyPool, readPool } from "../../../renderer/features/provisioning/read-pool.ts";
import { readWanted } from "../../../renderer/features/provisioning/read-wanted.ts";

/** Types a text at that many milliseconds a key, and presses Enter. */
function type(text: string, gap: number): string | null {
  const burst = new KeyBurst();
  Array.from(text).forEach((key, at) => burst.add(key, at * gap));
  return burst.end(text.length * gap);
}

describe("a barcode scanner", () => {
  test("is told by its pace", () => {
    expect(type("CT3-0000001", 15)).toBe("CT3-0000001");
  });

  test("is not what a person types", () => {
    expect(type("CT3-0000001", 150)).toBeNull();
  });

  test("is heard from its first key on, whatever was pressed before", () => {
    const burst = new KeyBurst();
    burst.add("x", 0);
    Array.from("P123456").forEach((key, at) => burst.add(key, 1000 + at * 10));
    expect(burst.end(1080)).toBe("P123456");
  });

  test("is heard whole although the computer falters once", () => {
    const burst = new KeyBurst();
    Array.from("CT3-0000001").forEach((key, at) => burst.add(key, at * 15 + (at > 6 ? 200 : 0)));
    expect(burst.end(380)).toBe("CT3-0000001");
  });

  test("a key alone is no burst, so that it can be a shortcut", () => {
    const burst = new KeyBurst();
    burst.add("p", 0);
    expect(burst.isBurst).toBe(false);
  });
});

describe("rows to print", () => {
  test.each<[string, number[] | null, string[]]>([
    ["2-4, 7", [2, 3, 4, 7], []],
    ["3，3、2", [3, 2], []],
    ["", null, []],
    ["CT3-0000001 5", [5], ["CT3-0000001"]],
    // Zeros in front, or too long for a row.
    ["00017，860000000000017", [], ["00017", "860000000000017"]],
  ])("%j means rows %j and terminals %j", (text, places, terminals) => {
    expect(readWanted(text)).toEqual({ places, terminals });
  });
});

test("a pool that was typed is one that the check takes", () => {
  const typed = {
    ...emptyPool,
    subnet: " 192.168.1.0/24 ",
    ranges: "192.168.1.100 – 192.168.1.200",
    exclude: "192.168.1.110，192.168.1.120-192.168.1.130",
    dns: "192.168.1.1",
  };
  expect(poolSchema.safeParse(readPool(typed)).data).toEqual({
    site: null,
    subnet: "192.168.1.0/24",
    ranges: ["192.168.1.100-192.168.1.200"],
    exclude: ["192.168.1.110", "192.168.1.120-192.168.1.130"],
    gateway: null,
    dns: ["192.168.1.1"],
  });
});
