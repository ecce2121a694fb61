// Who keeps the one secret of the preferences: the address of a register's database, with its password.
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result } from "../../core/failures/result.ts";

export interface SecretKeeper {
  readonly keeper: "system" | "environment";
  /** Null: there is none, or it cannot be opened here. */
  read(): Promise<string | null>;
  /** Null forgets it. */
  keep(secret: string | null): Promise<Result<null, Failure>>;
}

/** Without the desktop: from the environment, where a service's manager puts it. Never a file in the clear. */
export function keepInEnvironment(environment: Readonly<Record<string, string | undefined>>): SecretKeeper {
  return {
    keeper: "environment",
    read: () => Promise.resolve(environment["COUNTERPART_DATABASE_URL"] || null),
    keep: () => Promise.resolve(fail(makeFailure("secret-unkept"))),
  };
}
