// The home screen: whatever the connection is at, one sentence in large type and one thing to do.
import { useSpeech } from "../../i18n/speech.tsx";
import type { Connection } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";
import { ConnectingView } from "./connecting-view.tsx";
import { EmptyView } from "./empty-view.tsx";
import { FailureView } from "./failure-view.tsx";
import { LoginView } from "./login-view.tsx";
import { LostView } from "./lost-view.tsx";
import { ReportView } from "./report-view.tsx";

export function CheckScreen() {
  const { say } = useSpeech();
  const { connection } = useSession();
  return (
    <div className="mx-auto flex w-full max-w-240 flex-col px-8 py-8 narrow:px-5 low:py-4" aria-label={say("check.title")}>
      <View connection={connection} />
    </div>
  );
}

function View({ connection }: { readonly connection: Connection }) {
  switch (connection.kind) {
    case "idle":
      return <EmptyView />;
    case "connecting":
      return <ConnectingView connecting={connection} />;
    case "asking":
      return <LoginView key={connection.failure.code} failure={connection.failure} />;
    case "failed":
      return <FailureView failure={connection.failure} />;
    case "lost":
      return <LostView lost={connection} />;
    case "open":
      return <ReportView open={connection} />;
  }
}
