// The network settings as a terminal shows them, judged while they are typed.
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { changeTyped, useGuide } from "./guide.ts";
import { SimFields } from "./typed-sim.tsx";
import { checkTyped, readHost } from "./typed.ts";

const fields = ["address", "mask", "gateway", "dns"] as const;

const paths: Readonly<Record<(typeof fields)[number], string>> = {
  address: "ipv4.address",
  mask: "ipv4.prefixLength",
  gateway: "ipv4.gateway",
  dns: "ipv4.dns",
};

export function ValuesStep() {
  const { say } = useSpeech();
  const { typed } = useGuide();
  const isLocal = typed.channel === "wired" || typed.channel === "wifi";
  const findings = checkTyped(typed);
  const hostIsWrong = typed.host.trim() !== "" && readHost(typed.host) === null;
  return (
    <div className="flex flex-col gap-4 low:gap-3">
      <div className="flex flex-col gap-1">
        <h2 className="text-16 font-semibold">{say("without.values")}</h2>
        <p className="text-13 text-soft">{say("without.values-hint")}</p>
      </div>
      {isLocal && <Method />}
      {typed.channel === "cellular" && <SimFields />}
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 low:gap-y-2">
        {isLocal && typed.method !== "dhcp" && fields.map((name) => <ValueField key={name} name={name} />)}
        <TextField
          label={say("without.host")}
          name="host"
          isMono
          value={typed.host}
          maxLength={260}
          error={hostIsWrong ? say("without.host-wrong") : null}
          onChange={(event) => changeTyped({ host: event.target.value })}
        />
      </div>
      <Found findings={findings} />
    </div>
  );
}

function Method() {
  const { say } = useSpeech();
  const { typed } = useGuide();
  return (
    <div>
      <Segmented
        label={say("without.method")}
        segments={(["static", "dhcp"] as const).map((value) => ({ value, label: say(`without.${value}`) }))}
        value={typed.method ?? "static"}
        onChoose={(method) => changeTyped({ method })}
      />
    </div>
  );
}

function ValueField({ name }: { readonly name: (typeof fields)[number] }) {
  const { say } = useSpeech();
  const { typed } = useGuide();
  const isWrong = checkTyped(typed).some(({ field, severity }) => field === paths[name] && severity === "error");
  return (
    <TextField
      label={say(`without.${name}`)}
      name={name}
      isMono
      inputMode="decimal"
      value={typed[name]}
      maxLength={128}
      aria-invalid={isWrong}
      onChange={(event) => changeTyped({ [name]: event.target.value })}
    />
  );
}

function Found({ findings }: { readonly findings: readonly Finding[] }) {
  const { tell } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <div className="flex flex-col gap-2" role="status">
      {findings.map(({ rule, severity, message, why }) => (
        <Notice key={rule} state={severity === "error" ? "wrong" : "odd"} title={tell(message)}>
          <p className="text-14" data-typed-finding={rule}>
            {tell(why)}
          </p>
        </Notice>
      ))}
    </div>
  );
}
