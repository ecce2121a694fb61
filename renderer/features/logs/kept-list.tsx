// The captures that this PC keeps: where, how much room they take, for how long, and each of them by its terminal.
import { Copy, Pin, PinOff } from "lucide-react";
import { useState } from "react";
import type { Capture } from "../../../electron/contract/captures.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SureButton } from "../../ui/sure-button.tsx";
import { ListSearch, NothingFound, useSearch } from "../../ui/use-search.tsx";
import { type KeptLogs, limitKept, openKept, pinKept, removeKept } from "./kept-logs.ts";
import { SaveSheet } from "./save-sheet.tsx";
import { printTime } from "./viewer/print-time.ts";

type Kept = Output<"captures.list">;

const megabyte = 1_000_000;

export function KeptList({ logs, kept }: { readonly logs: KeptLogs; readonly kept: Kept }) {
  const speech = useSpeech();
  const { say } = speech;
  const { captures } = kept;
  const search = useSearch(captures, listTexts);
  const { typed, found } = search;
  return (
    <Disclosure title={say("kept.count", { count: captures.length })}>
      <div className="flex flex-col gap-3 pb-2">
        <Room kept={kept} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <ListSearch search={search} label={say("kept.search")} className="max-w-120 grow" />
          <SaveSheet name="counterpart-logs" rows={() => listRows(found, speech)} />
        </div>
        <NothingFound search={search} words={say("kept.no-match", { typed })} />
        {groupByTerminal(found).map(([terminal, own]) => (
          <section key={terminal} aria-label={terminal}>
            <h2 className="font-semibold">{terminal}</h2>
            <ul>
              {own.map((capture) => (
                <KeptRow key={capture.id} logs={logs} capture={capture} />
              ))}
            </ul>
          </section>
        ))}
        <Place folder={kept.folder} />
        <Limits key={`${kept.limits.days} ${kept.limits.bytes}`} logs={logs} limits={kept.limits} />
      </div>
    </Disclosure>
  );
}

function Place({ folder }: { readonly folder: string }) {
  const { say } = useSpeech();
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(folder).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-soft">
      <span>{say("kept.place")}</span>
      <span className="min-w-0 font-mono break-all text-ink select-all" data-captures-folder="">
        {folder}
      </span>
      <Button look="quiet" icon={<Copy aria-hidden="true" className="size-4" />} onClick={copy}>
        {say("kept.copy-place")}
      </Button>
      <span role="status">{isCopied && say("kept.copied")}</span>
    </p>
  );
}

function Room({ kept: { captures, limits } }: { readonly kept: Kept }) {
  const { say } = useSpeech();
  const used = captures.reduce((sum, { bytes }) => sum + bytes, 0);
  const text = say("kept.room", { used: inMegabytes(used), size: inMegabytes(limits.bytes) });
  return (
    <div className="flex max-w-120 flex-col gap-1">
      <p className="tabular-nums">{text}</p>
      <div aria-hidden="true" className="h-1.5 rounded-full bg-sunken">
        <div
          className={`h-full min-w-1 rounded-full ${used > limits.bytes ? "bg-odd" : "bg-accent"}`}
          style={{ width: `${Math.min(100, (used / limits.bytes) * 100)}%` }}
        />
      </div>
    </div>
  );
}

interface LimitsProps {
  readonly logs: KeptLogs;
  readonly limits: Kept["limits"];
}

const field = "min-h-8 w-24 rounded-control border border-edge bg-surface px-2 tabular-nums";

