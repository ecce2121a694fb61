import type { Report } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { FindingCard } from "./finding-card.tsx";

export function FindingsList({ report }: { readonly report: Report }) {
  const { say } = useSpeech();
  return (
    <section aria-label={say("findings.title")} className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="text-20 font-semibold">{say("findings.title")}</h2>
      {report.findings.length === 0 && <p className="text-16 text-soft">{say("findings.none")}</p>}
      <ul className="flex flex-col gap-3">
        {report.findings.map((finding, place) => (
          <li key={`${finding.rule} ${finding.interface ?? ""} ${place}`}>
            <FindingCard finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}
