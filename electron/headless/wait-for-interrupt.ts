import { exitStatus } from "./exit-status.ts";

/** Resolves at Ctrl-C or when the system asks the process to end; a second time ends it at once. */
export function waitForInterrupt(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(exitStatus.interrupted));
      resolve();
    });
  }
  return promise;
}
