// A value that components can watch. Every change makes a new value; nothing in it is ever changed in place.
export interface Store<Value> {
  readonly read: () => Value;
  readonly change: (next: (value: Value) => Value) => void;
  readonly watch: (listener: () => void) => () => void;
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    change: (next) => {
      const changed = next(value);
      if (Object.is(changed, value)) return;
      value = changed;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
