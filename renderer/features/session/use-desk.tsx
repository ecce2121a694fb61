import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import type { Desk } from "./desk.ts";
import type { SessionState } from "./session-state.ts";

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error("useDesk outside a DeskProvider");
  return desk;
}

export function useSession(): SessionState {
  const { store } = useDesk();
  return useSyncExternalStore(store.watch, store.read);
}
