// Has Node compile whatever it runs from sources, by importing it once; keep-compiled.js starts this. What cannot be imported
// is told when it is used.
import { readdirSync, writeFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [root = "", done = ""] = process.argv.slice(2);
const parts = ["app", "contract", "core", "headless", "host", "serial", "simulator"];

module.enableCompileCache(join(root, ".cache/compiled"));
for (const part of parts) {
  const folder = join(root, "electron", part);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || name.endsWith(".d.ts")) continue;
    await import(pathToFileURL(join(folder, name)).href).catch(() => undefined);
  }
}
module.flushCompileCache();
writeFileSync(done, "");
// Nothing that a source left open keeps this running.
process.exit();
