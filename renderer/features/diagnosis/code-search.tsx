// What a code means: by number or by words, in every table at once; each with its cause and whom to call.
import { useEffect, useState } from "react";
import "../../i18n/late-words.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Headline } from "../../ui/headline.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { guide, useGuide } from "./guide.ts";
import { sayTable } from "./say-table.ts";

type Found = Output<"diagnosis.codes">;

const examples = [
  "91",
  "PAX -209",
  "+CME ERROR: 10",
  "Wi-Fi 15",
  "TLS 45",
  "UnknownHostException",
  "NO CARRIER",
] as const;

function seek(sought: string): void {
  guide.change((now) => ({ ...now, sought }));
}

export function CodeSearch() {
  const { say } = useSpeech();
  const { sought } = useGuide();
  const found = useFound(sought);
  return (
    <div className="flex flex-col gap-5 low:gap-3" data-why="codes">
      <div className="flex flex-col gap-1">
        <Headline about="codes">{say("codes.title")}</Headline>
        <p className="max-w-[44em] text-14 text-soft">{say("codes.text")}</p>
      </div>
      <TextField
        label={say("codes.field")}
        type="search"
        name="sought"
        value={sought}
        maxLength={128}
        className="max-w-140"
        autoFocus
        onChange={(event) => seek(event.target.value)}
      />
      {sought.trim() === "" ? <Examples /> : found !== null && <FoundList found={found} sought={sought} />}
    </div>
  );
}

/** Answers come in the order of asking; only that to the last question counts. */
function useFound(sought: string): Found | null {
  const { client } = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isOld = false;
    void client.call("diagnosis.codes", { text: sought }).then((asked) => {
      if (!isOld) setFound(asked.ok ? asked.value : { found: [], more: 0 });
    });
    return () => {
      isOld = true;
    };
  }, [client, sought]);
  return found;
}

function Examples() {
  const { say } = useSpeech();
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-14 text-soft">{say("codes.examples")}</h2>
      <div className="flex flex-wrap gap-2">
        {examples.map((example) => (
          <button
            key={example}
            type="button"
            className="min-h-target rounded-control border border-edge bg-surface px-3 font-mono text-13 hover:border-accent hover:text-accent"
            onClick={() => seek(example)}
          >
            {example}
          </button>
        ))}
      </div>
    </div>
  );
}

function FoundList({ found: { found, more }, sought }: { readonly found: Found; readonly sought: string }) {
  const { say, language } = useSpeech();
  const sentences = [
    found.length === 0 ? say("codes.none", { typed: sought.trim() }) : say("codes.count", { count: found.length }),
    ...(more > 0 ? [say("codes.more", { count: more })] : []),
    ...(isAmbiguous(found) ? [say("codes.ambiguous")] : []),
  ];
  return (
    <section aria-label={say("codes.found")} className="flex flex-col gap-3">
      <p role="status" className="text-14 text-soft">
        {sentences.join(language === "zh-CN" ? "" : " ")}
      </p>
      <ul className="flex flex-col gap-2">
        {found.map((one) => (
          <Code key={`${one.table} ${one.code} ${one.cause} ${one.meaning.en}`} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Code({ one }: { readonly one: Found["found"][number] }) {
  const { say, tell, language } = useSpeech();
  const { code, table, name, source, acquirer, generation, meaning, cause, causeName, call } = one;
  const other = language === "en" ? "zh-CN" : "en";
  const sentences = [
    cause === null || causeName === null ? say("codes.no-cause") : say("codes.cause", { cause, name: tell(causeName) }),
    ...(call === null ? [] : [say(`codes.call-${call}`)]),
  ];
  return (
    <li
      className="flex gap-4 rounded-panel border border-line bg-surface px-4 py-3 narrow:flex-col narrow:gap-1"
      data-code={code}
      data-table={table}
    >
      <span className="w-44 shrink-0 font-mono text-16 font-semibold select-all">{code}</span>
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <p className="text-16">{tell(meaning)}</p>
        <p lang={other} className="text-13 text-soft">
          {meaning[other]}
        </p>
        <p className="text-14">{sentences.join(language === "zh-CN" ? "" : " ")}</p>
        <p className="text-13 text-soft">
          {tell(name)} · {acquirer === null ? source : sayTable(acquirer, generation, say)}
        </p>
      </div>
    </li>
  );
}

/** Tables of two generations, or of two acquirers, say different things of it. */
function isAmbiguous(found: Found["found"]): boolean {
  const [first] = found;
  return found.length > 1 && first?.table === "field39" && found.every(({ code }) => code === first.code);
}

/** Null: all generations of the table say so. */
