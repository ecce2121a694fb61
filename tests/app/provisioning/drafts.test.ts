import { afterEach, expect, test } from "vitest";
import type { Asked, Output } from "../../../electron/contract/commands.ts";
import { take } from "../../peers/terminal-client.ts";
import { makeRecordsFolder } from "../make-records.ts";
import { type Bench, makeBench } from "./make-bench.ts";

const benches: Bench[] = [];
function open(folder?: string): Bench {
  const bench = makeBench(folder);
  benches.push(bench);
  return bench;
}

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

type Draft = Output<"provisioning.import">;

async function importSheet(
  { client }: Bench,
  sheet: string,
  terms: Partial<Asked<"provisioning.import">> = {},
): Promise<Draft> {
  const base64 = Buffer.from(sheet).toString("base64");
  const { upload } = take(await client.call("provisioning.send", { upload: null, base64 }));
  return take(await client.call("provisioning.import", { upload, name: "plan.csv", ...terms }));
}

const good = "SN,IP,Mask,Gateway,DNS\nA1,192.168.1.9,255.255.255.0,192.168.1.1,192.168.1.1\n";

test("a file in two portions is one sheet", async () => {
  const bench = open();
  const half = 20;
  const send = async (upload: string | null, text: string): Promise<string> =>
    take(await bench.client.call("provisioning.send", { upload, base64: Buffer.from(text).toString("base64") })).upload;
  const upload = await send(await send(null, good.slice(0, half)), good.slice(half));
  const draft = take(await bench.client.call("provisioning.import", { upload, name: "plan.csv" }));
  expect([draft.rowCount, draft.counts]).toEqual([1, { errors: 0, warnings: 0 }]);
});

test("what a heading means is said once, and remembered for the same headings in any order", async () => {
  const folder = makeRecordsFolder();
  await importSheet(open(folder), "SN,Addr.,IP\nA1,x,192.168.1.9/24\n", { mapping: { "Addr.": "site" } });
  const later = await importSheet(open(folder), "IP,Addr.,SN\n192.168.1.8/24,y,A2\n");
  expect([later.headings.map(({ column, from }) => `${column} ${from}`), later.rows[0]?.site]).toEqual([
    ["address known", "site remembered", "serialNumber known"],
    "y",
  ]);
});

test("a sheet with errors is not kept, and comes back with its remarks", async () => {
  const bench = open();
  const draft = await importSheet(bench, good.replace("192.168.1.1,192", "192.168.2.1,192"));
  const kept = await bench.client.call("provisioning.keep", { draft: draft.draft, name: "x", operator: "Li" });
  const asked = { draft: draft.draft, format: "csv", language: "en" } as const;
  const sheet = take(await bench.client.call("provisioning.remarks-sheet", asked));
  const text = Buffer.from(sheet.base64, "base64").toString("utf8");
  expect([kept.ok ? "kept" : kept.failure.code, sheet.name, text.split("\r\n")[0]]).toEqual([
    "plan-has-errors",
    "plan-remarks.csv",
    "\ufeffSN,IP,Mask,Gateway,DNS,Remarks",
  ]);
});

test("an error is shown above any number of smaller things", async () => {
  const row = (at: number): string =>
    `A${at},192.168.${2 + Math.floor(at / 200)}.${1 + (at % 200)},255.255.0.0,192.168.1.1,192.168.1.1,${at}\n`;
  const rows = Array.from({ length: 600 }, (_, at) => row(at)).join("");
  const draft = await importSheet(
    open(),
    `SN,IP,Mask,Gateway,DNS,TID\n${rows}B1,192.168.1.300,255.255.0.0,192.168.1.1,192.168.1.1,\n`,
  );
  expect(draft.remarks.map(({ line, severity }) => `${line} ${severity}`).slice(0, 2)).toEqual([
    "602 error",
    "2 warning",
  ]);
});

test("who keeps a plan is at the bench when it is begun", async () => {
  const bench = open();
  await bench.keep(good);
  expect(take(await bench.client.call("provisioning.status", {})).operator).toBe("Li");
});

test("the same sheet is the same plan, and another one cannot have its addresses", async () => {
  const bench = open();
  const keep = async (sheet: string): Promise<string> => {
    const { draft } = await importSheet(bench, sheet);
    const kept = await bench.client.call("provisioning.keep", { draft, name: "x", operator: "Li" });
    return kept.ok ? kept.value.plan : kept.failure.code;
  };
  const [first, second] = [await keep(good), await keep(good)];
  expect([first === second, await keep(good.replace("A1", "A2"))]).toEqual([true, "plan-has-errors"]);
});

test("a pool leaves out what the register has given out", async () => {
  const bench = open();
  const pools = [{ subnet: "192.168.1.0/24", ranges: ["192.168.1.9-192.168.1.11"] }];
  const { draft } = await importSheet(bench, good);
  take(await bench.client.call("provisioning.keep", { draft, name: "x", operator: "Li" }));
  const second = await importSheet(bench, "SN,IP\nB1,\nB2,\n", { pools });
  expect(second.rows.map(({ address }) => address)).toEqual(["192.168.1.10/24", "192.168.1.11/24"]);
});

test("what is printed of a plan that is not there is refused", async () => {
  const printed = await open().client.call("provisioning.print", { plan: "none", what: "report", language: "en" });
  expect(printed.ok ? null : printed.failure.code).toBe("plan-not-kept");
});
