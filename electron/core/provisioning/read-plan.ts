// A sheet -> the rows of a plan, each a terminal, and remarks by line and column:
//
//   headings --mapping--> columns;  cells --texts--> settings --schema--> row;  no address --pool--> the next free one
//
// Nothing stops at the first fault: the whole sheet is read, so that all of it can be put right in one go.
import type { Localized } from "../failures/localized.ts";
import { keyOfSerialNumber } from "../findings/fleet.ts";
import { printIpv4 } from "../settings/ipv4.ts";
import { type NetworkSettings, networkSettingsSchema } from "../settings/network-settings.ts";
import { columnTitles } from "./column-titles.ts";
import type { Column } from "./columns.ts";
import { findHead, type MappedHeading, type Mapping, mapHeadings } from "./mapping.ts";
import type { PlanRow } from "./plan-row.ts";
import { Pools, type PoolTerms } from "./pools.ts";
import { type Head, placeOf, readCells } from "./read-cells.ts";
import { readRow } from "./read-row.ts";
import { type Remark, remark } from "./remark.ts";
import type { Sheet } from "./sheet.ts";

export interface ReadTerms {
  /** By heading: what a person says now, and what was said of such a sheet before. */
  readonly given: Mapping;
  readonly remembered: Mapping;
  readonly pools: readonly PoolTerms[];
  /** Addresses that terminals of the register have. */
  readonly used: readonly NetworkSettings[];
}

export interface ReadPlan {
  readonly headings: readonly MappedHeading[];
  /** The line of the headings; 0 when the sheet is empty. */
  readonly headLine: number;
  readonly rows: readonly PlanRow[];
  readonly remarks: readonly Remark[];
}

/** Whichever terminal comes next. */
const anyTerminal = new Set(["", "nextfree", "next", "any", "auto", "下一台", "任意", "自动"]);

export function readPlan(sheet: Sheet, terms: ReadTerms): ReadPlan {
  const found = findHead(sheet, { ...terms.remembered, ...terms.given });
  if (found === null) return { headings: [], headLine: 0, rows: [], remarks: [] };
  const headings = mapHeadings(found, terms);
  const remarks: Remark[] = [];
  const head: Head = {
    headings: headings.map(({ heading }) => heading),
    columns: keepOnce(headings, found.line, remarks),
  };
  sayUnsaid(headings, found.line, remarks);
  sayByHand(head, found.line, remarks);
  const reader = new RowReader(head, remarks);
  for (const row of sheet.rows) if (row.line > found.line) reader.read(readCells(row, head, remarks), row.line);
  const rows = allocate(reader.rows, { head, remarks, terms });
  return { headings, headLine: found.line, rows, remarks };
}

/** A column that is there twice is used once; name servers may stand in several. */
function keepOnce(headings: readonly MappedHeading[], line: number, remarks: Remark[]): readonly (Column | null)[] {
  const seen = new Set<Column>();
  return headings.map(({ heading, column, from }, at) => {
    const place = { line, column: at + 1, heading: heading || null };
    if (column === null) {
      if (from === "unknown" && heading !== "") remarks.push(remark("column-unknown", place, { heading }));
      return null;
    }
    if (seen.has(column) && column !== "dns") {
      remarks.push(remark("column-twice", place, { title: columnTitles[column] }));
      return null;
    }
    seen.add(column);
    return column;
  });
}

/** One of the columns that are not known may be what tells the terminals apart: then no row would find its own. */
function sayUnsaid(headings: readonly MappedHeading[], line: number, remarks: Remark[]): void {
  const isUnsaid = headings.every(({ column }) => column !== "serialNumber");
  const mayBe = headings.some(({ heading, from }) => from === "unknown" && heading !== "");
  if (isUnsaid && mayBe) remarks.push(remark("serials-unsaid", { line, column: null, heading: null }));
}

/** What Counterpart cannot write on any terminal, and what only on some: said once, at the heading. */
const byHand: readonly Column[] = ["hostName", "mtu", "ssid"];
const byHandOnSome: readonly Column[] = ["host", "tpdu", "merchantNumber", "terminalNumber"];

function sayByHand(head: Head, line: number, remarks: Remark[]): void {
  for (const [at, column] of head.columns.entries()) {
    if (column === null || !(byHand.includes(column) || byHandOnSome.includes(column))) continue;
    const code = byHand.includes(column) ? "only-by-hand" : "by-hand-on-some";
    remarks.push(remark(code, placeOf(head, line, at), { title: columnTitles[column] }));
  }
}

class RowReader {
  readonly rows: PlanRow[] = [];
  readonly #seen = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #head: Head;
  readonly #remarks: Remark[];

  constructor(head: Head, remarks: Remark[]) {
    this.#head = head;
    this.#remarks = remarks;
  }

