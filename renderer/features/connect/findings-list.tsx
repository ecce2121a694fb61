import type { Report } from "../../../electron/contract/commands.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { ListSearch, NothingFound, useSearch } from "../../ui/use-search.tsx";
import { FindingCard } from "./finding-card.tsx";

export function FindingsList({ report: { findings } }: { readonly report: Report }) {
  const { say, tell } = useSpeech();
  const search = useSearch(findings, (finding) => listTexts(finding, tell));
  const { typed } = search;
  return (
    <section aria-label={say("findings.title")} className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="text-20 font-semibold">{say("findings.title")}</h2>
      {findings.length === 0 && <p className="text-16 text-soft">{say("findings.none")}</p>}
      <ListSearch search={search} label={say("findings.search")} />
      <NothingFound search={search} words={say("findings.no-match", { typed })} />
      <ul className="flex flex-col gap-3">
        {search.found.map((finding, place) => (
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
  return [rule, name ?? "", tell(message), tell(why)];
}
