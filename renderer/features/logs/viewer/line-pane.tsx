import { useState } from "react";
import type { DescribedLog, ExplainedLine } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { isWordKey } from "../../../i18n/translate.ts";
import { Button } from "../../../ui/button.tsx";
import { QuotedLine } from "./quoted-line.tsx";
import { printTime } from "./print-time.ts";
import { SeverityMark } from "./severity-mark.tsx";
import { mark } from "./view-actions.ts";
import { useViewer, type Viewer } from "./viewer-state.ts";

/** Everything that is known of the current line. */
export function LinePane({ viewer, log }: { readonly viewer: Viewer; readonly log: DescribedLog }) {
  const { say, tell } = useSpeech();
  const { explained } = useViewer(viewer);
  if (explained === null) return <p className="p-3 text-13 text-soft">{say("viewer.select-line")}</p>;
  const { time, severity, program, meaning, cause, codes, message } = explained;
  const offset = log.sources[explained.source]?.placement.offset ?? 0;
  const isDark = meaning === null && message === null && codes.length === 0;
  return (
    <div className="flex flex-col gap-3 p-3 text-13" data-explained={explained.line}>
      <p className="flex flex-wrap items-center gap-x-2 text-soft tabular-nums">
        {severity !== null && <SeverityMark severity={severity} />}
        <span>{explained.number}</span>
        {time !== null && <span>{printTime(time, offset)}</span>}
        {program !== null && <span className="font-semibold text-ink">{program}</span>}
      </p>
      {meaning !== null && <p className="text-16">{tell(meaning)}</p>}
      {cause !== null && (
        <p>
          <span className="mr-1.5 rounded-[0.25rem] border border-edge px-1">{cause.id}</span>
          {tell(cause.name)}
        </p>
      )}
      {message !== null && <MessageFields message={message} />}
      {isDark && <p className="text-soft">{say("viewer.no-meaning")}</p>}
      <QuotedLine key={explained.line} text={explained.text} codes={codes} />
      <NoteField key={explained.line} viewer={viewer} log={log} line={explained.line} />
    </div>
  );
}

function MessageFields({ message }: { readonly message: NonNullable<ExplainedLine["message"]> }) {
  const { say, tell } = useSpeech();
  return (
    <div data-message={message.type}>
      <p className="font-semibold">
        {say("viewer.what-message", { type: message.type })}
        {message.tpdu !== null && (
          <span className="font-normal text-soft"> {say("viewer.what-tpdu", { tpdu: message.tpdu })}</span>
        )}
      </p>
      <table className="w-full">
        <tbody>
          {message.fields.map(({ number, text, meaning }) => {
            const name = `viewer.field-${number}`;
            return (
              <tr key={number} className="border-t border-line align-top">
                <th scope="row" className="py-0.5 pr-2 text-left font-normal whitespace-nowrap text-soft">
                  {number} {isWordKey(name) ? say(name as "viewer.field-39") : ""}
                </th>
                <td className="py-0.5 font-mono break-all">
                  {text}
                  {meaning !== null && <span className="font-sans"> {tell(meaning)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function NoteField({
  viewer,
  log,
  line,
}: {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly line: number;
}) {
  const { say } = useSpeech();
  const kept = log.marks.find((each) => each.line === line);
  const [typed, setTyped] = useState(kept?.text ?? "");
  return (
    <div className="flex flex-col gap-1.5">
      <label className="flex flex-col gap-0.5">
        <span className="text-soft">{say("viewer.note")}</span>
        <textarea
          rows={2}
          maxLength={4000}
          className="rounded-control border border-edge bg-surface p-2"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className="flex gap-2">
        <Button onClick={() => void mark(viewer, line, typed)}>
          {say(kept === undefined ? "viewer.mark" : "viewer.keep-note")}
        </Button>
        {kept !== undefined && (
          <Button look="quiet" onClick={() => void mark(viewer, line, null)}>
            {say("viewer.unmark")}
          </Button>
        )}
      </div>
    </div>
  );
}
