// A process of its own for the bench: indexes a log and tells what it took. `node index-log.ts FILE`
import { statSync } from "node:fs";
import { compileSearch } from "../../electron/app/logs/line-pattern.ts";
import { searchLines } from "../../electron/app/logs/search-lines.ts";
import { IndexedLog } from "../../electron/app/logs/indexed-log.ts";

const [path = ""] = process.argv.slice(2);
const started = performance.now();
const log = await IndexedLog.open(path, { reference: statSync(path).mtimeMs, offset: 0, ahead: 0 });
const screens: Promise<number>[] = [];
await log.extend(() => {
  // The page's first fifty lines, while the rest is being indexed.
  if (screens.length === 0) screens.push(log.read(0, 50).then(() => performance.now() - started));
});
const indexed = performance.now() - started;
const searchStarted = performance.now();
const pattern = compileSearch({ text: "No DHCPOFFERS", isPattern: false, isCaseSensitive: false });
const hits = pattern.ok ? (await searchLines(log, pattern.value)).lines : [];
process.stdout.write(
  JSON.stringify({
    lines: log.index.lines,
    meaningful: log.index.listMeaningful().length,
    hits: hits.length,
    indexed,
    search: performance.now() - searchStarted,
    firstScreen: (await Promise.all(screens))[0],
    // Kilobytes on Linux.
    memory: process.resourceUsage().maxRSS,
  }),
);
await log.close();
