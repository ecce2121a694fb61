// The wall in every state that a card can have: what this machine cannot have, such as a hub full of terminals, is written into
// the reply on the wire. Axe in both themes, nothing wider than the window; pictures of it in .cache/pictures.
import type { Page } from "@playwright/test";
import { printLabels } from "../../electron/app/provisioning/print-labels.ts";
import { printReport } from "../../electron/app/provisioning/print-report.ts";
import type { PrintedRow } from "../../electron/app/provisioning/printed-row.ts";
import { emptyCard } from "../../electron/app/provisioning/slot-board.ts";
import type { Run, Slot } from "../../electron/contract/provisioning.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { planRowSchema } from "../../electron/core/provisioning/plan-row.ts";
import { inBothLooks, type Size } from "./both-looks.ts";
import { listLow, listViolations } from "./list-violations.ts";
import { expect, test } from "./targets.ts";
import { settleIn } from "./window-steps.ts";

const nothing: Slot = { ...emptyCard("1-4.1", "2026-11-23T03:00:00.000Z"), waitsFor: "terminal" };
const known = { serialNumber: "CT3-0000041", model: "CT3", site: "人民路店 North Street", waitsFor: null } as const;

const states: readonly Partial<Slot>[] = [
  { name: "左 1" },
  { ...known, state: "working", step: "testing", port: "/dev/ttyUSB1" },
  {
    ...known,
    state: "done",
    outcome: "confirmed",
    address: "192.168.100.141/24",
    changes: [{ interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" }],
    exceptions: [{ field: "merchantNumber", wanted: "898110000000001", found: null }],
  },
  {
    ...known,
    state: "stop",
    failure: makeFailure("serial-differs", { scanned: "CT3-0000042", reported: "CT3-0000041" }),
  },
  { waitsFor: "restart", serialNumber: "CT3-0000044" },
  { waitsFor: "scanned", scanned: "CT3-0000045" },
  { waitsFor: "return", serialNumber: "CT3-0000046" },
  { waitsFor: "run", failure: makeFailure("row-missing", { serialNumber: "X-1" }) },
];

const run: Run = {
  plan: "plan",
  name: "十月 October",
  state: "running",
  isDryRun: false,
  operator: "李 Li",
  bench: "工位 bench 2",
  counts: { free: 1240, claimed: 6, done: 352, stopped: 2 },
  slots: Array.from({ length: 4 }).flatMap((_, hub) =>
    states.map((state, at) => ({ ...nothing, slot: `1-${hub + 1}.${at + 1}`, ...state })),
  ),
  weakHubs: [{ hub: "1-4", terminals: 6, milliamps: 1500 }],
  warning: null,
};

/** Answers once how the run stands; what changes then is never told. */
async function showRun(page: Page, shown: Run): Promise<void> {
  await page.routeWebSocket(/\/link$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((json) => {
      const { command, id, input } = JSON.parse(String(json)) as {
        readonly command?: string;
        readonly id?: number;
        readonly input?: { readonly number: number | null };
      };
      if (command !== "provisioning.changes") host.send(json);
      else if (input?.number === null)
        socket.send(
          JSON.stringify({ type: "reply", id, ok: true, output: { number: 1, slots: [], lost: false, run: shown } }),
        );
    });
  });
  await page.reload();
}

const sizes: readonly Size[] = [
  [1024, 700],
  [910, 450],
];

async function look(page: Page, name: string, wider: readonly Size[] = []): Promise<readonly string[]> {
  const found: string[] = [];
  await inBothLooks(page, name, async ({ language, theme, take }) => {
    found.push(...(await listViolations(page)).map((one) => `${name}, ${theme}: ${one}`));
    for (const size of [...sizes, ...wider]) {
      const over = await take(size);
      if (over > 0) found.push(`${name} in ${language} is ${over} px wider than ${size[0]}`);
    }
  });
  return found;
}

test("a wall of thirty-two cards in every state is told without colour, and a stop says what to do", async ({
  page,
}) => {
  await settleIn(page, "install");
  await showRun(page, run);
  await expect(page.locator("[data-card^='1-1.'] [data-word]")).toHaveText([
    "Waiting",
    "Working",
    "Done",
    "Stop",
    "Restart",
    "Waiting",
    "Waiting",
    "Paused",
  ]);
  expect(await listLow(page)).toEqual([]);
  await page.locator("[data-card='1-1.4']").click();
  expect(await look(page, "bench-wall", [[3840, 2160]])).toEqual([]);
});

/** Where the first card begins, as a part of the window's height. */
function measureHead(page: Page): Promise<number> {
  return page
    .locator("[data-card]")
    .first()
    .evaluate((card) => card.getBoundingClientRect().top / innerHeight);
}

test("in a low window the cards are what one sees, and a chosen one tells all of itself beside it", async ({
  page,
}) => {
  await settleIn(page, "install");
  await showRun(page, { ...run, name: "十月的第一批终端 ".repeat(6), operator: "欧阳 ".repeat(20) });
  await page.locator("[data-weak-hub]").getByRole("button", { name: "Seen" }).click();
  await expect(page.locator("[data-weak-hub]")).toHaveCount(0);
  const heads: number[] = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    heads.push(await measureHead(page));
  }
  expect(heads.map((head) => head < 0.42)).toEqual([true, true]);
  // The stop of the second hub, with what to do about it: all of it in the window, under its own line of cards.
  await page.locator("[data-card='1-2.4']").click();
  await expect(page.locator("[data-chosen='1-2.4']").getByRole("button", { name: "Try again" })).toBeInViewport({
    ratio: 1,
  });
  await expect(page.locator("[data-card='1-2.4']")).toBeInViewport({ ratio: 0.95 });
  await page.locator("[data-card='1-2.4']").click();
  await expect(page.locator("[data-chosen]")).toHaveCount(0);
});

