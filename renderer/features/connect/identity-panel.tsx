import type { Report } from "../../../electron/contract/commands.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";

/** Who it is in one line: what a person would read off its label. */
export function IdentityLine({ report }: { readonly report: Report }) {
  const { say } = useSpeech();
  const { vendor, model, serialNumber, hostName } = report.terminal;
  const parts = [say("identity.title"), [vendor, model].filter(Boolean).join(" "), hostName, serialNumber].filter(
    Boolean,
  );
  const line = parts.join(" · ");
  return (
    <span className="min-w-0 low:truncate" title={line}>
      {line}
    </span>
  );
}

export function IdentityPanel({ report }: { readonly report: Report }) {
  const speech = useSpeech();
  const { say } = speech;
  const { vendor, model, serialNumber, firmware, hostName } = report.terminal;
  const rows: readonly (readonly [string, string | null])[] = [
    [say("identity.vendor"), vendor],
    [say("identity.model"), model],
    [say("identity.serial-number"), serialNumber],
    [say("identity.host-name"), hostName],
    [say("identity.firmware"), firmware],
    [say("identity.clock"), describeClock(report.clock, speech)],
  ];
  return (
    <section aria-label={say("identity.title")} className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="text-20 font-semibold">{say("identity.title")}</h2>
      <dl className="grid grid-cols-3 gap-x-6 gap-y-3 narrow:grid-cols-2">
        {rows.map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-col">
            <dt className="text-13 text-soft">{name}</dt>
            <dd className={`text-14 ${value === null ? "text-soft" : "select-all"}`}>
              {value ?? say("identity.unknown")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Nobody can tell a second or two across a serial line. */
const rightWithin = 5;

function describeClock(clock: Report["clock"], { say }: Speech): string | null {
  if (clock === null) return null;
  const off = Math.abs(clock.aheadSeconds);
  if (off <= rightWithin) return say("identity.clock-right", { seconds: rightWithin });
  const amount = describeSpan(off, say);
  return say(clock.aheadSeconds > 0 ? "identity.clock-ahead" : "identity.clock-behind", { amount });
}

function describeSpan(seconds: number, say: Speech["say"]): string {
  if (seconds < 120) return say("identity.seconds", { count: Math.round(seconds) });
  if (seconds < 7200) return say("identity.minutes", { count: Math.round(seconds / 60) });
  if (seconds < 172_800) return say("identity.hours", { count: Math.round(seconds / 3600) });
  return say("identity.days", { count: Math.round(seconds / 86_400) });
}
