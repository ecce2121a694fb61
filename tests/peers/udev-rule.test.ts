// The udev rule that Counterpart brings, read by the real udev. No USB device can be plugged into this machine, so a copy
// of the rule looks for the ids in properties, which a rule before it sets on a tty that is there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import listed from "../../resources/knowledge/usb-ids.json" with { type: "json" };
import { runProgram } from "./owned-process.ts";
import { findObstacle } from "./system-packages.ts";

const file = join(import.meta.dirname, "../../resources/packaging/70-counterpart.rules");
const rule = readFileSync(file, "utf8");
const obstacle = findObstacle("ports");

/** What udev says of a tty when these are its only rules. */
async function askUdev(rules: string): Promise<string> {
  const script = [
    "mkdir -p /run/udev && for folder in /run/udev /etc/udev/rules.d /usr/lib/udev/rules.d; do mount -t tmpfs none $folder; done",
    'printf %s "$RULES" > /etc/udev/rules.d/70-counterpart.rules',
    "exec udevadm test /sys/class/tty/tty0",
  ].join("\n");
  const { stdout, stderr } = await runProgram("unshare", ["-m", "env", `RULES=${rules}`, "sh", "-ec", script]);
  return stdout + stderr;
}

function pretend(vendorId: string, productId: string): string {
  const set = `ENV{COUNTERPART_VENDOR}="${vendorId}", ENV{COUNTERPART_PRODUCT}="${productId}"\n`;
  return (
    set +
    rule
      .replaceAll("ATTRS{idVendor}", "ENV{COUNTERPART_VENDOR}")
      .replaceAll("ATTRS{idProduct}", "ENV{COUNTERPART_PRODUCT}")
      .replace(', SUBSYSTEMS=="usb"', "")
  );
}

describe.skipIf(obstacle !== null)(`the udev rule${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test("is read by udev without a complaint, as a broken one is not", async () => {
    const complaint = /70-counterpart\.rules:\d+ /;
    const said = [await askUdev(rule), await askUdev(`${rule}\nTAG=-"uaccess"\n`)];
    expect(said.map((text) => complaint.test(text))).toEqual([false, true]);
  });

  test.for([
    ["1a86", "7523", true],
    ["11ca", "0001", true],
    ["1a86", "5512", false],
    ["046d", "c31c", false],
  ] as const)("%s:%s is for whoever sits here and not for ModemManager: %s", async ([vendor, product, isOurs]) => {
    const said = await askUdev(pretend(vendor, product));
    expect([/^TAGS=.*:uaccess:/m.test(said), said.includes("ID_MM_PORT_IGNORE=1")]).toEqual([isOurs, isOurs]);
  });
});

test("the udev rule knows every terminal and adapter of the list", () => {
  const unknown = Object.entries(listed.vendors).filter(([id, { products, role }]) => {
    const line = rule.split("\n").find((each) => each.startsWith(`ATTRS{idVendor}=="${id}"`)) ?? "";
    return line === "" || (role === "adapter" && Object.keys(products).some((product) => !line.includes(product)));
  });
  expect(unknown).toEqual([]);
});
