// renderer/paper-check -> one file without a server and without a network, for Chrome 109: its script and style stand in the
// page itself, and its policy allows exactly these two by their digests.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "vite";

/** Where installers and tests find it. */
const paperCheckPlace = "out/paper-check/paper-check.html";

export async function buildPaperCheck(root: string, place: string = join(root, paperCheckPlace)): Promise<number> {
  const folder = join(root, "renderer/paper-check");
  const script = await bundle(join(folder, "main.ts"));
  const style = readFileSync(join(folder, "paper.css"), "utf8");
  const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`;
  const page = readFileSync(join(folder, "index.html"), "utf8")
    .replace("<!-- POLICY -->", () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace("<!-- STYLE -->", () => `<style>${style}</style>`)
    .replace("<!-- SCRIPT -->", () => `<script>${script}</script>`);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, page);
  return Buffer.byteLength(page);
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "chrome109",
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: "iife" } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunks = output !== undefined && "output" in output ? output.output : [];
  const [chunk] = chunks;
  if (chunk?.type !== "chunk" || chunks.length !== 1) throw new Error("The paper check is not one script.");
  // A closing tag in a text of ours would end the script element.
  return chunk.code.replaceAll("</script", "<\\/script");
}

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
