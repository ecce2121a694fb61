// A sheet that was read and checked whole: what its columns are, what is wrong with it and where, and its rows.
import { Download } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { saveFile } from "../diagnosis/save-file.ts";
import { useDesk } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { ColumnMapping } from "./column-mapping.tsx";
import { DraftRows } from "./draft-rows.tsx";
import { PoolForm } from "./pool-form.tsx";
import { RemarkList } from "./remark-list.tsx";
import { joinParts } from "./send-sheet.ts";
import type { Draft, SheetDesk } from "./use-sheet.ts";

interface DraftViewProps {
  readonly draft: Draft;
  readonly sheet: SheetDesk;
  readonly operator: string;
  readonly onKept: () => void;
  readonly onTry: (draft: Draft) => void;
}

export function DraftView({ draft, sheet, operator, onKept, onTry }: DraftViewProps) {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = failure ?? sheet.failure;
  return (
    <section
      aria-label={draft.name}
      data-draft={draft.counts.errors === 0 ? "good" : "wrong"}
      className="flex flex-col gap-5 rounded-panel border border-line bg-surface px-5 py-5 low:gap-3 low:py-3"
    >
      <Verdict draft={draft} isBusy={sheet.isBusy} />
      {shown !== null && (
        <div role="alert">
          <FailureWords failure={shown} />
        </div>
      )}
      {draft.counts.errors === 0 && (
        <KeepForm
          draft={draft}
          operator={operator}
          onFailure={setFailure}
          onKept={() => {
            sheet.drop();
            onKept();
          }}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <RemarkSheets draft={draft} onFailure={setFailure} />
        {draft.counts.errors === 0 && <Button onClick={() => onTry(draft)}>{say("bench.try-out")}</Button>}
        <Button look="quiet" onClick={sheet.drop}>
          {say("bench.discard")}
        </Button>
      </div>
      {draft.remarks.length > 0 && <RemarkList draft={draft} />}
      <ColumnMapping draft={draft} onMap={(mapping) => void sheet.map(mapping)} />
      <PoolForm onPour={(pools) => void sheet.pour(pools)} />
      <DraftRows key={draft.draft} draft={draft} />
    </section>
  );
}

function Verdict({ draft, isBusy }: { readonly draft: Draft; readonly isBusy: boolean }) {
  const { say } = useSpeech();
  const { errors, warnings } = draft.counts;
  const title =
    errors === 0 ? say("bench.draft-good", { count: draft.rowCount }) : say("bench.draft-wrong", { count: errors });
  return (
    <Notice state={errors > 0 ? "wrong" : warnings > 0 ? "odd" : "ok"} title={title} role="status">
      <p className="flex flex-wrap gap-x-4 text-14">
        <span>{say("bench.draft-rows", { count: draft.rowCount, name: draft.name })}</span>
        {warnings > 0 && <span>{say("bench.draft-warnings", { count: warnings })}</span>}
        {isBusy && (
          <span className="flex items-center gap-2">
            <Spinner className="size-4" /> <TimeLeft of="sheet" />
          </span>
        )}
      </p>
    </Notice>
  );
}

interface ActProps {
  readonly draft: Draft;
  readonly onFailure: (failure: Failure | null) => void;
}

function RemarkSheets({ draft, onFailure }: ActProps) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const save = async (format: "csv" | "xlsx"): Promise<void> => {
    const asked = { draft: draft.draft, format, language };
    const file = await joinParts((offset) => client.call("provisioning.remarks-sheet", { ...asked, offset }));
    onFailure(file.ok ? null : file.failure);
    if (file.ok) saveFile(file.value.name, file.value.octets);
  };
  return (["xlsx", "csv"] as const).map((format) => (
    <Button key={format} icon={<Download aria-hidden="true" className="size-4" />} onClick={() => void save(format)}>
      {say(`bench.save-remarks-${format}`)}
    </Button>
  ));
}

interface KeepFormProps extends ActProps {
  readonly operator: string;
  readonly onKept: () => void;
}

function KeepForm({ draft, operator, onFailure, onKept }: KeepFormProps) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [name, setName] = useState(draft.name.replace(/\.\w+$/, ""));
  const [by, setBy] = useState(operator);
  const keep = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const kept = await client.call("provisioning.keep", { draft: draft.draft, name: name.trim(), operator: by.trim() });
    onFailure(kept.ok ? null : kept.failure);
    if (kept.ok) onKept();
  };
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={(event) => void keep(event)}>
      <TextField
        label={say("bench.plan-name")}
        name="plan-name"
        className="w-72 max-w-full"
        value={name}
        maxLength={256}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={say("bench.operator")}
        name="operator"
        className="w-52 max-w-full"
        value={by}
        maxLength={256}
        onChange={(event) => setBy(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={name.trim() === ""}>
        {say("bench.keep")}
      </Button>
    </form>
  );
}
