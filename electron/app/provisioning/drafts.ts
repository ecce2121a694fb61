// Sheets that were sent, read and checked, until one of them is kept as a plan:
//
//   portions -> octets -> sheet -> rows + remarks (a draft) -> the register, when nothing is wrong with it
import { randomUUID } from "node:crypto";
import type { Input, Output } from "../../contract/commands.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { preparePolicy } from "../../core/findings/policy/prepare-policy.ts";
import { type CheckedPlan, checkPlan, weighRemark, withoutSecrets } from "../../core/provisioning/check-plan.ts";
import { findHead, keyOfHeadings, type MappedHeading } from "../../core/provisioning/mapping.ts";
import type { PlanRow } from "../../core/provisioning/plan-row.ts";
import { addRemarks } from "../../core/provisioning/remarks-sheet.ts";
import { readPlan } from "../../core/provisioning/read-plan.ts";
import type { Sheet } from "../../core/provisioning/sheet.ts";
import type { NetworkSettings } from "../../core/settings/network-settings.ts";
import { digestJson } from "../../core/plans/basis-digest.ts";
import { refuseInput } from "../files/invalid-input.ts";
import type { Actor } from "../../contract/register.ts";
import type { Register } from "../register/register.ts";
import type { BenchNotes } from "./bench-notes.ts";
import { cutPart, type FilePart } from "./file-part.ts";
import { largestSheet, readSheet } from "./read-sheet.ts";
import { describeRow } from "./describe-row.ts";
import { type PlanView, viewDraft } from "./plan-view.ts";
import { toRegisterRow } from "./register-rows.ts";
import { listUsed } from "./used-addresses.ts";
import { writeSheet } from "./write-sheet.ts";

/** The oldest go. */
const mostUploads = 4;
const mostDrafts = 8;
const mostShown = 200;
const mostRemarks = 500;

interface Draft extends CheckedPlan {
  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  readonly headings: readonly MappedHeading[];
  readonly headLine: number;
}

interface DraftParts {
  readonly notes: BenchNotes;
  readonly register: () => Promise<Register>;
  /** Names of the terminal descriptions that may be used. */
  readonly listProfiles: () => Promise<readonly string[]>;
}

export class Drafts {
  readonly #parts: DraftParts;
  readonly #uploads = new Map<string, Uint8Array[]>();
  readonly #drafts = new Map<string, Draft>();

  constructor(parts: DraftParts) {
    this.#parts = parts;
  }

