import { useState } from "react";

const places = new Map<string, unknown>();

/** Where somebody was on a screen, or what was searched for there: as long as the window lives, whatever is looked at in between. */
export function usePlace<Value>(name: string, first: Value): readonly [Value, (value: Value) => void] {
  // What stands under a name was put there by the same call.
  const [value, setValue] = useState(() => (places.has(name) ? (places.get(name) as Value) : first));
  const change = (next: Value): void => {
    places.set(name, next);
    setValue(next);
  };
  return [value, change];
}
