import { useState } from "react";
import type { Report } from "../../../electron/contract/commands.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { FindingCard } from "./finding-card.tsx";

/** So many are seen at a glance; a longer list can be searched. */
const atAGlance = 5;

export function FindingsList({ report: { findings } }: { readonly report: Report }) {
  const { say, tell } = useSpeech();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = findings.filter((finding) => listTexts(finding, tell).some((text) => text.includes(wanted)));
  return (
    <section aria-label={say("findings.title")} className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="text-20 font-semibold">{say("findings.title")}</h2>
      {findings.length === 0 && <p className="text-16 text-soft">{say("findings.none")}</p>}
      {findings.length > atAGlance && (
        <SearchField label={say("findings.search")} value={typed} onType={setTyped} className="max-w-120" />
      )}
      {findings.length > 0 && found.length === 0 && (
        <p className="text-14 text-soft" role="status">
          {say("findings.no-match", { typed })}
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {found.map((finding, place) => (
          <li key={`${finding.rule} ${finding.interface ?? ""} ${place}`}>
            <FindingCard finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function listTexts(
  { rule, interface: name, message, why }: Finding,
  tell: ReturnType<typeof useSpeech>["tell"],
): readonly string[] {
  return [rule, name ?? "", tell(message), tell(why)].map((text) => text.toLowerCase());
}