  send({ upload, base64 }: Input<"provisioning.send">): Result<Output<"provisioning.send">> {
    const id = upload ?? randomUUID();
    if (upload === null) keepLatest(this.#uploads, mostUploads - 1).set(id, []);
    const pieces = this.#uploads.get(id);
    if (pieces === undefined) return fail(makeFailure("draft-unknown"));
    pieces.push(Buffer.from(base64, "base64"));
    if (pieces.reduce((sum, piece) => sum + piece.length, 0) > largestSheet) {
      this.#uploads.delete(id);
      const megabytes = largestSheet / 1024 / 1024;
      return fail(
        refuseInput("", { en: `the file is larger than ${megabytes} MB`, "zh-CN": `文件超过 ${megabytes} MB` }),
      );
    }
    return succeed({ upload: id });
  }

  async import(input: Input<"provisioning.import">): Promise<Result<Output<"provisioning.import">>> {
    const pieces = this.#uploads.get(input.upload);
    if (pieces === undefined) return fail(makeFailure("draft-unknown"));
    const sheet = await readSheet(Buffer.concat(pieces), input.name);
    if (!sheet.ok) return sheet;
    const { notes } = this.#parts;
    const head = findHead(sheet.value, input.mapping);
    const key = head === null ? "" : keyOfHeadings(head);
    const remembered = await notes.recallMapping(key);
    const terms = { given: input.mapping, remembered, pools: input.pools };
    // First without the register: only then is it known for which sites to ask.
    const used = await this.#listUsed(readPlan(sheet.value, { ...terms, used: [] }).rows);
    if (!used.ok) return used;
    const read = readPlan(sheet.value, { ...terms, used: used.value });
    if (read.rows.length === 0 && !read.remarks.some(({ severity }) => severity === "error"))
      return fail(
        refuseInput(input.name, { en: "no row says anything of a terminal", "zh-CN": "没有一行写着终端的内容" }),
      );
    if (Object.keys(input.mapping).length > 0) await notes.rememberMapping(key, input.mapping);
    const policy = input.policy == null ? null : preparePolicy(input.policy);
    const profiles = await this.#parts.listProfiles();
    const checked = checkPlan(read, { policy, pc: input.pc ?? null, used: used.value, profiles });
    const { headings, headLine } = read;
    const draft = { id: randomUUID(), name: input.name, sheet: sheet.value, headings, headLine, ...checked };
    keepLatest(this.#drafts, mostDrafts - 1).set(draft.id, draft);
    return succeed(describeDraft(draft));
  }

  rows({ draft: id, after, limit }: Input<"provisioning.draft-rows">): Result<Output<"provisioning.draft-rows">> {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return fail(makeFailure("draft-unknown"));
    const rows = draft.rows.filter(({ line }) => line > after).slice(0, limit);
    const last = rows.length < limit ? Infinity : (rows.at(-1)?.line ?? 0);
    const remarks = draft.remarks.filter(({ line }) => line > after && line <= last);
    return succeed({ rows: rows.map(describeRow), remarks: remarks.slice(0, 5 * mostRemarks) });
  }

  async printRemarks(input: Input<"provisioning.remarks-sheet">): Promise<Result<FilePart>> {
    const draft = this.#drafts.get(input.draft);
    if (draft === undefined) return fail(makeFailure("draft-unknown"));
    const octets = await writeSheet(addRemarks(draft, input.language), input.format);
    const stem = draft.name.replace(/\.(?:csv|tsv|txt|xlsx)$/i, "");
    return succeed(cutPart(`${stem}-remarks.${input.format}`, octets, input.offset));
  }

  /** Failures: `draft-unknown`, `plan-has-errors`, `addresses-held`, and those of the register. */
  async keep({ draft: id, name }: Input<"provisioning.keep">, by: Actor): Promise<Result<Output<"provisioning.keep">>> {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return fail(makeFailure("draft-unknown"));
    if (draft.counts.errors > 0) return fail(makeFailure("plan-has-errors", { count: draft.counts.errors }));
    const register = await this.#parts.register();
    const rows = draft.rows.map(toRegisterRow);
    const plan = identify(draft.rows);
    const kept = await register.keepPlan({ id: plan, name, content: { file: draft.name }, rows, by });
    if (!kept.ok) return kept;
    if (kept.value.outcome !== "addresses-held") return succeed({ plan });
    const [held] = kept.value.held;
    const { address = "?", serialNumber = null } = held ?? {};
    return fail(
      makeFailure("addresses-held", { address, terminal: serialNumber ?? "-", count: kept.value.held.length }),
    );
  }

  /** A sheet that is kept already, and perhaps half done, is not in its own way. */
  async #listUsed(rows: readonly PlanRow[]): Promise<Result<readonly NetworkSettings[]>> {
    const register = await this.#parts.register();
    const kept = await register.listPlans();
    if (!kept.ok) return kept;
    const alike = kept.value.filter(({ counts: { free, claimed, done, stopped } }) => {
      return free + claimed + done + stopped === rows.length;
    });
    const own = alike.length === 0 ? null : identify(rows.map(withoutSecrets));
    const isKept = alike.some(({ id }) => id === own);
    return listUsed(register, new Set(rows.map(({ settings }) => settings.site ?? "")), isKept ? own : null);
  }

  /** A draft as a plan that can only be looked at: for a dry run. Null: there is no such draft. */
  lookAt(id: string): PlanView | null {
    const draft = this.#drafts.get(id);
    return draft === undefined || draft.counts.errors > 0 ? null : viewDraft(draft.name, draft.rows);
  }
}

/** The same sheet is the same plan: kept twice, it is gone on with. */
function identify(rows: readonly PlanRow[]): string {
  return digestJson(rows.map(toRegisterRow)).slice(0, 32);
}

function describeDraft({ id, name, headings, rows, counts, remarks }: Draft): Output<"provisioning.import"> {
  return {
    draft: id,
    name,
    headings,
    rowCount: rows.length,
    rows: rows.slice(0, mostShown).map(describeRow),
    counts,
    // What keeps the sheet from being kept, however many smaller things stand above it.
    remarks: remarks.toSorted((one, other) => weighRemark(one) - weighRemark(other)).slice(0, mostRemarks),
  };
}

/** Room for one more. */
function keepLatest<Value>(map: Map<string, Value>, most: number): Map<string, Value> {
  for (const key of [...map.keys()].slice(0, Math.max(0, map.size - most))) map.delete(key);
  return map;
}
