// A whole line, the codes in it as links to what they mean, and what they mean in words.
import { Fragment, type ReactNode, useId, useState } from "react";
import type { ExplainedLine } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { sayTable } from "../../diagnosis/say-table.ts";
import { LineText } from "./line-row.tsx";

type Codes = ExplainedLine["codes"];

interface QuotedLineProps {
  readonly text: string;
  readonly codes: Codes;
}

export function QuotedLine({ text, codes }: QuotedLineProps) {
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const go = (place: number): void => {
    setChosen(place);
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      <p className="max-h-48 overflow-auto rounded-control bg-sunken p-2 font-mono break-words whitespace-pre-wrap">
        <LinkedText text={text} codes={codes} id={id} onCode={go} />
      </p>
      {codes.length > 0 && (
        <ul className="flex flex-col gap-3">
          {codes.map((code, place) => (
            <li
              key={`${code.code} ${place}`}
              id={`${id}-${place}`}
              data-code={code.code}
              className={`rounded-control border-l-3 pl-2 ${place === chosen ? "border-accent bg-accent-wash" : "border-line"}`}
            >
              <CodeWords code={code.code} meanings={code.meanings} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface LinkedTextProps extends QuotedLineProps {
  readonly id: string;
  readonly onCode: (place: number) => void;
}

function LinkedText({ text, codes, id, onCode }: LinkedTextProps): ReactNode {
  const { say } = useSpeech();
  let end = 0;
  const parts = codes.map(({ code, from, to }, place) => {
    if (from === null || to === null || from < end) return null;
    const before = text.slice(end, from);
    end = to;
    return (
      <Fragment key={from}>
        <LineText text={before} highlight={null} />
        <button
          type="button"
          aria-label={say("viewer.code-link", { code })}
          aria-controls={`${id}-${place}`}
          className="rounded-[0.25rem] px-0.5 font-semibold text-accent underline hover:bg-accent-wash"
          onClick={() => onCode(place)}
        >
          {code}
        </button>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      <LineText text={text.slice(end)} highlight={null} />
    </>
  );
}

/** What a code means in every table that has it. */
export function CodeWords({ code, meanings }: Pick<Codes[number], "code" | "meanings">) {
  const { say } = useSpeech();
  const readings = [...Map.groupBy(meanings, ({ cause, meaning }) => `${cause?.id} ${meaning.en}`).entries()];
  return (
    <div className="flex flex-col gap-0.5">
      <p className="font-semibold">{say("viewer.what-code", { code })}</p>
      {meanings.length === 0 && <p className="text-soft">{say("viewer.code-unknown")}</p>}
      {readings.map(([key, alike]) => (
        <Reading key={key} alike={alike} />
      ))}
      {readings.length > 1 && <p className="text-odd">{say("viewer.code-disputed")}</p>}
    </div>
  );
}

/** What tables agree on. */
function Reading({ alike }: { readonly alike: Codes[number]["meanings"] }) {
  const { say, tell } = useSpeech();
  const [first] = alike;
  if (first === undefined) return null;
  const { table, meaning, cause } = first;
  const tables = alike.map(({ acquirer, generation, source }) =>
    acquirer === null ? source : sayTable(acquirer, generation, say),
  );
  return (
    <p>
      {tell(meaning)}
      {cause !== null && (
        <span className="ml-1.5 rounded-[0.25rem] border border-edge px-1">
          {cause.id} {tell(cause.name)}
        </span>
      )}
      <span className="block text-soft" title={alike.map(({ source }) => source).join("; ")}>
        {[tell(table), ...new Set(tables)].join(" · ")}
      </span>
    </p>
  );
}
