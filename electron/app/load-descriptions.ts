// The terminals that are described as data, from resources/profiles: YAML files of which each dialect reads its own.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Description } from "../core/dialects/description.ts";

const folder = join(import.meta.dirname, "../../resources/profiles");

/** Octets. */
const largest = 256 * 1024;

const headSchema = z.object({ family: z.string().max(64) });

/** Files that are no descriptions are left out: what is shipped is checked by a test. */
export async function loadDescriptions(): Promise<readonly Description[]> {
  const names = await readdir(folder).catch(() => []);
  const read = await Promise.all(names.filter((name) => name.endsWith(".yaml")).map(readDescription));
  return read.filter((description) => description !== null);
}

async function readDescription(source: string): Promise<Description | null> {
  const text = await readFile(join(folder, source), "utf8");
  if (text.length > largest) return null;
  try {
    const content: unknown = parse(text, { maxAliasCount: 10 });
    const head = headSchema.safeParse(content);
    return head.success ? { family: head.data.family, source, content } : null;
  } catch {
    return null;
  }
}
