// Everything that is known of one terminal, from wherever -> evidence, each item with its source, and the way that is asked about.
import type { Input } from "../../contract/commands.ts";
import type { Channel, Evidence } from "../../core/diagnosis/evidence.ts";
import { findUsed } from "../../core/diagnosis/plan-stages.ts";
import { readCode } from "../../core/diagnosis/read-code.ts";
import { readLogs } from "../../core/diagnosis/read-logs.ts";
import { readSettings, readWay } from "../../core/diagnosis/read-settings.ts";
import { nameChannel, readStages } from "../../core/diagnosis/read-stages.ts";
import { check } from "../../core/findings/check.ts";
import type { Finding } from "../../core/findings/finding.ts";

export interface Gathered {
  readonly evidence: readonly Evidence[];
  readonly channel: Channel | null;
  readonly findings: readonly Finding[];
}

export function gatherEvidence(known: Input<"diagnosis.reason">): Gathered {
  const { settings, stages, lines, codes } = known;
  const channel = known.channel ?? nameChannel(settings === null ? null : (findUsed(settings)?.kind ?? null));
  const findings = settings === null ? [] : check(settings, {});
  const evidence = [
    ...(settings === null ? [] : readSettings(settings, findings)),
    ...readStages(stages, settings),
    ...readLogs(lines, channel),
    ...readWay(settings, { told: known.channel, found: channel }),
    ...codes.flatMap(({ code, acquirer, attempt, channel: way }) =>
      readCode({
        code,
        ...(acquirer === null ? {} : { acquirer }),
        channel: way ?? channel,
        attempt,
        seen: "person",
        at: null,
        quote: null,
      }),
    ),
  ];
  return { evidence, channel, findings };
}
