// The home screen: whatever the connection is at, one sentence in large type and one thing to do.
import { lazy, useEffect } from "react";
import type { Connection } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";
import { ConnectingView } from "./connecting-view.tsx";
import { EmptyView } from "./empty-view.tsx";

// What connecting can end in comes while it connects: the first screen is lighter without it.
const loadReport = () => import("./report-view.tsx");
const ReportView = lazy(async () => ({ default: (await loadReport()).ReportView }));
const LoginView = lazy(async () => ({ default: (await import("./login-view.tsx")).LoginView }));
const FailureView = lazy(async () => ({ default: (await import("./failure-view.tsx")).FailureView }));
const LostView = lazy(async () => ({ default: (await import("./lost-view.tsx")).LostView }));

export function CheckScreen() {
  const { connection } = useSession();
  const isConnecting = connection.kind === "connecting";
  useEffect(() => {
    if (isConnecting) void loadReport();
  }, [isConnecting]);
  return (
    <div className="mx-auto flex w-full max-w-244 flex-col px-8 py-8 narrow:px-5 low:py-2.5">
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
