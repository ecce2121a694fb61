// drafts -> assignments -> the settings as they would be -> the same rules that judge the terminal.
// A value that cannot even be read as one stands in the settings as typed, so that its rule says what is wrong with it.
import { check } from "../../../electron/core/findings/check.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { applyAssignments } from "../../../electron/core/settings/apply-assignments.ts";
import { type Assignment, parseAssignment } from "../../../electron/core/settings/assignment.ts";
import type {
  InterfaceSettings,
  IpSettings,
  NetworkSettings,
} from "../../../electron/core/settings/network-settings.ts";
import { parsePrefixLength } from "../../../electron/core/settings/prefix-length.ts";
import type { SessionState } from "../session/session-state.ts";
import { listAssignments, listTyped } from "./draft.ts";

export interface CheckedDrafts {
  /** What would be asked of `plan.make`; those that cannot be read are among them. */
  readonly assignments: readonly string[];
  /** Whether every one of them is a value. */
  readonly isReadable: boolean;
  readonly findings: readonly Finding[];
}

export type Drafts = Pick<SessionState, "drafts" | "typedFields">;
type Draft = Drafts["drafts"][string];

export function checkDrafts(settings: NetworkSettings, { drafts, typedFields }: Drafts): CheckedDrafts {
  const names = settings.interfaces.map((one) => one.name);
  const changed = settings.interfaces.flatMap((target) => {
    const draft = drafts[target.name];
    return draft === undefined ? [] : [{ target, draft, lines: listAssignments(target, draft) }];
  });
  const assignments = [...changed.flatMap(({ lines }) => lines), ...listTyped(settings, typedFields)];
  const readable: Assignment[] = [];
  for (const text of assignments) {
    const parsed = parseAssignment(text, names);
    if (parsed.ok) readable.push(parsed.value);
  }
  const applied = applyAssignments(settings, readable);
  const isReadable = readable.length === assignments.length && applied.ok;
  const after = applied.ok ? applied.value : settings;
  const judged = isReadable
    ? after
    : changed.reduce((sum, { target, draft }) => standAsTyped(sum, target, draft), after);
  return { assignments, isReadable, findings: check(judged) };
}

function standAsTyped(settings: NetworkSettings, { name }: InterfaceSettings, draft: Draft): NetworkSettings {
  if (draft.method === "dhcp") return settings;
  const prefix = parsePrefixLength(draft.prefix);
  const typed: IpSettings = {
    method: "static",
    address: prefix.ok || draft.address === "" ? orNull(draft.address) : `${draft.address}/${draft.prefix}`,
    prefixLength: prefix.ok ? prefix.value : null,
    gateway: orNull(draft.gateway),
    dns: draft.servers.filter((server) => server !== ""),
    additional: [],
  };
  return {
    ...settings,
    interfaces: settings.interfaces.map((one) => (one.name === name ? { ...one, ipv4: typed, running: null } : one)),
  };
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
