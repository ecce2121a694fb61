import { useEffect, useState } from "react";
import type { DescribedLog, LogMark } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { SureButton } from "../../../ui/sure-button.tsx";
import { ListSearch, NothingFound, useSearch } from "../../../ui/use-search.tsx";
import { SaveSheet } from "../save-sheet.tsx";
import { mark } from "./view-actions.ts";
import type { Viewer } from "./viewer-state.ts";

interface MarksPaneProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onGo: (line: number) => void;
}

export function MarksPane({ viewer, log, onGo }: MarksPaneProps) {
  const { say } = useSpeech();
  const { marks } = log;
  const quoted = useQuoted(viewer, log);
  const search = useSearch(marks, ({ line, text }) => [String(line + 1), text, quoted.get(line) ?? ""]);
  const { typed, found } = search;
  if (marks.length === 0) return <p className="p-3 text-13 text-soft">{say("viewer.no-marks")}</p>;
  const listRows = (): readonly (readonly string[])[] => [
    [say("viewer.marks-number"), say("viewer.note"), say("viewer.marks-text")],
    ...found.map(({ line, text }) => [String(line + 1), text, quoted.get(line) ?? ""]),
  ];
  return (
    <div className="flex flex-col gap-2 p-3 text-13">
      <div className="flex flex-wrap items-center gap-2">
        <ListSearch search={search} label={say("viewer.marks-search")} className="min-w-40 grow" />
        <SaveSheet name="counterpart-bookmarks" rows={listRows} />
      </div>
      <NothingFound search={search} words={say("viewer.marks-none", { typed })} />
      <ol className="flex flex-col gap-2">
        {found.map((each) => (
          <Mark
            key={each.line}
            mark={each}
            quoted={quoted.get(each.line) ?? ""}
            onGo={onGo}
            onRemove={() => void mark(viewer, each.line, null)}
          />
        ))}
      </ol>
    </div>
  );
}

interface MarkProps extends Pick<MarksPaneProps, "onGo"> {
  readonly mark: LogMark;
  /** What the line says. */
  readonly quoted: string;
  readonly onRemove: () => void;
}

function Mark({ mark: { line, text }, quoted, onGo, onRemove }: MarkProps) {
  const { say } = useSpeech();
  return (
    <li className="flex items-start gap-2" data-mark={line}>
      <button
        type="button"
        className="min-h-8 shrink-0 rounded-control px-1 text-accent tabular-nums hover:bg-accent-wash"
        onClick={() => onGo(line)}
      >
        ★ {line + 1}
      </button>
      <div className="min-w-0 grow py-1">
        {text !== "" && <p className="break-words whitespace-pre-wrap">{text}</p>}
        <p className="line-clamp-3 font-mono wrap-anywhere text-soft">{quoted}</p>
      </div>
      {text === "" ? (
        <Button look="quiet" onClick={onRemove}>
          {say("viewer.unmark")}
        </Button>
      ) : (
        <SureButton label={say("viewer.unmark")} sure={say("viewer.unmark-sure")} onSure={onRemove} />
      )}
    </li>
  );
}

/** Beyond so many, a person searches; those are shown by their number and note. */
const mostQuoted = 200;

/** What the marked lines say, masked as everywhere. */
function useQuoted({ client }: Viewer, { log, marks }: DescribedLog): ReadonlyMap<number, string> {
  const lines = marks
    .slice(0, mostQuoted)
    .map(({ line }) => line)
    .join(" ");
  const [quoted, setQuoted] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    let isLeft = false;
    const read = async (): Promise<void> => {
      const texts = new Map<number, string>();
      for (const line of lines === "" ? [] : lines.split(" ").map(Number)) {
        const explained = await client.call("log.explain", { log, line });
        if (isLeft) return;
        if (explained.ok) texts.set(line, explained.value.text);
      }
      setQuoted(texts);
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [client, log, lines]);
  return quoted;
}
