import type { Finding } from "../../../electron/core/findings/finding.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { isWordKey } from "../../i18n/translate.ts";

type Value = Finding["evidence"][string];

export function EvidenceList({ evidence }: { readonly evidence: Finding["evidence"] }) {
  const speech = useSpeech();
  const entries = Object.entries(evidence).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  if (entries.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-13" aria-label={speech.say("findings.values")}>
      {entries.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{nameEvidence(name, speech)}</dt>
          <dd className="font-mono select-all">{printValue(value, speech)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Rules name their values in English; a new rule's name is shown as it stands until it has a word. */
function nameEvidence(name: string, { say }: Speech): string {
  const key = `evidence.${name}`;
  return isWordKey(key) ? (say as (key: string) => string)(key) : name;
}

function printValue(value: Value, { say }: Speech): string {
  if (value === null || value === "") return say("findings.not-set");
  if (typeof value === "boolean") return say(value ? "findings.yes" : "findings.no");
  return Array.isArray(value) ? value.join("  ") : String(value);
}
