// counterpart audit verify: whether the audit trail is as it was written.
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { withClient } from "../with-terminal.ts";

export interface AuditOptions {
  readonly head?: string | undefined;
}

export function verifyAudit(options: AuditOptions, voice: Voice): Promise<number> {
  return withClient(async (client) => {
    const { words } = voice;
    const verified = await client.call("audit.verify", { head: options.head ?? null });
    if (!verified.ok) {
      voice.complain(verified.failure);
      return verified.failure.code === "records-damaged" ? exitStatus.findings : statusOf(verified.failure);
    }
    const { entries, head, broken } = verified.value;
    if (broken !== null) {
      const reason = words.auditReason[broken.reason];
      voice.show(verified.value, fill(words.auditBroken, { place: broken.place, reason, entries }));
      return exitStatus.findings;
    }
    voice.show(verified.value, head === null ? words.auditEmpty : fill(words.auditWhole, { entries, head }));
    return exitStatus.done;
  });
}
