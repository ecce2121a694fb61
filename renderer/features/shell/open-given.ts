// A file of our own kinds that a person opened from the desktop or dropped on the window -> the screen that it belongs to:
//
//   .counterpart-log -> logs      .counterpart-pack -> "Why does it fail?", a pack      .counterpart-plan -> bench, a sheet
//
// While settings are written the window stays there, and the file waits for its screen.
import { type Result, succeed } from "../../../electron/core/failures/result.ts";
import { openPart } from "../diagnosis/guide.ts";
import { openFiles, openPath } from "../logs/viewer/open-files.ts";
import { findViewer } from "../logs/viewer/viewer-state.ts";
import { joinParts } from "../provisioning/send-sheet.ts";
import type { Desk } from "../session/desk.ts";
import { isWriting, type Screen } from "../session/session-state.ts";
import { handed, type HandedKind } from "./handed-file.ts";
import type { GivenKind } from "./given-kind.ts";

const screens = { log: "logs", pack: "why", plan: "bench" } as const satisfies Readonly<Record<GivenKind, Screen>>;

/** By its path alone, which only the desktop knows. */
export async function openGiven(desk: Desk, kind: GivenKind, path: string): Promise<void> {
  goTo(desk, kind);
  if (kind === "log") await openPath(findViewer(desk.client), path);
  else handOver(kind, await fetchGiven(desk, path));
}

export async function openDropped(desk: Desk, kind: GivenKind, file: File): Promise<void> {
  goTo(desk, kind);
  if (kind === "log") await openFiles(findViewer(desk.client), [{ name: file.name, file }]);
  else handOver(kind, succeed(file));
}

function goTo({ store }: Desk, kind: GivenKind): void {
  if (!isWriting(store.read())) store.change((state) => ({ ...state, screen: screens[kind] }));
}

function handOver(kind: HandedKind, file: Result<File>): void {
  if (kind === "pack") openPart("pack");
  handed.change(() => ({ kind, file }));
}

async function fetchGiven({ client }: Desk, path: string): Promise<Result<File>> {
  const whole = await joinParts((offset) => client.call("given.read", { path, offset }));
  return whole.ok ? succeed(new File([whole.value.octets], whole.value.name)) : whole;
}
