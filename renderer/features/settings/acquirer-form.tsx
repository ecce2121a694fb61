// What the terminal pays through, where it takes that from a push: its hosts, TPDU, merchant and terminal number.
import type { Report } from "../../../electron/contract/commands.ts";
import { printAcquirerField } from "../../../electron/core/settings/acquirer-value.ts";
import { type AcquirerField, findHostPlace, isAcquirerField } from "../../../electron/core/settings/acquirer-field.ts";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TermHelp } from "../help/term-help.tsx";
import { nameField } from "../push/name-field.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { FieldFindings } from "./field-findings.tsx";

interface AcquirerFormProps {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
}

export function AcquirerForm({ report, findings, isDisabled }: AcquirerFormProps) {
  const { say } = useSpeech();
  const fields = (report.settable ?? []).filter(isAcquirerField);
  if (fields.length === 0) return null;
  const title = say("acquirer.title");
  const hosts = fields.filter((field) => findHostPlace(field) !== null);
  const others = fields.filter((field) => findHostPlace(field) === null);
  const ofHosts = findings.filter((one) => one.field?.startsWith("hosts") === true);
  return (
    <section aria-label={title} className="flex flex-col gap-4 border-t border-line pt-6 low:gap-3 low:pt-4">
      <div className="flex flex-col gap-1">
        <div className="flex items-center gap-1">
          <h2 className="text-16 font-semibold">{title}</h2>
          <TermHelp term="acquirer" label={title} />
        </div>
        <p className="text-13 text-pretty text-soft">{say("acquirer.note")}</p>
      </div>
      <div className="grid grid-cols-2 items-start gap-x-6 gap-y-5">
        {hosts.map((field) => (
          <Field key={field} field={field} report={report} isDisabled={isDisabled} className="col-span-full" />
        ))}
        <Found findings={ofHosts} />
        {others.map((field) => (
          <div key={field} className="flex min-w-0 flex-col gap-1.5">
            <Field field={field} report={report} isDisabled={isDisabled} />
            <Found findings={findings.filter((one) => one.field === field)} />
          </div>
        ))}
      </div>
    </section>
  );
}

interface FieldProps {
  readonly field: AcquirerField;
  readonly report: Report;
  readonly isDisabled: boolean;
  readonly className?: string;
}

function Field({ field, report, isDisabled, className = "" }: FieldProps) {
  const speech = useSpeech();
  const { store } = useDesk();
  const { typedFields } = useSession();
  const typed = typedFields[field] ?? printAcquirerField(report, field) ?? "";
  const wanted = findHostPlace(field) === null ? (field as "tpdu" | "merchantNumber" | "terminalNumber") : "host";
  // What the terminal itself has is for the rules to judge.
  const isReadable = typedFields[field] === undefined || parseAssignment(`${field}=${typed}`).ok;
  const label = nameField(field, speech);
  return (
    <TextField
      label={label}
      help={field === "tpdu" && <TermHelp term="tpdu" label={label} />}
      name={field}
      isMono
      className={className}
      value={typed}
      disabled={isDisabled}
      maxLength={300}
      error={isReadable ? null : speech.say(`acquirer.${wanted}-form`)}
      onChange={({ target }) =>
        store.change((state) => ({ ...state, typedFields: { ...state.typedFields, [field]: target.value } }))
      }
    />
  );
}

/** No rule proposes another host: what would be right is the acquirer's to say. */
function Found({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.length === 0 ? null : <FieldFindings findings={findings} onUse={() => undefined} />;
}