test("six cards are all in view in a small window", async ({ page }) => {
  await settleIn(page, "install");
  await showRun(page, { ...run, slots: run.slots.slice(0, 6), weakHubs: [] });
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const card of await page.locator("[data-card]").all()) await expect(card).toBeInViewport({ ratio: 1 });
});

test("few cards are larger", async ({ page }) => {
  await settleIn(page, "install");
  await showRun(page, { ...run, slots: run.slots.slice(0, 4), weakHubs: [] });
  const height = await page
    .locator("[data-word]")
    .first()
    .evaluate((word) => Number.parseFloat(getComputedStyle(word).fontSize));
  expect(height).toBeGreaterThanOrEqual(40);
});

/** A row of a plan at a shop with such a name. */
function makeRow(site: string): PrintedRow {
  const ipv4 = { method: "static", address: "192.168.100.141", prefixLength: 24 };
  const none = { interface: null, merchantNumber: null, terminalNumber: null, profile: null, notes: null };
  const settings = { site, interfaces: [{ name: "eth0", ipv4 }] };
  const row = planRowSchema.parse({ line: 2, serialNumber: "CT3-0000041", settings, isAllocated: false, ...none });
  return { row, state: "done", serialNumber: "CT3-0000041", by: null, at: "", why: null, result: null };
}

test("the address is on every label, however long the name of its shop is, and no serial number is broken in the report", async ({
  page,
}) => {
  // A page of its own: nothing of the window's.
  const paper = await page.context().newPage();
  const row = makeRow("上海市浦东新区陆家嘴环路一千号人民路店二层收银台 ".repeat(4));
  for (const what of ["labels-a4", "labels-40x30"] as const) {
    await paper.setContent(printLabels([row], what, "zh-CN"));
    const room = await paper.locator(".label").boundingBox();
    const address = await paper.getByText("192.168.100.141/24").boundingBox();
    expect((address?.y ?? 0) + (address?.height ?? 0)).toBeLessThanOrEqual((room?.y ?? 0) + (room?.height ?? 0));
  }
  const head = { plan: "October", bench: "1", at: "2026-11-23T02:10:31.000Z" };
  await paper.setContent(printReport([row], head, "zh-CN"));
  const lines = await paper.getByText("CT3-0000041").evaluate((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
});

test("a sheet with errors fits every window", async ({ page }) => {
  await settleIn(page, "install");
  const lines = [
    "SN,Site,IP,Mask,Gateway,DNS,Till,TPDU",
    "A-1,North,192.168.1.341,255.255.255.0,192.168.1.1,,1,6000030000",
  ];
  const buffer = Buffer.from([...lines, "A-1,South,192.168.1.42,255.255.255.0,192.168.2.1,192.168.1.1,2,"].join("\n"));
  await page.locator("[data-sheet]").setInputFiles({ name: "sheet.csv", mimeType: "text/csv", buffer });
  await expect(page.locator("[data-draft=wrong]")).toBeVisible();
  await page.getByText("Addresses from a pool").click();
  expect(await look(page, "bench-sheet")).toEqual([]);
});
