// The commands of the preferences: one file, one secret that somebody else keeps.
import { type preferencesCommands, preferencesSchema, type PreferencesStatus } from "../../contract/preferences.ts";
import type { Handlers } from "../../contract/server.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { parsePreferences, PreferencesFile, printPreferences } from "./preferences-file.ts";
import { keepInEnvironment, type SecretKeeper } from "./secret-keeper.ts";

export interface PreferencesParts {
  readonly file: PreferencesFile;
  readonly secret: SecretKeeper;
  readonly isDesktop: boolean;
}

/** Without the desktop: the file, and what the environment holds. */
export function openPreferences(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): PreferencesParts {
  return { file: new PreferencesFile(path), secret: keepInEnvironment(environment), isDesktop: false };
}

/** What kinds of database a register can be kept in. */
const databases = /^(?:postgres|postgresql):$/;

type PreferencesHandlers = Pick<Handlers, keyof typeof preferencesCommands>;

export function answerPreferences({ file, secret, isDesktop }: PreferencesParts): PreferencesHandlers {
  const tell = async (done: Result<unknown> = succeed(null)): Promise<Result<PreferencesStatus>> =>
    done.ok
      ? succeed({
          preferences: file.preferences,
          setAside: file.setAside,
          databaseUrl: { isSet: (await secret.read()) !== null, keeper: secret.keeper },
          isDesktop,
        })
      : done;
  return {
    "preferences.read": () => tell(),
    "preferences.change": (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      return tell(file.write(preferencesSchema.parse({ ...file.preferences, ...Object.fromEntries(given) })));
    },
    "preferences.keep-database-url": async ({ url }) => {
      if (url !== null && !databases.test(URL.parse(url)?.protocol ?? "")) {
        return fail(makeFailure("input-invalid", { where: "postgres://", reason: "postgres://USER@HOST/DATABASE" }));
      }
      return tell(await secret.keep(url));
    },
    "preferences.export": async () => succeed({ text: printPreferences(file.preferences) }),
    "preferences.import": ({ text }) => {
      const parsed = parsePreferences(text);
      return tell(parsed === null ? fail(makeFailure("preferences-unreadable")) : file.write(parsed));
    },
  };
}
