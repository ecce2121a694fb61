// A pack's ZIP -> its manifest and files, each as its digest says; what was changed on the way is refused.
import { unzipSync } from "fflate";
import { z } from "zod";
import { fail, type Result, succeed } from "../../../core/failures/result.ts";
import { type Stage, stageSchema } from "../../../core/diagnosis/stage.ts";
import { networkSettingsSchema } from "../../../core/settings/network-settings.ts";
import { refuseInput } from "../../files/invalid-input.ts";
import { sha256Hex } from "./pack-digest.ts";

export const packHead = { format: "counterpart-pack", version: 1 } as const;

/** Octets, unfolded; a pack is some hundred thousand. */
const largest = 16 * 1024 * 1024;
const mostFiles = 16;
/** What a pack's files are called; nothing else is unfolded. */
const fileName = /^[a-z][a-z-]{0,30}\.(?:json|txt)$/;

const manifestSchema = z.object({
  format: z.literal(packHead.format),
  version: z.literal(packHead.version),
  made: z.string(),
  /** Absent in the first packs. */
  versions: z.object({ app: z.string(), knowledge: z.string() }).optional(),
  terminal: z.looseObject({ serialNumber: z.string().nullish(), terminalId: z.string().nullable() }),
  settingsDigest: z.string().nullable(),
  files: z.array(z.object({ name: z.string().regex(fileName), sha256: z.string() })).max(mostFiles),
});

export interface Pack {
  readonly manifest: z.infer<typeof manifestSchema>;
  readonly settings: z.infer<typeof networkSettingsSchema> | null;
  readonly stages: readonly Stage[];
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Failures: `input-invalid` with the file's name, in words. */
export function readPack(octets: Uint8Array, file: string): Result<Pack> {
  const entries = unzip(octets);
  const manifest = manifestSchema.safeParse(parse(entries?.["manifest.json"]));
  if (entries === null || !manifest.success) {
    return fail(refuseInput(file, { en: "this is not an evidence pack", "zh-CN": "这不是检查资料" }));
  }
  const files: { name: string; text: string }[] = [];
  for (const { name, sha256 } of manifest.data.files) {
    const content = entries[name];
    if (content === undefined || sha256Hex(content) !== sha256) {
      return fail(
        refuseInput(file, {
          en: `${name} is not as it was written: its digest does not fit`,
          "zh-CN": `${name} 的内容和写入时不同：校验值不符`,
        }),
      );
    }
    files.push({ name, text: new TextDecoder().decode(content) });
  }
  // Only what a digest vouches for.
  const read = (wanted: string): unknown => (files.some(({ name }) => name === wanted) ? parse(entries[wanted]) : null);
  const settings = networkSettingsSchema.nullable().safeParse(read("settings.json"));
  const stages = z.array(stageSchema).max(64).safeParse(read("stages.json"));
  return succeed({
    manifest: manifest.data,
    settings: settings.success ? settings.data : null,
    stages: stages.success ? stages.data : [],
    files,
  });
}

function unzip(octets: Uint8Array): Record<string, Uint8Array> | null {
  let left = largest;
  let count = 0;
  try {
    return unzipSync(octets, {
      // An entry that unfolds to more than it says is an error of its own.
      filter: ({ name, originalSize }) => {
        left -= originalSize;
        return left >= 0 && fileName.test(name) && ++count <= mostFiles + 1;
      },
    });
  } catch {
    return null;
  }
}

function parse(octets: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(octets));
  } catch {
    return null;
  }
}
