// The home screen: whatever the connection is at, one sentence in large type and one thing to do.
import type { Connection } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";
import { ConnectingView } from "./connecting-view.tsx";
import { EmptyView } from "./empty-view.tsx";
import { FailureView } from "./failure-view.tsx";
import { LoginView } from "./login-view.tsx";
import { LostView } from "./lost-view.tsx";
import { ReportView } from "./report-view.tsx";

export function CheckScreen() {
  const { connection } = useSession();
  return (
    <div className="mx-auto flex w-full max-w-240 flex-col px-8 py-8 narrow:px-5 low:py-4">
      {connection.kind === "open" ? <ReportView open={connection} /> : <ConnectionView connection={connection} />}
    </div>
  );
}

type Unopened = Exclude<Connection, { readonly kind: "open" }>;

/** What stands in the place of a report, on every screen that needs one. */
export function ConnectionView({ connection }: { readonly connection: Unopened }) {
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
  }
}
