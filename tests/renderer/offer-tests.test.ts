import { expect, test } from "vitest";
import type { Report } from "../../electron/contract/commands.ts";
import type { Change } from "../../electron/core/settings/change.ts";
import { offerTests } from "../../renderer/features/push/offer-tests.ts";
import { makeReport } from "./make-report.ts";

type Wanted = Parameters<typeof makeReport>[0];

function offer(changes: readonly (readonly [string, string | null])[], wanted: Wanted = {}, refusedBy: string[] = []) {
  const report: Report = { ...makeReport(wanted), capabilities: { "test-network": { state: "yes" } } as never };
  const full: Change[] = changes.map(([field, to]) => ({ interface: "eth0", field, from: null, to }));
  const plan = { digest: "", changes: full, findingsAfter: [], refusedBy, undecided: [] };
  return offerTests(plan, report).map(
    ({ kind, about, required }) => `${kind} ${about}${required ? "" : ", only told"}`,
  );
}

test.each([
  ["a gateway is asked", [["ipv4.gateway", "192.168.1.254"]], ["gateway 192.168.1.254"]],
  [
    "an address is looked for elsewhere and here, and the gateway asked from it",
    [["ipv4.address", "192.168.1.44/24"]],
    ["duplicate 192.168.1.44", "address 192.168.1.44", "gateway 192.168.1.1"],
  ],
  ["no gateway is asked when it is emptied", [["ipv4.gateway", null]], []],
  [
    "nothing is asked of addresses that DHCP will give",
    [
      ["ipv4.method", "dhcp"],
      ["ipv4.address", null],
      ["ipv4.gateway", null],
    ],
    [],
  ],
  ["no name is asked for where hosts are addresses", [["ipv4.dns", "192.168.1.1"]], []],
] as const)("%s", (_, changes, offered) => {
  expect(offer(changes, { hosts: ["203.0.113.5"] })).toEqual(offered);
});

test("names of hosts are asked for when name servers change, and only told", () => {
  expect(offer([["ipv4.dns", "192.168.1.1"]], { hosts: ["acquirer.example", "203.0.113.5"] })).toEqual([
    "dns acquirer.example, only told",
  ]);
});

test("whoever insists on what the rules refuse is only told", () => {
  expect(offer([["ipv4.gateway", "192.168.2.1"]], {}, ["ipv4.gateway-outside-subnet"])).toEqual([
    "gateway 192.168.2.1, only told",
  ]);
});

test("a terminal that can test nothing is asked nothing", () => {
  const changes = [{ interface: "eth0", field: "ipv4.gateway", from: null, to: "192.168.1.254" }];
  expect(offerTests({ digest: "", changes, findingsAfter: [], refusedBy: [], undecided: [] }, makeReport())).toEqual(
    [],
  );
});
