// What a person calls a plan: a sheet's file, which is imported, checked and kept (the same sheet is the same plan, so that it is
// gone on with), or the id or name of a plan in the register.
import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { readPolicy } from "../app/files/read-policy.ts";
import type { Client } from "../contract/client.ts";
import type { Asked, Output } from "../contract/commands.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { fill, type Voice } from "./console-voice.ts";
import { usage } from "./options.ts";
import { readOctets } from "./read-terminals.ts";
import { readParts } from "./save-printed.ts";
import { provisionWords } from "./words/provision.ts";
import { writePrivateFile } from "./write-private-file.ts";
import { printOut } from "./standard-output.ts";

export interface PlanOptions {
  readonly policy?: string | undefined;
  readonly pools?: string | undefined;
  /** HEADING=COLUMN. */
  readonly map: readonly string[];
  /** Where the sheet goes with its remarks. */
  readonly remarks?: string | undefined;
  readonly operator?: string | undefined;
  readonly dryRun: boolean;
}

interface Around {
  readonly client: Client;
  readonly voice: Voice;
}

type Draft = Output<"provisioning.import">;

const portion = 384 * 1024;

/** The plan's id, in a dry run the draft's; null: the sheet has errors, which were told. */
export async function findPlan(file: string, options: PlanOptions, around: Around): Promise<Result<string | null>> {
  const { client, voice } = around;
  if (!existsSync(file) && extname(file) === "") return findKept(file, client);
  const draft = await importSheet(file, options, client);
  if (!draft.ok) return draft;
  await tellDraft(draft.value, options, around);
  if (draft.value.counts.errors > 0) return succeed(null);
  if (options.dryRun) return succeed(draft.value.draft);
  const operator = options.operator ?? "";
  const kept = await client.call("provisioning.keep", { draft: draft.value.draft, name: basename(file), operator });
  if (!kept.ok) return kept;
  const { plan } = kept.value;
  const { rowCount: rows, counts } = draft.value;
  if (voice.json) printOut(`${JSON.stringify({ event: "plan", plan, rows, ...counts })}\n`);
  else voice.say(fill(provisionWords[voice.language].kept, { plan, rows, ...counts }));
  return succeed(plan);
}

async function findKept(named: string, client: Client): Promise<Result<string>> {
  const listed = await client.call("provisioning.plans", {});
  if (!listed.ok) return listed;
  const found = listed.value.plans.find(({ plan, name }) => plan === named || name === named);
  return found === undefined ? fail(makeFailure("plan-not-kept", { plan: named })) : succeed(found.plan);
}

async function importSheet(file: string, options: PlanOptions, client: Client): Promise<Result<Draft>> {
  const octets = await readOctets(file);
  if (!octets.ok) return octets;
  const around = await readAround(options);
  if (!around.ok) return around;
  let upload: string | null = null;
  for (let at = 0; at === 0 || at < octets.value.length; at += portion) {
    const base64 = Buffer.from(octets.value.subarray(at, at + portion)).toString("base64");
    const sent: Result<Output<"provisioning.send">> = await client.call("provisioning.send", { upload, base64 });
    if (!sent.ok) return sent;
    ({ upload } = sent.value);
  }
  return client.call("provisioning.import", { upload: upload ?? "", name: basename(file), ...around.value });
}

type ImportTerms = Pick<Asked<"provisioning.import">, "mapping" | "pools" | "policy">;

async function readAround({ policy: file, pools, map }: PlanOptions): Promise<Result<ImportTerms>> {
  const mapping = Object.fromEntries(
    map.map((text) => {
      const [heading = "", column = ""] = text.split("=");
      return [heading.trim(), column.trim() === "" ? null : column.trim()];
    }),
  ) as ImportTerms["mapping"];
  const listed = pools === undefined ? succeed([]) : await readPools(pools);
  if (!listed.ok) return listed;
  if (file === undefined) return succeed({ mapping, pools: listed.value });
  const octets = await readOctets(file);
  if (!octets.ok) return octets;
  const policy = readPolicy(octets.value, file);
  return policy.ok ? succeed({ mapping, pools: listed.value, policy: policy.value }) : policy;
}

async function readPools(file: string): Promise<Result<NonNullable<ImportTerms["pools"]>>> {
  const octets = await readOctets(file);
  if (!octets.ok) return octets;
  try {
    // The server's schema refuses what is no pool.
    return succeed(JSON.parse(new TextDecoder().decode(octets.value)) as NonNullable<ImportTerms["pools"]>);
  } catch {
    return fail(usage(file, provisionWords.en.planForm));
  }
}

/** What has to be put right, or looked at; on the way, the sheet with its remarks. */
async function tellDraft(draft: Draft, { remarks: file }: PlanOptions, { client, voice }: Around): Promise<void> {
  const words = provisionWords[voice.language];
  for (const remark of draft.remarks) {
    if (voice.json) printOut(`${JSON.stringify({ event: "remark", ...remark })}\n`);
    else if (remark.severity !== "info")
      voice.say(
        `${draft.name}:${remark.line}${remark.heading === null ? "" : ` [${remark.heading}]`} ${voice.translate(remark.message)}`,
      );
  }
  if (draft.counts.errors > 0) voice.say(fill(words.errors, { ...draft.counts, rows: draft.rowCount }));
  if (file === undefined) return;
  const format = extname(file).toLowerCase() === ".xlsx" ? "xlsx" : "csv";
  const octets = await readParts((offset) =>
    client.call("provisioning.remarks-sheet", { draft: draft.draft, format, language: voice.language, offset }),
  );
  const problem = octets.ok ? await writePrivateFile(file, octets.value, { replace: true }) : octets.failure;
  if (problem === null) voice.say(fill(words.saved, { file }));
  else voice.complain(problem);
}
