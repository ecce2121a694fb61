import { Package, Store, Wrench } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import type { Screen } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";
import type { Role } from "./preferences.ts";
import { PreferenceSwitches } from "./preference-switches.tsx";
import { usePreferences } from "./use-preferences.tsx";

const roles = [
  { role: "shop", Icon: Store, screen: "check" },
  { role: "install", Icon: Package, screen: "bench" },
  { role: "repair", Icon: Wrench, screen: "logs" },
] as const satisfies readonly { readonly role: Role; readonly Icon: typeof Store; readonly screen: Screen }[];

/** The screen that opens first, by what a person does. */
export function findStartScreen(role: Role | null): Screen {
  return roles.find((one) => one.role === role)?.screen ?? "check";
}

/** Asked once; it decides the start screen and the density, nothing else. */
export function FirstQuestion() {
  const { say } = useSpeech();
  const desk = useDesk();
  const [, change] = usePreferences();
  const answer = (role: Role, screen: Screen): void => {
    desk.store.change((state) => ({ ...state, screen }));
    change({ role });
  };
  return (
    <main className="flex h-full flex-col overflow-y-auto px-8 py-5">
      <div className="flex items-center justify-between">
        <span className="text-16 font-semibold">{say("shell.name")}</span>
        <PreferenceSwitches />
      </div>
      <div className="m-auto flex w-full max-w-220 flex-col gap-6 py-6 low:gap-4 low:py-2">
        <div className="flex flex-col gap-2">
          <h1 className="text-28 font-semibold low:text-20">{say("start.question")}</h1>
          <p className="text-16 text-soft">{say("start.why")}</p>
        </div>
        <ul className="grid grid-cols-3 gap-4">
          {roles.map(({ role, Icon, screen }) => (
            <li key={role} className="flex">
              <button
                type="button"
                data-role={role}
                onClick={() => answer(role, screen)}
                className="flex grow flex-col items-start gap-3 rounded-panel border border-line bg-surface p-6 text-left transition-colors duration-100 hover:border-accent low:p-4"
              >
                <Icon aria-hidden="true" className="size-8 text-accent" strokeWidth={1.5} />
                <span className="text-20 font-semibold">{say(`start.${role}`)}</span>
                <span className="text-14 text-soft">{say(`start.${role}-detail`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
