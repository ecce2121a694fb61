// resources/icons/counterpart.svg -> every size that an installer wants, drawn by the Chromium that is installed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { makeIcns, makeIco, type Picture } from "./icon-files.ts";

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;
/** Windows draws none that is larger. */
const largestIco = 256;

/** Writes icon.ico, icon.icns and sizes/NxN.png below `folder`. `browser` is a program; `flags` are what it needs to start here. */
export async function drawIcons(root: string, folder: string, browser: Browser): Promise<void> {
  const svg = readFileSync(join(root, "resources/icons/counterpart.svg"), "utf8");
  const pictures = await drawSizes(svg, browser);
  mkdirSync(join(folder, "sizes"), { recursive: true });
  for (const { size, png } of pictures) writeFileSync(join(folder, "sizes", `${size}x${size}.png`), png);
  writeFileSync(join(folder, "icon.ico"), makeIco(pictures.filter(({ size }) => size <= largestIco)));
  writeFileSync(join(folder, "icon.icns"), makeIcns(pictures));
}

interface Browser {
  readonly program: string;
  readonly flags: readonly string[];
}

async function drawSizes(svg: string, { program, flags }: Browser): Promise<readonly Picture[]> {
  const running = await chromium.launch({ executablePath: program, args: [...flags] });
  try {
    const page = await running.newPage({ viewport: { width: 1024, height: 1024 } });
    const drawn: Picture[] = [];
    for (const size of sizes) {
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
      drawn.push({ size, png: await page.locator("svg").screenshot({ omitBackground: true }) });
    }
    return drawn;
  } finally {
    await running.close();
  }
}
