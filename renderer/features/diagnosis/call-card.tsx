// Whom to call, what to say, and the numbers that will be asked for, each ready to copy.
import { Copy } from "lucide-react";
import { useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { useGuide, type Way } from "./guide.ts";
import { listNumbers } from "./list-numbers.ts";
import type { Done } from "./guide.ts";
import { sayCause, sayTried } from "./sentence.ts";

export function CallCard({ check, way }: { readonly check: Done; readonly way: Way }) {
  const speech = useSpeech();
  const { say } = speech;
  const { typed } = useGuide();
  const { call } = check.reasoned.advice;
  const numbers = listNumbers(check.known, way === "without" ? typed.terminalId : "");
  const script = say("why.script", {
    sentence: sayCause(check.reasoned, speech),
    tried: sayTried(check.reasoned, speech),
  });
  return (
    <section
      aria-label={say(call === null ? "why.call-nobody" : `why.call-${call}`)}
      className="flex flex-col gap-3 rounded-panel border border-line bg-surface px-5 py-4"
      data-call={call ?? "nobody"}
    >
      <h2 className="text-16 font-semibold">{say(call === null ? "why.call-nobody" : `why.call-${call}`)}</h2>
      <div className="flex flex-col gap-1">
        <p className="text-13 text-soft">{say("why.read-aloud")}</p>
        <p className="text-14 select-all">{script}</p>
        <CopyButton name={say("why.read-aloud")} value={script} />
      </div>
      <p className="text-13 text-soft">{say(numbers.length === 0 ? "why.number-none" : "why.numbers")}</p>
      <ul className="flex flex-col gap-1">
        {numbers.map(({ name, value }) => (
          <NumberRow key={name} name={say(`why.number-${name}`)} value={value} />
        ))}
      </ul>
    </section>
  );
}

function NumberRow({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4">
      <span className="min-w-28 text-14 text-soft">{name}</span>
      <span className="font-mono text-16 select-all">{value}</span>
      <CopyButton name={name} value={value} />
    </li>
  );
}

function CopyButton({ name, value }: { readonly name: string; readonly value: string }) {
  const { say } = useSpeech();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return (
    <Button
      look="quiet"
      className="w-fit text-13"
      aria-label={`${say("why.copy")} ${name}`}
      icon={<Copy aria-hidden="true" className="size-4" />}
      onClick={() => void copy()}
    >
      {say(isCopied ? "why.copied" : "why.copy")}
    </Button>
  );
}