function Limits({ logs, limits }: LimitsProps) {
  const { say } = useSpeech();
  const [days, setDays] = useState(String(limits.days));
  const [size, setSize] = useState(String(Math.round(limits.bytes / megabyte)));
  const [isSure, setSure] = useState(false);
  const wanted = { days: Number(days), bytes: Number(size) * megabyte };
  const isUsable = Number.isInteger(wanted.days) && wanted.days >= 1 && wanted.days <= 36_500 && Number(size) >= 2;
  const isLess = wanted.days < limits.days || wanted.bytes < limits.bytes;
  const isSame = wanted.days === limits.days && size === String(Math.round(limits.bytes / megabyte));
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUsable || isSame) return;
        if (isLess && !isSure) setSure(true);
        else void limitKept(logs, { ...wanted, bytes: Math.round(wanted.bytes) });
      }}
    >
      <label className="flex flex-col gap-0.5">
        <span className="text-soft">{say("kept.days")}</span>
        <input
          type="number"
          min={1}
          max={36500}
          className={field}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-0.5">
        <span className="text-soft">{say("kept.size")}</span>
        <input type="number" min={2} className={field} value={size} onChange={(event) => setSize(event.target.value)} />
      </label>
      <Button type="submit" disabled={!isUsable || isSame} onBlur={() => setSure(false)}>
        {say(isSure ? "kept.apply-sure" : "kept.apply")}
      </Button>
      <p className="basis-full text-soft">{say("kept.limits-note")}</p>
    </form>
  );
}

function KeptRow({ logs, capture }: { readonly logs: KeptLogs; readonly capture: Capture }) {
  const { say } = useSpeech();
  const at = printAt(capture.at);
  const sources = capture.parts.map(({ source }) => source).join(", ");
  const PinMark = capture.isPinned ? PinOff : Pin;
  return (
    <li className="flex flex-wrap items-center gap-x-3" data-capture={capture.id}>
      <span className="tabular-nums">{at}</span>
      <span className="min-w-40 grow basis-0 truncate text-soft" title={sources}>
        {say("kept.holds", { size: inMegabytes(capture.bytes), sources })}
        {!capture.isWhole && ` · ${say("kept.partial")}`}
      </span>
      <Button look="quiet" aria-label={say("kept.open-named", { at })} onClick={() => void openKept(logs, capture)}>
        {say("kept.open")}
      </Button>
      <Button
        look="quiet"
        aria-pressed={capture.isPinned}
        aria-label={say("kept.pin-named", { at })}
        icon={<PinMark aria-hidden="true" className="size-4" />}
        onClick={() => void pinKept(logs, capture)}
      >
        {say(capture.isPinned ? "kept.unpin" : "kept.pin")}
      </Button>
      <SureButton
        label={say("kept.remove")}
        sure={say("kept.remove-sure")}
        about={at}
        onSure={() => void removeKept(logs, capture)}
      />
    </li>
  );
}

const columns = ["terminal", "at", "sources", "lines", "bytes", "masked", "pin", "folder"] as const;

function listRows(captures: readonly Capture[], { say }: Speech): readonly (readonly string[])[] {
  const rows = captures.map(({ terminal, at, parts, bytes, redactions, isPinned, folder }) => [
    ...[terminal, at, parts.map(({ source }) => source).join(", ")],
    ...[parts.reduce((sum, { lines }) => sum + lines, 0), bytes, redactions].map(String),
    ...[isPinned ? say("kept.unpin") : "", folder],
  ]);
  return [columns.map((column) => say(`kept.${column}`)), ...rows];
}

function listTexts({ terminal, at, parts }: Capture): readonly string[] {
  return [terminal, printAt(at), ...parts.map(({ source }) => source)];
}

function printAt(at: string): string {
  return printTime(Date.parse(at), -new Date().getTimezoneOffset());
}

/** Captures come the latest first, and so do the terminals. */
function groupByTerminal(captures: readonly Capture[]): readonly (readonly [string, readonly Capture[]])[] {
  return [...Map.groupBy(captures, ({ terminal }) => terminal)];
}

function inMegabytes(bytes: number): string {
  if (bytes < megabyte / 20) return bytes === 0 ? "0" : "< 0.1";
  return (bytes / megabyte).toFixed(bytes < 100 * megabyte ? 1 : 0);
}
