// The bash interpreter, loaded when the first simulated terminal is made: it takes some 70 ms.

import type * as library from "just-bash";

type Library = typeof library;

let loading: Promise<Library> | null = null;

export function loadInterpreterLibrary(): Promise<Library> {
  loading ??= import("just-bash");
  return loading;
}
