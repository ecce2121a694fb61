// Labels, the report and the certificates of a plan: what is shown here is what is printed or saved.
import { Download, Printer } from "lucide-react";
import { useEffect, useState } from "react";
import type { Input } from "../../../electron/contract/commands.ts";
import type { Run } from "../../../electron/contract/provisioning.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { saveFile } from "../diagnosis/save-file.ts";
import { useDesk } from "../session/use-desk.tsx";
import { timed } from "../wait/pace.ts";
import { TimeLeft } from "../wait/time-left.tsx";
import { PlanChoice } from "./plan-choice.tsx";
import { PrintedPage } from "./printed-page.tsx";
import { readWanted } from "./read-wanted.ts";
import { SavePlan } from "./save-plan.tsx";
import { joinParts, type WholeFile } from "./send-sheet.ts";
import type { WantedPlan } from "./start-terms.ts";
import { usePlans } from "./use-plans.ts";

const papers = ["labels-a4", "labels-40x30", "report", "certificate"] as const;
type What = Input<"provisioning.print">["what"];

interface PrintViewProps {
  readonly run: Run;
  readonly wanted: WantedPlan | null;
}

export function PrintView({ run, wanted }: PrintViewProps) {
  const { say } = useSpeech();
  const { plans } = usePlans(run.counts.done);
  const [chosen, choose] = useState<string | null>(wanted?.isDraft === false ? wanted.plan : run.plan);
  const [what, setWhat] = useState<(typeof papers)[number]>("labels-a4");
  const [rows, setRows] = useState("");
  const plan = plans?.find((one) => one.plan === chosen) ?? plans?.[0];
  if (plans === null) return null;
  if (plan === undefined) return <p className="text-16 text-soft">{say("bench.print-none")}</p>;
  const isEmpty = plan.counts.done === 0 && what !== "report" && rows.trim() === "";
  return (
    <section aria-label={say("bench.print-title")} className="flex flex-col items-start gap-4">
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <PlanChoice plans={plans} chosen={plan.plan} onChoose={choose} />
        <Segmented
          label={say("bench.print-what")}
          value={what}
          onChoose={setWhat}
          segments={papers.map((value) => ({ value, label: say(`bench.${value}`) }))}
        />
        <TextField
          label={say("bench.print-places")}
          name="places"
          className="w-72 max-w-full"
          placeholder="2-25, 31"
          value={rows}
          maxLength={1024}
          onChange={(event) => setRows(event.target.value)}
        />
      </div>
      {isEmpty ? (
        <p className="text-16 text-soft">{say("bench.print-empty")}</p>
      ) : (
        <Printed plan={plan.plan} what={what} rows={rows} />
      )}
    </section>
  );
}

interface PrintedProps {
  readonly plan: string;
  readonly what: (typeof papers)[number];
  readonly rows: string;
}

function Printed({ plan, what, rows }: PrintedProps) {
  const { say } = useSpeech();
  const { file, html, failure, setFailure } = usePrinted(plan, what, rows);
  return (
    <>
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          look="primary"
          disabled={html === null}
          icon={<Printer aria-hidden="true" className="size-4" />}
          onClick={() => print()}
        >
          {say("bench.print-now")}
        </Button>
        <Button
          disabled={file === null}
          icon={<Download aria-hidden="true" className="size-4" />}
          onClick={() => file !== null && saveFile(file.name, file.octets)}
        >
          {say("bench.save-page")}
        </Button>
        {what === "report" && <SavePlan plan={plan} onFailure={setFailure} />}
      </div>
      {html === null ? (
        failure === null && (
          <p role="status" className="flex items-center gap-3 text-14 text-soft">
            <Spinner /> <TimeLeft of="paper" />
          </p>
        )
      ) : (
        <PrintedPage html={html} name={say("bench.preview")} what={what} />
      )}
    </>
  );
}

function usePrinted(plan: string, what: What, rows: string) {
  const { language } = useSpeech();
  const { client } = useDesk();
  const [file, setFile] = useState<WholeFile | null>(null);
  const [html, setHtml] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wanted = readWanted(rows);
  const ask = (kind: What) =>
    joinParts((offset) => client.call("provisioning.print", { plan, what: kind, language, offset, ...wanted }));
  const about = JSON.stringify([plan, what, language, wanted]);
  useEffect(() => {
    let isLatest = true;
    setHtml(null);
    const show = async (): Promise<void> => {
      const made = await timed("paper", what, () => ask(what));
      const text = made.ok ? await made.value.octets.text() : null;
      if (!isLatest) return;
      setFailure(made.ok ? null : made.failure);
      setFile(made.ok ? made.value : null);
      setHtml(text);
    };
    void show();
    return () => {
      isLatest = false;
    };
    // What is asked for is all of `about`.
  }, [about]);
  return { file, html, failure, setFailure };
}
