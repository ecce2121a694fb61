// The password lives in this form until it is sent, and nowhere after that.
import "../../i18n/late-words.ts";
import { type SubmitEvent, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { connect, dismissFailure } from "../session/connect.ts";
import type { Become } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";

export function LoginView({ failure }: { readonly failure: Failure }) {
  const { say, language } = useSpeech();
  const desk = useDesk();
  const { choice } = useSession();
  const [user, setUser] = useState(choice?.user ?? "root");
  const [become, setBecome] = useState<Become>(choice?.become ?? null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (choice === null) return;
    const fields = new FormData(event.currentTarget);
    const secrets = { password: readSecret(fields, "password"), becomePassword: readSecret(fields, "become-password") };
    event.currentTarget.reset();
    void connect(desk, { ...choice, user: user.trim(), become }, secrets);
  };
  return (
    <form onSubmit={submit} className="flex max-w-120 flex-col gap-5 low:gap-3">
      <LoginHead failure={failure} />
      <TextField
        label={say("login.user")}
        value={user}
        onChange={(event) => setUser(event.target.value)}
        maxLength={128}
        required
        isMono
      />
      <TextField
        label={say("login.password")}
        hint={say("login.password-hint")}
        error={failure.code === "password-needed" ? describeFailure(failure, language).sentence : null}
        name="password"
        type="password"
        maxLength={1024}
        autoFocus
      />
      <BecomeFields
        become={become}
        onChoose={setBecome}
        isOpen={failure.code === "become-refused" || failure.code === "not-root" || become !== null}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" type="submit">
          {say("login.submit")}
        </Button>
        <Button look="quiet" onClick={() => dismissFailure(desk)}>
          {say("login.back")}
        </Button>
      </div>
    </form>
  );
}

/** Asked for the first time, or refused: what the terminal said to the last try. */
function LoginHead({ failure }: { readonly failure: Failure }) {
  const { say, language } = useSpeech();
  if (failure.code === "login-needed" || failure.code === "password-needed") {
    return (
      <div className="flex flex-col gap-2">
        <Headline>{say("login.title")}</Headline>
        <p className="text-16 text-soft">{say("login.text")}</p>
      </div>
    );
  }
  const { title, sentence, steps } = describeFailure(failure, language);
  return (
    <>
      <Headline>{title}</Headline>
      <Notice state="wrong" role="alert">
        <p>{sentence}</p>
        {steps.map((step) => (
          <p key={step}>{step}</p>
        ))}
      </Notice>
    </>
  );
}

interface BecomeFieldsProps {
  readonly become: Become;
  readonly isOpen: boolean;
  readonly onChoose: (become: Become) => void;
}

function BecomeFields({ become, isOpen, onChoose }: BecomeFieldsProps) {
  const { say } = useSpeech();
  return (
    <Disclosure title={say("login.more")} isOpen={isOpen}>
      <div className="flex flex-col gap-4 pt-2">
        <div className="flex flex-col gap-1">
          <span className="text-14 font-medium">{say("login.become")}</span>
          <div>
            <Segmented
              label={say("login.become")}
              value={become ?? "none"}
              onChoose={(chosen) => onChoose(chosen === "none" ? null : chosen)}
              segments={[
                { value: "none", label: say("login.become-none") },
                { value: "sudo", label: say("login.become-sudo") },
                { value: "su", label: say("login.become-su") },
              ]}
            />
          </div>
        </div>
        {become === "su" && (
          <TextField label={say("login.become-password")} name="become-password" type="password" maxLength={1024} />
        )}
      </div>
    </Disclosure>
  );
}

function readSecret(fields: FormData, name: string): string | null {
  const value = fields.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
