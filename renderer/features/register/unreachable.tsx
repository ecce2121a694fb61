import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { FailureWords } from "../connect/failure-words.tsx";

interface UnreachableProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
}

/** The register could not be asked: why, what goes on all the same, and once more. */
export function Unreachable({ failure, onAgain }: UnreachableProps) {
  const { say } = useSpeech();
  return (
    <>
      <div role="alert">
        <FailureWords failure={failure} />
      </div>
      <div>
        <Button look="primary" onClick={onAgain}>
          {say("register.again")}
        </Button>
      </div>
    </>
  );
}
