// What terminals are answered that ask who is there: typed for one run, held by the app as long as that lasts.
import { useSpeech } from "../../i18n/speech.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { StartTerms } from "./start-terms.ts";

interface RunLoginProps {
  readonly terms: Pick<StartTerms, "user" | "password" | "become" | "becomePassword">;
  readonly onChange: (part: Partial<StartTerms>) => void;
}

export function RunLogin({ terms, onChange }: RunLoginProps) {
  const { say } = useSpeech();
  return (
    <Disclosure title={say("bench.login")}>
      <div className="flex flex-col gap-4 pt-2">
        <div className="flex flex-wrap gap-x-5 gap-y-3">
          <TextField
            label={say("bench.user")}
            name="user"
            isMono
            value={terms.user}
            maxLength={128}
            onChange={(event) => onChange({ user: event.target.value })}
          />
          <TextField
            label={say("bench.password")}
            name="password"
            type="password"
            hint={say("bench.password-hint")}
            value={terms.password}
            maxLength={1024}
            onChange={(event) => onChange({ password: event.target.value })}
          />
        </div>
        <BecomeRoot terms={terms} onChange={onChange} />
      </div>
    </Disclosure>
  );
}

function BecomeRoot({ terms, onChange }: RunLoginProps) {
  const { say } = useSpeech();
  return (
    <>
      <div className="flex flex-col gap-1">
        <span className="text-14 font-medium">{say("login.become")}</span>
        <Segmented
          label={say("login.become")}
          value={terms.become ?? "none"}
          onChoose={(become) => onChange({ become: become === "none" ? null : become })}
          segments={[
            { value: "none", label: say("login.become-none") },
            { value: "sudo", label: say("login.become-sudo") },
            { value: "su", label: say("login.become-su") },
          ]}
        />
      </div>
      {terms.become === "su" && (
        <TextField
          label={say("login.become-password")}
          name="become-password"
          type="password"
          value={terms.becomePassword}
          maxLength={1024}
          onChange={(event) => onChange({ becomePassword: event.target.value })}
        />
      )}
    </>
  );
}
