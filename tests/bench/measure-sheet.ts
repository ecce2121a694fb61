// A plan of 10,000 terminals, imported and checked whole with a policy and a register, on one core. The "peer" is the limit that
// the product promises.
import { readSheet } from "../../electron/app/provisioning/read-sheet.ts";
import { type SheetFormat, writeSheet } from "../../electron/app/provisioning/write-sheet.ts";
import { preparePolicy } from "../../electron/core/findings/policy/prepare-policy.ts";
import { checkPlan } from "../../electron/core/provisioning/check-plan.ts";
import { readPlan } from "../../electron/core/provisioning/read-plan.ts";
import { type BenchRow, makeRow } from "./rows.ts";

const size = 10_000;
const shopSize = 200;
/** Milliseconds. */
const limit = 2000;

const policy = preparePolicy({ subnets: ["10.0.0.0/8"], gatewayEndsIn: 1, namePattern: "pos-*" });

export async function measureSheets(rounds: number): Promise<readonly BenchRow[]> {
  return [await measureOne("csv", rounds), await measureOne("xlsx", rounds)];
}

async function measureOne(format: SheetFormat, rounds: number): Promise<BenchRow> {
  const octets = await writeSheet(makeRows(), format);
  const ours: number[] = [];
  let problem = "";
  for (let round = 0; round < rounds; round++) {
    const usage = process.cpuUsage();
    const sheet = await readSheet(octets, `plan.${format}`);
    if (!sheet.ok) throw new Error(sheet.failure.message.en);
    const read = readPlan(sheet.value, { given: {}, remembered: {}, pools: [], used: [] });
    const checked = checkPlan(read, { policy, pc: null, used: [], profiles: [] });
    const { user, system } = process.cpuUsage(usage);
    ours.push((user + system) / 1000);
    // Every hundredth has its gateway elsewhere.
    if (checked.rows.length !== size || checked.counts.errors < size / 100)
      problem = "; ours: rows or errors are missing";
  }
  const note = `processor time, first time included; the peer is the limit${problem}`;
  const name = `10,000 rows imported and checked (${format.toUpperCase()})`;
  return makeRow({ name, limit: 1, note }, { ours: problem === "" ? ours : [], peer: [limit] });
}

function makeRows(): readonly (readonly string[])[] {
  const head = [
    "序列号",
    "门店",
    "主机名",
    "IP 地址",
    "子网掩码",
    "网关",
    "DNS",
    "收单主机",
    "端口",
    "TPDU",
    "商户号",
    "终端号",
    "备注",
  ];
  const rows = Array.from({ length: size }, (_, place) => {
    const shop = Math.floor(place / shopSize);
    const net = `10.${shop >> 8}.${shop & 255}`;
    const gateway = place % 100 === 0 ? `10.200.0.1` : `${net}.1`;
    const number = String(place).padStart(8, "0");
    return [
      `SN${number}`,
      `shop ${shop}`,
      `pos-${place}`,
      `${net}.${(place % shopSize) + 10}`,
      "255.255.255.0",
      gateway,
      `${net}.1`,
      "pay.example",
      "5000",
      "6000030000",
      "898110000000001",
      number,
      "",
    ];
  });
  return [head, ...rows];
}
