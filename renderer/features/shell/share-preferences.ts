// The preferences of the window are those of the file, which other windows, other ports of this computer and other computers
// share. What the window keeps itself is for its first paint, and for a start on which nothing can be asked.
//
//   its own --paint--> file read --taken over, but for what the person chose meanwhile--> every choice told to the file
import type { Client } from "../../../electron/contract/client.ts";
import type { WindowPreferences } from "../../../electron/contract/window-preferences.ts";
import type { Store } from "../session/store.ts";
import type { Preferences } from "./preferences.ts";

/** Resolves when the window has what the file holds. */
export async function sharePreferences(client: Client, own: Store<Preferences>): Promise<void> {
  const before = own.read();
  const read = await client.call("preferences.window", {});
  if (!read.ok) return;
  let shared = read.value;
  // Nobody has told the file yet: what a window kept until now goes there.
  if (shared.role !== null) own.change((now) => ({ ...now, ...shared, ...differ(before, now) }));
  const tell = (): void => {
    const chosen = differ(shared, own.read());
    if (Object.keys(chosen).length === 0) return;
    shared = { ...shared, ...chosen };
    // Where the file cannot be written, the choice still holds in this window.
    void client.call("preferences.window", chosen);
  };
  own.watch(tell);
  tell();
}

function differ(before: WindowPreferences, now: WindowPreferences): Partial<WindowPreferences> {
  return {
    ...(now.language !== before.language && { language: now.language }),
    ...(now.theme !== before.theme && { theme: now.theme }),
    ...(now.role !== before.role && { role: now.role }),
    ...(now.guide !== before.guide && { guide: now.guide }),
    ...(now.benchSounds !== before.benchSounds && { benchSounds: now.benchSounds }),
    ...(now.baudRate !== before.baudRate && { baudRate: now.baudRate }),
  };
}
