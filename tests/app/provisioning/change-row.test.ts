// Rows of a kept plan, corrected before, while and after their terminals are set.
import { afterEach, expect, test } from "vitest";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { take } from "../../peers/terminal-client.ts";
import { type Bench, makeBench, makeTerminal } from "./make-bench.ts";

const head = "SN,Site,IP,Mask,Gateway,DNS,Profile\n";
const row = (serial: string, last: number, profile = ""): string =>
  `${serial},North,192.168.1.${last},255.255.255.0,192.168.1.1,192.168.1.1,${profile}\n`;

const benches: Bench[] = [];
function open(): Bench {
  const bench = makeBench();
  benches.push(bench);
  return bench;
}
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

const isOver = ({ slots }: Run): boolean =>
  slots.length > 0 && slots.every(({ state }) => state === "done" || state === "stop");
const sum = ({ slots }: Run): readonly string[] =>
  slots.map(({ outcome, failure, address }) => `${outcome ?? failure?.code} ${address}`);

type Wish = { readonly plan: string; readonly place: number; readonly cells: Readonly<Record<string, string>> };
type Changed = Output<"provisioning.change-row">;

/** `changed`, the errors' columns, or why not. */
async function change({ client }: Bench, { plan, place, cells }: Wish): Promise<string> {
  const { revision } = take(await client.call("provisioning.row-cells", { plan, place }));
  const changed = await client.call("provisioning.change-row", { plan, place, revision, cells, operator: "Wang" });
  return changed.ok ? print(changed.value) : changed.failure.code;
}

function print({ isChanged, remarks }: Changed): string {
  const errors = remarks.filter(({ severity }) => severity === "error");
  return [isChanged ? "changed" : "kept", ...errors.map(({ heading, code }) => `${heading}: ${code}`)].join(" ");
}

test("a row is shown as the cells that it would stand in", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000001", 41) + "CT3-0000002,South,DHCP,,,,xcb-demo\n");
  const ask = async (place: number) => take(await bench.client.call("provisioning.row-cells", { plan, place })).cells;
  const shown = [await ask(2), await ask(3)].map(({ serialNumber, address, gateway, dns, profile }) =>
    [serialNumber, address, gateway, dns, profile].join("|"),
  );
  expect(shown).toEqual(["CT3-0000001|192.168.1.41/24|192.168.1.1|192.168.1.1|", "CT3-0000002|DHCP|||xcb-demo"]);
});

test("a corrected row is what its terminal gets", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000009", 41));
  const told = await change(bench, {
    plan,
    place: 2,
    cells: { serialNumber: "CT3-0000001", address: "192.168.1.51/24" },
  });
  bench.plug("1-1.1", await makeTerminal("0001"));
  await bench.start(plan);
  expect([told, sum(await bench.until(isOver))]).toEqual(["changed", ["confirmed 192.168.1.51/24"]]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ["a gateway outside its network", { gateway: "192.168.9.1" }, "kept gateway: ipv4.gateway-outside-subnet"],
  ["the address of another row", { address: "192.168.1.42/24" }, "kept address: fleet.address-duplicate"],
  [
    "the serial number of another row",
    { serialNumber: "CT3-0000002" },
    "kept serialNumber: fleet.serial-number-duplicate",
  ],
  ["a description that there is not", { profile: "nobody" }, "kept profile: profile-unknown"],
])("%s is an error of its column, and the row stays as it was", async (_name, cells, told) => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000001", 41) + row("CT3-0000002", 42));
  const said = await change(bench, { plan, place: 2, cells });
  const { revision, cells: after } = take(await bench.client.call("provisioning.row-cells", { plan, place: 2 }));
  expect([said, revision, after["address"]]).toEqual([told, 1, "192.168.1.41/24"]);
});

test("a row that is being set is set as it was claimed; nobody changes it meanwhile, nor when it is done", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001", { bytesPerSecond: 11_520 }));
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  const wish = { plan, place: 2, cells: { address: "192.168.1.51/24" } };
  await bench.start(plan);
  await bench.until(({ slots }) => slots.some(({ step }) => step === "pushing"));
  const during = await change(bench, wish);
  const run = await bench.until(isOver);
  expect([during, sum(run), await change(bench, wish)]).toEqual([
    "row-being-set",
    ["confirmed 192.168.1.41/24"],
    "row-done",
  ]);
}, 20_000);

test("a row that was stopped is corrected, and its terminal gets the correction when it is tried again", async () => {
  const bench = open();
  bench.plug("1-1.1", await makeTerminal("0001"));
  const plan = await bench.keep(head + row("CT3-0000001", 41, "key-value") + row("CT3-0000002", 42));
  await bench.start(plan);
  await bench.until(({ slots }) => slots.some(({ state }) => state === "stop"));
  const told = await change(bench, { plan, place: 2, cells: { profile: "xcb-demo", address: "192.168.1.51/24" } });
  take(await bench.client.call("provisioning.retry", { slot: "1-1.1" }));
  const run = await bench.until(({ slots }) => slots.some(({ state }) => state === "done"));
  expect([told, sum(run)]).toEqual(["changed", ["confirmed 192.168.1.51/24"]]);
}, 20_000);

test("whoever looks at an older state of the row is told, and changes nothing", async () => {
  const bench = open();
  const plan = await bench.keep(head + row("CT3-0000001", 41));
  await change(bench, { plan, place: 2, cells: { notes: "left" } });
  const late = { plan, place: 2, revision: 1, cells: { notes: "right" }, operator: "Li" };
  const told = await bench.client.call("provisioning.change-row", late);
  const { rows } = take(await bench.client.call("provisioning.rows", { plan }));
  expect([told.ok ? "changed" : told.failure.code, rows[0]?.notes]).toEqual(["row-stale", "left"]);
});
