import { expect, test } from "vitest";
import { listUnkept } from "../../../electron/core/settings/keeps-settings.ts";

const change = (name: string, field: string) => ({ interface: name, field, from: null, to: "x" });

test("what changes until the next restart is said of each interface that nobody keeps, name servers aside", () => {
  const interfaces = [
    { name: "eth0", manager: "ifupdown" },
    { name: "eth1", manager: null },
    { name: "eth2", manager: "busybox-udhcpc" },
    { name: "eth3", manager: null },
  ] as const;
  const changes = [
    change("eth0", "ipv4.gateway"),
    change("eth1", "ipv4.gateway"),
    change("eth2", "ipv4.address"),
    change("eth3", "ipv4.dns"),
  ];
  expect(listUnkept(changes, interfaces)).toEqual(["eth1", "eth2"]);
});