  read(cells: readonly string[], line: number): void {
    if (cells.every((text) => text === "")) return;
    const serial = this.#text(cells, "serialNumber");
    const isAny = anyTerminal.has((serial ?? "").toLowerCase().replace(/[\s-]/g, ""));
    if (!isAny && this.#isRepeated(cells, line)) return;
    const read = readRow({ cells: this.#withoutAny(cells, isAny), line }, this.#head.columns);
    for (const { column, text, reason } of read.faults) this.#refuse({ line, at: column - 1, text }, reason);
    for (const note of read.notes) {
      // An address with its mask is one of the ways to fill in a sheet.
      if (note.kind === "prefix-split") continue;
      const severity = note.mustConfirm ? "warning" : "info";
      this.#remarks.push({ ...this.#place(line, note.column - 1), severity, code: note.kind, message: note.message });
    }
    const parsed = networkSettingsSchema.safeParse(read.settings);
    if (!parsed.success) {
      this.#refuse({ line, at: null, text: "" }, { en: "has values that are too long", "zh-CN": "有过长的值" });
      return;
    }
    const settings = this.#dropPassphrase(parsed.data, line);
    if (!isAny && keyOfSerialNumber(settings) === null)
      this.#say("serial-filler", line, "serialNumber", { text: serial ?? "" });
    const row: PlanRow = {
      line,
      serialNumber: isAny ? null : serial,
      settings,
      interface: this.#text(cells, "interface"),
      merchantNumber: this.#text(cells, "merchantNumber"),
      terminalNumber: this.#text(cells, "terminalNumber"),
      profile: this.#text(cells, "profile"),
      notes: this.#text(cells, "notes"),
      isAllocated: false,
    };
    this.#checkNumbers(row);
    this.rows.push(row);
  }

  #text(cells: readonly string[], column: Column): string | null {
    return cells[this.#head.columns.indexOf(column)] || null;
  }

  #withoutAny(cells: readonly string[], isAny: boolean): readonly string[] {
    const at = this.#head.columns.indexOf("serialNumber");
    return isAny && at >= 0 ? cells.with(at, "") : cells;
  }

  #isRepeated(cells: readonly string[], line: number): boolean {
    const key = JSON.stringify(cells);
    const before = this.#seen.get(key);
    if (before === undefined) this.#seen.set(key, line);
    else this.#remarks.push(remark("row-repeated", { line, column: null, heading: null }, { line: before }));
    return before !== undefined;
  }

  #dropPassphrase(settings: NetworkSettings, line: number): NetworkSettings {
    if (settings.interfaces[0]?.wifi?.passphrase == null) return settings;
    this.#say("passphrase-dropped", line, "passphrase");
    return settings;
  }

  /** ISO 8583 fields 42 and 41. */
  #checkNumbers({ line, merchantNumber, terminalNumber }: PlanRow): void {
    if (merchantNumber !== null && !/^[0-9A-Za-z]{15}$/.test(merchantNumber))
      this.#say("merchant-number-form", line, "merchantNumber", { count: merchantNumber.length });
    if (terminalNumber === null) return;
    if (!/^[0-9A-Za-z]{8}$/.test(terminalNumber))
      this.#say("terminal-number-form", line, "terminalNumber", { count: terminalNumber.length });
    const key = `${merchantNumber ?? ""} ${terminalNumber}`;
    const before = this.#numbers.get(key);
    if (before === undefined) this.#numbers.set(key, line);
    else this.#say("terminal-number-twice", line, "terminalNumber", { line: before });
  }

  #say(code: Parameters<typeof remark>[0], line: number, ...[column, values]: readonly [Column, Values?]): void {
    this.#remarks.push(remark(code, this.#place(line, this.#head.columns.indexOf(column)), values));
  }

  #refuse({ line, at, text }: { line: number; at: number | null; text: string }, reason: Localized): void {
    const place = this.#place(line, at);
    const { en } = remark("cell-impossible", place, { text, reason: reason.en }).message;
    const { "zh-CN": zhCn } = remark("cell-impossible", place, { text, reason: reason["zh-CN"] }).message;
    this.#remarks.push({ ...place, severity: "error", code: "cell-impossible", message: { en, "zh-CN": zhCn } });
  }

  #place(line: number, at: number | null) {
    return at === null || at < 0 ? { line, column: null, heading: null } : placeOf(this.#head, line, at);
  }
}

type Values = Readonly<Record<string, string | number>>;

interface Allocating {
  readonly head: Head;
  readonly remarks: Remark[];
  readonly terms: ReadTerms;
}

/** Rows without an address get one; what the sheet itself says of an address stands before any pool. */
function allocate(rows: readonly PlanRow[], { head, remarks, terms }: Allocating): readonly PlanRow[] {
  if (terms.pools.length === 0) return rows;
  const pools = new Pools(terms.pools, [...rows.map(({ settings }) => settings), ...terms.used]);
  const at = head.columns.indexOf("address");
  return rows.map((row) => {
    const ipv4 = row.settings.interfaces[0]?.ipv4 ?? null;
    if (ipv4?.method === "dhcp" || ipv4?.address != null) return row;
    const place = {
      line: row.line,
      column: at < 0 ? null : at + 1,
      heading: at < 0 ? null : (head.headings[at] ?? null),
    };
    const site = row.settings.site ?? "";
    const taken = pools.take(site);
    if (taken.kind === "missing") remarks.push(remark("pool-missing", place, { site: site || "-" }));
    else if (taken.kind === "empty") remarks.push(remark("pool-empty", place, { pool: taken.pool }));
    else {
      remarks.push(remark("address-allocated", place, { address: printIpv4(taken.address) }));
      return fillAddress(row, taken);
    }
    return row;
  });
}

function fillAddress(
  row: PlanRow,
  { address, terms, prefixLength }: Extract<ReturnType<Pools["take"]>, { kind: "taken" }>,
): PlanRow {
  const [first, ...others] = row.settings.interfaces;
  if (first === undefined) return row;
  const own = first.ipv4;
  const ipv4 = {
    ...(own ?? { additional: [] }),
    method: "static" as const,
    address: printIpv4(address),
    prefixLength,
    gateway: own?.gateway ?? terms.gateway ?? null,
    dns: own !== null && own.dns.length > 0 ? own.dns : [...(terms.dns ?? [])],
  };
  return { ...row, isAllocated: true, settings: { ...row.settings, interfaces: [{ ...first, ipv4 }, ...others] } };
}
