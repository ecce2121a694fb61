// One row of a kept plan as fields, a column each; what is wrong with what was typed stands at its field.
import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { columnTitles } from "../../../electron/core/provisioning/column-titles.ts";
import type { RowCells } from "../../../electron/core/provisioning/print-row.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";

type Field = keyof RowCells;
type Remarks = Output<"provisioning.change-row">["remarks"];
type Opened = Output<"provisioning.row-cells">;

/** Always offered; the others where the row fills them. */
const usual: readonly Field[] = ["serialNumber", "site", "address", "gateway", "dns", "profile", "notes"];
const others: readonly Field[] = [
  ...["host", "port", "tpdu", "merchantNumber", "terminalNumber", "hostName", "model", "interface"],
  ...["kind", "method", "mac", "mtu", "ssid", "apn"],
] as readonly Field[];

interface RowEditorProps {
  readonly plan: string;
  readonly place: number;
  readonly operator: string;
  /** Null: left as it was. */
  readonly onClose: (corrected: number | null) => void;
}

export function RowEditor({ plan, place, operator, onClose }: RowEditorProps) {
  const { say, tell } = useSpeech();
  const { opened, typed, remarks, failure, type, save } = useRow({ plan, place, operator, onClose });
  const fields = opened === null ? [] : [...usual, ...others.filter((field) => (opened.cells[field] ?? "") !== "")];
  const loose = remarks.filter(({ heading }) => !fields.some((field) => field === heading));
  const form = useArrival(opened !== null);
  return (
    <form
      ref={form}
      aria-label={say("bench.correct-title", { place })}
      data-row-editor={place}
      className="flex flex-col gap-3 rounded-panel border border-edge px-4 py-3"
      onSubmit={(event) => void save(event)}
    >
      <h4 className="text-16 font-semibold">{say("bench.correct-title", { place })}</h4>
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      {opened?.state === "claimed" && <Notice state="odd" role="status" title={say("bench.correct-later")} />}
      <div className="flex flex-wrap gap-x-5 gap-y-3">
        {fields.map((field) => (
          <CellField
            key={field}
            field={field}
            value={typed[field] ?? opened?.cells[field] ?? ""}
            remarks={remarks}
            disabled={opened?.state === "claimed"}
            onType={(text) => type(field, text)}
          />
        ))}
      </div>
      {loose.map(({ code, message }) => (
        <p key={code} className="text-14">
          {tell(message)}
        </p>
      ))}
      <div className="flex flex-wrap gap-3">
        {opened !== null && opened.state !== "claimed" && (
          <Button look="primary" type="submit">
            {say("bench.correct-keep")}
          </Button>
        )}
        <Button onClick={() => onClose(null)}>{say("bench.correct-leave")}</Button>
      </div>
    </form>
  );
}

/** Under a table that fills the window it would open unseen. */
function useArrival(isOpen: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    form.current?.scrollIntoView({ block: "nearest" });
    form.current?.querySelector<HTMLElement>("input:enabled")?.focus();
  }, [isOpen]);
  return form;
}

interface CellFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly remarks: Remarks;
  readonly disabled: boolean;
  readonly onType: (text: string) => void;
}

function CellField({ field, value, remarks, disabled, onType }: CellFieldProps) {
  const { tell } = useSpeech();
  const own = remarks.filter(({ heading }) => heading === field);
  const wrong = own.filter(({ severity }) => severity === "error").map(({ message }) => tell(message));
  const noted = own.filter(({ severity }) => severity !== "error").map(({ message }) => tell(message));
  return (
    <TextField
      label={tell(columnTitles[field])}
      name={`cell-${field}`}
      className="w-56 max-w-full"
      value={value}
      maxLength={4096}
      disabled={disabled}
      {...(wrong.length > 0 && { error: wrong.join(" ") })}
      {...(noted.length > 0 && { hint: noted.join(" ") })}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

function useRow({ plan, place, operator, onClose }: RowEditorProps) {
  const { client } = useDesk();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [remarks, setRemarks] = useState<Remarks>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLatest = true;
    void client.call("provisioning.row-cells", { plan, place }).then((row) => {
      if (!isLatest) return;
      if (row.ok) setOpened(row.value);
      else setFailure(row.failure);
    });
    return () => {
      isLatest = false;
    };
  }, [client, plan, place, round]);
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (opened === null) return;
    const { revision } = opened;
    const changed = await client.call("provisioning.change-row", { plan, place, revision, cells: typed, operator });
    setFailure(changed.ok ? null : changed.failure);
    if (!changed.ok) setRound((before) => before + 1);
    else if (changed.value.isChanged) onClose(place);
    else setRemarks(changed.value.remarks);
  };
  return {
    ...{ opened, typed, remarks, failure, save },
    type: (field: Field, text: string) => setTyped((before) => ({ ...before, [field]: text })),
  };
}
