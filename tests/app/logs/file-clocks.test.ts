import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { analyseLogs, type LogReport } from "../../../electron/app/logs/analyse-logs.ts";
import { printZone } from "../../../electron/app/logs/file-clocks.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-clocks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const never = new AbortController().signal;

function save(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("the clock of a file", () => {
  const line = "Nov 20 10:00:00 pos x: y\n";
  const at = (report: LogReport | null): string | undefined => report?.span.first?.slice(11, 19);

  test("is what is said of it, in the report and in the export", async () => {
    const path = save("shifted", line);
    const out = join(folder, "shifted-masked");
    const clocks = [
      { file: null, offset: 0 },
      { file: "shifted", offset: 480, ahead: 30_000 },
    ];
    const result = await analyseLogs([path], { exportTo: out, offset: 0, ahead: 0, clocks }, never);
    const report = result.ok ? result.value : null;
    expect([at(report), report?.clocks, readFileSync(out, "utf8")]).toEqual([
      "01:59:30",
      [{ file: path, zone: "UTC+08:00", shift: -30 }],
      `# ${path}: UTC+08:00, -30 s added to its times\n${line}`,
    ]);
  });

  test("is what its capture noted, unless somebody says otherwise", async () => {
    mkdirSync(join(folder, "capture"));
    save("capture/capture.json", JSON.stringify({ zone: -300, clockAhead: null }));
    const path = save("capture/journal.log", line);
    const said = await analyseLogs(
      [path],
      { exportTo: null, offset: 0, ahead: 0, clocks: [{ file: null, offset: 60 }] },
      never,
    );
    const noted = await analyseLogs([path], { exportTo: null, offset: 0, ahead: 0 }, never);
    expect([noted.ok && at(noted.value), said.ok && at(said.value)]).toEqual(["15:00:00", "09:00:00"]);
  });
});

test.each([
  [480, "UTC+08:00"],
  [-210, "UTC-03:30"],
  [0, "UTC+00:00"],
])("%d minutes are the zone %s", (offset, printed) => {
  expect(printZone(offset)).toBe(printed);
});
