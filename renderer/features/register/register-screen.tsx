// The register: every terminal that was met, what happened to each, and what of it can be done again.
//
//   search -> table -> one terminal: what happened to it, two moments compared, another one in its place
//        \-> a sheet or JSON                                                      \-> plan -> safe push -> noted with both
import "../../i18n/late-words.ts";
import { usePlace } from "../session/use-place.ts";
import { RegisterList } from "./register-list.tsx";
import { TerminalPage } from "./terminal-page.tsx";

export function RegisterScreen() {
  const [shown, setShown] = usePlace<string | null>("register.shown", null);
  const [typed, setTyped] = usePlace("register.typed", "");
  return (
    <div className="mx-auto flex w-full max-w-280 flex-col gap-5 px-8 py-7 narrow:px-5 low:gap-3 low:py-4">
      {shown === null ? (
        <RegisterList typed={typed} onType={setTyped} onOpen={setShown} />
      ) : (
        <TerminalPage key={shown} serialNumber={shown} onOpen={setShown} />
      )}
    </div>
  );
}
