// "Why does it fail?": with a terminal on the line it is asked; without a cable the person is.
import "../../i18n/late-words.ts";
import { useSession } from "../session/use-desk.tsx";
import { GuidedCheck } from "./guided-check.tsx";
import { WithoutCable } from "./without-cable.tsx";

export function WhyScreen() {
  const { connection } = useSession();
  return (
    <div className="mx-auto flex w-full max-w-240 flex-col gap-6 px-8 py-7 narrow:px-5 low:gap-3 low:py-4">
      {connection.kind === "open" ? <GuidedCheck session={connection.session} /> : <WithoutCable />}
    </div>
  );
}
