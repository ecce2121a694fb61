import { useState } from "react";
import { Button, type ButtonLook } from "./button.tsx";

interface SureButtonProps {
  readonly label: string;
  /** What the second press says that it does. */
  readonly sure: string;
  /** What it is about, for whoever hears it among others of its kind. */
  readonly about?: string;
  readonly look?: ButtonLook;
  readonly onSure: () => void;
}

const place = "col-start-1 row-start-1";

/** What cannot be taken back is pressed twice. Whoever goes elsewhere in between was not sure. */
export function SureButton({ label, sure, about, look = "quiet", onSure }: SureButtonProps) {
  const [isSure, setSure] = useState(false);
  const words = isSure ? sure : label;
  const press = (): void => {
    setSure(!isSure);
    if (isSure) onSure();
  };
  return (
    <Button
      look={look}
      aria-label={about === undefined ? undefined : `${words}: ${about}`}
      onClick={press}
      onBlur={() => setSure(false)}
    >
      {/* As wide for either: what lies beside it must not move away from under a press. */}
      <span className="grid justify-items-start">
        <span className={`${place} ${isSure ? "invisible" : ""}`}>{label}</span>
        <span className={`${place} ${isSure ? "" : "invisible"}`}>{sure}</span>
      </span>
    </Button>
  );
}
