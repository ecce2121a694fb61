// The history as a sheet (RFC 4180, UTF-8 with its mark, as spreadsheets need it): a row for each change of each push.
import type { HistoryEntry } from "../../contract/history.ts";
import type { TestResult } from "../../core/dialects/terminal-test.ts";
import { nameField } from "../../core/settings/change.ts";
import { printCell } from "../../core/provisioning/print-cell.ts";

const head = "push,when,who,serial number,host name,mac,port,field,from,to,outcome,why,tests,signed in,undoes".split(
  ",",
);

export function printHistory(pushes: readonly HistoryEntry[]): string {
  const rows = [head, ...pushes.flatMap(printPush)];
  return `\ufeff${rows.map((cells) => `${cells.map(printCell).join(",")}\r\n`).join("")}`;
}

function printPush(push: HistoryEntry): readonly (readonly string[])[] {
  const { serialNumber, hostName, macs, port } = push.terminal;
  return push.changes.map(({ from, to, ...change }) => [
    ...[push.id, push.at, push.who, serialNumber ?? "", hostName ?? "", macs.join(" "), port],
    ...[nameField(change), from ?? "", to ?? ""],
    ...[push.outcome ?? `open (${push.state})`, push.why ?? "", push.tests.map(printTest).join("; ")],
    ...[push.signedIn ?? "", push.undoes ?? ""],
  ]);
}

export function printTest({ test, outcome, reason }: TestResult): string {
  return `${printTarget(test)}: ${outcome === "passed" ? outcome : `${outcome} (${reason})`}`;
}

function printTarget(test: TestResult["test"]): string {
  switch (test.kind) {
    case "link":
      return `link ${test.interface}`;
    case "address":
    case "duplicate":
    case "gateway":
      return `${test.kind} ${test.address} on ${test.interface}`;
    case "name":
      return `dns ${test.name}`;
    case "tcp":
    case "tls":
      return `${test.kind} ${test.host}:${test.port}`;
  }
}
